#include "view/caption_slots.h"

#include <string.h>

#include "view/caption_weights.h"
#include "view/caption_words.h"

enum { SENTENCES = 3 };

/* The facts about one holder, which stand together. */
typedef struct Group {
    const SlotFact *facts;
    uint32_t count;
    uint32_t added, removed, replaced;
} Group;

static Group group_at(const Facts *facts, uint32_t start)
{
    Group group = {.facts = &facts->slots[start]};
    for (uint32_t i = start; i < facts_kept(facts->slot_count); i++) {
        const SlotFact *fact = &facts->slots[i];
        if (fact->holder != group.facts->holder)
            break;
        group.count++;
        group.added += !fact->before.target;
        group.removed += !fact->after.target;
        group.replaced += fact->before.target && fact->after.target;
    }
    return group;
}

static ObjectKind kind_of(const Facts *facts, ObjectId id)
{
    return (ObjectKind)state_object(&facts->after->state, id)->kind;
}

static bool is_sequence(ObjectKind kind)
{
    return kind == KIND_LIST || kind == KIND_TUPLE;
}

/* "item 2", "the key 'a'", "the attribute friend" */
static void append_place(Text *text, ObjectKind kind, const Reference *reference, bool starts)
{
    if (is_sequence(kind))
        text_append_format(text, "%s %s", starts ? "Item" : "item", reference->label);
    else if (kind == KIND_DICT)
        text_append_format(text, "%s key %s", starts ? "The" : "the", reference->label);
    else
        text_append_format(text, "%s attribute %s", starts ? "The" : "the", reference->label);
}

/* --- one place --- */

static void say_added(const Facts *facts, const SlotFact *fact, Text *text)
{
    ObjectKind kind = kind_of(facts, fact->holder);
    words_object(text, facts->after, fact->holder);
    text_append_string(text, " gets ");
    if (kind == KIND_SET || kind == KIND_FROZENSET) {
        words_object(text, facts->after, fact->after.target);
        text_append_string(text, " as a member.");
        return;
    }
    append_place(text, kind, &fact->after, false);
    text_append_string(text, ": ");
    words_object(text, facts->after, fact->after.target);
    text_append_char(text, '.');
}

static void say_removed(const Facts *facts, const SlotFact *fact, Text *text)
{
    ObjectKind kind = kind_of(facts, fact->holder);
    words_object(text, facts->after, fact->holder);
    text_append_string(text, " loses ");
    if (kind == KIND_SET || kind == KIND_FROZENSET)
        words_object(text, facts->after, fact->before.target);
    else
        append_place(text, kind, &fact->before, false);
    text_append_char(text, '.');
}

static void say_replaced(const Facts *facts, const SlotFact *fact, Text *text)
{
    append_place(text, kind_of(facts, fact->holder), &fact->after, true);
    text_append_string(text, " of ");
    words_object(text, facts->after, fact->holder);
    text_append_string(text, " is now ");
    words_object(text, facts->after, fact->after.target);
    text_append_string(text, ", no longer ");
    words_object(text, facts->after, fact->before.target);
    text_append_char(text, '.');
}

/* --- a holder as a whole --- */

static void say_length(const Facts *facts, ObjectId holder, Text *text)
{
    uint32_t before = cursor_reference_count(facts->before, holder);
    uint32_t after = cursor_reference_count(facts->after, holder);
    words_object(text, facts->after, holder);
    text_append_format(text, " %s from %u to ", after > before ? "grows" : "shrinks", before);
    words_count(text, after, "item");
    text_append_char(text, '.');
}

static void say_many(const Facts *facts, const Group *group, Text *text)
{
    ObjectId holder = group->facts->holder;
    ObjectKind kind = kind_of(facts, holder);
    words_object(text, facts->after, holder);
    if (facts->permuted == holder) {
        text_append_string(text, " has its items in a new order.");
        return;
    }
    const char *what = is_sequence(kind) ? "item" : kind == KIND_DICT ? "key" : "attribute";
    if (kind == KIND_SET || kind == KIND_FROZENSET)
        what = "member";
    text_append_string(text, " changes in ");
    words_count(text, group->count, what);
    text_append_char(text, '.');
}

static void say_group(const Facts *facts, const Group *group, Text *text)
{
    ObjectId holder = group->facts->holder;
    bool complete = facts->slot_count <= FACT_LIMIT;
    if (group->count == 1 && group->added)
        say_added(facts, group->facts, text);
    else if (group->count == 1 && group->removed && !is_sequence(kind_of(facts, holder)))
        say_removed(facts, group->facts, text);
    else if (group->count == 1 && group->replaced)
        say_replaced(facts, group->facts, text);
    else if (is_sequence(kind_of(facts, holder)) &&
             (group->added || group->removed || !complete))
        say_length(facts, holder, text);
    else
        say_many(facts, group, text);
}

void slots_say(Caption *caption, const Facts *facts, Text *text)
{
    uint32_t said = 0, i = 0;
    while (i < facts_kept(facts->slot_count) && said < SENTENCES) {
        Group group = group_at(facts, i);
        say_group(facts, &group, text);
        caption_say(caption, WEIGHT_SLOT, text);
        i += group.count;
        said++;
    }
}
