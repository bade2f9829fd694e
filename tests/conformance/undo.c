/* Records programs as `check` does and goes back and forth: all Changes undone, the state is
 * the one that the program started from, bit for bit; done again, it is the one that it ended
 * in, and on the way all stored counts are counted references. Takes the words of `heapstep
 * check`; prints what does not hold. */
#include <stdio.h>
#include <stdlib.h>

#include "app/recording.h"

/* Of each recording. */
enum { HEAP_CHECKS = 100 };

static bool undo_and_redo(const char *path, const RunResult *result)
{
    const Journal *journal = &result->model->journal;
    State state;
    state_copy(&state, &result->model->state);
    for (uint32_t i = journal->count; i-- > 0;)
        state_undo(&state, journal_at(journal, i), &journal->spans);
    bool back = state_equal(&state, &result->start);
    bool whole = true;
    Text error = {0};
    for (uint32_t i = 0; i < journal->count; i++) {
        state_apply(&state, journal_at(journal, i), &journal->spans);
        if (whole && i % (journal->count / HEAP_CHECKS + 1) == 0)
            whole = state_check(&state, &error);
    }
    if (!whole)
        printf("%s: %s\n", path, text_string(&error));
    text_done(&error);
    bool forth = state_equal(&state, &result->model->state);
    if (!back)
        printf("%s: undone, the state is not the one at the start\n", path);
    if (!forth)
        printf("%s: done again, the state is not the one at the end\n", path);
    state_done(&state);
    return back && forth && whole;
}

/* Programs that do not start have nothing to undo. */
static bool try_program(const char *path, const Options *options, const Assets *assets,
                        uint64_t *changes)
{
    Diagnostics diagnostics = {0};
    Recording *recording = recording_create(path, options, assets, &diagnostics);
    bool holds = true;
    if (recording && recording->trace) {
        *changes += recording->result.model->journal.count;
        holds = undo_and_redo(path, &recording->result);
    }
    recording_destroy(recording);
    diagnostics_done(&diagnostics);
    return holds;
}

int main(int argc, char **argv)
{
    Options options;
    Assets assets;
    Diagnostics diagnostics = {0};
    Text error = {0};
    bool holds = options_read(argc - 1, (const char *const *)argv + 1, &options, &diagnostics);
    if (!holds || !assets_find(&assets, &error)) {
        diagnostics_write(&diagnostics, &error);
        fputs(text_string(&error), stderr);
        return EXIT_FAILURE;
    }
    uint64_t changes = 0;
    for (size_t i = 0; i < options.file_count; i++)
        holds &= try_program(options.files[i], &options, &assets, &changes);
    printf("%zu programs, %llu Changes\n", options.file_count, (unsigned long long)changes);
    options_done(&options);
    assets_done(&assets);
    return holds ? EXIT_SUCCESS : EXIT_FAILURE;
}
