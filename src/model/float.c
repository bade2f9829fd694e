/* float and complex: Objects/floatobject.c, Objects/complexobject.c, Python/pystrtod.c. */
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "model/containers.h"
#include "model/memory.h"
#include "model/sizes.h"

static ObjectId tracked(Model *model, ObjectId id)
{
    if (model_object(model, id)->flags & OBJECT_GC)
        collector_track(model, id);
    return id;
}

ObjectId float_from(Model *model, double value)
{
    return object_create_listed(model, KIND_FLOAT, model->types[TYPE_FLOAT],
                                model->profile->sizes.float_size, 0, (Payload){.real = value},
                                FREE_LIST_FLOAT);
}

ObjectId float_of_type(Model *model, ObjectId type, double value)
{
    uint32_t size = size_of_type(model, type, model->profile->sizes.float_size);
    return tracked(model, object_create(model, KIND_FLOAT, type, size, size_flags(model, type),
                                        (Payload){.real = value}));
}

double float_value(const Model *model, ObjectId id)
{
    return model_payload(model, id).real;
}

ObjectId complex_from(Model *model, double real, double imaginary)
{
    return complex_of_type(model, model->types[TYPE_COMPLEX], real, imaginary);
}

ObjectId complex_of_type(Model *model, ObjectId type, double real, double imaginary)
{
    ComplexPayload *value = memory_allocate(sizeof *value);
    *value = (ComplexPayload){real, imaginary};
    uint32_t size = size_of_type(model, type, model->profile->sizes.complex_size);
    return tracked(model, object_create(model, KIND_COMPLEX, type, size,
                                        size_flags(model, type), (Payload){.complex = value}));
}

/* --- float.__repr__ --- */

enum { MOST_DIGITS = 17, DIGITS_TEXT = 32 };

/* The value's shortest digits that read back as it: "ddd", and the exponent of the first one.
 */
typedef struct Digits {
    char digits[DIGITS_TEXT];
    int count;
    int exponent;
} Digits;

static void read_digits(const char *scientific, Digits *ret_digits)
{
    Digits digits = {.count = 0};
    const char *c = scientific;
    for (; *c != 'e'; c++)
        if (*c >= '0' && *c <= '9')
            digits.digits[digits.count++] = *c;
    digits.exponent = (int)strtol(c + 1, NULL, 10);
    while (digits.count > 1 && digits.digits[digits.count - 1] == '0')
        digits.count--;
    *ret_digits = digits;
}

static bool reads_back(const char *text, double value)
{
    double back = strtod(text, NULL);
    return memcmp(&back, &value, sizeof value) == 0;
}

/* The next larger text with as many digits; all nines become zeros, which read back as nothing
 * near. */
static void round_up(char *scientific)
{
    char *c = strchr(scientific, 'e');
    while (c-- != scientific) {
        if (*c == '.')
            continue;
        if (*c != '9') {
            (*c)++;
            return;
        }
        *c = '0';
    }
}

static void find_digits(double value, Digits *ret_digits)
{
    char text[DIGITS_TEXT];
    /* Every text of DBL_DIG digits is a different normal number, so that fewer need not be
     * tried. */
    int precision = value < DBL_MIN ? 1 : DBL_DIG;
    for (; precision <= MOST_DIGITS; precision++) {
        snprintf(text, sizeof text, "%.*e", precision - 1, value);
        if (reads_back(text, value))
            break;
        /* Above a power of two the numbers lie wider apart than below it: what is rounded down
         * may be too far away while what is rounded up is not. */
        round_up(text);
        if (reads_back(text, value))
            break;
    }
    read_digits(text, ret_digits);
}

static void write_scientific(const Digits *digits, Text *ret_text)
{
    text_append(ret_text, digits->digits, 1);
    if (digits->count > 1) {
        text_append_char(ret_text, '.');
        text_append(ret_text, digits->digits + 1, (size_t)digits->count - 1);
    }
    text_append_format(ret_text, "e%c%02d", digits->exponent < 0 ? '-' : '+',
                       abs(digits->exponent));
}

static void write_plain(const Digits *digits, Text *ret_text)
{
    int point = digits->exponent + 1; /* digits before the decimal point */
    if (point <= 0)
        text_append_string(ret_text, "0.");
    for (int i = point; i < 0; i++)
        text_append_char(ret_text, '0');
    for (int i = 0; i < digits->count; i++) {
        if (i == point && i > 0)
            text_append_char(ret_text, '.');
        text_append_char(ret_text, digits->digits[i]);
    }
    for (int i = digits->count; i < point; i++)
        text_append_char(ret_text, '0');
    if (point >= digits->count)
        text_append_string(ret_text, ".0");
}

void float_write(double value, Text *ret_text)
{
    enum { LEAST_PLAIN = -4, MOST_PLAIN = 16 };
    if (isnan(value)) {
        text_append_string(ret_text, "nan");
        return;
    }
    if (signbit(value))
        text_append_char(ret_text, '-');
    if (isinf(value)) {
        text_append_string(ret_text, "inf");
        return;
    }
    Digits digits;
    find_digits(fabs(value), &digits);
    if (digits.exponent < LEAST_PLAIN || digits.exponent >= MOST_PLAIN)
        write_scientific(&digits, ret_text);
    else
        write_plain(&digits, ret_text);
}
