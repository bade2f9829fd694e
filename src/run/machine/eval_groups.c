/* Instructions of except*: Python/ceval.c (_PyEval_ExceptionGroupMatch), Objects/exceptions.c
 * (_PyExc_PrepReraiseStar). */
#include "run/errors/exception_group.h"
#include "run/machine/eval.h"

static bool is_group_type(const Run *run, ObjectId type)
{
    return type_is_subtype(run, type, run->exceptions[EXC_BaseExceptionGroup]);
}

static bool names_group(const Run *run, ObjectId type)
{
    const Object *row = model_object(run->model, type);
    if (row->kind != KIND_TUPLE)
        return is_group_type(run, type);
    for (uint32_t i = 0; i < row->slot_count; i++)
        if (is_group_type(run, row->slots[i]))
            return true;
    return false;
}

/* An exception that is no group is caught as a group of itself alone. */
static ObjectId as_group(Run *run, ObjectId exception)
{
    if (object_is_group(run, exception))
        return exception;
    return group_create(run, slice_of(""), tuple_from(run->model, &exception, 1));
}

/* What of the exception is of the type, and what is left: 0 where nothing is. */
static bool part(Run *run, ObjectId exception, ObjectId type, ObjectId *ret_match,
                 ObjectId *ret_rest)
{
    *ret_match = 0;
    *ret_rest = exception;
    if (exception_matches(run, exception, type)) {
        *ret_rest = 0;
        *ret_match = as_group(run, exception);
        return *ret_match;
    }
    return !object_is_group(run, exception) ||
           group_split_by_type(run, exception, type, ret_match, ret_rest);
}

bool check_eg_match(Run *run, Activation *activation)
{
    Model *model = run->model;
    ObjectId type = stack_at(activation, 1), exception = stack_at(activation, 2);
    ObjectId match = 0, rest = 0;
    if (!exception_check_classes(run, type))
        return false;
    if (names_group(run, type))
        return raise_error(
            run, EXC_TypeError,
            "catching ExceptionGroup with except* is not allowed. Use except instead.");
    if (exception != model->none && !part(run, exception, type, &match, &rest))
        return false;
    hand_hold(model, exception);
    stack_replace(run, activation, 2, rest ? rest : model->none);
    stack_push(run, activation, match ? match : model->none);
    if (match)
        exception_set_handled(run, match);
    return true;
}

/* The exceptions of a list that the clauses raised, and those that they raised again. */
static void sort_raised(Run *run, ObjectId original, ObjectId list, ObjectId raised,
                        ObjectId again)
{
    Model *model = run->model;
    for (uint32_t i = 0; i < model_object(model, list)->slot_count; i++) {
        ObjectId exception = model_object(model, list)->slots[i];
        if (exception != model->none)
            list_append(model, group_same_metadata(run, exception, original) ? again : raised,
                        exception);
    }
}

static ObjectId first_exception(const Run *run, ObjectId list)
{
    const Object *row = model_object(run->model, list);
    for (uint32_t i = 0; i < row->slot_count; i++)
        if (row->slots[i] != run->model->none)
            return row->slots[i];
    return 0;
}

/* What the whole statement raises; 0 with nothing raised: nothing. */
static ObjectId to_raise(Run *run, ObjectId original, ObjectId list)
{
    Model *model = run->model;
    if (!object_is_group(run, original)) /* one clause at most has run */
        return first_exception(run, list);
    ObjectId new = list_from(model, NULL, 0, LIST_FILL_EXACT),
             again = list_from(model, NULL, 0, LIST_FILL_EXACT);
    sort_raised(run, original, list, new, again);
    ObjectId kept =
        model_object(model, again)->slot_count ? group_project(run, original, again) : 0;
    if (raised(run) || !model_object(model, new)->slot_count)
        return kept;
    if (kept)
        list_append(model, new, kept);
    const Object *row = model_object(model, new);
    return row->slot_count > 1 ? group_create(run, slice_of(""), new) : row->slots[0];
}

bool prep_reraise_star(Run *run, Activation *activation)
{
    ObjectId exception = to_raise(run, stack_at(activation, 2), stack_at(activation, 1));
    if (!exception && raised(run))
        return false;
    stack_replace(run, activation, 2, exception ? exception : run->model->none);
    return true;
}
