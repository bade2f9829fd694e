#include "run/modules/module_sys_values.h"

#include <float.h>
#include <stdlib.h>

#include "run/builtins/stream.h"
#include "run/interpreter.h"
#include "run/modules/unraisable.h"
#include "run/types/native_type.h"

static const char *const version_fields[] = {"major",        "minor",  "micro",
                                             "releaselevel", "serial", NULL};
static const char *const flag_fields[] = {"debug",
                                          "inspect",
                                          "interactive",
                                          "optimize",
                                          "dont_write_bytecode",
                                          "no_user_site",
                                          "no_site",
                                          "ignore_environment",
                                          "verbose",
                                          "bytes_warning",
                                          "quiet",
                                          "hash_randomization",
                                          "isolated",
                                          "dev_mode",
                                          "utf8_mode",
                                          "warn_default_encoding",
                                          "safe_path",
                                          "int_max_str_digits",
                                          NULL};
static const char *const float_fields[] = {"max",     "max_exp",    "max_10_exp", "min",
                                           "min_exp", "min_10_exp", "dig",        "mant_dig",
                                           "epsilon", "radix",      "rounds",     NULL};
static const char *const int_fields[] = {"bits_per_digit", "sizeof_digit",
                                         "default_max_str_digits", "str_digits_check_threshold",
                                         NULL};
static const char *const hash_fields[] = {"width",  "modulus",   "inf",       "nan",
                                          "imag",   "algorithm", "hash_bits", "seed_bits",
                                          "cutoff", NULL};
static const char *const thread_fields[] = {"name", "lock", "version", NULL};
static const char *const implementation_fields[] = {"name",       "cache_tag",  "version",
                                                    "hexversion", "_multiarch", NULL};

/* A structure sequence, not named in the module. */
#define STRUCTURE(variable, title, names)                                                      \
    static const NativeType variable = {.name = title,                                         \
                                        .base = TYPE_TUPLE,                                    \
                                        .flags = NATIVE_GC | NATIVE_HIDDEN,                    \
                                        .fields = names}
STRUCTURE(type_version_info, "sys.version_info", version_fields);
STRUCTURE(type_flags, "sys.flags", flag_fields);
STRUCTURE(type_float_info, "sys.float_info", float_fields);
STRUCTURE(type_int_info, "sys.int_info", int_fields);
STRUCTURE(type_hash_info, "sys.hash_info", hash_fields);
STRUCTURE(type_thread_info, "sys.thread_info", thread_fields);
STRUCTURE(type_implementation, "namespace", implementation_fields);

const NativeType *const sys_types[] = {
    &type_version_info,   &type_flags,      &type_float_info,
    &type_int_info,       &type_hash_info,  &type_thread_info,
    &type_implementation, &type_unraisable, NULL};

static ObjectId structure(Run *run, const NativeType *native, const ObjectId *values,
                          uint32_t count)
{
    return tuple_of_type(run_model(run), native_type(run, native), values, count);
}

static void set_value(Run *run, ObjectId dict, const char *name, ObjectId value)
{
    Model *model = run_model(run);
    dict_set_str(model, dict, model_intern(model, slice_of(name)), value);
}

static void set_text(Run *run, ObjectId dict, const char *name, const char *text)
{
    set_value(run, dict, name, model_intern(run_model(run), slice_of(text)));
}

static int micro_version(const Profile *profile)
{
    const char *dot = profile->full;
    for (int i = 0; i < 2; i++)
        while (*dot && *dot++ != '.')
            continue;
    return atoi(dot);
}

static int64_t hex_version(const Profile *profile)
{
    return 3 << 24 | profile->minor << 16 | micro_version(profile) << 8 | 0xf0;
}

/* --- structures --- */

static ObjectId version_info(Run *run)
{
    Model *model = run_model(run);
    ObjectId values[] = {int_from(model, 3), int_from(model, model->profile->minor),
                         int_from(model, micro_version(model->profile)),
                         model_intern(model, slice_of("final")), int_from(model, 0)};
    return structure(run, &type_version_info, values, 5);
}

/* All 0 but what a version adds: dev_mode and utf8_mode (3.7), a warning for encodings (3.10),
 * safe_path (3.11). */
static ObjectId flags(Run *run)
{
    enum { FLAG_COUNT = 17, FLAG_DEV_MODE = 13, FLAG_SAFE_PATH = 16 };
    Model *model = run_model(run);
    int minor = model->profile->minor;
    ObjectId values[FLAG_COUNT];
    for (int i = 0; i < FLAG_COUNT; i++)
        values[i] = int_from(model, 0);
    values[FLAG_DEV_MODE] = values[FLAG_SAFE_PATH] = model->false_;
    uint32_t count = minor < 7 ? 13 : minor < 10 ? 15 : minor < 11 ? 16 : 17;
    return structure(run, &type_flags, values, count);
}

static ObjectId float_info(Run *run)
{
    Model *model = run_model(run);
    ObjectId values[] = {float_from(model, DBL_MAX),
                         int_from(model, DBL_MAX_EXP),
                         int_from(model, DBL_MAX_10_EXP),
                         float_from(model, DBL_MIN),
                         int_from(model, DBL_MIN_EXP),
                         int_from(model, DBL_MIN_10_EXP),
                         int_from(model, DBL_DIG),
                         int_from(model, DBL_MANT_DIG),
                         float_from(model, DBL_EPSILON),
                         int_from(model, FLT_RADIX),
                         int_from(model, 1)};
    return structure(run, &type_float_info, values, 11);
}

static ObjectId int_info(Run *run)
{
    Model *model = run_model(run);
    ObjectId values[] = {int_from(model, 30), int_from(model, 4), int_from(model, 4300),
                         int_from(model, 640)};
    return structure(run, &type_int_info, values, model->profile->minor < 7 ? 2 : 4);
}

static ObjectId hash_info(Run *run)
{
    Model *model = run_model(run);
    const char *algorithm = model->profile->minor < 11 ? "siphash24" : "siphash13";
    ObjectId values[] = {int_from(model, 64),      int_from(model, ((int64_t)1 << 61) - 1),
                         int_from(model, 314159),  int_from(model, 0),
                         int_from(model, 1000003), model_intern(model, slice_of(algorithm)),
                         int_from(model, 64),      int_from(model, 128),
                         int_from(model, 0)};
    return structure(run, &type_hash_info, values, 9);
}

static ObjectId thread_info(Run *run)
{
    Model *model = run_model(run);
    ObjectId values[] = {model_intern(model, slice_of("pthread")),
                         model_intern(model, slice_of("semaphore")),
                         model_intern(model, slice_of("NPTL 2.36"))};
    return structure(run, &type_thread_info, values, 3);
}

static ObjectId implementation(Run *run, ObjectId version)
{
    Model *model = run_model(run);
    char tag[32];
    snprintf(tag, sizeof tag, "cpython-3%d", model->profile->minor);
    ObjectId values[] = {model_intern(model, slice_of("cpython")),
                         model_intern(model, slice_of(tag)), version,
                         int_from(model, hex_version(model->profile)),
                         model_intern(model, slice_of("x86_64-linux-gnu"))};
    return structure(run, &type_implementation, values, 5);
}

static void set_structures(Run *run, ObjectId dict)
{
    ObjectId version = version_info(run);
    set_value(run, dict, "version_info", version);
    set_value(run, dict, "flags", flags(run));
    set_value(run, dict, "float_info", float_info(run));
    set_value(run, dict, "int_info", int_info(run));
    set_value(run, dict, "hash_info", hash_info(run));
    set_value(run, dict, "thread_info", thread_info(run));
    set_value(run, dict, "implementation", implementation(run, version));
}

/* --- text, numbers, lists --- */

static void set_texts(Run *run, ObjectId dict)
{
    Model *model = run_model(run);
    int minor = model->profile->minor;
    Text version = {0};
    text_append_format(&version, "%s (%s, Jan  1 2024, 00:00:00) %s[GCC 12.2.0]",
                       model->profile->full, minor < 9 ? "default" : "main",
                       minor < 10 ? "\n" : "");
    set_value(run, dict, "version", str_of_text(run, &version));
    set_text(run, dict, "platform", "linux");
    set_text(run, dict, "byteorder", "little");
    set_text(run, dict, "executable", "/usr/bin/python3");
    set_text(run, dict, "float_repr_style", "short");
    set_text(run, dict, "abiflags", minor < 8 ? "m" : "");
    set_text(run, dict, "copyright",
             "Copyright (c) Python Software Foundation.\nAll Rights Reserved.");
    static const char *const prefixes[] = {"prefix", "exec_prefix", "base_prefix",
                                           "base_exec_prefix"};
    for (int i = 0; i < 4; i++)
        set_text(run, dict, prefixes[i], "/usr");
    if (minor >= 9)
        set_text(run, dict, "platlibdir", "lib");
}

static void set_numbers(Run *run, ObjectId dict)
{
    Model *model = run_model(run);
    set_value(run, dict, "hexversion", int_from(model, hex_version(model->profile)));
    set_value(run, dict, "api_version", int_from(model, 1013));
    set_value(run, dict, "maxsize", int_from(model, INT64_MAX));
    set_value(run, dict, "maxunicode", int_from(model, 0x10ffff));
    set_value(run, dict, "dont_write_bytecode", model->false_);
}

/* sys.builtin_module_names: what the interpreter has compiled in. */
static ObjectId builtin_modules(Run *run)
{
    static const struct {
        const char *name;
        int since, until; /* minor versions */
    } rows[] = {
        {"_abc", 7, 99},         {"_ast", 6, 99},          {"_codecs", 6, 99},
        {"_collections", 6, 99}, {"_functools", 6, 99},    {"_imp", 6, 99},
        {"_io", 6, 99},          {"_locale", 6, 99},       {"_operator", 6, 99},
        {"_signal", 6, 99},      {"_sre", 6, 99},          {"_stat", 6, 99},
        {"_string", 6, 99},      {"_suggestions", 13, 99}, {"_symtable", 6, 99},
        {"_sysconfig", 13, 99},  {"_thread", 6, 99},       {"_tokenize", 11, 99},
        {"_tracemalloc", 6, 99}, {"_typing", 11, 99},      {"_warnings", 6, 99},
        {"_weakref", 6, 99},     {"atexit", 6, 99},        {"builtins", 6, 99},
        {"errno", 6, 99},        {"faulthandler", 6, 99},  {"gc", 6, 99},
        {"itertools", 6, 99},    {"marshal", 6, 99},       {"posix", 6, 99},
        {"pwd", 6, 99},          {"sys", 6, 99},           {"time", 6, 99},
        {"xxsubtype", 6, 11},    {"zipimport", 6, 7},
    };
    enum { MODULE_MOST = sizeof rows / sizeof *rows };
    Model *model = run_model(run);
    ObjectId names[MODULE_MOST];
    uint32_t count = 0;
    for (int i = 0; i < MODULE_MOST; i++)
        if (model->profile->minor >= rows[i].since && model->profile->minor <= rows[i].until)
            names[count++] = model_intern(model, slice_of(rows[i].name));
    return tuple_from(model, names, count);
}

static ObjectId text_list(Run *run, const char *text)
{
    Model *model = run_model(run);
    ObjectId value = text ? str_from_string(model, text) : 0;
    return list_from(model, &value, value ? 1 : 0, LIST_FILL_EXACT);
}

/* The folder of the program. */
static ObjectId module_path(Run *run)
{
    const char *script = run_script_file(run);
    const char *slash = strrchr(script, '/');
    Text folder = {0};
    text_append(&folder, script, slash ? (size_t)(slash - script) : 0);
    ObjectId list = text_list(run, text_string(&folder));
    text_done(&folder);
    return list;
}

static void set_lists(Run *run, ObjectId dict)
{
    const char *script = run->options->script_name ? run->options->script_name : "";
    set_value(run, dict, "argv", text_list(run, script));
    set_value(run, dict, "path", module_path(run));
    set_value(run, dict, "warnoptions", text_list(run, NULL));
    set_value(run, dict, "meta_path", text_list(run, NULL));
    set_value(run, dict, "builtin_module_names", builtin_modules(run));
    set_value(run, dict, "modules", run->modules);
}

static void set_streams(Run *run, ObjectId dict)
{
    static const char *const names[][2] = {
        {"stdin", "__stdin__"}, {"stdout", "__stdout__"}, {"stderr", "__stderr__"}};
    ObjectsState *state = run_objects(run);
    for (int i = 0; i < STREAM_COUNT; i++)
        for (int j = 0; j < 2; j++)
            set_value(run, dict, names[i][j], state->streams[i]);
    state->system = dict;
}

/* __displayhook__ and its like are the functions once more. */
static void set_hooks(Run *run, ObjectId dict)
{
    const Model *model = run_model(run);
    static const char *const names[] = {"displayhook", "excepthook", "unraisablehook"};
    int count = model->profile->minor < 8 ? 2 : 3;
    for (int i = 0; i < count; i++) {
        char copy[32];
        snprintf(copy, sizeof copy, "__%s__", names[i]);
        int64_t entry = dict_find_text(model, dict, slice_of(names[i]));
        set_value(run, dict, copy, dict_value(model, dict, (uint32_t)entry));
    }
}

void sys_add_values(Run *run, ObjectId dict)
{
    set_structures(run, dict);
    set_texts(run, dict);
    set_numbers(run, dict);
    set_lists(run, dict);
    set_streams(run, dict);
    set_hooks(run, dict);
}
