/* Arrows: which of those that the layout has routed exist at this moment, and how they look. */
#include <math.h>

#include "view/card.h"
#include "view/metrics.h"

static const double BEND = 14, HEAD = 12, TIP_GAP = 3, DOT_RADIUS = 5, DIM_OPACITY = 0.35,
                    DASH = 5;

/* From what is in the background to what stands out. */
typedef enum Weight {
    WEIGHT_QUIET, /* to classes and functions; or not in question */
    WEIGHT_PLAIN,
    WEIGHT_STRONG, /* new in this step, or pointed at */
    WEIGHT_COUNT,
} Weight;

typedef struct Flight {
    ObjectId holder, target;
    uint32_t row, index; /* index: in the layout */
    uint32_t ordinal;    /* among the holder's references to the same target */
    bool is_name, is_new;
} Flight;

static ObjectId target_before(const Drawing *drawing, ObjectId holder, uint32_t row)
{
    Row was;
    if (!state_alive(&drawing->before->state, holder) ||
        !sight_row(drawing->was, drawing->before, holder, row, &was))
        return 0;
    return was.reference.target;
}

/* While gc_refs hold, those that have been followed are out of the reckoning. */
static bool is_subtracted(const Slow *slow, const Flight *flight)
{
    return (slow->phase == PHASE_SUBTRACT || slow->phase == PHASE_SPLIT) &&
           slow_is_followed(slow, flight->holder, flight->target, flight->ordinal);
}

/* In a collection: the reference that is being followed, then those it has still to do with. */
static Weight weigh_slow(const Slow *slow, const Flight *flight)
{
    if (flight->is_new ||
        slow_is_current(slow, flight->holder, flight->target, flight->ordinal))
        return WEIGHT_STRONG;
    Role from = slow_role(slow, flight->holder), to = slow_role(slow, flight->target);
    bool leads_on = from == ROLE_NONE || from == ROLE_REACHABLE;
    bool counts = slow->phase == PHASE_SPLIT ? leads_on : !is_subtracted(slow, flight);
    return to != ROLE_NONE && counts ? WEIGHT_PLAIN : WEIGHT_QUIET;
}

static Weight weigh(const Drawing *drawing, const Flight *flight)
{
    if (drawing->has_hover)
        return light_on_arrow(drawing, flight->holder, flight->row, flight->target,
                              flight->is_name)
                   ? WEIGHT_STRONG
                   : WEIGHT_QUIET;
    if (drawing->slow)
        return weigh_slow(drawing->slow, flight);
    if (flight->is_new)
        return WEIGHT_STRONG;
    ObjectKind kind = (ObjectKind)state_object(&drawing->cursor->state, flight->target)->kind;
    return kind == KIND_TYPE || kind == KIND_FUNCTION ? WEIGHT_QUIET : WEIGHT_PLAIN;
}

/* The routed points with the tip at the card as it is now. */
static void place_tip(const Drawing *drawing, const Flight *flight, Point *points)
{
    const Arrow *arrow = &drawing->layout->arrows[flight->index];
    Point *tip = &points[arrow->point_count - 1];
    switch ((Entry)arrow->entry) {
    case ENTRY_LEFT:
        tip->x -= TIP_GAP;
        return;
    case ENTRY_TOP:
        tip->y -= TIP_GAP;
        return;
    case ENTRY_BOTTOM:
        tip->y = drawing->layout->places[arrow->to].box.y +
                 card_height(drawing, drawing->cursor, flight->target) + TIP_GAP;
        return;
    }
}

static void draw_flight(const Drawing *drawing, const Flight *flight, Weight weight)
{
    if (weigh(drawing, flight) != weight)
        return;
    static const double widths[WEIGHT_COUNT] = {1.8, 2.2, 3};
    const Theme *theme = drawing->brush.theme;
    bool is_now = flight->is_new || (drawing->slow && weight == WEIGHT_STRONG);
    Colour colour = weight == WEIGHT_QUIET ? theme->arrow_dim
                    : is_now               ? theme->now
                                           : theme->arrow;
    const Arrow *arrow = &drawing->layout->arrows[flight->index];
    Point *points = region_allocate(drawing->brush.region, arrow->point_count * sizeof(Point));
    for (uint32_t i = 0; i < arrow->point_count; i++)
        points[i] = arrow->points[i];
    place_tip(drawing, flight, points);
    Brush brush = drawing->brush;
    if (drawing->has_hover && weight == WEIGHT_QUIET)
        brush.opacity *= DIM_OPACITY;
    ItemId id = {PICK_ARROW, flight->holder, flight->row};
    Item *item =
        brush_path(&brush, id, points, arrow->point_count, BEND, colour, widths[weight]);
    item->head = true;
    item->head_size = HEAD * brush.zoom;
    if (drawing->slow && weight == WEIGHT_QUIET && is_subtracted(drawing->slow, flight))
        item->dash = DASH * brush.zoom;
    brush_dot(&brush, id, points[0], DOT_RADIUS, colour);
}

/* --- all arrows of this moment --- */

static void visit(const Drawing *drawing, Flight flight, uint32_t from, Weight weight)
{
    if (from == NO_PLACE)
        return;
    uint32_t to = census_place(drawing->census, drawing->cursor, flight.target);
    flight.index = census_arrow(drawing->census, from, flight.row, to);
    if (flight.index == NO_PLACE)
        return;
    flight.is_new = flight.is_new && drawing->cursor->change != drawing->before->change;
    draw_flight(drawing, &flight, weight);
}

static void visit_frame(const Drawing *drawing, uint32_t depth, Weight weight)
{
    ObjectId frame = drawing->now->frames[depth];
    const Scope *scope = census_scope(drawing->census, drawing->cursor, frame, depth);
    Binding binding;
    for (uint32_t i = 0; scope && cursor_binding(drawing->cursor, frame, i, &binding); i++) {
        if (!binding.value || !drawing->now->seen[binding.value])
            continue;
        Flight flight = {.holder = frame, .target = binding.value, .is_name = true};
        flight.row = census_row(drawing->census, scope, &binding, i);
        flight.is_new = light_name_before(drawing, frame, binding.name) != binding.value;
        visit(drawing, flight, scope->place, weight);
    }
}

/* How many of the rows before `row` lead to the same target. */
static uint32_t ordinal_of(const Drawing *drawing, ObjectId id, uint32_t row, ObjectId target)
{
    uint32_t count = 0;
    Row other;
    for (uint32_t i = 0; i < row && sight_link(drawing->now, drawing->cursor, id, i, &other);
         i++)
        count += other.reference.target == target;
    return count;
}

static void visit_object(const Drawing *drawing, ObjectId id, Weight weight)
{
    uint32_t from = census_place(drawing->census, drawing->cursor, id);
    Row row;
    for (uint32_t i = 0; sight_row(drawing->now, drawing->cursor, id, i, &row); i++) {
        if (!row.is_linked)
            continue;
        Flight flight = {.holder = id, .target = row.reference.target, .row = i};
        flight.is_new = target_before(drawing, id, i) != flight.target;
        if (drawing->slow)
            flight.ordinal = ordinal_of(drawing, id, i, flight.target);
        visit(drawing, flight, from, weight);
    }
}

void arrows_draw(const Drawing *drawing)
{
    for (int weight = 0; weight < WEIGHT_COUNT; weight++) {
        for (uint32_t i = 0; i < drawing->now->frame_count; i++)
            visit_frame(drawing, i, (Weight)weight);
        for (size_t i = 0; i < drawing->now->count; i++)
            visit_object(drawing, drawing->now->objects[i], (Weight)weight);
    }
}
