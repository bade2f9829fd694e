#include "run_fixture.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static void keep_output(void *context, int stream, Slice bytes)
{
    Ran *ran = context;
    text_append_slice(stream == 1 ? &ran->out : &ran->err, bytes);
}

static void assert_sound(bool fine, Text *error)
{
    if (!fine)
        print_error("%s\n", text_string(error));
    text_done(error);
    assert_true(fine);
}

/* Goes back to the start change by change, then forward again, counting references on the way.
 */
static void check_journal(const RunResult *result)
{
    enum { CHECKED_MOST = 4000 };
    const Journal *journal = &result->model->journal;
    State state;
    state_copy(&state, &result->model->state);
    for (uint32_t i = journal->count; i-- > 0;)
        state_undo(&state, journal_at(journal, i), &journal->spans);
    assert_true(state_equal(&state, &result->start));
    for (uint32_t i = 0; i < journal->count; i++) {
        state_apply(&state, journal_at(journal, i), &journal->spans);
        Text error = {0};
        if (journal->count <= CHECKED_MOST || i % 97 == 0)
            assert_sound(state_check(&state, &error), &error);
    }
    assert_true(state_equal(&state, &result->model->state));
    state_done(&state);
}

static void check_model(const RunResult *result)
{
    Text error = {0};
    if (result->model)
        assert_sound(model_check(result->model, &error), &error);
}

typedef struct Job {
    const Source *source;
    const RunOptions *options;
    Diagnostics *diagnostics;
    RunResult *result;
} Job;

static void *work(void *context)
{
    const Job *job = context;
    run_source(job->source, job->options, job->diagnostics, job->result);
    return NULL;
}

/* run_source wants more host stack than a test's thread has. */
static void run_on_big_stack(const Job *job)
{
    pthread_t thread;
    pthread_attr_t attributes;
    assert_int_equal(pthread_attr_init(&attributes), 0);
    assert_int_equal(pthread_attr_setstacksize(&attributes, RUN_HOST_STACK), 0);
    Job copy = *job;
    assert_int_equal(pthread_create(&thread, &attributes, work, &copy), 0);
    pthread_join(thread, NULL);
    pthread_attr_destroy(&attributes);
}

Ran run_program_text(const char *program, const RunHow *how)
{
    static const RunHow plain = {0};
    if (!how)
        how = &plain;
    Ran ran = {0};
    Profile profile;
    Diagnostics diagnostics = {0};
    assert_true(profile_read(getenv("HEAPSTEP_TEST_PROFILES"),
                             how->version ? how->version : "3.12", &profile, &diagnostics));
    Source *source = source_create("t.py", program, strlen(program));
    RunOptions options = {.profile = &profile,
                          .keeps_journal = !how->drops_journal,
                          .repl = how->repl,
                          .limits = how->limits,
                          .thresholds = {UINT32_MAX, UINT32_MAX, UINT32_MAX},
                          .script_name = "t.py",
                          .input = slice_of(how->input ? how->input : ""),
                          .write = keep_output,
                          .write_context = &ran};
    RunResult result;
    run_on_big_stack(&(Job){source, &options, &diagnostics, &result});
    check_model(&result);
    if (options.keeps_journal && result.program_count)
        check_journal(&result);
    ran.end = result.end;
    ran.exit_status = result.exit_status;
    text_append_slice(&ran.message, text_slice(&result.message));
    diagnostics_write(&diagnostics, &ran.diagnostics);
    diagnostics_done(&diagnostics);
    run_result_done(&result);
    source_destroy(source);
    return ran;
}

void ran_done(Ran *ran)
{
    text_done(&ran->out);
    text_done(&ran->err);
    text_done(&ran->message);
    text_done(&ran->diagnostics);
}

void assert_prints(const char *program, const char *out)
{
    for (int drops = 0; drops < 2; drops++) {
        Ran ran = run_program_text(program, &(RunHow){.drops_journal = drops != 0});
        assert_string_equal(text_string(&ran.err), "");
        assert_string_equal(text_string(&ran.out), out);
        assert_int_equal(ran.exit_status, 0);
        ran_done(&ran);
    }
}

void assert_fails(const char *program, const char *err)
{
    Ran ran = run_program_text(program, NULL);
    assert_string_equal(text_string(&ran.err), err);
    assert_int_equal(ran.exit_status, 1);
    ran_done(&ran);
}
