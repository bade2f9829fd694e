#include "view/card.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "view/metrics.h"
#include "view/typeset.h"

static const double PADDING = 14, SIZE_INSET = 24, CARD_LEAST = 190, PLAIN_LEAST = 144,
                    CARD_MOST = 340, PILL_HEIGHT = 24, PILL_RISE = 3, DOT_ROOM = 40,
                    VALUE_ROOM = 90;
/* What is not in question, and what is going. */
static const double DIM_OPACITY = 0.35, DEAD_OPACITY = 0.45, ASIDE_OPACITY = 0.5;
enum { VALUE_LIMIT = 24, INLINE_LIMIT = 14 };

/* --- words --- */

static void heading_text(const Cursor *cursor, ObjectId id, Text *text)
{
    if (sight_is_plain(state_object(&cursor->state, id)))
        cursor_value(cursor, id, VALUE_LIMIT, text);
    else
        cursor_title(cursor, id, text);
}

static void size_text(const Cursor *cursor, ObjectId id, Text *text)
{
    typeset_figure(text, cursor_size(cursor, id));
    text_append_string(text, " B");
}

static void number_text(const Cursor *cursor, ObjectId id, Text *text)
{
    uint32_t number = trace_number(cursor->trace, id);
    if (number)
        text_append_format(text, "#%u", number);
}

static void fold_text(uint32_t hidden, Text *text)
{
    text_append_string(text, "… ");
    typeset_figure(text, hidden);
    text_append_string(text, " more");
}

/* --- how wide --- */

size_t card_heading_length(const Cursor *cursor, ObjectId id)
{
    Text text = {0};
    heading_text(cursor, id, &text);
    number_text(cursor, id, &text);
    size_text(cursor, id, &text);
    size_t length = text.length;
    text_done(&text);
    return length;
}

static double heading_width(const Cursor *cursor, Measure measure, ObjectId id)
{
    const Density *density = layout_density(0);
    Text title = {0}, number = {0}, size = {0};
    heading_text(cursor, id, &title);
    number_text(cursor, id, &number);
    size_text(cursor, id, &size);
    double width = typeset_width(measure, text_slice(&title), FONT_SANS_BOLD, density->title) +
                   typeset_width(measure, text_slice(&number), FONT_MONO, density->note) +
                   typeset_width(measure, text_slice(&size), FONT_SANS, density->note);
    text_done(&title);
    text_done(&number);
    text_done(&size);
    return PADDING + width + 2 * SPACE_3 + SIZE_INSET;
}

static double rows_width(const Sight *sight, const Cursor *cursor, Measure measure, ObjectId id)
{
    double widest = 0;
    Row row;
    for (uint32_t i = 0; sight_row(sight, cursor, id, i, &row); i++)
        widest = fmax(widest, typeset_width(measure, slice_of(row.reference.label), FONT_MONO,
                                            layout_density(0)->label));
    return widest > 0
               ? PADDING + widest + DOT_ROOM + (sight->options.inline_small ? VALUE_ROOM : 0)
               : 0;
}

double card_width(const Sight *sight, const Cursor *cursor, Measure measure, ObjectId id)
{
    double width =
        fmax(heading_width(cursor, measure, id), rows_width(sight, cursor, measure, id));
    bool plain = sight_is_plain(state_object(&cursor->state, id));
    return ceil(fmin(fmax(width, plain ? PLAIN_LEAST : CARD_LEAST), CARD_MOST));
}

double card_height(const Drawing *drawing, const Cursor *cursor, ObjectId id)
{
    return layout_card_height(&drawing->layout->density, AREA_LANE,
                              sight_row_count(drawing->now, cursor, id));
}

/* --- drawing --- */

/* One card under way. */
typedef struct Card {
    const Drawing *drawing;
    const Cursor *cursor; /* the moment it is drawn as of */
    const Sight *sight;
    ObjectId id;
    const Place *place;
    Box box;
    Light light;
    Role role;
    bool is_dead;
    Brush brush;
} Card;

static ItemId part(const Card *card, uint32_t number)
{
    return (ItemId){PICK_OBJECT, card->id, number};
}

/* Does the collection do something to it at this moment? */
static bool is_handled(const Card *card)
{
    const Drawing *drawing = card->drawing;
    if (card->role == ROLE_NONE || drawing->slow->phase == PHASE_COPY ||
        drawing->cursor->change == drawing->before->change)
        return false;
    const Change *last = trace_change(drawing->cursor->trace, drawing->cursor->change - 1);
    bool refs = last->kind == CHANGE_FIELD && last->field == FIELD_GC_REFS;
    return last->target == card->id && (refs || last->kind == CHANGE_LINK);
}

static void draw_ground(const Card *card)
{
    const Theme *theme = card->brush.theme;
    bool apart = card->role == ROLE_APART || card->role == ROLE_UNREACHABLE;
    bool dashed = apart || card->light.is_garbage;
    Colour fill = card->light.is_new ? theme->gain_fill : theme->card;
    Colour stroke = theme->card_border;
    double width = LINE_BORDER;
    if (dashed) {
        stroke = theme->garbage;
        width = LINE_STRONG;
    }
    if (card->light.is_new) {
        stroke = theme->gain;
        width = LINE_STRONG;
    }
    if (card->light.is_changed || is_handled(card)) {
        stroke = theme->now;
        width = LINE_STRONG + 1;
    }
    Item *item =
        brush_frame(&card->brush, part(card, 0), card->box, RADIUS_CARD, fill, stroke, width);
    if (card->light.is_garbage) {
        item->hatch = theme->garbage_hatch;
        item->hatch_gap = SPACE_3 * card->brush.zoom;
    }
    if (dashed)
        item->dash = 7 * card->brush.zoom;
}

static void draw_heading(const Card *card)
{
    const Theme *theme = card->brush.theme;
    const Density *density = &card->drawing->layout->density;
    Text title = {0}, number = {0}, size = {0};
    heading_text(card->cursor, card->id, &title);
    number_text(card->cursor, card->id, &number);
    size_text(card->cursor, card->id, &size);
    double baseline = card->box.y + density->head / 2 + SIZE_MIDDLE * density->title;
    double right = card->box.x + card->box.width - SIZE_INSET, left = card->box.x + PADDING;
    double size_width = brush_text(
        &card->brush, part(card, 1), (Point){right, baseline}, text_slice(&size),
        (TextStyle){FONT_SANS, density->note, theme->text_dim, ANCHOR_END, card->is_dead}, 0);
    double number_width =
        brush_width(&card->brush, text_slice(&number), FONT_MONO, density->note);
    double most = right - size_width - left - number_width - 2 * SPACE_2;
    double width = brush_text(
        &card->brush, part(card, 2), (Point){left, baseline}, text_slice(&title),
        (TextStyle){FONT_SANS_BOLD, density->title, theme->text, ANCHOR_START, card->is_dead},
        most);
    brush_text(&card->brush, part(card, 3), (Point){left + width + SPACE_2, baseline},
               text_slice(&number),
               (TextStyle){FONT_MONO, density->note, theme->text_dim, ANCHOR_START, false}, 0);
    text_done(&title);
    text_done(&number);
    text_done(&size);
}

static bool is_index(const char *label)
{
    return label[0] >= '0' && label[0] <= '9';
}

/* A value that has no card of its own stands in the row. Returns the width that it takes. */
static double draw_inline_value(const Card *card, const Row *row, ItemId id, double baseline)
{
    const Density *density = &card->drawing->layout->density;
    ObjectId target = row->reference.target;
    if (row->is_linked || !target ||
        !sight_is_plain(state_object(&card->cursor->state, target)))
        return DOT_ROOM;
    Text value = {0};
    cursor_value(card->cursor, target, INLINE_LIMIT, &value);
    double width = brush_text(
        &card->brush, id, (Point){card->box.x + card->box.width - PADDING, baseline},
        text_slice(&value),
        (TextStyle){FONT_MONO, density->label, card->brush.theme->text, ANCHOR_END, false},
        card->box.width * 0.6);
    text_done(&value);
    return width + PADDING + SPACE_2;
}

static void draw_row(const Card *card, uint32_t index, const Row *row)
{
    const Theme *theme = card->brush.theme;
    const Density *density = &card->drawing->layout->density;
    ItemId id = {PICK_SLOT, card->id, index};
    double top = card->box.y + density->head + index * density->row;
    double baseline = round(top + density->row / 2 + SIZE_MIDDLE * density->label);
    double left = card->box.x + PADDING, inner = LINE_BORDER / 2;
    brush_rect(&card->brush, id,
               (Box){card->box.x + inner, top, card->box.width - 2 * inner, LINE_HAIR}, 0,
               theme->card_border);
    if (row->hidden) {
        Text text = {0};
        fold_text(row->hidden, &text);
        brush_text(&card->brush, id, (Point){left, baseline}, text_slice(&text),
                   (TextStyle){FONT_SANS, density->label, theme->text_dim, ANCHOR_START, false},
                   0);
        text_done(&text);
        return;
    }
    double taken = draw_inline_value(card, row, (ItemId){PICK_SLOT, card->id, index}, baseline);
    Colour fill = is_index(row->reference.label) ? theme->text_dim : theme->text;
    Text label = {0};
    text_append_string(&label, row->reference.label);
    if (!label.length && row->is_linked) /* a set's members have no labels */
        cursor_value(card->cursor, row->reference.target, INLINE_LIMIT, &label);
    brush_text(&card->brush, id, (Point){left, baseline}, text_slice(&label),
               (TextStyle){FONT_MONO, density->label, fill, ANCHOR_START, false},
               card->box.width - PADDING - taken);
    text_done(&label);
}

static void draw_rows(const Card *card)
{
    Row row;
    for (uint32_t i = 0; sight_row(card->sight, card->cursor, card->id, i, &row); i++)
        draw_row(card, i, &row);
}

/* --- what hangs over the edges --- */

/* Returns its left end. */
static double draw_badge(const Card *card)
{
    const Theme *theme = card->brush.theme;
    double radius = card->drawing->layout->density.badge, size = radius + 1;
    Text count = {0};
    if (card->light.is_immortal)
        text_append_string(&count, "∞");
    else
        typeset_figure(&count, state_refcount(&card->cursor->state, card->id));
    double width = brush_width(&card->brush, text_slice(&count), FONT_SANS_BOLD, size);
    double half = fmax(radius, width / 2 + SPACE_2);
    double right = card->box.x + card->box.width + radius;
    ItemId id = {PICK_BADGE, card->id, 0};
    brush_rect(&card->brush, id,
               (Box){right - 2 * half, card->box.y - radius, 2 * half, 2 * radius}, radius,
               theme->badge);
    brush_text(&card->brush, id, (Point){right - half, card->box.y + SIZE_MIDDLE * size},
               text_slice(&count),
               (TextStyle){FONT_SANS_BOLD, size, theme->badge_text, ANCHOR_MIDDLE, false}, 0);
    text_done(&count);
    return right - 2 * half;
}

static void draw_pill(const Card *card, double right)
{
    int32_t change = card->light.count_change;
    if (!change)
        return;
    const Theme *theme = card->brush.theme;
    Colour colour = change < 0 ? theme->loss : theme->gain;
    Text text = {0};
    text_append_string(&text, change < 0 ? "−" : "+");
    typeset_figure(&text, (uint64_t)llabs(change));
    double width = brush_width(&card->brush, text_slice(&text), FONT_SANS_BOLD, SIZE_LABEL);
    Box box = {right - SPACE_1 - width - SPACE_4, card->box.y - PILL_RISE - PILL_HEIGHT / 2,
               width + SPACE_4, PILL_HEIGHT};
    ItemId id = {PICK_BADGE, card->id, 1};
    brush_frame(&card->brush, id, box, PILL_HEIGHT / 2, theme->card, colour, LINE_STRONG);
    brush_text(
        &card->brush, id,
        (Point){box.x + box.width / 2, card->box.y - PILL_RISE + SIZE_MIDDLE * SIZE_LABEL},
        text_slice(&text),
        (TextStyle){FONT_SANS_BOLD, SIZE_LABEL, colour, ANCHOR_MIDDLE, false}, 0);
    text_done(&text);
}

/* gc_refs, on the left end of the upper edge. */
static void draw_refs(const Card *card)
{
    static const double INSET = 8, OVERLAP = 3;
    uint32_t refs;
    if (card->role == ROLE_NONE || !slow_refs(card->drawing->slow, card->id, &refs))
        return;
    const Theme *theme = card->brush.theme;
    Colour colour = is_handled(card) ? theme->now : theme->figure;
    Text text = {0};
    text_append_format(&text, "gc_refs %u", refs);
    double width = brush_width(&card->brush, text_slice(&text), FONT_MONO_BOLD, SIZE_LABEL);
    Box box = {card->box.x - INSET, card->box.y - PILL_HEIGHT + OVERLAP, width + SPACE_4,
               PILL_HEIGHT};
    ItemId id = {PICK_BADGE, card->id, 2};
    brush_frame(&card->brush, id, box, PILL_HEIGHT / 2, theme->card, colour, LINE_STRONG);
    brush_text(
        &card->brush, id,
        (Point){box.x + box.width / 2, box.y + PILL_HEIGHT / 2 + SIZE_MIDDLE * SIZE_LABEL},
        text_slice(&text),
        (TextStyle){FONT_MONO_BOLD, SIZE_LABEL, colour, ANCHOR_MIDDLE, false}, 0);
    text_done(&text);
}

/* A word on the right end of the lower edge, where no arrow arrives. */
static void draw_word(const Card *card, const char *word, Colour colour)
{
    static const double HEIGHT = 22, BESIDE_DOT = 30;
    double width = brush_width(&card->brush, slice_of(word), FONT_SANS_BOLD, SIZE_SMALLEST);
    double middle = card->box.y + card->box.height;
    Box box = {card->box.x + card->box.width - width - SPACE_4 - BESIDE_DOT,
               middle - HEIGHT / 2, width + SPACE_4, HEIGHT};
    brush_frame(&card->brush, part(card, 4), box, HEIGHT / 2, card->brush.theme->card, colour,
                LINE_BORDER);
    brush_text(&card->brush, part(card, 5),
               (Point){box.x + SPACE_2, middle + SIZE_MIDDLE * SIZE_SMALLEST}, slice_of(word),
               (TextStyle){FONT_SANS_BOLD, SIZE_SMALLEST, colour, ANCHOR_START, false}, 0);
}

/* What is known of it, in a word. */
static void draw_state(const Card *card)
{
    const Theme *theme = card->brush.theme;
    switch (card->role) {
    case ROLE_APART:
        draw_word(card, "set apart", theme->garbage);
        return;
    case ROLE_UNREACHABLE:
        draw_word(card, "unreachable", theme->garbage);
        return;
    case ROLE_REACHABLE:
        draw_word(card, "reachable", theme->gain);
        return;
    case ROLE_NONE:
    case ROLE_EXAMINED:
        if (card->light.is_garbage)
            draw_word(card, "garbage", theme->garbage);
        else if (card->light.is_new)
            draw_word(card, "new", theme->gain);
        return;
    }
}

void card_draw(const Drawing *drawing, ObjectId id, uint32_t place, bool is_dead)
{
    Card card = {.drawing = drawing,
                 .cursor = is_dead ? drawing->before : drawing->cursor,
                 .sight = is_dead ? drawing->was : drawing->now,
                 .id = id,
                 .place = &drawing->layout->places[place],
                 .is_dead = is_dead,
                 .brush = drawing->brush};
    card.box = card.place->box;
    card.box.height = card_height(drawing, card.cursor, id);
    if (!is_dead)
        card.light = light_of(drawing, id);
    if (!is_dead && drawing->slow)
        card.role = slow_role(drawing->slow, id);
    if (is_dead)
        card.brush.opacity *= DEAD_OPACITY;
    else if (drawing->has_hover && !drawing->lit[id])
        card.brush.opacity *= DIM_OPACITY;
    else if (drawing->slow && card.role == ROLE_NONE)
        card.brush.opacity *= ASIDE_OPACITY;
    draw_ground(&card);
    draw_heading(&card);
    draw_rows(&card);
    if (is_dead)
        return;
    draw_pill(&card, draw_badge(&card));
    draw_refs(&card);
    draw_state(&card);
}
