#include "out/json_text.h"

static void append_quoted(Text *out, Slice text)
{
    text_append_char(out, '"');
    for (size_t at = 0; at < text.length;) {
        uint32_t point;
        size_t length = utf8_decode(text.bytes + at, text.length - at, &point);
        at += length ? length : 1;
        if (!length)
            point = 0xFFFD;
        if (point == '"' || point == '\\')
            text_append_format(out, "\\%c", (int)point);
        else if (point == '\n')
            text_append_string(out, "\\n");
        else if (point < 0x20 || point == 0x7F || (point >= 0xD800 && point < 0xE000))
            text_append_format(out, "\\u%04x", point);
        else
            text_append_point(out, point);
    }
    text_append_char(out, '"');
}

static void start(JsonText *json, const char *key)
{
    if (json->follows)
        text_append_char(json->out, ',');
    json->follows = true;
    if (!key)
        return;
    append_quoted(json->out, slice_of(key));
    text_append_char(json->out, ':');
}

static void open(JsonText *json, const char *key, char bracket)
{
    start(json, key);
    text_append_char(json->out, bracket);
    json->follows = false;
}

static void close(JsonText *json, char bracket)
{
    text_append_char(json->out, bracket);
    json->follows = true;
}

void json_open_object(JsonText *json, const char *key)
{
    open(json, key, '{');
}

void json_close_object(JsonText *json)
{
    close(json, '}');
}

void json_open_array(JsonText *json, const char *key)
{
    open(json, key, '[');
}

void json_close_array(JsonText *json)
{
    close(json, ']');
}

void json_put_number(JsonText *json, const char *key, uint64_t value)
{
    start(json, key);
    text_append_format(json->out, "%llu", (unsigned long long)value);
}

void json_put_string(JsonText *json, const char *key, Slice value)
{
    start(json, key);
    append_quoted(json->out, value);
}

void json_put_bool(JsonText *json, const char *key, bool value)
{
    json_put_raw(json, key, slice_of(value ? "true" : "false"));
}

void json_put_null(JsonText *json, const char *key)
{
    json_put_raw(json, key, slice_of("null"));
}

void json_put_raw(JsonText *json, const char *key, Slice value)
{
    start(json, key);
    text_append_slice(json->out, value);
}

void json_break(JsonText *json)
{
    text_append_char(json->out, '\n');
}
