#ifndef OUT_JSON_TEXT_H
#define OUT_JSON_TEXT_H
/* Writes JSON as it goes. A member's key is a C string; inside arrays it is NULL. The text is
 * the caller's. Bytes that are no UTF-8, and surrogates, are written as \uXXXX escapes of the
 * surrogate or as U+FFFD. */
#include "base/text.h"

typedef struct JsonText {
    Text *out;
    bool follows; /* a value was written before, in this object or array */
} JsonText;

void json_open_object(JsonText *json, const char *key);
void json_close_object(JsonText *json);
void json_open_array(JsonText *json, const char *key);
void json_close_array(JsonText *json);
void json_put_number(JsonText *json, const char *key, uint64_t value);
void json_put_string(JsonText *json, const char *key, Slice value);
void json_put_bool(JsonText *json, const char *key, bool value);
void json_put_null(JsonText *json, const char *key);
/* A value that is JSON already. */
void json_put_raw(JsonText *json, const char *key, Slice value);
/* A line break, for files that people look into. */
void json_break(JsonText *json);

#endif
