#include "view/code_view.h"

#include <math.h>

#include "lang/dump.h"
#include "view/caption_words.h"
#include "view/metrics.h"
#include "view/stack_depth.h"
#include "view/typeset.h"

static const double CODE_SHARE = 0.46, STACK_SHARE = 0.27;
static const double HEAD = 44, ROW = 28, ROW_LEAST = 21, MARK_WIDTH = 11, MARK_HEIGHT = 12;
static const double LINE_COLUMN = 64, INDEX_COLUMN = 112, NAME_COLUMN = 128, ARGUMENT_AT = 0.62;
static const double BADGE = 13, ENTRY_GAP = 6;
enum { LIST_MOST = 64, VALUE_LIMIT = 24 };

/* The frame that is looked at. */
typedef struct Running {
    const Sheet *sheet;
    const Cursor *cursor;
    ObjectId frame;
    const Object *object;
    const Code *code;
    const Program *program;
    uint32_t next; /* the instruction to come; UINT32_MAX: another frame's, or none */
} Running;

/* --- what runs --- */

static bool find_running(const Sheet *sheet, Running *ret_running)
{
    const Cursor *cursor = sheet->moment->cursor;
    ObjectId frame = cursor->state.registers[REGISTER_FRAME];
    while (frame && trace_is_library(cursor->trace, cursor_code(cursor, frame)))
        frame = state_object(&cursor->state, frame)->b;
    const Code *code = frame ? cursor_code(cursor, frame) : NULL;
    const Program *program = trace_program(cursor->trace, code);
    if (!program)
        return false;
    *ret_running = (Running){sheet, cursor,  frame,     state_object(&cursor->state, frame),
                             code,  program, UINT32_MAX};
    if (cursor->change >= cursor->trace->end)
        return true;
    const Change *change = trace_change(cursor->trace, cursor->change);
    if (change->kind == CHANGE_INSTRUCTION && change->target == frame)
        ret_running->next = change->after;
    return true;
}

/* The instruction under way or just over; UINT32_MAX: none has run yet. */
static uint32_t current_instruction(const Running *running)
{
    return running->object->a < running->code->instruction_count ? running->object->a
                                                                 : UINT32_MAX;
}

/* --- parts that the columns share --- */

static Slice kept(const Running *running, Text *text)
{
    Slice slice = region_slice(&running->sheet->scene->region, text_slice(text));
    text_done(text);
    return slice;
}

static void draw_cut(const Running *running, double x, double baseline, Slice text,
                     FontFace font, double size, Colour fill, double width)
{
    const Sheet *sheet = running->sheet;
    Region *region = &sheet->scene->region;
    text = typeset_cut(region, sheet->measure, typeset_clean(region, text), font, size, width);
    panel_text(sheet, x, baseline, text, font, size, fill);
}

/* A panel with a heading, and a small remark at its right. */
static void draw_frame(const Running *running, Box box, uint32_t part, Slice heading,
                       const char *remark)
{
    const Sheet *sheet = running->sheet;
    ItemId id = {PICK_PANEL, 10 + part, PANEL_COUNT};
    Item *item = scene_rect(sheet->scene, id, box, RADIUS_PANEL, sheet->theme->panel);
    item->stroke = sheet->theme->panel_border;
    item->stroke_width = LINE_BORDER;
    double baseline = box.y + HEAD / 2 + SPACE_2, room = box.width - 2 * PANEL_PADDING;
    item = panel_text(sheet, box.x + box.width - PANEL_PADDING, baseline, slice_of(remark),
                      FONT_SANS, SIZE_LABEL, sheet->theme->text_dim);
    item->anchor = ANCHOR_END;
    draw_cut(running, box.x + PANEL_PADDING, baseline, heading, FONT_SANS_BOLD, SIZE_BODY,
             sheet->theme->text, room - item->box.width - SPACE_3);
}

static Slice value_of(const Running *running, ObjectId id)
{
    Text text = {0};
    if (id && state_object(&running->cursor->state, id)->kind == KIND_BUILTIN) {
        text_append_string(&text, "built-in ");
        cursor_name(running->cursor, id, &text);
    } else if (id)
        words_object(&text, running->cursor, id);
    else
        text_append_string(&text, "NULL");
    return kept(running, &text);
}

/* The count of an object in a small badge; returns its left end. */
static double draw_count(const Running *running, ObjectId id, double right, double y)
{
    const Sheet *sheet = running->sheet;
    const State *state = &running->cursor->state;
    Text text = {0};
    if (state_object(state, id)->flags & OBJECT_IMMORTAL)
        text_append_string(&text, "∞");
    else
        typeset_figure(&text, state_refcount(state, id));
    Slice count = kept(running, &text);
    double width = typeset_width(sheet->measure, count, FONT_SANS_BOLD, SIZE_SMALLEST);
    double half = fmax(BADGE, width / 2 + SPACE_2);
    Box box = {right - 2 * half, y - BADGE, 2 * half, 2 * BADGE};
    scene_rect(sheet->scene, (ItemId){0}, box, BADGE, sheet->theme->badge);
    Item *item = panel_text(sheet, right - half, y + SIZE_MIDDLE * SIZE_SMALLEST, count,
                            FONT_SANS_BOLD, SIZE_SMALLEST, sheet->theme->badge_text);
    item->anchor = ANCHOR_MIDDLE;
    return box.x;
}

/* A label, a value and its count on one line. */
typedef struct Entry {
    Slice label;
    ObjectId value;
    Slice text;           /* instead of what the value is called; empty: that */
    bool is_new, is_used; /* in this stretch; by the instruction just run */
    bool is_bare;         /* there is no value, only a label */
} Entry;

static void draw_entry(const Running *running, const Entry *entry, Box box, double label_width)
{
    const Sheet *sheet = running->sheet;
    const Theme *theme = sheet->theme;
    Colour fill = entry->is_new    ? theme->gain_fill
                  : entry->is_used ? theme->now_fill
                                   : theme->card;
    Item *item = scene_rect(sheet->scene, (ItemId){0}, box, RADIUS_SMALL, fill);
    item->stroke = entry->is_new    ? theme->gain
                   : entry->is_used ? theme->now
                                    : theme->card_border;
    item->stroke_width = entry->is_new || entry->is_used ? LINE_STRONG : LINE_HAIR;
    double middle = box.y + box.height / 2, baseline = middle + SIZE_MIDDLE * SIZE_NOTE;
    double left = box.x + SPACE_3, right = box.x + box.width - SPACE_2;
    draw_cut(running, left, baseline, entry->label, FONT_MONO, SIZE_NOTE, theme->text_dim,
             entry->is_bare ? right - left : label_width - SPACE_2);
    if (entry->is_bare)
        return;
    double end = entry->value ? draw_count(running, entry->value, right, middle) : right;
    bool is_code = entry->text.length > 0;
    draw_cut(running, left + label_width, baseline,
             is_code ? entry->text : value_of(running, entry->value),
             is_code ? FONT_MONO : FONT_SANS, SIZE_NOTE, theme->text,
             end - left - label_width - SPACE_2);
}

/* Entries from top to bottom as far as there is room; what is left out is counted. */
static void draw_entries(const Running *running, Box box, const Entry *entries, uint32_t count,
                         const char *nothing)
{
    const Sheet *sheet = running->sheet;
    double top = box.y + HEAD, left = box.x + SPACE_3, width = box.width - 2 * SPACE_3;
    double pitch = ROW + SPACE_1 + ENTRY_GAP, labels = 0;
    uint32_t room = (uint32_t)fmax((box.height - HEAD - SPACE_2) / pitch, 1);
    uint32_t shown = count > room ? room - 1 : count;
    for (uint32_t i = 0; i < count; i++)
        labels =
            fmax(labels, typeset_width(sheet->measure, entries[i].label, FONT_MONO, SIZE_NOTE) +
                             SPACE_4);
    for (uint32_t i = 0; i < shown; i++, top += pitch)
        draw_entry(running, &entries[i], (Box){left, top, width, ROW + SPACE_1},
                   fmin(labels, width / 2));
    Text text = {0};
    if (count > shown)
        text_append_format(&text, "… %u more", count - shown);
    else if (!count)
        text_append_string(&text, nothing);
    draw_cut(running, left + SPACE_3, top + ROW / 2 + SPACE_2, kept(running, &text), FONT_SANS,
             SIZE_NOTE, sheet->theme->text_dim, width);
}

/* --- instructions --- */

static void draw_mark(const Running *running, double x, double middle, bool filled)
{
    const Sheet *sheet = running->sheet;
    Point points[] = {{x, middle - MARK_HEIGHT / 2},
                      {x + MARK_WIDTH, middle},
                      {x, middle + MARK_HEIGHT / 2},
                      {x, middle - MARK_HEIGHT / 2}};
    if (filled)
        scene_area(sheet->scene, (ItemId){0}, points, 3, sheet->theme->now);
    else
        scene_path(sheet->scene, (ItemId){0}, points, 4, 0, sheet->theme->now, LINE_STRONG);
}

static void draw_instruction(const Running *running, uint32_t index, Box row)
{
    const Theme *theme = running->sheet->theme;
    const Code *code = running->code;
    const Instruction *instruction = &code->instructions[index];
    double middle = row.y + row.height / 2, size = fmin(SIZE_BODY, row.height * 0.66);
    double baseline = middle + SIZE_MIDDLE * size;
    bool is_current = index == current_instruction(running);
    if (is_current)
        scene_rect(running->sheet->scene, (ItemId){0}, row, RADIUS_SMALL, theme->now_fill);
    if (is_current || index == running->next)
        draw_mark(running, row.x + SPACE_2, middle, is_current);
    Text text = {0};
    if (instruction->starts_statement)
        text_append_format(&text, "%u", code->locations[index].line);
    Item *item = panel_text(running->sheet, row.x + LINE_COLUMN, baseline, kept(running, &text),
                            FONT_MONO, size, theme->figure);
    item->anchor = ANCHOR_END;
    text = (Text){0};
    text_append_format(&text, "%u", index);
    item = panel_text(running->sheet, row.x + INDEX_COLUMN, baseline, kept(running, &text),
                      FONT_MONO, size, theme->text_dim);
    item->anchor = ANCHOR_END;
    double argument = row.x + row.width * ARGUMENT_AT;
    draw_cut(running, row.x + NAME_COLUMN, baseline,
             slice_of(opcode_name((Opcode)instruction->op)),
             is_current ? FONT_MONO_BOLD : FONT_MONO, size, theme->text,
             argument - row.x - NAME_COLUMN - SPACE_1);
    text = (Text){0};
    if (code_has_argument(instruction))
        code_dump_argument(running->program, code, instruction, &text);
    draw_cut(running, argument, baseline, kept(running, &text), FONT_MONO, size,
             theme->text_dim, row.x + row.width - argument - SPACE_2);
}

/* The window onto the instructions: as it is wherever the code runs within the same page. */
static uint32_t first_shown(const Running *running, uint32_t room)
{
    uint32_t at = current_instruction(running), count = running->code->instruction_count;
    if (running->next != UINT32_MAX)
        at = running->next;
    if (at == UINT32_MAX || count <= room)
        return 0;
    uint32_t page = room * 3 / 4, first = at / page * page;
    return first + room > count ? count - room : first;
}

static void draw_instructions(const Running *running, Box box)
{
    Text text = {0};
    text_append_string(&text, "instructions of ");
    words_frame(&text, running->cursor, running->frame);
    draw_frame(running, box, 0, kept(running, &text), "heapstep's own instruction set");
    uint32_t count = running->code->instruction_count;
    double height = box.height - HEAD - SPACE_3;
    double pitch = fmin(ROW, fmax(ROW_LEAST, height / fmax(count, 1)));
    uint32_t room = (uint32_t)(height / pitch);
    uint32_t first = first_shown(running, room);
    for (uint32_t i = 0; i < room && first + i < count; i++)
        draw_instruction(
            running, first + i,
            (Box){box.x + SPACE_2, box.y + HEAD + i * pitch, box.width - 2 * SPACE_2, pitch});
}

/* --- what they work on --- */

static void draw_stack(const Running *running, Box box)
{
    Entry entries[LIST_MOST];
    uint32_t base = stack_base(running->cursor, running->frame);
    uint32_t depth = stack_depth(running->cursor, running->frame), count = 0;
    uint32_t old =
        stack_untouched(running->cursor, running->frame, running->sheet->moment->since);
    for (uint32_t i = depth; i-- > 0 && count < LIST_MOST;)
        entries[count++] = (Entry){.label = slice_of(i + 1 == depth ? "top" : ""),
                                   .value = running->object->slots[base + i],
                                   .is_new = i >= old};
    draw_frame(running, box, 1, slice_of("evaluation stack"), "");
    draw_entries(running, box, entries, count, "empty");
}

/* What the instruction just run names: its argument, where it is of that kind. */
static uint32_t used_argument(const Running *running, bool (*is_kind)(Opcode op))
{
    uint32_t index = current_instruction(running);
    if (index == UINT32_MAX)
        return UINT32_MAX;
    const Instruction *instruction = &running->code->instructions[index];
    return is_kind((Opcode)instruction->op) ? instruction->arg : UINT32_MAX;
}

static void draw_locals(const Running *running, Box box)
{
    Entry entries[LIST_MOST];
    uint32_t count = 0, used = used_argument(running, code_names_local);
    Binding binding;
    for (uint32_t i = 0;
         count < LIST_MOST && cursor_binding(running->cursor, running->frame, i, &binding); i++)
        entries[count++] =
            (Entry){.label = binding.name, .value = binding.value, .is_used = i == used};
    draw_frame(running, box, 2, slice_of("fast locals"), "");
    draw_entries(running, box, entries, count, "none");
}

static void draw_consts(const Running *running, Box box)
{
    Entry entries[LIST_MOST];
    uint32_t count = 0, used = used_argument(running, code_names_const);
    for (uint32_t i = 0; i < running->code->const_count && count < LIST_MOST; i++) {
        Text label = {0}, value = {0};
        text_append_format(&label, "%u", i);
        code_dump_const(running->program, running->code->consts[i], &value);
        entries[count++] = (Entry){.label = kept(running, &label),
                                   .text = kept(running, &value),
                                   .value = cursor_constant(running->cursor, running->frame, i),
                                   .is_used = i == used};
    }
    draw_frame(running, box, 3, slice_of("co_consts"), "");
    draw_entries(running, box, entries, count, "none");
}

static void draw_names(const Running *running, Box box)
{
    Entry entries[LIST_MOST];
    uint32_t count = 0, used = used_argument(running, code_names_global);
    for (uint32_t i = 0; i < running->code->name_count && count < LIST_MOST; i++)
        entries[count++] =
            (Entry){.label = trace_const_text(running->cursor->trace, running->code,
                                              running->code->names[i]),
                    .is_used = i == used,
                    .is_bare = true};
    draw_frame(running, box, 4, slice_of("co_names"), "");
    draw_entries(running, box, entries, count, "none");
}

/* --- the whole --- */

static void draw_parts(const Running *running, Box box)
{
    double code = round(box.width * CODE_SHARE), stack = round(box.width * STACK_SHARE);
    Box left = {box.x, box.y, code, box.height};
    Box middle = {left.x + code + PANEL_GAP, box.y, stack, box.height};
    Box right = {middle.x + stack + PANEL_GAP, box.y, 0, box.height};
    right.width = box.x + box.width - right.x;
    bool has_locals = running->code->flags & CODE_OPTIMIZED;
    Box upper = middle, lower = middle;
    if (has_locals) {
        upper.height = round((box.height - PANEL_GAP) / 2);
        lower.height = box.height - PANEL_GAP - upper.height;
        lower.y = upper.y + upper.height + PANEL_GAP;
        draw_locals(running, lower);
    }
    draw_stack(running, upper);
    draw_instructions(running, left);
    upper = lower = right;
    upper.height = round((box.height - PANEL_GAP) * 0.6);
    lower.height = box.height - PANEL_GAP - upper.height;
    lower.y = upper.y + upper.height + PANEL_GAP;
    draw_consts(running, upper);
    draw_names(running, lower);
}

void code_view_draw(const Sheet *sheet, Box box)
{
    Running running;
    if (find_running(sheet, &running)) {
        draw_parts(&running, box);
        return;
    }
    Running nothing = {.sheet = sheet};
    draw_frame(&nothing, box, 0, slice_of("the program is over: no code runs"), "");
}
