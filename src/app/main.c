/* The door of the program: words become options, options choose a command. */
#include <stdio.h>

#include "app/command.h"
#include "app/version.h"

static RunCommand *const commands[COMMAND_COUNT] = {
    [COMMAND_SHOW] = command_show,     [COMMAND_RUN] = command_run,
    [COMMAND_EXPORT] = command_export, [COMMAND_CHECK] = command_check,
    [COMMAND_LIST] = command_list,
};

void print_diagnostics(Diagnostics *diagnostics)
{
    Text text = {0};
    diagnostics_write(diagnostics, &text);
    fputs(text_string(&text), stderr);
    text_done(&text);
    diagnostics_done(diagnostics);
}

static void print_help(void)
{
    Text text = {0};
    options_help(&text);
    fputs(text_string(&text), stdout);
    text_done(&text);
}

static int run_command(const Options *options)
{
    Assets assets;
    Text error = {0};
    if (!assets_find(&assets, &error)) {
        fprintf(stderr, "heapstep: %s\n", text_string(&error));
        text_done(&error);
        return EXIT_REFUSED;
    }
    int status = commands[options->command](options, &assets);
    assets_done(&assets);
    return status;
}

/* What was printed must have arrived: a full disk is a failure. */
static int check_output(int status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    perror("heapstep: standard output");
    return status == EXIT_FINE ? EXIT_REFUSED : status;
}

int main(int argc, char **argv)
{
    Options options;
    Diagnostics diagnostics = {0};
    int status = EXIT_FINE;
    if (!options_read(argc - 1, (const char *const *)argv + 1, &options, &diagnostics)) {
        print_diagnostics(&diagnostics);
        status = EXIT_REFUSED;
    } else if (options.help) {
        print_help();
    } else if (options.version) {
        printf("heapstep %s\n", HEAPSTEP_VERSION);
    } else {
        status = run_command(&options);
    }
    options_done(&options);
    return check_output(status);
}
