#include "run/modules/math_gamma.h"

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

/* Lanczos' approximation with g = 6.02… and 13 terms, as John Maddock computed it for Boost:
 * a quotient of two polynomials, the constant term first. */
enum { LANCZOS_TERMS = 13 };
static const double lanczos_g = 6.024680040776729583740234375;
static const double lanczos_above[LANCZOS_TERMS] = {
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};
/* x (x + 1) … (x + 11) */
static const double lanczos_below[LANCZOS_TERMS] = {
    0.0,       39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
    2637558.0, 357423.0,   32670.0,     1925.0,      66.0,        1.0};
static const double pi = 3.141592653589793238462643383279502884197;
static const double log_pi = 1.144729885849400174143427351353058711647;

/* Large ones are evaluated in 1/x, so that nothing overflows. */
static double lanczos_sum(double x)
{
    double above = 0.0, below = 0.0;
    for (size_t i = 0; i < LANCZOS_TERMS; i++) {
        size_t at = x < 5.0 ? LANCZOS_TERMS - 1 - i : i;
        above = (x < 5.0 ? above * x : above / x) + lanczos_above[at];
        below = (x < 5.0 ? below * x : below / x) + lanczos_below[at];
    }
    return above / below;
}

/* sin(pi x), exact where x is a multiple of a half. */
static double sin_of_pi(double x)
{
    double y = fmod(fabs(x), 2.0);
    int eighth = (int)round(2.0 * y);
    double sine = eighth == 0   ? sin(pi * y)
                  : eighth == 1 ? cos(pi * (y - 0.5))
                  : eighth == 2 ? sin(pi * (1.0 - y))
                  : eighth == 3 ? -cos(pi * (y - 1.5))
                                : sin(pi * (y - 2.0));
    return copysign(1.0, x) * sine;
}

/* n! of a double's exact range, for n up to 22. */
static double small_factorial(double n)
{
    double product = 1.0;
    for (double i = 2.0; i <= n; i++)
        product *= i;
    return product;
}

/* value * y^power, in two steps where one would overflow. */
static double scale(double value, double y, double power, bool overflows)
{
    if (!overflows)
        return value * pow(y, power);
    double root = pow(y, power / 2.0);
    return value * root * root;
}

static double unscale(double value, double y, double power, bool overflows)
{
    if (!overflows)
        return value / pow(y, power);
    double root = pow(y, power / 2.0);
    return value / root / root;
}

/* Neither near a pole nor too large. `slip` is what y lost when it was rounded. */
static double gamma_by_lanczos(double x)
{
    enum { SAFE = 140 };
    double size = fabs(x), shift = lanczos_g - 0.5;
    double y = size + shift;
    double slip = size > shift ? (y - size) - shift : (y - shift) - size;
    slip = slip * lanczos_g / y;
    if (x < 0.0) {
        double value = -pi / sin_of_pi(size) / size * exp(y) / lanczos_sum(size);
        value -= slip * value;
        return unscale(value, y, size - 0.5, size >= SAFE);
    }
    double value = lanczos_sum(size) / exp(y);
    value += slip * value;
    return scale(value, y, size - 0.5, size >= SAFE);
}

double math_gamma_of(double x)
{
    enum { EXACT = 23, HUGE_ARGUMENT = 200 };
    if (!isfinite(x))
        return x;
    if (x == floor(x) && x <= EXACT)
        return small_factorial(x - 1.0);
    if (fabs(x) < 1e-20)
        return 1.0 / x;
    if (fabs(x) > HUGE_ARGUMENT)
        return x < 0.0 ? 0.0 / sin_of_pi(x) : HUGE_VAL;
    return gamma_by_lanczos(x);
}

double math_log_gamma_of(double x)
{
    if (!isfinite(x))
        return isnan(x) ? x : HUGE_VAL;
    if (x == 1.0 || x == 2.0)
        return 0.0;
    double size = fabs(x);
    if (size < 1e-20)
        return -log(size);
    double value = log(lanczos_sum(size)) - lanczos_g;
    value += (size - 0.5) * (log(size + lanczos_g - 0.5) - 1);
    return x < 0.0 ? log_pi - log(fabs(sin_of_pi(size))) - log(size) - value : value;
}
