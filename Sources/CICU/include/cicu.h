// The few ICU functions this package calls, under names that do not change with ICU's version (ICU renames its
// functions by macro: ubrk_next becomes ubrk_next_72) and without ICU's headers: Foundation brings an ICU of its own,
// and the two sets of headers cannot be seen by one Swift module.
#pragma once

#include <stdint.h>

typedef struct cicu_breaks cicu_breaks;

/// Opens an iterator over word (sentences = 0) or sentence boundaries. On failure returns NULL and sets *error.
cicu_breaks *cicu_breaks_open(int sentences, const char *locale, int32_t *error);
void cicu_breaks_close(cicu_breaks *breaks);

/// Sets the text: valid UTF-8 that outlives its use. Returns an ICU error code above zero, or zero.
int32_t cicu_breaks_set_text(cicu_breaks *breaks, const char *bytes, int64_t length);

/// Writes the next ends of segments (byte offsets) and their rule statuses; returns how many, 0 at the text's end.
int32_t cicu_breaks_next(cicu_breaks *breaks, int32_t *ends, int32_t *statuses, int32_t capacity);

/// Full case folding, then NFC, over UTF-16. Returns the length, or -1 when it fails or does not fit.
int32_t cicu_fold(const uint16_t *source, int32_t length, uint16_t *target, int32_t capacity);

int cicu_is_alphabetic(uint32_t scalar);
int cicu_is_uppercase(uint32_t scalar);
int cicu_is_lowercase(uint32_t scalar);
int cicu_is_white_space(uint32_t scalar);
uint32_t cicu_to_upper(uint32_t scalar);
uint32_t cicu_to_lower(uint32_t scalar);
/// ICU's number of the script.
int32_t cicu_script(uint32_t scalar);
int32_t cicu_script_latin(void);
int32_t cicu_script_cyrillic(void);
int32_t cicu_script_greek(void);
/// Columns in a terminal: 0, 1 or 2.
int cicu_terminal_width(uint32_t scalar);
/// Four numbers.
void cicu_version(uint8_t *version);
