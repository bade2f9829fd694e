/* atexit: Modules/atexitmodule.c. The functions themselves are finalization.c's. */
#include "run/interpreter.h"
#include "run/machine/finalization.h"
#include "run/types/slots.h"

static ObjectId atexit_register(Run *run, const Arguments *arguments)
{
    if (!arguments->count)
        return raise_error(run, EXC_TypeError,
                           "register() takes at least 1 argument (0 given)");
    if (!object_is_callable(run, arguments->values[0]))
        return raise_error(run, EXC_TypeError, "the first argument must be callable");
    finalization_register(run, arguments);
    return arguments->values[0];
}

static ObjectId atexit_unregister(Run *run, const Arguments *arguments)
{
    return finalization_unregister(run, arguments->values[0]) ? run_model(run)->none : 0;
}

static ObjectId atexit_count(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return int_from(run_model(run), finalization_count(run));
}

static ObjectId atexit_clear(Run *run, const Arguments *arguments)
{
    (void)arguments;
    finalization_forget(run);
    return run_model(run)->none;
}

static ObjectId atexit_run(Run *run, const Arguments *arguments)
{
    (void)arguments;
    finalization_call(run);
    return run->stopped ? 0 : run_model(run)->none;
}

static const Native functions[] = {
    {"_clear", atexit_clear, 0, 0, NULL, NATIVE_NOARGS},
    {"_ncallbacks", atexit_count, 0, 0, NULL, NATIVE_NOARGS},
    {"_run_exitfuncs", atexit_run, 0, 0, NULL, NATIVE_NOARGS},
    {"register", atexit_register, 1, -1, NULL, NATIVE_RAW},
    {"unregister", atexit_unregister, 1, 1, NULL, NATIVE_O},
    SLOT_ROW_END,
};

const NativeModule module_atexit = {"atexit", functions, NULL, NULL};
