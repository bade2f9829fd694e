/* A run from its source to its end: compiling, starting, the exit status, what is torn down. */
#include "run/run.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "run/builtins/stream.h"
#include "run/machine/finalization.h"
#include "run/machine/line_profile.h"
#include "run/modules/module_gc.h"
#include "run/prompt.h"

/* --- output and input --- */

bool run_write(Run *run, int stream, Slice bytes)
{
    if (run->stopped)
        return false;
    size_t room = run->limits.output_bytes - run->output_bytes;
    bool fits = bytes.length <= room;
    if (!fits)
        bytes.length = room;
    run->output_bytes += bytes.length;
    model_write(run->model, stream, bytes);
    if (run->options->write)
        run->options->write(run->options->write_context, stream, bytes);
    if (!fits)
        run_stop(run, RUN_LIMIT, "the program has written the limit of %zu bytes",
                 run->limits.output_bytes);
    return fits;
}

/* --- what native.h and objects.h promise --- */

Model *run_model(Run *run)
{
    return run->model;
}

ObjectsState *run_objects(Run *run)
{
    return &run->objects;
}

uint32_t run_recursion_limit(Run *run)
{
    return run->recursion_limit;
}

void run_set_recursion_limit(Run *run, uint32_t limit)
{
    run->recursion_limit = limit;
}

/* --- ending early --- */

/* The program's innermost frame: the library's are no business of its author. */
static const Activation *program_frame(const Run *run)
{
    const Activation *top = run->top;
    while (top && top->info->is_library)
        top = top->caller;
    return top;
}

/* The running instruction's place in its source. */
static bool current_span(const Run *run, const Source **ret_source, Span *ret_span)
{
    const Activation *top = program_frame(run);
    if (!top || !top->pc || !run->source)
        return false;
    const Source *source = top->info->source;
    const Location *location = &top->code->locations[top->pc - 1];
    if (!location->line || location->line > source->line_count)
        return false;
    size_t start = source->line_start[location->line - 1];
    *ret_source = source;
    ret_span->start = start + location->column;
    ret_span->end = location->end_line == location->line ? start + location->end_column
                                                         : ret_span->start + 1;
    return true;
}

static void add_diagnostic(Run *run, const char *message)
{
    Span span;
    const Source *source;
    if (!run->diagnostics)
        return;
    if (current_span(run, &source, &span))
        diagnostics_add(run->diagnostics, source, span, "%s", message);
    else
        diagnostics_add_file(run->diagnostics, run->options->script_name, "%s", message);
}

bool run_has_memory(Run *run)
{
    if (model_register(run->model, REGISTER_BYTES) > run->limits.memory_bytes)
        run_stop(run, RUN_LIMIT, "the program's objects have reached the limit of %zu bytes",
                 run->limits.memory_bytes);
    return !run->stopped;
}

void run_stop(Run *run, RunEnd end, const char *format, ...)
{
    if (run->stopped)
        return;
    va_list list;
    va_start(list, format);
    text_append_format_list(&run->result->message, format, list);
    va_end(list);
    run->stopped = true;
    run->result->end = end;
    run->result->exit_status = 2;
    add_diagnostic(run, text_string(&run->result->message));
}

/* --- hooks --- */

static void finalize(void *context, ObjectId id)
{
    Run *run = context;
    if (run->stopped)
        return;
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId aside = exception_fetch(run);
    if (model_kind(model, id) == KIND_GENERATOR) {
        generator_finalize(run, id);
        run_write_ignored(run, id);
    } else {
        ObjectId method = lookup_special(run, id, "__del__");
        bool found = false;
        call_special(run, id, "__del__", NULL, 0, &found);
        run_write_ignored(run, method);
    }
    if (aside)
        exception_restore(run, aside);
    hand_release(model, mark);
}

static void weakref_callback(void *context, ObjectId weakref, ObjectId callback)
{
    Run *run = context;
    if (run->stopped)
        return;
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId aside = exception_fetch(run);
    call_object(run, callback, &weakref, 1);
    run_write_ignored(run, callback);
    if (aside)
        exception_restore(run, aside);
    hand_release(model, mark);
}

static void frame_is_freed(void *context, const Code *code)
{
    frame_freed(context, code);
}

static void collection(void *context, bool starts, int generation, uint32_t found)
{
    Run *run = context;
    if (run->stopped)
        return;
    uint32_t mark = hand_mark(run->model);
    ObjectId aside = exception_fetch(run);
    gc_tell_collection(run, starts, generation, found);
    if (aside)
        exception_restore(run, aside);
    hand_release(run->model, mark);
}

static void collectable(void *context, ObjectId id, bool saves)
{
    if (saves)
        gc_save(context, id);
    else
        gc_tell_collectable(context, id);
}

/* --- the end of a program --- */

/* handle_system_exit: the status; anything but an int or None is printed. */
static int exit_status(Run *run, ObjectId exception)
{
    const Model *model = run->model;
    ObjectId code = model_object(model, exception)->slots[EXCEPTION_SLOT_VALUE];
    if (!code || code == model->none)
        return 0;
    ObjectKind kind = model_kind(model, code);
    if ((kind == KIND_INT || kind == KIND_BOOL) && int_is_small(model, code))
        return (int)(int_value(model, code) & 0xff);
    if (kind == KIND_INT)
        return 255;
    Text text = {0};
    str_write(run, code, &text);
    text_append_char(&text, '\n');
    stream_write_error(run, text_slice(&text));
    text_done(&text);
    return 1;
}

static void write_traceback(Run *run, ObjectId exception)
{
    Text text = {0};
    traceback_write(run, exception, &text);
    stream_write_error(run, text_slice(&text));
    text_done(&text);
}

/* Calls the program's own sys.excepthook; what that raises is told as well. */
static void call_hook(Run *run, ObjectId hook, ObjectId exception)
{
    const Object *row = model_object(run->model, exception);
    ObjectId traceback = row->slots[EXCEPTION_SLOT_TRACEBACK];
    ObjectId values[] = {row->type, exception, traceback ? traceback : run->model->none};
    if (call_object(run, hook, values, 3) || run->stopped)
        return;
    stream_write_error(run, slice_of("Error in sys.excepthook:\n"));
    write_traceback(run, exception_fetch(run));
    stream_write_error(run, slice_of("\nOriginal exception was:\n"));
    write_traceback(run, exception);
}

/* PyErr_PrintEx leaves the exception in sys; where no part of the program names sys, the thread
 * holds it. */
static void keep_exception(Run *run, ObjectId exception)
{
    Model *model = run->model;
    ObjectId system = run->objects.system;
    const Object *row = model_object(model, exception);
    ObjectId traceback = row->slots[EXCEPTION_SLOT_TRACEBACK];
    const struct {
        const char *name;
        ObjectId value;
    } kept[] = {{"last_exc", run->profile->minor >= 12 ? exception : 0},
                {"last_type", row->type},
                {"last_value", exception},
                {"last_traceback", traceback ? traceback : model->none}};
    reference_set(model, run->thread, THREAD_LAST, system ? 0 : exception);
    for (size_t i = 0; system && i < sizeof kept / sizeof *kept; i++)
        if (kept[i].value)
            dict_set_str(model, system, model_intern(model, slice_of(kept[i].name)),
                         kept[i].value);
}

bool object_is_exit(const Run *run, ObjectId exception)
{
    ObjectId type = model_object(run->model, exception)->type;
    return type_is_subtype(run, type, run->exceptions[EXC_SystemExit]);
}

static void report_exception(Run *run)
{
    uint32_t mark = hand_mark(run->model);
    ObjectId exception = exception_fetch(run);
    if (object_is_exit(run, exception)) {
        run->result->end = RUN_EXIT;
        run->result->exit_status = exit_status(run, exception);
    } else {
        ObjectId hook = stream_hook(run, "excepthook");
        run->result->end = RUN_EXCEPTION;
        run->result->exit_status = 1;
        keep_exception(run, exception);
        if (hook)
            call_hook(run, hook, exception);
        else
            write_traceback(run, exception);
    }
    hand_release(run->model, mark);
}

/* Runs a program's module code; false when an exception came out of it. */
static bool run_program(Run *run, const CodeInfo *info)
{
    uint32_t mark = hand_mark(run->model);
    reference_set(run->model, run->thread, THREAD_RUNNING, info->object);
    hand_release(run->model, mark);
    if (!frame_enter_module(run, info, run->main_dict, run->main_dict))
        return false;
    bool fine = evaluate(run);
    if (run->stopped)
        return true;
    frame_left_module(run);
    hand_release(run->model, mark);
    if (!fine)
        report_exception(run);
    reference_set(run->model, run->thread, THREAD_RUNNING, 0);
    return fine;
}

/* --- scripts and prompts --- */

void run_add_program(Run *run, Program *program)
{
    RunResult *result = run->result;
    result->programs =
        memory_resize(result->programs, (result->program_count + 1) * sizeof *result->programs);
    result->programs[result->program_count++] = program;
}

/* A syntax error as CPython prints it; a construct that heapstep lacks has its diagnostics
 * already. */
static void report_compile(Run *run, LangStatus status, const SyntaxProblem *problem)
{
    if (status == LANG_UNSUPPORTED) {
        run->result->end = RUN_UNSUPPORTED;
        run->result->exit_status = 2;
        text_append_string(&run->result->message,
                           "the program uses what heapstep does not support");
        return;
    }
    Text text = {0};
    traceback_write_syntax(run, run->source, problem, &text);
    run_write(run, 2, text_slice(&text));
    text_done(&text);
    run->result->end = RUN_SYNTAX;
    run->result->exit_status = 1;
}

/* What CPython warns of while it compiles comes before all other output. */
static void report_warnings(Run *run, const Program *program)
{
    Text text = {0};
    for (size_t i = 0; i < program->warning_count; i++)
        traceback_write_warning(run, "SyntaxWarning", &program->warnings[i], &text);
    if (text.length)
        run_write(run, 2, text_slice(&text));
    text_done(&text);
}

static LangStatus compile_part(Run *run, Span part, LangMode mode, Program **ret_program,
                               SyntaxProblem *ret_problem)
{
    /* A syntax error is the program's own output; only what heapstep alone refuses is a
     * diagnostic: those are asked for once more. */
    Diagnostics hidden = {0};
    LangStatus status =
        lang_compile(run->source, part, mode, run->profile, ret_program, ret_problem, &hidden);
    diagnostics_done(&hidden);
    if (status == LANG_UNSUPPORTED && run->diagnostics)
        lang_compile(run->source, part, mode, run->profile, ret_program, ret_problem,
                     run->diagnostics);
    return status;
}

static void apply_thresholds(Run *run)
{
    for (int i = 0; i < 3; i++)
        if (run->options->thresholds[i] != UINT32_MAX)
            model_set_register(run->model, (Register)(REGISTER_GC_THRESHOLD0 + i),
                               run->options->thresholds[i]);
}

static void start_model(Run *run)
{
    apply_thresholds(run);
    startup_set_collector(run);
    run->model->journal.byte_limit = run->limits.journal_bytes;
    model_start(run->model, run->options->keeps_journal, &run->result->start);
}

/* The library's modules are part of the start state. One that fails is a mistake of ours. */
static bool prepare_imports(Run *run, const Program *program)
{
    bool fine = import_prepare(run, program);
    if (!fine && !run->stopped) {
        report_exception(run);
        run_stop(run, RUN_UNSUPPORTED, "a module of heapstep's library could not be loaded");
    }
    return fine;
}

static void run_script(Run *run)
{
    Program *program = NULL;
    SyntaxProblem problem = {0};
    LangStatus status =
        compile_part(run, (Span){0, run->source->length}, LANG_SCRIPT, &program, &problem);
    if (status != LANG_OK) {
        report_compile(run, status, &problem);
        return;
    }
    run_add_program(run, program);
    if (!prepare_imports(run, program))
        return;
    const CodeInfo *info = consts_materialise(run, program, true);
    reference_set(run->model, run->thread, THREAD_RUNNING, info->object);
    start_model(run);
    report_warnings(run, program);
    run_program(run, info);
    finalization_run(run);
}

/* A statement's literals go with its syntax tree, when it has been run. */
static void forget_literals(Model *model)
{
    uint32_t count = model_object(model, model->ast)->slot_count;
    reference_splice(model, model->ast, 0, count, NULL, 0);
}

static bool run_statement(Run *run, Span part)
{
    Program *program = NULL;
    SyntaxProblem problem = {0};
    LangStatus status = compile_part(run, part, LANG_SINGLE, &program, &problem);
    if (status != LANG_OK) {
        report_compile(run, status, &problem);
        return status == LANG_SYNTAX_ERROR;
    }
    run_add_program(run, program);
    run->line_base = (uint32_t)source_position(run->source, part.start).line - 1;
    uint32_t mark = hand_mark(run->model);
    const CodeInfo *info = consts_materialise(run, program, true);
    reference_set(run->model, run->thread, THREAD_RUNNING, info->object);
    hand_release(run->model, mark);
    report_warnings(run, program);
    bool fine = run_program(run, info);
    forget_literals(run->model);
    return !run->stopped && (fine || run->result->end != RUN_EXIT);
}

/* What all the statements import is there before the first of them. */
static bool prepare_prompt(Run *run, const StatementSpans *spans)
{
    bool fine = true;
    for (size_t i = 0; i < spans->count && fine; i++) {
        Program *program = NULL;
        SyntaxProblem problem;
        Diagnostics hidden = {0};
        if (lang_compile(run->source, spans->items[i], LANG_SINGLE, run->profile, &program,
                         &problem, &hidden) == LANG_OK)
            fine = prepare_imports(run, program);
        program_destroy(program);
        diagnostics_done(&hidden);
    }
    return fine;
}

/* The statements up to a mistake, which is told then. False: the session is over. */
static bool run_part(Run *run, const PromptPart *part)
{
    bool goes_on = true;
    for (size_t i = 0; i < part->spans.count && goes_on; i++)
        goes_on = run_statement(run, part->spans.items[i]);
    if (goes_on && part->status != LANG_OK)
        report_compile(run, part->status, &part->problem);
    return goes_on && part->status != LANG_UNSUPPORTED;
}

static void run_prompt(Run *run)
{
    Region region = {0};
    Prompt prompt;
    prompt_read(run->source, run->profile, &region, &prompt);
    bool goes_on = true;
    for (size_t i = 0; i < prompt.count && goes_on; i++)
        goes_on = prepare_prompt(run, &prompt.parts[i].spans);
    start_model(run);
    for (size_t i = 0; i < prompt.count && goes_on; i++)
        goes_on = run_part(run, &prompt.parts[i]);
    if (goes_on) { /* the end of the input ends a session well, whatever was raised in it */
        run->result->end = RUN_FINISHED;
        run->result->exit_status = 0;
    }
    region_done(&region);
    finalization_run(run);
}

/* --- the run --- */

static void set_limits(Run *run)
{
    run->limits = run->options->limits;
    if (!run->limits.statements)
        run->limits.statements =
            run->options->keeps_journal ? RUN_STATEMENT_LIMIT : RUN_UNRECORDED_LIMIT;
    if (!run->limits.memory_bytes)
        run->limits.memory_bytes = RUN_MEMORY_LIMIT;
    if (!run->limits.journal_bytes)
        run->limits.journal_bytes = JOURNAL_BYTE_LIMIT;
    if (!run->limits.output_bytes)
        run->limits.output_bytes = RUN_OUTPUT_LIMIT;
}

static void release(Run *run)
{
    free(run->codes.items);
    text_done(&run->input);
    line_profile_done(run);
    objects_state_done(&run->objects);
    region_done(&run->region);
}

void run_source(const Source *source, const RunOptions *options, Diagnostics *diagnostics,
                RunResult *ret_result)
{
    *ret_result = (RunResult){.end = RUN_FINISHED};
    Run run = {.source = source,
               .options = options,
               .profile = options->profile,
               .result = ret_result,
               .diagnostics = diagnostics,
               .recursion_limit = options->profile->recursion_limit,
               .checks_collector = options->profile->gc.when == COLLECT_AT_EVAL_BREAKER};
    set_limits(&run);
    run.model = ret_result->model = model_create(options->profile);
    run.model->hooks =
        (ModelHooks){&run, finalize, weakref_callback, frame_is_freed, collection, collectable};
    run.model->collects_always = options->collects_always;
    startup_run(&run);
    if (options->repl)
        run_prompt(&run);
    else
        run_script(&run);
    model_checkpoint(ret_result->model, CHECK_END);
    ret_result->model->hooks = (ModelHooks){0};
    release(&run);
}

void run_result_done(RunResult *result)
{
    text_done(&result->message);
    state_done(&result->start);
    model_destroy(result->model);
    for (uint32_t i = 0; i < result->program_count; i++)
        program_destroy(result->programs[i]);
    free(result->programs);
    for (uint32_t i = 0; i < result->text_count; i++)
        source_destroy(result->texts[i]);
    free(result->texts);
    *result = (RunResult){0};
}
