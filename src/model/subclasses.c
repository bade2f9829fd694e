#include "model/subclasses.h"

#include "model/collector.h"
#include "model/weakref.h"

void subclass_add(Model *model, ObjectId type)
{
    uint32_t mark = hand_mark(model);
    ObjectId weakref = weakref_basic(model, type, false);
    if (!weakref) {
        weakref = object_create(model, KIND_WEAKREF, model->types[TYPE_WEAKREF],
                                model->profile->sizes.weakref, OBJECT_GC, (Payload){.bits = 0});
        weakref_attach(model, weakref, type, 0, false);
        collector_track(model, weakref);
    }
    object_set_field(model, weakref, FIELD_B, type);
    reference_push(model, model->subclasses, weakref);
    hand_release(model, mark);
}

void subclass_remove(Model *model, ObjectId type)
{
    const Object *holder = model_object(model, model->subclasses);
    uint32_t last = holder->slot_count;
    for (uint32_t i = last; i-- > 0;) {
        ObjectId weakref = holder->slots[i];
        if (model_object(model, weakref)->b != type)
            continue;
        if (i + 1 < last)
            model_commit(model, (Change){.kind = CHANGE_STORE,
                                         .target = model->subclasses,
                                         .index = i,
                                         .before = weakref,
                                         .after = holder->slots[last - 1]});
        else
            model_commit(
                model,
                (Change){.kind = CHANGE_POP, .target = model->subclasses, .before = weakref});
        deaths_note(model, weakref);
        return;
    }
}
