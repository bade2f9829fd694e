/* Arguments between the two forms in which CPython hands them on: values with a tuple of names,
 * and a tuple with a dict. What one is made of the other with is held while the call lasts. */
#include "run/interpreter.h"

void call_pack(Run *run, Arguments *arguments)
{
    Model *model = run->model;
    if (arguments->count && !arguments->tuple)
        arguments->tuple = tuple_from(model, arguments->values, arguments->count);
    if (!arguments->name_count || arguments->dict)
        return;
    arguments->dict = dict_create(model);
    for (uint32_t i = 0; i < arguments->name_count; i++)
        dict_set_str(model, arguments->dict, model_object(model, arguments->names)->slots[i],
                     arguments->values[arguments->count + i]);
}

/* _PyFunction_FastCallDict, to 3.7: a tuple of the names and their values in turn. */
static void pair_up(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    ObjectId pairs = tuple_from(model, NULL, 2 * arguments->name_count);
    for (uint32_t i = 0; i < arguments->name_count; i++) {
        reference_set(model, pairs, 2 * i, model_object(model, arguments->names)->slots[i]);
        reference_set(model, pairs, 2 * i + 1, arguments->values[arguments->count + i]);
    }
}

void call_hold_unpacked(Run *run, const Arguments *arguments)
{
    if (!arguments->dict || !arguments->name_count)
        return;
    if (run->profile->minor <= 7) {
        pair_up(run, arguments);
        return;
    }
    for (uint32_t i = 0; i < arguments->count + arguments->name_count; i++)
        hand_hold(run->model, arguments->values[i]);
}
