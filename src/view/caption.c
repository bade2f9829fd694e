#include "view/caption.h"

#include <stdlib.h>

#include "base/memory.h"
#include "view/caption_change.h"
#include "view/caption_code.h"
#include "view/caption_facts.h"
#include "view/caption_flow.h"
#include "view/caption_slow.h"
#include "view/caption_step.h"

/* From this weight on a sentence can be the decisive one; from the second on even where it is
 * alone. */
enum { DECISIVE = 75, DECISIVE_ALONE = 84, DECISIVE_MOST = 2 };

void caption_done(Caption *caption)
{
    region_done(&caption->region);
    *caption = (Caption){0};
}

void caption_say(Caption *caption, uint8_t weight, Text *sentence)
{
    if (sentence->length && caption->count < CAPTION_LINE_LIMIT)
        caption->lines[caption->count++] = (CaptionLine){
            .text = region_slice(&caption->region, text_slice(sentence)), .weight = weight};
    text_clear(sentence);
}

/* The heaviest sentences are set bold. */
static void mark_decisive(Caption *caption)
{
    uint8_t most = 0;
    for (uint32_t i = 0; i < caption->count; i++)
        if (caption->lines[i].weight > most)
            most = caption->lines[i].weight;
    uint32_t marked = 0, least = caption->count > 1 ? DECISIVE : DECISIVE_ALONE;
    for (uint32_t i = 0; i < caption->count && most >= least; i++)
        if (caption->lines[i].weight == most && marked < DECISIVE_MOST) {
            caption->lines[i].strong = true;
            marked++;
        }
}

/* The step whose Changes end at this moment or after it. */
static const Step *step_of(const Moment *moment, bool *ret_whole)
{
    const Trace *trace = moment->cursor->trace;
    const Step *step = &trace->steps[moment->step];
    bool at_end = step->change == moment->cursor->change;
    if (!at_end && moment->step + 1 < trace->step_count)
        step++;
    uint32_t start = step > trace->steps ? step[-1].change : 0;
    *ret_whole = at_end && moment->since == start;
    return step;
}

static void write_heading(Caption *caption, const Trace *trace, const Step *step)
{
    const Source *source = trace_source(trace, step->code);
    if (step->line && source)
        caption->heading = flow_statement(source, step->line, step->end_line, &caption->region);
    else
        caption->heading = slice_of(step == trace->steps ? "start" : "");
}

static void write_stretch(Caption *caption, Cursor *back, const Moment *moment,
                          const Step *step, bool whole)
{
    Facts *facts = memory_allocate(sizeof *facts);
    facts_collect(facts, back, moment->cursor, moment->since);
    caption_step(caption, facts, step, whole);
    free(facts);
}

void caption_write(Caption *caption, Cursor *back, const Moment *moment)
{
    const Trace *trace = moment->cursor->trace;
    region_clear(&caption->region);
    *caption = (Caption){.region = caption->region};
    bool whole;
    const Step *step = step_of(moment, &whole);
    write_heading(caption, trace, step);
    cursor_seek(back, moment->since);
    if ((moment->view == VIEW_COLLECTOR && caption_slow(caption, back, moment)) ||
        (moment->view == VIEW_CODE && caption_code(caption, back, moment))) {
        mark_decisive(caption);
        return;
    }
    if (!whole && moment->cursor->change == moment->since + 1) {
        uint32_t start = step > trace->steps ? step[-1].change : 0;
        caption->aside =
            slice_of(region_format(&caption->region, "change %u of %u",
                                   moment->cursor->change - start, step->change - start));
        caption_change(caption, back, moment->cursor);
    } else {
        write_stretch(caption, back, moment, step, whole);
    }
    mark_decisive(caption);
}
