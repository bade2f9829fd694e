#include "run/machine/recursion.h"

/* How far beyond its limit CPython lets a program go that has just met it. */
enum { HEADROOM = 50 };

/* 3.12 counts the recursion of its C code apart, C_LIMIT deep: two for each frame that C code
 * enters (Python/ceval.c, PY_EVAL_C_STACK_UNITS), one more for the call of a class around its
 * __init__, one for C code that compares, calls or writes (recursion_enter). */
enum { C_LIMIT = 1500 };

static uint32_t c_units(Entry entry)
{
    switch (entry) {
    case ENTRY_CALL:
    case ENTRY_FOR_ITER:
    case ENTRY_SEND:
        return 0;
    case ENTRY_C:
    case ENTRY_CLASS:
    case ENTRY_WITH:
        return 2;
    case ENTRY_INIT:
        return 3;
    case ENTRY_HOT_INIT:
        return 0;
    }
    return 0;
}

/* A frame, and until 3.11 the call of the class around an __init__, which 3.6 makes by way of
 * two calls more. Around one that a specialised CALL enters 3.13 has a frame that clears up. */
static uint32_t levels(const Run *run, Entry entry)
{
    if (entry == ENTRY_HOT_INIT)
        return 2;
    if (entry != ENTRY_INIT || run->profile->minor >= 12)
        return 1;
    return run->profile->minor < 7 ? 4 : 2;
}

static uint32_t headroom(const Run *run)
{
    bool beyond = run->profile->minor < 9 ? run->overflowed : run->recursion_headroom > 0;
    return beyond ? HEADROOM : 0;
}

/* Unlike CPython: until 3.8 a program that goes on without shrinking is aborted. */
static bool raise_too_deep(Run *run, const char *where)
{
    run->overflowed = true;
    run->recursion_headroom++;
    raise_error(run, EXC_RecursionError, "maximum recursion depth exceeded%s", where);
    run->recursion_headroom--;
    return false;
}

/* Until 3.8 the limit holds again as soon as the stack has shrunk to this. */
static uint32_t low_water(const Run *run)
{
    uint32_t limit = run->recursion_limit;
    return limit > 200 ? limit - HEADROOM : 3 * (limit / 4);
}

static void leave_levels(Run *run, uint32_t count)
{
    run->levels -= count;
    if (run->overflowed && run->levels < low_water(run))
        run->overflowed = false;
}

bool recursion_fits(Run *run, Entry entry)
{
    uint32_t room = headroom(run), limit = run->recursion_limit + room;
    uint32_t top = run->levels + levels(run, entry);
    bool fits = run->profile->minor != 12 || run->c_depth + c_units(entry) <= C_LIMIT + room;
    if (fits && top <= limit)
        return true;
    bool reaches_frame = !fits || top == limit + 1 || entry == ENTRY_HOT_INIT;
    return raise_too_deep(run, reaches_frame ? "" : " while calling a Python object");
}

void recursion_push(Run *run, Entry entry)
{
    run->levels += levels(run, entry);
    run->c_depth += c_units(entry);
}

void recursion_pop(Run *run, Entry entry)
{
    leave_levels(run, levels(run, entry));
    run->c_depth -= c_units(entry);
}

static bool enter_c(Run *run, const char *where)
{
    if (run->c_depth >= C_LIMIT + headroom(run))
        return raise_too_deep(run, where);
    run->c_depth++;
    return true;
}

bool recursion_enter(Run *run, const char *where)
{
    if (run->profile->minor >= 12)
        return run->profile->minor > 12 || enter_c(run, where);
    if (run->levels >= run->recursion_limit + headroom(run))
        return raise_too_deep(run, where);
    run->levels++;
    return true;
}

void recursion_leave(Run *run)
{
    if (run->profile->minor < 12)
        leave_levels(run, 1);
    else if (run->profile->minor == 12)
        run->c_depth--;
}
