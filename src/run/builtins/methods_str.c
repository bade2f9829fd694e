/* The table of str's methods; what they do is in methods_str_find.c and its neighbours. */
#include "run/text/str_common.h"
#include "run/types/reduce.h"

static ObjectId str_encode(Run *run, const Arguments *arguments)
{
    const char *encoding, *errors;
    if (!encode_options(run, "encode", argument_at(arguments, 1), argument_at(arguments, 2),
                        &encoding, &errors))
        return 0;
    Text bytes = {0};
    if (text_encode(run, str_slice(run_model(run), arguments->values[0]), encoding, errors,
                    &bytes))
        return bytes_of_text(run, &bytes);
    text_done(&bytes);
    return 0;
}

static const char *const encode_keywords[] = {"encoding", "errors", ""};
static const char *const split_keywords[] = {"sep", "maxsplit", ""};
static const char *const splitlines_keywords[] = {"keepends", ""};
static const char *const expandtabs_keywords[] = {"tabsize", ""};
static const char *const replace_keywords[] = {"", "", "count", ""};

const Native methods_str[] = {
    SLOT_ROWS_COMPARE,
    SLOT_ROWS_SEQUENCE,
    SLOT_ROWS_CONTAINER,
    SLOT_ROW_GETITEM,
    SLOT_ROW_HASH,
    SLOT_ROW_REPR,
    SLOT_ROW_STR,
    REDUCE_ROW_NEW_ARGUMENTS,
    SLOT_ROW_FORMAT,
    {"__mod__", slot_mod, 1, 1, NULL, NATIVE_SLOT},
    {"__new__", str_new_value, 0, -1, NULL, NATIVE_STATIC},
    {"__rmod__", slot_rmod, 1, 1, NULL, NATIVE_SLOT},
    {"capitalize", str_capitalize, 0, 0, NULL, NATIVE_NOARGS},
    {"casefold", str_casefold, 0, 0, NULL, NATIVE_NOARGS},
    {"center", str_center, 1, 2, NULL, NATIVE_CLINIC},
    {"count", str_count, 1, 3, NULL, NATIVE_RAW},
    {"encode", str_encode, 0, 2, encode_keywords, NATIVE_VARARGS},
    {"endswith", str_endswith, 1, 3, NULL, NATIVE_RAW},
    {"expandtabs", str_expandtabs, 0, 1, expandtabs_keywords, NATIVE_VARARGS},
    {"find", str_find, 1, 3, NULL, NATIVE_RAW},
    {"format", str_format_method, 0, -1, NULL, NATIVE_RAW},
    {"format_map", str_format_map, 1, 1, NULL, NATIVE_O},
    {"index", str_index, 1, 3, NULL, NATIVE_RAW},
    {"isalnum", str_isalnum, 0, 0, NULL, NATIVE_NOARGS},
    {"isalpha", str_isalpha, 0, 0, NULL, NATIVE_NOARGS},
    {"isascii", str_isascii, 0, 0, NULL, NATIVE_NOARGS, 7, 0},
    {"isdecimal", str_isdecimal, 0, 0, NULL, NATIVE_NOARGS},
    {"isdigit", str_isdigit, 0, 0, NULL, NATIVE_NOARGS},
    {"isidentifier", str_isidentifier, 0, 0, NULL, NATIVE_NOARGS},
    {"islower", str_islower, 0, 0, NULL, NATIVE_NOARGS},
    {"isnumeric", str_isnumeric, 0, 0, NULL, NATIVE_NOARGS},
    {"isprintable", str_isprintable, 0, 0, NULL, NATIVE_NOARGS},
    {"isspace", str_isspace, 0, 0, NULL, NATIVE_NOARGS},
    {"istitle", str_istitle, 0, 0, NULL, NATIVE_NOARGS},
    {"isupper", str_isupper, 0, 0, NULL, NATIVE_NOARGS},
    {"join", str_join, 1, 1, NULL, NATIVE_O},
    {"ljust", str_ljust, 1, 2, NULL, NATIVE_CLINIC},
    {"lower", str_lower, 0, 0, NULL, NATIVE_NOARGS},
    {"lstrip", str_lstrip, 0, 1, NULL, NATIVE_PARSE, 0, 6},
    {"lstrip", str_lstrip, 0, 1, NULL, NATIVE_VARARGS, 7, 0},
    {"maketrans", str_maketrans, 0, -1, NULL, NATIVE_STATIC},
    {"partition", str_partition, 1, 1, NULL, NATIVE_O},
    {"removeprefix", str_removeprefix, 1, 1, NULL, NATIVE_O, 9, 0},
    {"removesuffix", str_removesuffix, 1, 1, NULL, NATIVE_O, 9, 0},
    {"replace", str_replace, 2, 3, NULL, NATIVE_CLINIC, 0, 12},
    {"replace", str_replace, 2, 3, replace_keywords, NATIVE_VARARGS, 13, 0},
    {"rfind", str_rfind, 1, 3, NULL, NATIVE_RAW},
    {"rindex", str_rindex, 1, 3, NULL, NATIVE_RAW},
    {"rjust", str_rjust, 1, 2, NULL, NATIVE_CLINIC},
    {"rpartition", str_rpartition, 1, 1, NULL, NATIVE_O},
    {"rsplit", str_rsplit, 0, 2, split_keywords, NATIVE_VARARGS},
    {"rstrip", str_rstrip, 0, 1, NULL, NATIVE_PARSE, 0, 6},
    {"rstrip", str_rstrip, 0, 1, NULL, NATIVE_VARARGS, 7, 0},
    {"split", str_split, 0, 2, split_keywords, NATIVE_VARARGS},
    {"splitlines", str_splitlines, 0, 1, splitlines_keywords, NATIVE_VARARGS},
    {"startswith", str_startswith, 1, 3, NULL, NATIVE_RAW},
    {"strip", str_strip, 0, 1, NULL, NATIVE_PARSE, 0, 6},
    {"strip", str_strip, 0, 1, NULL, NATIVE_VARARGS, 7, 0},
    {"swapcase", str_swapcase, 0, 0, NULL, NATIVE_NOARGS},
    {"title", str_title, 0, 0, NULL, NATIVE_NOARGS},
    {"translate", str_translate, 1, 1, NULL, NATIVE_O},
    {"upper", str_upper, 0, 0, NULL, NATIVE_NOARGS},
    {"zfill", str_zfill, 1, 1, NULL, NATIVE_PARSE, 0, 6},
    {"zfill", str_zfill, 1, 1, NULL, NATIVE_O, 7, 0},
    SLOT_ROW_END,
};
