/* Built-in functions that go through iterables: Python/bltinmodule.c. enumerate, zip, map,
 * filter and reversed are types: constructors_iterator.c. */
#include "lang/opcode.h"
#include "run/builtins/tables.h"
#include "run/interpreter.h"
#include "run/values/iterate.h"
#include "run/values/sort.h"

static ObjectId builtin_len(Run *run, const Arguments *arguments)
{
    int64_t length;
    return object_length(run, arguments->values[0], &length) ? int_from(run_model(run), length)
                                                             : 0;
}

static ObjectId builtin_iter(Run *run, const Arguments *arguments)
{
    if (arguments->count == 1)
        return iterate(run, arguments->values[0]);
    if (!object_is_callable(run, arguments->values[0]))
        return raise_error(run, EXC_TypeError,
                           run_model(run)->profile->minor == 12
                               ? "iter(object, sentinel): object must be callable"
                               : "iter(v, w): v must be callable");
    return iterator_create(run, TYPE_CALLABLE_ITERATOR, 32, arguments->values, 2);
}

static bool is_iterator(Run *run, ObjectId value)
{
    ObjectKind kind = model_kind(run_model(run), value);
    return kind == KIND_ITERATOR || kind == KIND_GENERATOR ||
           lookup_special(run, value, "__next__");
}

static ObjectId builtin_next(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId iterator = arguments->values[0], fallback = argument_at(arguments, 1);
    if (!is_iterator(run, iterator))
        return raise_error(run, EXC_TypeError, "'%s' object is not an iterator",
                           type_string(run, iterator));
    ObjectKind kind = model_kind(model, iterator);
    bool own = kind == KIND_ITERATOR && !program_override(run, iterator, "__next__");
    bool found = false;
    ObjectId item;
    if (own)
        item = iterate_next_builtin(run, iterator);
    else if (kind == KIND_GENERATOR) /* a StopIteration goes on with its value */
        item = fallback ? generator_next(run, iterator) : generator_next_value(run, iterator);
    else
        item = call_special(run, iterator, "__next__", NULL, 0, &found);
    if (item || (raised(run) && !(fallback && raised_is(run, EXC_StopIteration))))
        return item;
    if (!fallback)
        return raise_stop(run);
    raise_clear(run);
    return fallback;
}

/* all() and any(): the first item whose truth is `stops` ends it. */
static ObjectId find_truth(Run *run, ObjectId iterable, bool stops)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId iterator = iterate(run, iterable);
    if (!iterator)
        return 0;
    uint32_t round = hand_mark(model);
    bool truth = !stops, fine = true;
    while (fine && truth != stops) {
        hand_release(model, round);
        ObjectId item = iterate_next(run, iterator);
        if (!item)
            break;
        fine = object_truth(run, item, &truth);
    }
    hand_release(model, mark);
    return fine && !raised(run) ? bool_from(model, truth == stops ? stops : !stops) : 0;
}

static ObjectId builtin_all(Run *run, const Arguments *arguments)
{
    return find_truth(run, arguments->values[0], false);
}

static ObjectId builtin_any(Run *run, const Arguments *arguments)
{
    return find_truth(run, arguments->values[0], true);
}

/* --- min, max --- */

typedef struct Extreme {
    Run *run;
    const char *name;
    int op;
    ObjectId key;
    ObjectId item, item_key; /* the best so far; held */
} Extreme;

/* HAND holds the item; a key that is the item is one reference more. */
static bool consider(Extreme *extreme, ObjectId item)
{
    Run *run = extreme->run;
    ObjectId key = extreme->key ? call_object(run, extreme->key, &item, 1)
                                : hand_hold(run_model(run), item);
    if (!key)
        return false;
    bool better = true;
    if (extreme->item) {
        ObjectId answer = compare_objects(run, extreme->op, key, extreme->item_key);
        if (!answer || !object_truth(run, answer, &better))
            return false;
    }
    if (better) {
        extreme->item = item;
        extreme->item_key = key;
    }
    return true;
}

/* The next of the arguments or of what the iterator gives; 0 at the end. */
static ObjectId next_item(Extreme *extreme, const Arguments *arguments, ObjectId iterator,
                          uint32_t index)
{
    if (iterator)
        return iterate_next(extreme->run, iterator);
    return index < arguments->count
               ? hand_hold(run_model(extreme->run), arguments->values[index])
               : 0;
}

/* Item by item. HAND's two entries from `round` on are the best item and its key; the rest is
 * let go of. `iterator` 0: the arguments themselves. */
static bool consider_all(Extreme *extreme, const Arguments *arguments, ObjectId iterator)
{
    Model *model = run_model(extreme->run);
    uint32_t round = hand_mark(model);
    hand_hold(model, model->none);
    hand_hold(model, model->none);
    ObjectId item;
    for (uint32_t i = 0; (item = next_item(extreme, arguments, iterator, i)); i++) {
        ObjectId before = extreme->item;
        if (!consider(extreme, item))
            return false;
        if (extreme->item != before) {
            reference_set(model, HAND, round, extreme->item);
            reference_set(model, HAND, round + 1, extreme->item_key);
        }
        hand_release(model, round + 2);
    }
    return !raised(extreme->run);
}

static const char *const extreme_keywords[] = {"key", "default", ""};

static ObjectId find_extreme(Run *run, const Arguments *arguments, const char *name, int op)
{
    const Model *model = run_model(run);
    ObjectId options[2];
    if (arguments->count == 0)
        return raise_error(run, EXC_TypeError,
                           model->profile->minor >= 9 ? "%s expected at least 1 argument, got 0"
                           : model->profile->minor >= 8 ? "%s expected 1 argument, got 0"
                                                        : "%s expected 1 arguments, got 0",
                           name);
    if (!argument_keywords(run, arguments, name, extreme_keywords, options))
        return 0;
    Extreme extreme = {run, name, op, options[0] == model->none ? 0 : options[0], 0, 0};
    if (arguments->count > 1) {
        if (options[1])
            return raise_error(
                run, EXC_TypeError,
                "Cannot specify a default for %s() with multiple positional arguments", name);
        return consider_all(&extreme, arguments, 0) ? extreme.item : 0;
    }
    ObjectId iterator = iterate(run, arguments->values[0]);
    if (!iterator || !consider_all(&extreme, arguments, iterator))
        return 0;
    if (extreme.item || options[1])
        return extreme.item ? extreme.item : options[1];
    return raise_error(run, EXC_ValueError,
                       model->profile->minor < 12 ? "%s() arg is an empty sequence"
                                                  : "%s() iterable argument is empty",
                       name);
}

static ObjectId builtin_max(Run *run, const Arguments *arguments)
{
    return find_extreme(run, arguments, "max", COMPARE_GT);
}

static ObjectId builtin_min(Run *run, const Arguments *arguments)
{
    return find_extreme(run, arguments, "min", COMPARE_LT);
}

static const char *const sort_keywords[] = {"key", "reverse", ""};

/* 3.6 leaves it to list.sort to complain of a second one. */
static bool sorted_arguments(Run *run, const Arguments *arguments)
{
    if (run_model(run)->profile->minor >= 7)
        return argument_count(run, arguments, 0, "sorted", 1, 1);
    return arguments->count ||
           raise_error(run, EXC_TypeError,
                       "Function takes at least 1 positional arguments (0 given)");
}

static ObjectId builtin_sorted(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId options[2];
    bool reversed = false;
    if (!sorted_arguments(run, arguments))
        return 0;
    ObjectId list = list_from(model, NULL, 0, LIST_FILL_EXACT);
    if (!list_fill_from(run, list, arguments->values[0], false))
        return 0;
    if (arguments->count > 1)
        return raise_error(run, EXC_TypeError, "must use keyword argument for key function");
    if (!argument_keywords(run, arguments, "sort", sort_keywords, options))
        return 0;
    if (options[1] && !argument_flag(run, options[1], &reversed))
        return 0;
    ObjectId key = options[0] == model->none ? 0 : options[0];
    /* sorted() calls the list's own method sort, which the collector counts from 3.9 on. */
    if (!attribute_get(run, list, model_intern(run_model(run), slice_of("sort"))))
        return 0;
    if (!recursion_enter(run, " while calling a Python object"))
        return 0;
    bool sorted = list_sort(run, list, key, reversed);
    recursion_leave(run);
    return sorted ? list : 0;
}

const Native builtins_iterate[] = {
    {"all", builtin_all, 1, 1, NULL, NATIVE_O},
    {"any", builtin_any, 1, 1, NULL, NATIVE_O},
    {"iter", builtin_iter, 1, 2, NULL, NATIVE_VARARGS},
    {"len", builtin_len, 1, 1, NULL, NATIVE_O, .quiet = true},
    {"max", builtin_max, 0, -1, NULL, NATIVE_RAW},
    {"min", builtin_min, 0, -1, NULL, NATIVE_RAW},
    {"next", builtin_next, 1, 2, NULL, NATIVE_VARARGS},
    {"sorted", builtin_sorted, 0, -1, NULL, NATIVE_RAW},
    {"", NULL, 0, 0, NULL, NATIVE_RAW},
};
