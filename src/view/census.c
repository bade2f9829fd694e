#include "view/census.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/memory.h"
#include "view/card.h"

/* How much of a long recording is looked at, in cards; beyond it steps are skipped, ever more
 * of them. */
static const double MOST_LOOKS = 300e3, LOOK_PER_MOMENT = 5, LOOK_PER_OBJECT = 0.01;
enum { GARBAGE_LOOKS = 1000 };
/* Recordings up to this many Changes are looked at after every single one. */
enum { FINE_CHANGES = 6000 };

/* Who has a place now. */
typedef struct Owner {
    ObjectId id;     /* 0: a scope */
    uint32_t stay;   /* its stay there */
    size_t measured; /* bytes of the longest heading measured for the place */
} Owner;

/* --- places --- */

Area census_area(const State *state, ObjectId id)
{
    switch ((GcList)state_object(state, id)->list) {
    case GC_GENERATION0:
        return AREA_GENERATION0;
    case GC_GENERATION1:
        return AREA_GENERATION1;
    case GC_GENERATION2:
    case GC_PERMANENT:
        return AREA_GENERATION2;
    case GC_UNREACHABLE:
    case GC_FINALIZERS:
    case GC_CALLBACKS: { /* they still stand where they are being collected */
        uint32_t collecting = state->registers[REGISTER_COLLECTING];
        return collecting >= GC_GENERATION0 && collecting < GC_GENERATION2
                   ? (Area)(collecting - GC_GENERATION0)
                   : AREA_GENERATION2;
    }
    case GC_UNTRACKED:
    case GC_LIST_COUNT:
        break;
    }
    return AREA_LANE;
}

uint32_t census_moment(const Census *census, const Cursor *cursor)
{
    uint32_t step = trace_step_at(census->trace, cursor->change);
    return 2 * step + (census->trace->steps[step].change != cursor->change);
}

/* Where an object was at a moment in an area; NO_PLACE where it never was there. */
static uint32_t place_at(const Census *census, ObjectId id, Area area, uint32_t moment)
{
    uint32_t stay = census->object_stays[id][area];
    while (stay && census->stays[stay - 1].first > moment && census->stays[stay - 1].before)
        stay = census->stays[stay - 1].before;
    if (!stay || moment >= census->stays[stay - 1].until)
        return NO_PLACE;
    return census->stays[stay - 1].place;
}

static uint32_t place_in(const Census *census, ObjectId id, Area area, uint32_t moment)
{
    uint32_t place = place_at(census, id, area, moment);
    for (int other = 0; place == NO_PLACE && other < AREA_STACK; other++)
        place = place_at(census, id, (Area)other, moment);
    return place;
}

static uint32_t place_now(const Census *census, const Cursor *cursor, ObjectId id,
                          uint32_t moment)
{
    return place_in(census, id, census_area(&cursor->state, id), moment);
}

uint32_t census_place(const Census *census, const Cursor *cursor, ObjectId id)
{
    return place_now(census, cursor, id, census_moment(census, cursor));
}

static uint32_t add_place(Census *census, ObjectId id, Place place)
{
    census->places = list_reserve(census->places, &census->place_capacity,
                                  census->place_count + 1, sizeof *census->places);
    census->owners = list_reserve(census->owners, &census->owner_capacity,
                                  census->place_count + 1, sizeof *census->owners);
    census->places[census->place_count] = place;
    census->owners[census->place_count] = (Owner){.id = id};
    return (uint32_t)census->place_count++;
}

/* The object's last place in an area, if nobody else has got it since. */
static uint32_t own_place(const Census *census, ObjectId id, Area area)
{
    uint32_t stay = census->object_stays[id][area];
    if (!stay || census->owners[census->stays[stay - 1].place].id != id)
        return NO_PLACE;
    return census->stays[stay - 1].place;
}

/* Steps between two looks for garbage. */
static uint32_t garbage_interval(const Trace *trace)
{
    return 1 + trace->step_count / GARBAGE_LOOKS;
}

/* Has the owner of a place gone? What still lives may be garbage that the next look will find.
 */
static bool is_free(const Census *census, const Cursor *cursor, uint32_t place, uint32_t moment)
{
    ObjectId owner = census->owners[place].id;
    uint32_t last = census->places[place].last;
    if (!owner || last >= moment)
        return false;
    if (!state_alive(&cursor->state, owner) ||
        state_object(&cursor->state, owner)->flags & OBJECT_STATIC)
        return true;
    return last + 2 * garbage_interval(census->trace) < moment;
}

/* A place whose owner is gone and was an object of the same kind; a new one where there is
 * none. */
static uint32_t free_place(Census *census, const Cursor *cursor, ObjectId id, Area area,
                           uint32_t moment)
{
    bool is_plain = sight_is_plain(state_object(&cursor->state, id));
    for (uint32_t i = 0; census->recycles && i < census->place_count; i++) {
        if (census->places[i].area != area || !is_free(census, cursor, i, moment) ||
            sight_is_plain(state_object(&cursor->state, census->owners[i].id)) != is_plain)
            continue;
        census->stays[census->owners[i].stay].until = moment;
        return i;
    }
    if (census->place_count >= CENSUS_PLACES)
        return NO_PLACE;
    if (!census->keys[id])
        census->keys[id] = ++census->key_count;
    Place place = {.key = census->keys[id] - 1, .area = (uint8_t)area, .first = moment};
    return add_place(census, id, place);
}

static bool has_place(const Census *census, ObjectId id)
{
    for (int area = 0; area < AREA_STACK; area++)
        if (own_place(census, id, (Area)area) != NO_PLACE)
            return true;
    return false;
}

/* The place where an object is seen now. Between steps nobody gets a second one: that would
 * reserve room in bands which an object only passes through. */
static uint32_t take_place(Census *census, const Cursor *cursor, ObjectId id, uint32_t moment)
{
    Area area = census_area(&cursor->state, id);
    uint32_t place = own_place(census, id, area);
    if (place != NO_PLACE)
        return place;
    if (moment % 2 && has_place(census, id))
        return place_in(census, id, area, moment);
    place = free_place(census, cursor, id, area, moment);
    if (place == NO_PLACE)
        return NO_PLACE;
    census->stays = list_reserve(census->stays, &census->stay_capacity, census->stay_count + 1,
                                 sizeof *census->stays);
    census->stays[census->stay_count++] = (Stay){.place = place,
                                                 .first = moment,
                                                 .until = UINT32_MAX,
                                                 .before = census->object_stays[id][area]};
    census->owners[place].id = id;
    census->owners[place].stay = (uint32_t)census->stay_count - 1;
    census->measured[id] = 0;
    census->object_stays[id][area] = (uint32_t)census->stay_count;
    return place;
}

static void extend(Census *census, uint32_t index, uint32_t moment)
{
    Place *place = &census->places[index];
    if (moment < place->first)
        place->first = moment;
    if (moment + 2 > place->last) /* it stays a step longer, to fade */
        place->last = moment + 2;
}

static void see_object(Census *census, const Cursor *cursor, ObjectId id, uint32_t moment)
{
    uint32_t index = take_place(census, cursor, id, moment);
    if (index == NO_PLACE)
        return;
    extend(census, index, moment);
    uint32_t rows = sight_row_count(&census->sight, cursor, id);
    const Object *object = state_object(&cursor->state, id);
    bool has_grown = object->kind == KIND_STR && object->c; /* str_grow */
    if (rows < census->measured[id] && !has_grown)
        return;
    census->measured[id] = (uint8_t)(rows + 1);
    Place *place = &census->places[index];
    Owner *owner = &census->owners[index];
    size_t length = card_heading_length(cursor, id);
    if (!rows && length <= owner->measured)
        return;
    owner->measured = length > owner->measured ? length : owner->measured;
    place->rows = rows > place->rows ? rows : place->rows;
    place->width = fmax(place->width, card_width(&census->sight, cursor, census->measure, id));
}

/* --- arrows --- */

static size_t arrow_hash(uint32_t from, uint32_t row, uint32_t to)
{
    uint64_t hash = ((uint64_t)from << 32 | to) * 0x9E3779B97F4A7C15u;
    return (size_t)((hash ^ hash >> 29 ^ row * 0x85EBCA6Bu) >> 3);
}

/* Where it stands in the table, or the free entry for it. */
static uint32_t *find_arrow(const Census *census, uint32_t from, uint32_t row, uint32_t to)
{
    size_t at = arrow_hash(from, row, to);
    for (;; at++) {
        uint32_t *entry = &census->arrow_table[at & (census->table_capacity - 1)];
        const Arrow *arrow = *entry ? &census->arrows[*entry - 1] : NULL;
        if (!arrow || (arrow->from == from && arrow->row == row && arrow->to == to))
            return entry;
    }
}

uint32_t census_arrow(const Census *census, uint32_t from, uint32_t row, uint32_t to)
{
    if (from == NO_PLACE || to == NO_PLACE)
        return NO_PLACE;
    return *find_arrow(census, from, row, to) - 1;
}

static void grow_table(Census *census, size_t capacity)
{
    free(census->arrow_table);
    census->arrow_table = memory_allocate(capacity * sizeof(uint32_t));
    census->table_capacity = capacity;
    for (uint32_t i = 0; i < census->arrow_count; i++) {
        const Arrow *arrow = &census->arrows[i];
        *find_arrow(census, arrow->from, arrow->row, arrow->to) = i + 1;
    }
}

static void see_arrow(Census *census, uint32_t from, uint32_t row, uint32_t to, uint32_t moment)
{
    if (from == NO_PLACE || to == NO_PLACE)
        return;
    uint32_t *entry = find_arrow(census, from, row, to);
    if (!*entry) {
        census->arrows = list_reserve(census->arrows, &census->arrow_capacity,
                                      census->arrow_count + 1, sizeof *census->arrows);
        census->arrows[census->arrow_count++] =
            (Arrow){.from = from, .row = row, .to = to, .first = moment, .last = moment};
        *entry = (uint32_t)census->arrow_count;
        if (census->arrow_count * 2 > census->table_capacity)
            grow_table(census, census->table_capacity * 2);
        return;
    }
    Arrow *arrow = &census->arrows[*entry - 1];
    arrow->first = moment < arrow->first ? moment : arrow->first;
    arrow->last = moment > arrow->last ? moment : arrow->last;
}

/* --- names --- */

static Scope *find_scope(const Census *census, const Cursor *cursor, ObjectId frame,
                         uint32_t depth)
{
    ObjectId names_of = cursor_namespace(cursor, frame);
    const Code *code = names_of ? NULL : cursor_code(cursor, frame);
    for (size_t i = census->scope_count; i-- > 0;) {
        Scope *scope = &census->scopes[i];
        if (scope->code == code && scope->names_of == names_of && scope->depth == depth)
            return scope;
    }
    return NULL;
}

const Scope *census_scope(const Census *census, const Cursor *cursor, ObjectId frame,
                          uint32_t depth)
{
    return find_scope(census, cursor, frame, depth);
}

static Scope *take_scope(Census *census, const Cursor *cursor, ObjectId frame, uint32_t depth,
                         uint32_t moment)
{
    Scope *known = find_scope(census, cursor, frame, depth);
    if (known)
        return known;
    census->scopes = list_reserve(census->scopes, &census->scope_capacity,
                                  census->scope_count + 1, sizeof *census->scopes);
    Place place = {
        .key = census->key_count++, .area = AREA_STACK, .first = moment, .depth = depth};
    place.width = frame_card_width(cursor, census->measure, frame);
    Scope *scope = &census->scopes[census->scope_count++];
    *scope =
        (Scope){.names_of = cursor_namespace(cursor, frame), .depth = depth, .names = NO_NAME};
    scope->code = scope->names_of ? NULL : cursor_code(cursor, frame);
    scope->place = add_place(census, 0, place);
    return scope;
}

static bool is_name(const Scope *scope, const NameRow *row, const Binding *binding,
                    uint32_t index)
{
    return scope->code ? row->local == index : slice_equal(row->name, binding->name);
}

static uint32_t find_name(const Census *census, const Scope *scope, const Binding *binding,
                          uint32_t index)
{
    uint32_t name = scope->names;
    while (name != NO_NAME && !is_name(scope, &census->names[name], binding, index))
        name = census->names[name].next;
    return name;
}

uint32_t census_row(const Census *census, const Scope *scope, const Binding *binding,
                    uint32_t index)
{
    uint32_t name = find_name(census, scope, binding, index);
    return name == NO_NAME ? NO_NAME : census->names[name].row;
}

/* The new name behind those that come before it: fast locals in their order, others as they
 * appear. */
static uint32_t add_name(Census *census, Scope *scope, const Binding *binding, uint32_t index,
                         uint32_t moment)
{
    census->names = list_reserve(census->names, &census->name_capacity, census->name_count + 1,
                                 sizeof *census->names);
    uint32_t added = (uint32_t)census->name_count++;
    uint32_t *link = &scope->names;
    while (*link != NO_NAME && (!scope->code || census->names[*link].local < index))
        link = &census->names[*link].next;
    census->names[added] =
        (NameRow){.name = binding->name, .local = index, .first = moment, .next = *link};
    *link = added;
    Place *place = &census->places[scope->place];
    place->rows++;
    place->width = fmax(place->width, frame_name_width(census->measure, binding->name,
                                                       census->sight.options.inline_small));
    return added;
}

/* Rows are numbered when all names are known; until then an arrow's row is the name's index. */
static void see_name(Census *census, const Cursor *cursor, Scope *scope, uint32_t index,
                     const Binding *binding, uint32_t moment)
{
    uint32_t name = find_name(census, scope, binding, index);
    if (name == NO_NAME && !binding->value)
        return;
    if (name == NO_NAME)
        name = add_name(census, scope, binding, index, moment);
    if (binding->value && census->sight.seen[binding->value])
        see_arrow(census, scope->place, name, place_now(census, cursor, binding->value, moment),
                  moment);
}

static void see_frame(Census *census, const Cursor *cursor, uint32_t depth, uint32_t moment)
{
    ObjectId frame = census->sight.frames[depth];
    Scope *scope = take_scope(census, cursor, frame, depth, moment);
    extend(census, scope->place, moment);
    Binding binding;
    for (uint32_t i = 0; cursor_binding(cursor, frame, i, &binding); i++)
        see_name(census, cursor, scope, i, &binding, moment);
}

/* --- one moment --- */

static void see_references(Census *census, const Cursor *cursor, ObjectId id, uint32_t moment)
{
    uint32_t from = place_now(census, cursor, id, moment);
    Row row;
    for (uint32_t i = 0; sight_link(&census->sight, cursor, id, i, &row); i++)
        if (row.is_linked)
            see_arrow(census, from, i, place_now(census, cursor, row.reference.target, moment),
                      moment);
}

/* Returns what looking cost, in cards. Garbage is dear to find: in long recordings it is looked
 * for at every few steps only. */
static double see_moment(Census *census, const Cursor *cursor, uint32_t moment)
{
    const Trace *trace = census->trace;
    uint32_t often = garbage_interval(trace);
    bool garbage = trace->has_garbage && moment % 2 == 0 &&
                   (moment / 2 % often == 0 || moment / 2 + 1 == trace->step_count);
    sight_look(&census->sight, cursor, garbage);
    for (size_t i = 0; i < census->sight.count; i++)
        see_object(census, cursor, census->sight.objects[i], moment);
    for (uint32_t i = 0; i < census->sight.frame_count; i++)
        see_frame(census, cursor, i, moment);
    for (size_t i = 0; i < census->sight.count; i++)
        see_references(census, cursor, census->sight.objects[i], moment);
    return (double)census->sight.count + LOOK_PER_MOMENT +
           (garbage ? LOOK_PER_OBJECT * trace->object_end : 0);
}

/* --- the walk --- */

/* Could this Change alter what names reach? */
static bool is_visible(const Change *change)
{
    switch ((ChangeKind)change->kind) {
    case CHANGE_CALL:
    case CHANGE_RETURN:
    case CHANGE_DESTROY:
    case CHANGE_REFERENCE:
    case CHANGE_SLOT:
    case CHANGE_STORE:
    case CHANGE_TAKE:
    case CHANGE_SPLICE:
    case CHANGE_PERMUTE:
        return true;
    case CHANGE_PUSH:
    case CHANGE_POP:
        return change->target != HAND;
    case CHANGE_LINK:
    case CHANGE_MERGE:
    case CHANGE_INSTRUCTION:
    case CHANGE_DEATH:
    case CHANGE_PHASE:
    case CHANGE_OUTPUT:
    case CHANGE_RAISE:
    case CHANGE_CREATE:
    case CHANGE_FIELD:
    case CHANGE_MEMORY:
    case CHANGE_REGISTER:
    case CHANGE_KIND_COUNT:
        return false;
    }
    return false;
}

/* What is only seen between two steps. */
static void see_between(Census *census, Cursor *cursor, uint32_t step)
{
    const Trace *trace = census->trace;
    for (uint32_t i = trace->steps[step - 1].change + 1; i < trace->steps[step].change; i++) {
        if (!is_visible(trace_change(trace, i - 1)))
            continue;
        cursor_seek(cursor, i);
        see_moment(census, cursor, 2 * step - 1);
    }
}

/* Every step of a short recording; of a long one every second, fourth … as the cost adds up. */
static uint32_t stride(double looks)
{
    return 1u << (uint32_t)fmin(10, looks / MOST_LOOKS);
}

/* False where it is given up because there are too many objects for each to have places of its
 * own. */
static bool walk(Census *census)
{
    const Trace *trace = census->trace;
    Cursor cursor, between;
    cursor_init(&cursor, trace);
    cursor_init(&between, trace);
    bool fine = trace->end <= FINE_CHANGES, goes_on = true;
    double looks = 0;
    uint32_t last = trace->step_count - 1;
    for (uint32_t step = 0; goes_on; step += stride(looks)) {
        step = step < last ? step : last;
        cursor_seek_step(&cursor, step);
        looks += see_moment(census, &cursor, 2 * step);
        if (fine && step)
            see_between(census, &between, step);
        goes_on = step < last && (census->recycles || census->place_count <= CENSUS_OWN_PLACES);
    }
    cursor_done(&cursor);
    cursor_done(&between);
    return census->recycles || census->place_count <= CENSUS_OWN_PLACES;
}

/* --- afterwards --- */

static void number_rows(Census *census)
{
    for (size_t i = 0; i < census->scope_count; i++) {
        uint32_t row = 0;
        for (uint32_t j = census->scopes[i].names; j != NO_NAME; j = census->names[j].next)
            census->names[j].row = row++;
    }
    for (size_t i = 0; i < census->arrow_count; i++) {
        Arrow *arrow = &census->arrows[i];
        if (census->places[arrow->from].area == AREA_STACK)
            arrow->row = census->names[arrow->row].row;
    }
    grow_table(census, census->table_capacity);
}

static Census *make(const Trace *trace, Measure measure, SightOptions options, bool recycles)
{
    enum { FIRST_TABLE = 256 };
    Census *census = memory_allocate(sizeof *census);
    census->trace = trace;
    census->measure = measure;
    census->recycles = recycles;
    sight_init(&census->sight, trace, options);
    census->object_stays =
        memory_allocate((trace->object_end + 1) * sizeof *census->object_stays);
    census->keys = memory_allocate((trace->object_end + 1) * sizeof *census->keys);
    census->measured = memory_allocate(trace->object_end + 1);
    grow_table(census, FIRST_TABLE);
    return census;
}

Census *census_create(const Trace *trace, Measure measure, SightOptions options)
{
    Census *census = make(trace, measure, options, false);
    if (!walk(census)) {
        census_destroy(census);
        census = make(trace, measure, options, true);
        walk(census);
    }
    number_rows(census);
    return census;
}

void census_destroy(Census *census)
{
    if (!census)
        return;
    sight_done(&census->sight);
    free(census->places);
    free(census->owners);
    free(census->stays);
    free(census->arrows);
    free(census->arrow_table);
    free(census->object_stays);
    free(census->keys);
    free(census->measured);
    free(census->scopes);
    free(census->names);
    free(census);
}
