#ifndef TEST_MODEL_FIXTURE_H
#define TEST_MODEL_FIXTURE_H
/* A model of one version for a test, checked when it is closed: counts, and the whole journal
 * undone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/containers.h"

typedef struct Fixture {
    Profile profile;
    Model *model;
    State start;
} Fixture;

void fixture_open(Fixture *fixture, const char *version);
void fixture_close(Fixture *fixture);
/* A class: `layout` is the kind of its instances, which have a __dict__ and no __slots__. */
ObjectId fixture_class(Model *model, ObjectKind layout);
uint64_t fixture_size(const Model *model, ObjectId id);
/* The objects that died since `from` Changes, in order; at most `most`. Their number. */
int fixture_deaths(const Model *model, uint32_t from, ObjectId *ret_dead, int most);
/* An instance that nothing but HAND refers to. */
ObjectId fixture_object(Model *model);

#endif
