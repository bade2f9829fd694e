#include "json/json.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "json/check.h"

/* cJSON's valueint saturates and is of no use to anybody: it holds the index of the value's
 * place. */
static void number_places(cJSON *value, int *next)
{
    for (; value; value = value->next) {
        value->valueint = (*next)++;
        number_places(value->child, next);
    }
}

bool json_open(JsonDocument *document, const Source *source, Diagnostics *diagnostics)
{
    *document = (JsonDocument){.source = source, .diagnostics = diagnostics, .fine = true};
    if (!check_document(document)) {
        document->fine = false;
        return false;
    }
    document->root = cJSON_ParseWithLength(source->bytes, source->length);
    if (!document->root) {
        diagnostics_add(diagnostics, source, (Span){0, 0}, "this is no JSON");
        return false;
    }
    int next = 0;
    number_places(document->root, &next);
    return true;
}

void json_close(JsonDocument *document)
{
    cJSON_Delete(document->root);
    free(document->places);
    region_done(&document->region);
    *document = (JsonDocument){0};
}

Span json_span(const JsonDocument *document, const cJSON *value, bool *ret_exact)
{
    const JsonPlace *place = &document->places[value->valueint];
    if (ret_exact)
        *ret_exact = !place->has_escapes;
    return place->span;
}

bool json_fail(JsonDocument *document, const cJSON *value, const char *format, ...)
{
    Text message = {0};
    va_list arguments;
    va_start(arguments, format);
    text_append_format_list(&message, format, arguments);
    va_end(arguments);
    diagnostics_add(document->diagnostics, document->source, json_span(document, value, NULL),
                    "%s", text_string(&message));
    text_done(&message);
    document->fine = false;
    return false;
}

static bool is_known(const char *name, const char *const *known)
{
    for (; **known; known++)
        if (strcmp(name, *known) == 0)
            return true;
    return false;
}

bool json_object(JsonDocument *document, const cJSON *value, const char *const *known)
{
    if (!value)
        return false;
    if (!cJSON_IsObject(value))
        return json_fail(document, value, "expected an object in braces here");
    bool fine = true;
    for (const cJSON *member = value->child; member; member = member->next)
        if (!is_known(member->string, known))
            fine =
                json_fail(document, member, "the key \"%s\" is not known here", member->string);
    return fine;
}

const cJSON *json_member(JsonDocument *document, const cJSON *object, const char *name,
                         bool required)
{
    const cJSON *member = cJSON_GetObjectItemCaseSensitive(object, name);
    if (!member && required)
        json_fail(document, object, "the key \"%s\" is missing", name);
    return member;
}

bool json_text(JsonDocument *document, const cJSON *value, size_t least, size_t most,
               Slice *ret_text)
{
    if (!value)
        return false;
    if (!cJSON_IsString(value))
        return json_fail(document, value, "expected a text in double quotes here");
    size_t length = strlen(value->valuestring);
    size_t points = utf8_count(value->valuestring, length);
    if (points < least)
        return json_fail(document, value, "this text may not be empty");
    if (points > most)
        return json_fail(document, value,
                         "this text has %zu characters; at most %zu are allowed", points, most);
    *ret_text = (Slice){value->valuestring, length};
    return true;
}

bool json_integer(JsonDocument *document, const cJSON *value, double least, double most,
                  long long *ret_value)
{
    if (!value)
        return false;
    if (!cJSON_IsNumber(value) || floor(value->valuedouble) != value->valuedouble)
        return json_fail(document, value, "expected a whole number here");
    if (value->valuedouble < least || value->valuedouble > most)
        return json_fail(document, value, "this number must be from %.0f to %.0f", least, most);
    *ret_value = (long long)value->valuedouble;
    return true;
}

bool json_number(JsonDocument *document, const cJSON *value, double *ret_value)
{
    if (!value)
        return false;
    if (!cJSON_IsNumber(value))
        return json_fail(document, value, "expected a number here");
    *ret_value = value->valuedouble;
    return true;
}

bool json_bool(JsonDocument *document, const cJSON *value, bool *ret_value)
{
    if (!value)
        return false;
    if (!cJSON_IsBool(value))
        return json_fail(document, value, "expected true or false here");
    *ret_value = cJSON_IsTrue(value);
    return true;
}

bool json_array(JsonDocument *document, const cJSON *value, size_t least, size_t most)
{
    if (!value)
        return false;
    if (!cJSON_IsArray(value))
        return json_fail(document, value, "expected a list in brackets here");
    size_t count = 0;
    for (const cJSON *item = value->child; item; item = item->next)
        count++;
    if (count < least || count > most)
        return json_fail(document, value, "%zu entries stand here; %zu to %zu are allowed",
                         count, least, most);
    return true;
}

bool json_choice(JsonDocument *document, const cJSON *value, const char *const *words,
                 int *ret_index)
{
    if (!value)
        return false;
    Text allowed = {0};
    for (int i = 0; *words[i]; i++) {
        if (cJSON_IsString(value) && strcmp(value->valuestring, words[i]) == 0) {
            *ret_index = i;
            text_done(&allowed);
            return true;
        }
        text_append_format(&allowed, "%s\"%s\"", i ? ", " : "", words[i]);
    }
    json_fail(document, value, "expected one of %s here", text_string(&allowed));
    text_done(&allowed);
    return false;
}
