/* The namespace of a frame: PyFrame_FastToLocalsWithError (Objects/frameobject.c). */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "lang/opcode.h"
#include "run/interpreter.h"

/* Does the code make a cell of this local? */
static bool makes_cell(const Code *code, uint32_t local)
{
    for (uint32_t i = 0; i < code->instruction_count; i++)
        if (code->instructions[i].op == OP_MAKE_CELL && code->instructions[i].arg == local)
            return true;
    return false;
}

static bool name_less(const Run *run, ObjectId left, ObjectId right)
{
    Slice a = str_slice(run->model, left), b = str_slice(run->model, right);
    size_t shorter = a.length < b.length ? a.length : b.length;
    int order = memcmp(a.bytes, b.bytes, shorter);
    return order ? order < 0 : a.length < b.length;
}

uint32_t frame_cells(Run *run, const Code *code, uint32_t *cells)
{
    const ObjectId *names = consts_find(run, code)->locals;
    uint32_t count = 0;
    for (uint32_t local = 0; local < code->local_count - code->free_count; local++) {
        if (!makes_cell(code, local))
            continue;
        uint32_t at = count++;
        for (; run->profile->minor <= 10 && at > 0 &&
               name_less(run, names[local], names[cells[at - 1]]);
             at--)
            cells[at] = cells[at - 1];
        cells[at] = local;
    }
    return count;
}

static bool holds(const uint32_t *locals, uint32_t count, uint32_t local)
{
    while (count > 0)
        if (locals[--count] == local)
            return true;
    return false;
}

/* 3.6 goes through each part from its end. */
static void turn(const Run *run, uint32_t *part, uint32_t count)
{
    for (uint32_t i = 0; run->profile->minor == 6 && i < count / 2; i++) {
        uint32_t local = part[i];
        part[i] = part[count - 1 - i];
        part[count - 1 - i] = local;
    }
}

/* To 3.10 the variables that are no cells, the cells, the free variables. */
static void order_parts(Run *run, const Code *code, uint32_t *order)
{
    uint32_t *cells = memory_allocate((code->local_count + 1) * sizeof *cells);
    uint32_t cell_count = frame_cells(run, code, cells);
    uint32_t plain = 0;
    for (uint32_t i = 0; i < code->variable_count; i++)
        if (!holds(cells, cell_count, i))
            order[plain++] = i;
    turn(run, order, plain);
    if (cell_count)
        memcpy(order + plain, cells, cell_count * sizeof *cells);
    turn(run, order + plain, cell_count);
    for (uint32_t i = plain + cell_count; i < code->local_count; i++)
        order[i] = i;
    turn(run, order + plain + cell_count, code->free_count);
    free(cells);
}

/* A fast local's value, a closure cell's contents: 0 when it is unbound. */
static ObjectId local_value(const Run *run, const Object *row, uint32_t index)
{
    ObjectId value = row->slots[FRAME_SLOT_COUNT + index];
    if (value && model_kind(run->model, value) == KIND_CELL)
        return model_object(run->model, value)->slots[0];
    return value;
}

/* The name's value as of now; a name that is unbound now leaves the dict. */
static void refresh_local(Run *run, ObjectId dict, ObjectId name, ObjectId value)
{
    bool found = false;
    if (value)
        dict_set_str(run->model, dict, name, value);
    else
        dict_delete_key(run, dict, name, &found);
}

static void refresh(Run *run, ObjectId frame, const Code *code, ObjectId dict)
{
    const CodeInfo *info = consts_find(run, code);
    uint32_t *order = memory_allocate((code->local_count + 1) * sizeof *order);
    for (uint32_t i = 0; i < code->local_count; i++)
        order[i] = i;
    if (run->profile->minor <= 10)
        order_parts(run, code, order);
    for (uint32_t i = 0; i < code->local_count; i++) {
        const Object *row = model_object(run->model, frame);
        refresh_local(run, dict, info->locals[order[i]], local_value(run, row, order[i]));
    }
    free(order);
}

/* To 3.12 a function's frame keeps the dict it gave and brings it up to date each time; from
 * 3.13 on each is a new one. */
ObjectId frame_locals(Run *run, ObjectId frame)
{
    const Code *code = model_payload(run->model, frame).code;
    ObjectId dict = model_object(run->model, frame)->slots[FRAME_SLOT_LOCALS];
    if (dict && !(code->flags & CODE_OPTIMIZED))
        return dict;
    if (!dict) {
        dict = dict_create(run->model);
        if (run->profile->minor < 13)
            reference_set(run->model, frame, FRAME_SLOT_LOCALS, dict);
    }
    refresh(run, frame, code, dict);
    return dict;
}
