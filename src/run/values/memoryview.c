/* A view: slot 0 its managed buffer (0: released); field a the place of its first byte, b the
 * number of its items, c the step between them in bytes (as int32_t); its payload says format
 * and whether it is read-only. A managed buffer: slot 0 the object. */
#include "run/values/memoryview.h"

#include <inttypes.h>
#include <string.h>

#include "base/list.h"
#include "run/interpreter.h"
#include "run/types/slots.h"
#include "run/values/iterate.h"
#include "run/values/memoryview_item.h"
#include "run/values/subscript.h"

enum { VIEW_READ_ONLY = 0x100 }; /* of the payload; the format's character is below it */

typedef struct View {
    ObjectId buffer, owner;
    const ItemFormat *format;
    bool read_only;
    int64_t start, length, step;
} View;

bool memoryview_is_open(Run *run, ObjectId object)
{
    return native_is(run, object, &type_memoryview) &&
           model_object(run->model, object)->slots[0];
}

static bool view_open(Run *run, ObjectId self, View *ret_view)
{
    const Model *model = run->model;
    const Object *object = model_object(model, self);
    ObjectId buffer = object->slots[0];
    if (!buffer)
        return raise_error(run, EXC_ValueError,
                           "operation forbidden on released memoryview object") != 0;
    int64_t traits = model_payload(model, self).integer;
    char code = (char)(traits & 0xff);
    *ret_view = (View){.buffer = buffer,
                       .owner = model_object(model, buffer)->slots[0],
                       .format = item_format_find((Slice){&code, 1}),
                       .read_only = (traits & VIEW_READ_ONLY) != 0,
                       .start = object->a,
                       .length = object->b,
                       .step = (int32_t)object->c};
    return true;
}

static ObjectId view_make(Run *run, const View *view)
{
    Model *model = run->model;
    ObjectId self = native_create(run, native_type(run, &type_memoryview), &view->buffer, 1);
    int64_t traits = view->format->code | (view->read_only ? VIEW_READ_ONLY : 0);
    model_set_payload(model, self, (Payload){.integer = traits});
    object_set_field(model, self, FIELD_A, (uint32_t)view->start);
    object_set_field(model, self, FIELD_B, (uint32_t)view->length);
    object_set_field(model, self, FIELD_C, (uint32_t)(int32_t)view->step);
    return self;
}

/* --- bytes --- */

/* The bytes of one item of a view of `whole`. */
static const char *item_at(const View *view, Slice whole, int64_t index)
{
    return whole.bytes + view->start + index * view->step;
}

void memoryview_write(Run *run, ObjectId self, Text *ret_bytes)
{
    View view = {0};
    Text space = {0};
    if (!view_open(run, self, &view))
        return;
    Slice whole = bytes_slice(run, view.owner, &space);
    for (int64_t i = 0; i < view.length; i++)
        text_append(ret_bytes, item_at(&view, whole, i), view.format->size);
    text_done(&space);
}

static ObjectId view_bytes(Run *run, ObjectId self)
{
    View view = {0};
    Text bytes = {0};
    if (!view_open(run, self, &view))
        return 0;
    memoryview_write(run, self, &bytes);
    return bytes_of_text(run, &bytes);
}

static ObjectId view_list(Run *run, ObjectId self)
{
    Model *model = run->model;
    View view = {0};
    Text space = {0};
    if (!view_open(run, self, &view))
        return 0;
    ObjectId list = list_create(model, (uint32_t)view.length);
    Slice whole = bytes_slice(run, view.owner, &space);
    for (int64_t i = 0; i < view.length; i++) {
        uint32_t mark = hand_mark(model);
        list_append(model, list, item_read(run, view.format, item_at(&view, whole, i)));
        hand_release(model, mark);
    }
    text_done(&space);
    return list;
}

/* --- managed buffers --- */

/* Those that live, as far as is known: the dead are struck off. */
bool memoryview_is_exported(Run *run, ObjectId bytearray)
{
    ObjectsState *state = run_objects(run);
    const Model *model = run->model;
    size_t count = 0;
    bool found = false;
    for (size_t i = 0; i < state->buffer_count; i++) {
        ObjectId buffer = state->buffers[i];
        const Object *object = model_object(model, buffer);
        if (object->kind == KIND_FREE || !native_is(run, buffer, &type_managed_buffer))
            continue;
        state->buffers[count++] = buffer;
        found = found || object->slots[0] == bytearray;
    }
    state->buffer_count = count;
    return found;
}

static ObjectId buffer_make(Run *run, ObjectId owner)
{
    ObjectsState *state = run_objects(run);
    ObjectId buffer = native_create(run, native_type(run, &type_managed_buffer), &owner, 1);
    state->buffers = list_reserve(state->buffers, &state->buffer_capacity,
                                  state->buffer_count + 1, sizeof *state->buffers);
    state->buffers[state->buffer_count++] = buffer;
    return buffer;
}

static ObjectId view_of(Run *run, ObjectId object)
{
    const Model *model = run->model;
    View view = {.step = 1, .format = item_format_find(slice_of("B"))};
    int64_t length;
    if (native_is(run, object, &type_memoryview))
        return view_open(run, object, &view) ? view_make(run, &view) : 0;
    if (!kind_is_bytes(model_kind(model, object)))
        return raise_error(run, EXC_TypeError,
                           "memoryview: a bytes-like object is required, not '%s'",
                           type_string(run, object));
    length_builtin(run, object, &length);
    view.length = length;
    view.read_only = model_kind(model, object) == KIND_BYTES;
    view.buffer = buffer_make(run, object);
    return view_make(run, &view);
}

static ObjectId view_new(Run *run, const Arguments *arguments)
{
    static const char *const keywords[] = {"object", ""};
    static const Native form = {"memoryview", NULL, 1, 1, keywords, NATIVE_RAW};
    ObjectId object;
    return arguments_sort(run, &form, 1, arguments, &object) ? view_of(run, object) : 0;
}

/* --- items --- */

static bool key_is_index(Run *run, ObjectId key)
{
    return kind_is_integer(model_kind(run->model, key)) ||
           lookup_special(run, key, "__index__") != 0;
}

/* The place of the item that an index, or a tuple of one, names. */
static bool item_place(Run *run, const View *view, ObjectId key, int64_t *ret_place)
{
    const Object *row = model_object(run->model, key);
    int64_t index;
    if (row->kind == KIND_TUPLE && row->slot_count != 1)
        return raise_error(run, EXC_TypeError,
                           "cannot index 1-dimension view with %u-element tuple",
                           row->slot_count) != 0;
    if (row->kind == KIND_TUPLE)
        key = row->slots[0];
    if (!key_is_index(run, key))
        return raise_error(run, EXC_TypeError, "memoryview: invalid slice key") != 0;
    if (!subscript_position(run, key, view->length, "index out of bounds on dimension 1",
                            &index))
        return false;
    *ret_place = view->start + index * view->step;
    return true;
}

static bool part_of(Run *run, const View *view, ObjectId slice, View *ret_part)
{
    SliceRange range;
    if (!slice_resolve(run, slice, view->length, &range))
        return false;
    *ret_part = *view;
    ret_part->start = view->start + range.start * view->step;
    ret_part->length = range.count;
    ret_part->step = view->step * range.step;
    return true;
}

static ObjectId view_getitem(Run *run, const Arguments *arguments)
{
    ObjectId key = arguments->values[1];
    View view = {0}, part = {0};
    int64_t place;
    if (!view_open(run, arguments->values[0], &view))
        return 0;
    if (model_kind(run->model, key) == KIND_SLICE)
        return part_of(run, &view, key, &part) ? view_make(run, &part) : 0;
    if (!item_place(run, &view, key, &place))
        return 0;
    Text space = {0};
    Slice whole = bytes_slice(run, view.owner, &space);
    ObjectId item = item_read(run, view.format, whole.bytes + place);
    text_done(&space);
    return item;
}

static void put_item(Run *run, const View *view, int64_t place, const char *bytes)
{
    uint32_t size = view->format->size;
    bytearray_splice(run, view->owner, (uint32_t)place, (uint32_t)place + size,
                     (Slice){bytes, size});
}

/* The bytes that are assigned to a slice, if they have its format and length. */
static bool part_source(Run *run, const View *part, ObjectId value, Text *ret_bytes)
{
    View source = {.format = item_format_find(slice_of("B"))};
    if (!is_bytes_like(run, value))
        return raise_error(run, EXC_TypeError, "a bytes-like object is required, not '%s'",
                           type_string(run, value)) != 0;
    if (memoryview_is_open(run, value) && !view_open(run, value, &source))
        return false;
    Text space = {0};
    text_append_slice(ret_bytes, bytes_slice(run, value, &space));
    text_done(&space);
    int64_t size = (int64_t)ret_bytes->length;
    return (source.format == part->format && size == part->length * part->format->size) ||
           raise_error(run, EXC_ValueError,
                       "memoryview assignment: lvalue and rvalue have different structures");
}

static bool set_part(Run *run, const View *view, ObjectId slice, ObjectId value)
{
    Text bytes = {0};
    View part = {0};
    bool fine = part_of(run, view, slice, &part) && part_source(run, &part, value, &bytes);
    for (int64_t i = 0; fine && i < part.length; i++)
        put_item(run, &part, part.start + i * part.step, bytes.bytes + i * part.format->size);
    text_done(&bytes);
    return fine;
}

static ObjectId view_setitem(Run *run, const Arguments *arguments)
{
    ObjectId key = arguments->values[1], value = arguments->values[2];
    View view = {0};
    int64_t place;
    char bytes[ITEM_SIZE_LARGEST];
    if (!view_open(run, arguments->values[0], &view))
        return 0;
    if (view.read_only)
        return raise_error(run, EXC_TypeError, "cannot modify read-only memory");
    if (model_kind(run->model, key) == KIND_SLICE)
        return set_part(run, &view, key, value) ? run->model->none : 0;
    if (!item_place(run, &view, key, &place) || !item_write(run, view.format, value, bytes))
        return 0;
    put_item(run, &view, place, bytes);
    return run->model->none;
}

static ObjectId view_delitem(Run *run, const Arguments *arguments)
{
    View view = {0};
    if (!view_open(run, arguments->values[0], &view))
        return 0;
    return raise_error(run, EXC_TypeError,
                       view.read_only ? "cannot modify read-only memory"
                                      : "cannot delete memory");
}

static ObjectId view_len(Run *run, const Arguments *arguments)
{
    View view = {0};
    return view_open(run, arguments->values[0], &view) ? int_from(run->model, view.length) : 0;
}

/* --- comparison, hash, repr --- */

/* A view of anything bytes-like, a view itself; HAND holds it. */
static ObjectId viewed(Run *run, ObjectId object)
{
    return memoryview_is_open(run, object) ? object : view_of(run, object);
}

/* Items of one format are compared as bytes, unless they are floats. */
static ObjectId compare_items(Run *run, int op, ObjectId left, ObjectId right)
{
    View first = {0}, second = {0};
    if (!view_open(run, left, &first) || !view_open(run, right, &second))
        return 0;
    bool alike = first.format == second.format && first.format->sort != ITEM_FLOAT;
    ObjectId a = alike ? view_bytes(run, left) : view_list(run, left);
    ObjectId b = alike ? view_bytes(run, right) : view_list(run, right);
    return compare_objects(run, op, a, b);
}

static ObjectId view_compare(Run *run, int op, ObjectId self, ObjectId other)
{
    Model *model = run->model;
    bool view = native_is(run, other, &type_memoryview);
    if ((op != COMPARE_EQ && op != COMPARE_NE) ||
        (!view && !kind_is_bytes(model_kind(model, other))))
        return model->not_implemented;
    bool closed = !memoryview_is_open(run, self) || (view && !memoryview_is_open(run, other));
    if (closed)
        return bool_from(model, (self == other) == (op == COMPARE_EQ));
    return compare_items(run, op, self, viewed(run, other));
}

static ObjectId view_hash(Run *run, const Arguments *arguments)
{
    View view = {0};
    int64_t hash;
    if (!view_open(run, arguments->values[0], &view))
        return 0;
    if (!view.read_only)
        return raise_error(run, EXC_ValueError, "cannot hash writable memoryview object");
    if (!strchr("Bbc", view.format->code))
        return raise_error(run, EXC_ValueError,
                           "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    if (!object_hash(run, view.owner, &hash))
        return 0;
    ObjectId bytes = view_bytes(run, arguments->values[0]);
    return object_hash(run, bytes, &hash) ? int_from(run->model, hash) : 0;
}

static ObjectId view_repr(Run *run, const Arguments *arguments)
{
    ObjectId self = arguments->values[0];
    Text text = {0};
    text_append_format(&text, "<%smemory at 0x%" PRIx64 ">",
                       memoryview_is_open(run, self) ? "" : "released ",
                       model_address(run->model, self));
    return str_of_text(run, &text);
}

/* --- methods --- */

static ObjectId view_tobytes(Run *run, const Arguments *arguments)
{
    const Model *model = run->model;
    ObjectId order = argument_at(arguments, 1);
    if (order && order != model->none && model_kind(model, order) != KIND_STR)
        return raise_error(run, EXC_TypeError, "%s must be str or None, not %s",
                           model->profile->minor < 10 ? "argument 1"
                                                      : "tobytes() argument 'order'",
                           type_string(run, order));
    if (order && order != model->none &&
        (str_slice(model, order).length != 1 ||
         !strchr("CFA", str_slice(model, order).bytes[0])))
        return raise_error(run, EXC_ValueError, "order must be 'C', 'F' or 'A'");
    return view_bytes(run, arguments->values[0]);
}

static ObjectId view_tolist(Run *run, const Arguments *arguments)
{
    return view_list(run, arguments->values[0]);
}

/* As bytes.hex, with its arguments. */
static ObjectId view_hex(Run *run, const Arguments *arguments)
{
    ObjectId bytes = view_bytes(run, arguments->values[0]);
    ObjectId method = bytes ? attribute_get_string(run, bytes, "hex") : 0;
    Arguments rest = {arguments->values + 1, arguments->count - 1, arguments->names,
                      arguments->name_count};
    return method ? call_with_names(run, method, &rest) : 0;
}

static ObjectId view_release(Run *run, const Arguments *arguments)
{
    reference_set(run->model, arguments->values[0], 0, 0);
    return run->model->none;
}

static ObjectId view_enter(Run *run, const Arguments *arguments)
{
    View view = {0};
    return view_open(run, arguments->values[0], &view) ? arguments->values[0] : 0;
}

static ObjectId view_toreadonly(Run *run, const Arguments *arguments)
{
    View view = {0};
    if (!view_open(run, arguments->values[0], &view))
        return 0;
    view.read_only = true;
    return view_make(run, &view);
}

static bool read_format(Run *run, ObjectId value, const ItemFormat **ret_format)
{
    const Model *model = run->model;
    if (model_kind(model, value) != KIND_STR && model->profile->minor < 10)
        return raise_error(run, EXC_TypeError,
                           "memoryview: format argument must be a string") != 0;
    if (model_kind(model, value) != KIND_STR)
        return raise_error(run, EXC_TypeError, "cast() argument 'format' must be str, not %s",
                           argument_type_string(run, value)) != 0;
    *ret_format = item_format_find(str_slice(model, value));
    return *ret_format ||
           raise_error(run, EXC_ValueError,
                       "memoryview: destination format must be a native single character "
                       "format prefixed with an optional '@'");
}

/* cast_to_1D: from bytes to items or back. */
static ObjectId cast_to(Run *run, View *view, const ItemFormat *format)
{
    int64_t size = view->length * view->format->size;
    if (view->format->size != 1 && format->size != 1)
        return raise_error(run, EXC_TypeError,
                           "memoryview: cannot cast between two non-byte formats");
    if (size % format->size)
        return raise_error(run, EXC_TypeError,
                           "memoryview: length is not a multiple of itemsize");
    view->format = format;
    view->length = size / format->size;
    view->step = format->size;
    return view_make(run, view);
}

static const char *const cast_keywords[] = {"format", "shape", ""};

static ObjectId view_cast(Run *run, const Arguments *arguments)
{
    View view = {0};
    const ItemFormat *format = NULL;
    if (!view_open(run, arguments->values[0], &view) ||
        !read_format(run, arguments->values[1], &format))
        return 0;
    if (argument_at(arguments, 2))
        return raise_unsupported(run, "heapstep has no memoryviews of several dimensions");
    if (view.length > 1 && view.step != view.format->size)
        return raise_error(run, EXC_TypeError,
                           "memoryview: casts are restricted to C-contiguous views");
    return cast_to(run, &view, format);
}

static const char *const tobytes_keywords[] = {"order", ""};
static const Native view_methods[] = {
    SLOT_ROWS_COMPARE,
    {"__new__", view_new, 0, -1, NULL, NATIVE_STATIC},
    {"__len__", view_len, 0, 0, NULL, NATIVE_SLOT},
    {"__getitem__", view_getitem, 1, 1, NULL, NATIVE_SLOT},
    {"__setitem__", view_setitem, 2, 2, NULL, NATIVE_SLOT},
    {"__delitem__", view_delitem, 1, 1, NULL, NATIVE_SLOT},
    {"__hash__", view_hash, 0, 0, NULL, NATIVE_SLOT},
    {"__repr__", view_repr, 0, 0, NULL, NATIVE_SLOT},
    {"__enter__", view_enter, 0, 0, NULL, NATIVE_NOARGS},
    {"__exit__", view_release, 0, -1, NULL, NATIVE_VARARGS},
    {"tobytes", view_tobytes, 0, 0, NULL, NATIVE_NOARGS, 0, 7},
    {"tobytes", view_tobytes, 0, 1, tobytes_keywords, NATIVE_VARARGS, 8, 0},
    {"tolist", view_tolist, 0, 0, NULL, NATIVE_NOARGS},
    {"hex", view_hex, 0, -1, NULL, NATIVE_RAW},
    {"release", view_release, 0, 0, NULL, NATIVE_NOARGS},
    {"toreadonly", view_toreadonly, 0, 0, NULL, NATIVE_NOARGS, 8, 0},
    {"cast", view_cast, 1, 2, cast_keywords, NATIVE_VARARGS},
    SLOT_ROW_END,
};

/* --- attributes --- */

static ObjectId single(Run *run, int64_t number)
{
    ObjectId value = int_from(run->model, number);
    return tuple_from(run->model, &value, 1);
}

static ObjectId get_obj(Run *run, ObjectId self)
{
    View view = {0};
    return view_open(run, self, &view) ? view.owner : 0;
}
static ObjectId get_nbytes(Run *run, ObjectId self)
{
    View view = {0};
    return view_open(run, self, &view) ? int_from(run->model, view.length * view.format->size)
                                       : 0;
}
static ObjectId get_itemsize(Run *run, ObjectId self)
{
    View view = {0};
    return view_open(run, self, &view) ? int_from(run->model, view.format->size) : 0;
}
static ObjectId get_ndim(Run *run, ObjectId self)
{
    View view = {0};
    return view_open(run, self, &view) ? int_from(run->model, 1) : 0;
}
static ObjectId get_format(Run *run, ObjectId self)
{
    View view = {0};
    return view_open(run, self, &view) ? str_from(run->model, (Slice){&view.format->code, 1})
                                       : 0;
}
static ObjectId get_shape(Run *run, ObjectId self)
{
    View view = {0};
    return view_open(run, self, &view) ? single(run, view.length) : 0;
}
static ObjectId get_strides(Run *run, ObjectId self)
{
    View view = {0};
    return view_open(run, self, &view) ? single(run, view.step) : 0;
}
static ObjectId get_suboffsets(Run *run, ObjectId self)
{
    View view = {0};
    return view_open(run, self, &view) ? run->model->empty_tuple : 0;
}
static ObjectId get_readonly(Run *run, ObjectId self)
{
    View view = {0};
    return view_open(run, self, &view) ? bool_from(run->model, view.read_only) : 0;
}
static ObjectId get_contiguous(Run *run, ObjectId self)
{
    View view = {0};
    return view_open(run, self, &view)
               ? bool_from(run->model, view.length < 2 || view.step == view.format->size)
               : 0;
}

static const NativeAttribute view_attributes[] = {
    {"obj", get_obj, NULL, false},
    {"nbytes", get_nbytes, NULL, false},
    {"readonly", get_readonly, NULL, false},
    {"itemsize", get_itemsize, NULL, false},
    {"format", get_format, NULL, false},
    {"ndim", get_ndim, NULL, false},
    {"shape", get_shape, NULL, false},
    {"strides", get_strides, NULL, false},
    {"suboffsets", get_suboffsets, NULL, false},
    {"c_contiguous", get_contiguous, NULL, false},
    {"f_contiguous", get_contiguous, NULL, false},
    {"contiguous", get_contiguous, NULL, false},
    {"", NULL, NULL, false},
};

const NativeType type_memoryview = {.name = "memoryview",
                                    .flags = NATIVE_GC | NATIVE_WEAKREF,
                                    .sizes = {200, 0, 184},
                                    .methods = view_methods,
                                    .attributes = view_attributes,
                                    .compare = view_compare};

const NativeType type_managed_buffer = {
    .name = "managedbuffer", .flags = NATIVE_GC | NATIVE_HIDDEN, .sizes = {144, 0, 128}};
