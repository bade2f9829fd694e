#ifndef RUN_EXCEPTION_GROUP_H
#define RUN_EXCEPTION_GROUP_H
/* ExceptionGroup and BaseExceptionGroup (3.11+): Objects/exceptions.c. A group keeps its
 * message and the tuple of its exceptions as fields; parts of it (split, except*) are groups
 * that derive() makes, with the traceback, context, cause and notes of the whole. */
#include "run/interpreter.h"

enum {
    GROUP_SLOT_MESSAGE = EXCEPTION_SLOT_COUNT,
    GROUP_SLOT_EXCEPTIONS,
};

bool object_is_group(const Run *run, ObjectId object);
/* The tuple of a group's exceptions. */
const Object *group_exceptions(const Run *run, ObjectId group);
/* BaseExceptionGroup(message, exceptions), a str and a sequence; 0: raised. */
ObjectId group_create(Run *run, Slice message, ObjectId exceptions);
/* Splits an exception by a type or a tuple of them, which must be right; 0: no part. */
bool group_split_by_type(Run *run, ObjectId exception, ObjectId type, ObjectId *ret_match,
                         ObjectId *ret_rest);
/* The part of a group whose leaves are leaves of the listed exceptions; 0 with nothing raised:
 * none is. */
ObjectId group_project(Run *run, ObjectId group, ObjectId list);
/* Is one exception the other, or a part of it that was only raised again? */
bool group_same_metadata(Run *run, ObjectId exception, ObjectId other);
extern const Native exception_group_methods[];
/* The classes: their fields' descriptors, and the second base of ExceptionGroup. */
void exception_groups_startup(Run *run);

#endif
