/* Runs a Python file under a profile and copies what it writes to stdout and stderr: the least program that
 * the expression tables need. */
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "profile/profile.h"
#include "run/run.h"

typedef struct Job {
    const char *profiles, *version, *path;
    int status;
} Job;

static void write_output(void *context, int stream, Slice bytes)
{
    (void)context;
    fwrite(bytes.bytes, 1, bytes.length, stream == 2 ? stderr : stdout);
}

static int report(const Diagnostics *diagnostics, const RunResult *result)
{
    Text text = {0};
    diagnostics_write(diagnostics, &text);
    fprintf(stderr, "%s", text_string(&text));
    if (result->message.length)
        fprintf(stderr, "%s\n", text_string(&result->message));
    text_done(&text);
    return result->exit_status;
}

static void *run_job(void *context)
{
    Job *job = context;
    Profile profile;
    Diagnostics diagnostics = {0};
    Text error = {0};
    Source *source = source_read(job->path, &error);
    job->status = 2;
    if (source && profile_read(job->profiles, job->version, &profile, &diagnostics)) {
        RunOptions options = {.profile = &profile,
                              .script_name = job->path,
                              .limits = {.statements = UINT64_MAX},
                              .thresholds = {UINT32_MAX, UINT32_MAX, UINT32_MAX},
                              .write = write_output};
        RunResult result;
        run_source(source, &options, &diagnostics, &result);
        job->status = report(&diagnostics, &result);
        run_result_done(&result);
    } else {
        fprintf(stderr, "%s\n", text_string(&error));
    }
    diagnostics_done(&diagnostics);
    source_destroy(source);
    text_done(&error);
    return NULL;
}

int main(int count, char **arguments)
{
    if (count != 4) {
        fprintf(stderr, "usage: run_program PROFILES VERSION FILE\n");
        return 2;
    }
    Job job = {arguments[1], arguments[2], arguments[3], 2};
    pthread_attr_t attributes;
    pthread_t thread;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, RUN_HOST_STACK);
    if (pthread_create(&thread, &attributes, run_job, &job) != 0)
        return 2;
    pthread_join(thread, NULL);
    pthread_attr_destroy(&attributes);
    return job.status;
}
