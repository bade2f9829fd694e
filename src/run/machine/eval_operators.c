/* Instructions on operands: arithmetic and comparison, with short ways for ints that fit a word
 * and for floats. */
#include "run/machine/eval.h"
#include "run/values/operators.h"

/* Both are exact ints of one word. */
static inline bool both_words(const Model *model, ObjectId left, ObjectId right)
{
    const Object *a = model_object(model, left), *b = model_object(model, right);
    ObjectId type = model->types[TYPE_INT];
    return a->type == type && b->type == type && a->a == 0 && b->a == 0;
}

/* The result of an operation on words where it is a word again. */
static inline bool operate_words(uint32_t op, int64_t a, int64_t b, int64_t *ret_result)
{
    switch (op % BINARY_OP_COUNT) {
    case BINARY_ADD:
        return !__builtin_add_overflow(a, b, ret_result);
    case BINARY_SUBTRACT:
        return !__builtin_sub_overflow(a, b, ret_result);
    case BINARY_MULTIPLY:
        return !__builtin_mul_overflow(a, b, ret_result);
    case BINARY_AND:
        *ret_result = a & b;
        return true;
    default:
        return false;
    }
}

/* Both are exact floats. */
static inline bool both_floats(const Model *model, ObjectId left, ObjectId right)
{
    ObjectId type = model->types[TYPE_FLOAT];
    return model_object(model, left)->type == type && model_object(model, right)->type == type;
}

static inline bool both_strs(const Model *model, ObjectId left, ObjectId right)
{
    ObjectId type = model->types[TYPE_STR];
    return model_object(model, left)->type == type && model_object(model, right)->type == type;
}

bool binary_op(Run *run, Activation *activation, uint32_t op)
{
    ObjectId left = stack_at(activation, 2), right = stack_at(activation, 1);
    Model *model = run->model;
    int64_t word;
    ObjectId result = model->not_implemented;
    if (both_words(model, left, right) &&
        operate_words(op, model_payload(model, left).integer,
                      model_payload(model, right).integer, &word))
        result = int_from(model, word);
    else if (both_floats(model, left, right))
        result = float_operate(run, (int)(op % BINARY_OP_COUNT), left, right);
    else if (op % BINARY_OP_COUNT == BINARY_ADD && both_strs(model, left, right))
        return concatenate(run, activation);
    if (result == model->not_implemented)
        result = operate_binary(run, (int)op, left, right);
    if (!result)
        return false;
    stack_replace(run, activation, 2, result);
    return true;
}

static inline bool compare_words(uint32_t op, int64_t a, int64_t b)
{
    switch ((CompareOp)op) {
    case COMPARE_LT:
        return a < b;
    case COMPARE_LE:
        return a <= b;
    case COMPARE_EQ:
        return a == b;
    case COMPARE_NE:
        return a != b;
    case COMPARE_GT:
        return a > b;
    case COMPARE_GE:
        return a >= b;
    }
    return false;
}

static bool is_compact(const Model *model, ObjectId id)
{
    int64_t word = model_payload(model, id).integer;
    return word > -(INT64_C(1) << 30) && word < INT64_C(1) << 30;
}

/* 3.11 compares two small ints, floats or texts without a level of the recursion where a jump
 * follows: COMPARE_OP_INT_JUMP and the like. */
static bool is_specialised(const Run *run, const Activation *activation, uint32_t op,
                           ObjectId left, ObjectId right)
{
    const Model *model = run->model;
    uint8_t next = activation->code->instructions[activation->pc].op;
    if (run->profile->minor != 11 ||
        (next != OP_POP_JUMP_IF_FALSE && next != OP_POP_JUMP_IF_TRUE))
        return false;
    if (both_words(model, left, right))
        return is_compact(model, left) && is_compact(model, right);
    return both_floats(model, left, right) ||
           (both_strs(model, left, right) && (op == COMPARE_EQ || op == COMPARE_NE));
}

/* A comparison where there is no room for one more level. */
static ObjectId compare_at_limit(Run *run, const Activation *activation, uint32_t op,
                                 ObjectId left, ObjectId right)
{
    uint32_t spared = is_specialised(run, activation, op, left, right) ? 1 : 0;
    run->levels -= spared;
    ObjectId result = compare_objects(run, (int)op, left, right);
    run->levels += spared;
    return result;
}

bool compare_op(Run *run, Activation *activation, uint32_t op)
{
    const Model *model = run->model;
    ObjectId left = stack_at(activation, 2), right = stack_at(activation, 1);
    ObjectId result;
    if (run->levels >= run->recursion_limit)
        result = compare_at_limit(run, activation, op, left, right);
    else if (both_words(model, left, right))
        result = bool_from(model, compare_words(op, model_payload(model, left).integer,
                                                model_payload(model, right).integer));
    else
        result = compare_objects(run, (int)op, left, right);
    if (!result)
        return false;
    stack_replace(run, activation, 2, result);
    return true;
}

static ObjectId operate_not(Run *run, ObjectId value)
{
    bool truth = false;
    return object_truth(run, value, &truth) ? bool_from(run->model, !truth) : 0;
}

bool unary_op(Run *run, Activation *activation, Opcode op)
{
    ObjectId value = stack_at(activation, 1);
    ObjectId result;
    if (op == OP_UNARY_NOT)
        result = operate_not(run, value);
    else if (op == OP_UNARY_NEGATIVE)
        result = operate_negative(run, value);
    else if (op == OP_UNARY_POSITIVE)
        result = operate_positive(run, value);
    else
        result = operate_invert(run, value);
    if (!result)
        return false;
    stack_replace(run, activation, 1, result);
    return true;
}

bool is_op(Run *run, Activation *activation, uint32_t inverted)
{
    bool same = stack_at(activation, 1) == stack_at(activation, 2);
    stack_replace(run, activation, 2, bool_from(run->model, same != (inverted != 0)));
    return true;
}

bool contains_op(Run *run, Activation *activation, uint32_t inverted)
{
    bool contains = false;
    if (!object_contains(run, stack_at(activation, 1), stack_at(activation, 2), &contains))
        return false;
    stack_replace(run, activation, 2, bool_from(run->model, contains != (inverted != 0)));
    return true;
}

/* --- subscripts --- */

/* BINARY_SUBSCR_GETITEM: the function that is a class's __getitem__; 0: not the case. */
static ObjectId hot_getitem(Run *run, const Activation *activation, ObjectId container)
{
    ObjectId type = model_object(run->model, container)->type;
    if (!(model_object(run->model, type)->flags & OBJECT_HEAP_TYPE) ||
        !instruction_hits(run, activation, type))
        return 0;
    ObjectId function = lookup_special(run, container, "__getitem__");
    return function && call_takes(run, function, 2) ? function : 0;
}

bool binary_subscr(Run *run, Activation *activation)
{
    ObjectId getitem = hot_getitem(run, activation, stack_at(activation, 2));
    if (getitem)
        return call_stealing(run, activation, getitem, 2) == CALL_PUSHED;
    ObjectId result = subscript_get(run, stack_at(activation, 2), stack_at(activation, 1));
    if (!result)
        return false;
    stack_replace(run, activation, 2, result);
    return true;
}

static bool drop_after(Run *run, const Activation *activation, bool done, uint32_t count)
{
    for (uint32_t i = 0; done && i < count; i++)
        stack_pop(run, activation);
    return done;
}

bool store_subscr(Run *run, Activation *activation)
{
    bool done = subscript_set(run, stack_at(activation, 2), stack_at(activation, 1),
                              stack_at(activation, 3));
    return drop_after(run, activation, done, 3);
}

bool delete_subscr(Run *run, Activation *activation)
{
    bool done = subscript_set(run, stack_at(activation, 2), stack_at(activation, 1), 0);
    return drop_after(run, activation, done, 2);
}

bool build_slice(Run *run, Activation *activation, uint32_t count)
{
    ObjectId step = count == 3 ? stack_at(activation, 1) : run->model->none;
    ObjectId slice =
        slice_create(run, stack_at(activation, count), stack_at(activation, count - 1), step);
    if (!slice)
        return false;
    stack_replace(run, activation, count, slice);
    return true;
}

/* _PyBuildSlice_ConsumeRefs: the slice of o[start:stop]. */
static ObjectId slice_of_top(Run *run, const Activation *activation)
{
    return slice_create(run, stack_at(activation, 2), stack_at(activation, 1),
                        run->model->none);
}

bool binary_slice(Run *run, Activation *activation)
{
    ObjectId slice = slice_of_top(run, activation);
    ObjectId result = slice ? subscript_get(run, stack_at(activation, 3), slice) : 0;
    if (!result)
        return false;
    stack_replace(run, activation, 3, result);
    return true;
}

bool store_slice(Run *run, Activation *activation)
{
    ObjectId slice = slice_of_top(run, activation);
    bool done =
        slice && subscript_set(run, stack_at(activation, 3), slice, stack_at(activation, 4));
    return drop_after(run, activation, done, 4);
}
