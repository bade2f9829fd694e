/* from m import *: import_all_from of Python/ceval.c. What stands for the module may be any
 * object. */
#include "run/interpreter.h"
#include "run/values/operators.h"

/* What `names` are, for messages. */
typedef struct Star {
    Run *run;
    ObjectId module, locals;
    bool all; /* of __all__, not the keys of __dict__ */
} Star;

static ObjectId find_attribute(const Star *star, const char *name)
{
    bool found = false;
    ObjectId interned = model_intern(star->run->model, slice_of(name));
    return attribute_find(star->run, star->module, interned, &found);
}

static bool raise_no_str(const Star *star, ObjectId name)
{
    Run *run = star->run;
    if (run->profile->minor < 8)
        return raise_error(run, EXC_TypeError, "attribute name must be string, not '%s'",
                           type_string(run, name));
    ObjectId module = attribute_get_string(run, star->module, "__name__");
    if (!module)
        return false;
    if (model_kind(run->model, module) != KIND_STR)
        return raise_error(run, EXC_TypeError, "module __name__ must be a string, not %s",
                           type_string(run, module));
    return raise_error(run, EXC_TypeError, "%s in %.*s.%s must be str, not %s",
                       star->all ? "Item" : "Key", SLICE(name_slice(run, module)),
                       star->all ? "__all__" : "__dict__", type_string(run, name));
}

static bool import_one(const Star *star, ObjectId name)
{
    Run *run = star->run;
    if (model_kind(run->model, name) != KIND_STR)
        return raise_no_str(star, name);
    Slice text = name_slice(run, name);
    if (!star->all && text.length && text.bytes[0] == '_')
        return true;
    ObjectId value = attribute_get(run, star->module, name);
    if (value)
        dict_set_str(run->model, star->locals, name, value);
    return value;
}

/* __all__, or the names of __dict__. */
static ObjectId find_names(Star *star)
{
    ObjectId names = find_attribute(star, "__all__");
    star->all = names;
    if (names || raised(star->run))
        return names;
    ObjectId dict = find_attribute(star, "__dict__");
    if (!dict && !raised(star->run))
        return raise_error(star->run, EXC_ImportError,
                           "from-import-* object has no __dict__ and no __all__");
    return dict ? iterate_list(star->run, dict) : 0;
}

bool import_star(Run *run, Activation *activation, ObjectId module)
{
    Model *model = run->model;
    Star star = {.run = run, .module = module, .locals = activation->locals};
    ObjectId names = find_names(&star);
    uint32_t mark = hand_mark(model);
    for (int64_t i = 0; names; i++) {
        ObjectId name = sequence_item(run, names, i);
        if (!name && raised_is(run, EXC_IndexError)) {
            raise_clear(run);
            stack_pop(run, activation);
            return true;
        }
        if (!name || !import_one(&star, name))
            return false;
        hand_release(model, mark);
    }
    return false;
}
