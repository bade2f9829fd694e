/* + and * and comparisons of collections.deque: Modules/_collectionsmodule.c. */
#include "lang/opcode.h"
#include "run/modules/deque.h"
#include "run/values/compare.h"

/* --- + and * --- */

ObjectId deque_concatenate(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId other = arguments->values[1];
    if (!native_is(run, other, &type_deque))
        return raise_error(run, EXC_TypeError,
                           "can only concatenate deque (not \"%s\") to deque",
                           type_string(run, other));
    ObjectId made = deque_copy(run, arguments->values[0]);
    bool fine = made && deque_extend(run, made, other, deque_append);
    return hand_return(model, mark, fine ? made : 0);
}

ObjectId deque_extend_in_place(Run *run, const Arguments *arguments)
{
    return deque_extend(run, arguments->values[0], arguments->values[1], deque_append)
               ? arguments->values[0]
               : 0;
}

/* deque_inplace_repeat */
static bool repeat(Run *run, ObjectId deque, int64_t times)
{
    Model *model = run_model(run);
    uint32_t end = deque_length(model, deque), most = model_object(model, deque)->c;
    if (end == 0 || times == 1)
        return true;
    if (times <= 0) {
        deque_clear(model, deque);
        return true;
    }
    if (times > INT64_MAX / (int64_t)sizeof(void *) / end)
        return raise_with(run, EXC_MemoryError, 0) != 0;
    if (most != DEQUE_UNBOUNDED && end * (uint64_t)times > most)
        times = (most + end - 1) / end + 1;
    uint32_t mark = hand_mark(model);
    ObjectId list = iterate_list(run, deque);
    bool fine = list != 0;
    while (fine && --times > 0 && run_has_memory(run))
        fine = deque_extend(run, deque, list, deque_append);
    hand_release(model, mark);
    return fine && !raised(run);
}

/* The number of times for * of a sequence. */
static bool read_times(Run *run, ObjectId value, int64_t *ret_times)
{
    if (!kind_is_integer(model_kind(run_model(run), value)) &&
        !lookup_special(run, value, "__index__"))
        return raise_error(run, EXC_TypeError,
                           "can't multiply sequence by non-int of type '%s'",
                           type_string(run, value));
    return object_index(run, value, ret_times);
}

ObjectId deque_multiply(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    int64_t times;
    if (!read_times(run, arguments->values[1], &times))
        return 0;
    ObjectId made = deque_copy(run, arguments->values[0]);
    bool fine = made && repeat(run, made, times);
    return hand_return(model, mark, fine ? made : 0);
}

ObjectId deque_multiply_in_place(Run *run, const Arguments *arguments)
{
    int64_t times;
    if (!read_times(run, arguments->values[1], &times))
        return 0;
    return repeat(run, arguments->values[0], times) ? arguments->values[0] : 0;
}

/* --- comparison --- */

/* Items that are not equal decide; else the longer one is greater. */
static bool compare_iterators(Run *run, int op, ObjectId left, ObjectId right, bool *ret_result)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    for (;;) {
        hand_release(model, mark);
        ObjectId x = iterate_next(run, left);
        if (!x && raised(run))
            return false;
        ObjectId y = iterate_next(run, right);
        if (!y && raised(run))
            return false;
        if (!x || !y) {
            *ret_result = compare_holds(op, x ? 1 : y ? -1 : 0);
            return true;
        }
        bool equal;
        if (!compare_equal(run, x, y, &equal))
            return false;
        if (equal)
            continue;
        ObjectId result = compare_objects(run, op, x, y);
        return result && object_truth(run, result, ret_result);
    }
}

ObjectId deque_compare(Run *run, int op, ObjectId left, ObjectId right)
{
    Model *model = run_model(run);
    bool equality = op == COMPARE_EQ || op == COMPARE_NE, result;
    if (!native_is(run, right, &type_deque) || !native_is(run, left, &type_deque))
        return model->not_implemented;
    if (equality && left == right)
        return bool_from(model, op == COMPARE_EQ);
    if (equality && deque_length(model, left) != deque_length(model, right))
        return bool_from(model, op == COMPARE_NE);
    uint32_t mark = hand_mark(model);
    ObjectId first = iterate(run, left);
    ObjectId second = first ? iterate(run, right) : 0;
    if (!second || !nesting_enter(run, " in comparison")) {
        hand_release(model, mark);
        return 0;
    }
    bool fine = compare_iterators(run, op, first, second, &result);
    nesting_leave(run);
    hand_release(model, mark);
    return fine ? bool_from(model, result) : 0;
}
