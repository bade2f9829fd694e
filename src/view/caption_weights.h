#ifndef VIEW_CAPTION_WEIGHTS_H
#define VIEW_CAPTION_WEIGHTS_H
/* How much each kind of sentence weighs: the lightest go first where room is short, the
 * heaviest (from 84 on) is set bold. */
enum {
    WEIGHT_GARBAGE = 100,
    WEIGHT_FOUND = 98,
    WEIGHT_RAISED = 97,
    WEIGHT_SURVIVORS = 96, /* who is promoted */
    WEIGHT_DEATH = 95,
    WEIGHT_FALL = 90,
    WEIGHT_RISE = 88,
    WEIGHT_FIRST = 86,
    WEIGHT_TEST = 84,
    WEIGHT_CALL = 80,
    WEIGHT_BOUND = 78,
    WEIGHT_CASCADE = 76,
    WEIGHT_SLOT = 75,
    WEIGHT_COLLECTION = 74,
    WEIGHT_OUTPUT = 70,
    WEIGHT_ALIVE = 68,

    WEIGHT_ENDS = 64,
    WEIGHT_MADE = 62,
    WEIGHT_SIZE = 60,
    WEIGHT_REASON = 55,
    WEIGHT_LOOP = 50,
    WEIGHT_BACKGROUND = 45, /* counts of functions and classes */
    WEIGHT_REST = 40,
    WEIGHT_NOTHING = 30,
};
#endif
