#ifndef APP_OPTIONS_H
#define APP_OPTIONS_H
/* What stands on the command line, read through one table: an option is a row. Its law: every
 * word is checked, and one run tells every mistake. */
#include <stdbool.h>
#include <stdint.h>

#include "base/diagnostic.h"
#include "profile/profile.h"
#include "view/moment.h"

typedef enum CommandName {
    COMMAND_SHOW,
    COMMAND_RUN,
    COMMAND_EXPORT,
    COMMAND_CHECK,
    COMMAND_LIST,
    COMMAND_COUNT,
} CommandName;

/* Steps as people number them: 0 is the start, the picture's own figure. Both ends belong to
 * it. */
typedef struct StepRange {
    uint32_t first, last;
} StepRange;

/* Limits of a picture's size in pixels, and of other numbers. */
enum {
    PICTURE_WIDTH_LEAST = 320,
    PICTURE_HEIGHT_LEAST = 180,
    PICTURE_WIDTH_MOST = 7680,
    PICTURE_HEIGHT_MOST = 4320,
    MAX_STEPS_MOST = 1000 * 1000 * 1000,
    MAX_JOURNAL_MOST = 64 * 1024, /* MiB */
};

/* Zero, or NULL, where an option is not given. Texts are the command line's own words. */
typedef struct Options {
    CommandName command;
    bool help, version;
    const char **files;
    size_t file_count, file_capacity;
    const char *output, *format, *python, *theme;
    StepRange *steps;
    size_t step_count, step_capacity;
    int width, height; /* pixels */
    double scale;
    uint64_t max_steps;
    uint64_t max_journal; /* MiB */
    StartState start;
    View view;
    bool has_start, repl, quiet, still, inline_small, collect_always;
} Options;

/* Reads the words after the program's name. False, with diagnostics, where one is wrong. Both
 * ways `ret_options` is the caller's: options_done. */
bool options_read(int count, const char *const *words, Options *ret_options,
                  Diagnostics *diagnostics);
void options_done(Options *options);
/* Is a step among those asked for? All are where none is named. `last` is the recording's last
 * step: what lies past it counts as it. */
bool options_has_step(const Options *options, uint32_t step, uint32_t last);
const char *options_command_word(CommandName command);
/* What --help says. Appends. */
void options_help(Text *ret_text);

#endif
