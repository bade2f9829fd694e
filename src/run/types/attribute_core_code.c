/* Attributes of code, frames, generators and tracebacks. */
#include <stdlib.h>

#include "base/memory.h"
#include "run/types/attribute_core.h"

static ObjectId slot(Run *run, ObjectId object, uint32_t index)
{
    ObjectId value = model_object(run->model, object)->slots[index];
    return value ? value : run->model->none;
}

/* --- tracebacks and frames --- */

static ObjectId traceback_next(Run *run, ObjectId t)
{
    return slot(run, t, 0);
}
static ObjectId traceback_frame(Run *run, ObjectId t)
{
    return slot(run, t, 1);
}
static ObjectId traceback_line(Run *run, ObjectId t)
{
    const Object *row = model_object(run->model, t);
    return int_from(run->model, frame_line(run, row->slots[1], row->a));
}
static ObjectId traceback_lasti(Run *run, ObjectId t)
{
    return int_from(run->model, 2 * (int64_t)model_object(run->model, t)->a);
}
static const GetterRow traceback_rows[] = {{"tb_next", traceback_next},
                                           {"tb_frame", traceback_frame},
                                           {"tb_lineno", traceback_line},
                                           {"tb_lasti", traceback_lasti},
                                           {0}};

static ObjectId frame_code(Run *run, ObjectId f)
{
    return slot(run, f, FRAME_SLOT_CODE);
}
static ObjectId frame_get_globals(Run *run, ObjectId f)
{
    return model_object(run->model, f)->c;
}
static uint32_t current_instruction(const Run *run, ObjectId frame)
{
    for (const Activation *a = run->top; a; a = a->caller)
        if (a->frame == frame)
            return a->pc - 1;
    return model_object(run->model, frame)->a;
}
uint32_t frame_current_line(Run *run, ObjectId frame)
{
    return frame_line(run, frame, current_instruction(run, frame));
}
static ObjectId frame_lineno(Run *run, ObjectId f)
{
    return int_from(run->model, frame_current_line(run, f));
}
static ObjectId frame_back(Run *run, ObjectId f)
{
    for (const Activation *a = run->top; a; a = a->caller)
        if (a->frame == f && a->caller)
            return a->caller->frame;
    return slot(run, f, FRAME_SLOT_BACK);
}
static ObjectId frame_lasti(Run *run, ObjectId f)
{
    return int_from(run->model, 2 * (int64_t)current_instruction(run, f));
}
static const GetterRow frame_rows[] = {{"f_lasti", frame_lasti},
                                       {"f_code", frame_code},
                                       {"f_globals", frame_get_globals},
                                       {"f_locals", frame_locals},
                                       {"f_lineno", frame_lineno},
                                       {"f_back", frame_back},
                                       {0}};

static const Code *code_of(const Run *run, ObjectId object)
{
    return model_payload(run->model, object).code;
}
static ObjectId code_name(Run *run, ObjectId c)
{
    return model_intern(run->model, code_of(run, c)->name);
}
static ObjectId code_qualname(Run *run, ObjectId c)
{
    return model_intern(run->model, code_of(run, c)->qualified_name);
}
static ObjectId code_argcount(Run *run, ObjectId c)
{
    return int_from(run->model, code_of(run, c)->argument_count);
}
static ObjectId code_kwonly(Run *run, ObjectId c)
{
    return int_from(run->model, code_of(run, c)->keyword_only_count);
}
static ObjectId code_flags(Run *run, ObjectId c)
{
    return int_from(run->model, code_of(run, c)->flags);
}
uint32_t code_line(const Run *run, ObjectId c)
{
    return code_of(run, c)->first_line - consts_find(run, code_of(run, c))->line_base;
}
static ObjectId code_first_line(Run *run, ObjectId c)
{
    return int_from(run->model, code_line(run, c));
}
static ObjectId code_filename(Run *run, ObjectId c)
{
    return str_from_string(run->model, code_file(run, code_of(run, c)));
}
static ObjectId part_of_slots(Run *run, ObjectId c, uint32_t first, uint32_t count)
{
    const Object *row = model_object(run->model, c);
    return count ? tuple_from(run->model, row->slots + first, count) : run->model->empty_tuple;
}
static ObjectId code_consts(Run *run, ObjectId c)
{
    const Code *code = code_of(run, c);
    return code->consts_tuple ? model_object(run->model, c)->slots[0]
                              : part_of_slots(run, c, 0, code->const_count);
}
static ObjectId code_names(Run *run, ObjectId c)
{
    const Code *code = code_of(run, c);
    return part_of_slots(run, c, code_names_at(code), code->name_count);
}
static ObjectId code_varnames(Run *run, ObjectId c)
{
    const Code *code = code_of(run, c);
    return part_of_slots(run, c, code_names_at(code) + code->name_count, code->variable_count);
}
static ObjectId code_freevars(Run *run, ObjectId c)
{
    const Code *code = code_of(run, c);
    uint32_t first =
        code_names_at(code) + code->name_count + code->local_count - code->free_count;
    return part_of_slots(run, c, first, code->free_count);
}
static ObjectId code_positional_only(Run *run, ObjectId c)
{
    return int_from(run->model, code_of(run, c)->positional_only_count);
}
static ObjectId code_nlocals(Run *run, ObjectId c)
{
    return int_from(run->model, code_of(run, c)->variable_count);
}
static ObjectId code_stack_size(Run *run, ObjectId c)
{
    return int_from(run->model, code_of(run, c)->stack_size);
}

static ObjectId code_cellvars(Run *run, ObjectId c)
{
    const Code *code = code_of(run, c);
    uint32_t *cells = memory_allocate((code->local_count + 1) * sizeof *cells);
    uint32_t count = frame_cells(run, code, cells);
    ObjectId tuple = count ? tuple_from(run->model, NULL, count) : run->model->empty_tuple;
    for (uint32_t i = 0; i < count; i++)
        reference_set(run->model, tuple, i, consts_find(run, code)->locals[cells[i]]);
    free(cells);
    return tuple;
}
static const GetterRow code_rows[] = {
    {"co_cellvars", code_cellvars}, {"co_posonlyargcount", code_positional_only},
    {"co_nlocals", code_nlocals},   {"co_stacksize", code_stack_size},
    {"co_name", code_name},         {"co_qualname", code_qualname},
    {"co_argcount", code_argcount}, {"co_kwonlyargcount", code_kwonly},
    {"co_flags", code_flags},       {"co_firstlineno", code_first_line},
    {"co_filename", code_filename}, {"co_consts", code_consts},
    {"co_names", code_names},       {"co_varnames", code_varnames},
    {"co_freevars", code_freevars}, {0},
};

static ObjectId generator_name(Run *run, ObjectId g)
{
    return slot(run, g, GENERATOR_SLOT_NAME);
}
static ObjectId generator_qualname(Run *run, ObjectId g)
{
    return slot(run, g, GENERATOR_SLOT_QUALNAME);
}
static ObjectId generator_frame(Run *run, ObjectId g)
{
    return model_object(run->model, g)->a == GENERATOR_FINISHED
               ? run->model->none
               : slot(run, g, GENERATOR_SLOT_FRAME);
}
static ObjectId generator_running(Run *run, ObjectId g)
{
    return bool_from(run->model, model_object(run->model, g)->a == GENERATOR_RUNNING);
}
static ObjectId generator_suspended(Run *run, ObjectId g)
{
    return bool_from(run->model, model_object(run->model, g)->a == GENERATOR_SUSPENDED);
}
static ObjectId generator_code(Run *run, ObjectId g)
{
    return consts_find(run, code_of(run, g))->object;
}
static ObjectId generator_delegates(Run *run, ObjectId g)
{
    ObjectId delegate = generator_delegate(run, g);
    return delegate ? delegate : run->model->none;
}
static const GetterRow generator_rows[] = {
    {"__name__", generator_name},          {"__qualname__", generator_qualname},
    {"gi_frame", generator_frame},         {"gi_running", generator_running},
    {"gi_suspended", generator_suspended}, {"gi_code", generator_code},
    {"gi_yieldfrom", generator_delegates}, {0}};

const GetterRow *attribute_code_rows(ObjectKind kind)
{
    switch ((int)kind) {
    case KIND_TRACEBACK:
        return traceback_rows;
    case KIND_FRAME:
        return frame_rows;
    case KIND_CODE:
        return code_rows;
    case KIND_GENERATOR:
        return generator_rows;
    }
    return NULL;
}
