/* Python/_warnings.c, warn_explicit with the filters that the interpreter starts with. */
#include "run/errors/warning.h"

#include "run/errors/traceback.h"
#include "run/interpreter.h"

/* __warningregistry__ */
struct ShownWarning {
    const char *message;
    uint32_t line;
    const ShownWarning *before;
};

static bool was_shown(const Run *run, const char *message, uint32_t line)
{
    const ShownWarning *shown = run->warnings;
    while (shown && (shown->message != message || shown->line != line))
        shown = shown->before;
    return shown != NULL;
}

void warn_deprecated(Run *run, const char *message)
{
    const Activation *top = run->top;
    if (!top || top->globals != run->main_dict || run->stopped)
        return;
    uint32_t line = frame_line(run, top->frame, top->pc - 1);
    if (was_shown(run, message, line))
        return;
    ShownWarning *shown = region_allocate(&run->region, sizeof *shown);
    *shown = (ShownWarning){message, line, run->warnings};
    run->warnings = shown;
    ProgramWarning warning = {.message = slice_of(message), .line = line};
    Text text = {0};
    traceback_write_warning(run, "DeprecationWarning", &warning, &text);
    run_write(run, 2, text_slice(&text));
    text_done(&text);
}
