#include "run/values/memoryview_item.h"

#include <string.h>

#include "run/values/iterate.h"
#include "run/values/operators.h"

static const ItemFormat formats[] = {
    {'B', 1, ITEM_UNSIGNED}, {'b', 1, ITEM_SIGNED},   {'c', 1, ITEM_BYTE},
    {'?', 1, ITEM_TRUTH},    {'h', 2, ITEM_SIGNED},   {'H', 2, ITEM_UNSIGNED},
    {'i', 4, ITEM_SIGNED},   {'I', 4, ITEM_UNSIGNED}, {'l', 8, ITEM_SIGNED},
    {'L', 8, ITEM_UNSIGNED}, {'q', 8, ITEM_SIGNED},   {'Q', 8, ITEM_UNSIGNED},
    {'n', 8, ITEM_SIGNED},   {'N', 8, ITEM_UNSIGNED}, {'f', 4, ITEM_FLOAT},
    {'d', 8, ITEM_FLOAT},
};

const ItemFormat *item_format_find(Slice name)
{
    if (name.length == 2 && name.bytes[0] == '@')
        name = (Slice){name.bytes + 1, 1};
    for (size_t i = 0; name.length == 1 && i < sizeof formats / sizeof *formats; i++)
        if (formats[i].code == name.bytes[0])
            return &formats[i];
    return NULL;
}

/* --- reading --- */

static uint64_t read_bits(const ItemFormat *format, const char *bytes)
{
    uint64_t bits = 0;
    for (unsigned i = 0; i < format->size; i++)
        bits |= (uint64_t)(unsigned char)bytes[i] << 8 * i;
    return bits;
}

static ObjectId read_unsigned(Run *run, uint64_t bits)
{
    if (bits <= INT64_MAX)
        return int_from(run_model(run), (int64_t)bits);
    mpz_t number;
    mpz_init(number);
    mpz_import(number, 1, 1, sizeof bits, 0, 0, &bits);
    ObjectId result = int_from_big(run_model(run), number);
    mpz_clear(number);
    return result;
}

static int64_t read_signed(const ItemFormat *format, uint64_t bits)
{
    unsigned unused = 64u - 8u * format->size;
    return (int64_t)(bits << unused) >> unused;
}

static double read_float(const ItemFormat *format, const char *bytes)
{
    float single;
    double value;
    if (format->size == 8) {
        memcpy(&value, bytes, sizeof value);
        return value;
    }
    memcpy(&single, bytes, sizeof single);
    return (double)single;
}

ObjectId item_read(Run *run, const ItemFormat *format, const char *bytes)
{
    Model *model = run_model(run);
    switch (format->sort) {
    case ITEM_UNSIGNED:
        return read_unsigned(run, read_bits(format, bytes));
    case ITEM_SIGNED:
        return int_from(model, read_signed(format, read_bits(format, bytes)));
    case ITEM_FLOAT:
        return float_from(model, read_float(format, bytes));
    case ITEM_TRUTH:
        return bool_from(model, *bytes != 0);
    case ITEM_BYTE:
        return bytes_from(model, bytes, 1);
    }
    return 0;
}

/* --- writing --- */

static bool wrong(Run *run, const ItemFormat *format, const char *what, ExceptionName type)
{
    return raise_error(run, type, "memoryview: invalid %s for format '%c'", what,
                       format->code) != 0;
}

static bool write_int(Run *run, const ItemFormat *format, ObjectId value, char *ret_bytes)
{
    Model *model = run_model(run);
    if (!kind_is_integer(model_kind(model, value)) && !lookup_special(run, value, "__index__"))
        return wrong(run, format, "type", EXC_TypeError);
    ObjectId index = object_index_int(run, value);
    if (!index)
        return false;
    mpz_t number, least, most;
    mpz_inits(number, least, most, NULL);
    int_get(model, index, number);
    bool is_signed = format->sort == ITEM_SIGNED;
    mpz_setbit(most, 8u * format->size - (is_signed ? 1u : 0u));
    if (is_signed)
        mpz_neg(least, most);
    bool fits = mpz_cmp(number, least) >= 0 && mpz_cmp(number, most) < 0;
    if (mpz_sgn(number) < 0)
        mpz_addmul_ui(number, most, 2);
    memset(ret_bytes, 0, format->size);
    if (fits)
        mpz_export(ret_bytes, NULL, -1, 1, 0, 0, number);
    mpz_clears(number, least, most, NULL);
    return fits || wrong(run, format, "value", EXC_ValueError);
}

static bool write_float(Run *run, const ItemFormat *format, ObjectId value, char *ret_bytes)
{
    ObjectKind kind = model_kind(run_model(run), value);
    double number;
    if (kind != KIND_FLOAT && !kind_is_integer(kind))
        return wrong(run, format, "type", EXC_TypeError);
    if (!number_double(run, value, &number))
        return false;
    float single = (float)number;
    if (format->size == 8)
        memcpy(ret_bytes, &number, sizeof number);
    else
        memcpy(ret_bytes, &single, sizeof single);
    return true;
}

static bool write_byte(Run *run, const ItemFormat *format, ObjectId value, char *ret_bytes)
{
    if (model_kind(run_model(run), value) != KIND_BYTES)
        return wrong(run, format, "type", EXC_TypeError);
    Slice byte = bytes_slice(run, value, NULL);
    if (byte.length != 1)
        return wrong(run, format, "value", EXC_ValueError);
    *ret_bytes = byte.bytes[0];
    return true;
}

bool item_write(Run *run, const ItemFormat *format, ObjectId value, char *ret_bytes)
{
    bool truth = false;
    switch (format->sort) {
    case ITEM_UNSIGNED:
    case ITEM_SIGNED:
        return write_int(run, format, value, ret_bytes);
    case ITEM_FLOAT:
        return write_float(run, format, value, ret_bytes);
    case ITEM_TRUTH:
        if (!object_truth(run, value, &truth))
            return false;
        *ret_bytes = (char)truth;
        return true;
    case ITEM_BYTE:
        return write_byte(run, format, value, ret_bytes);
    }
    return false;
}
