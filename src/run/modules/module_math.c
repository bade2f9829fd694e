/* math: Modules/mathmodule.c. */
#include <errno.h>
#include <float.h>
#include <math.h>
#include <string.h>

#include "lang/opcode.h"
#include "run/interpreter.h"
#include "run/modules/math_gamma.h"
#include "run/text/number_text.h"
#include "run/types/slots.h"
#include "run/values/iterate.h"

static ObjectId raise_domain(Run *run)
{
    return raise_error(run, EXC_ValueError, "math domain error");
}

/* math_1: nan from no nan is a domain error, infinity from a finite number an overflow (or a
 * pole). */
static ObjectId checked(Run *run, double argument, double result, bool overflows)
{
    if (isnan(result) && !isnan(argument))
        return raise_domain(run);
    if (isinf(result) && isfinite(argument))
        return overflows ? raise_error(run, EXC_OverflowError, "math range error")
                         : raise_domain(run);
    return float_from(run_model(run), result);
}

static ObjectId apply(Run *run, const Arguments *arguments, double (*function)(double),
                      bool overflows)
{
    double value;
    if (!float_as_double(run, arguments->values[0], &value))
        return 0;
    return checked(run, value, function(value), overflows);
}

static ObjectId math_sqrt(Run *run, const Arguments *arguments)
{
    return apply(run, arguments, sqrt, false);
}
static ObjectId math_cbrt(Run *run, const Arguments *arguments)
{
    return apply(run, arguments, cbrt, false);
}
static ObjectId math_exp(Run *run, const Arguments *arguments)
{
    return apply(run, arguments, exp, true);
}
static ObjectId math_exp2(Run *run, const Arguments *arguments)
{
    return apply(run, arguments, exp2, true);
}
static ObjectId math_expm1(Run *run, const Arguments *arguments)
{
    return apply(run, arguments, expm1, true);
}
static ObjectId math_log1p(Run *run, const Arguments *arguments)
{
    return apply(run, arguments, log1p, false);
}
static ObjectId math_sin(Run *run, const Arguments *arguments)
{
    return apply(run, arguments, sin, false);
}
static ObjectId math_cos(Run *run, const Arguments *arguments)
{
    return apply(run, arguments, cos, false);
}
static ObjectId math_tan(Run *run, const Arguments *arguments)
{
    return apply(run, arguments, tan, false);
}
static ObjectId math_asin(Run *run, const Arguments *arguments)
{
    return apply(run, arguments, asin, false);
}
static ObjectId math_acos(Run *run, const Arguments *arguments)
{
    return apply(run, arguments, acos, false);
}
static ObjectId math_atan(Run *run, const Arguments *arguments)
{
    return apply(run, arguments, atan, false);
}
static ObjectId math_sinh(Run *run, const Arguments *arguments)
{
    return apply(run, arguments, sinh, true);
}
static ObjectId math_cosh(Run *run, const Arguments *arguments)
{
    return apply(run, arguments, cosh, true);
}
static ObjectId math_tanh(Run *run, const Arguments *arguments)
{
    return apply(run, arguments, tanh, false);
}
static ObjectId math_asinh(Run *run, const Arguments *arguments)
{
    return apply(run, arguments, asinh, false);
}
static ObjectId math_acosh(Run *run, const Arguments *arguments)
{
    return apply(run, arguments, acosh, false);
}
static ObjectId math_atanh(Run *run, const Arguments *arguments)
{
    return apply(run, arguments, atanh, false);
}
static ObjectId math_erf(Run *run, const Arguments *arguments)
{
    return apply(run, arguments, erf, false);
}
static ObjectId math_erfc(Run *run, const Arguments *arguments)
{
    return apply(run, arguments, erfc, false);
}
static ObjectId math_gamma(Run *run, const Arguments *arguments)
{
    double value;
    if (!float_as_double(run, arguments->values[0], &value))
        return 0;
    if (value == floor(value) && (value <= 0.0))
        return raise_domain(run);
    return checked(run, value, math_gamma_of(value), true);
}
static ObjectId math_lgamma(Run *run, const Arguments *arguments)
{
    double value;
    if (!float_as_double(run, arguments->values[0], &value))
        return 0;
    if (value == floor(value) && value <= 0.0 && isfinite(value))
        return raise_domain(run);
    return checked(run, value, math_log_gamma_of(value), true);
}
static ObjectId math_fabs(Run *run, const Arguments *arguments)
{
    return apply(run, arguments, fabs, false);
}

static double to_degrees(double value)
{
    return value * (180.0 / M_PI);
}
static double to_radians(double value)
{
    return value * (M_PI / 180.0);
}
static ObjectId math_degrees(Run *run, const Arguments *arguments)
{
    double value;
    return float_as_double(run, arguments->values[0], &value)
               ? float_from(run_model(run), to_degrees(value))
               : 0;
}
static ObjectId math_radians(Run *run, const Arguments *arguments)
{
    return apply(run, arguments, to_radians, true);
}

/* --- logarithms: of ints of any size --- */

/* mantissa * 2**exponent of a positive int. */
static bool log_of(Run *run, ObjectId value, double (*function)(double), double *ret_result)
{
    const Model *model = run_model(run);
    if (kind_is_integer(model_kind(model, value)) && !int_is_small(model, value)) {
        mpz_t number;
        mpz_init(number);
        int_get(model, value, number);
        long exponent;
        double mantissa = mpz_get_d_2exp(&exponent, number);
        bool positive = mpz_sgn(number) > 0;
        mpz_clear(number);
        if (!positive)
            return raise_domain(run) != 0;
        *ret_result = function(mantissa) + function(2.0) * (double)exponent;
        return true;
    }
    double number;
    if (!float_as_double(run, value, &number))
        return false;
    if (number <= 0.0)
        return raise_domain(run) != 0;
    *ret_result = function(number);
    return true;
}

static ObjectId math_log(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    double value, base;
    if (!log_of(run, arguments->values[0], log, &value))
        return 0;
    if (arguments->count == 1)
        return float_from(model, value);
    if (!log_of(run, arguments->values[1], log, &base))
        return 0;
    if (base == 0.0)
        return raise_error(run, EXC_ZeroDivisionError, "float division by zero");
    return float_from(model, value / base);
}
static ObjectId math_log_counted(Run *run, const Arguments *arguments)
{
    if (arguments->count < 1 || arguments->count > 2)
        return raise_error(run, EXC_TypeError, "math.log requires 1 to 2 arguments");
    return math_log(run, arguments);
}
static ObjectId math_log2(Run *run, const Arguments *arguments)
{
    double value = 0;
    return log_of(run, arguments->values[0], log2, &value) ? float_from(run_model(run), value)
                                                           : 0;
}
static ObjectId math_log10(Run *run, const Arguments *arguments)
{
    double value = 0;
    return log_of(run, arguments->values[0], log10, &value) ? float_from(run_model(run), value)
                                                            : 0;
}

/* --- to ints --- */

static ObjectId round_to_int(Run *run, ObjectId value, const char *method,
                             double (*function)(double))
{
    const Model *model = run_model(run);
    if (object_override(run, value, method))
        return override_call(run, value, method, NULL, 0);
    if (kind_is_integer(model_kind(model, value)))
        return int_exact(run, value);
    double number;
    if (!float_as_double(run, value, &number))
        return 0;
    return (function == trunc ? float_to_int : float_rounded)(run, function(number));
}
static ObjectId math_floor(Run *run, const Arguments *arguments)
{
    return round_to_int(run, arguments->values[0], "__floor__", floor);
}
static ObjectId math_ceil(Run *run, const Arguments *arguments)
{
    return round_to_int(run, arguments->values[0], "__ceil__", ceil);
}
static ObjectId math_trunc(Run *run, const Arguments *arguments)
{
    ObjectId value = arguments->values[0];
    ObjectKind kind = model_kind(run_model(run), value);
    if (!kind_is_integer(kind) && kind != KIND_FLOAT &&
        !object_override(run, value, "__trunc__"))
        return raise_error(run, EXC_TypeError, "type %s doesn't define __trunc__ method",
                           type_string(run, value));
    return round_to_int(run, value, "__trunc__", trunc);
}

/* --- two numbers --- */

static bool two(Run *run, const Arguments *arguments, double *ret_first, double *ret_second)
{
    /* Until 3.6 both are converted before either is found to be wrong: the second one's error
     * is the one that is seen. */
    if (run_model(run)->profile->minor <= 6 &&
        !float_as_double(run, arguments->values[1], ret_second))
        return false;
    return float_as_double(run, arguments->values[0], ret_first) &&
           float_as_double(run, arguments->values[1], ret_second);
}

static ObjectId math_atan2(Run *run, const Arguments *arguments)
{
    double a, b;
    return two(run, arguments, &a, &b) ? float_from(run_model(run), atan2(a, b)) : 0;
}
static ObjectId math_copysign(Run *run, const Arguments *arguments)
{
    double a, b;
    return two(run, arguments, &a, &b) ? float_from(run_model(run), copysign(a, b)) : 0;
}
static ObjectId math_fmod(Run *run, const Arguments *arguments)
{
    double a, b;
    if (!two(run, arguments, &a, &b))
        return 0;
    if ((b == 0.0 || isinf(a)) && !isnan(a) && !isnan(b))
        return raise_domain(run);
    return float_from(run_model(run), fmod(a, b));
}
static ObjectId math_remainder(Run *run, const Arguments *arguments)
{
    double a, b;
    if (!two(run, arguments, &a, &b))
        return 0;
    if ((b == 0.0 || isinf(a)) && !isnan(a) && !isnan(b))
        return raise_domain(run);
    return float_from(run_model(run), remainder(a, b));
}
static ObjectId math_pow(Run *run, const Arguments *arguments)
{
    double a, b;
    if (!two(run, arguments, &a, &b))
        return 0;
    double result = pow(a, b);
    bool finite = isfinite(a) && isfinite(b);
    bool pole = isinf(result) && a == 0.0 && (finite || run_model(run)->profile->minor < 11);
    if (pole || (finite && isnan(result)))
        return raise_domain(run);
    if (finite && isinf(result))
        return raise_error(run, EXC_OverflowError, "math range error");
    return float_from(run_model(run), result);
}
static ObjectId math_nextafter(Run *run, const Arguments *arguments)
{
    double a, b;
    return two(run, arguments, &a, &b) ? float_from(run_model(run), nextafter(a, b)) : 0;
}
static ObjectId math_ulp(Run *run, const Arguments *arguments)
{
    double value;
    if (!float_as_double(run, arguments->values[0], &value))
        return 0;
    value = fabs(value);
    double next = nextafter(value, (double)INFINITY);
    if (isinf(next) && isfinite(value))
        return float_from(run_model(run), value - nextafter(value, 0.0));
    return float_from(run_model(run), isfinite(value) ? next - value : value);
}

static ObjectId math_ldexp(Run *run, const Arguments *arguments)
{
    double value;
    int64_t exponent;
    if (!float_as_double(run, arguments->values[0], &value))
        return 0;
    if (!kind_is_integer(model_kind(run_model(run), arguments->values[1])))
        return raise_error(run, EXC_TypeError, "Expected an int as second argument to ldexp.");
    if (int_is_small(run_model(run), arguments->values[1]))
        exponent = int_value(run_model(run), arguments->values[1]);
    else
        exponent =
            int_is_negative(run_model(run), arguments->values[1]) ? INT32_MIN : INT32_MAX;
    double result = ldexp(value, exponent > INT32_MAX   ? INT32_MAX
                                 : exponent < INT32_MIN ? INT32_MIN
                                                        : (int)exponent);
    if (isinf(result) && isfinite(value))
        return raise_error(run, EXC_OverflowError, "math range error");
    return float_from(run_model(run), result);
}
static ObjectId math_frexp(Run *run, const Arguments *arguments)
{
    double value;
    int exponent = 0;
    if (!float_as_double(run, arguments->values[0], &value))
        return 0;
    double mantissa = isfinite(value) ? frexp(value, &exponent) : value;
    ObjectId first = float_from(run_model(run), mantissa);
    return tuple_of(run, first, int_from(run_model(run), exponent));
}
static ObjectId math_modf(Run *run, const Arguments *arguments)
{
    double value, whole;
    if (!float_as_double(run, arguments->values[0], &value))
        return 0;
    double fraction = modf(value, &whole);
    ObjectId first = float_from(run_model(run), fraction);
    return tuple_of(run, first, float_from(run_model(run), whole));
}

/* --- tests --- */

static ObjectId math_isnan(Run *run, const Arguments *arguments)
{
    double value;
    return float_as_double(run, arguments->values[0], &value)
               ? bool_from(run_model(run), isnan(value))
               : 0;
}
static ObjectId math_isinf(Run *run, const Arguments *arguments)
{
    double value;
    return float_as_double(run, arguments->values[0], &value)
               ? bool_from(run_model(run), isinf(value))
               : 0;
}
static ObjectId math_isfinite(Run *run, const Arguments *arguments)
{
    double value;
    return float_as_double(run, arguments->values[0], &value)
               ? bool_from(run_model(run), isfinite(value))
               : 0;
}

static const Native isclose_form = {
    .name = "isclose",
    .least = 2,
    .most = 4,
    .keywords = (const char *const[]){"a", "b", "rel_tol", "abs_tol", ""}};

static ObjectId math_isclose(Run *run, const Arguments *arguments)
{
    ObjectId values[4];
    double numbers[4] = {0.0, 0.0, 1e-9, 0.0};
    int minor = run_model(run)->profile->minor;
    if (!argument_positional(run, arguments, "isclose", minor >= 8 ? 2 : 0, 2) ||
        !arguments_sort(run, &isclose_form, 0, arguments, values))
        return 0;
    for (int i = 0; i < 4; i++)
        if (values[i] && !float_as_double(run, values[i], &numbers[i]))
            return 0;
    double a = numbers[0], b = numbers[1], relative = numbers[2], absolute = numbers[3];
    if (relative < 0.0 || absolute < 0.0)
        return raise_error(run, EXC_ValueError, "tolerances must be non-negative");
    double distance = fabs(b - a);
    bool close = a == b || (!isinf(a) && !isinf(b) &&
                            (distance <= fabs(relative * b) || distance <= fabs(relative * a) ||
                             distance <= absolute));
    return bool_from(run_model(run), close);
}

static ObjectId math_fma(Run *run, const Arguments *arguments)
{
    double x, y, z;
    if (!two(run, arguments, &x, &y) || !float_as_double(run, arguments->values[2], &z))
        return 0;
    double result = fma(x, y, z);
    bool finite = isfinite(x) && isfinite(y) && isfinite(z);
    if (isnan(result) && !isnan(x) && !isnan(y) && !isnan(z))
        return raise_error(run, EXC_ValueError, "invalid operation in fma");
    if (isinf(result) && finite)
        return raise_error(run, EXC_OverflowError, "overflow in fma");
    return float_from(run_model(run), result);
}

static const Native functions[] = {
    {"acos", math_acos, 1, 1, NULL, NATIVE_O},
    {"acosh", math_acosh, 1, 1, NULL, NATIVE_O},
    {"asin", math_asin, 1, 1, NULL, NATIVE_O},
    {"asinh", math_asinh, 1, 1, NULL, NATIVE_O},
    {"atan", math_atan, 1, 1, NULL, NATIVE_O},
    {"atan2", math_atan2, 2, 2, NULL, NATIVE_VARARGS},
    {"atanh", math_atanh, 1, 1, NULL, NATIVE_O},
    {"cbrt", math_cbrt, 1, 1, NULL, NATIVE_O, 11, 0},
    {"ceil", math_ceil, 1, 1, NULL, NATIVE_O},
    {"comb", math_comb, 2, 2, NULL, NATIVE_VARARGS, 8, 0},
    {"copysign", math_copysign, 2, 2, NULL, NATIVE_VARARGS},
    {"cos", math_cos, 1, 1, NULL, NATIVE_O},
    {"cosh", math_cosh, 1, 1, NULL, NATIVE_O},
    {"degrees", math_degrees, 1, 1, NULL, NATIVE_O},
    {"dist", math_dist, 2, 2, NULL, NATIVE_VARARGS, 8, 0},
    {"erf", math_erf, 1, 1, NULL, NATIVE_O},
    {"erfc", math_erfc, 1, 1, NULL, NATIVE_O},
    {"exp", math_exp, 1, 1, NULL, NATIVE_O},
    {"exp2", math_exp2, 1, 1, NULL, NATIVE_O, 11, 0},
    {"expm1", math_expm1, 1, 1, NULL, NATIVE_O},
    {"fabs", math_fabs, 1, 1, NULL, NATIVE_O},
    {"factorial", math_factorial, 1, 1, NULL, NATIVE_O},
    {"floor", math_floor, 1, 1, NULL, NATIVE_O},
    {"fma", math_fma, 3, 3, NULL, NATIVE_VARARGS, 13, 0},
    {"fmod", math_fmod, 2, 2, NULL, NATIVE_VARARGS},
    {"frexp", math_frexp, 1, 1, NULL, NATIVE_O},
    {"fsum", math_fsum, 1, 1, NULL, NATIVE_O},
    {"gamma", math_gamma, 1, 1, NULL, NATIVE_O},
    {"gcd", math_gcd, 2, 2, NULL, NATIVE_PARSE, 0, 6},
    {"gcd", math_gcd, 2, 2, NULL, NATIVE_VARARGS, 7, 8},
    {"gcd", math_gcd, 0, -1, NULL, NATIVE_VARARGS, 9, 0},
    {"hypot", math_hypot, 2, 2, NULL, NATIVE_VARARGS, 0, 6},
    {"hypot", math_hypot, 2, 2, NULL, NATIVE_PARSE, 7, 7},
    {"hypot", math_hypot, 0, -1, NULL, NATIVE_VARARGS, 8, 0},
    {"isclose", math_isclose, 0, -1, NULL, NATIVE_RAW},
    {"isfinite", math_isfinite, 1, 1, NULL, NATIVE_O},
    {"isinf", math_isinf, 1, 1, NULL, NATIVE_O},
    {"isnan", math_isnan, 1, 1, NULL, NATIVE_O},
    {"isqrt", math_isqrt, 1, 1, NULL, NATIVE_O, 8, 0},
    {"lcm", math_lcm, 0, -1, NULL, NATIVE_VARARGS, 9, 0},
    {"ldexp", math_ldexp, 2, 2, NULL, NATIVE_VARARGS},
    {"lgamma", math_lgamma, 1, 1, NULL, NATIVE_O},
    {"log", math_log, 1, 2, NULL, NATIVE_VARARGS, 0, 6},
    {"log", math_log_counted, 0, -1, NULL, NATIVE_VARARGS, 7, 11},
    {"log", math_log, 1, 2, NULL, NATIVE_VARARGS, 12, 0},
    {"log10", math_log10, 1, 1, NULL, NATIVE_O},
    {"log1p", math_log1p, 1, 1, NULL, NATIVE_O},
    {"log2", math_log2, 1, 1, NULL, NATIVE_O},
    {"modf", math_modf, 1, 1, NULL, NATIVE_O},
    {"nextafter", math_nextafter, 2, 2, NULL, NATIVE_VARARGS, 9, 0},
    {"perm", math_perm, 1, 2, NULL, NATIVE_VARARGS, 8, 0},
    {"pow", math_pow, 2, 2, NULL, NATIVE_VARARGS},
    {"prod", math_prod, 1, -1, NULL, NATIVE_RAW, 8, 0},
    {"radians", math_radians, 1, 1, NULL, NATIVE_O},
    {"remainder", math_remainder, 2, 2, NULL, NATIVE_VARARGS, 7, 0},
    {"sin", math_sin, 1, 1, NULL, NATIVE_O},
    {"sinh", math_sinh, 1, 1, NULL, NATIVE_O},
    {"sqrt", math_sqrt, 1, 1, NULL, NATIVE_O},
    {"sumprod", math_sumprod, 2, 2, NULL, NATIVE_VARARGS, 12, 0},
    {"tan", math_tan, 1, 1, NULL, NATIVE_O},
    {"tanh", math_tanh, 1, 1, NULL, NATIVE_O},
    {"trunc", math_trunc, 1, 1, NULL, NATIVE_O},
    {"ulp", math_ulp, 1, 1, NULL, NATIVE_O, 9, 0},
    SLOT_ROW_END,
};

static bool fill(Run *run, ObjectId dict)
{
    Model *model = run_model(run);
    static const char *const names[] = {"pi", "e", "tau", "inf", "nan"};
    const double values[] = {M_PI, M_E, 2 * M_PI, (double)INFINITY, (double)NAN};
    for (int i = 0; i < 5; i++)
        dict_set_str(model, dict, model_intern(model, slice_of(names[i])),
                     float_from(model, values[i]));
    return true;
}

const NativeModule module_math = {"math", functions, fill};
