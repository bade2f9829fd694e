/* _heapq: Modules/_heapqmodule.c, with its comparisons in its order. A list is a heap when no
 * item is less (of the _max functions: greater) than its parent, the item at half its place. */
#include "run/interpreter.h"
#include "run/values/compare.h"

typedef struct Heap {
    Run *run;
    ObjectId list;
    bool greatest; /* the greatest comes first */
} Heap;

static uint32_t length_of(const Heap *heap)
{
    return model_object(heap->run->model, heap->list)->slot_count;
}

static ObjectId item_at(const Heap *heap, uint32_t place)
{
    return model_object(heap->run->model, heap->list)->slots[place];
}

/* Does the item at `place` belong above that at `other`? Raises too when the list changes its
 * length meanwhile. */
static bool belongs_above(const Heap *heap, uint32_t place, uint32_t other, bool *ret_above)
{
    Model *model = heap->run->model;
    uint32_t mark = hand_mark(model), length = length_of(heap);
    ObjectId item = hand_hold(model, item_at(heap, place));
    ObjectId second = hand_hold(model, item_at(heap, other));
    bool fine = heap->greatest ? compare_less(heap->run, second, item, ret_above)
                               : compare_less(heap->run, item, second, ret_above);
    hand_release(model, mark);
    if (fine && length_of(heap) != length)
        return raise_error(heap->run, EXC_RuntimeError, "list changed size during iteration") !=
               0;
    return fine;
}

static void swap(const Heap *heap, uint32_t place, uint32_t other)
{
    Model *model = heap->run->model;
    uint32_t mark = hand_mark(model);
    ObjectId item = hand_hold(model, item_at(heap, place));
    reference_set(model, heap->list, place, item_at(heap, other));
    reference_set(model, heap->list, other, item);
    hand_release(model, mark);
}

/* siftdown: the item at `place` rises, not above `top`, until its parent belongs above it. */
static bool rise(const Heap *heap, uint32_t top, uint32_t place)
{
    while (place > top) {
        uint32_t parent = (place - 1) >> 1;
        bool above;
        if (!belongs_above(heap, place, parent, &above))
            return false;
        if (!above)
            return true;
        swap(heap, place, parent);
        place = parent;
    }
    return true;
}

/* siftup: the item at `place` goes down to a leaf, always below the better child, and rises
 * from there. */
static bool sink(const Heap *heap, uint32_t place)
{
    uint32_t end = length_of(heap), top = place;
    while (place < end >> 1) {
        uint32_t child = 2 * place + 1;
        bool left = true;
        if (child + 1 < end && !belongs_above(heap, child, child + 1, &left))
            return false;
        child += !left;
        swap(heap, place, child);
        place = child;
    }
    return rise(heap, top, place);
}

/* --- functions --- */

static bool open_heap(Run *run, const Arguments *arguments, const char *function, bool greatest,
                      Heap *ret_heap)
{
    ObjectId list = arguments->values[0];
    *ret_heap = (Heap){run, list, greatest};
    if (model_kind(run->model, list) == KIND_LIST)
        return true;
    if (run->profile->minor < 10)
        return raise_error(run, EXC_TypeError, "heap argument must be a list") != 0;
    return raise_error(run, EXC_TypeError, "%s() argument %smust be list, not %s", function,
                       arguments->count > 1 ? "1 " : "", argument_type_string(run, list)) != 0;
}

static ObjectId raise_empty(Run *run)
{
    return raise_error(run, EXC_IndexError, "index out of range");
}

static ObjectId heap_push(Run *run, const Arguments *arguments)
{
    Heap heap;
    if (!open_heap(run, arguments, "heappush", false, &heap))
        return 0;
    list_append(run->model, heap.list, arguments->values[1]);
    return rise(&heap, 0, length_of(&heap) - 1) ? run->model->none : 0;
}

/* The last item takes the place of the first, and sinks. */
static ObjectId pop(const Heap *heap)
{
    Model *model = heap->run->model;
    uint32_t length = length_of(heap);
    if (!length)
        return raise_empty(heap->run);
    ObjectId last = list_pop(model, heap->list, length - 1);
    if (length == 1)
        return last;
    ObjectId first = hand_hold(model, item_at(heap, 0));
    reference_set(model, heap->list, 0, last);
    return sink(heap, 0) ? first : 0;
}

static ObjectId replace(const Heap *heap, ObjectId item)
{
    Model *model = heap->run->model;
    if (!length_of(heap))
        return raise_empty(heap->run);
    ObjectId first = hand_hold(model, item_at(heap, 0));
    reference_set(model, heap->list, 0, item);
    return sink(heap, 0) ? first : 0;
}

static ObjectId heapify(const Heap *heap)
{
    for (uint32_t place = length_of(heap) / 2; place > 0; place--)
        if (!sink(heap, place - 1))
            return 0;
    return heap->run->model->none;
}

static ObjectId heap_pop(Run *run, const Arguments *arguments)
{
    Heap heap;
    return open_heap(run, arguments, "heappop", false, &heap) ? pop(&heap) : 0;
}
static ObjectId heap_pop_max(Run *run, const Arguments *arguments)
{
    Heap heap;
    return open_heap(run, arguments, "_heappop_max", true, &heap) ? pop(&heap) : 0;
}
static ObjectId heap_replace(Run *run, const Arguments *arguments)
{
    Heap heap;
    return open_heap(run, arguments, "heapreplace", false, &heap)
               ? replace(&heap, arguments->values[1])
               : 0;
}
static ObjectId heap_replace_max(Run *run, const Arguments *arguments)
{
    Heap heap;
    return open_heap(run, arguments, "_heapreplace_max", true, &heap)
               ? replace(&heap, arguments->values[1])
               : 0;
}
static ObjectId heap_heapify(Run *run, const Arguments *arguments)
{
    Heap heap;
    return open_heap(run, arguments, "heapify", false, &heap) ? heapify(&heap) : 0;
}
static ObjectId heap_heapify_max(Run *run, const Arguments *arguments)
{
    Heap heap;
    return open_heap(run, arguments, "_heapify_max", true, &heap) ? heapify(&heap) : 0;
}

static ObjectId heap_push_pop(Run *run, const Arguments *arguments)
{
    Heap heap;
    ObjectId item = arguments->values[1];
    bool less = false;
    if (!open_heap(run, arguments, "heappushpop", false, &heap))
        return 0;
    if (!length_of(&heap))
        return item;
    ObjectId first = hand_hold(run->model, item_at(&heap, 0));
    if (!compare_less(run, first, item, &less))
        return 0;
    if (!less)
        return item;
    return length_of(&heap) ? replace(&heap, item) : raise_empty(run);
}

static const Native functions[] = {
    {"heappush", heap_push, 2, 2, NULL, NATIVE_VARARGS},
    {"heappushpop", heap_push_pop, 2, 2, NULL, NATIVE_VARARGS},
    {"heappop", heap_pop, 1, 1, NULL, NATIVE_O},
    {"heapreplace", heap_replace, 2, 2, NULL, NATIVE_VARARGS},
    {"heapify", heap_heapify, 1, 1, NULL, NATIVE_O},
    {"_heappop_max", heap_pop_max, 1, 1, NULL, NATIVE_O},
    {"_heapreplace_max", heap_replace_max, 2, 2, NULL, NATIVE_VARARGS},
    {"_heapify_max", heap_heapify_max, 1, 1, NULL, NATIVE_O},
    {.name = ""},
};
const NativeModule module_heapq = {"_heapq", functions, NULL, NULL};
