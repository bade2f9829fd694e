#include "view/caption_collections.h"

#include <stdlib.h>

#include "view/caption_weights.h"
#include "view/caption_words.h"

/* Collections in one step that are told. */
enum { SENTENCES = 2 };

static void append_generations(Text *text, uint32_t generation)
{
    static const char *const names[] = {"A collection of generation 0",
                                        "A collection of generations 0 and 1",
                                        "A full collection"};
    text_append_string(text, names[generation < 3 ? generation : 2]);
}

static int compare_ids(const void *a, const void *b)
{
    ObjectId x = *(const ObjectId *)a, y = *(const ObjectId *)b;
    return (x > y) - (x < y);
}

/* The objects that the collector freed, if all of them have a number. */
static bool append_freed(Text *text, const Facts *facts, const CollectionFact *fact)
{
    ObjectId freed[FACT_LIMIT];
    uint32_t count = 0;
    for (uint32_t i = 0; i < facts_kept(facts->death_count); i++) {
        ObjectId id = facts->deaths[i].id;
        if (facts->deaths[i].collected &&
            state_object(&facts->after->state, id)->flags & OBJECT_GC)
            freed[count++] = id;
    }
    if (count != fact->freed || facts->collection_count > 1)
        return false;
    qsort(freed, count, sizeof *freed, compare_ids);
    text_append_string(text, ": ");
    words_objects(text, facts->after, freed, count, count, 3);
    return true;
}

static void say_found(Caption *caption, const Facts *facts, const CollectionFact *fact,
                      Text *text)
{
    bool one = fact->unreachable == 1;
    if (!fact->unreachable) {
        text_append_string(text, "All of them can be reached: nothing is freed.");
        caption_say(caption, WEIGHT_COLLECTION, text);
        return;
    }
    text_append_format(text, "%u of them can't be reached", fact->unreachable);
    if (fact->freed == fact->unreachable) {
        text_append_string(text, one ? " and is freed" : " and are freed");
        append_freed(text, facts, fact);
        text_append_char(text, '.');
    } else {
        text_append_format(text, ": %u of these %s freed.", fact->freed,
                           fact->freed == 1 ? "is" : "are");
    }
    caption_say(caption, WEIGHT_FOUND, text);
}

static void say_collection(Caption *caption, const Facts *facts, const CollectionFact *fact,
                           Text *text)
{
    append_generations(text, fact->generation);
    text_append_string(text, " looks at ");
    words_count(text, fact->examined, "object");
    text_append_string(text, " of the program.");
    caption_say(caption, WEIGHT_COLLECTION, text);
    if (fact->examined || fact->unreachable)
        say_found(caption, facts, fact, text);
    if (!fact->survivors)
        return;
    words_count(text, fact->survivors, "survivor");
    if (fact->generation < 2)
        text_append_format(
            text, fact->survivors == 1 ? " moves to generation %u." : " move to generation %u.",
            fact->generation + 1);
    else
        text_append_string(text, fact->survivors == 1 ? " is in generation 2 now."
                                                      : " are in generation 2 now.");
    caption_say(caption, WEIGHT_SURVIVORS, text);
}

static uint32_t register_of(const Cursor *cursor, Register index)
{
    return cursor->state.registers[index];
}

/* gc.set_threshold, gc.enable, gc.disable */
static void say_settings(Caption *caption, const Facts *facts, Text *text)
{
    const Cursor *before = facts->before, *after = facts->after;
    bool moved = false;
    for (int i = REGISTER_GC_THRESHOLD0; i <= REGISTER_GC_THRESHOLD2; i++)
        moved = moved || register_of(before, (Register)i) != register_of(after, (Register)i);
    if (moved) {
        text_append_format(text, "The collector's thresholds are now %u, %u and %u.",
                           register_of(after, REGISTER_GC_THRESHOLD0),
                           register_of(after, REGISTER_GC_THRESHOLD1),
                           register_of(after, REGISTER_GC_THRESHOLD2));
        caption_say(caption, WEIGHT_COLLECTION, text);
    }
    bool enabled = register_of(after, REGISTER_GC_ENABLED);
    if (enabled != (bool)register_of(before, REGISTER_GC_ENABLED)) {
        text_append_string(text, enabled ? "The collector starts by itself again."
                                         : "The collector no longer starts by itself.");
        caption_say(caption, WEIGHT_COLLECTION, text);
    }
}

void collections_say(Caption *caption, const Facts *facts, Text *text)
{
    say_settings(caption, facts, text);
    for (uint32_t i = 0; i < facts_kept(facts->collection_count) && i < SENTENCES; i++)
        say_collection(caption, facts, &facts->collections[i], text);
}
