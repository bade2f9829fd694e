#include "run/builtins/writer.h"

#include <string.h>

#include "model/collector.h"
#include "model/memory.h"
#include "run/builtins/stream.h"
#include "run/interpreter.h"

/* --- the bound method --- */

/* Until 3.8 a bound method in C comes from a free list. It is seen when that is empty, or when
 * the program's own code runs while it lives; the buffer's write comes from there as well until
 * 3.7, and the list of what is pending from the lists'. */
static bool is_seen(const Model *model, bool plain)
{
    const State *state = &model->state;
    uint32_t needed = model->profile->minor < 8 ? 2 : 1;
    return !plain || memory_kept(state, FREE_LIST_BUILTIN) < needed ||
           (needed == 2 && !memory_kept(state, FREE_LIST_LIST));
}

static const Native bound_write = {"write", NULL, 1, 1, NULL, NATIVE_O};

static ObjectId bind_write(Run *run, ObjectId file)
{
    Model *model = run->model;
    bool owned = model->makes_own;
    model->makes_own = true;
    ObjectId method = builtin_create(run, &bound_write, model->types[TYPE_BUILTIN], file);
    model->makes_own = owned;
    return method;
}

static void open_standard(Run *run, bool plain, Writer *writer)
{
    Model *model = run->model;
    if (model->profile->free_lists.method) {
        if (is_seen(model, plain))
            writer->method = bind_write(run, writer->file);
        return;
    }
    writer->counts = true;
    collector_allocated(model);
    if (model->collection_due) /* PyObject_Str checks */
        collector_run_due(model);
}

bool writer_open(Run *run, ObjectId file, bool plain, Writer *ret_writer)
{
    Writer writer = {.file = file, .mark = hand_mark(run->model)};
    if (stream_is_standard(run, file))
        open_standard(run, plain, &writer);
    else if (!(writer.method = attribute_get_string(run, file, "write")))
        return false;
    *ret_writer = writer;
    return true;
}

void writer_close(Run *run, const Writer *writer)
{
    hand_release(run->model, writer->mark);
    if (writer->counts)
        collector_freed(run->model);
}

/* --- what is pending --- */

/* Modules/_io/textio.c: until 3.7 the text waits in a list, in 3.6 until the end of the line;
 * then it goes to the buffer's write. */
static void pend(Run *run, ObjectId file, Slice text)
{
    Model *model = run->model;
    uint32_t *slot = &run_objects(run)->pending_slot;
    uint32_t mark = hand_mark(model);
    model->makes_own = true;
    if (!*slot) {
        *slot = model_object(model, model->interpreter)->slot_count;
        reference_push(model, model->interpreter, 0);
    }
    if (!model_object(model, model->interpreter)->slots[*slot])
        reference_set(model, model->interpreter, *slot, list_create(model, 0));
    model->makes_own = false;
    hand_release(model, mark);
    bool ends = text.length && (memchr(text.bytes, '\n', text.length) ||
                                memchr(text.bytes, '\r', text.length));
    if (model->profile->minor < 7 && !ends)
        return;
    reference_set(model, model->interpreter, *slot, 0);
    bind_write(run, file);
    hand_release(model, mark);
}

static bool write_standard(Run *run, const Writer *writer, Slice text)
{
    int minor = run->profile->minor;
    if (minor < 7 || (minor == 7 && writer->method))
        pend(run, writer->file, text);
    return stream_write(run, writer->file, text);
}

bool writer_write(Run *run, const Writer *writer, Slice text)
{
    if (stream_is_standard(run, writer->file))
        return write_standard(run, writer, text);
    uint32_t mark = hand_mark(run->model);
    ObjectId value = str_from(run->model, text);
    bool fine = call_object(run, writer->method, &value, 1) != 0;
    hand_release(run->model, mark);
    return fine;
}

/* --- keywords --- */

void writer_know_keywords(Run *run, const char *const *names, bool named)
{
    enum { NAME_LIMIT = 8 };
    Model *model = run->model;
    ObjectsState *state = run_objects(run);
    int minor = model->profile->minor;
    if (state->print_keywords_known || minor < 7 || minor >= 12 ||
        (minor < 11 && !named))
        return;
    state->print_keywords_known = true;
    ObjectId values[NAME_LIMIT];
    uint32_t mark = hand_mark(model), count = 0;
    for (; names[count][0]; count++)
        values[count] = model_intern(model, slice_of(names[count]));
    model->makes_own = true;
    reference_push(model, model->interpreter, tuple_from(model, values, count));
    model->makes_own = false;
    hand_release(model, mark);
}
