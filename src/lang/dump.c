#include "lang/dump.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lang/stack_effect.h"

static void dump_text(Slice text, Text *ret_text)
{
    text_append_char(ret_text, '\'');
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.bytes[i];
        if (c == '\n')
            text_append_string(ret_text, "\\n");
        else if (c == '\'' || c == '\\')
            text_append_format(ret_text, "\\%c", c);
        else if (c < ' ' || c == 0x7F)
            text_append_format(ret_text, "\\x%02x", c);
        else
            text_append_char(ret_text, (char)c);
    }
    text_append_char(ret_text, '\'');
}

static void dump_int(mpz_srcptr integer, Text *ret_text)
{
    char *digits = mpz_get_str(NULL, 10, integer);
    text_append_string(ret_text, digits);
    free(digits);
}

static void dump_items(const Program *program, const Const *constant, Text *ret_text)
{
    text_append_string(ret_text, constant->kind == CONST_TUPLE ? "(" : "frozenset({");
    for (uint32_t i = 0; i < constant->tuple.count; i++) {
        if (i)
            text_append_string(ret_text, ", ");
        code_dump_const(program, constant->tuple.items[i], ret_text);
    }
    if (constant->kind == CONST_TUPLE)
        text_append_string(ret_text, constant->tuple.count == 1 ? ",)" : ")");
    else
        text_append_string(ret_text, "})");
}

void code_dump_const(const Program *program, uint32_t index, Text *ret_text)
{
    const Const *constant = &program->consts[index];
    switch (constant->kind) {
    case CONST_NONE:
        text_append_string(ret_text, "None");
        break;
    case CONST_ELLIPSIS:
        text_append_string(ret_text, "Ellipsis");
        break;
    case CONST_FALSE:
        text_append_string(ret_text, "False");
        break;
    case CONST_TRUE:
        text_append_string(ret_text, "True");
        break;
    case CONST_INT:
        dump_int(constant->integer, ret_text);
        break;
    case CONST_FLOAT:
        text_append_format(ret_text, "%.17g", constant->real);
        break;
    case CONST_COMPLEX:
        text_append_format(ret_text, "(%.17g%+.17gj)", constant->real, constant->imaginary);
        break;
    case CONST_BYTES:
        text_append_char(ret_text, 'b');
        dump_text(constant->text, ret_text);
        break;
    case CONST_STR:
        dump_text(constant->text, ret_text);
        break;
    case CONST_TUPLE:
    case CONST_FROZENSET:
        dump_items(program, constant, ret_text);
        break;
    case CONST_CODE:
        text_append_format(ret_text, "<code %.*s>", (int)constant->code->name.length,
                           constant->code->name.bytes);
        break;
    }
}

static void dump_name(const Program *program, uint32_t index, Text *ret_text)
{
    text_append_slice(ret_text, program->consts[index].text);
}

bool code_names_global(Opcode op)
{
    switch ((int)op) {
    case OP_LOAD_NAME:
    case OP_STORE_NAME:
    case OP_DELETE_NAME:
    case OP_LOAD_GLOBAL:
    case OP_STORE_GLOBAL:
    case OP_DELETE_GLOBAL:
    case OP_LOAD_ATTR:
    case OP_LOAD_METHOD:
    case OP_STORE_ATTR:
    case OP_DELETE_ATTR:
    case OP_IMPORT_NAME:
    case OP_IMPORT_FROM:
        return true;
    default:
        return false;
    }
}

bool code_names_const(Opcode op)
{
    return op == OP_LOAD_CONST || op == OP_RETURN_CONST || op == OP_KW_NAMES;
}

bool code_names_local(Opcode op)
{
    switch ((int)op) {
    case OP_LOAD_FAST:
    case OP_LOAD_FAST_AND_CLEAR:
    case OP_STORE_FAST:
    case OP_DELETE_FAST:
    case OP_MAKE_CELL:
    case OP_LOAD_CLOSURE:
    case OP_LOAD_DEREF:
    case OP_STORE_DEREF:
    case OP_DELETE_DEREF:
    case OP_LOAD_CLASSDEREF:
        return true;
    default:
        return false;
    }
}

/* Does the argument say a number of something, so that 0 means something? */
static bool counts(Opcode op)
{
    switch ((int)op) {
    case OP_BUILD_TUPLE:
    case OP_BUILD_LIST:
    case OP_BUILD_SET:
    case OP_BUILD_MAP:
    case OP_BUILD_STRING:
    case OP_CALL:
    case OP_RAISE_VARARGS:
    case OP_UNPACK_SEQUENCE:
    case OP_BINARY_OP:
    case OP_COMPARE_OP:
        return true;
    default:
        return code_names_const(op) || code_names_global(op) || code_names_local(op) ||
               stack_effect_jumps(op);
    }
}

bool code_has_argument(const Instruction *instruction)
{
    return instruction->arg || counts((Opcode)instruction->op);
}

static const char *operator_text(Opcode op, uint32_t arg)
{
    static const char *const binary[] = {"+", "&",  "//", "<<", "@", "*", "%",
                                         "|", "**", ">>", "-",  "/", "^"};
    static const char *const compare[] = {"<", "<=", "==", "!=", ">", ">="};
    if (op == OP_BINARY_OP)
        return binary[arg % BINARY_IN_PLACE];
    return op == OP_COMPARE_OP ? compare[arg] : NULL;
}

void code_dump_argument(const Program *program, const Code *code,
                        const Instruction *instruction, Text *ret_text)
{
    Opcode op = (Opcode)instruction->op;
    const char *operator= operator_text(op, instruction->arg);
    if (code_names_const(op))
        code_dump_const(program, code->consts[instruction->arg], ret_text);
    else if (code_names_global(op))
        dump_name(program, code->names[instruction->arg], ret_text);
    else if (code_names_local(op))
        dump_name(program, code->locals[instruction->arg], ret_text);
    else if (stack_effect_jumps(op))
        text_append_format(ret_text, "-> %u", instruction->arg);
    else if (operator)
        text_append_format(ret_text, "%s%s", operator,
                           op == OP_BINARY_OP && instruction->arg >= BINARY_IN_PLACE ? "="
                                                                                     : "");
    else
        text_append_format(ret_text, "%u", instruction->arg);
}

static void dump_instruction(const Program *program, const Code *code, uint32_t index,
                             Text *ret_text)
{
    const Instruction *instruction = &code->instructions[index];
    text_append_format(ret_text, "%c%4u %3u %-20s ", instruction->starts_statement ? '*' : ' ',
                       code->locations[index].line, index,
                       opcode_name((Opcode)instruction->op));
    code_dump_argument(program, code, instruction, ret_text);
    while (ret_text->bytes[ret_text->length - 1] == ' ')
        ret_text->bytes[--ret_text->length] = '\0';
    text_append_char(ret_text, '\n');
}

static void dump_names(const Program *program, const char *title, const uint32_t *names,
                       uint32_t count, Text *ret_text)
{
    if (count == 0)
        return;
    text_append_format(ret_text, "%s:", title);
    for (uint32_t i = 0; i < count; i++) {
        text_append_char(ret_text, ' ');
        dump_name(program, names[i], ret_text);
    }
    text_append_char(ret_text, '\n');
}

static void dump_code(const Program *program, const Code *code, Text *ret_text)
{
    text_append_format(ret_text, "%.*s: stack %u, flags 0x%x\n",
                       (int)code->qualified_name.length, code->qualified_name.bytes,
                       code->depth, code->flags);
    const uint32_t *cells = code->locals + code->variable_count;
    dump_names(program, "variables", code->locals, code->variable_count, ret_text);
    dump_names(program, "cells", cells, code->cell_count, ret_text);
    dump_names(program, "free", cells + code->cell_count, code->free_count, ret_text);
    for (uint32_t i = 0; i < code->instruction_count; i++)
        dump_instruction(program, code, i, ret_text);
    for (uint32_t i = 0; i < code->handler_count; i++) {
        const Handler *handler = &code->handlers[i];
        text_append_format(ret_text, "handler %u to %u -> %u [%u]%s\n", handler->start,
                           handler->end, handler->target, handler->depth,
                           handler->push_lasti ? " lasti" : "");
    }
}

void code_dump(const Program *program, Text *ret_text)
{
    for (uint32_t i = 0; i < program->code_count; i++)
        dump_code(program, program->codes[i], ret_text);
}
