/* Sets as text: set_repr in Objects/setobject.c. */
#include "run/text/text.h"
#include "run/values/objects.h"

/* What iter() says the items are: of a class of the program that has an __iter__ or __len__. */
static bool write_iterated_items(Run *run, ObjectId set, Text *ret_text)
{
    Model *model = run_model(run);
    ObjectId list = iterate_list(run, set);
    for (uint32_t i = 0; list && i < model_object(model, list)->slot_count; i++) {
        if (i)
            text_append_string(ret_text, ", ");
        if (!repr_write(run, model_object(model, list)->slots[i], ret_text))
            return false;
    }
    return list != 0;
}

static bool write_set_items(Run *run, ObjectId set, Text *ret_text)
{
    Model *model = run_model(run);
    bool first = true;
    for (uint32_t i = 0; i < set_table_size(model, set); i++) {
        int64_t hash;
        ObjectId item = set_item(model, set, i, &hash);
        if (!item)
            continue;
        if (!first)
            text_append_string(ret_text, ", ");
        first = false;
        uint32_t mark = hand_mark(model);
        bool fine = repr_write(run, hand_hold(model, item), ret_text);
        hand_release(model, mark);
        if (!fine)
            return false;
    }
    return true;
}

bool repr_write_set(Run *run, ObjectId set, Text *ret_text)
{
    const Model *model = run_model(run);
    const char *name = type_string(run, set);
    if (!set_used(model, set)) {
        text_append_format(ret_text, "%s()", name);
        return true;
    }
    if (!writing_enter(run, set)) {
        text_append_format(ret_text, "%s(...)", name);
        return !raised(run);
    }
    bool named = !object_is_exact(model, set, TYPE_SET);
    if (named)
        text_append_format(ret_text, "%s(", name);
    text_append_char(ret_text, '{');
    bool own = program_override(run, set, "__iter__") || program_override(run, set, "__len__");
    bool fine =
        own ? write_iterated_items(run, set, ret_text) : write_set_items(run, set, ret_text);
    text_append_string(ret_text, named ? "})" : "}");
    writing_leave(run);
    return fine;
}
