/* count, cycle, repeat. */
#include "lang/opcode.h"
#include "run/modules/itertools.h"
#include "run/text/text.h"

/* --- count: slots: the next number, the step --- */

static bool is_number(Run *run, ObjectId value)
{
    ObjectKind kind = model_kind(run->model, value);
    return kind_is_integer(kind) || kind == KIND_FLOAT || kind == KIND_COMPLEX ||
           lookup_special(run, value, "__index__") || lookup_special(run, value, "__float__") ||
           lookup_special(run, value, "__int__") || lookup_special(run, value, "__complex__");
}

static ObjectId count_new(Run *run, const Arguments *arguments)
{
    static const char *const names[] = {"start", "step", ""};
    ObjectId values[2];
    if (!itertools_arguments(run, arguments, "count", names, 0, values))
        return 0;
    for (int i = 0; i < 2; i++)
        if (values[i] && !is_number(run, values[i]))
            return raise_error(run, EXC_TypeError, "a number is required");
    values[0] = values[0] ? values[0] : int_from(run->model, 0);
    values[1] = values[1] ? values[1] : int_from(run->model, 1);
    return itertools_create(run, arguments, values, 2);
}

static ObjectId count_next(Run *run, ObjectId count)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId number = hand_hold(model, itertools_slot(run, count, 0));
    ObjectId next = operate_binary(run, BINARY_ADD, number, itertools_slot(run, count, 1));
    if (!next)
        return 0;
    reference_set(model, count, 0, next);
    return hand_return(model, mark, number);
}

static ObjectId count_repr(Run *run, const Arguments *arguments)
{
    const Model *model = run->model;
    ObjectId count = arguments->values[0], step = itertools_slot(run, count, 1);
    bool plain = object_is_exact(model, step, TYPE_INT) && int_is_small(model, step) &&
                 int_value(model, step) == 1;
    Text text = {0};
    text_append_format(&text, "%s(", itertools_name(run, count));
    bool fine = repr_write(run, itertools_slot(run, count, 0), &text);
    if (fine && !plain) {
        text_append_string(&text, ", ");
        fine = repr_write(run, step, &text);
    }
    text_append_char(&text, ')');
    if (fine)
        return str_of_text(run, &text);
    text_done(&text);
    return 0;
}

static const Native count_methods[] = {
    SLOT_ROWS_ITERATOR,
    {"__new__", count_new, 0, -1, NULL, NATIVE_STATIC},
    {"__repr__", count_repr, 0, 0, NULL, NATIVE_SLOT},
    SLOT_ROW_END,
};
const NativeType itertools_count = {.name = "itertools.count",
                                    .flags = NATIVE_GC | NATIVE_BASETYPE,
                                    .sizes = {72, 0, 56},
                                    .methods = count_methods,
                                    .next = count_next};

/* --- cycle: slots: the iterator (0: it has ended), what it gave; a: the next of these --- */

static ObjectId cycle_new(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId iterable;
    if (!itertools_positional(run, arguments, "cycle", 1, 1, &iterable))
        return 0;
    ObjectId parts[2] = {iterate(run, iterable), 0};
    if (!parts[0])
        return 0;
    parts[1] = list_from(model, NULL, 0, LIST_FILL_EXACT);
    return hand_return(model, mark, itertools_create(run, arguments, parts, 2));
}

static ObjectId cycle_next(Run *run, ObjectId cycle)
{
    Model *model = run->model;
    ObjectId source = itertools_slot(run, cycle, 0), saved = itertools_slot(run, cycle, 1);
    if (source) {
        ObjectId item = iterate_next(run, source);
        if (item)
            list_append(model, saved, item);
        if (item || raised(run))
            return item;
        reference_set(model, cycle, 0, 0);
    }
    const Object *list = model_object(model, saved);
    if (!list->slot_count)
        return 0;
    uint32_t at = model_object(model, cycle)->a;
    ObjectId item = list->slots[at % list->slot_count];
    object_set_field(model, cycle, FIELD_A, (at + 1) % list->slot_count);
    return item;
}

static const Native cycle_methods[] = {
    SLOT_ROWS_ITERATOR,
    {"__new__", cycle_new, 0, -1, NULL, NATIVE_STATIC},
    SLOT_ROW_END,
};
const NativeType itertools_cycle = {.name = "itertools.cycle",
                                    .flags = NATIVE_GC | NATIVE_BASETYPE,
                                    .sizes = {80, 0, 64},
                                    .methods = cycle_methods,
                                    .next = cycle_next};

/* --- repeat: slot: the object; work: how often still, -1: endlessly --- */

static ObjectId repeat_new(Run *run, const Arguments *arguments)
{
    static const char *const names[] = {"object", "times", ""};
    ObjectId values[2];
    int64_t times = -1;
    if (!itertools_arguments(run, arguments, "repeat", names, 1, values) ||
        (values[1] && !object_index(run, values[1], &times)))
        return 0;
    if (values[1] && times < 0)
        times = 0;
    ObjectId repeat = itertools_create(run, arguments, values, 1);
    work_of(run, repeat)->at = times;
    return repeat;
}

static ObjectId repeat_next(Run *run, ObjectId repeat)
{
    Work *work = work_of(run, repeat);
    if (work->at == 0)
        return 0;
    if (work->at > 0)
        work->at--;
    return itertools_slot(run, repeat, 0);
}

static ObjectId repeat_repr(Run *run, const Arguments *arguments)
{
    ObjectId repeat = arguments->values[0];
    int64_t times = work_of(run, repeat)->at;
    Text text = {0};
    text_append_format(&text, "%s(", itertools_name(run, repeat));
    bool fine = repr_write(run, itertools_slot(run, repeat, 0), &text);
    if (times >= 0)
        text_append_format(&text, ", %lld", (long long)times);
    text_append_char(&text, ')');
    if (fine)
        return str_of_text(run, &text);
    text_done(&text);
    return 0;
}

static ObjectId repeat_length(Run *run, const Arguments *arguments)
{
    int64_t times = work_of(run, arguments->values[0])->at;
    if (times < 0)
        return raise_error(run, EXC_TypeError, "len() of unsized object");
    return int_from(run->model, times);
}

static const Native repeat_methods[] = {
    SLOT_ROWS_ITERATOR,
    {"__length_hint__", repeat_length, 0, 0, NULL, NATIVE_NOARGS},
    {"__new__", repeat_new, 0, -1, NULL, NATIVE_STATIC},
    {"__repr__", repeat_repr, 0, 0, NULL, NATIVE_SLOT},
    SLOT_ROW_END,
};
const NativeType itertools_repeat = {.name = "itertools.repeat",
                                     .flags = NATIVE_GC | NATIVE_BASETYPE,
                                     .sizes = {64, 0, 48},
                                     .methods = repeat_methods,
                                     .next = repeat_next};
