/* Who is told of a new class: its values by __set_name__, its base by __init_subclass__. */
#include "run/interpreter.h"
#include "run/text/str_common.h"

/* An error of __set_name__: up to 3.11 the cause of a RuntimeError, since then it gets a note.
 */
static bool tell_set_name(Run *run, ObjectId type, ObjectId name, ObjectId value)
{
    Text text = {0}, shown = {0};
    ObjectId error = exception_fetch(run);
    if (!error || !repr_write(run, name, &shown)) {
        text_done(&shown);
        return false;
    }
    text_append_format(&text, "Error calling __set_name__ on '%.*s' instance %s in '%.*s'",
                       SLICE(model_type_name(run->model, value)), text_string(&shown),
                       SLICE(type_name(run->model, type)));
    if (run->profile->minor < 12) {
        raise_error(run, EXC_RuntimeError, "%s", text_string(&text));
        exception_set_cause(run, exception_raised(run), error);
    } else if (exception_add_note(run, error, str_of_text(run, &text))) {
        exception_restore(run, error);
    }
    text_done(&text);
    text_done(&shown);
    return false;
}

/* type_new_set_names: of a copy, because the methods called may change the class. */
bool class_tell_values(Run *run, ObjectId type, ObjectId namespace)
{
    Model *model = run->model;
    uint32_t start = hand_mark(model);
    ObjectId names = dict_copy(model, namespace);
    uint32_t mark = hand_mark(model);
    for (uint32_t i = 0; i < dict_entry_end(model, names); i++) {
        ObjectId name = dict_key(model, names, i);
        if (!name)
            continue;
        ObjectId value = dict_value(model, names, i);
        ObjectId arguments[] = {type, name};
        bool found = false;
        if (!call_special(run, value, "__set_name__", arguments, 2, &found) && found)
            return tell_set_name(run, type, name, value);
        hand_release(model, mark);
    }
    hand_release(model, start);
    return true;
}

/* type_new_init_subclass: super(type, type).__init_subclass__(**keywords) */
bool class_tell_base(Run *run, ObjectId type, ObjectId keywords)
{
    Model *model = run->model;
    const Object *mro = model_object(model, model_object(model, type)->slots[TYPE_SLOT_MRO]);
    ObjectId found = 0, name = model_intern(model, slice_of("__init_subclass__"));
    uint32_t mark = hand_mark(model);
    if (model->profile->minor < 11) /* super() gets its arguments in a tuple */
        tuple_from(model, (ObjectId[]){type, type}, 2);
    hand_release(model, mark);
    for (uint32_t i = 1; i < mro->slot_count && !found; i++) {
        ObjectId dict = model_object(model, mro->slots[i])->dict;
        found = dict ? dict_get_str(model, dict, name) : 0;
    }
    ObjectId bound = found ? attribute_bind(run, found, 0, type) : 0;
    if (!bound)
        return !raised(run);
    bool has_keywords = keywords != model->none && dict_used(model, keywords);
    return call_with_parts(run, bound, NULL, 0, has_keywords ? keywords : 0);
}
