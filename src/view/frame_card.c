/* The cards of the stack: a frame, and a row for every name that it ever has. */
#include <math.h>

#include "view/caption_words.h"
#include "view/card.h"
#include "view/metrics.h"
#include "view/typeset.h"

static const double PADDING = 16, DOT_ROOM = 44, VALUE_ROOM = 110, FRAME_LEAST = 200,
                    FRAME_MOST = 340, DOT_RADIUS = 5, FADED = 0.4, DIM_OPACITY = 0.35;
enum { VALUE_LIMIT = 16 };

static Slice frame_title(const Cursor *cursor, ObjectId frame)
{
    const Code *code = cursor_code(cursor, frame);
    if (!code || words_is_module(code)) {
        const Source *source = trace_source(cursor->trace, code);
        bool is_main = !source || source == cursor->trace->source;
        return is_main ? slice_of("module") : trace_file(source);
    }
    return code->qualified_name.length ? code->qualified_name : code->name;
}

double frame_card_width(const Cursor *cursor, Measure measure, ObjectId frame)
{
    double width = typeset_width(measure, frame_title(cursor, frame), FONT_SANS_BOLD,
                                 layout_density(0)->title);
    return ceil(fmin(fmax(width + 2 * PADDING, FRAME_LEAST), FRAME_MOST));
}

double frame_name_width(Measure measure, Slice name, bool with_value)
{
    double width = typeset_width(measure, name, FONT_MONO, layout_density(0)->label);
    width += PADDING + DOT_ROOM + (with_value ? VALUE_ROOM : 0);
    return ceil(fmin(fmax(width, FRAME_LEAST), FRAME_MOST));
}

/* One frame under way. */
typedef struct FrameCard {
    const Drawing *drawing;
    const Cursor *cursor;
    const Sight *sight;
    ObjectId frame;
    const Scope *scope;
    uint32_t rows; /* down to the last one in use */
    Box box;
    Brush brush;
} FrameCard;

static ObjectId bound_before(const FrameCard *card, const NameRow *name)
{
    return light_name_before(card->drawing, card->frame, name->name);
}

static ObjectId bound_now(const FrameCard *card, const NameRow *name)
{
    Binding binding;
    for (uint32_t i = 0; cursor_binding(card->cursor, card->frame, i, &binding); i++)
        if (slice_equal(binding.name, name->name))
            return binding.value;
    return 0;
}

static double row_top(const FrameCard *card, uint32_t row)
{
    const Density *density = &card->drawing->layout->density;
    return card->box.y + density->head + row * density->frame_row;
}

static void draw_value(const FrameCard *card, ObjectId value, ItemId id, double baseline)
{
    const Density *density = &card->drawing->layout->density;
    bool plain = sight_is_plain(state_object(&card->cursor->state, value));
    uint32_t place = census_place(card->drawing->census, card->cursor, value);
    if (!plain || (card->sight->seen[value] && place != NO_PLACE))
        return;
    Text text = {0};
    cursor_value(card->cursor, value, VALUE_LIMIT, &text);
    brush_text(
        &card->brush, id, (Point){card->box.x + card->box.width - PADDING, baseline},
        text_slice(&text),
        (TextStyle){FONT_MONO, density->label, card->brush.theme->text, ANCHOR_END, false},
        card->box.width * 0.55);
    text_done(&text);
}

static void draw_name(const FrameCard *card, const NameRow *name, ObjectId value)
{
    const Theme *theme = card->brush.theme;
    const Density *density = &card->drawing->layout->density;
    ItemId id = {PICK_NAME, card->frame, name->row};
    bool released = !value;
    double baseline =
        round(row_top(card, name->row) + density->frame_row / 2 + SIZE_MIDDLE * density->label);
    brush_text(&card->brush, id, (Point){card->box.x + PADDING, baseline}, name->name,
               (TextStyle){FONT_MONO, density->label, released ? theme->text_dim : theme->text,
                           ANCHOR_START, released},
               card->box.width - PADDING - DOT_ROOM);
    if (!released) {
        draw_value(card, value, id, baseline);
        return;
    }
    Point dot =
        layout_dot(density, &card->drawing->layout->places[card->scope->place], name->row);
    Item *item = brush_dot(&card->brush, id, dot, DOT_RADIUS, 0);
    item->stroke = theme->text_dim;
    item->stroke_width = LINE_STRONG * card->brush.zoom;
}

/* A namespace's name that has been bound and released keeps its row, struck through. The calls
 * of a function share their rows, so there an unbound name leaves its row empty. */
static bool was_bound(const FrameCard *card, const NameRow *name)
{
    return !card->scope->code &&
           name->first <= census_moment(card->drawing->census, card->cursor);
}

static bool is_used(const FrameCard *card, const NameRow *name)
{
    return bound_now(card, name) || bound_before(card, name) || was_bound(card, name);
}

/* Rows down to the last one in use. */
static uint32_t rows_in_use(const FrameCard *card)
{
    const Census *census = card->drawing->census;
    uint32_t rows = 0;
    for (uint32_t i = card->scope->names; i != NO_NAME; i = census->names[i].next)
        if (is_used(card, &census->names[i]))
            rows = census->names[i].row + 1;
    return rows;
}

static void draw_rule(const FrameCard *card, uint32_t row)
{
    brush_rect(&card->brush, (ItemId){PICK_NAME, card->frame, row},
               (Box){card->box.x + 1, row_top(card, row), card->box.width - 2, LINE_HAIR}, 0,
               card->brush.theme->card_border);
}

/* Rows that are empty now run together: no line between them. */
static void draw_rows(const FrameCard *card)
{
    const Census *census = card->drawing->census;
    bool was_used = true;
    for (uint32_t i = card->scope->names; i != NO_NAME; i = census->names[i].next) {
        const NameRow *name = &census->names[i];
        bool used = is_used(card, name);
        if (used || (was_used && name->row + 1 < card->rows))
            draw_rule(card, name->row);
        if (used)
            draw_name(card, name, bound_now(card, name));
        was_used = used;
    }
}

static void draw_title(const FrameCard *card, bool is_running)
{
    const Theme *theme = card->brush.theme;
    const Density *density = &card->drawing->layout->density;
    ItemId id = {PICK_FRAME, card->frame, 1};
    double baseline = card->box.y + density->head / 2 + SIZE_MIDDLE * density->title;
    double room = card->box.width - 2 * PADDING;
    if (is_running && card->sight->folded) {
        Text text = {0};
        text_append_format(&text, "+%u above", card->sight->folded);
        room -= SPACE_2 + brush_text(&card->brush, (ItemId){PICK_FRAME, card->frame, 2},
                                     (Point){card->box.x + card->box.width - PADDING, baseline},
                                     text_slice(&text),
                                     (TextStyle){FONT_SANS, density->note, theme->text_dim,
                                                 ANCHOR_END, false},
                                     0);
        text_done(&text);
    }
    brush_text(&card->brush, id, (Point){card->box.x + PADDING, baseline},
               frame_title(card->cursor, card->frame),
               (TextStyle){FONT_SANS_BOLD, density->title,
                           is_running ? theme->text : theme->text_dim, ANCHOR_START, false},
               room);
}

static void draw(FrameCard *card, uint32_t depth)
{
    const Drawing *drawing = card->drawing;
    card->scope = census_scope(drawing->census, card->cursor, card->frame, depth);
    if (!card->scope)
        return;
    bool is_running = depth + 1 == card->sight->frame_count;
    card->box = drawing->layout->places[card->scope->place].box;
    card->rows = rows_in_use(card);
    card->box.height = layout_card_height(&drawing->layout->density, AREA_STACK, card->rows);
    const Theme *theme = card->brush.theme;
    brush_frame(&card->brush, (ItemId){PICK_FRAME, card->frame, 0}, card->box, RADIUS_PANEL,
                theme->card, is_running ? theme->text_dim : theme->card_border, LINE_BORDER);
    draw_title(card, is_running);
    draw_rows(card);
}

void frame_card_draw(const Drawing *drawing, uint32_t depth)
{
    bool gone = depth >= drawing->now->frame_count;
    FrameCard card = {.drawing = drawing,
                      .cursor = gone ? drawing->before : drawing->cursor,
                      .sight = gone ? drawing->was : drawing->now,
                      .brush = drawing->brush};
    if (depth >= card.sight->frame_count)
        return;
    card.frame = card.sight->frames[depth];
    if (gone)
        card.brush.opacity *= FADED;
    else if (drawing->has_hover && !drawing->lit[card.frame])
        card.brush.opacity *= DIM_OPACITY;
    draw(&card, depth);
}
