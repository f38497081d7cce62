/// Abbreviations whose stop does not end a sentence (EYD V, Penulisan Singkatan), lower case, without the last stop.
enum Abbreviations {
  static let all: Set<String> = [
    // titles and degrees
    "dr", "drs", "dra", "drg", "drh", "ir", "prof", "hj", "h", "kh", "k.h", "r", "ra", "r.a", "rm", "r.m", "tn", "ny",
    "sdr", "sdri", "bpk", "s.h", "s.e", "s.t", "s.pd", "s.kom", "s.sos", "s.ked", "s.ip", "s.si", "m.a", "m.sc", "m.si",
    "m.hum", "m.pd", "m.m", "m.h", "ph.d", "lc", "st", "sr", "jr", "mr", "mrs", "ms", "gen", "col", "lt", "sen", "rep",
    "gov", "kol", "letkol", "mayjen", "brigjen", "letjen", "jend", "irjen", "kombes", "akbp", "kompol", "akp", "iptu",
    "ipda", "aiptu", "aipda", "serma", "sertu", "serka", "kapt",
    // places and organisations
    "jl", "jln", "gg", "kel", "kec", "kab", "kep", "prov", "pt", "cv", "ud", "tbk", "inc", "ltd", "co", "corp", "no",
    "nomor", "blok", "rt", "rw", "telp", "hp", "fax",
    // money, measure, reference
    "rp", "us", "hlm", "hal", "jil", "vol", "ed", "cet", "ay", "ps", "ttg", "thn", "tgl", "bln", "ca", "k.l", "kl",
    "l.k", "lk", "ttd", "ybs", "yth", "sbb", "dsb", "dst", "dkk", "dll", "tsb", "dgn", "utk", "spt", "mis", "mnt",
    // with several stops
    "a.n", "u.b", "u.p", "d.a", "s.d", "a.l", "s.a.w", "s.w.t", "a.s", "r.a", "a.m", "p.m", "e.g", "i.e", "op.cit",
    "al", "vs", "d.h",
  ]
}
