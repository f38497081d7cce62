#include "crecords.h"

#include <simdjson.h>

#include <string>
#include <string_view>

using namespace simdjson;

struct sunting_records {
  ondemand::parser parser;
  std::string text, name;
};

sunting_records *sunting_records_new(void) { return new (std::nothrow) sunting_records; }
void sunting_records_free(sunting_records *records) { delete records; }
size_t sunting_records_padding(void) { return SIMDJSON_PADDING; }

namespace {

error_code check(ondemand::value value);

error_code check_array(ondemand::array array) {
  for (auto element : array) {
    ondemand::value value;
    SIMDJSON_TRY(element.get(value));
    SIMDJSON_TRY(check(value));
  }
  return SUCCESS;
}

error_code check_object(ondemand::object object) {
  for (auto result : object) {
    ondemand::field field;
    SIMDJSON_TRY(std::move(result).get(field));
    SIMDJSON_TRY(field.unescaped_key().error());
    SIMDJSON_TRY(check(field.value()));
  }
  return SUCCESS;
}

// On-demand parsing looks only at what is asked for; a record is passed on only when all of it is JSON.
error_code check(ondemand::value value) {
  ondemand::json_type type;
  SIMDJSON_TRY(value.type().get(type));
  switch (type) {
    case ondemand::json_type::array: {
      ondemand::array array;
      SIMDJSON_TRY(value.get_array().get(array));
      return check_array(array);
    }
    case ondemand::json_type::object: {
      ondemand::object object;
      SIMDJSON_TRY(value.get_object().get(object));
      return check_object(object);
    }
    case ondemand::json_type::string: return value.get_string().error();
    case ondemand::json_type::number: return value.get_double().error();
    case ondemand::json_type::boolean: return value.get_bool().error();
    default: {
      bool is_null = false;
      SIMDJSON_TRY(value.is_null().get(is_null));
      return is_null ? SUCCESS : N_ATOM_ERROR;
    }
  }
}

bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

}  // namespace

sunting_record_status sunting_records_read(
    sunting_records *records, const char *bytes, size_t count, const char *field_name, size_t field_length,
    const char *id_name, size_t id_length, sunting_record *record) {
  *record = sunting_record{};
  auto broken = [&](error_code error) {
    record->problem = error_message(error);
    return SUNTING_RECORD_BROKEN;
  };
  const std::string_view wanted(field_name, field_length), id(id_name, id_length);
  ondemand::document document;
  auto error = records->parser.iterate(bytes, count, count + SIMDJSON_PADDING).get(document);
  if (error) return broken(error);
  ondemand::json_type type;
  if ((error = document.type().get(type))) return broken(error);
  ondemand::object object;
  if (type != ondemand::json_type::object) return SUNTING_RECORD_NO_OBJECT;
  if ((error = document.get_object().get(object))) return broken(error);

  auto found = SUNTING_RECORD_NO_FIELD;
  record->is_empty = 1;
  for (auto result : object) {
    ondemand::field field;
    if ((error = std::move(result).get(field))) return broken(error);
    record->is_empty = 0;
    std::string_view key;
    if ((error = field.unescaped_key().get(key))) return broken(error);
    const bool is_field = key == wanted, is_id = id_length > 0 && key == id, is_own = key == "sunting",
               is_reason = key == "filter_reason";
    ondemand::value value = field.value();
    ondemand::json_type kind;
    if ((error = value.type().get(kind))) return broken(error);
    const char *location;
    if ((error = value.current_location().get(location))) return broken(error);
    sunting_span span{static_cast<size_t>(location - bytes), 0};
    if (is_field && kind == ondemand::json_type::string) {
      std::string_view text;
      error = value.get_string().get(text);
      if (error) {
        found = SUNTING_RECORD_BAD_STRING;
        return broken(error);
      }
      records->text.assign(text);
      if (is_id) records->name.assign(text);
      found = validate_utf8(records->text) ? SUNTING_RECORD_OK : SUNTING_RECORD_BAD_STRING;
    } else if (is_id && kind == ondemand::json_type::string) {
      std::string_view name;
      if ((error = value.get_string().get(name))) return broken(error);
      records->name.assign(name);
    } else {
      if (is_field) found = SUNTING_RECORD_NO_STRING;
      if ((error = check(value))) return broken(error);
    }
    // the parser stands at the comma or brace behind the value
    if ((error = document.current_location().get(location))) return broken(error);
    span.end = static_cast<size_t>(location - bytes);
    while (span.end > span.start && is_space(bytes[span.end - 1])) span.end--;
    if (is_field) record->field = span;
    if (is_own) record->own = span;
    if (is_reason) record->reason = span;
    if (is_id) {
      record->id = span;
      if (kind != ondemand::json_type::string) records->name.assign(bytes + span.start, span.end - span.start);
    }
  }
  const char *location;
  if (document.current_location().get(location) == SUCCESS) return broken(TRAILING_CONTENT);
  size_t end = count;
  while (end > 0 && is_space(bytes[end - 1])) end--;
  if (end == 0 || bytes[end - 1] != '}') return broken(TAPE_ERROR);
  record->brace = end - 1;
  if (record->id.end > 0) {
    record->name = records->name.data();
    record->name_length = records->name.size();
  }
  record->text = records->text.data();
  record->text_length = records->text.size();
  return found;
}
