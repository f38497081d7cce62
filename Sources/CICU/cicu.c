#include "cicu.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

struct cicu_breaks {
  UBreakIterator *iterator;
  UText text;
};

cicu_breaks *cicu_breaks_open(int sentences, const char *locale, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  cicu_breaks *breaks = malloc(sizeof *breaks);
  if (breaks == NULL) {
    *error = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  breaks->iterator = ubrk_open(sentences ? UBRK_SENTENCE : UBRK_WORD, locale, NULL, 0, &status);
  if (U_FAILURE(status)) {
    *error = status;
    free(breaks);
    return NULL;
  }
  UText text = UTEXT_INITIALIZER;
  breaks->text = text;
  *error = 0;
  return breaks;
}

void cicu_breaks_close(cicu_breaks *breaks) {
  ubrk_close(breaks->iterator);
  utext_close(&breaks->text);
  free(breaks);
}

int32_t cicu_breaks_set_text(cicu_breaks *breaks, const char *bytes, int64_t length) {
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&breaks->text, bytes, length, &status);
  ubrk_setUText(breaks->iterator, &breaks->text, &status);
  return U_FAILURE(status) ? status : 0;
}

int32_t cicu_breaks_next(cicu_breaks *breaks, int32_t *ends, int32_t *statuses, int32_t capacity) {
  int32_t count = 0;
  while (count < capacity) {
    int32_t end = ubrk_next(breaks->iterator);
    if (end == UBRK_DONE) break;
    ends[count] = end;
    statuses[count] = ubrk_getRuleStatus(breaks->iterator);
    count += 1;
  }
  return count;
}

int32_t cicu_fold(const uint16_t *source, int32_t length, uint16_t *target, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UChar *folded = malloc(sizeof(UChar) * (size_t)capacity);
  if (folded == NULL) return -1;
  int32_t count = u_strFoldCase(folded, capacity, source, length, U_FOLD_CASE_DEFAULT, &status);
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  count = unorm2_normalize(nfc, folded, count, target, capacity, &status);
  free(folded);
  return U_FAILURE(status) ? -1 : count;
}

int cicu_is_alphabetic(uint32_t scalar) { return u_isUAlphabetic((UChar32)scalar); }
int cicu_is_uppercase(uint32_t scalar) { return u_isUUppercase((UChar32)scalar) || u_istitle((UChar32)scalar); }
int cicu_is_lowercase(uint32_t scalar) { return u_isULowercase((UChar32)scalar); }
int cicu_is_white_space(uint32_t scalar) { return u_isUWhiteSpace((UChar32)scalar); }
uint32_t cicu_to_upper(uint32_t scalar) { return (uint32_t)u_toupper((UChar32)scalar); }
uint32_t cicu_to_lower(uint32_t scalar) { return (uint32_t)u_tolower((UChar32)scalar); }

int32_t cicu_script(uint32_t scalar) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript((UChar32)scalar, &status);
}
int32_t cicu_script_latin(void) { return USCRIPT_LATIN; }
int32_t cicu_script_cyrillic(void) { return USCRIPT_CYRILLIC; }
int32_t cicu_script_greek(void) { return USCRIPT_GREEK; }

int cicu_terminal_width(uint32_t scalar) {
  switch (u_charType((UChar32)scalar)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
      return 0;
    default:
      break;
  }
  int32_t width = u_getIntPropertyValue((UChar32)scalar, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH || u_hasBinaryProperty((UChar32)scalar, UCHAR_EMOJI_PRESENTATION)
             ? 2
             : 1;
}

void cicu_version(uint8_t *version) { u_getVersion(version); }
