#ifndef LANG_DUMP_H
#define LANG_DUMP_H
/* A program's code objects as text, for tests, for debugging and for the view of the code. */
#include "lang/code.h"

void code_dump(const Program *program, Text *ret_text);
/* What an instruction's argument means: a constant, a name, "-> 12" of a jump, "+=", or the
 * number. Appends. */
void code_dump_argument(const Program *program, const Code *code,
                        const Instruction *instruction, Text *ret_text);
/* Is an instruction's argument an index of co_consts, co_names, the fast locals? */
bool code_names_const(Opcode op);
bool code_names_global(Opcode op);
bool code_names_local(Opcode op);
/* Is there an argument worth showing? */
bool code_has_argument(const Instruction *instruction);
/* One constant as Python would write it; code objects as <code NAME>. */
void code_dump_const(const Program *program, uint32_t index, Text *ret_text);

#endif
