#ifndef JSON_CHECK_H
#define JSON_CHECK_H
/* RFC 8259's grammar over a source: what cJSON would let through is told with its place. */
#include "json/json.h"

/* Where a value stands: its bytes; of a string those between the quotes. */
typedef struct JsonPlace {
    Span span;
    bool has_escapes;
} JsonPlace;

/* Fills document->places in document order. False, with one diagnostic, at the first mistake.
 */
bool check_document(JsonDocument *document);

#endif
