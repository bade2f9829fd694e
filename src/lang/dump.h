#ifndef LANG_DUMP_H
#define LANG_DUMP_H
/* A program's code objects as text, for tests and for debugging. */
#include "lang/code.h"

void code_dump(const Program *program, Text *ret_text);
/* One constant as Python would write it; code objects as <code NAME>. */
void code_dump_const(const Program *program, uint32_t index, Text *ret_text);

#endif
