/* The evaluation loop: Python/ceval.c, _PyEval_EvalFrameDefault. */
#include "run/machine/eval.h"
#include "run/machine/line_profile.h"

enum { INSTRUCTION_BYTES = 2 }; /* in CPython's code from 3.6 on */

/* --- what nearly every instruction does, inline --- */

static inline ObjectId local_at(const Activation *activation, uint32_t index)
{
    return activation->row->slots[FRAME_SLOT_COUNT + index];
}

static inline bool load_fast(Run *run, Activation *activation, uint32_t index)
{
    ObjectId value = local_at(activation, index);
    if (!value)
        return raise_unbound_local(run, activation, index);
    stack_push(run, activation, value);
    return true;
}

static bool load_fast_and_clear(Run *run, Activation *activation, uint32_t index)
{
    stack_push(run, activation, local_at(activation, index));
    reference_set(run->model, activation->frame, FRAME_SLOT_COUNT + index, 0);
    return true;
}

static bool delete_fast(Run *run, Activation *activation, uint32_t index)
{
    if (!local_at(activation, index))
        return raise_unbound_local(run, activation, index);
    reference_set(run->model, activation->frame, FRAME_SLOT_COUNT + index, 0);
    return true;
}

static void swap(Run *run, Activation *activation, uint32_t depth)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    uint32_t top = activation->row->slot_count - 1, other = activation->row->slot_count - depth;
    ObjectId above = activation->row->slots[top], below = activation->row->slots[other];
    if (above)
        hand_hold(model, above);
    if (below)
        hand_hold(model, below);
    reference_set(model, activation->frame, top, below);
    reference_set(model, activation->frame, other, above);
    hand_release(model, mark);
}

/* The top's truth. False: raised. */
static inline bool top_truth(Run *run, const Activation *activation, bool *ret_truth)
{
    ObjectId value = stack_at(activation, 1);
    if (value == run->model->true_)
        *ret_truth = true;
    else if (value == run->model->false_ || value == run->model->none)
        *ret_truth = false;
    else
        return object_truth(run, value, ret_truth);
    return true;
}

static inline bool pop_truth(Run *run, Activation *activation, bool *ret_truth)
{
    if (!top_truth(run, activation, ret_truth))
        return false;
    stack_pop(run, activation);
    return true;
}

static inline bool jump_if(Run *run, Activation *activation, bool wanted, uint32_t target)
{
    bool truth = false;
    if (!pop_truth(run, activation, &truth))
        return false;
    if (truth == wanted)
        activation->pc = target;
    return true;
}

static inline bool jump_or_pop(Run *run, Activation *activation, bool wanted, uint32_t target)
{
    bool truth = false;
    if (!top_truth(run, activation, &truth))
        return false;
    if (truth == wanted)
        activation->pc = target;
    else
        stack_pop(run, activation);
    return true;
}

static inline bool jump_if_none(Run *run, Activation *activation, bool wanted, uint32_t target)
{
    bool is_none = stack_at(activation, 1) == run->model->none;
    stack_pop(run, activation);
    if (is_none == wanted)
        activation->pc = target;
    return true;
}

static bool load_attr(Run *run, Activation *activation, ObjectId name)
{
    ObjectId owner = stack_at(activation, 1);
    ObjectId getter = hot_property(run, activation, owner, name);
    if (getter)
        return call_stealing(run, activation, getter, 1) == CALL_PUSHED;
    ObjectId value = attribute_get(run, owner, name);
    if (!value)
        return false;
    stack_replace(run, activation, 1, value);
    return true;
}

static bool store_attr(Run *run, Activation *activation, ObjectId name)
{
    if (!attribute_set(run, stack_at(activation, 1), name, stack_at(activation, 2)))
        return false;
    stack_pop(run, activation);
    stack_pop(run, activation);
    return true;
}

static bool delete_attr(Run *run, Activation *activation, ObjectId name)
{
    if (!attribute_set(run, stack_at(activation, 1), name, 0))
        return false;
    stack_pop(run, activation);
    return true;
}

static inline bool load_closure(Run *run, Activation *activation, uint32_t index)
{
    stack_push(run, activation, local_at(activation, index));
    return true;
}

static bool store_deref(Run *run, Activation *activation, uint32_t index)
{
    reference_set(run->model, local_at(activation, index), 0, stack_at(activation, 1));
    stack_pop(run, activation);
    return true;
}

static inline void jump_backward(Run *run, Activation *activation, uint32_t target)
{
    code_jumps_back(run, activation);
    activation->pc = target;
    check_eval_breaker(run);
}

/* --- the dispatch --- */

static inline Step raised_or_next(bool done)
{
    return done ? STEP_NEXT : STEP_RAISED;
}

/* Executes one instruction of the running frame. */
static inline Step execute(Run *run, Activation *act, Instruction instruction)
{
    uint32_t arg = instruction.arg;
    switch ((Opcode)instruction.op) {
    case OP_NOP:
        return STEP_NEXT;
    case OP_RESUME:
        code_warms_up(run, act);
        check_eval_breaker(run);
        return raised_or_next(!run->stopped);
    case OP_POP_TOP:
        stack_pop(run, act);
        return STEP_NEXT;
    case OP_PUSH_NULL:
        stack_push(run, act, 0);
        return STEP_NEXT;
    case OP_PUSH_WHY:
        stack_push_result(run, act, int_from(run->model, arg));
        return STEP_NEXT;
    case OP_PUSH_ADDRESS:
        stack_push_result(run, act, int_from(run->model, INSTRUCTION_BYTES * act->pc));
        return STEP_NEXT;
    case OP_POP_FINALLY:
        stack_pop(run, act);
        return STEP_NEXT;
    case OP_COPY:
        stack_push(run, act, stack_at(act, arg));
        return STEP_NEXT;
    case OP_SWAP:
        swap(run, act, arg);
        return STEP_NEXT;
    case OP_LOAD_CONST:
        stack_push(run, act, act->info->consts[arg]);
        return STEP_NEXT;
    case OP_LOAD_FAST:
        return raised_or_next(load_fast(run, act, arg));
    case OP_LOAD_FAST_AND_CLEAR:
        return raised_or_next(load_fast_and_clear(run, act, arg));
    case OP_STORE_FAST:
        reference_store(run->model, act->frame, FRAME_SLOT_COUNT + arg);
        return STEP_NEXT;
    case OP_DELETE_FAST:
        return raised_or_next(delete_fast(run, act, arg));
    case OP_LOAD_NAME:
        return raised_or_next(load_name(run, act, arg));
    case OP_STORE_NAME:
        return raised_or_next(store_name(run, act, act->locals, arg));
    case OP_DELETE_NAME:
        return raised_or_next(delete_name(run, act, act->locals, arg));
    case OP_LOAD_GLOBAL:
        return raised_or_next(load_global(run, act, arg));
    case OP_STORE_GLOBAL:
        return raised_or_next(store_name(run, act, act->globals, arg));
    case OP_DELETE_GLOBAL:
        return raised_or_next(delete_name(run, act, act->globals, arg));
    case OP_MAKE_CELL:
        make_cell(run, act, arg);
        return STEP_NEXT;
    case OP_COPY_FREE_VARS:
        copy_free_vars(run, act, arg);
        return STEP_NEXT;
    case OP_LOAD_CLOSURE:
        return raised_or_next(load_closure(run, act, arg));
    case OP_LOAD_DEREF:
        return raised_or_next(load_deref(run, act, arg));
    case OP_STORE_DEREF:
        return raised_or_next(store_deref(run, act, arg));
    case OP_DELETE_DEREF:
        return raised_or_next(delete_deref(run, act, arg));
    case OP_LOAD_CLASSDEREF:
        return raised_or_next(load_class_deref(run, act, arg));
    case OP_LOAD_ATTR:
        return raised_or_next(load_attr(run, act, act->info->names[arg]));
    case OP_LOAD_METHOD:
        return raised_or_next(attribute_load_method(run, act, act->info->names[arg]));
    case OP_STORE_ATTR:
        return raised_or_next(store_attr(run, act, act->info->names[arg]));
    case OP_DELETE_ATTR:
        return raised_or_next(delete_attr(run, act, act->info->names[arg]));
    case OP_LOAD_BUILD_CLASS:
        return raised_or_next(load_builtin(run, act, "__build_class__"));
    case OP_LOAD_ASSERTION_ERROR:
        stack_push(run, act, exception_type(run, EXC_AssertionError));
        return STEP_NEXT;
    case OP_UNARY_NEGATIVE:
    case OP_UNARY_POSITIVE:
    case OP_UNARY_INVERT:
    case OP_UNARY_NOT:
        return raised_or_next(unary_op(run, act, (Opcode)instruction.op));
    case OP_BINARY_OP:
        return raised_or_next(binary_op(run, act, arg));
    case OP_COMPARE_OP:
        return raised_or_next(compare_op(run, act, arg));
    case OP_IS_OP:
        return raised_or_next(is_op(run, act, arg));
    case OP_CONTAINS_OP:
        return raised_or_next(contains_op(run, act, arg));
    case OP_BINARY_SUBSCR:
        return raised_or_next(binary_subscr(run, act));
    case OP_STORE_SUBSCR:
        return raised_or_next(store_subscr(run, act));
    case OP_DELETE_SUBSCR:
        return raised_or_next(delete_subscr(run, act));
    case OP_BUILD_SLICE:
        return raised_or_next(build_slice(run, act, arg));
    case OP_BINARY_SLICE:
        return raised_or_next(binary_slice(run, act));
    case OP_STORE_SLICE:
        return raised_or_next(store_slice(run, act));
    case OP_BUILD_TUPLE:
        return raised_or_next(build_tuple(run, act, arg));
    case OP_BUILD_LIST:
        return raised_or_next(build_list(run, act, arg));
    case OP_BUILD_SET:
        return raised_or_next(build_set(run, act, arg));
    case OP_BUILD_MAP:
        return raised_or_next(build_map(run, act, arg));
    case OP_BUILD_CONST_KEY_MAP:
        return raised_or_next(build_const_key_map(run, act, arg));
    case OP_BUILD_STRING:
        return raised_or_next(build_string(run, act, arg));
    case OP_LIST_APPEND:
        return raised_or_next(list_append_op(run, act, arg));
    case OP_SET_ADD:
        return raised_or_next(set_add_op(run, act, arg));
    case OP_MAP_ADD:
        return raised_or_next(map_add_op(run, act, arg));
    case OP_LIST_EXTEND:
        return raised_or_next(list_extend_op(run, act, arg));
    case OP_SET_UPDATE:
        return raised_or_next(set_update_op(run, act, arg));
    case OP_DICT_UPDATE:
        return raised_or_next(dict_update_op(run, act, arg));
    case OP_DICT_MERGE:
        return raised_or_next(dict_merge_op(run, act, arg));
    case OP_LIST_TO_TUPLE:
        return raised_or_next(list_to_tuple(run, act));
    case OP_BUILD_TUPLE_UNPACK:
    case OP_BUILD_TUPLE_UNPACK_WITH_CALL:
    case OP_BUILD_LIST_UNPACK:
        return raised_or_next(build_sequence_unpack(run, act, arg));
    case OP_BUILD_SET_UNPACK:
        return raised_or_next(build_set_unpack(run, act, arg));
    case OP_BUILD_MAP_UNPACK:
    case OP_BUILD_MAP_UNPACK_WITH_CALL:
        return raised_or_next(build_map_unpack(run, act, arg));
    case OP_FORMAT_VALUE:
        return raised_or_next(format_value(run, act, arg));
    case OP_UNPACK_SEQUENCE:
        return raised_or_next(unpack_sequence(run, act, arg));
    case OP_UNPACK_EX:
        return raised_or_next(unpack_ex(run, act, arg));
    case OP_KW_NAMES:
        act->kw_names = act->info->consts[arg];
        return STEP_NEXT;
    case OP_CALL:
        return raised_or_next(call_op(run, act, arg));
    case OP_CALL_FUNCTION_EX:
        return raised_or_next(call_function_ex(run, act, arg));
    case OP_MAKE_FUNCTION:
        return raised_or_next(make_function(run, act, arg));
    case OP_RETURN_CONST:
        return return_const(run, act, arg);
    case OP_RETURN_VALUE:
        return return_value(run, act);
    case OP_JUMP:
        act->pc = arg;
        return STEP_NEXT;
    case OP_JUMP_BACKWARD:
        jump_backward(run, act, arg);
        return raised_or_next(!run->stopped);
    case OP_POP_JUMP_IF_FALSE:
        return raised_or_next(jump_if(run, act, false, arg));
    case OP_POP_JUMP_IF_TRUE:
        return raised_or_next(jump_if(run, act, true, arg));
    case OP_JUMP_IF_FALSE_OR_POP:
        return raised_or_next(jump_or_pop(run, act, false, arg));
    case OP_JUMP_IF_TRUE_OR_POP:
        return raised_or_next(jump_or_pop(run, act, true, arg));
    case OP_POP_JUMP_IF_NONE:
        return raised_or_next(jump_if_none(run, act, true, arg));
    case OP_POP_JUMP_IF_NOT_NONE:
        return raised_or_next(jump_if_none(run, act, false, arg));
    case OP_GET_ITER:
        return raised_or_next(get_iter(run, act));
    case OP_FOR_ITER:
        return raised_or_next(for_iter(run, act, arg));
    case OP_RETURN_GENERATOR:
        return return_generator(run, act);
    case OP_YIELD_VALUE:
        return yield_value(run, act);
    case OP_GET_YIELD_FROM_ITER:
        return raised_or_next(get_yield_from_iter(run, act));
    case OP_SEND:
        return raised_or_next(send_op(run, act, arg));
    case OP_CLEANUP_THROW:
        return raised_or_next(cleanup_throw(run, act));
    case OP_RAISE_VARARGS:
        return raised_or_next(raise_from_stack(run, act, arg));
    case OP_RERAISE:
        return raised_or_next(reraise(run, act, arg));
    case OP_PUSH_EXC_INFO:
        return raised_or_next(push_exc_info(run, act));
    case OP_POP_EXCEPT:
        return raised_or_next(pop_except(run, act));
    case OP_CHECK_EXC_MATCH:
        return raised_or_next(check_exc_match(run, act));
    case OP_CHECK_EG_MATCH:
        return raised_or_next(check_eg_match(run, act));
    case OP_PREP_RERAISE_STAR:
        return raised_or_next(prep_reraise_star(run, act));
    case OP_BEFORE_WITH:
        return raised_or_next(before_with(run, act));
    case OP_WITH_EXCEPT_START:
        return raised_or_next(with_except_start(run, act));
    case OP_IMPORT_NAME:
        return raised_or_next(import_name_op(run, act, arg));
    case OP_IMPORT_FROM:
        return raised_or_next(import_from_op(run, act, arg));
    case OP_IMPORT_STAR:
        return raised_or_next(import_star(run, act, stack_at(act, 1)));
    case OP_SETUP_ANNOTATIONS:
        return raised_or_next(setup_annotations(run, act));
    case OP_PRINT_EXPR:
        return raised_or_next(print_expr(run, act));
    case OP_GET_LEN:
        return raised_or_next(get_len(run, act));
    case OP_MATCH_MAPPING:
        return raised_or_next(match_mapping(run, act));
    case OP_MATCH_SEQUENCE:
        return raised_or_next(match_sequence(run, act));
    case OP_MATCH_KEYS:
        return raised_or_next(match_keys(run, act));
    case OP_MATCH_CLASS:
        return raised_or_next(match_class(run, act, arg));
    case OPCODE_COUNT:
        break;
    }
    return STEP_RAISED;
}

/* The frame is at its next instruction: marks it, and counts statements. False: a limit is
 * reached. */
static bool begin(Run *run, const Activation *activation, Instruction instruction)
{
    Model *model = run->model;
    model_checkpoint(model, CHECK_BATCH);
    if (model->journal.keeps) {
        model_instruction(model, activation->frame, activation->pc - 1,
                          instruction.starts_statement && !activation->info->is_library);
        if (model->journal.full)
            run_stop(run, RUN_LIMIT, "the recording has reached its limit of %zu bytes",
                     run->limits.journal_bytes);
    }
    if (instruction.starts_statement && ++run->statements > run->limits.statements)
        run_stop(run, RUN_LIMIT, "the program has reached the limit of %llu statements",
                 (unsigned long long)run->limits.statements);
    return run_has_memory(run);
}

static inline void release_hand(Run *run)
{
    const Activation *activation = run->top;
    if (model_object(run->model, HAND)->slot_count > activation->hand)
        hand_release(run->model, activation->hand);
}

/* Does the exception get an entry for this frame? One that is raised again has it already. */
static bool adds_traceback(const Run *run, Instruction instruction)
{
    if (instruction.op == OP_RERAISE || instruction.op == OP_CLEANUP_THROW)
        return false;
    ObjectId exception = exception_raised(run);
    bool again = instruction.op == OP_RAISE_VARARGS && instruction.arg == 0 && exception;
    return !again || !model_object(run->model, exception)->slots[EXCEPTION_SLOT_TRACEBACK];
}

ObjectId evaluate(Run *run)
{
    uint32_t base = run->depth - 1;
    bool keeps = run->model->journal.keeps;
    run->nesting++;
    /* generator.throw() enters with an exception. */
    bool enters_raising = exception_raised(run) != 0;
    Step step = !enters_raising || unwind(run, true, base) ? STEP_NEXT : STEP_RAISED;
    while (step == STEP_NEXT) {
        Activation *activation = run->top;
        Instruction instruction = activation->code->instructions[activation->pc++];
        if ((keeps || instruction.starts_statement) && !begin(run, activation, instruction))
            break;
        if (run->line_profile)
            line_profile_instruction(run, activation);
        step = execute(run, activation, instruction);
        if (step == STEP_RAISED && !run->stopped &&
            unwind(run, adds_traceback(run, instruction), base))
            step = STEP_NEXT;
        if (step == STEP_NEXT)
            release_hand(run);
    }
    run->nesting--;
    const Object *hand = model_object(run->model, HAND);
    return step == STEP_LEFT ? hand->slots[hand->slot_count - 1] : 0;
}
