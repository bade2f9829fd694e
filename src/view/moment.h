#ifndef VIEW_MOMENT_H
#define VIEW_MOMENT_H
/* What a picture is a picture of: a place in a recording and what the person points at. */
#include "scene/scene.h"
#include "trace/cursor.h"

/* ItemId.kind of everything that can be picked. object and part are explained per kind. */
typedef enum PickKind {
    PICK_NONE,
    PICK_OBJECT,   /* object: the id */
    PICK_SLOT,     /* object: holder, part: slot index */
    PICK_ARROW,    /* object: holder (or frame), part: slot or name index */
    PICK_NAME,     /* object: frame, part: name index */
    PICK_FRAME,    /* object: the frame */
    PICK_BADGE,    /* object: the id */
    PICK_LINE,     /* part: source line */
    PICK_TIMELINE, /* part: step */
    PICK_PANEL,    /* part: which panel (for wheel and tween) */
    PICK_BAND,     /* part: generation, 3: untracked */
} PickKind;

/* Ways to look at a recording. */
typedef enum View {
    VIEW_OBJECTS,   /* names and objects */
    VIEW_COLLECTOR, /* the same with what the collector is doing to them */
    VIEW_HEAP,      /* the private heap's pools and blocks */
    VIEW_TIME,      /* figures along the steps */
    VIEW_CODE,      /* the bytecode */
    VIEW_COUNT,
} View;

/* The view of a name or number on the command line: "collector", "2". */
bool view_named(const char *word, View *ret_view);
const char *view_name(View view);
/* Is there a canvas of cards, which can be moved and zoomed? */
bool view_has_canvas(View view);

typedef struct Camera {
    double zoom; /* 1: as laid out */
    double x, y; /* canvas point at the area's top left */
} Camera;

typedef struct Moment {
    const Cursor *cursor;
    uint32_t since; /* Changes [since, cursor->change) stand out */
    uint32_t step;  /* the step that the cursor is in */
    ItemId hover;   /* kind PICK_NONE: nothing */
    View view;
} Moment;

#endif
