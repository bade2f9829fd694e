#include "run/types/attribute_types.h"

#include <string.h>

#include "run/interpreter.h"
#include "run/types/native_type.h"

/* Names separated by spaces; a type's rows add up. */
typedef struct NameRow {
    TypeName type;
    const char *names;
    bool member;          /* PyMemberDef, not PyGetSetDef */
    uint8_t since, until; /* minor versions; 0: always */
} NameRow;

static const NameRow type_rows[] = {
    {TYPE_OBJECT, "__class__", false, 0, 0},
    {TYPE_INT, "real imag numerator denominator", false, 0, 0},
    {TYPE_FLOAT, "real imag", false, 0, 0},
    {TYPE_COMPLEX, "real imag", true, 0, 0},
    {TYPE_RANGE, "start stop step", true, 0, 0},
    {TYPE_SLICE, "start stop step", true, 0, 0},
    {TYPE_TYPE, "__bases__ __dict__ __doc__ __module__ __name__ __qualname__", false, 0, 0},
    {TYPE_TYPE, "__abstractmethods__", false, 0, 0},
    {TYPE_TYPE, "__annotations__", false, 10, 0},
    {TYPE_TYPE, "__basicsize__ __dictoffset__ __itemsize__ __weakrefoffset__", true, 0, 0},
    {TYPE_TYPE, "__base__ __mro__", true, 0, 11},
    {TYPE_TYPE, "__base__", true, 12, 0},
    {TYPE_TYPE, "__mro__ __type_params__", false, 12, 0},
    {TYPE_FUNCTION,
     "__annotations__ __code__ __defaults__ __dict__ __kwdefaults__ __name__ __qualname__",
     false, 0, 0},
    {TYPE_FUNCTION, "__type_params__", false, 12, 0},
    {TYPE_FUNCTION, "__closure__ __doc__ __globals__ __module__", true, 0, 0},
    {TYPE_FUNCTION, "__builtins__", true, 10, 0},
    {TYPE_METHOD, "__func__ __self__", true, 0, 0},
    {TYPE_METHOD, "__doc__", false, 0, 0},
    {TYPE_BUILTIN, "__doc__ __name__ __qualname__ __self__", false, 0, 0},
    {TYPE_BUILTIN, "__module__", true, 0, 0},
    {TYPE_METHOD_DESCRIPTOR, "__doc__ __qualname__", false, 0, 0},
    {TYPE_METHOD_DESCRIPTOR, "__name__ __objclass__", true, 0, 0},
    {TYPE_WRAPPER_DESCRIPTOR, "__doc__ __qualname__", false, 0, 0},
    {TYPE_WRAPPER_DESCRIPTOR, "__name__ __objclass__", true, 0, 0},
    {TYPE_METHOD_WRAPPER, "__doc__ __name__ __objclass__ __qualname__", false, 0, 0},
    {TYPE_METHOD_WRAPPER, "__self__", true, 0, 0},
    {TYPE_MEMBER_DESCRIPTOR, "__doc__ __qualname__", false, 0, 0},
    {TYPE_MEMBER_DESCRIPTOR, "__name__ __objclass__", true, 0, 0},
    {TYPE_GETSET_DESCRIPTOR, "__doc__ __qualname__", false, 0, 0},
    {TYPE_GETSET_DESCRIPTOR, "__name__ __objclass__", true, 0, 0},
    {TYPE_MODULE, "__dict__", true, 0, 0},
    {TYPE_CELL, "cell_contents", false, 0, 0},
    {TYPE_FRAME, "f_lineno f_locals", false, 0, 0},
    {TYPE_FRAME, "f_back f_code f_globals", true, 0, 10},
    {TYPE_FRAME, "f_back f_code f_globals", false, 11, 0},
    {TYPE_FRAME, "f_lasti", false, 0, 0},
    {TYPE_CODE,
     "co_argcount co_consts co_filename co_firstlineno co_flags co_kwonlyargcount co_name "
     "co_names co_nlocals co_stacksize",
     true, 0, 0},
    {TYPE_CODE, "co_posonlyargcount", true, 8, 0},
    {TYPE_CODE, "co_cellvars co_freevars co_varnames", true, 0, 10},
    {TYPE_CODE, "co_cellvars co_freevars co_varnames", false, 11, 0},
    {TYPE_CODE, "co_qualname", true, 11, 0},
    {TYPE_GENERATOR, "__name__ __qualname__ gi_yieldfrom", false, 0, 0},
    {TYPE_GENERATOR, "gi_code", true, 0, 11},
    {TYPE_GENERATOR, "gi_code", false, 12, 0},
    {TYPE_GENERATOR, "gi_frame gi_running", true, 0, 9},
    {TYPE_GENERATOR, "gi_frame", true, 10, 10},
    {TYPE_GENERATOR, "gi_running", false, 10, 0},
    {TYPE_GENERATOR, "gi_frame gi_suspended", false, 11, 0},
    {TYPE_TRACEBACK, "tb_frame tb_lasti", true, 0, 0},
    {TYPE_TRACEBACK, "tb_lineno", true, 0, 10},
    {TYPE_TRACEBACK, "tb_lineno", false, 11, 0},
    {TYPE_TRACEBACK, "tb_next", true, 0, 6},
    {TYPE_TRACEBACK, "tb_next", false, 7, 0},
    {TYPE_PROPERTY, "__doc__ fdel fget fset", true, 0, 0},
    {TYPE_PROPERTY, "__isabstractmethod__", false, 0, 0},
    {TYPE_STATICMETHOD, "__func__", true, 0, 0},
    {TYPE_STATICMETHOD, "__wrapped__", true, 10, 0},
    {TYPE_STATICMETHOD, "__dict__ __isabstractmethod__", false, 0, 0},
    {TYPE_CLASSMETHOD, "__func__", true, 0, 0},
    {TYPE_CLASSMETHOD, "__wrapped__", true, 10, 0},
    {TYPE_CLASSMETHOD, "__dict__ __isabstractmethod__", false, 0, 0},
    {TYPE_SUPER, "__self__ __self_class__ __thisclass__", true, 0, 0},
    {TYPE_DICT_KEYS, "mapping", false, 10, 0},
    {TYPE_DICT_VALUES, "mapping", false, 10, 0},
    {TYPE_DICT_ITEMS, "mapping", false, 10, 0},
};

typedef struct ExceptionRow {
    ExceptionName type;
    const char *names;
    bool member;
    uint8_t since;
} ExceptionRow;

static const ExceptionRow exception_rows[] = {
    {EXC_BaseException, "__cause__ __context__ __dict__ __traceback__ args", false, 0},
    {EXC_BaseException, "__suppress_context__", true, 0},
    {EXC_StopIteration, "value", true, 0},
    {EXC_SystemExit, "code", true, 0},
    {EXC_ImportError, "msg name path", true, 0},
    {EXC_ImportError, "name_from", true, 12},
    {EXC_OSError, "errno filename filename2 strerror", true, 0},
    {EXC_OSError, "characters_written", false, 0},
    {EXC_NameError, "name", true, 10},
    {EXC_AttributeError, "name obj", true, 10},
    {EXC_SyntaxError, "filename lineno msg offset print_file_and_line text", true, 0},
    {EXC_SyntaxError, "end_lineno end_offset", true, 10},
    {EXC_UnicodeDecodeError, "encoding end object reason start", true, 0},
    {EXC_UnicodeEncodeError, "encoding end object reason start", true, 0},
    {EXC_UnicodeTranslateError, "encoding end object reason start", true, 0},
    {EXC_BaseExceptionGroup, "exceptions message", true, 11},
};

static void add_one(Run *run, ObjectId type, Slice text, bool member)
{
    enum { DESCRIPTOR_SIZE = 48 };
    Model *model = run->model;
    uint32_t size = DESCRIPTOR_SIZE + run->profile->sizes.gc_header;
    ObjectId name = model_intern(model, text);
    TypeName kind = member ? TYPE_MEMBER_DESCRIPTOR : TYPE_GETSET_DESCRIPTOR;
    ObjectId descriptor = object_create_static(model, KIND_DESCRIPTOR, model->types[kind], size,
                                               (Payload){.bits = 0});
    reference_splice(model, descriptor, 0, 0, (ObjectId[]){type, name}, 2);
    dict_set_str(model, model_object(model, type)->dict, name, descriptor);
}

static void add_names(Run *run, ObjectId type, const char *names, bool member)
{
    if (!model_object(run->model, type)->dict)
        reference_set_dict(run->model, type, dict_create(run->model));
    while (*names) {
        size_t length = strcspn(names, " ");
        add_one(run, type, (Slice){names, length}, member);
        names += length;
        names += strspn(names, " ");
    }
}

void attribute_types_startup(Run *run)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    for (size_t i = 0; i < sizeof type_rows / sizeof *type_rows; i++) {
        const NameRow *row = &type_rows[i];
        if (native_exists(run, row->since, row->until))
            add_names(run, model->types[row->type], row->names, row->member);
    }
    for (size_t i = 0; i < sizeof exception_rows / sizeof *exception_rows; i++) {
        const ExceptionRow *row = &exception_rows[i];
        if (native_exists(run, row->since, 0))
            add_names(run, run->exceptions[row->type], row->names, row->member);
    }
    dict_set_str(model, model_object(model, model->types[TYPE_OBJECT])->dict,
                 model_intern(model, slice_of("__doc__")), model->none);
    hand_release(model, mark);
}

bool attribute_is_named(Run *run, ObjectId descriptor)
{
    const Object *row = model_object(run->model, descriptor);
    return row->kind == KIND_DESCRIPTOR && row->flags & OBJECT_STATIC &&
           !model_payload(run->model, descriptor).native;
}

static ObjectId name_of(const Run *run, ObjectId descriptor)
{
    return model_object(run->model, descriptor)->slots[1];
}

ObjectId attribute_get_named(Run *run, ObjectId descriptor, ObjectId object)
{
    ObjectId name = name_of(run, descriptor);
    ObjectId value = core_attribute(run, object, name);
    if (!value && !raised(run))
        value = builtin_attribute(run, object, name_slice(run, name));
    return value;
}

bool attribute_set_named(Run *run, ObjectId descriptor, ObjectId object, ObjectId value)
{
    const Object *row = model_object(run->model, descriptor);
    bool known = false;
    bool fine = core_attribute_set(run, object, row->slots[1], value, &known);
    if (known)
        return fine;
    if (row->type == run->model->types[TYPE_MEMBER_DESCRIPTOR])
        return raise_error(run, EXC_AttributeError, "readonly attribute");
    return raise_error(
        run, EXC_AttributeError, "attribute '%.*s' of '%.*s' objects is not writable",
        SLICE(name_slice(run, row->slots[1])), SLICE(type_name(run->model, row->slots[0])));
}
