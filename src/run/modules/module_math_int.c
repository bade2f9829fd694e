/* math's functions of ints and of many numbers: factorial, gcd, comb, fsum, hypot … */
#include <math.h>
#include <stdlib.h>

#include "base/list.h"
#include "lang/opcode.h"
#include "run/text/number_text.h"
#include "run/types/slots.h"
#include "run/values/iterate.h"

/* An int argument within an unsigned long, for functions whose result would be too large
 * anyway. */
enum { FACTORIAL_LIMIT = 1 << 20 };

static ObjectId big_result(Run *run, mpz_ptr value)
{
    ObjectId result = int_from_big(run_model(run), value);
    mpz_clear(value);
    return result;
}

/* Until 3.9 floats with a whole value were taken too. */
static ObjectId factorial_argument(Run *run, ObjectId value)
{
    const Model *model = run_model(run);
    if (model->profile->minor < 10 && model_kind(model, value) == KIND_FLOAT) {
        double number = float_value(model, value);
        if (!isfinite(number) || number != floor(number))
            return raise_error(run, EXC_ValueError, "factorial() only accepts integral values");
        return int_of_double(run, number);
    }
    if (model->profile->minor < 8 && !kind_is_integer(model_kind(model, value)))
        return raise_error(run, EXC_TypeError, "an integer is required (got type %s)",
                           type_string(run, value));
    return object_index_int(run, value);
}

ObjectId math_factorial(Run *run, const Arguments *arguments)
{
    const Model *model = run_model(run);
    ObjectId index = factorial_argument(run, arguments->values[0]);
    if (!index)
        return 0;
    if (int_is_negative(model, index))
        return raise_error(run, EXC_ValueError, "factorial() not defined for negative values");
    if (!int_is_small(model, index))
        return raise_error(run, EXC_OverflowError,
                           "factorial() argument should not exceed 9223372036854775807");
    int64_t number = int_value(model, index);
    if (number > FACTORIAL_LIMIT)
        return raise_with(run, EXC_MemoryError, 0);
    mpz_t result;
    mpz_init(result);
    mpz_fac_ui(result, (unsigned long)number);
    return big_result(run, result);
}

ObjectId math_isqrt(Run *run, const Arguments *arguments)
{
    ObjectId index = object_index_int(run, arguments->values[0]);
    if (!index)
        return 0;
    mpz_t number;
    mpz_init(number);
    int_get(run_model(run), index, number);
    if (mpz_sgn(number) < 0) {
        mpz_clear(number);
        return raise_error(run, EXC_ValueError, "isqrt() argument must be nonnegative");
    }
    mpz_sqrt(number, number);
    return big_result(run, number);
}

static ObjectId fold(Run *run, const Arguments *arguments, unsigned long start,
                     void (*function)(mpz_ptr, mpz_srcptr, mpz_srcptr))
{
    mpz_t result, number;
    mpz_init_set_ui(result, start);
    mpz_init(number);
    bool fine = true;
    for (uint32_t i = 0; fine && i < arguments->count; i++) {
        ObjectId index = object_index_int(run, arguments->values[i]);
        fine = index != 0;
        if (fine) {
            int_get(run_model(run), index, number);
            function(result, result, number);
        }
    }
    mpz_clear(number);
    if (fine)
        return big_result(run, result);
    mpz_clear(result);
    return 0;
}

ObjectId math_gcd(Run *run, const Arguments *arguments)
{
    return fold(run, arguments, 0, mpz_gcd);
}

ObjectId math_lcm(Run *run, const Arguments *arguments)
{
    return fold(run, arguments, 1, mpz_lcm);
}

/* n and k of comb and perm. */
static bool two_counts(Run *run, const Arguments *arguments, mpz_ptr ret_n, mpz_ptr ret_k)
{
    Model *model = run_model(run);
    mpz_ptr numbers[2] = {ret_n, ret_k};
    for (uint32_t i = 0; i < 2; i++) {
        ObjectId value = argument_at(arguments, i);
        ObjectId index = object_index_int(run, value);
        if (!index)
            return false;
        int_get(model, index, numbers[i]);
        if (mpz_sgn(numbers[i]) < 0)
            return raise_error(run, EXC_ValueError, "%s must be a non-negative integer",
                               i ? "k" : "n") != 0;
    }
    return true;
}

static ObjectId choose(Run *run, const Arguments *arguments, bool ordered)
{
    mpz_t n, k, result;
    mpz_inits(n, k, result, NULL);
    bool fine = two_counts(run, arguments, n, k);
    if (fine && mpz_cmp(k, n) <= 0) {
        mpz_t rest;
        mpz_init(rest);
        mpz_sub(rest, n, k);
        if (!ordered && mpz_cmp(rest, k) < 0)
            mpz_set(k, rest);
        mpz_clear(rest);
        if (!mpz_fits_ulong_p(k) || mpz_get_ui(k) > FACTORIAL_LIMIT) {
            raise_with(run, EXC_MemoryError, 0);
            fine = false;
        } else if (ordered) {
            mpz_set_ui(result, 1);
            for (unsigned long i = mpz_get_ui(k); i > 0; i--) {
                mpz_mul(result, result, n);
                mpz_sub_ui(n, n, 1);
            }
        } else {
            mpz_bin_ui(result, n, mpz_get_ui(k));
        }
    }
    mpz_clears(n, k, NULL);
    if (fine)
        return big_result(run, result);
    mpz_clear(result);
    return 0;
}

ObjectId math_comb(Run *run, const Arguments *arguments)
{
    return choose(run, arguments, false);
}

ObjectId math_perm(Run *run, const Arguments *arguments)
{
    ObjectId k = argument_at(arguments, 1);
    if (!k || k == run_model(run)->none)
        return math_factorial(run, arguments);
    return choose(run, arguments, true);
}

static const char *const prod_keywords[] = {"start", ""};

ObjectId math_prod(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId start;
    if (!argument_count(run, arguments, 0, "prod", 1, 1) ||
        !argument_keywords(run, arguments, "prod", prod_keywords, &start))
        return 0;
    ObjectId result = start ? start : int_from(model, 1);
    ObjectId iterator = iterate(run, arguments->values[0]);
    if (!iterator)
        return 0;
    uint32_t round = hand_mark(model);
    ObjectId item;
    while ((item = iterate_next(run, iterator))) {
        result = operate_binary(run, BINARY_MULTIPLY, result, item);
        if (!result)
            return 0;
        if (hand_mark(model) == round)
            hand_hold(model, result);
        hand_return(model, round, result);
    }
    return raised(run) ? 0 : result;
}

/* --- many floats --- */

typedef struct Doubles {
    double *items;
    size_t count, capacity;
} Doubles;

static void append(Doubles *doubles, double value)
{
    doubles->items = list_reserve(doubles->items, &doubles->capacity, doubles->count + 1,
                                  sizeof *doubles->items);
    doubles->items[doubles->count++] = value;
}

static bool gather(Run *run, ObjectId iterable, Doubles *doubles)
{
    Model *model = run_model(run);
    ObjectId iterator = iterate(run, iterable);
    if (!iterator)
        return false;
    uint32_t round = hand_mark(model);
    ObjectId item;
    while ((item = iterate_next(run, iterator))) {
        double value;
        if (!float_as_double(run, item, &value))
            return false;
        append(doubles, value);
        hand_release(model, round);
    }
    return !raised(run);
}

/* Exact partial sums (Shewchuk); at the end they are added from the largest, rounded once. */
static double exact_sum(const Doubles *doubles)
{
    Doubles partials = {0};
    double special = 0.0;
    for (size_t i = 0; i < doubles->count; i++) {
        double x = doubles->items[i];
        if (!isfinite(x)) {
            special += x;
            continue;
        }
        size_t kept = 0;
        for (size_t j = 0; j < partials.count; j++) {
            double y = partials.items[j];
            if (fabs(x) < fabs(y)) {
                double swap = x;
                x = y;
                y = swap;
            }
            double high = x + y, low = y - (high - x);
            if (low != 0.0)
                partials.items[kept++] = low;
            x = high;
        }
        partials.items =
            list_reserve(partials.items, &partials.capacity, kept + 1, sizeof *partials.items);
        partials.items[kept] = x;
        partials.count = kept + 1;
    }
    double high = 0.0, low = 0.0;
    size_t n = partials.count;
    if (n) {
        high = partials.items[--n];
        while (n) {
            double x = high, y = partials.items[--n];
            high = x + y;
            low = y - (high - x);
            if (low != 0.0)
                break;
        }
        if (n && ((low < 0.0 && partials.items[n - 1] < 0.0) ||
                  (low > 0.0 && partials.items[n - 1] > 0.0))) {
            double y = low * 2.0, x = high + y;
            if (y == x - high)
                high = x;
        }
    }
    free(partials.items);
    return special != 0.0 ? special : high;
}

ObjectId math_fsum(Run *run, const Arguments *arguments)
{
    Doubles doubles = {0};
    bool fine = gather(run, arguments->values[0], &doubles);
    double sum = exact_sum(&doubles);
    bool finite = true;
    double infinities = 0.0;
    for (size_t i = 0; i < doubles.count; i++) {
        finite = finite && isfinite(doubles.items[i]);
        infinities += isinf(doubles.items[i]) ? doubles.items[i] : 0.0;
    }
    free(doubles.items);
    if (fine && isnan(infinities))
        return raise_error(run, EXC_ValueError, "-inf + inf in fsum");
    if (fine && finite && !isfinite(sum))
        return raise_error(run, EXC_OverflowError, "intermediate overflow in fsum");
    return fine ? float_from(run_model(run), sum) : 0;
}

/* vector_norm of 3.8 and 3.9: what was lost is carried beside a sum that begins at 1. */
static double length_compensated(const Doubles *doubles, double largest)
{
    double sum = 1.0, lost = 0.0;
    for (size_t i = 0; i < doubles->count; i++) {
        double part = doubles->items[i] / largest, before = sum;
        sum += part * part;
        lost += (before - sum) + part * part;
    }
    return largest * sqrt(sum - 1.0 + lost);
}

/* The length of a vector, scaled so that nothing overflows. From 3.10 on the result is as good
 * as exact. */
static double vector_length(Run *run, const Doubles *doubles)
{
    int minor = run_model(run)->profile->minor;
    double largest = 0.0;
    bool nan = false;
    for (size_t i = 0; i < doubles->count; i++) {
        largest = fmax(largest, fabs(doubles->items[i]));
        nan = nan || isnan(doubles->items[i]);
    }
    if (isinf(largest))
        return largest;
    if (nan)
        return (double)NAN;
    if (largest == 0.0)
        return 0.0;
    if (minor < 8 && doubles->count == 2)
        return hypot(doubles->items[0], doubles->items[1]);
    if (minor < 10)
        return length_compensated(doubles, largest);
    long double sum = 0.0L;
    for (size_t i = 0; i < doubles->count; i++) {
        long double part = (long double)doubles->items[i] / (long double)largest;
        sum += part * part;
    }
    return (double)((long double)largest * sqrtl(sum));
}

ObjectId math_hypot(Run *run, const Arguments *arguments)
{
    Doubles doubles = {0};
    ObjectId values = tuple_from(run_model(run), arguments->values, arguments->count);
    bool fine = gather(run, values, &doubles);
    double length = vector_length(run, &doubles);
    free(doubles.items);
    return fine ? float_from(run_model(run), length) : 0;
}

ObjectId math_dist(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId points[2];
    for (int i = 0; i < 2; i++)
        if (!(points[i] = tuple_of_iterable(run, arguments->values[i])))
            return 0;
    const Object *first = model_object(model, points[0]),
                 *second = model_object(model, points[1]);
    if (first->slot_count != second->slot_count)
        return raise_error(run, EXC_ValueError,
                           "both points must have the same number of dimensions");
    Doubles sides = {0};
    bool fine = true;
    for (uint32_t i = 0; fine && i < first->slot_count; i++) {
        double from, to;
        fine = float_as_double(run, first->slots[i], &from) &&
               float_as_double(run, second->slots[i], &to);
        if (fine)
            append(&sides, from - to);
    }
    double length = vector_length(run, &sides);
    free(sides.items);
    return fine ? float_from(model, length) : 0;
}

static bool number_is_plain(const Model *model, ObjectId value)
{
    return object_is_exact(model, value, TYPE_FLOAT) ||
           kind_is_integer(model_kind(model, value));
}

/* By the operators, as far as the program can see. */
static ObjectId sum_products(Run *run, ObjectId first, ObjectId second)
{
    Model *model = run_model(run);
    ObjectId sum = int_from(model, 0);
    for (uint32_t i = 0; sum && i < model_object(model, first)->slot_count; i++) {
        ObjectId product =
            operate_binary(run, BINARY_MULTIPLY, model_object(model, first)->slots[i],
                           model_object(model, second)->slots[i]);
        sum = product ? operate_binary(run, BINARY_ADD, sum, product) : 0;
    }
    return sum;
}

/* The sum of products. Of floats it is exact until the end (TripleLength of 3.12). */
ObjectId math_sumprod(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId first = iterate_list(run, arguments->values[0]);
    ObjectId second = first ? iterate_list(run, arguments->values[1]) : 0;
    if (!second)
        return 0;
    uint32_t count = model_object(model, first)->slot_count;
    if (model_object(model, second)->slot_count != count)
        return raise_error(run, EXC_ValueError, "Inputs are not the same length");
    Doubles parts = {0};
    bool has_floats = false, plain = true;
    for (uint32_t i = 0; plain && i < count; i++) {
        ObjectId a = model_object(model, first)->slots[i],
                 b = model_object(model, second)->slots[i];
        bool is_float =
            object_is_exact(model, a, TYPE_FLOAT) || object_is_exact(model, b, TYPE_FLOAT);
        double x, y;
        has_floats = has_floats || is_float;
        plain = number_is_plain(model, a) && number_is_plain(model, b);
        if (!plain || !number_double(run, a, &x) || !number_double(run, b, &y))
            break;
        parts.items =
            list_reserve(parts.items, &parts.capacity, parts.count + 2, sizeof *parts.items);
        parts.items[parts.count++] = x * y;
        parts.items[parts.count++] = fma(x, y, -(x * y));
    }
    double sum = exact_sum(&parts);
    free(parts.items);
    if (raised(run))
        return 0;
    if (has_floats && plain)
        return float_from(model, sum);
    return sum_products(run, first, second);
}
