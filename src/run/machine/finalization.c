#include "run/machine/finalization.h"

#include "model/collector.h"
#include "run/builtins/stream.h"
#include "run/interpreter.h"

/* --- atexit: slots of run->exit_calls are tuples (function, args, keywords or None); 0: taken
 * off again --- */

void finalization_register(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId keywords = model->none;
    if (arguments->name_count)
        keywords = dict_create(model);
    for (uint32_t i = 0; i < arguments->name_count; i++)
        dict_set_str(model, keywords, model_object(model, arguments->names)->slots[i],
                     arguments->values[arguments->count + i]);
    ObjectId rest = arguments->count > 1
                        ? tuple_from(model, arguments->values + 1, arguments->count - 1)
                        : model->empty_tuple;
    ObjectId parts[] = {arguments->values[0], rest, keywords};
    reference_push(model, run->exit_calls, tuple_from(model, parts, 3));
    hand_release(model, mark);
}

bool finalization_unregister(Run *run, ObjectId function)
{
    Model *model = run->model;
    for (uint32_t i = 0; i < model_object(model, run->exit_calls)->slot_count; i++) {
        ObjectId call = model_object(model, run->exit_calls)->slots[i];
        bool equal = false;
        if (call && !compare_equal(run, model_object(model, call)->slots[0], function, &equal))
            return false;
        if (equal)
            reference_set(model, run->exit_calls, i, 0);
    }
    return true;
}

uint32_t finalization_count(Run *run)
{
    return model_object(run->model, run->exit_calls)->slot_count;
}

void finalization_forget(Run *run)
{
    Model *model = run->model;
    while (model_object(model, run->exit_calls)->slot_count)
        reference_pop(model, run->exit_calls);
}

/* From 3.13 on the message has the function in it. */
static void tell_as_ignored(Run *run, ObjectId exception, ObjectId function)
{
    static const char message[] = "Exception ignored in atexit callback";
    if (run->profile->minor < 13) {
        run_tell_ignored(run, exception, str_from_string(run->model, message), function);
        return;
    }
    Text text = {0};
    text_append_format(&text, "%s ", message);
    if (repr_write(run, function, &text))
        run_tell_ignored(run, exception, str_from(run->model, text_slice(&text)), 0);
    text_done(&text);
}

/* A function has raised: 3.10 began to tell it as __del__ does; before, SystemExit is silent.
 */
static void tell_exception(Run *run, ObjectId function)
{
    ObjectId exception = exception_fetch(run);
    if (run->profile->minor >= 10) {
        tell_as_ignored(run, exception, function);
        return;
    }
    if (object_is_exit(run, exception))
        return;
    Text text = {0};
    text_append_string(&text, "Error in atexit._run_exitfuncs:\n");
    traceback_write(run, exception, &text);
    stream_write_error(run, text_slice(&text));
    text_done(&text);
}

void finalization_call(Run *run)
{
    Model *model = run->model;
    for (uint32_t i = finalization_count(run); i-- > 0 && !run->stopped;) {
        ObjectId call = model_object(model, run->exit_calls)->slots[i];
        if (!call)
            continue;
        uint32_t mark = hand_mark(model);
        hand_hold(model, call);
        const ObjectId *parts = model_object(model, call)->slots;
        const Object *rest = model_object(model, parts[1]);
        if (!call_with_parts(run, parts[0], rest->slots, rest->slot_count,
                             parts[2] == model->none ? 0 : parts[2]) &&
            !run->stopped)
            tell_exception(run, parts[0]);
        hand_release(model, mark);
    }
    if (!run->stopped)
        finalization_forget(run);
}

/* --- the modules --- */

/* Modules that the program has made, __main__ among them, leave sys.modules in order. What they
 * hold dies with them where nothing else leads to it. */
static void drop_modules(Run *run)
{
    Model *model = run->model;
    for (uint32_t i = 0; i < dict_entry_end(model, run->modules); i++) {
        ObjectId module =
            dict_key(model, run->modules, i) ? dict_value(model, run->modules, i) : 0;
        if (module && (module == run->main_module ||
                       !(model_object(model, module)->flags & OBJECT_STARTUP)))
            dict_delete(model, run->modules, i);
    }
}

/* Names that the program has added to builtins. */
static void restore_builtins(Run *run)
{
    Model *model = run->model;
    for (uint32_t i = run->builtins_end; i < dict_entry_end(model, run->builtins); i++)
        if (dict_key(model, run->builtins, i))
            dict_delete(model, run->builtins, i);
}

/* _PyModule_ClearDict: names with one underscore first, then all but __builtins__. */
static void clear_namespace(Run *run, ObjectId dict)
{
    Model *model = run->model;
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < dict_entry_end(model, dict); i++) {
            ObjectId key = dict_key(model, dict, i);
            if (!key || model_kind(model, key) != KIND_STR)
                continue;
            Slice name = str_slice(model, key);
            bool is_private = name.length && name.bytes[0] == '_' &&
                              (name.length < 2 || name.bytes[1] != '_');
            if (pass ? !slice_is(name, "__builtins__") : is_private)
                dict_replace(model, dict, i, model->none);
        }
}

/* The exception that nobody caught. */
static void forget_exception(Run *run)
{
    static const char *const names[] = {"last_type", "last_exc", "last_value",
                                        "last_traceback"};
    Model *model = run->model;
    ObjectId system = run->objects.system;
    reference_set(model, run->thread, THREAD_LAST, 0);
    for (size_t i = 0; system && i < sizeof names / sizeof *names; i++) {
        int64_t entry = dict_find_text(model, system, slice_of(names[i]));
        if (entry >= 0)
            dict_replace(model, system, (uint32_t)entry, model->none);
    }
}

/* finalize_modules: __main__ goes, and what only it had kept alive; a namespace that outlives
 * this is emptied by force. */
static void finalize_modules(Run *run)
{
    Model *model = run->model;
    forget_exception(run);
    collector_track(model, run->main_module);
    drop_modules(run);
    restore_builtins(run);
    collector_collect(model, 2);
    const Object *left = model_object(model, run->main_module);
    if (left->kind == KIND_MODULE && left->dict == run->main_dict && !run->stopped)
        clear_namespace(run, run->main_dict);
}

void finalization_run(Run *run)
{
    Model *model = run->model;
    if (run->stopped)
        return;
    model->cause = CHANGE_NONE;
    model_mark(model, CHANGE_RETURN, 0, 0, 0, 0);
    finalization_call(run);
    if (run->stopped)
        return;
    run->finalizing = true;
    if (model_register(model, REGISTER_GC_ENABLED))
        collector_collect(model, 2);
    finalize_modules(run);
}
