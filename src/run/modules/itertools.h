#ifndef RUN_ITERTOOLS_H
#define RUN_ITERTOOLS_H
/* The iterators of module itertools (Modules/itertoolsmodule.c), a family a file. Law: what an
 * iterator refers to is in its slots; numbers that C keeps for itself are in its Work, which no
 * picture shows. */
#include "model/sides.h"
#include "run/interpreter.h"
#include "run/types/native_type.h"
#include "run/types/slots.h"
#include "run/values/iterate.h"

/* Numbers beside an iterator, zero at first. */
typedef struct Work {
    Side side;
    int64_t at, stop, step;
    bool ended, started;
    uint32_t *indices; /* owned */
} Work;
Work *work_of(Run *run, ObjectId iterator);
/* The same, with `count` indices that are all 0. */
Work *work_with_indices(Run *run, ObjectId iterator, uint32_t count);

/* Arguments of a constructor behind the class: the positional ones, then by name. `names` is ""
 * ended; the first `least` must be given. Missing ones are 0. */
bool itertools_arguments(Run *run, const Arguments *arguments, const char *function,
                         const char *const *names, uint32_t least, ObjectId *ret_values);
/* The same where none has a name. */
bool itertools_positional(Run *run, const Arguments *arguments, const char *function,
                          uint32_t least, uint32_t most, ObjectId *ret_values);
/* A new iterator of the class in values[0]. */
ObjectId itertools_create(Run *run, const Arguments *arguments, const ObjectId *slots,
                          uint32_t count);
/* The tuple that the iterator gave last (in `slot`), filled anew while nobody else has it; else
 * a new one, which takes its place. */
ObjectId itertools_result(Run *run, ObjectId iterator, uint32_t slot, const ObjectId *values,
                          uint32_t count);

/* The name that repr begins with: the class's own, from 3.7 on. */
const char *itertools_name(Run *run, ObjectId iterator);

static inline ObjectId itertools_slot(Run *run, ObjectId iterator, uint32_t slot)
{
    return model_object(run->model, iterator)->slots[slot];
}

extern const NativeType itertools_count, itertools_cycle, itertools_repeat;
extern const NativeType itertools_chain, itertools_compress, itertools_dropwhile,
    itertools_filterfalse, itertools_islice, itertools_starmap, itertools_takewhile;
extern const NativeType itertools_accumulate, itertools_batched, itertools_groupby,
    itertools_grouper, itertools_pairwise, itertools_zip_longest;
extern const NativeType itertools_combinations, itertools_combinations_repeated,
    itertools_permutations, itertools_product;
extern const NativeType itertools_tee, itertools_tee_data;
NativeCall itertools_make_tees;

#endif
