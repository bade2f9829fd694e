#include "paint/damage.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"

/* Painting a rectangle anew costs about as much as so many pixels, whatever its size. */
enum { RECT_COST = 4096 };

bool rect_is_empty(PixelRect rect)
{
    return rect.width <= 0 || rect.height <= 0;
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

PixelRect rect_intersect(PixelRect a, PixelRect b)
{
    int left = larger(a.x, b.x), top = larger(a.y, b.y);
    int right = smaller(a.x + a.width, b.x + b.width);
    int bottom = smaller(a.y + a.height, b.y + b.height);
    if (right <= left || bottom <= top)
        return (PixelRect){0, 0, 0, 0};
    return (PixelRect){left, top, right - left, bottom - top};
}

PixelRect rect_unite(PixelRect a, PixelRect b)
{
    if (rect_is_empty(a))
        return b;
    if (rect_is_empty(b))
        return a;
    int left = smaller(a.x, b.x), top = smaller(a.y, b.y);
    int right = larger(a.x + a.width, b.x + b.width);
    int bottom = larger(a.y + a.height, b.y + b.height);
    return (PixelRect){left, top, right - left, bottom - top};
}

static int64_t area(PixelRect rect)
{
    return (int64_t)rect.width * rect.height;
}

int64_t damage_area(const Damage *damage)
{
    int64_t sum = 0;
    for (uint32_t i = 0; i < damage->count; i++)
        sum += area(damage->rects[i]);
    return sum;
}

/* What one rectangle around both costs beyond the two. */
static int64_t cost_of_joining(PixelRect a, PixelRect b)
{
    return area(rect_unite(a, b)) - area(a) - area(b) - RECT_COST;
}

/* The rectangle that `rect` is best joined with; -1: none. Those that overlap must be. */
static int find_partner(const Damage *damage, PixelRect rect)
{
    int best = -1;
    int64_t lowest = damage->count < DAMAGE_LIMIT ? 0 : INT64_MAX;
    for (uint32_t i = 0; i < damage->count; i++) {
        if (!rect_is_empty(rect_intersect(damage->rects[i], rect)))
            return (int)i;
        int64_t cost = cost_of_joining(damage->rects[i], rect);
        if (cost < lowest) {
            lowest = cost;
            best = (int)i;
        }
    }
    return best;
}

void damage_add(Damage *damage, PixelRect rect)
{
    if (rect_is_empty(rect))
        return;
    for (int partner = find_partner(damage, rect); partner >= 0;
         partner = find_partner(damage, rect)) {
        rect = rect_unite(rect, damage->rects[partner]);
        damage->rects[partner] = damage->rects[--damage->count];
    }
    damage->rects[damage->count++] = rect;
}

static bool same(const Mark *a, const Mark *b)
{
    return a->print[0] == b->print[0] && a->print[1] == b->print[1];
}

/* The part of two lists of marks between what they begin and end with alike. */
typedef struct Middle {
    const Mark *before, *after;
    size_t before_count, after_count;
} Middle;

static Middle cut_ends(const Marks *before, const Marks *after)
{
    size_t shorter = before->count < after->count ? before->count : after->count;
    size_t head = 0, tail = 0;
    while (head < shorter && same(&before->items[head], &after->items[head]))
        head++;
    while (tail < shorter - head && same(&before->items[before->count - 1 - tail],
                                         &after->items[after->count - 1 - tail]))
        tail++;
    return (Middle){before->items + head, after->items + head, before->count - head - tail,
                    after->count - head - tail};
}

static void reserve(DamageFinder *finder, const Middle *middle, size_t table_size)
{
    size_t before = middle->before_count, after = middle->after_count + 1;
    const size_t item = sizeof(int32_t);
    finder->table.items =
        list_reserve(finder->table.items, &finder->table.capacity, table_size, item);
    finder->chain.items =
        list_reserve(finder->chain.items, &finder->chain.capacity, before, item);
    finder->match.items =
        list_reserve(finder->match.items, &finder->match.capacity, after, item);
    finder->tails.items =
        list_reserve(finder->tails.items, &finder->tails.capacity, after, item);
    finder->previous.items =
        list_reserve(finder->previous.items, &finder->previous.capacity, after, item);
}

/* Gives each mark after the first equal one before that no other has taken; -1: there is none.
 */
static void match_equals(DamageFinder *finder, const Middle *middle)
{
    size_t size = 64;
    while (size < middle->before_count)
        size *= 2;
    reserve(finder, middle, size);
    int32_t *table = finder->table.items, *chain = finder->chain.items;
    memset(table, 0xFF, size * sizeof *table);
    for (size_t i = middle->before_count; i-- > 0;) {
        size_t slot = middle->before[i].print[0] & (size - 1);
        chain[i] = table[slot];
        table[slot] = (int32_t)i;
    }
    for (size_t i = 0; i < middle->after_count; i++) {
        int32_t *link = &table[middle->after[i].print[0] & (size - 1)];
        while (*link >= 0 && !same(&middle->before[*link], &middle->after[i]))
            link = &chain[*link];
        finder->match.items[i] = *link;
        if (*link >= 0)
            *link = chain[*link];
    }
}

/* How many of the `count` tails end on a match below `limit`. */
static size_t count_below(const DamageFinder *finder, size_t count, int32_t limit)
{
    size_t low = 0;
    while (low < count) {
        size_t half = low + (count - low) / 2;
        if (finder->match.items[finder->tails.items[half]] < limit)
            low = half + 1;
        else
            count = half;
    }
    return low;
}

/* Leaves only the longest run of matches that stand in the same order before and after (the
 * longest increasing subsequence): what moved past something else must be painted again. */
static void keep_order(DamageFinder *finder, size_t after_count)
{
    int32_t *match = finder->match.items, *tails = finder->tails.items;
    int32_t *previous = finder->previous.items;
    size_t length = 0;
    for (size_t i = 0; i < after_count; i++) {
        if (match[i] < 0)
            continue;
        size_t place = count_below(finder, length, match[i]);
        previous[i] = place > 0 ? tails[place - 1] : -1;
        tails[place] = (int32_t)i;
        if (place == length)
            length++;
    }
    int32_t kept = length > 0 ? tails[length - 1] : -1;
    for (size_t i = after_count; i-- > 0;) {
        if ((int32_t)i == kept)
            kept = previous[i];
        else
            match[i] = -1;
    }
}

void damage_compare(DamageFinder *finder, const Marks *before, const Marks *after,
                    Damage *ret_damage)
{
    Middle middle = cut_ends(before, after);
    match_equals(finder, &middle);
    keep_order(finder, middle.after_count);
    size_t at = 0; /* in before */
    for (size_t i = 0; i < middle.after_count; i++) {
        int32_t match = finder->match.items[i];
        if (match < 0) {
            damage_add(ret_damage, middle.after[i].bounds);
            continue;
        }
        for (; at < (size_t)match; at++)
            damage_add(ret_damage, middle.before[at].bounds);
        at = (size_t)match + 1;
    }
    for (; at < middle.before_count; at++)
        damage_add(ret_damage, middle.before[at].bounds);
}

void damage_finder_done(DamageFinder *finder)
{
    free(finder->table.items);
    free(finder->chain.items);
    free(finder->match.items);
    free(finder->tails.items);
    free(finder->previous.items);
    *finder = (DamageFinder){0};
}
