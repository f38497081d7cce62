/// How common the commonest words of published Indonesian are, rounded to two digits. Only the order of magnitude
/// matters: patterns are anchored at their rarest word.
enum WordFrequencies {
  /// Occurrences per million words; rare words count as five.
  static func perMillion(_ word: String) -> Int { table[word] ?? marks[word] ?? 5 }

  /// Marks are commoner than nearly all words: a pattern is hardly ever anchored at one.
  private static let marks: [String: Int] = [
    ",": 60000, ".": 50000, "“": 6000, "”": 6000, "\"": 6000, "(": 5000, ")": 5000, "-": 4000, ":": 3000, "/": 2000,
    "–": 1500, "%": 1500, "?": 700, "!": 400, ";": 700, "'": 500, "$": 400, "&": 300,
  ]

  private static let table: [String: Int] = {
    var table: [String: Int] = [:]
    for entry in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let parts = entry.split(separator: ":")
      table[String(parts[0])] = Int(parts[1])
    }
    return table
  }()

  private static let text = """
    yang:33000 dan:30000 di:23000 untuk:13000 dengan:10000 dari:10000 ini:9900 pada:9300 dalam:9100 tidak:8600
    oleh:5100 atau:4900 desa:4900 lebih:4800 program:4700 tersebut:4700 kabupaten:4500 juga:4500 akan:4400
    masyarakat:4400 mereka:4300 bahwa:4100 karena:4100 adalah:3900 sekolah:3700 itu:3600 secara:3500 dapat:3500
    tingkat:3500 ke:3300 tahun:3200 telah:3200 ada:3200 menjadi:3100 sebagai:3000 rumah:3000 pemerintah:2900
    hanya:2800 daerah:2800 indonesia:2800 dana:2600 miskin:2500 beberapa:2500 bagi:2500 keluarga:2400 memiliki:2400
    kesehatan:2300 seperti:2300 lain:2300 wilayah:2300 terhadap:2300 banyak:2200 jumlah:2200 pendidikan:2200
    besar:2200 orang:2200 kota:2200 kepada:2200 satu:2200 hal:2100 antara:2100 para:2000 baik:1900 rp:1900
    dilakukan:1800 guru:1800 namun:1800 melalui:1800 masih:1700 hasil:1700 kegiatan:1700 saat:1700 harus:1700
    tentang:1700 merupakan:1600 tangga:1600 biaya:1600 sebagian:1600 layanan:1600 kecamatan:1600 kelompok:1600
    berbagai:1500 sangat:1500 pelaksanaan:1500 atas:1500 serta:1400 semua:1400 sudah:1400 tinggi:1400 peserta:1400
    sama:1400 dua:1400 data:1300 terdapat:1300 sekitar:1300 memberikan:1300 umum:1300 bantuan:1300 sementara:1300
    kepala:1300 setiap:1300 hingga:1300 lainnya:1300 adanya:1200 anggota:1200 terjadi:1200 tetapi:1200 usaha:1200
    baru:1200 pasar:1200 melakukan:1200 selain:1200 bisa:1200 per:1200 selama:1200 cukup:1100 sektor:1100
    lembaga:1100 kerja:1100 belum:1100 informasi:1100 menggunakan:1100 setelah:1100 pelayanan:1100 provinsi:1100
    menunjukkan:1100 berdasarkan:1100 kemiskinan:1100 sehingga:1100 dampak:1000 negara:1000 tanah:1000 waktu:1000
    pusat:1000 umumnya:1000 sistem:1000 termasuk:1000 maupun:1000 anak:1000 responden:1000 pemda:1000 warga:1000
    kurang:1000 bekerja:1000 bulan:1000 hari:1000 meningkatkan:1000 penerima:1000 yaitu:1000 pembangunan:1000
    kondisi:1000 jika:990 hukum:990 perempuan:980 meskipun:970 kasus:970 pertama:970 keuangan:970 tiga:960
    proses:950 seluruh:940 sampel:940 sebuah:930 paling:930 menerima:920 utama:910 ekonomi:900 australia:890
    kecil:890 peningkatan:890 kebijakan:890 tabel:880 salah:880 mengenai:880 kedua:880 menurut:880 dinas:860
    mencapai:860 bank:860 demikian:860 harga:850 puskesmas:840 bagian:840 juta:840 nasional:820 kredit:820 studi:820
    terkait:810 bos:810 penelitian:790 barat:790 digunakan:790 perlu:780 membuat:770 penduduk:770 dasar:770
    dunia:760 proyek:760 langsung:760 mengatakan:760 mengalami:750 bidang:750 tempat:750 sakit:750 jalan:750
    kali:740 siswa:740 bahkan:730 seorang:730 tetap:730 timur:730 jawa:730 akses:730 covid:720 mendapatkan:720
    pihak:720 jenis:710 sejak:710 sumber:700 kebutuhan:700 membantu:700 jakarta:690 pekerja:690 rendah:690
    terutama:690 kelurahan:690 kami:680 mungkin:680 sedangkan:680 agar:680 sesuai:680 penggunaan:680 sosial:670
    khusus:670 pedagang:670 persen:670 air:670 pt:670 aipj:670 khususnya:660 hampir:660 pasien:660 ia:660
    menyediakan:660 laporan:650 pinjaman:650 awal:650 raskin:650 dak:650 sosialisasi:650 perusahaan:650
    menyatakan:650 mempunyai:650 upaya:640 kantor:640 murid:640 relatif:640 sebesar:640 kemudian:630 pertanian:630
    dibandingkan:620 mulai:620 penting:620 virus:620 berbeda:620 luar:620 kesejahteraan:610 biasanya:610
    masing-masing:610 manfaat:610 saadp:610 misalnya:600 pungutan:600 rata-rata:600 jauh:600 saja:600 nilai:590
    jaminan:590 ketika:590 lagi:590 mampu:590 tim:580 masalah:580 sebelumnya:580 bawah:580 diberikan:580 pernah:580
    sendiri:570 beras:570 lokal:570 fgd:560 sebelum:560 sd:560 penyakit:560 no:560 berada:550 kembali:550
    daripada:550 proporsi:550 tujuan:540 fasilitas:540 kualitas:540 sampai:530 angka:530 memperoleh:530
    pemerintahan:530 ntt:520 bentuk:520 tua:520 upkd:520 sedikit:520 sasaran:520 dilaksanakan:510 sertifikasi:510
    tanpa:510 aparat:510 utara:510 tengah:510 rencana:500 signifikan:500 selatan:500 anggaran:490 luas:490
    mencakup:490 industri:490 petani:490 meningkat:490 alasan:480 uang:480 krisis:480 pendapatan:480 ibu:480
    empat:480 perubahan:480 rt:480 pekerjaan:470 surat:470 mendapat:470 total:470 akibat:470 lalu:470 lokasi:470
    alokasi:470 membayar:460 sedang:460 retribusi:460 mendukung:460 perda:460 lapangan:460 tersedia:460 pun:460
    pnpm:460 pap:460 negeri:460 manusia:460 kebanyakan:460 kepentingan:460 bukan:460 peraturan:450 perkotaan:450
    keputusan:450 menengah:450 akhir:450 laki-laki:450 suatu:450 skema:450 menyebabkan:440 cara:440 pekalongan:440
    mengurangi:440 tertentu:440 mekanisme:440 pengadilan:430 i:430 swasta:430 kita:430 mikro:430 pekka:430
    cenderung:430 saya:430 pengembangan:430 memenuhi:430 lima:420 tinggal:420 pengelolaan:420 kinerja:420
    terbatas:420 setempat:420 kontrol:410 terdiri:410 terakhir:410 perdagangan:410 tangan:410 masa:410 maka:410
    aceh:410 bidan:410 teknis:400 kapasitas:400 nama:400 yakni:400 penilaian:400 mengetahui:400 mana:400 anda:400
    apakah:390 kemungkinan:390 amerika:390 sars-cov:390 infrastruktur:390 keadilan:390 maret:390 pelatihan:390
    perbedaan:380 rw:380 daya:380 bersama:380 kaya:380 terus:380 dia:380 wawancara:380 jelas:380 propinsi:380
    badan:380 efektif:380 kemampuan:380 dianggap:380 partisipasi:380 semakin:380 tradisional:370 sejumlah:370
    analisis:370 peran:370 pelaksana:370 ausaid:370 sering:370 publik:370 petugas:370 indikator:370 pajak:370
    kemitraan:370 hidup:360 bila:360 diterima:360 a:360 perencanaan:360 smp:360 resmi:360 tambahan:360 kata:360
    ditemukan:360 usia:360 bersifat:360 korupsi:360 as:360 kajian:350 survei:350 hubungan:350 anak-anak:350
    masuk:350 berikut:350 ii:350 tertinggi:350 positif:350 jawab:350 memberi:350 portofolio:350 jangka:340
    diperlukan:340 askes:340 jasa:340 april:340 ketiga:340 dukungan:340 ditetapkan:340 dilihat:340 transportasi:330
    organisasi:330 tenaga:330 modal:330 uji:330 pembayaran:330 penurunan:330 penyedia:330 smeru:330 kelas:330
    dokumen:330 mendorong:330 tiongkok:320 walaupun:320 sekarang:320 miliar:320 pengaduan:320 sebanyak:320
    panjang:320 satker:310 staf:310 perbaikan:310 formal:310 mengikuti:310 evaluasi:310 persentase:310
    koordinasi:310 memadai:310 presiden:310 jpk-gakin:310 pemberian:310 internasional:310 slt:310 berjalan:300
    berasal:300 keseluruhan:300 melibatkan:300 keberadaan:300 diharapkan:300 lama:300 penerimaan:300 agama:300
    uu:300 penanggulangan:300 pos:300 ketentuan:300 triliun:290 b:290 membangun:290 mengembangkan:290 buku:290
    izin:290 lsm:290 kuota:290 dekat:290 lptk:290 tahap:290 musim:290 sebagaimana:290 koronavirus:290 pengusaha:290
    kg:290 melaksanakan:290 praktik:290 rupiah:290 lihat:290 berhasil:290 kalau:290 melihat:290 lahan:290
    dibanding:290 jam:290 iuran:290 reformasi:280 berlangsung:280 merasa:280 ketua:280 iii:280 makanan:280
    administrasi:280 berkaitan:280 mudah:280 diperoleh:280 pengeluaran:280 sekali:280 pernikahan:280 sulit:280
    berupa:280 hak:280 mata:280 muncul:280 dinilai:270 persyaratan:270 ikan:270 peneliti:270 tak:270 lingkungan:270
    tata:270 akhirnya:270 diri:270 distribusi:270 unit:270 periode:270 usdrp:270 penyediaan:270 pengurus:270
    cepat:270 gejala:270 pendekatan:270 bahan:270 kematian:270 serikat:270 tapi:270 tepat:270 produksi:270 kartu:270
    diketahui:260 jarak:260 kecuali:260 pemantauan:260 lanjut:260 supermarket:260 fasilitator:260 faktor:260
    tugas:260 pejabat:260 departemen:260 pemilihan:260 bps:260 laut:260 dewan:260 kriteria:260 besarnya:260
    memilih:260 barang:260 infeksi:260 daftar:260 koperasi:260 pengawasan:260 obat:260 terlalu:260 apa:260
    pemangku:260 terletak:250 dilaporkan:250 berkembang:250 kelahiran:250 dipilih:250 sarana:250 risiko:250
    posyandu:250 pula:250 sebenarnya:250 diperkirakan:250 penetapan:250 menemukan:250 pengetahuan:250 ternak:250
    terbesar:250 pertumbuhan:250 disebabkan:250 kupang:250 target:240 enam:240 negatif:240 perawatan:240 berarti:240
    meliputi:240 samping:240 keadaan:240 dusun:240 produk:240 sulawesi:240 permintaan:240 pembuatan:240 rekening:240
    pertemuan:240 tenggara:240 pola:240 seharusnya:240 apbd:240 titik:240 persoalan:240 meski:240 buruh:240
    aspek:240 terlihat:240 rakyat:240 mengajukan:240 januari:240 minggu:230 strategi:230 lembaga-lembaga:230
    kepemilikan:230 contoh:230 mengeluarkan:230 dokter:230 mengambil:230 cirebon:230 akta:230 kontribusi:230
    aturan:230 rangka:230 spada:230 perkebunan:230 subsidi:230 kewenangan:230 depan:230 sebaliknya:230
    universitas:220 terendah:220 wabah:220 manajemen:220 dikelola:220 bervariasi:220 pencairan:220 alat:220
    pengalaman:220 ketersediaan:220 monitoring:220 perdesaan:220 datang:220 memperbaiki:220 selalu:220
    """
}
