#include "view/heap_view.h"

#include <math.h>

#include "trace/anatomy.h"
#include "view/caption_words.h"
#include "view/metrics.h"
#include "view/typeset.h"

static const double ARENAS_WIDTH = 268, ANATOMY_WIDTH = 400, HEAD = 44, POOL_CELL = 26,
                    BLOCK_HEIGHT = 24, BLOCK_GAP = 3, BLOCK_LEAST = 12, BLOCK_MOST = 44,
                    POOL_LABEL = 30, POOL_GAP = 16, FIELD_HEIGHT = 27, LEGEND_ROW = 25;
enum { POOLS_IN_ROW = 8, BLOCKS_MOST = 240, FIELDS_MOST = 40, ARENAS_MOST = 3 };

/* The view under way. */
typedef struct HeapView {
    const Sheet *sheet;
    PoolMap *map;
    const Cursor *cursor;
    ObjectId chosen; /* whose block is shown field by field; 0: none */
    MemoryPlace place;
    bool is_placed; /* it lies in a pool: `place` */
} HeapView;

/* --- the chosen object --- */

static bool has_block(const HeapView *view, ObjectId id)
{
    const State *state = &view->cursor->state;
    return id && id < state->object_end && state_alive(state, id) &&
           !memory_is_static(state_object(state, id)->block);
}

/* The last object that a reader knows which this stretch has made or written to. */
static ObjectId touched_last(const HeapView *view)
{
    const Moment *moment = view->sheet->moment;
    const Trace *trace = view->cursor->trace;
    for (uint32_t i = moment->cursor->change; i-- > moment->since;) {
        const Change *change = trace_change(trace, i);
        bool writes = change->kind == CHANGE_CREATE || change->kind == CHANGE_SLOT ||
                      change->kind == CHANGE_SPLICE || change->kind == CHANGE_PUSH ||
                      (change->kind == CHANGE_FIELD && change->field == FIELD_SIZE);
        if (writes && trace_number(trace, change->target) && has_block(view, change->target))
            return change->target;
    }
    return 0;
}

/* The living object with the highest number. */
static ObjectId newest(const HeapView *view)
{
    ObjectId best = 0;
    for (ObjectId id = 1; id < view->cursor->state.object_end; id++)
        if (has_block(view, id) && trace_number(view->cursor->trace, id) >
                                       (best ? trace_number(view->cursor->trace, best) : 0))
            best = id;
    return best;
}

static void choose(HeapView *view)
{
    ItemId hover = view->sheet->moment->hover;
    view->chosen = hover.kind == PICK_OBJECT && has_block(view, hover.object)
                       ? hover.object
                       : touched_last(view);
    if (!view->chosen)
        view->chosen = newest(view);
    if (view->chosen)
        view->is_placed =
            memory_place(view->cursor->trace->model->profile,
                         state_object(&view->cursor->state, view->chosen)->block, &view->place);
}

/* --- parts --- */

static Slice kept(const HeapView *view, Text *text)
{
    Slice slice = region_slice(&view->sheet->scene->region, text_slice(text));
    text_done(text);
    return slice;
}

static Item *draw_text(const HeapView *view, double x, double baseline, Slice text,
                       FontFace font, double size, Colour fill, double width)
{
    const Sheet *sheet = view->sheet;
    Region *region = &sheet->scene->region;
    text = typeset_cut(region, sheet->measure, typeset_clean(region, text), font, size, width);
    return panel_text(sheet, x, baseline, text, font, size, fill);
}

static void draw_panel(const HeapView *view, Box box, uint32_t part, const char *heading)
{
    const Sheet *sheet = view->sheet;
    Item *item = scene_rect(sheet->scene, (ItemId){PICK_PANEL, 20 + part, PANEL_COUNT}, box,
                            RADIUS_PANEL, sheet->theme->panel);
    item->stroke = sheet->theme->panel_border;
    item->stroke_width = LINE_BORDER;
    draw_text(view, box.x + PANEL_PADDING, box.y + HEAD / 2 + SPACE_2, slice_of(heading),
              FONT_SANS_BOLD, SIZE_BODY, sheet->theme->text, box.width - 2 * PANEL_PADDING);
}

/* --- blocks --- */

/* Was the block given to its object in this stretch? */
static bool is_new(const HeapView *view, const BlockUse *use)
{
    const Moment *moment = view->sheet->moment;
    const Trace *trace = view->cursor->trace;
    if (!use->object || moment->cursor->change == moment->since)
        return false;
    const Life *life = &trace->lives[use->object];
    if (use->state == BLOCK_OBJECT)
        return life->birth != CHANGE_NONE && life->birth >= moment->since;
    for (uint32_t i = moment->since; i < moment->cursor->change; i++) {
        const Change *change = trace_change(trace, i);
        if (change->kind == CHANGE_FIELD && change->field == FIELD_BODY &&
            change->target == use->object && change->after == use->block)
            return true;
    }
    return false;
}

static void draw_block(const HeapView *view, const BlockUse *use, uint32_t size, Box box)
{
    const Theme *theme = view->sheet->theme;
    ItemId id = use->object ? (ItemId){PICK_OBJECT, use->object, use->state} : (ItemId){0};
    bool known = use->object && trace_number(view->cursor->trace, use->object);
    Colour fill = theme->panel, stroke = theme->rule;
    if (use->state == BLOCK_OBJECT || use->state == BLOCK_BODY) {
        fill = known ? theme->figure : theme->arrow_dim;
        stroke = fill;
    }
    if (is_new(view, use)) {
        fill = theme->gain;
        stroke = fill;
    }
    if (use->state == BLOCK_FREE || use->state == BLOCK_KEPT)
        stroke = theme->arrow_dim;
    bool chosen = use->object && use->object == view->chosen;
    Item *item = scene_rect(view->sheet->scene, id, box, 3, fill);
    item->stroke = chosen ? theme->now : stroke;
    item->stroke_width = chosen ? LINE_STRONG + 1 : LINE_BORDER;
    if (use->state == BLOCK_KEPT) {
        item->hatch = theme->arrow_dim;
        item->hatch_gap = 5;
    }
    if (use->state == BLOCK_NEVER_USED)
        item->stroke_width = LINE_HAIR;
    /* What rounding loses, from the block's right end. */
    if (!use->object || use->asked >= size)
        return;
    double lost = box.width * (size - use->asked) / size;
    scene_rect(view->sheet->scene, id,
               (Box){box.x + box.width - lost, box.y + LINE_BORDER, lost - LINE_BORDER,
                     box.height - 2 * LINE_BORDER},
               0, theme->panel)
        ->opacity = 0.65;
}

static double block_width(uint32_t size)
{
    return fmin(fmax(size * 0.25, BLOCK_LEAST), BLOCK_MOST);
}

/* Blocks that are shown of a pool, and how high that is. */
static uint32_t shown_blocks(const PoolPlace *place)
{
    uint32_t count = place->last - place->first + 1;
    return count < BLOCKS_MOST ? count : BLOCKS_MOST;
}

static uint32_t blocks_in_line(double width, uint32_t size)
{
    return (uint32_t)fmax((width + BLOCK_GAP) / (block_width(size) + BLOCK_GAP), 1);
}

/* The same at every moment, so that nothing moves. */
static double pool_height(const PoolPlace *place, double width)
{
    uint32_t line = blocks_in_line(width, place->size);
    uint32_t lines = (shown_blocks(place) + line - 1) / line;
    return POOL_LABEL + lines * (BLOCK_HEIGHT + BLOCK_GAP);
}

static void draw_pool_label(const HeapView *view, const PoolPlace *place, uint32_t size,
                            Box box)
{
    const Theme *theme = view->sheet->theme;
    const Profile *profile = view->cursor->trace->model->profile;
    double baseline = box.y + POOL_LABEL / 2 + SIZE_MIDDLE * SIZE_NOTE - 2;
    Text text = {0};
    if (size)
        text_append_format(&text, "pool of %u-byte blocks", size);
    else
        text_append_string(&text, "pool, empty");
    draw_text(view, box.x, baseline, kept(view, &text), FONT_SANS_BOLD, SIZE_NOTE, theme->text,
              box.width);
    text = (Text){0};
    if (size)
        text_append_format(&text, "%u of %u in use", pool_used(view->map, place->pool),
                           (profile->obmalloc.pool - profile->obmalloc.pool_header) / size);
    if (size && place->first)
        text_append_format(&text, " · from block %u on", place->first);
    if (size && place->last - place->first + 1 > shown_blocks(place))
        text_append_format(&text, " · %u not shown",
                           place->last - place->first + 1 - shown_blocks(place));
    Item *item = draw_text(view, box.x + box.width, baseline, kept(view, &text), FONT_SANS,
                           SIZE_LABEL, theme->text_dim, box.width * 0.6);
    item->anchor = ANCHOR_END;
}

static void draw_pool(const HeapView *view, const PoolPlace *place, Box box)
{
    uint32_t size = pool_block_size(view->map, place->pool);
    draw_pool_label(view, place, size, box);
    uint32_t drawn_size = size ? size : place->size;
    double width = block_width(drawn_size);
    uint32_t line = blocks_in_line(box.width, drawn_size);
    for (uint32_t i = 0; i < shown_blocks(place); i++) {
        BlockUse use = {.state = BLOCK_NEVER_USED};
        if (size)
            use = pool_block(view->map, place->pool, place->first + i);
        Box cell = {box.x + (i % line) * (width + BLOCK_GAP),
                    box.y + POOL_LABEL + (double)(i / line) * (BLOCK_HEIGHT + BLOCK_GAP), width,
                    BLOCK_HEIGHT};
        if (cell.y + cell.height <= box.y + box.height + 1)
            draw_block(view, &use, drawn_size, cell);
    }
}

/* Which pool is the first to be shown: where not all have room, a page of them at a time. */
static size_t first_pool(const HeapView *view, double width, double height)
{
    size_t first = 0;
    double top = 0;
    for (size_t i = 0; i < view->map->pool_count; i++) {
        double needed = pool_height(&view->map->pools[i], width) + POOL_GAP;
        if (top > 0 && top + needed > height) {
            first = i;
            top = 0;
        }
        top += needed;
        if (!view->is_placed || view->map->pools[i].pool >= view->place.pool)
            return first;
    }
    return first;
}

static void draw_pools(const HeapView *view, Box box)
{
    draw_panel(view, box, 1, "pools with the program's objects");
    Box inner = {box.x + PANEL_PADDING, box.y + HEAD, box.width - 2 * PANEL_PADDING,
                 box.height - HEAD - SPACE_6};
    size_t first = first_pool(view, inner.width, inner.height), i = first;
    double top = inner.y;
    for (; i < view->map->pool_count; i++) {
        double height = pool_height(&view->map->pools[i], inner.width);
        if (i > first && top + height > inner.y + inner.height)
            break;
        draw_pool(view, &view->map->pools[i], (Box){inner.x, top, inner.width, height});
        top += height + POOL_GAP;
    }
    if (first == 0 && i == view->map->pool_count)
        return;
    Text text = {0};
    text_append_format(&text, "pools %zu to %zu of %zu", first + 1, i, view->map->pool_count);
    Item *item =
        draw_text(view, box.x + box.width - PANEL_PADDING, box.y + HEAD / 2 + SPACE_2,
                  kept(view, &text), FONT_SANS, SIZE_LABEL, view->sheet->theme->text_dim, 300);
    item->anchor = ANCHOR_END;
}

/* --- arenas --- */

static void draw_pool_cell(const HeapView *view, uint32_t pool, Box box)
{
    const Theme *theme = view->sheet->theme;
    const Profile *profile = view->cursor->trace->model->profile;
    uint32_t size = pool_block_size(view->map, pool);
    Item *item = scene_rect(view->sheet->scene, (ItemId){0}, box, 3, theme->panel);
    bool chosen = view->is_placed && view->place.pool == pool;
    item->stroke = chosen ? theme->now : size ? theme->figure : theme->rule;
    item->stroke_width = chosen ? LINE_STRONG + 1 : LINE_BORDER;
    if (!size)
        return;
    double most = (profile->obmalloc.pool - profile->obmalloc.pool_header) / size;
    double full = box.height * fmin(pool_used(view->map, pool) / most, 1);
    scene_rect(view->sheet->scene, (ItemId){0},
               (Box){box.x, box.y + box.height - full, box.width, full}, 3, theme->figure)
        ->opacity = 0.75;
}

/* Returns where the arena ends. */
static double draw_arena(const HeapView *view, uint32_t arena, Box box)
{
    const ProfileObmalloc *obmalloc = &view->cursor->trace->model->profile->obmalloc;
    uint32_t pools = obmalloc->arena / obmalloc->pool;
    Text text = {0};
    text_append_format(&text, "arena %u · %u pools of %u KiB", arena, pools,
                       obmalloc->pool / 1024);
    draw_text(view, box.x, box.y + SIZE_LABEL, kept(view, &text), FONT_SANS, SIZE_LABEL,
              view->sheet->theme->text_dim, box.width);
    double top = box.y + SIZE_LABEL + SPACE_2;
    for (uint32_t i = 0; i < pools; i++)
        draw_pool_cell(view, arena * pools + i,
                       (Box){box.x + (i % POOLS_IN_ROW) * (POOL_CELL + BLOCK_GAP),
                             top + (double)(i / POOLS_IN_ROW) * (POOL_CELL * 0.62 + BLOCK_GAP),
                             POOL_CELL, POOL_CELL * 0.62});
    return top + pools / POOLS_IN_ROW * (POOL_CELL * 0.62 + BLOCK_GAP) + SPACE_3;
}

static void draw_figure(const HeapView *view, Box box, double *top, const char *what,
                        uint64_t bytes, const char *unit)
{
    const Theme *theme = view->sheet->theme;
    Text text = {0};
    typeset_figure(&text, bytes);
    text_append_string(&text, unit);
    double baseline = *top + SIZE_MIDDLE * SIZE_NOTE;
    draw_text(view, box.x, baseline, slice_of(what), FONT_SANS, SIZE_LABEL, theme->text_dim,
              box.width * 0.62);
    Item *item = draw_text(view, box.x + box.width, baseline, kept(view, &text), FONT_SANS_BOLD,
                           SIZE_NOTE, theme->text, box.width * 0.5);
    item->anchor = ANCHOR_END;
    *top += LEGEND_ROW;
}

static void draw_sign(const HeapView *view, Box box, double *top, const char *what,
                      BlockState state, bool fresh)
{
    const Theme *theme = view->sheet->theme;
    Box sign = {box.x, *top - 8, 26, 16};
    Colour fill = fresh                   ? theme->gain
                  : state == BLOCK_OBJECT ? theme->figure
                  : state == BLOCK_OTHER  ? theme->arrow_dim
                                          : theme->panel;
    Item *item = scene_rect(view->sheet->scene, (ItemId){0}, sign, 3, fill);
    item->stroke = state == BLOCK_NEVER_USED ? theme->rule
                   : state == BLOCK_OBJECT   ? fill
                                             : theme->arrow_dim;
    item->stroke_width = state == BLOCK_NEVER_USED ? LINE_HAIR : LINE_BORDER;
    if (state == BLOCK_KEPT) {
        item->hatch = theme->arrow_dim;
        item->hatch_gap = 5;
    }
    draw_text(view, box.x + 38, *top + SIZE_MIDDLE * SIZE_LABEL, slice_of(what), FONT_SANS,
              SIZE_LABEL, theme->text, box.width - 38);
    *top += LEGEND_ROW;
}

static void draw_legend(const HeapView *view, Box box, double top)
{
    draw_sign(view, box, &top, "given in this step", BLOCK_OBJECT, true);
    draw_sign(view, box, &top, "in use, of an object shown", BLOCK_OBJECT, false);
    draw_sign(view, box, &top, "in use, of the interpreter's", BLOCK_OTHER, false);
    draw_sign(view, box, &top, "kept in a free list", BLOCK_KEPT, false);
    draw_sign(view, box, &top, "free", BLOCK_FREE, false);
    draw_sign(view, box, &top, "never used", BLOCK_NEVER_USED, false);
    top += SPACE_2;
    const PoolMap *map = view->map;
    draw_figure(view, box, &top, "asked for", map->asked, " B");
    draw_figure(view, box, &top, "lost to rounding", map->lost, " B");
    draw_figure(view, box, &top, "blocks past 512 B", map->large_count, "");
    draw_figure(view, box, &top, "their bytes", map->large_bytes, " B");
}

static void draw_arenas(const HeapView *view, Box box)
{
    draw_panel(view, box, 0, "private heap");
    Box inner = {box.x + PANEL_PADDING, box.y + HEAD, box.width - 2 * PANEL_PADDING, 0};
    uint32_t count = state_word(&view->cursor->state, MEMORY_HEADS, HEAD_ARENAS);
    uint32_t chosen = view->is_placed ? view->place.arena : 0;
    uint32_t first = chosen >= ARENAS_MOST ? chosen - ARENAS_MOST + 1 : 0;
    const double legend = 10 * LEGEND_ROW + SPACE_6;
    for (uint32_t i = first; i < count && i < first + ARENAS_MOST; i++) {
        if (inner.y + 170 > box.y + box.height - legend)
            break;
        inner.y = draw_arena(view, i, inner);
    }
    draw_legend(view, inner, box.y + box.height - legend + SPACE_3);
}

/* --- one object's block --- */

static void write_value(const HeapView *view, const AnatomyField *field, Text *text)
{
    switch (field->kind) {
    case ANATOMY_POINTER:
        if (field->target)
            words_object(text, view->cursor, field->target);
        else
            text_append_string(text, "NULL");
        return;
    case ANATOMY_COUNT:
    case ANATOMY_NUMBER:
        if (field->known)
            text_append_format(text, "%llu", (unsigned long long)field->value);
        return;
    case ANATOMY_ADDRESS:
        text_append_string(text, "→ second block");
        return;
    case ANATOMY_HEADER:
    case ANATOMY_DATA:
        return;
    }
}

static void draw_field(const HeapView *view, const AnatomyField *field, Box row)
{
    const Theme *theme = view->sheet->theme;
    bool header = field->kind == ANATOMY_HEADER;
    Item *item = scene_rect(view->sheet->scene, (ItemId){0}, row, 0,
                            header ? theme->untracked_fill : theme->card);
    item->stroke = theme->card_border;
    item->stroke_width = LINE_HAIR;
    double baseline = row.y + row.height / 2 + SIZE_MIDDLE * SIZE_LABEL;
    Text text = {0};
    text_append_format(&text, "%+d", field->offset);
    item = draw_text(view, row.x + 44, baseline, kept(view, &text), FONT_MONO, SIZE_LABEL,
                     theme->text_dim, 44);
    item->anchor = ANCHOR_END;
    draw_text(view, row.x + 56, baseline, slice_of(field->name), FONT_MONO, SIZE_LABEL,
              theme->text, 128);
    text = (Text){0};
    write_value(view, field, &text);
    draw_text(view, row.x + 190, baseline, kept(view, &text), FONT_SANS, SIZE_LABEL,
              field->kind == ANATOMY_COUNT ? theme->figure : theme->text, row.width - 250);
    text = (Text){0};
    text_append_format(&text, "%u B", field->size);
    item = draw_text(view, row.x + row.width - SPACE_2, baseline, kept(view, &text), FONT_SANS,
                     SIZE_LABEL, theme->text_dim, 60);
    item->anchor = ANCHOR_END;
}

/* Returns where the fields end. */
static double draw_fields(const HeapView *view, AnatomyBlock block, Box box, double bottom)
{
    AnatomyField fields[FIELDS_MOST];
    uint32_t room = (uint32_t)fmax((bottom - box.y) / FIELD_HEIGHT, 1);
    uint32_t count = anatomy_fields(view->cursor, view->chosen, block, fields,
                                    room < FIELDS_MOST ? room : FIELDS_MOST);
    for (uint32_t i = 0; i < count; i++)
        draw_field(view, &fields[i],
                   (Box){box.x, box.y + i * FIELD_HEIGHT, box.width, FIELD_HEIGHT});
    return box.y + count * FIELD_HEIGHT;
}

static void write_memory(const HeapView *view, const Object *object, Text *text)
{
    text_append_format(text, "id() 0x%llx · asked %u B",
                       (unsigned long long)state_address(&view->cursor->state,
                                                         view->cursor->trace->model->profile,
                                                         view->chosen),
                       object->size);
    uint32_t size = view->is_placed ? pool_block_size(view->map, view->place.pool) : 0;
    if (size > object->size)
        text_append_format(text, ", %u lost", size - object->size);
}

/* "same id() as str 'x' had" */
static void write_former(const HeapView *view, Text *text)
{
    ObjectId former = pool_map_former(view->map, view->chosen);
    if (!former)
        return;
    uint32_t number = trace_number(view->cursor->trace, former);
    text_append_string(text, "the block was another object's before: ");
    words_type(text, view->cursor, former);
    if (number)
        text_append_format(text, " #%u", number);
}

static void draw_anatomy(const HeapView *view, Box box)
{
    const Theme *theme = view->sheet->theme;
    Text text = {0};
    if (view->chosen)
        words_object(&text, view->cursor, view->chosen);
    else
        text_append_string(&text, "no object of the program lives");
    draw_panel(view, box, 2, "");
    double left = box.x + PANEL_PADDING, width = box.width - 2 * PANEL_PADDING;
    draw_text(view, left, box.y + HEAD / 2 + SPACE_2, kept(view, &text), FONT_SANS_BOLD,
              SIZE_BODY, theme->text, width);
    if (!view->chosen)
        return;
    const Object *object = state_object(&view->cursor->state, view->chosen);
    double top = box.y + HEAD + SPACE_3, bottom = box.y + box.height - SPACE_4;
    text = (Text){0};
    write_memory(view, object, &text);
    draw_text(view, left, top, kept(view, &text), FONT_SANS, SIZE_LABEL, theme->text_dim,
              width);
    text = (Text){0};
    write_former(view, &text);
    draw_text(view, left, top + LEGEND_ROW - 3, kept(view, &text), FONT_SANS, SIZE_LABEL,
              theme->now_text, width);
    top += 2 * LEGEND_ROW - SPACE_1;
    double share = object->body ? top + (bottom - top) * 0.55 : bottom;
    Box fields = {left - SPACE_2, top, width + 2 * SPACE_2, 0};
    fields.y = draw_fields(view, ANATOMY_OBJECT, fields, share) + LEGEND_ROW + SPACE_3;
    if (!object->body)
        return;
    draw_text(view, left, fields.y - SPACE_2, slice_of("second block"), FONT_SANS_BOLD,
              SIZE_LABEL, theme->text_dim, width);
    draw_fields(view, ANATOMY_BODY, fields, bottom);
}

void heap_view_draw(const Sheet *sheet, PoolMap *map, Box box)
{
    HeapView view = {.sheet = sheet, .map = map, .cursor = sheet->moment->cursor};
    pool_map_look(map, view.cursor);
    choose(&view);
    Box arenas = {box.x, box.y, ARENAS_WIDTH, box.height};
    Box anatomy = {box.x + box.width - ANATOMY_WIDTH, box.y, ANATOMY_WIDTH, box.height};
    Box pools = {arenas.x + ARENAS_WIDTH + PANEL_GAP, box.y, 0, box.height};
    pools.width = anatomy.x - PANEL_GAP - pools.x;
    draw_arenas(&view, arenas);
    draw_pools(&view, pools);
    draw_anatomy(&view, anatomy);
}
