/// Words that tell what language a text is written in.
package enum FunctionWords {
  package static let indonesian: Set<String> = [
    "yang", "dan", "di", "ke", "dari", "untuk", "pada", "dengan", "dalam", "ini", "itu", "adalah", "akan", "tidak",
    "telah", "sudah", "oleh", "sebagai", "juga", "atau", "karena", "bahwa", "mereka", "kami", "kita", "anda", "saya",
    "dia", "ia", "para", "tersebut", "lebih", "dapat", "bisa", "harus", "antara", "setelah", "sebelum", "ketika",
    "saat", "jika", "agar", "namun", "tetapi", "tapi", "serta", "hanya", "masih", "belum", "lagi", "ada", "menjadi",
    "merupakan", "seperti", "secara", "terhadap", "tentang", "hingga", "sampai", "sejak", "selama", "bagi", "kepada",
    "seorang", "sebuah", "satu", "dua", "tiga", "banyak", "beberapa", "semua", "setiap", "orang", "tahun", "hari",
    "mengatakan", "kata", "bukan", "pun", "maka", "sehingga", "melalui", "kembali", "sangat", "paling", "salah",
  ]

  package static let english: Set<String> = [
    "the", "of", "and", "to", "in", "is", "was", "for", "that", "with", "as", "on", "are", "by", "at", "from", "this",
    "be", "have", "has", "had", "were", "which", "their", "they", "his", "her", "its", "been", "will", "would", "an",
    "or", "but", "not", "who", "said", "about", "after", "into", "than", "more", "when", "there", "what", "could",
  ]
}
