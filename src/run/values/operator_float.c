#include <errno.h>
#include <math.h>

#include "lang/opcode.h"
#include "run/values/operators.h"

ObjectId raise_range(Run *run)
{
    Model *model = run_model(run);
    ObjectId values[2] = {int_from(model, ERANGE),
                          str_from_string(model, "Numerical result out of range")};
    ObjectId error = call_object(run, exception_type(run, EXC_OverflowError), values, 2);
    return error ? raise_object(run, error) : 0;
}

bool number_double(Run *run, ObjectId value, double *ret_value)
{
    const Model *model = run_model(run);
    if (kind_is_integer(model_kind(model, value)))
        return int_double(run, value, ret_value);
    *ret_value = float_value(model, value);
    return true;
}

/* _float_div_mod of Objects/floatobject.c. */
double float_floor_divide(double left, double right, double *ret_modulo)
{
    double modulo = fmod(left, right);
    double quotient = (left - modulo) / right;
    if (modulo != 0.0) {
        if ((right < 0) != (modulo < 0)) {
            modulo += right;
            quotient -= 1.0;
        }
    } else {
        modulo = copysign(0.0, right);
    }
    if (ret_modulo)
        *ret_modulo = modulo;
    if (quotient == 0.0)
        return copysign(0.0, left / right);
    double floored = floor(quotient);
    return quotient - floored > 0.5 ? floored + 1.0 : floored;
}

static bool is_odd_integer(double value)
{
    return fmod(fabs(value), 2.0) == 1.0;
}

/* float_pow: the special cases come first, then the C library. */
static ObjectId power(Run *run, double base, double exponent)
{
    Model *model = run_model(run);
    if (exponent == 0.0 || base == 1.0)
        return float_from(model, 1.0);
    if (isnan(base) || isnan(exponent))
        return float_from(model, isnan(base) ? base : exponent);
    if (base == 0.0 && exponent < 0.0 && !isinf(exponent))
        return raise_error(run, EXC_ZeroDivisionError,
                           "0.0 cannot be raised to a negative power");
    if (base < 0.0 && !isinf(base) && !isinf(exponent) && exponent != floor(exponent))
        return complex_power(run, (ComplexPayload){base, 0.0}, (ComplexPayload){exponent, 0.0});
    if (base == -1.0)
        return float_from(model, !isinf(exponent) && is_odd_integer(exponent) ? -1.0 : 1.0);
    double result = pow(base, exponent);
    if (isinf(result) && !isinf(base) && !isinf(exponent))
        return raise_range(run);
    return float_from(model, result);
}

static ObjectId raise_zero(Run *run, const char *what)
{
    return raise_error(run, EXC_ZeroDivisionError, "%s", what);
}

static ObjectId operate_doubles(Run *run, int op, double left, double right)
{
    Model *model = run_model(run);
    double modulo;
    switch ((BinaryOp)op) {
    case BINARY_ADD:
        return float_from(model, left + right);
    case BINARY_SUBTRACT:
        return float_from(model, left - right);
    case BINARY_MULTIPLY:
        return float_from(model, left * right);
    case BINARY_TRUE_DIVIDE:
        return right == 0.0 ? raise_zero(run, "float division by zero")
                            : float_from(model, left / right);
    case BINARY_FLOOR_DIVIDE:
        if (right == 0.0)
            return raise_zero(run, model->profile->minor < 9 ? "float divmod()"
                                                             : "float floor division by zero");
        return float_from(model, float_floor_divide(left, right, NULL));
    case BINARY_REMAINDER:
        if (right == 0.0)
            return raise_zero(run, model->profile->minor >= 13 ? "float modulo by zero"
                                                               : "float modulo");
        float_floor_divide(left, right, &modulo);
        return float_from(model, modulo);
    case BINARY_POWER:
        return power(run, left, right);
    case BINARY_AND:
    case BINARY_OR:
    case BINARY_XOR:
    case BINARY_LSHIFT:
    case BINARY_RSHIFT:
    case BINARY_MATRIX_MULTIPLY:
    case BINARY_OP_COUNT:
        break;
    }
    return model->not_implemented;
}

ObjectId float_operate(Run *run, int op, ObjectId left, ObjectId right)
{
    double first, second;
    if (!number_double(run, left, &first) || !number_double(run, right, &second))
        return 0;
    return operate_doubles(run, op, first, second);
}

ObjectId float_divmod(Run *run, ObjectId left, ObjectId right)
{
    Model *model = run_model(run);
    double first, second, modulo;
    if (!number_double(run, left, &first) || !number_double(run, right, &second))
        return 0;
    if (second == 0.0)
        return raise_zero(run, "float divmod()");
    double quotient = float_floor_divide(first, second, &modulo);
    uint32_t mark = hand_mark(model);
    ObjectId quotient_object = float_from(model, quotient);
    ObjectId modulo_object = float_from(model, modulo);
    return hand_return(model, mark, tuple_of(run, quotient_object, modulo_object));
}
