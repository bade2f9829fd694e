/* What the interpreter has before the program starts: exception classes, the dictionaries of
 * the built-in types, module builtins, __main__. All of it is static: no count or address of it
 * is the program's. */
#include <string.h>

#include "model/memory.h"
#include "run/builtins/quitter.h"
#include "run/errors/exception_group.h"
#include "run/interpreter.h"
#include "run/modules/import_source.h"
#include "run/types/attribute_types.h"
#include "run/types/native_type.h"

/* METH_VARARGS functions get their arguments as a tuple, which holds each once more (FACTS 5;
 * ml_flags of each version). `owner` is "" for functions of modules; `until` 0: to this day. */
typedef struct PackRow {
    const char *owner, *names;
    int until;
} PackRow;

static const PackRow pack_rows[] = {
    {"",
     " add and_ bisect collect concat contains countOf delattr delitem divmod eq floordiv fmod "
     "format gcd ge getattr getitem gt hasattr heappush hypot iadd iand iconcat ifloordiv "
     "ilshift imatmul imod imul indexOf insort ior ipow irshift is_ is_not isclose isinstance "
     "issubclass isub itruediv ixor ldexp le length_hint lshift lt matmul mod mul ne next or_ "
     "pow print round rshift set_debug setattr setitem sorted sub sum truediv xor ",
     6},
    {"",
     " _getframe atan2 copysign exit heappushpop heapreplace intern iter setrecursionlimit "
     "tee ",
     7},
    {"", " bisect_left bisect_right insort_left insort_right ", 8},
    {"", " proxy ", 10},
    {"", " cmp_to_key dir log vars ", 11},
    {"", " clock_gettime get_referents get_referrers max min ", 12},
    {"", " ctime getsizeof gmtime localtime reduce register set_threshold strftime ", 0},
    {"str",
     " __format__ center encode expandtabs ljust lstrip maketrans replace rjust rsplit "
     "rstrip split splitlines strip zfill ",
     6},
    {"str", " count endswith find index rfind rindex startswith ", 12},
    {"str", " format ", 0},
    {"bytes", " lstrip maketrans replace rstrip strip ", 6},
    {"bytes", " center expandtabs ljust rjust zfill ", 7},
    {"bytes", " count endswith find index rfind rindex startswith ", 12},
    {"bytearray", " insert lstrip maketrans pop replace rstrip strip ", 6},
    {"bytearray", " center expandtabs ljust rjust zfill ", 7},
    {"bytearray", " count endswith find index rfind rindex startswith ", 12},
    {"dict", " fromkeys get setdefault ", 6},
    {"dict", " pop ", 7},
    {"dict", " update ", 0},
    {"OrderedDict", " fromkeys move_to_end popitem setdefault ", 6},
    {"OrderedDict", " pop ", 9},
    {"OrderedDict", " update ", 0},
    {"deque", " index insert rotate ", 6},
    {"list", " index insert pop sort ", 6},
    {"tuple", " index ", 6},
    {"set", " difference difference_update intersection intersection_update union update ", 12},
    {"frozenset", " difference intersection union ", 12},
    {"int", " __format__ from_bytes to_bytes ", 6},
    {"int", " __round__ ", 9},
    {"float", " __format__ __round__ ", 6},
    {"complex", " __format__ ", 9},
    {"object", " __format__ __reduce__ __reduce_ex__ ", 6},
    {"object", " __subclasshook__ ", 12},
    {"generator", " throw ", 10},
    {"memoryview", " cast tobytes ", 9},
    {"memoryview", " __exit__ ", 0},
};

static bool has_word(const char *words, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = strstr(words, name); at; at = strstr(at + 1, name))
        if (at[-1] == ' ' && at[length] == ' ')
            return true;
    return false;
}

static bool packs_arguments(const Run *run, Slice owner, const char *name)
{
    for (size_t i = 0; i < sizeof pack_rows / sizeof *pack_rows; i++) {
        const PackRow *row = &pack_rows[i];
        if (slice_is(owner, row->owner) && (!row->until || run->profile->minor <= row->until) &&
            has_word(row->names, name))
            return true;
    }
    return false;
}

static bool packs(const Run *run, const Native *native, ObjectId self)
{
    const Model *model = run->model;
    ObjectKind kind = self ? model_kind(model, self) : KIND_MODULE;
    if (kind == KIND_MODULE)
        return packs_arguments(run, slice_of(""), native->name);
    Slice owner = kind == KIND_TYPE ? type_name(model, self) : model_type_name(model, self);
    return packs_arguments(run, owner, native->name);
}

ObjectId builtin_create(Run *run, const Native *native, ObjectId type, ObjectId self)
{
    Model *model = run->model;
    uint32_t size = run->profile->sizes.builtin_method;
    if (type == model->types[TYPE_WRAPPER_DESCRIPTOR] && run->profile->minor <= 7)
        size += 8; /* its d_wrapped; that of a method descriptor is as long since 3.8 */
    Payload payload = {.native = native};
    ObjectId builtin;
    if (!model->started) {
        builtin = object_create_static(model, KIND_BUILTIN, type, size, payload);
        reference_push(model, builtin, self);
        object_set_field(model, builtin, FIELD_A, packs(run, native, self));
        return builtin;
    }
    int list = type == model->types[TYPE_BUILTIN] ? FREE_LIST_BUILTIN : FREE_LIST_COUNT;
    builtin = object_create_listed(model, KIND_BUILTIN, type, size, OBJECT_GC, payload, list);
    reference_push(model, builtin, self);
    if (packs(run, native, self))
        object_set_field(model, builtin, FIELD_A, 1);
    collector_track(model, builtin);
    return builtin;
}

static void set_text(Run *run, ObjectId dict, const char *name, ObjectId value)
{
    dict_set_str(run->model, dict, model_intern(run->model, slice_of(name)), value);
}

void startup_add_functions(Run *run, ObjectId dict, const Native *table, ObjectId self)
{
    for (; table->name[0]; table++)
        if (native_exists(run, table->since, table->until))
            set_text(run, dict, table->name,
                     builtin_create(run, table, run->model->types[TYPE_BUILTIN], self));
}

/* __new__ is a built-in function of the type, slots have wrappers, the rest are method
 * descriptors. */
static ObjectId make_method(Run *run, ObjectId type, const Native *native)
{
    const Model *model = run->model;
    bool slot = native->style == NATIVE_SLOT || strcmp(native->name, "__init__") == 0 ||
                strcmp(native->name, "__call__") == 0;
    TypeName kind = slot ? TYPE_WRAPPER_DESCRIPTOR : TYPE_METHOD_DESCRIPTOR;
    if (strcmp(native->name, "__new__") == 0)
        kind = TYPE_BUILTIN;
    return builtin_create(run, native, model->types[kind], type);
}

void startup_add_methods(Run *run, ObjectId type, const Native *table)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    if (!model_object(model, type)->dict)
        reference_set_dict(model, type, dict_create(model));
    ObjectId dict = model_object(model, type)->dict;
    for (; table && table->name[0]; table++)
        if (native_exists(run, table->since, table->until))
            set_text(run, dict, table->name, make_method(run, type, table));
    hand_release(model, mark);
}

/* type_ready_set_hash: comparing without a hash of its own makes instances unhashable. */
void startup_add_hash(Run *run, ObjectId type)
{
    Model *model = run->model;
    ObjectId dict = model_object(model, type)->dict;
    ObjectId name = model_intern(model, slice_of("__hash__"));
    if (dict_find_text(model, dict, slice_of("__eq__")) >= 0 &&
        dict_find_str(model, dict, name) < 0)
        dict_set_str(model, dict, name, model->none);
}

TypeName type_name_index(const Run *run, ObjectId type)
{
    for (int i = 0; i < TYPE_NAME_COUNT; i++)
        if (run->model->types[i] == type)
            return (TypeName)i;
    return TYPE_NAME_COUNT;
}

/* --- exceptions --- */

/* Some came with a later version; before that their ids are 0. */
static bool exception_exists(const Run *run, ExceptionName name)
{
    static const struct {
        ExceptionName name;
        int since;
    } rows[] = {{EXC_EncodingWarning, 10},
                {EXC_BaseExceptionGroup, 11},
                {EXC_ExceptionGroup, 11},
                {EXC_PythonFinalizationError, 13},
                {EXC__IncompleteInputError, 13}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].name == name)
            return run->profile->minor >= rows[i].since;
    return true;
}

static void create_exceptions(Run *run)
{
    static const char *const names[] = {
#define EXCEPTION_NAME(name, base) #name,
        EXCEPTION_LIST(EXCEPTION_NAME)
#undef EXCEPTION_NAME
    };
    static const ExceptionName bases[] = {
#define EXCEPTION_BASE(name, base) EXC_##base,
        EXCEPTION_LIST(EXCEPTION_BASE)
#undef EXCEPTION_BASE
    };
    Model *model = run->model;
    for (int i = 0; i < EXC_COUNT; i++) {
        if (!exception_exists(run, (ExceptionName)i))
            continue;
        ObjectId base = i ? run->exceptions[bases[i]] : model->types[TYPE_OBJECT];
        run->exceptions[i] =
            type_create_static(model, names[i], base, KIND_EXCEPTION,
                               TYPE_FLAG_BASETYPE | TYPE_FLAG_GC | TYPE_FLAG_HAS_DICT);
    }
    /* Each has a namespace, though most are empty. */
    for (int i = 0; i < EXC_COUNT; i++)
        if (run->exceptions[i])
            startup_add_methods(run, run->exceptions[i],
                                i == EXC_BaseException        ? exception_methods
                                : i == EXC_BaseExceptionGroup ? exception_group_methods
                                                              : NULL);
    exception_groups_startup(run);
}

/* --- builtins --- */

static void add_types(Run *run, ObjectId dict)
{
    static const TypeName public_types[] = {
        TYPE_OBJECT,    TYPE_TYPE,     TYPE_BOOL,         TYPE_INT,         TYPE_FLOAT,
        TYPE_COMPLEX,   TYPE_STR,      TYPE_BYTES,        TYPE_BYTEARRAY,   TYPE_TUPLE,
        TYPE_LIST,      TYPE_DICT,     TYPE_SET,          TYPE_FROZENSET,   TYPE_RANGE,
        TYPE_SLICE,     TYPE_PROPERTY, TYPE_STATICMETHOD, TYPE_CLASSMETHOD, TYPE_SUPER,
        TYPE_ENUMERATE, TYPE_ZIP,      TYPE_MAP,          TYPE_FILTER,      TYPE_REVERSED,
    };
    const Model *model = run->model;
    for (size_t i = 0; i < sizeof public_types / sizeof *public_types; i++) {
        ObjectId type = model->types[public_types[i]];
        dict_set_str(run->model, dict, model_intern(run->model, type_name(model, type)), type);
    }
    for (int i = 0; i < EXC_COUNT; i++) {
        ObjectId type = run->exceptions[i];
        if (!type)
            continue;
        dict_set_str(run->model, dict, model_intern(run->model, type_name(model, type)), type);
    }
    set_text(run, dict, "IOError", run->exceptions[EXC_OSError]);
    set_text(run, dict, "EnvironmentError", run->exceptions[EXC_OSError]);
}

static void create_builtins(Run *run)
{
    Model *model = run->model;
    ObjectId module = module_create(run, slice_of("builtins"));
    ObjectId dict = model_object(model, module)->dict;
    run->builtins = dict;
    startup_add_functions(run, dict, class_builtins, module);
    for (const Native *const *table = builtin_tables; *table; table++)
        startup_add_functions(run, dict, *table, module);
    set_text(run, dict, "None", model->none);
    set_text(run, dict, "Ellipsis", model->ellipsis);
    set_text(run, dict, "NotImplemented", model->not_implemented);
    set_text(run, dict, "False", model->false_);
    set_text(run, dict, "True", model->true_);
    set_text(run, dict, "__debug__", model->true_);
    add_types(run, dict);
    native_types_builtins(run, dict);
    quitter_startup(run, dict);
    run->builtins_end = dict_entry_end(model, dict);
    set_text(run, run->modules, "builtins", module);
}

/* --- types --- */

static bool is_unhashable(const Run *run, TypeName name)
{
    return name == TYPE_LIST || name == TYPE_DICT || name == TYPE_SET ||
           name == TYPE_BYTEARRAY || name == TYPE_DICT_KEYS || name == TYPE_DICT_ITEMS ||
           (name == TYPE_SLICE && run->profile->minor < 12);
}

static void create_type_dicts(Run *run)
{
    const Model *model = run->model;
    for (int i = 0; i < TYPE_NAME_COUNT; i++) {
        startup_add_methods(run, model->types[i], core_methods_of((TypeName)i));
        startup_add_methods(run, model->types[i], methods_of((TypeName)i));
        if (is_unhashable(run, (TypeName)i))
            startup_add_hash(run, model->types[i]);
    }
    attribute_types_startup(run);
    native_types_startup(run);
    object_set_field(run->model, model->types[TYPE_GENERATOR], FIELD_B,
                     model_object(model, model->types[TYPE_GENERATOR])->b | TYPE_FLAG_HAS_DEL);
}

/* --- __main__ --- */

static void create_main(Run *run)
{
    Model *model = run->model;
    ObjectId module = module_create(run, slice_of("__main__"));
    ObjectId dict = model_object(model, module)->dict;
    run->main_module = module;
    run->main_dict = dict;
    set_text(run, dict, "__annotations__", dict_create(model));
    set_text(run, dict, "__builtins__",
             dict_get_str(model, run->modules, model_intern(model, slice_of("builtins"))));
    if (!run->options->repl) {
        set_text(run, dict, "__file__", str_from_string(model, run_script_file(run)));
        set_text(run, dict, "__cached__", model->none);
    }
    set_text(run, run->modules, "__main__", module);
}

static void create_thread(Run *run)
{
    enum { MODULES_EXPECTED = 600 };
    Model *model = run->model;
    run->thread = object_create_static(model, KIND_HOLDER, model->types[TYPE_HOLDER], 0,
                                       (Payload){.bits = 0});
    for (int i = 0; i < THREAD_SLOT_COUNT; i++)
        reference_push(model, run->thread, 0);
    run->exit_calls = object_create_static(model, KIND_HOLDER, model->types[TYPE_HOLDER], 0,
                                           (Payload){.bits = 0});
    /* Wide enough that what is imported never makes it grow. */
    model->apart = true;
    run->modules = dict_create_presized(model, MODULES_EXPECTED, true);
    model->apart = false;
    reference_push(model, model->interpreter, run->modules);
}

/* CPython's own start-up objects are of no interest to a collection; __main__'s namespace is,
 * and it has survived one (which decides in what order a later one finds its values). */
static void settle_collector(Run *run)
{
    Model *model = run->model;
    for (ObjectId id = 1; id < model->state.object_end; id++)
        if (id != run->main_dict && state_alive(&model->state, id))
            collector_untrack(model, id);
    collector_track(model, run->main_dict);
    /* In 3.11 it has survived two when a script begins. */
    collector_collect(model, run->profile->minor == 11 ? 1 : 0);
    for (int i = REGISTER_GC_COUNT0; i <= REGISTER_GC_COUNT2; i++)
        model_set_register(model, (Register)i, 0);
    for (int i = REGISTER_GC_LONG_LIVED_TOTAL; i <= REGISTER_GC_COLLECTED2; i++)
        model_set_register(model, (Register)i, 0);
}

static void set_registers(Run *run, Register first, const uint32_t values[3])
{
    for (int i = 0; i < 3; i++)
        model_set_register(run->model, (Register)((int)first + i), values[i]);
}

void startup_set_collector(Run *run)
{
    Model *model = run->model;
    const ProfileStartup *startup = &run->profile->startup;
    model->start = run->options->start;
    if (model->start == START_WARM) {
        import_set_known(run, slice_of("gc")); /* which emptied the generations */
        model_set_register(model, REGISTER_GC_COUNT0, run->containers_compiled);
        model_set_register(model, REGISTER_GC_LONG_LIVED_TOTAL, startup->tracked);
        return;
    }
    set_registers(run, REGISTER_GC_COUNT0, startup->counts);
    set_registers(run, REGISTER_GC_COLLECTIONS0, startup->collections);
    set_registers(run, REGISTER_GC_COLLECTED0, startup->collected);
    model_set_register(model, REGISTER_GC_LONG_LIVED_PENDING, startup->pending);
}

void startup_run(Run *run)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    create_thread(run);
    create_exceptions(run);
    create_type_dicts(run);
    create_builtins(run);
    create_main(run);
    hand_release(model, mark);
    settle_collector(run);
}
