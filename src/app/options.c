#include "app/options.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"

typedef struct Command {
    const char *word, *operands, *help;
    size_t files_least, files_most;
} Command;

static const Command commands[COMMAND_COUNT] = {
    [COMMAND_SHOW] = {"show", "FILE", "open the window (FILE alone does the same)", 1, 1},
    [COMMAND_RUN] = {"run", "FILE", "run it: its own output, errors and exit status", 1, 1},
    [COMMAND_EXPORT] = {"export", "FILE -o OUT",
                        "write pictures or a trace, without any display", 1, 1},
    [COMMAND_CHECK] = {"check", "FILE...", "judge the expectations of scenarios", 1, SIZE_MAX},
    [COMMAND_LIST] = {"list", "", "name the bundled scenarios", 0, 0},
};

enum {
    FOR_SHOW = 1 << COMMAND_SHOW,
    FOR_RUN = 1 << COMMAND_RUN,
    FOR_EXPORT = 1 << COMMAND_EXPORT,
    FOR_CHECK = 1 << COMMAND_CHECK,
    FOR_PICTURES = FOR_SHOW | FOR_EXPORT,
    FOR_RUNNING = FOR_PICTURES | FOR_RUN | FOR_CHECK,
    FOR_ALL = (1 << COMMAND_COUNT) - 1,
};

/* Reads an option's word into the options. NULL, or what would have been allowed. */
typedef const char *ReadWord(Options *options, const char *word);

typedef struct Option {
    const char *name;
    char letter;       /* 0: none */
    const char *value; /* what follows, for --help; NULL: nothing does */
    unsigned commands;
    ReadWord *read;
    const char *help;
} Option;

/* A decimal number within limits and nothing else. */
static bool read_number(const char *word, uint64_t least, uint64_t most, uint64_t *ret_number)
{
    uint64_t number = 0;
    for (const char *p = word; *p; p++) {
        if (*p < '0' || *p > '9' || number > most)
            return false;
        number = number * 10 + (uint64_t)(*p - '0');
    }
    if (*word == '\0' || number < least || number > most)
        return false;
    *ret_number = number;
    return true;
}

static const char *read_help(Options *options, const char *word)
{
    (void)word;
    options->help = true;
    return NULL;
}

static const char *read_version(Options *options, const char *word)
{
    (void)word;
    options->version = true;
    return NULL;
}

static const char *read_repl(Options *options, const char *word)
{
    (void)word;
    options->repl = true;
    return NULL;
}

static const char *read_quiet(Options *options, const char *word)
{
    (void)word;
    options->quiet = true;
    return NULL;
}

static const char *read_still(Options *options, const char *word)
{
    (void)word;
    options->still = true;
    return NULL;
}

static const char *read_collect_always(Options *options, const char *word)
{
    (void)word;
    options->collect_always = true;
    return NULL;
}

static const char *read_inline(Options *options, const char *word)
{
    (void)word;
    options->inline_small = true;
    return NULL;
}

/* Whether there is a profile of that name is seen when it is read. */
static const char *read_python(Options *options, const char *word)
{
    if (!profile_is_version(word))
        return "a version such as 3.12";
    options->python = word;
    return NULL;
}

static const char *read_start(Options *options, const char *word)
{
    bool native = strcmp(word, "native") == 0;
    if (!native && strcmp(word, "warm") != 0)
        return "warm or native";
    options->start = native ? START_NATIVE : START_WARM;
    options->has_start = true;
    return NULL;
}

static const char *read_theme(Options *options, const char *word)
{
    size_t letters = strspn(word, "abcdefghijklmnopqrstuvwxyz-");
    if (letters == 0 || word[letters] != '\0')
        return "light, dark, contrast or print";
    options->theme = word;
    return NULL;
}

static const char *read_output(Options *options, const char *word)
{
    if (*word == '\0')
        return "a file or a folder";
    options->output = word;
    return NULL;
}

static const char *read_format(Options *options, const char *word)
{
    if (strcmp(word, "png") != 0 && strcmp(word, "svg") != 0 && strcmp(word, "json") != 0)
        return "png, svg or json";
    options->format = word;
    return NULL;
}

static const char *read_view(Options *options, const char *word)
{
    return view_named(word, &options->view) ? NULL
                                            : "objects, collector, heap, time or code (1 to 5)";
}

static const char *read_max_steps(Options *options, const char *word)
{
    return read_number(word, 1, MAX_STEPS_MOST, &options->max_steps)
               ? NULL
               : "a number from 1 to 1000000000";
}

static const char *read_max_journal(Options *options, const char *word)
{
    return read_number(word, 1, MAX_JOURNAL_MOST, &options->max_journal)
               ? NULL
               : "a number of MiB from 1 to 65536";
}

static const char *read_scale(Options *options, const char *word)
{
    char *end;
    double scale = strtod(word, &end);
    bool plain = word[strspn(word, "0123456789.")] == '\0';
    if (!plain || end == word || *end != '\0' || !(scale >= 0.1 && scale <= 10))
        return "a number from 0.1 to 10";
    options->scale = scale;
    return NULL;
}

static const char *read_size(Options *options, const char *word)
{
    static const char allowed[] = "WIDTHxHEIGHT in pixels, from 320x180 to 7680x4320";
    char first[8];
    const char *x = strchr(word, 'x');
    uint64_t width, height;
    if (!x || (size_t)(x - word) >= sizeof first)
        return allowed;
    memcpy(first, word, (size_t)(x - word));
    first[x - word] = '\0';
    if (!read_number(first, PICTURE_WIDTH_LEAST, PICTURE_WIDTH_MOST, &width) ||
        !read_number(x + 1, PICTURE_HEIGHT_LEAST, PICTURE_HEIGHT_MOST, &height))
        return allowed;
    options->width = (int)width;
    options->height = (int)height;
    return NULL;
}

/* One part of --steps: `N` or `A-B`. */
static bool read_range(const char *part, size_t length, StepRange *ret_range)
{
    char first[16], *dash;
    uint64_t from, to;
    if (length >= sizeof first)
        return false;
    memcpy(first, part, length);
    first[length] = '\0';
    dash = strchr(first, '-');
    if (dash)
        *dash = '\0';
    if (!read_number(first, 0, MAX_STEPS_MOST, &from) ||
        !read_number(dash ? dash + 1 : first, from, MAX_STEPS_MOST, &to))
        return false;
    *ret_range = (StepRange){(uint32_t)from, (uint32_t)to};
    return true;
}

static const char *read_steps(Options *options, const char *word)
{
    for (const char *part = word;; part++) {
        size_t length = strcspn(part, ",");
        options->steps = list_reserve(options->steps, &options->step_capacity,
                                      options->step_count + 1, sizeof *options->steps);
        if (!read_range(part, length, &options->steps[options->step_count]))
            return "a step such as 5, a range such as 3-8, or a list such as 1,3-8";
        options->step_count++;
        part += length;
        if (*part == '\0')
            return NULL;
    }
}

/* In the order in which --help names them. */
static const Option table[] = {
    {"python", 0, "VERSION", FOR_RUNNING, read_python,
     "the CPython to model: 3.6 to 3.13, or 3.7.0 with its smaller objects (3.12)"},
    {"repl", 0, NULL, FOR_RUNNING, read_repl,
     "each statement is a code object of its own, as typed at a prompt"},
    {"collect-always", 0, NULL, FOR_RUNNING, read_collect_always,
     "run a full collection wherever one may start, whatever the thresholds"},
    {"start", 0, "STATE", FOR_RUNNING, read_start,
     "warm: free lists full, collector's counts 0; native: as python FILE begins (warm)"},
    {"max-steps", 0, "N", FOR_RUNNING, read_max_steps,
     "stop the program after so many statements (1000000)"},
    {"max-journal", 0, "MIB", FOR_PICTURES | FOR_CHECK, read_max_journal,
     "stop it when the recording takes so much memory (1024)"},
    {"output", 'o', "OUT", FOR_EXPORT, read_output,
     "a folder for one picture a step, one picture (.png, .svg) or a trace (.json)"},
    {"format", 0, "FORMAT", FOR_EXPORT, read_format,
     "png or svg: what a folder gets (png); json: OUT is a trace"},
    {"steps", 0, "STEPS", FOR_PICTURES, read_steps,
     "5, 3-8 or 1,3-8: the steps to export; where the window starts"},
    {"size", 0, "WxH", FOR_PICTURES, read_size, "the picture's size in pixels (1920x1080)"},
    {"scale", 0, "FACTOR", FOR_PICTURES, read_scale,
     "multiply that size, everything in the picture included"},
    {"theme", 0, "NAME", FOR_PICTURES, read_theme, "light, dark, contrast or print (light)"},
    {"view", 0, "VIEW", FOR_PICTURES, read_view,
     "objects, collector (in slow motion), heap (pools and blocks), time or code"},
    {"inline", 0, NULL, FOR_PICTURES, read_inline, "draw small values in place"},
    {"still", 0, NULL, FOR_SHOW, read_still, "no animation"},
    {"quiet", 'q', NULL, FOR_ALL, read_quiet, "say nothing but errors"},
    {"help", 'h', NULL, FOR_ALL, read_help, "say this"},
    {"version", 'V', NULL, FOR_ALL, read_version, "say which heapstep this is"},
};
enum { OPTION_COUNT = sizeof table / sizeof *table };

const char *options_command_word(CommandName command)
{
    return commands[command].word;
}

static bool find_command(const char *word, CommandName *ret_command)
{
    for (int i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(word, commands[i].word) == 0) {
            *ret_command = (CommandName)i;
            return true;
        }
    }
    return false;
}

/* The row of `--name`, `--name=value`, `-x` or `-xvalue`; `*ret_value` is what is joined to it.
 */
static const Option *find_option(const char *word, const char **ret_value)
{
    size_t length = word[1] == '-' ? strcspn(word + 2, "=") : 1;
    for (const Option *option = table; option < table + OPTION_COUNT; option++) {
        bool found = word[1] == '-' ? strlen(option->name) == length &&
                                          strncmp(word + 2, option->name, length) == 0
                                    : option->letter == word[1];
        if (!found)
            continue;
        const char *rest = word[1] == '-' ? word + 2 + length : word + 2;
        *ret_value = *rest == '\0' ? NULL : word[1] == '-' ? rest + 1 : rest;
        return option;
    }
    return NULL;
}

/* The words yet to be read, and what was found wrong with those before. */
typedef struct Reader {
    const char *const *words;
    int count, next;
    Options *options;
    unsigned used; /* rows of the table, as bits */
    Diagnostics *diagnostics;
} Reader;

static const char program_name[] = "heapstep";

static void read_option(Reader *reader)
{
    const char *word = reader->words[reader->next++], *value = NULL;
    const Option *option = find_option(word, &value);
    if (!option) {
        diagnostics_add_file(reader->diagnostics, program_name,
                             "there is no option %s; --help names them all", word);
        return;
    }
    reader->used |= 1u << (option - table);
    if (!option->value && value) {
        diagnostics_add_file(reader->diagnostics, program_name,
                             "%s: the option --%s takes no value", word, option->name);
        return;
    }
    if (option->value && !value) {
        if (reader->next == reader->count) {
            diagnostics_add_file(reader->diagnostics, program_name,
                                 "the option %s needs a value: %s", word, option->help);
            return;
        }
        value = reader->words[reader->next++];
    }
    const char *allowed = option->read(reader->options, value ? value : "");
    if (allowed)
        diagnostics_add_file(reader->diagnostics, program_name,
                             "the option --%s: '%s' is not allowed, it takes %s", option->name,
                             value, allowed);
}

static void add_file(Reader *reader, const char *word)
{
    Options *options = reader->options;
    options->files = list_reserve(options->files, &options->file_capacity,
                                  options->file_count + 1, sizeof *options->files);
    options->files[options->file_count++] = word;
}

static void read_words(Reader *reader)
{
    bool only_files = false, first = true;
    while (reader->next < reader->count) {
        const char *word = reader->words[reader->next];
        if (!only_files && word[0] == '-' && word[1] != '\0') {
            only_files = strcmp(word, "--") == 0;
            if (only_files)
                reader->next++;
            else
                read_option(reader);
            continue;
        }
        reader->next++;
        if (only_files || !first || !find_command(word, &reader->options->command))
            add_file(reader, word);
        first = false;
    }
}

static void check_used(const Reader *reader)
{
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const char *command = commands[reader->options->command].word;
        if ((reader->used >> i & 1) && !(table[i].commands >> reader->options->command & 1))
            diagnostics_add_file(reader->diagnostics, program_name,
                                 "the option --%s has no meaning for %s", table[i].name,
                                 command);
    }
}

static void check_files(const Reader *reader)
{
    const Options *options = reader->options;
    const Command *command = &commands[options->command];
    if (options->file_count < command->files_least)
        diagnostics_add_file(reader->diagnostics, program_name,
                             "which file? usage: heapstep %s %s; --help says more",
                             command->word, command->operands);
    else if (options->file_count > command->files_most && options->command == COMMAND_SHOW)
        diagnostics_add_file(reader->diagnostics, program_name,
                             "'%s' is no command, and show takes one file, not '%s' too; the "
                             "commands are show, run, export, check and list",
                             options->files[0], options->files[1]);
    else if (options->file_count > command->files_most)
        diagnostics_add_file(reader->diagnostics, program_name, "%s takes %s, so what is '%s'?",
                             command->word, command->files_most ? "one file" : "no file",
                             options->files[command->files_most]);
    if (options->command == COMMAND_EXPORT && !options->output)
        diagnostics_add_file(reader->diagnostics, program_name,
                             "where to? export needs -o with a folder or a file");
}

static void check_scaled_size(const Reader *reader)
{
    const Options *options = reader->options;
    double scale = options->scale > 0 ? options->scale : 1;
    double width = (options->width ? options->width : 1920) * scale;
    double height = (options->height ? options->height : 1080) * scale;
    if (width < PICTURE_WIDTH_LEAST || height < PICTURE_HEIGHT_LEAST ||
        width > PICTURE_WIDTH_MOST || height > PICTURE_HEIGHT_MOST)
        diagnostics_add_file(
            reader->diagnostics, program_name,
            "--size times --scale is %.0fx%.0f pixels; it must lie between 320x180 "
            "and 7680x4320",
            width, height);
}

bool options_read(int count, const char *const *words, Options *ret_options,
                  Diagnostics *diagnostics)
{
    *ret_options = (Options){0};
    size_t before = diagnostics->count;
    Reader reader = {words, count, 0, ret_options, 0, diagnostics};
    read_words(&reader);
    if (ret_options->help || ret_options->version)
        return diagnostics->count == before;
    check_used(&reader);
    check_files(&reader);
    check_scaled_size(&reader);
    return diagnostics->count == before;
}

void options_done(Options *options)
{
    free(options->files);
    free(options->steps);
    *options = (Options){0};
}

bool options_has_step(const Options *options, uint32_t step, uint32_t last)
{
    for (size_t i = 0; i < options->step_count; i++) {
        uint32_t first = options->steps[i].first < last ? options->steps[i].first : last;
        if (step >= first && step <= options->steps[i].last)
            return true;
    }
    return options->step_count == 0;
}

static void append_option(const Option *option, Text *text)
{
    Text left = {0};
    if (option->letter)
        text_append_format(&left, "-%c, ", option->letter);
    text_append_format(&left, "--%s%s%s", option->name, option->value ? " " : "",
                       option->value ? option->value : "");
    text_append_format(text, "  %-22s %s\n", text_string(&left), option->help);
    text_done(&left);
}

void options_help(Text *ret_text)
{
    text_append_string(ret_text,
                       "heapstep shows what CPython does with memory, step by step.\n\n"
                       "Usage: heapstep [COMMAND] [OPTION...] FILE...\n\nCommands:\n");
    for (int i = 0; i < COMMAND_COUNT; i++) {
        Text left = {0};
        text_append_format(&left, "%s %s", commands[i].word, commands[i].operands);
        text_append_format(ret_text, "  %-22s %s\n", text_string(&left), commands[i].help);
        text_done(&left);
    }
    text_append_string(ret_text, "\nFILE is a Python program or a scenario (.py, .json); - is "
                                 "standard input.\n\nOptions:\n");
    for (size_t i = 0; i < OPTION_COUNT; i++)
        append_option(&table[i], ret_text);
    text_append_string(ret_text,
                       "\nrun exits as the program does, and with 2 where only heapstep "
                       "refuses. The others exit with 0 (fine),\n1 (an expectation or "
                       "the program failed) or 2 (wrong usage or input).\n");
}
