// ICU renames each function with its version by macro (ubrk_next becomes ubrk_next_72). Swift does not expand
// macros, so every function this package calls gets one inline name here that fits any ICU version.
#pragma once

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

static inline UBreakIterator *cicu_ubrk_open(UBreakIteratorType type, const char *locale, UErrorCode *status) {
  return ubrk_open(type, locale, NULL, 0, status);
}
static inline void cicu_ubrk_close(UBreakIterator *iterator) { ubrk_close(iterator); }
static inline int32_t cicu_ubrk_next(UBreakIterator *iterator) { return ubrk_next(iterator); }
static inline int32_t cicu_ubrk_status(UBreakIterator *iterator) { return ubrk_getRuleStatus(iterator); }
static inline void cicu_ubrk_set_text(UBreakIterator *iterator, UText *text, UErrorCode *status) {
  ubrk_setUText(iterator, text, status);
}

static inline UText *cicu_utext_open_utf8(UText *reused, const char *bytes, int64_t length, UErrorCode *status) {
  return utext_openUTF8(reused, bytes, length, status);
}
static inline void cicu_utext_close(UText *text) { utext_close(text); }

static inline const UNormalizer2 *cicu_nfc(UErrorCode *status) { return unorm2_getNFCInstance(status); }
static inline int32_t cicu_normalize(
    const UNormalizer2 *normalizer, const UChar *source, int32_t length, UChar *target, int32_t capacity,
    UErrorCode *status) {
  return unorm2_normalize(normalizer, source, length, target, capacity, status);
}
static inline int32_t cicu_fold_case(
    UChar *target, int32_t capacity, const UChar *source, int32_t length, UErrorCode *status) {
  return u_strFoldCase(target, capacity, source, length, U_FOLD_CASE_DEFAULT, status);
}

static inline UBool cicu_is_alphabetic(UChar32 scalar) { return u_isUAlphabetic(scalar); }
static inline UBool cicu_is_uppercase(UChar32 scalar) { return u_isUUppercase(scalar) || u_istitle(scalar); }
static inline UBool cicu_is_lowercase(UChar32 scalar) { return u_isULowercase(scalar); }
static inline UBool cicu_is_white_space(UChar32 scalar) { return u_isUWhiteSpace(scalar); }
static inline UChar32 cicu_to_upper(UChar32 scalar) { return u_toupper(scalar); }
static inline UChar32 cicu_to_lower(UChar32 scalar) { return u_tolower(scalar); }
static inline int8_t cicu_category(UChar32 scalar) { return u_charType(scalar); }
static inline int32_t cicu_script(UChar32 scalar) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(scalar, &status);
}
static inline int32_t cicu_east_asian_width(UChar32 scalar) {
  return u_getIntPropertyValue(scalar, UCHAR_EAST_ASIAN_WIDTH);
}
static inline int32_t cicu_is_emoji_presentation(UChar32 scalar) {
  return u_hasBinaryProperty(scalar, UCHAR_EMOJI_PRESENTATION);
}
static inline void cicu_version(UVersionInfo version) { u_getVersion(version); }
