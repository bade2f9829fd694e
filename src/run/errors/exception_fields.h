#ifndef RUN_EXCEPTION_FIELDS_H
#define RUN_EXCEPTION_FIELDS_H
/* What built-in exception classes keep beside their args (StopIteration.value, OSError.errno
 * …): the members of the C structs of Objects/exceptions.c. They are slots of the exception
 * that follow EXCEPTION_SLOT_COUNT. */
#include "run/interpreter.h"

typedef struct FieldName {
    const char *name;
    uint8_t since; /* minor version; 0: always */
    bool read_only;
} FieldName;

typedef struct ExceptionFields {
    ExceptionName type;
    uint8_t since;          /* minor version; 0: always */
    uint32_t bytes;         /* more than a BaseException has */
    const FieldName *names; /* ended by one without a name */
} ExceptionFields;

/* Of a class and what it inherits; NULL: none. */
const ExceptionFields *exception_fields(const Run *run, ObjectId type);
uint32_t exception_field_count(const ExceptionFields *fields);
/* Fills the fields as the class's __init__ does; they must be there. */
bool exception_fields_init(Run *run, ObjectId exception, const ObjectId *arguments,
                           uint32_t count);
/* Are these arguments that __init__ of the class takes? False: raised. */
bool exception_fields_check(Run *run, ObjectId exception, const ObjectId *arguments,
                            uint32_t count);
/* Sets args, __cause__ … or a field (0: deletes); `*ret_known` false: it is none of them. */
bool exception_set_attribute(Run *run, ObjectId exception, Slice name, ObjectId value,
                             bool *ret_known);
bool exception_set_traceback(Run *run, ObjectId exception, ObjectId value);

#endif
