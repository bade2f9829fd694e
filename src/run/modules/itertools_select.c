/* chain, compress, dropwhile, filterfalse, islice, starmap, takewhile. */
#include "run/modules/itertools.h"

enum { ITERATOR = 0, FUNCTION = 1 }; /* the slots of most of them */

/* --- chain: slots: the iterator of iterables (0: ended), the one under way (0: none) --- */

static ObjectId make_chain(Run *run, ObjectId type, ObjectId iterables)
{
    uint32_t mark = hand_mark(run->model);
    ObjectId parts[2] = {iterate(run, iterables), 0};
    if (!parts[0])
        return 0;
    return hand_return(run->model, mark, native_create(run, type, parts, 2));
}

static ObjectId chain_new(Run *run, const Arguments *arguments)
{
    uint32_t mark = hand_mark(run->model);
    ObjectId type = arguments->values[0];
    bool exact = !(model_object(run->model, type)->flags & OBJECT_HEAP_TYPE);
    if (exact && !argument_no_keywords(run, arguments, "chain"))
        return 0;
    ObjectId tuple = tuple_from(run->model, arguments->values + 1, arguments->count - 1);
    return hand_return(run->model, mark, make_chain(run, type, tuple));
}

static ObjectId chain_from_iterable(Run *run, const Arguments *arguments)
{
    const char *name = run->profile->minor < 9 ? "from_iterable" : "chain.from_iterable";
    if (!argument_no_keywords(run, arguments, name))
        return 0;
    if (arguments->count != 2)
        return raise_error(run, EXC_TypeError, "%s() takes exactly one argument (%u given)",
                           name, arguments->count - 1);
    return make_chain(run, arguments->values[0], arguments->values[1]);
}

/* The next iterable becomes the one under way; false: there is none, or raised. */
static bool chain_advance(Run *run, ObjectId chain)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId source = itertools_slot(run, chain, 0);
    ObjectId iterable = source ? iterate_next(run, source) : 0;
    ObjectId active = iterable ? iterate(run, iterable) : 0;
    if (active)
        reference_set(model, chain, 1, active);
    else if (source)
        reference_set(model, chain, 0, 0);
    hand_release(model, mark);
    return active;
}

static ObjectId chain_next(Run *run, ObjectId chain)
{
    for (;;) {
        ObjectId active = itertools_slot(run, chain, 1);
        if (!active && !chain_advance(run, chain))
            return 0;
        ObjectId item = iterate_next(run, itertools_slot(run, chain, 1));
        if (item || raised(run))
            return item;
        reference_set(run->model, chain, 1, 0);
    }
}

static const Native chain_methods[] = {
    SLOT_ROWS_ITERATOR,
    {"__new__", chain_new, 0, -1, NULL, NATIVE_STATIC},
    {"from_iterable", chain_from_iterable, 0, -1, NULL, NATIVE_STATIC},
    SLOT_ROW_END,
};
const NativeType itertools_chain = {.name = "itertools.chain",
                                    .flags = NATIVE_GC | NATIVE_BASETYPE,
                                    .sizes = {64, 0, 48},
                                    .methods = chain_methods,
                                    .next = chain_next};

/* --- compress: slots: two iterators --- */

static ObjectId compress_new(Run *run, const Arguments *arguments)
{
    static const char *const names[] = {"data", "selectors", ""};
    uint32_t mark = hand_mark(run->model);
    ObjectId values[2];
    if (!itertools_arguments(run, arguments, "compress", names, 2, values))
        return 0;
    for (int i = 0; i < 2; i++) {
        values[i] = iterate(run, values[i]);
        if (!values[i])
            return 0;
    }
    return hand_return(run->model, mark, itertools_create(run, arguments, values, 2));
}

static ObjectId compress_next(Run *run, ObjectId compress)
{
    for (;;) {
        uint32_t mark = hand_mark(run->model);
        ObjectId item = iterate_next(run, itertools_slot(run, compress, 0));
        ObjectId selector = item ? iterate_next(run, itertools_slot(run, compress, 1)) : 0;
        bool chosen = false;
        if (!selector || !object_truth(run, selector, &chosen))
            return 0;
        if (chosen)
            return hand_return(run->model, mark, item);
        hand_release(run->model, mark);
    }
}

static const Native compress_methods[] = {
    SLOT_ROWS_ITERATOR,
    {"__new__", compress_new, 0, -1, NULL, NATIVE_STATIC},
    SLOT_ROW_END,
};
const NativeType itertools_compress = {.name = "itertools.compress",
                                       .flags = NATIVE_GC | NATIVE_BASETYPE,
                                       .sizes = {64, 0, 48},
                                       .methods = compress_methods,
                                       .next = compress_next};

/* --- those with a function and an iterator; a: 1 when dropwhile has begun, takewhile ended ---
 */

static ObjectId make_with_function(Run *run, const Arguments *arguments, const char *name)
{
    uint32_t mark = hand_mark(run->model);
    ObjectId values[2];
    if (!itertools_positional(run, arguments, name, 2, 2, values))
        return 0;
    ObjectId parts[2] = {iterate(run, values[1]), values[0]};
    if (!parts[ITERATOR])
        return 0;
    return hand_return(run->model, mark, itertools_create(run, arguments, parts, 2));
}

static ObjectId dropwhile_new(Run *run, const Arguments *arguments)
{
    return make_with_function(run, arguments, "dropwhile");
}
static ObjectId filterfalse_new(Run *run, const Arguments *arguments)
{
    return make_with_function(run, arguments, "filterfalse");
}
static ObjectId starmap_new(Run *run, const Arguments *arguments)
{
    return make_with_function(run, arguments, "starmap");
}
static ObjectId takewhile_new(Run *run, const Arguments *arguments)
{
    return make_with_function(run, arguments, "takewhile");
}

static bool ask(Run *run, ObjectId iterator, ObjectId item, bool *ret_answer)
{
    ObjectId answer = call_object(run, itertools_slot(run, iterator, FUNCTION), &item, 1);
    return answer && object_truth(run, answer, ret_answer);
}

static ObjectId dropwhile_next(Run *run, ObjectId dropwhile)
{
    Model *model = run->model;
    for (;;) {
        uint32_t mark = hand_mark(model);
        bool drops = false;
        ObjectId item = iterate_next(run, itertools_slot(run, dropwhile, ITERATOR));
        if (!item || model_object(model, dropwhile)->a)
            return item;
        if (!ask(run, dropwhile, item, &drops))
            return 0;
        if (!drops) {
            object_set_field(model, dropwhile, FIELD_A, 1);
            return hand_return(model, mark, item);
        }
        hand_release(model, mark);
    }
}

static ObjectId takewhile_next(Run *run, ObjectId takewhile)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    if (model_object(model, takewhile)->a)
        return 0;
    bool takes = false;
    ObjectId item = iterate_next(run, itertools_slot(run, takewhile, ITERATOR));
    if (!item || !ask(run, takewhile, item, &takes))
        return 0;
    if (!takes) {
        object_set_field(model, takewhile, FIELD_A, 1);
        hand_release(model, mark);
        return 0;
    }
    return hand_return(model, mark, item);
}

static ObjectId filterfalse_next(Run *run, ObjectId filterfalse)
{
    Model *model = run->model;
    ObjectId function = itertools_slot(run, filterfalse, FUNCTION);
    bool plain = function == model->none || function == model->types[TYPE_BOOL];
    for (;;) {
        uint32_t mark = hand_mark(model);
        bool is_true = false;
        ObjectId item = iterate_next(run, itertools_slot(run, filterfalse, ITERATOR));
        if (!item || !(plain ? object_truth(run, item, &is_true)
                             : ask(run, filterfalse, item, &is_true)))
            return 0;
        if (!is_true)
            return hand_return(model, mark, item);
        hand_release(model, mark);
    }
}

static ObjectId starmap_next(Run *run, ObjectId starmap)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId item = iterate_next(run, itertools_slot(run, starmap, ITERATOR));
    ObjectId tuple = item ? tuple_of_iterable(run, item) : 0;
    if (!tuple)
        return 0;
    const Object *values = model_object(model, tuple);
    return hand_return(model, mark,
                       call_object(run, itertools_slot(run, starmap, FUNCTION), values->slots,
                                   values->slot_count));
}

static const Native dropwhile_methods[] = {
    SLOT_ROWS_ITERATOR,
    {"__new__", dropwhile_new, 0, -1, NULL, NATIVE_STATIC},
    SLOT_ROW_END,
};
const NativeType itertools_dropwhile = {.name = "itertools.dropwhile",
                                        .flags = NATIVE_GC | NATIVE_BASETYPE,
                                        .sizes = {72, 0, 56},
                                        .methods = dropwhile_methods,
                                        .next = dropwhile_next};

static const Native filterfalse_methods[] = {
    SLOT_ROWS_ITERATOR,
    {"__new__", filterfalse_new, 0, -1, NULL, NATIVE_STATIC},
    SLOT_ROW_END,
};
const NativeType itertools_filterfalse = {.name = "itertools.filterfalse",
                                          .flags = NATIVE_GC | NATIVE_BASETYPE,
                                          .sizes = {64, 0, 48},
                                          .methods = filterfalse_methods,
                                          .next = filterfalse_next};

static const Native starmap_methods[] = {
    SLOT_ROWS_ITERATOR,
    {"__new__", starmap_new, 0, -1, NULL, NATIVE_STATIC},
    SLOT_ROW_END,
};
const NativeType itertools_starmap = {.name = "itertools.starmap",
                                      .flags = NATIVE_GC | NATIVE_BASETYPE,
                                      .sizes = {64, 0, 48},
                                      .methods = starmap_methods,
                                      .next = starmap_next};

static const Native takewhile_methods[] = {
    SLOT_ROWS_ITERATOR,
    {"__new__", takewhile_new, 0, -1, NULL, NATIVE_STATIC},
    SLOT_ROW_END,
};
const NativeType itertools_takewhile = {.name = "itertools.takewhile",
                                        .flags = NATIVE_GC | NATIVE_BASETYPE,
                                        .sizes = {72, 0, 56},
                                        .methods = takewhile_methods,
                                        .next = takewhile_next};

/* --- islice: slot: the iterator (0: ended); work: the next index, stop (-1: none), step,
 *     and in `ended` nothing --- */

/* None: `fallback`. */
static bool read_index(Run *run, ObjectId value, int64_t fallback, const char *message,
                       int64_t *ret_index)
{
    *ret_index = fallback;
    if (!value || value == run->model->none)
        return true;
    if (object_index(run, value, ret_index) && (*ret_index >= 0 || *ret_index < -1))
        return true;
    if (raised(run) && !raised_is(run, EXC_TypeError) && !raised_is(run, EXC_IndexError) &&
        !raised_is(run, EXC_OverflowError))
        return false;
    raise_clear(run);
    return raise_error(run, EXC_ValueError, "%s", message) != 0;
}

static bool read_range(Run *run, const ObjectId *values, uint32_t count, Work *ret_work)
{
    static const char stop_message[] = "Stop argument for islice() must be None or an integer: "
                                       "0 <= x <= sys.maxsize.";
    static const char index_message[] =
        "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    static const char step_message[] = "Step for islice() must be a positive integer or None.";
    ObjectId stop = count == 2 ? values[1] : values[2];
    if (!read_index(run, stop, -1, stop_message, &ret_work->stop) ||
        (count > 2 && !read_index(run, values[1], 0, index_message, &ret_work->at)))
        return false;
    if (ret_work->stop < -1 || ret_work->at < 0)
        return raise_error(run, EXC_ValueError, "%s", index_message);
    if (count > 2 && !read_index(run, values[3], 1, step_message, &ret_work->step))
        return false;
    return ret_work->step > 0 || raise_error(run, EXC_ValueError, "%s", step_message);
}

static ObjectId islice_new(Run *run, const Arguments *arguments)
{
    uint32_t mark = hand_mark(run->model);
    ObjectId values[4];
    Work range = {.step = 1, .stop = -1};
    if (!itertools_positional(run, arguments, "islice", 2, 4, values) ||
        !read_range(run, values, arguments->count - 1, &range))
        return 0;
    ObjectId source = iterate(run, values[0]);
    if (!source)
        return 0;
    ObjectId islice = itertools_create(run, arguments, &source, 1);
    Work *work = work_of(run, islice);
    work->at = range.at;
    work->stop = range.stop;
    work->step = range.step;
    object_set_field(run->model, islice, FIELD_A, 0);
    return hand_return(run->model, mark, islice);
}

static ObjectId islice_end(Run *run, ObjectId islice)
{
    if (!raised(run))
        reference_set(run->model, islice, ITERATOR, 0);
    return 0;
}

/* Field a counts what has been taken from the iterator. */
static ObjectId islice_next(Run *run, ObjectId islice)
{
    Model *model = run->model;
    ObjectId source = itertools_slot(run, islice, ITERATOR);
    if (!source)
        return 0;
    Work *work = work_of(run, islice);
    uint32_t taken = model_object(model, islice)->a, before = taken;
    for (; taken < work->at && (work->stop < 0 || taken < work->stop); taken++) {
        uint32_t mark = hand_mark(model);
        if (!iterate_next(run, source))
            return islice_end(run, islice);
        hand_release(model, mark);
    }
    if (work->stop >= 0 && taken >= work->stop) {
        if (taken != before)
            object_set_field(model, islice, FIELD_A, taken);
        return islice_end(run, islice);
    }
    ObjectId item = iterate_next(run, source);
    if (!item)
        return islice_end(run, islice);
    object_set_field(model, islice, FIELD_A, taken + 1);
    work->at += work->step;
    if (work->stop >= 0 && work->at > work->stop)
        work->at = work->stop;
    return item;
}

static const Native islice_methods[] = {
    SLOT_ROWS_ITERATOR,
    {"__new__", islice_new, 0, -1, NULL, NATIVE_STATIC},
    SLOT_ROW_END,
};
const NativeType itertools_islice = {.name = "itertools.islice",
                                     .flags = NATIVE_GC | NATIVE_BASETYPE,
                                     .sizes = {88, 0, 72},
                                     .methods = islice_methods,
                                     .next = islice_next};
