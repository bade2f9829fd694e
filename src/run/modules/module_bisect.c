/* _bisect: Modules/_bisectmodule.c. */
#include "run/interpreter.h"
#include "run/values/compare.h"
#include "run/values/subscript.h"

enum { OPTION_SEQUENCE, OPTION_VALUE, OPTION_LOW, OPTION_HIGH, OPTION_KEY, OPTION_COUNT };
enum { POSITIONAL = 4 };

/* What is looked for in a sorted sequence, and where. */
typedef struct Search {
    Run *run;
    ObjectId sequence, value, key; /* key 0: none */
    int64_t low, high;
    bool right; /* behind equal items */
} Search;

static const char *const keywords[] = {"a", "x", "lo", "hi", "key", ""};

static bool read_options(Run *run, const Arguments *arguments, const char *function,
                         ObjectId *ret_options)
{
    bool keyed = run->profile->minor >= 10;
    static const char *const older[] = {"a", "x", "lo", "hi", ""};
    Native form = {
        function,  NULL, 2, keyed ? OPTION_COUNT : POSITIONAL, keyed ? keywords : older,
        NATIVE_RAW};
    ret_options[OPTION_KEY] = 0;
    if (keyed && arguments->count > POSITIONAL)
        return raise_error(run, EXC_TypeError,
                           "%s() takes at most %d positional arguments (%u given)", function,
                           POSITIONAL, arguments->count) != 0;
    return arguments_sort(run, &form, 0, arguments, ret_options);
}

/* The upper bound: -1 (and None, since 3.9) is the length. */
static bool read_high(Run *run, ObjectId value, int64_t *ret_high)
{
    *ret_high = -1;
    if (!value || (value == run->model->none && run->profile->minor >= 9))
        return true;
    if (run->profile->minor >= 9 && !kind_is_integer(model_kind(run->model, value)) &&
        !lookup_special(run, value, "__index__"))
        return raise_error(run, EXC_TypeError, "argument should be integer or None, not '%s'",
                           type_string(run, value)) != 0;
    return argument_size(run, value, ret_high);
}

static bool is_sequence(Run *run, ObjectId value)
{
    if (model_kind(run->model, value) != KIND_DICT)
        return true;
    return raise_error(run, EXC_TypeError,
                       run->profile->minor < 8 ? "object of type '%s' has no len()"
                                               : "%s is not a sequence",
                       type_string(run, value)) != 0;
}

static bool open_search(Run *run, const Arguments *arguments, const char *function, bool right,
                        Search *ret_search)
{
    ObjectId options[OPTION_COUNT];
    *ret_search = (Search){.run = run, .right = right};
    if (!read_options(run, arguments, function, options) ||
        (options[OPTION_LOW] && !argument_size(run, options[OPTION_LOW], &ret_search->low)) ||
        !read_high(run, options[OPTION_HIGH], &ret_search->high))
        return false;
    ret_search->sequence = options[OPTION_SEQUENCE];
    ret_search->value = options[OPTION_VALUE];
    if (options[OPTION_KEY] != run->model->none)
        ret_search->key = options[OPTION_KEY];
    if (ret_search->low < 0)
        return raise_error(run, EXC_ValueError, "lo must be non-negative") != 0;
    return ret_search->high != -1 ||
           (is_sequence(run, ret_search->sequence) &&
            object_length(run, ret_search->sequence, &ret_search->high));
}

/* The item, or what its key is. */
static ObjectId item_at(const Search *search, int64_t index)
{
    Run *run = search->run;
    ObjectId item = sequence_item(run, search->sequence, index);
    return item && search->key ? call_object(run, search->key, &item, 1) : item;
}

/* The place of `value`; -1: raised. */
static int64_t find_place(Search *search, ObjectId value)
{
    Model *model = search->run->model;
    uint32_t mark = hand_mark(model);
    while (search->low < search->high) {
        int64_t middle = search->low + (search->high - search->low) / 2;
        bool less = false;
        ObjectId item = item_at(search, middle);
        if (item)
            hand_hold(model, item);
        bool fine = item && (search->right ? compare_less(search->run, value, item, &less)
                                           : compare_less(search->run, item, value, &less));
        hand_release(model, mark);
        if (!fine)
            return -1;
        if (less == search->right)
            search->high = middle;
        else
            search->low = middle + 1;
    }
    return search->low;
}

static ObjectId bisect(Run *run, const Arguments *arguments, const char *function, bool right)
{
    Search search;
    if (!open_search(run, arguments, function, right, &search))
        return 0;
    int64_t place = find_place(&search, search.value);
    return place < 0 ? 0 : int_from(run->model, place);
}

static ObjectId insort(Run *run, const Arguments *arguments, const char *function, bool right)
{
    Search search;
    if (!open_search(run, arguments, function, right, &search))
        return 0;
    ObjectId value = search.value;
    if (search.key)
        value = call_object(run, search.key, &search.value, 1);
    int64_t place = value ? find_place(&search, value) : -1;
    if (place < 0)
        return 0;
    if (object_is_exact(run->model, search.sequence, TYPE_LIST)) {
        uint32_t length = model_object(run->model, search.sequence)->slot_count;
        list_insert(run->model, search.sequence, place > length ? length : (uint32_t)place,
                    search.value);
        return run->model->none;
    }
    ObjectId values[] = {int_from(run->model, place), search.value};
    ObjectId method = attribute_get_string(run, search.sequence, "insert");
    return method && call_object(run, method, values, 2) ? run->model->none : 0;
}

static ObjectId bisect_right(Run *run, const Arguments *arguments)
{
    return bisect(run, arguments, "bisect_right", true);
}
static ObjectId bisect_left(Run *run, const Arguments *arguments)
{
    return bisect(run, arguments, "bisect_left", false);
}
static ObjectId insort_right(Run *run, const Arguments *arguments)
{
    return insort(run, arguments, "insort_right", true);
}
static ObjectId insort_left(Run *run, const Arguments *arguments)
{
    return insort(run, arguments, "insort_left", false);
}

static const Native functions[] = {
    {"bisect_right", bisect_right, 0, -1, NULL, NATIVE_RAW},
    {"bisect", bisect_right, 0, -1, NULL, NATIVE_RAW, 0, 6},
    {"bisect_left", bisect_left, 0, -1, NULL, NATIVE_RAW},
    {"insort_right", insort_right, 0, -1, NULL, NATIVE_RAW},
    {"insort", insort_right, 0, -1, NULL, NATIVE_RAW, 0, 6},
    {"insort_left", insort_left, 0, -1, NULL, NATIVE_RAW},
    {.name = ""},
};
const NativeModule module_bisect = {"_bisect", functions, NULL, NULL};
