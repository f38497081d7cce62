// One JSON record: where its fields stand, and the text of one of them. A small layer over simdjson, which checks the
// whole record; all other bytes can be copied through.
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct sunting_records sunting_records;

// A stretch of the record; empty (start == end) when there is none.
typedef struct { size_t start, end; } sunting_span;

typedef enum {
  SUNTING_RECORD_OK = 0,
  SUNTING_RECORD_BROKEN,      // not JSON
  SUNTING_RECORD_NO_OBJECT,   // JSON, but not an object
  SUNTING_RECORD_NO_FIELD,
  SUNTING_RECORD_NO_STRING,   // the field is not a string
  SUNTING_RECORD_BAD_STRING,  // a lone surrogate
} sunting_record_status;

typedef struct {
  const char *text;  // the field, decoded; valid until the next record
  size_t text_length;
  sunting_span field;    // its value as written, quotation marks included
  sunting_span id;       // the value of the ID field as written
  sunting_span own;      // the value of a field “sunting” that is there already
  sunting_span reason;   // the value of a field “filter_reason” that is there already
  const char *name;      // the ID: a string decoded, anything else as written; NULL when there is none
  size_t name_length;
  size_t brace;          // the object's closing brace
  int is_empty;          // no fields at all
  const char *problem;   // the parser's words, for a broken record
} sunting_record;

sunting_records *sunting_records_new(void);
void sunting_records_free(sunting_records *records);

// How many readable bytes must follow a record.
size_t sunting_records_padding(void);

sunting_record_status sunting_records_read(
    sunting_records *records, const char *bytes, size_t count, const char *field, size_t field_length, const char *id,
    size_t id_length, sunting_record *record);

#ifdef __cplusplus
}
#endif
