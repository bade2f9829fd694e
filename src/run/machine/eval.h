#ifndef RUN_EVAL_H
#define RUN_EVAL_H
/* The instructions, by topic: one function each where it is more than a line. Law: a function
 * leaves the evaluation stack as opcode.h says when it returns true, and has raised when it
 * returns false; a raising one may leave operands on the stack: the handler cuts it. */
#include "run/interpreter.h"

typedef enum Step {
    STEP_RAISED,
    STEP_NEXT,
    STEP_LEFT, /* the frame that C entered is over: evaluate() returns */
} Step;

/* --- eval_names.c --- */
bool load_name(Run *run, Activation *activation, uint32_t index);
bool load_global(Run *run, Activation *activation, uint32_t index);
bool store_name(Run *run, Activation *activation, ObjectId namespace, uint32_t index);
bool delete_name(Run *run, Activation *activation, ObjectId namespace, uint32_t index);
bool load_class_deref(Run *run, Activation *activation, uint32_t index);
bool load_deref(Run *run, Activation *activation, uint32_t index);
bool delete_deref(Run *run, Activation *activation, uint32_t index);
void make_cell(Run *run, Activation *activation, uint32_t index);
void copy_free_vars(Run *run, Activation *activation, uint32_t count);
bool raise_unbound_local(Run *run, const Activation *activation, uint32_t index);

/* --- eval_operators.c --- */
bool binary_op(Run *run, Activation *activation, uint32_t op);
bool compare_op(Run *run, Activation *activation, uint32_t op);
bool unary_op(Run *run, Activation *activation, Opcode op);
bool is_op(Run *run, Activation *activation, uint32_t inverted);
bool contains_op(Run *run, Activation *activation, uint32_t inverted);
bool binary_subscr(Run *run, Activation *activation);
bool store_subscr(Run *run, Activation *activation);
bool delete_subscr(Run *run, Activation *activation);
bool build_slice(Run *run, Activation *activation, uint32_t count);
bool binary_slice(Run *run, Activation *activation);
bool store_slice(Run *run, Activation *activation);

/* --- eval_build.c --- */
bool build_tuple(Run *run, Activation *activation, uint32_t count);
bool build_list(Run *run, Activation *activation, uint32_t count);
bool build_set(Run *run, Activation *activation, uint32_t count);
bool build_map(Run *run, Activation *activation, uint32_t pairs);
bool build_const_key_map(Run *run, Activation *activation, uint32_t count);
bool build_string(Run *run, Activation *activation, uint32_t count);
bool list_append_op(Run *run, Activation *activation, uint32_t depth);
bool set_add_op(Run *run, Activation *activation, uint32_t depth);
bool map_add_op(Run *run, Activation *activation, uint32_t depth);
bool list_extend_op(Run *run, Activation *activation, uint32_t depth);
bool set_update_op(Run *run, Activation *activation, uint32_t depth);
bool dict_update_op(Run *run, Activation *activation, uint32_t depth);
bool dict_merge_op(Run *run, Activation *activation, uint32_t depth);
bool list_to_tuple(Run *run, Activation *activation);
bool format_value(Run *run, Activation *activation, uint32_t flags);

/* --- eval_pieces.c: before 3.9 --- */
bool build_sequence_unpack(Run *run, Activation *activation, uint32_t count);
bool build_set_unpack(Run *run, Activation *activation, uint32_t count);
bool build_map_unpack(Run *run, Activation *activation, uint32_t count);

/* --- eval_unpack.c --- */
bool unpack_sequence(Run *run, Activation *activation, uint32_t count);
bool unpack_ex(Run *run, Activation *activation, uint32_t counts);

/* --- eval_calls.c --- */
bool call_op(Run *run, Activation *activation, uint32_t count);
bool call_function_ex(Run *run, Activation *activation, uint32_t flags);
bool make_function(Run *run, Activation *activation, uint32_t flags);
/* BINARY_OP + of two exact strs. */
bool concatenate(Run *run, Activation *activation);
/* A call of a code object; a JUMP_BACKWARD in it. */
void code_warms_up(Run *run, const Activation *activation);
void code_jumps_back(Run *run, const Activation *activation);
/* Is the instruction that runs specialised? To be asked once each time that it runs. */
bool instruction_is_hot(const Run *run, const Activation *activation);
/* The same for a call of len(), isinstance(), type(x) or list.append(), whose special forms do
 * not look at the eval breaker. To be asked before the call, in 3.12 and later. */
bool call_is_quiet(Run *run, const Activation *activation, uint32_t count);
/* The same for a form that is good for one version of a class. */
bool instruction_hits(const Run *run, const Activation *activation, ObjectId type);
/* LOAD_ATTR_PROPERTY, 3.12+: the function to enter with the owner; 0: not the case. */
ObjectId hot_property(Run *run, const Activation *activation, ObjectId owner, ObjectId name);
Step return_value(Run *run, Activation *activation);
Step return_const(Run *run, Activation *activation, uint32_t index);
/* The top activation has ended with the value on top of HAND: its caller gets it. */
Step finish_entry(Run *run, Entry entry, ObjectId object, uint32_t drop);
void check_eval_breaker(Run *run);

/* --- eval_iteration.c --- */
bool get_iter(Run *run, Activation *activation);
bool for_iter(Run *run, Activation *activation, uint32_t target);
bool get_yield_from_iter(Run *run, Activation *activation);
bool send_op(Run *run, Activation *activation, uint32_t target);
bool cleanup_throw(Run *run, Activation *activation);
Step yield_value(Run *run, Activation *activation);
Step return_generator(Run *run, Activation *activation);

/* --- eval_exceptions.c --- */
bool reraise(Run *run, Activation *activation, uint32_t depth);
bool push_exc_info(Run *run, Activation *activation);
bool pop_except(Run *run, Activation *activation);
bool check_exc_match(Run *run, Activation *activation);
/* May these classes stand behind except? Raises. */
bool exception_check_classes(Run *run, ObjectId type);
bool before_with(Run *run, Activation *activation);
bool with_except_start(Run *run, Activation *activation);

/* --- eval_groups.c --- */
bool check_eg_match(Run *run, Activation *activation);
bool prep_reraise_star(Run *run, Activation *activation);

/* --- eval_modules.c --- */
bool import_name_op(Run *run, Activation *activation, uint32_t index);
bool import_from_op(Run *run, Activation *activation, uint32_t index);
bool setup_annotations(Run *run, Activation *activation);
bool print_expr(Run *run, Activation *activation);
bool load_builtin(Run *run, Activation *activation, const char *name);

/* --- match.c --- */
bool get_len(Run *run, Activation *activation);
bool match_mapping(Run *run, Activation *activation);
bool match_sequence(Run *run, Activation *activation);
bool match_keys(Run *run, Activation *activation);
bool match_class(Run *run, Activation *activation, uint32_t positional);

#endif
