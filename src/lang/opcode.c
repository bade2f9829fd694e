#include "lang/opcode.h"

const char *opcode_name(Opcode op)
{
    static const char *const names[] = {
#define OPCODE_NAME(name) #name,
        OPCODE_LIST(OPCODE_NAME)
#undef OPCODE_NAME
    };
    return op < OPCODE_COUNT ? names[op] : "?";
}
