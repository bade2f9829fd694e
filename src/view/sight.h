#ifndef VIEW_SIGHT_H
#define VIEW_SIGHT_H
/* What is to be seen of the memory at one moment: the frames that are shown, the objects that
 * get cards, and the rows of both. Deep stacks and long containers are folded here, so that
 * nobody else has to know how. An object gets a card when a visible row refers to it, or when
 * it is garbage. */
#include "trace/cursor.h"

enum {
    SIGHT_FRAMES = 8,   /* at most */
    SIGHT_TAIL = 2,     /* rows below a fold */
    SIGHT_GARBAGE = 24, /* containers that are garbage, at most, drawn at once */
};

/* How it folds, and what it leaves out. */
typedef struct SightOptions {
    bool inline_small; /* plain values get no card */
    uint32_t frames;   /* shown: the outermost ones, and the running one below a fold */
    uint32_t rows;     /* of a container, the fold included */
} SightOptions;

/* What a row of a card says. */
typedef struct Row {
    Reference reference; /* label and target; target 0: nothing to refer to */
    uint32_t hidden;     /* a fold: so many are not shown; else 0 */
    bool is_linked;      /* the target has a card: an arrow leads there */
} Row;

typedef enum Seen {
    SEEN_NOT,
    SEEN_REACHED,
    SEEN_GARBAGE,
} Seen;

typedef struct Sight {
    const Trace *trace;
    SightOptions options;
    uint8_t *marks;    /* of cursor_drawn */
    uint8_t *seen;     /* by id, a Seen */
    ObjectId *objects; /* that are seen, in order of discovery */
    size_t count, capacity;
    ObjectId frames[SIGHT_FRAMES]; /* by place, outermost first; the last place is the running
                                      one's */
    uint32_t frame_count;
    uint32_t garbage_left_out; /* beyond SIGHT_GARBAGE */
    uint32_t folded;           /* frames above the last one that are not shown */
} Sight;

void sight_init(Sight *sight, const Trace *trace, SightOptions options);
void sight_done(Sight *sight);
/* Fills it for the cursor's moment. Without `garbage` only what names reach (much cheaper). */
void sight_look(Sight *sight, const Cursor *cursor, bool garbage);
/* Rows of an object's card at the cursor's moment. */
uint32_t sight_row_count(const Sight *sight, const Cursor *cursor, ObjectId id);
/* The index-th of them; false past the end. */
bool sight_row(const Sight *sight, const Cursor *cursor, ObjectId id, uint32_t index,
               Row *ret_row);
/* The same without its label, which costs more than all else. */
bool sight_link(const Sight *sight, const Cursor *cursor, ObjectId id, uint32_t index,
                Row *ret_row);
/* Does what a name or slot refers to get a card of its own? */
bool sight_is_card(const Sight *sight, const State *state, ObjectId target);
/* A plain value, which has no references to show: its card is one line. */
bool sight_is_plain(const Object *object);

#endif
