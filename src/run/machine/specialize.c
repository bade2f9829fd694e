/* Which instructions are "hot", so that CPython executes a specialised form of them. From 3.12
 * on that is so when one runs for the second time; in 3.11 once the code object has been
 * called, or has jumped back, eight times (Python/specialize.c; measured: FACTS.md, section 4).
 * What such a form does otherwise shows in reference counts only. */
#include "run/machine/eval.h"
#include "run/types/property.h"

enum { WARMUP = 8 };

void code_warms_up(Run *run, const Activation *activation)
{
    if (run->profile->minor == 11)
        activation->info->hints[0]++;
}

/* A while loop ends with its test and a conditional jump, which warms nothing up. */
static bool ends_while(const Activation *activation, uint32_t at)
{
    const Instruction *test = at ? &activation->code->instructions[at - 1] : NULL;
    return test && test->op >= OP_POP_JUMP_IF_FALSE && test->op <= OP_POP_JUMP_IF_NOT_NONE &&
           test->arg == at + 1;
}

void code_jumps_back(Run *run, const Activation *activation)
{
    if (run->profile->minor == 11 && !ends_while(activation, activation->pc - 1))
        activation->info->hints[0]++;
}

bool instruction_is_hot(const Run *run, const Activation *activation)
{
    if (run->profile->minor < 11)
        return false;
    uint32_t *executed = &activation->info->hints[activation->pc - 1];
    bool seen = (*executed)++ > 0;
    return run->profile->minor == 11 ? activation->info->hints[0] >= WARMUP : seen;
}

/* A property's getter that LOAD_ATTR can enter as it enters a call; 0: there is none. */
static ObjectId plain_getter(Run *run, ObjectId owner, ObjectId name)
{
    const Model *model = run->model;
    ObjectId type = model_object(model, owner)->type;
    if (!(model_object(model, type)->flags & OBJECT_HEAP_TYPE))
        return 0;
    ObjectId property = type_lookup(run, type, name);
    if (!property || !object_is_exact(model, property, TYPE_PROPERTY) ||
        object_override(run, owner, "__getattribute__") ||
        lookup_special(run, owner, "__getattr__"))
        return 0;
    ObjectId getter = model_object(model, property)->slots[PROPERTY_SLOT_GET];
    return getter && call_takes(run, getter, 1) ? getter : 0;
}

enum { SITE_NEW, SITE_GENERIC, SITE_PROPERTY }; /* of a LOAD_ATTR, in CodeInfo.hints */

ObjectId hot_property(Run *run, const Activation *activation, ObjectId owner, ObjectId name)
{
    uint32_t *site = &activation->info->hints[activation->pc - 1];
    if (*site == SITE_GENERIC || run->profile->minor < 12)
        return 0;
    ObjectId getter = plain_getter(run, owner, name);
    if (*site == SITE_PROPERTY)
        return getter;
    *site = getter ? SITE_PROPERTY : SITE_GENERIC;
    return 0;
}
