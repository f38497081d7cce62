import SuntingCore
import Testing

@testable import SuntingKit

/// What formats make of small texts.
struct FormatTests {
  private func blocks(_ prose: Prose) -> [String] {
    prose.blocks.map { String(decoding: prose.utf8[$0.range.bounds], as: UTF8.self) }
  }

  private func markdown(_ text: String) -> Prose { InputFormat.markdown.prose(Array(text.utf8)) }
  private func html(_ text: String) -> Prose { InputFormat.html.prose(Array(text.utf8)) }

  @Test func markdownBlocks() {
    let prose = markdown(
      """
      # Judul *besar*

      Alinea pertama
      dilanjutkan di sini.

      > Kutipan satu
      > baris dua

      - butir satu
        - butir dalam

      | a | b |
      |---|---|
      | satu | dua |

          kode

      ```
      kode juga
      ```
      """)
    #expect(
      blocks(prose) == [
        "Judul besar", "Alinea pertama\ndilanjutkan di sini.", "Kutipan satu\nbaris dua", "butir satu",
        "butir dalam", "a", "b", "satu", "dua",
      ])
    #expect(prose.blocks.map(\.kind)[..<5] == [.heading, .prose, .heading, .listItem, .listItem])
  }

  @Test func markdownInline() {
    #expect(
      blocks(markdown("Ada `kode` dan ![gambar *indah*](a.png \"Judul\") di <b>sini</b>.")) == [
        "gambar indah", "Judul", "Ada kode dan di sini.",
      ])
    #expect(
      blocks(markdown("Lihat [situs](https://a.example \"Laman\") &amp; \\*bintang\\*&nbsp;ini")) == [
        "Laman", "Lihat situs & *bintang*\u{A0}ini",
      ])
    #expect(blocks(markdown("Satu  \ndua\\\ntiga")) == ["Satu", "dua", "tiga"])
    #expect(markdown("Baca https://a.example/b saja.").marks.contains { $0.kind == .code })
  }

  @Test func frontMatter() {
    let yaml =
      "---\ntitle: \"Kata \\\"kutip\\\" ini\"\ntags: [a]\ndescription: 'Bukan ''main'''\nimage:\n  caption: Foto lama # ket\nsummary: >\n  Satu\n  dua\n---\nIsi.\n"
    #expect(blocks(markdown(yaml)) == ["Kata \"kutip\" ini", "Bukan 'main'", "Foto lama", "Satu\ndua", "Isi."])
    #expect(blocks(markdown("+++\ntitle = \"Judul\"\nx = '''\ntitle = \"b\"\n'''\n+++\nIsi.")) == ["Judul", "Isi."])
    #expect(blocks(markdown("---\ntitle: Tanpa akhir\n\nIsi.")) == ["title: Tanpa akhir", "Isi."])
  }

  @Test func htmlBlocks() {
    let prose = html(
      "<!doctype html><html lang=en><head><title>Judul &amp; isi</title><style>p{}</style></head><body>"
        + "<h1>Kepala</h1><p>Satu<p>Dua <b>tebal</b>\n   lanjut<br>baris<ul><li>Butir<li>Lain</ul>"
        + "<script>var a='<p>x</p>'</script><pre>kode</pre><p lang=en>English here</p><img alt=\"Gambar\">"
        + "<table><tr><td>sel<td>lain</table><!-- sunting-disable x -->")
    #expect(
      blocks(prose) == [
        "Judul & isi", "Kepala", "Satu", "Dua tebal\nlanjut", "baris", "Butir", "Lain", "English here", "sel", "lain",
        "Gambar",
      ])
    #expect(prose.comments.map(\.text) == [" sunting-disable x "])
    #expect(prose.marks.map(\.kind) == [.emphasis, .foreign])
  }

  @Test func entities() {
    #expect(
      blocks(html("a &lt;b&gt; &zzz; &AMP &#x2013; &#150; &ampx &hellip; AT&T")) == ["a <b> &zzz; & – – &x … AT&T"])
  }

  @Test func shells() {
    func without(_ prose: Prose, _ source: String, _ block: Int) -> String {
      var bytes = Array(source.utf8)
      bytes.removeSubrange(prose.blocks[block].shell.bounds)
      return String(decoding: bytes, as: UTF8.self)
    }
    var source = "<div>\n  <p>Satu</p>\n  <p>Dua</p>\n</div>\n"
    #expect(without(html(source), source, 0) == "<div>\n  <p>Dua</p>\n</div>\n")
    source = "<ul><li><a href=x>Bagikan</a></li></ul><p>Teks</p>"
    #expect(without(html(source), source, 0) == "<p>Teks</p>")
    source = "<p><img src=x> Bagikan</p>"
    #expect(without(html(source), source, 0) == "<p><img src=x> </p>")
    source = "- satu\n- dua\n\nJudul\n=====\n\n> kutip\n> lagi\n"
    #expect(without(markdown(source), source, 0) == "- dua\n\nJudul\n=====\n\n> kutip\n> lagi\n")
    #expect(without(markdown(source), source, 2) == "- satu\n- dua\n\n\n> kutip\n> lagi\n")
    #expect(without(markdown(source), source, 3) == "- satu\n- dua\n\nJudul\n=====\n\n")
  }
}
