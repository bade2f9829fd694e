/* repr() of what has no literal form: functions, classes, methods, modules, instances … */
#include <inttypes.h>

#include "run/interpreter.h"
#include "run/text/text.h"
#include "run/types/native_type.h"

static void write_address(Run *run, ObjectId value, Text *ret_text)
{
    text_append_format(ret_text, " at 0x%" PRIx64 ">", model_address(run_model(run), value));
}

static void write_slot_text(Run *run, ObjectId value, uint32_t slot, Text *ret_text)
{
    const Model *model = run_model(run);
    const Object *object = model_object(model, value);
    ObjectId text = slot < object->slot_count ? object->slots[slot] : 0;
    if (text && model_kind(model, text) == KIND_STR)
        text_append_slice(ret_text, str_slice(model, text));
    else
        text_append_char(ret_text, '?');
}

/* "module." of a class made by the program; nothing for built-in ones. */
static void write_class_module(Run *run, ObjectId type, Text *ret_text)
{
    const Model *model = run_model(run);
    const Object *object = model_object(model, type);
    if (!(object->flags & OBJECT_HEAP_TYPE) || !object->dict)
        return;
    int64_t entry = dict_find_text(model, object->dict, slice_of("__module__"));
    if (entry < 0)
        return;
    ObjectId module = dict_value(model, object->dict, (uint32_t)entry);
    if (model_kind(model, module) != KIND_STR || slice_is(str_slice(model, module), "builtins"))
        return;
    text_append_slice(ret_text, str_slice(model, module));
    text_append_char(ret_text, '.');
}

/* The qualified name of a class, its module in front. */
static void write_class_name(Run *run, ObjectId type, Text *ret_text)
{
    const Model *model = run_model(run);
    write_class_module(run, type, ret_text);
    const Object *object = model_object(model, type);
    ObjectId name =
        object->slot_count > TYPE_SLOT_QUALNAME ? object->slots[TYPE_SLOT_QUALNAME] : 0;
    text_append_slice(ret_text, name ? str_slice(model, name) : type_name(model, type));
}

static bool write_instance(Run *run, ObjectId value, Text *ret_text)
{
    text_append_char(ret_text, '<');
    write_class_name(run, model_object(run_model(run), value)->type, ret_text);
    text_append_string(ret_text, " object");
    write_address(run, value, ret_text);
    return true;
}

static void write_qualified_name(Run *run, ObjectId function, Text *ret_text)
{
    const Model *model = run_model(run);
    if (model_kind(model, function) == KIND_FUNCTION)
        write_slot_text(run, function, FUNCTION_SLOT_QUALNAME, ret_text);
    else if (model_kind(model, function) == KIND_BUILTIN)
        text_append_string(ret_text,
                           ((const Native *)model_payload(model, function).native)->name);
    else
        text_append_char(ret_text, '?');
}

static bool write_bound(Run *run, ObjectId method, Text *ret_text)
{
    const Object *object = model_object(run_model(run), method);
    text_append_string(ret_text, "<bound method ");
    write_qualified_name(run, object->slots[0], ret_text);
    text_append_string(ret_text, " of ");
    bool fine = repr_write(run, object->slots[1], ret_text);
    text_append_char(ret_text, '>');
    return fine;
}

static bool write_native(Run *run, ObjectId value, Text *ret_text)
{
    const Model *model = run_model(run);
    const Object *object = model_object(model, value);
    const Native *native = model_payload(model, value).native;
    ObjectId self = object->slot_count ? object->slots[0] : 0;
    if (builtin_is_descriptor(model, object)) {
        bool wrapper = object->type == model->types[TYPE_WRAPPER_DESCRIPTOR];
        text_append_format(ret_text, "<%s '%s' of '%s' objects>",
                           wrapper ? "slot wrapper" : "method", native->name,
                           self ? type_name(model, self).bytes : "object");
        return true;
    }
    bool wrapper = object->type == model->types[TYPE_METHOD_WRAPPER];
    if (!wrapper && (!self || model_kind(model, self) == KIND_MODULE)) {
        text_append_format(ret_text, "<built-in function %s>", native->name);
        return true;
    }
    text_append_format(ret_text, "<%s%s%s of %s object",
                       wrapper ? "method-wrapper '" : "built-in method ", native->name,
                       wrapper ? "'" : "", type_string(run, self));
    write_address(run, self, ret_text);
    return true;
}

static bool write_module(Run *run, ObjectId module, Text *ret_text)
{
    const Model *model = run_model(run);
    ObjectId dict = model_object(model, module)->dict;
    int64_t entry = dict ? dict_find_text(model, dict, slice_of("__name__")) : -1;
    ObjectId name = entry >= 0 ? dict_value(model, dict, (uint32_t)entry) : 0;
    text_append_string(ret_text, "<module ");
    if (name && !repr_write(run, name, ret_text))
        return false;
    int64_t file = dict ? dict_find_text(model, dict, slice_of("__file__")) : -1;
    if (file >= 0) {
        text_append_string(ret_text, " from ");
        if (!repr_write(run, dict_value(model, dict, (uint32_t)file), ret_text))
            return false;
    } else if (model_object(model, module)->b != MODULE_OF_PROGRAM &&
               (!name || !slice_is(str_slice(model, name), "__main__"))) {
        text_append_string(ret_text, " (built-in)");
    }
    text_append_char(ret_text, '>');
    return true;
}

static bool write_wrapped(Run *run, ObjectId value, Text *ret_text)
{
    const Model *model = run_model(run);
    if (model->profile->minor < 10)
        return write_instance(run, value, ret_text);
    const Object *object = model_object(model, value);
    text_append_format(ret_text, "<%s(", type_string(run, value));
    bool fine = repr_write(run, object->slots[0], ret_text);
    text_append_string(ret_text, ")>");
    return fine;
}

static bool write_super(Run *run, ObjectId super, Text *ret_text)
{
    const Model *model = run_model(run);
    const Object *object = model_object(model, super);
    text_append_format(ret_text, "<super: <class '%s'>, ",
                       type_name(model, object->slots[0]).bytes);
    if (object->slots[1])
        text_append_format(ret_text, "<%s object>>",
                           type_name(model, super_start(run, object)).bytes);
    else
        text_append_string(ret_text, "NULL>");
    return true;
}

static bool write_slice(Run *run, ObjectId slice, Text *ret_text)
{
    const Object *object = model_object(run_model(run), slice);
    text_append_string(ret_text, "slice(");
    bool fine = true;
    for (uint32_t i = 0; i < 3 && fine; i++) {
        if (i)
            text_append_string(ret_text, ", ");
        fine = repr_write(run, object->slots[i], ret_text);
    }
    text_append_char(ret_text, ')');
    return fine;
}

static bool write_class(Run *run, ObjectId type, Text *ret_text)
{
    text_append_string(ret_text, "<class '");
    write_class_name(run, type, ret_text);
    text_append_string(ret_text, "'>");
    return true;
}

static bool write_function(Run *run, ObjectId function, Text *ret_text)
{
    text_append_string(ret_text, "<function ");
    write_slot_text(run, function, FUNCTION_SLOT_QUALNAME, ret_text);
    write_address(run, function, ret_text);
    return true;
}

static bool write_generator(Run *run, ObjectId generator, Text *ret_text)
{
    text_append_string(ret_text, "<generator object ");
    write_slot_text(run, generator, GENERATOR_SLOT_QUALNAME, ret_text);
    write_address(run, generator, ret_text);
    return true;
}

static bool write_code(Run *run, ObjectId value, Text *ret_text)
{
    const Code *code = model_payload(run_model(run), value).code;
    text_append_format(ret_text, "<code object %.*s at 0x%" PRIx64 ", file \"%s\", line %u>",
                       SLICE(code->name), model_address(run_model(run), value),
                       code_file(run, code), code_line(run, value));
    return true;
}

static bool write_frame(Run *run, ObjectId frame, Text *ret_text)
{
    if (run->profile->minor < 7)
        return write_instance(run, frame, ret_text);
    const Code *code = model_payload(run_model(run), frame).code;
    text_append_format(ret_text, "<frame at 0x%" PRIx64 ", file '%s', line %u, code %.*s>",
                       model_address(run_model(run), frame), code_file(run, code),
                       frame_current_line(run, frame), SLICE(code->name));
    return true;
}

static bool write_cell(Run *run, ObjectId cell, Text *ret_text)
{
    const Model *model = run_model(run);
    const Object *object = model_object(model, cell);
    text_append_format(ret_text, "<cell at 0x%" PRIx64 ": ", model_address(model, cell));
    ObjectId contents = object->slot_count ? object->slots[0] : 0;
    if (!contents) {
        text_append_string(ret_text, "empty>");
    } else {
        text_append_format(ret_text, "%s object", type_string(run, contents));
        write_address(run, contents, ret_text);
    }
    return true;
}

/* sys.version_info and its like: "name(field=value, …)"; the field names are the type's. */
static bool write_structure(Run *run, ObjectId value, Text *ret_text)
{
    const Object *object = model_object(run_model(run), value);
    const NativeType *native = native_type_of(run, object->type);
    const char *const *fields = native ? native->fields : NULL;
    if (!fields)
        return write_instance(run, value, ret_text);
    text_append_format(ret_text, "%s(", type_string(run, value));
    for (uint32_t i = 0; i < object->slot_count && fields[i]; i++) {
        text_append_format(ret_text, "%s%s=", i ? ", " : "", fields[i]);
        if (!repr_write(run, object->slots[i], ret_text))
            return false;
    }
    text_append_char(ret_text, ')');
    return true;
}

/* "<member 'x' of 'C' objects>" of a slot, "<attribute …>" of any other descriptor. */
static bool write_descriptor(Run *run, ObjectId value, Text *ret_text)
{
    const Model *model = run_model(run);
    const Object *object = model_object(model, value);
    bool member = object->type == model->types[TYPE_MEMBER_DESCRIPTOR];
    text_append_format(
        ret_text, "<%s '%.*s' of '%.*s' objects>", member ? "member" : "attribute",
        SLICE(str_slice(model, object->slots[1])), SLICE(type_name(model, object->slots[0])));
    return true;
}

bool repr_write_object(Run *run, ObjectId value, Text *ret_text)
{
    switch (model_kind(run_model(run), value)) {
    case KIND_NONE:
        text_append_string(ret_text, "None");
        return true;
    case KIND_ELLIPSIS:
        text_append_string(ret_text, "Ellipsis");
        return true;
    case KIND_NOTIMPLEMENTED:
        text_append_string(ret_text, "NotImplemented");
        return true;
    case KIND_TYPE:
        return write_class(run, value, ret_text);
    case KIND_FUNCTION:
        return write_function(run, value, ret_text);
    case KIND_METHOD:
        return write_bound(run, value, ret_text);
    case KIND_BUILTIN:
        return write_native(run, value, ret_text);
    case KIND_MODULE:
        return write_module(run, value, ret_text);
    case KIND_EXCEPTION:
        return exception_repr(run, value, ret_text);
    case KIND_GENERATOR:
        return write_generator(run, value, ret_text);
    case KIND_STATICMETHOD:
        return write_wrapped(run, value, ret_text);
    case KIND_SUPER:
        return write_super(run, value, ret_text);
    case KIND_SLICE:
        return write_slice(run, value, ret_text);
    case KIND_CODE:
        return write_code(run, value, ret_text);
    case KIND_FRAME:
        return write_frame(run, value, ret_text);
    case KIND_CELL:
        return write_cell(run, value, ret_text);
    case KIND_DESCRIPTOR:
        return write_descriptor(run, value, ret_text);
    case KIND_TUPLE:
        return write_structure(run, value, ret_text);
    default: /* "<module.Class object at 0x…>" */
        return write_instance(run, value, ret_text);
    }
}
