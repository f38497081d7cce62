// libhunspell through its C interface, plus the two calls of the C library that finding dictionaries needs: the
// core imports neither Foundation nor a platform module. pkg-config names the library (hunspell-1.7, -1.8 …).
#pragma once

#include <hunspell.h>
#include <stdlib.h>
#include <unistd.h>

static inline Hunhandle *chunspell_open(const char *affixes, const char *words) {
  return Hunspell_create(affixes, words);
}
static inline void chunspell_close(Hunhandle *dictionary) { Hunspell_destroy(dictionary); }
static inline int chunspell_knows(Hunhandle *dictionary, const char *word) {
  return Hunspell_spell(dictionary, word) != 0;
}
static inline const char *chunspell_encoding(Hunhandle *dictionary) { return Hunspell_get_dic_encoding(dictionary); }

static inline const char *chunspell_search_path(void) { return getenv("DICPATH"); }
static inline int chunspell_is_readable(const char *path) { return access(path, R_OK) == 0; }
