#ifndef LANG_NAME_H
#define LANG_NAME_H
/* Identifiers, each held once, so that two of them are equal when their pointers are. */
#include <stddef.h>
#include <stdint.h>

#include "base/region.h"
#include "base/text.h"

typedef struct Name {
    Slice text;
    uint32_t hash;
    uint32_t count; /* how often the source has it */
} Name;

typedef struct NameTable {
    Region *region; /* of the names */
    Name **slots;
    size_t count, capacity; /* capacity: a power of two, or 0 */
} NameTable;

void name_table_done(NameTable *table);
const Name *name_intern(NameTable *table, Slice text);
/* As name_intern, of a name that stands in the source. */
const Name *name_written(NameTable *table, Slice text);
/* As name_intern, of a C string. */
const Name *name_of(NameTable *table, const char *text);
/* What the name is inside class `class_name` (may be NULL): __private becomes _Class__private.
 */
const Name *name_mangle(NameTable *table, const Name *class_name, const Name *name);

#endif
