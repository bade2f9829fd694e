#include "lang/stack_effect.h"

bool stack_effect_jumps(Opcode op)
{
    return op == OP_JUMP || op == OP_JUMP_BACKWARD || op == OP_POP_JUMP_IF_FALSE ||
           op == OP_POP_JUMP_IF_TRUE || op == OP_POP_JUMP_IF_NONE ||
           op == OP_POP_JUMP_IF_NOT_NONE || op == OP_JUMP_IF_FALSE_OR_POP ||
           op == OP_JUMP_IF_TRUE_OR_POP || op == OP_FOR_ITER || op == OP_SEND;
}

bool stack_effect_ends(Opcode op)
{
    return op == OP_RETURN_VALUE || op == OP_RETURN_CONST || op == OP_RAISE_VARARGS ||
           op == OP_RERAISE || op == OP_JUMP || op == OP_JUMP_BACKWARD;
}

static int bits(uint32_t flags)
{
    int count = 0;
    for (; flags; flags &= flags - 1)
        count++;
    return count;
}

int stack_effect(Opcode op, uint32_t arg, bool jumps, int minor)
{
    int count = (int)arg;
    switch (op) {
    case OP_NOP:
    case OP_RESUME:
    case OP_SWAP:
    case OP_DELETE_FAST:
    case OP_DELETE_NAME:
    case OP_DELETE_GLOBAL:
    case OP_MAKE_CELL:
    case OP_COPY_FREE_VARS:
    case OP_DELETE_DEREF:
    case OP_LOAD_ATTR:
    case OP_UNARY_NEGATIVE:
    case OP_UNARY_POSITIVE:
    case OP_UNARY_INVERT:
    case OP_UNARY_NOT:
    case OP_LIST_TO_TUPLE:
    case OP_KW_NAMES:
    case OP_JUMP:
    case OP_JUMP_BACKWARD:
    case OP_GET_ITER:
    case OP_RETURN_GENERATOR:
    case OP_YIELD_VALUE:
    case OP_GET_YIELD_FROM_ITER:
    case OP_CHECK_EXC_MATCH:
    case OP_CHECK_EG_MATCH:
    case OP_SETUP_ANNOTATIONS:
        return 0;
    case OP_PUSH_NULL:
    case OP_PUSH_WHY:
    case OP_PUSH_ADDRESS:
    case OP_COPY:
    case OP_LOAD_CONST:
    case OP_LOAD_FAST:
    case OP_LOAD_FAST_AND_CLEAR:
    case OP_LOAD_NAME:
    case OP_LOAD_GLOBAL:
    case OP_LOAD_CLOSURE:
    case OP_LOAD_DEREF:
    case OP_LOAD_CLASSDEREF:
    case OP_LOAD_METHOD:
    case OP_LOAD_BUILD_CLASS:
    case OP_LOAD_ASSERTION_ERROR:
    case OP_BEFORE_WITH:
    case OP_WITH_EXCEPT_START:
    case OP_IMPORT_FROM:
    case OP_GET_LEN:
    case OP_MATCH_MAPPING:
    case OP_MATCH_SEQUENCE:
    case OP_MATCH_KEYS:
        return 1;
    case OP_POP_TOP:
    case OP_POP_FINALLY:
    case OP_STORE_FAST:
    case OP_STORE_NAME:
    case OP_STORE_GLOBAL:
    case OP_STORE_DEREF:
    case OP_DELETE_ATTR:
    case OP_BINARY_OP:
    case OP_COMPARE_OP:
    case OP_IS_OP:
    case OP_CONTAINS_OP:
    case OP_BINARY_SUBSCR:
    case OP_LIST_APPEND:
    case OP_SET_ADD:
    case OP_LIST_EXTEND:
    case OP_SET_UPDATE:
    case OP_DICT_UPDATE:
    case OP_DICT_MERGE:
    case OP_RETURN_CONST:
    case OP_RETURN_VALUE:
    case OP_POP_JUMP_IF_FALSE:
    case OP_POP_JUMP_IF_TRUE:
    case OP_POP_JUMP_IF_NONE:
    case OP_POP_JUMP_IF_NOT_NONE:
    case OP_PREP_RERAISE_STAR:
    case OP_IMPORT_NAME:
    case OP_IMPORT_STAR:
    case OP_PRINT_EXPR:
        return -1;
    case OP_STORE_ATTR:
    case OP_DELETE_SUBSCR:
    case OP_MAP_ADD:
    case OP_CLEANUP_THROW:
    case OP_BINARY_SLICE:
    case OP_MATCH_CLASS:
        return -2;
    case OP_STORE_SUBSCR:
        return -3;
    case OP_STORE_SLICE:
        return -4;
    case OP_BUILD_SLICE:
    case OP_BUILD_TUPLE:
    case OP_BUILD_LIST:
    case OP_BUILD_SET:
    case OP_BUILD_STRING:
    case OP_BUILD_TUPLE_UNPACK:
    case OP_BUILD_TUPLE_UNPACK_WITH_CALL:
    case OP_BUILD_LIST_UNPACK:
    case OP_BUILD_SET_UNPACK:
    case OP_BUILD_MAP_UNPACK:
    case OP_BUILD_MAP_UNPACK_WITH_CALL:
        return 1 - count;
    case OP_BUILD_MAP:
        return 1 - 2 * count;
    case OP_BUILD_CONST_KEY_MAP:
        return -count;
    case OP_FORMAT_VALUE:
        return arg & FORMAT_HAS_SPEC ? -1 : 0;
    case OP_UNPACK_SEQUENCE:
        return count - 1;
    case OP_UNPACK_EX:
        return (int)(arg & 0xFF) + (int)(arg >> 8);
    case OP_CALL:
        return -count - 1;
    case OP_CALL_FUNCTION_EX:
        return -2 - (count & 1);
    case OP_MAKE_FUNCTION:
        return -bits(arg & 15);
    case OP_RAISE_VARARGS:
        return -count;
    case OP_JUMP_IF_FALSE_OR_POP:
    case OP_JUMP_IF_TRUE_OR_POP:
        return jumps ? 0 : -1;
    case OP_FOR_ITER:
        return jumps ? -1 : 1;
    case OP_SEND:
        return jumps ? -1 : 0;
    case OP_PUSH_EXC_INFO:
        return (int)stack_exception_width(minor);
    case OP_POP_EXCEPT:
    case OP_RERAISE:
        return -(int)stack_exception_width(minor);
    case OPCODE_COUNT:
        break;
    }
    return 0;
}
