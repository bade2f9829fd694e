/* Dicts with any keys: finding one may call the program's __eq__ (Objects/dictobject.c,
 * _Py_dict_lookup). */
#include "run/values/operators.h"

typedef enum Match { MATCH_NO, MATCH_YES, MATCH_CHANGED, MATCH_RAISED } Match;

/* Is the entry's key this one? The dict may change meanwhile. */
static Match matches(Run *run, ObjectId dict, uint32_t entry, ObjectId key)
{
    Model *model = run_model(run);
    ObjectId candidate = dict_key(model, dict, entry);
    if (candidate == key)
        return MATCH_YES;
    bool equal;
    if (object_is_exact(model, candidate, TYPE_STR) && object_is_exact(model, key, TYPE_STR))
        return slice_equal(str_slice(model, candidate), str_slice(model, key)) ? MATCH_YES
                                                                               : MATCH_NO;
    uint32_t mark = hand_mark(model);
    hand_hold(model, candidate);
    bool fine = compare_equal(run, candidate, key, &equal);
    bool same =
        entry < dict_entry_end(model, dict) && dict_key(model, dict, entry) == candidate;
    hand_release(model, mark);
    if (!fine)
        return MATCH_RAISED;
    return !same ? MATCH_CHANGED : equal ? MATCH_YES : MATCH_NO;
}

/* The key's entry, -1 where there is none or -2 when raised. */
static int64_t find(Run *run, ObjectId dict, ObjectId key, int64_t hash)
{
    const Model *model = run_model(run);
    DictProbe probe = {0};
    for (;;) {
        int64_t entry = dict_probe(model, dict, hash, &probe);
        if (entry < 0)
            return -1;
        switch (matches(run, dict, (uint32_t)entry, key)) {
        case MATCH_YES:
            return entry;
        case MATCH_NO:
            break;
        case MATCH_CHANGED:
            probe = (DictProbe){0};
            break;
        case MATCH_RAISED:
            return -2;
        }
    }
}

int64_t dict_find_hashed(Run *run, ObjectId dict, ObjectId key, int64_t hash)
{
    return find(run, dict, key, hash);
}

int64_t dict_find_key(Run *run, ObjectId dict, ObjectId key)
{
    int64_t hash;
    return object_hash(run, key, &hash) ? find(run, dict, key, hash) : -2;
}

ObjectId dict_get_key(Run *run, ObjectId dict, ObjectId key, bool *ret_found)
{
    const Model *model = run_model(run);
    int64_t hash;
    *ret_found = false;
    if (!object_hash(run, key, &hash))
        return 0;
    int64_t entry = find(run, dict, key, hash);
    if (entry < 0)
        return 0;
    *ret_found = true;
    return dict_value(model, dict, (uint32_t)entry);
}

/* insertdict */
static bool insert(Run *run, ObjectId dict, ObjectId key, int64_t hash, ObjectId value)
{
    Model *model = run_model(run);
    int64_t entry = find(run, dict, key, hash);
    if (entry >= 0)
        dict_replace(model, dict, (uint32_t)entry, value);
    else if (entry != -2)
        dict_insert(model, dict, key, hash, value);
    return entry != -2;
}

/* Keys that are no objects of the program's ask nobody who could see what holds them. */
static void hold_entry(Run *run, ObjectId key, ObjectId value)
{
    Model *model = run_model(run);
    if (!object_is_user(model, key))
        return;
    hand_hold(model, key);
    hand_hold(model, value);
}

bool dict_set_hashed(Run *run, ObjectId dict, ObjectId key, int64_t hash, ObjectId value)
{
    uint32_t mark = hand_mark(run_model(run));
    hold_entry(run, key, value);
    bool fine = insert(run, dict, key, hash, value);
    hand_release(run_model(run), mark);
    return fine;
}

/* To 3.10 insertdict holds the key and the value, then PyDict_SetItem already. */
bool dict_set_key(Run *run, ObjectId dict, ObjectId key, ObjectId value)
{
    Model *model = run_model(run);
    int64_t hash;
    uint32_t mark = hand_mark(model);
    if (model->profile->minor >= 11)
        hold_entry(run, key, value);
    bool fine = object_hash(run, key, &hash);
    if (fine && model->profile->minor < 11)
        hold_entry(run, key, value);
    fine = fine && insert(run, dict, key, hash, value);
    hand_release(model, mark);
    return fine;
}

bool dict_set_taken(Run *run, ObjectId dict, ObjectId key, ObjectId value)
{
    int64_t hash;
    if (run_model(run)->profile->minor < 11)
        return dict_set_key(run, dict, key, value);
    return object_hash(run, key, &hash) && insert(run, dict, key, hash, value);
}

bool dict_delete_key(Run *run, ObjectId dict, ObjectId key, bool *ret_found)
{
    int64_t hash;
    *ret_found = false;
    if (!object_hash(run, key, &hash))
        return false;
    int64_t entry = find(run, dict, key, hash);
    if (entry >= 0) {
        *ret_found = true;
        dict_delete(run_model(run), dict, (uint32_t)entry);
    }
    return entry != -2;
}
