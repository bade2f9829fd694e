#ifndef LANG_CONSTANTS_H
#define LANG_CONSTANTS_H
/* The constants of a compilation: what becomes one object is one entry (FACTS 2). Code objects
 * are compiled with the pool's own numbers; those that are really used get their place in
 * Program.consts when their code object is finished. */
#include "lang/value.h"
#include "profile/profile.h"

typedef struct PoolEntry {
    const Value *value; /* NULL: a code object */
    const Code *code;
    bool literal, interned;
    bool built;     /* see ConstantUse */
    uint32_t owner; /* the code object that it belongs to, where they are not merged; else 0 */
    uint32_t hash;
    uint32_t exported; /* index in Program.consts + 1; 0: not used yet */
    uint32_t *items;   /* of a tuple: pool numbers */
} PoolEntry;

typedef struct ConstantPool {
    const Profile *profile;
    Region *region; /* of the program */
    PoolEntry *entries;
    uint32_t count;
    size_t capacity;
    uint32_t *slots; /* hash table of numbers + 1 */
    size_t slot_capacity;
    Const *exported;
    uint32_t exported_count;
    size_t exported_capacity;
} ConstantPool;

typedef struct ConstantUse {
    uint32_t owner; /* the code object's number */
    bool literal;   /* written in the source, or folded where the profile folds in the tree */
    bool literal_items; /* a tuple's items are, whatever it is itself */
    bool fresh;         /* never merged with an equal constant (3.6's folded ones) */
    bool built; /* a tuple of constants that were loaded one by one, made when its code object
                   is finished: until then an equal literal is the one object of both */
    const uint32_t *items; /* of a tuple or frozenset: its items' pool numbers, where known */
} ConstantUse;

void constant_pool_done(ConstantPool *pool);
uint32_t constant_pool_value(ConstantPool *pool, const Value *value, ConstantUse use);
uint32_t constant_pool_name(ConstantPool *pool, const Name *name);
uint32_t constant_pool_code(ConstantPool *pool, const Code *code);
/* The entry's index in the program's constants. */
uint32_t constant_pool_export(ConstantPool *pool, uint32_t number);
/* All exported constants, in the program's region. */
Const *constant_pool_finish(ConstantPool *pool, uint32_t *ret_count);

#endif
