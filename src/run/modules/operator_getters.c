#include "run/modules/operator_getters.h"

#include <string.h>

#include "run/interpreter.h"
#include "run/text/text.h"
#include "run/types/slots.h"

/* Appends "(a, b" of the slots from `first` on; the caller closes it. */
static bool write_slots(Run *run, ObjectId getter, uint32_t first, uint32_t end, Text *text)
{
    const Object *object = model_object(run_model(run), getter);
    for (uint32_t i = first; i < end; i++) {
        text_append_string(text, i > first ? ", " : "");
        if (!repr_write(run, object->slots[i], text))
            return false;
    }
    return true;
}

/* "operator.itemgetter(1, 2)" of all slots but the last `hidden`. */
static ObjectId getter_repr(Run *run, ObjectId getter, uint32_t hidden)
{
    Text text = {0};
    uint32_t count = model_object(run_model(run), getter)->slot_count;
    text_append_format(&text, "%s(", type_string(run, getter));
    bool fine = write_slots(run, getter, 0, count - hidden, &text);
    text_append_char(&text, ')');
    if (fine)
        return str_of_text(run, &text);
    text_done(&text);
    return 0;
}

static ObjectId plain_repr(Run *run, const Arguments *arguments)
{
    return getter_repr(run, arguments->values[0], 0);
}

/* The one object that a getter is called with; 0: raised. values[0] is the getter. */
static ObjectId only_argument(Run *run, const Arguments *arguments, const char *name)
{
    if (arguments->name_count && run_model(run)->profile->minor < 7)
        return raise_error(run, EXC_TypeError, "%s does not take keyword arguments", name);
    return argument_no_keywords(run, arguments, name) &&
                   argument_count(run, arguments, 1, name, 1, 1)
               ? arguments->values[1]
               : 0;
}

/* One value, or a tuple of several. */
typedef ObjectId GetPart(Run *run, ObjectId object, ObjectId part);
static ObjectId get_parts(Run *run, ObjectId getter, ObjectId object, GetPart *get)
{
    Model *model = run_model(run);
    uint32_t count = model_object(model, getter)->slot_count;
    if (count == 1)
        return get(run, object, model_object(model, getter)->slots[0]);
    ObjectId tuple = tuple_from(model, NULL, count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t mark = hand_mark(model);
        ObjectId value = get(run, object, model_object(model, getter)->slots[i]);
        if (!value)
            return 0;
        reference_set(model, tuple, i, value);
        hand_release(model, mark);
    }
    return tuple;
}

/* --- itemgetter --- */

static ObjectId itemgetter_new(Run *run, const Arguments *arguments)
{
    if (!argument_no_keywords(run, arguments, "itemgetter"))
        return 0;
    if (arguments->count < 2)
        return raise_error(run, EXC_TypeError, "itemgetter expected 1 argument%s, got 0",
                           run_model(run)->profile->minor < 8 ? "s" : "");
    return native_create(run, arguments->values[0], arguments->values + 1,
                         arguments->count - 1);
}

static ObjectId itemgetter_call(Run *run, const Arguments *arguments)
{
    ObjectId object = only_argument(run, arguments, "itemgetter");
    return object ? get_parts(run, arguments->values[0], object, subscript_get) : 0;
}

static const Native itemgetter_methods[] = {
    {"__new__", itemgetter_new, 0, -1, NULL, NATIVE_STATIC},
    {"__call__", itemgetter_call, 0, -1, NULL, NATIVE_RAW},
    {"__repr__", plain_repr, 0, 0, NULL, NATIVE_SLOT},
    SLOT_ROW_END,
};

const NativeType type_itemgetter = {.name = "operator.itemgetter",
                                    .flags = NATIVE_GC,
                                    .sizes = {64, 0, 56, 0, 0, 64},
                                    .vectorcall_since = 11,
                                    .methods = itemgetter_methods};

/* --- attrgetter --- */

static ObjectId attrgetter_new(Run *run, const Arguments *arguments)
{
    const Model *model = run_model(run);
    if (!argument_no_keywords(run, arguments, "attrgetter"))
        return 0;
    if (arguments->count < 2)
        return raise_error(run, EXC_TypeError, "attrgetter expected 1 argument%s, got 0",
                           run_model(run)->profile->minor < 8 ? "s" : "");
    for (uint32_t i = 1; i < arguments->count; i++)
        if (model_kind(model, arguments->values[i]) != KIND_STR)
            return raise_error(run, EXC_TypeError, "attribute name must be a string");
    return native_create(run, arguments->values[0], arguments->values + 1,
                         arguments->count - 1);
}

/* dotted_getattr */
static ObjectId get_dotted(Run *run, ObjectId object, ObjectId path)
{
    Model *model = run_model(run);
    Slice rest = str_slice(model, path);
    for (;;) {
        const char *dot = rest.length ? memchr(rest.bytes, '.', rest.length) : NULL;
        size_t length = dot ? (size_t)(dot - rest.bytes) : rest.length;
        object = attribute_get(run, object, model_intern(model, (Slice){rest.bytes, length}));
        if (!dot || !object)
            return object;
        rest = (Slice){dot + 1, rest.length - length - 1};
    }
}

static ObjectId attrgetter_call(Run *run, const Arguments *arguments)
{
    ObjectId object = only_argument(run, arguments, "attrgetter");
    return object ? get_parts(run, arguments->values[0], object, get_dotted) : 0;
}

static const Native attrgetter_methods[] = {
    {"__new__", attrgetter_new, 0, -1, NULL, NATIVE_STATIC},
    {"__call__", attrgetter_call, 0, -1, NULL, NATIVE_RAW},
    {"__repr__", plain_repr, 0, 0, NULL, NATIVE_SLOT},
    SLOT_ROW_END,
};

const NativeType type_attrgetter = {.name = "operator.attrgetter",
                                    .flags = NATIVE_GC,
                                    .sizes = {64, 0, 48, 0, 0, 56},
                                    .vectorcall_since = 11,
                                    .methods = attrgetter_methods};

/* --- methodcaller: slots are the name, the positional values, a dict of keywords or None ---
 */

static ObjectId keyword_dict(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    if (!arguments->name_count)
        return model->none;
    ObjectId dict = dict_create(model);
    const Object *names = model_object(model, arguments->names);
    for (uint32_t i = 0; i < arguments->name_count; i++)
        dict_set_str(model, dict, names->slots[i], arguments->values[arguments->count + i]);
    return dict;
}

static ObjectId methodcaller_new(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    if (arguments->count < 2)
        return raise_error(run, EXC_TypeError,
                           "methodcaller needs at least one argument, the method name");
    if (model_kind(model, arguments->values[1]) != KIND_STR)
        return raise_error(run, EXC_TypeError, "method name must be a string");
    ObjectId keywords = keyword_dict(run, arguments);
    ObjectId caller =
        native_create(run, arguments->values[0], arguments->values + 1, arguments->count - 1);
    reference_push(model, caller, keywords);
    return caller;
}

static ObjectId methodcaller_call(Run *run, const Arguments *arguments)
{
    const Model *model = run_model(run);
    ObjectId object = only_argument(run, arguments, "methodcaller");
    if (!object)
        return 0;
    const Object *caller = model_object(model, arguments->values[0]);
    ObjectId method = attribute_get(run, object, caller->slots[0]);
    if (!method)
        return 0;
    ObjectId keywords = caller->slots[caller->slot_count - 1];
    return call_with_parts(run, method, caller->slots + 1, caller->slot_count - 2,
                           keywords == model->none ? 0 : keywords);
}

static ObjectId methodcaller_repr(Run *run, const Arguments *arguments)
{
    const Model *model = run_model(run);
    ObjectId caller = arguments->values[0];
    const Object *object = model_object(model, caller);
    ObjectId keywords = object->slots[object->slot_count - 1];
    if (keywords == model->none)
        return getter_repr(run, caller, 1);
    Text text = {0};
    text_append_format(&text, "%s(", type_string(run, caller));
    bool fine = write_slots(run, caller, 0, object->slot_count - 1, &text);
    for (uint32_t i = 0; fine && i < dict_entry_end(model, keywords); i++) {
        Slice name = str_slice(model, dict_key(model, keywords, i));
        text_append_format(&text, ", %.*s=", SLICE(name));
        fine = repr_write(run, dict_value(model, keywords, i), &text);
    }
    text_append_char(&text, ')');
    if (fine)
        return str_of_text(run, &text);
    text_done(&text);
    return 0;
}

static const Native methodcaller_methods[] = {
    {"__new__", methodcaller_new, 0, -1, NULL, NATIVE_STATIC},
    {"__call__", methodcaller_call, 0, -1, NULL, NATIVE_RAW},
    {"__repr__", methodcaller_repr, 0, 0, NULL, NATIVE_SLOT},
    SLOT_ROW_END,
};

const NativeType type_methodcaller = {.name = "operator.methodcaller",
                                      .flags = NATIVE_GC,
                                      .sizes = {72, 0, 56, 0, 0, 0, 0, 80},
                                      .methods = methodcaller_methods};
