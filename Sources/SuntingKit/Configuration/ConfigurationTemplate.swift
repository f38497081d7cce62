package import SuntingCore

/// What `sunting init` writes.
package enum ConfigurationTemplate {
  package static func text(_ language: MessageLanguage) -> String { language == .id ? indonesian : english }

  private static let indonesian = """
    # Pengaturan sunting. Berlaku untuk folder ini dan semua di bawahnya; yang terdekat dengan berkas menang.
    # Lihat hasilnya dengan: sunting config show artikel.md
    version: 1

    # Bahasa pesan: id atau en.
    # language: id

    # Aturan yang menyala: ID, rumpun, atau profil (default, strict, koran).
    select: [default]
    # extend-select: [spelling/religious]
    # ignore: [redundancy]
    # severity: { typography: suggestion }

    # Pengecualian untuk sebagian berkas; yang terakhir cocok menang.
    # overrides:
    #   - { files: ["opini/**"], ignore: [typography] }

    # Berkas yang diperiksa dan yang dilewati; pola ditulis seperti dalam .gitignore.
    # include: ["**/*.{txt,md}"]
    # exclude: ["arsip/**"]

    # Kunci front matter yang berisi prosa.
    # inputs: { "*.md": { front-matter: [title, description] } }

    # Kata dan nama yang dibiarkan; files berisi satu kata atau nama per baris.
    # allow: { words: [kopdar], names: [Sinyal FM], files: [kamus/nama.txt] }

    # Folder aturan sendiri.
    # rules: [aturan/]

    # Mulai tingkat mana pemeriksaan gagal: error, warning, suggestion, never.
    fail-on: warning

    # Temuan lama yang tidak dihitung; ditulis dengan: sunting baseline write .sunting-baseline.json
    # baseline: .sunting-baseline.json

    """

  private static let english = """
    # Settings of sunting. They hold for this folder and all below; the file nearest to an article wins.
    # See what they come to with: sunting config show article.md
    version: 1

    # Language of messages: id or en.
    # language: en

    # Rules that are on: IDs, families or a profile (default, strict, koran).
    select: [default]
    # extend-select: [spelling/religious]
    # ignore: [redundancy]
    # severity: { typography: suggestion }

    # Exceptions for some files; the last that matches wins.
    # overrides:
    #   - { files: ["opinion/**"], ignore: [typography] }

    # Files that are linted and files that are not; patterns are written as in .gitignore.
    # include: ["**/*.{txt,md}"]
    # exclude: ["archive/**"]

    # Keys of the front matter that hold prose.
    # inputs: { "*.md": { front-matter: [title, description] } }

    # Words and names that are let stand; files hold one word or name per line.
    # allow: { words: [kopdar], names: [Sinyal FM], files: [lists/names.txt] }

    # Folders with rules of your own.
    # rules: [rules/]

    # From which severity on a run fails: error, warning, suggestion, never.
    fail-on: warning

    # Old findings that do not count; written with: sunting baseline write .sunting-baseline.json
    # baseline: .sunting-baseline.json

    """
}
