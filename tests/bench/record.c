/* Records a program in memory, as every command but `run` does, and prints on one line: Changes,
 * instructions executed, bytes of the journal, seconds of processor time. From the source to the
 * end of the interpreter's shutdown; what the program prints is dropped.
 *
 *     bench_record PROFILES VERSION PROGRAM.py */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "run/run.h"

typedef struct Job {
    const Source *source;
    const RunOptions *options;
    RunResult result;
    double seconds;
} Job;

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static void *work(void *context)
{
    Job *job = context;
    Diagnostics diagnostics = {0};
    double start = seconds_now();
    run_source(job->source, job->options, &diagnostics, &job->result);
    job->seconds = seconds_now() - start;
    diagnostics_done(&diagnostics);
    return NULL;
}

static bool run_on_big_stack(Job *job)
{
    pthread_t thread;
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, RUN_HOST_STACK);
    bool started = pthread_create(&thread, &attributes, work, job) == 0;
    pthread_attr_destroy(&attributes);
    return started && pthread_join(thread, NULL) == 0;
}

static uint32_t count_instructions(const Journal *journal)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < journal->count; i++)
        count += journal_at(journal, i)->kind == CHANGE_INSTRUCTION;
    return count;
}

static int record(const Source *source, const Profile *profile)
{
    RunOptions options = {.profile = profile,
                          .keeps_journal = true,
                          .limits = {.statements = UINT64_MAX},
                          .thresholds = {UINT32_MAX, UINT32_MAX, UINT32_MAX},
                          .script_name = source->name,
                          .input = {"", 0}};
    Job job = {.source = source, .options = &options};
    if (!run_on_big_stack(&job) || job.result.end != RUN_FINISHED) {
        fprintf(stderr, "%s: was not recorded to its end: %s\n", source->name,
                text_string(&job.result.message));
        return EXIT_FAILURE;
    }
    const Journal *journal = &job.result.model->journal;
    printf("%u %u %zu %.6f\n", journal->count, count_instructions(journal),
           journal_bytes(journal), job.seconds);
    run_result_done(&job.result);
    return EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
    Profile profile;
    Diagnostics diagnostics = {0};
    Text error = {0};
    if (argc != 4 || !profile_read(argv[1], argv[2], &profile, &diagnostics)) {
        fprintf(stderr, "bench_record PROFILES VERSION PROGRAM.py\n");
        return EXIT_FAILURE;
    }
    Source *source = source_read(argv[3], &error);
    if (!source)
        fprintf(stderr, "%s\n", text_string(&error));
    int status = source ? record(source, &profile) : EXIT_FAILURE;
    source_destroy(source);
    text_done(&error);
    return status;
}
