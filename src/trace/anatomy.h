#ifndef TRACE_ANATOMY_H
#define TRACE_ANATOMY_H
/* An object as it lies in memory: its headers and fields with their offsets, as the C structs
 * of the profile's CPython have them on a 64-bit machine. What a view of one object draws.
 * Sources: Include/object.h, Include/cpython/…object.h of each version; the sizes add up to
 * sys.getsizeof. */
#include "trace/cursor.h"

typedef enum AnatomyKind {
    ANATOMY_HEADER, /* before the address that id() gives: the GC header and what precedes it */
    ANATOMY_COUNT,  /* ob_refcnt */
    ANATOMY_POINTER, /* to an object: `target`, 0 is NULL */
    ANATOMY_ADDRESS, /* of the second block */
    ANATOMY_NUMBER,  /* `value`, where `known` */
    ANATOMY_DATA,    /* digits, characters, an index table, room for items …: bytes as such */
} AnatomyKind;

typedef enum AnatomyBlock {
    ANATOMY_OBJECT, /* offsets count from the object's address */
    ANATOMY_BODY,   /* list items, dict keys, a set's table: from that block's start */
} AnatomyBlock;

typedef struct AnatomyField {
    char name[32]; /* the C field's, "[3]" for an item */
    AnatomyKind kind;
    int32_t offset; /* bytes; negative before the object's address */
    uint32_t size;
    ObjectId target;
    bool known;
    uint64_t value;
} AnatomyField;

/* Writes the block's fields in order, without gaps, at most `capacity` of them; the last one is
 * then what remains. Returns how many; 0: the object has no such block. */
uint32_t anatomy_fields(const Cursor *cursor, ObjectId id, AnatomyBlock block,
                        AnatomyField *ret_fields, uint32_t capacity);

#endif
