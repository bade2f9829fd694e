#include <math.h>

#include "lang/opcode.h"
#include "run/values/operators.h"

ComplexPayload complex_value(Run *run, ObjectId value)
{
    const Model *model = run_model(run);
    ComplexPayload result = {0.0, 0.0};
    if (model_kind(model, value) == KIND_COMPLEX)
        return *model_payload(model, value).complex;
    (void)number_double(run, value, &result.real);
    return result;
}

/* _Py_c_quot: scales by the larger part of the divisor. False: division by zero. */
static bool divide(ComplexPayload a, ComplexPayload b, ComplexPayload *ret_result)
{
    double real = fabs(b.real), imaginary = fabs(b.imaginary);
    if (real >= imaginary) {
        if (real == 0.0)
            return false;
        double ratio = b.imaginary / b.real, bottom = b.real + b.imaginary * ratio;
        *ret_result = (ComplexPayload){(a.real + a.imaginary * ratio) / bottom,
                                       (a.imaginary - a.real * ratio) / bottom};
        return true;
    }
    if (imaginary >= real) {
        double ratio = b.real / b.imaginary, bottom = b.real * ratio + b.imaginary;
        *ret_result = (ComplexPayload){(a.real * ratio + a.imaginary) / bottom,
                                       (a.imaginary * ratio - a.real) / bottom};
        return true;
    }
    *ret_result = (ComplexPayload){(double)NAN, (double)NAN};
    return true;
}

static ComplexPayload multiply(ComplexPayload a, ComplexPayload b)
{
    return (ComplexPayload){a.real * b.real - a.imaginary * b.imaginary,
                            a.real * b.imaginary + a.imaginary * b.real};
}

/* _Py_c_pow */
static bool power(ComplexPayload a, ComplexPayload b, ComplexPayload *ret_result)
{
    if (b.real == 0.0 && b.imaginary == 0.0) {
        *ret_result = (ComplexPayload){1.0, 0.0};
        return true;
    }
    if (a.real == 0.0 && a.imaginary == 0.0) {
        *ret_result = (ComplexPayload){0.0, 0.0};
        return b.imaginary == 0.0 && b.real >= 0.0;
    }
    double size = hypot(a.real, a.imaginary), length = pow(size, b.real);
    double angle = atan2(a.imaginary, a.real), phase = angle * b.real;
    if (b.imaginary != 0.0) {
        length /= exp(angle * b.imaginary);
        phase += b.imaginary * log(size);
    }
    if (isinf(phase)) /* a domain error of the C library */
        return false;
    *ret_result = (ComplexPayload){length * cos(phase), length * sin(phase)};
    return true;
}

/* c_powu, c_powi: small whole exponents by multiplication. */
static bool power_whole(ComplexPayload base, long exponent, ComplexPayload *ret_result)
{
    ComplexPayload result = {1.0, 0.0}, square = base;
    unsigned long count = exponent < 0 ? (unsigned long)-exponent : (unsigned long)exponent;
    for (unsigned long bit = 1; bit <= count; bit <<= 1) {
        if (count & bit)
            result = multiply(result, square);
        square = multiply(square, square);
    }
    if (exponent > 0) {
        *ret_result = result;
        return true;
    }
    return divide((ComplexPayload){1.0, 0.0}, result, ret_result);
}

ObjectId complex_power(Run *run, ComplexPayload left, ComplexPayload right)
{
    ComplexPayload result;
    bool whole =
        right.imaginary == 0.0 && right.real == floor(right.real) && fabs(right.real) <= 100.0;
    bool defined =
        whole ? power_whole(left, (long)right.real, &result) : power(left, right, &result);
    if (!defined)
        return raise_error(run, EXC_ZeroDivisionError, "0.0 to a negative or complex power");
    if (isinf(result.real) || isinf(result.imaginary))
        return raise_error(run, EXC_OverflowError, "complex exponentiation");
    return complex_from(run_model(run), result.real, result.imaginary);
}

static ObjectId operate_values(Run *run, int op, ComplexPayload a, ComplexPayload b)
{
    Model *model = run_model(run);
    ComplexPayload result;
    switch ((BinaryOp)op) {
    case BINARY_ADD:
        return complex_from(model, a.real + b.real, a.imaginary + b.imaginary);
    case BINARY_SUBTRACT:
        return complex_from(model, a.real - b.real, a.imaginary - b.imaginary);
    case BINARY_MULTIPLY:
        result = multiply(a, b);
        return complex_from(model, result.real, result.imaginary);
    case BINARY_TRUE_DIVIDE:
        if (!divide(a, b, &result))
            return raise_error(run, EXC_ZeroDivisionError, "complex division by zero");
        return complex_from(model, result.real, result.imaginary);
    case BINARY_POWER:
        return complex_power(run, a, b);
    case BINARY_FLOOR_DIVIDE:
    case BINARY_REMAINDER:
        return model->not_implemented;
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

ObjectId complex_operate(Run *run, int op, ObjectId left, ObjectId right)
{
    const Model *model = run_model(run);
    double ignored;
    if (model_kind(model, left) != KIND_COMPLEX && !number_double(run, left, &ignored))
        return 0;
    if (model_kind(model, right) != KIND_COMPLEX && !number_double(run, right, &ignored))
        return 0;
    return operate_values(run, op, complex_value(run, left), complex_value(run, right));
}
