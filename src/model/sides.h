#ifndef MODEL_SIDES_H
#define MODEL_SIDES_H
/* What the host keeps beside an object to find things in it quickly: hashes, index tables.
 * Derived from the object's slots by whoever changes them, never part of a State, gone with the
 * object. Law: no picture depends on a Side, and nothing that a program can observe but the
 * numbers that C iterators and random generators keep for themselves (run), which no cursor
 * carries out. */
#include "model/model.h"

/* The first member of every kind of Side. */
struct Side {
    void (*done)(Side *side); /* frees what the side owns, not the side itself; NULL: nothing */
};

/* The side of an object, NULL where it has none. */
static inline Side *side_of(const Model *model, ObjectId id)
{
    return id < model->side_capacity ? model->sides[id] : NULL;
}

#endif
