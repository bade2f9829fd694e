#ifndef JSON_JSON_H
#define JSON_JSON_H
/* JSON as RFC 8259 has it, on top of cJSON, which lets much else through: trailing garbage,
 * duplicate keys, broken UTF-8, raw control characters, NUL, 0123, 1., 1e400. A document is
 * checked first, here, with places for carets; only then does cJSON read it. Readers ask for
 * members by name and type; what a reader never asked for is told as unknown. */
#include <cjson/cJSON.h>
#include <stdbool.h>

#include "base/diagnostic.h"
#include "base/region.h"

enum { JSON_NESTING_LIMIT = 64 };

typedef struct JsonDocument {
    Region region;
    const Source *source;
    Diagnostics *diagnostics;
    cJSON *root;
    struct JsonPlace *places; /* where each value stands, in document order */
    size_t place_count, place_capacity;
    bool fine; /* false once a mistake has been told */
} JsonDocument;

/* Reads a source (which must outlive the document). False, with diagnostics, when it is no
 * JSON. */
bool json_open(JsonDocument *document, const Source *source, Diagnostics *diagnostics);
void json_close(JsonDocument *document);

/* Where a value stands in the source. Of a string the span is without its quotes, and
 * `ret_exact` (may be NULL) says that it has no escapes. */
Span json_span(const JsonDocument *document, const cJSON *value, bool *ret_exact);
/* Tells a mistake at a value. Always false. */
bool json_fail(JsonDocument *document, const cJSON *value, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The value must be an object, and its keys among `known` ("" ended). */
bool json_object(JsonDocument *document, const cJSON *value, const char *const *known);
/* A member by its exact name; NULL where there is none, told when it is `required`. */
const cJSON *json_member(JsonDocument *document, const cJSON *object, const char *name,
                         bool required);
/* Each of these is false, with a diagnostic, when the value is missing (NULL: told by
 * json_member), of another type or out of range; `*ret_…` is then untouched. */
bool json_text(JsonDocument *document, const cJSON *value, size_t least, size_t most,
               Slice *ret_text);
bool json_integer(JsonDocument *document, const cJSON *value, double least, double most,
                  long long *ret_value);
bool json_number(JsonDocument *document, const cJSON *value, double *ret_value);
bool json_bool(JsonDocument *document, const cJSON *value, bool *ret_value);
bool json_array(JsonDocument *document, const cJSON *value, size_t least, size_t most);
/* The index of a text among `words` ("" ended). */
bool json_choice(JsonDocument *document, const cJSON *value, const char *const *words,
                 int *ret_index);

#endif
