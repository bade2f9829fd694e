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

/* A method has such a form only where its result is dropped. */
static bool has_quiet_form(Run *run, const Activation *activation, ObjectId callable,
                           bool has_self)
{
    const Model *model = run->model;
    const Native *native = model_kind(model, callable) == KIND_BUILTIN
                               ? model_payload(model, callable).native
                               : NULL;
    if (!native || !native->quiet)
        return false;
    const Object *row = model_object(model, callable);
    if (!has_self)
        return !row->slots[0] || model_kind(model, row->slots[0]) == KIND_MODULE;
    return builtin_is_descriptor(model, row) &&
           activation->code->instructions[activation->pc].op == OP_POP_TOP;
}

bool call_is_quiet(Run *run, const Activation *activation, uint32_t count)
{
    const ObjectId *called = &activation->row->slots[activation->row->slot_count - count - 2];
    ObjectId callable = called[0] ? called[0] : called[1];
    if (callable == run->model->types[TYPE_TYPE]
            ? count != 1 || called[0]
            : !has_quiet_form(run, activation, callable, called[0] != 0))
        return false;
    return instruction_is_hot(run, activation);
}

/* A form that is good for one version of a class misses once the class has changed; after so
 * many misses the instruction is specialised anew, and works at once
 * (adaptive_counter_cooldown; in 3.11 miss_counter_start and adaptive_counter_start). */
static uint32_t patience(const Run *run)
{
    return run->profile->minor == 11 ? 84 : 52;
}

/* 3.13 gives a class no more versions than these (MAX_VERSIONS_PER_CLASS). */
enum { VERSIONS = 1000 };

/* In CodeInfo.hints, of an instruction with such a form: 0, seen, or the version that it is
 * specialised for, with the misses and SITE_SPECIALIZED in the low byte. A LOAD_ATTR that has
 * found no property once stays general. */
enum { SITE_SEEN = 1, SITE_SPECIALIZED = 2, SITE_GENERAL = 0xFF };

bool instruction_hits(const Run *run, const Activation *activation, ObjectId type)
{
    int minor = run->profile->minor;
    const CodeInfo *info = activation->info;
    uint32_t *site = &info->hints[activation->pc - 1], version = type_version(run, type);
    if (minor < 11 || (minor >= 13 && version >= VERSIONS))
        return false;
    bool warm = minor == 11 ? info->hints[0] >= WARMUP : *site > 0;
    if (*site < SITE_SPECIALIZED && !warm) {
        *site = SITE_SEEN;
        return false;
    }
    uint32_t fresh = version << 8 | SITE_SPECIALIZED;
    if (*site < SITE_SPECIALIZED || (*site & 0xFF) == SITE_SPECIALIZED + patience(run))
        *site = fresh;
    bool hits = *site >> 8 == fresh >> 8;
    *site += !hits;
    return hits;
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

ObjectId hot_property(Run *run, const Activation *activation, ObjectId owner, ObjectId name)
{
    uint32_t *site = &activation->info->hints[activation->pc - 1];
    if (*site == SITE_GENERAL || run->profile->minor < 12)
        return 0;
    ObjectId getter = plain_getter(run, owner, name);
    if (!getter) {
        *site = SITE_GENERAL;
        return 0;
    }
    return instruction_hits(run, activation, model_object(run->model, owner)->type) ? getter
                                                                                    : 0;
}
