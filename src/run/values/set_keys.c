/* Sets with any keys: finding one may call the program's __eq__ (Objects/setobject.c,
 * set_lookkey). */
#include "run/values/operators.h"

typedef enum Match { MATCH_NO, MATCH_YES, MATCH_CHANGED, MATCH_RAISED } Match;

static Match matches(Run *run, ObjectId set, uint32_t index, ObjectId key)
{
    Model *model = run_model(run);
    int64_t ignored;
    ObjectId candidate = set_item(model, set, index, &ignored);
    if (candidate == key)
        return MATCH_YES;
    if (object_is_exact(model, candidate, TYPE_STR) && object_is_exact(model, key, TYPE_STR))
        return slice_equal(str_slice(model, candidate), str_slice(model, key)) ? MATCH_YES
                                                                               : MATCH_NO;
    bool equal;
    uint32_t mark = hand_mark(model);
    hand_hold(model, candidate);
    bool fine = compare_equal(run, candidate, key, &equal);
    bool same = index < set_table_size(model, set) &&
                set_item(model, set, index, &ignored) == candidate;
    hand_release(model, mark);
    if (!fine)
        return MATCH_RAISED;
    return !same ? MATCH_CHANGED : equal ? MATCH_YES : MATCH_NO;
}

/* The key's place in the table, -1 where there is none or -2 when raised. */
static int64_t find(Run *run, ObjectId set, ObjectId key, int64_t hash)
{
    const Model *model = run_model(run);
    SetProbe probe = {0};
    for (;;) {
        int64_t index = set_probe(model, set, hash, &probe);
        if (index < 0)
            return -1;
        switch (matches(run, set, (uint32_t)index, key)) {
        case MATCH_YES:
            return index;
        case MATCH_NO:
            break;
        case MATCH_CHANGED:
            probe = (SetProbe){0};
            break;
        case MATCH_RAISED:
            return -2;
        }
    }
}

/* A set is unhashable, but looking for one is looking for the frozenset of its items. */
static bool key_hash(Run *run, ObjectId *key, int64_t *ret_hash)
{
    Model *model = run_model(run);
    bool is_set = model_kind(model, *key) == KIND_SET;
    bool is_own = is_set && !object_is_user(model, *key);
    if (!is_own && object_hash(run, *key, ret_hash))
        return true;
    if (!is_set || (raised(run) && !raised_is(run, EXC_TypeError)))
        return false;
    raise_clear(run);
    *key = set_of(run, *key, true);
    return *key && object_hash(run, *key, ret_hash);
}

bool set_add_hashed(Run *run, ObjectId set, ObjectId key, int64_t hash)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    if (object_is_user(model, key))
        hand_hold(model, key); /* set_add_entry; others do not see it */
    int64_t index = find(run, set, key, hash);
    if (index == -1)
        set_insert(model, set, key, hash);
    hand_release(model, mark);
    return index != -2;
}

bool set_contains_hashed(Run *run, ObjectId set, ObjectId key, int64_t hash, bool *ret_contains)
{
    int64_t index = find(run, set, key, hash);
    *ret_contains = index >= 0;
    return index != -2;
}

bool set_discard_hashed(Run *run, ObjectId set, ObjectId key, int64_t hash, bool *ret_found)
{
    int64_t index = find(run, set, key, hash);
    if (index >= 0)
        set_remove(run_model(run), set, (uint32_t)index);
    *ret_found = index >= 0;
    return index != -2;
}

bool set_add_key(Run *run, ObjectId set, ObjectId key)
{
    int64_t hash;
    return object_hash(run, key, &hash) && set_add_hashed(run, set, key, hash);
}

bool set_contains_key(Run *run, ObjectId set, ObjectId key, bool *ret_contains)
{
    Model *model = run_model(run);
    int64_t hash;
    uint32_t mark = hand_mark(model);
    bool fine =
        key_hash(run, &key, &hash) && set_contains_hashed(run, set, key, hash, ret_contains);
    hand_release(model, mark);
    return fine;
}

bool set_discard_key(Run *run, ObjectId set, ObjectId key, bool *ret_found)
{
    Model *model = run_model(run);
    int64_t hash;
    uint32_t mark = hand_mark(model);
    bool fine =
        key_hash(run, &key, &hash) && set_discard_hashed(run, set, key, hash, ret_found);
    hand_release(model, mark);
    return fine;
}
