"""Rational numbers."""

import math
import numbers
import sys

_VERSION = sys.version_info[:2]

__all__ = ['Fraction']
if _VERSION < (3, 9):
    __all__.append('gcd')

    def gcd(a, b):
        while b:
            a, b = b, a % b
        return a


def _parse(text):
    """(numerator, denominator) of '3/4', '-1.25', '2e-3'; None where it is no number."""
    body = text.strip()
    sign = -1 if body[:1] == '-' else 1
    body = body[1:] if body[:1] in ('-', '+') else body
    if '/' in body:
        above, below = body.split('/', 1)
        if _VERSION >= (3, 12):
            above, below = above.rstrip(), below.lstrip()
        if not _is_digits(above) or not _is_digits(below):
            return None
        return sign * int(above), int(below)
    mantissa, mark, exponent = body.replace('E', 'e').partition('e')
    whole, point, rest = mantissa.partition('.')
    if not (whole or rest) or (whole and not _is_digits(whole)) or (rest and not _is_digits(rest)):
        return None
    if mark and not _is_digits(exponent.lstrip('+-') if exponent[:1] in ('+', '-') else exponent):
        return None
    shift = (int(exponent) if mark else 0) - len(rest.replace('_', ''))
    digits = int((whole or '0') + rest if whole or rest else '0')
    return (sign * digits * 10 ** shift, 1) if shift >= 0 else (sign * digits, 10 ** -shift)


def _is_digits(text):
    if _VERSION >= (3, 11):
        return all(part.isdecimal() for part in text.split('_'))
    return text.isdecimal()


class Fraction(numbers.Rational):
    __slots__ = ('_numerator', '_denominator')

    if _VERSION < (3, 12):
        def __new__(cls, numerator=0, denominator=None, *, _normalize=True):
            return cls._make(numerator, denominator)
    else:
        def __new__(cls, numerator=0, denominator=None):
            return cls._make(numerator, denominator)

    @classmethod
    def _make(cls, numerator, denominator):
        self = object.__new__(cls)
        if denominator is None:
            numerator, denominator = _ratio_of(numerator)
        elif isinstance(numerator, (int, Fraction)) and isinstance(denominator, (int, Fraction)):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError('both arguments should be Rational instances')
        if denominator == 0:
            raise ZeroDivisionError('Fraction(%s, 0)' % numerator)
        divisor = math.gcd(numerator, denominator)
        if denominator < 0:
            divisor = -divisor
        self._numerator = numerator // divisor
        self._denominator = denominator // divisor
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError('%s.from_float() only takes floats, not %r (%s)' % (cls.__name__, f, type(f).__name__))
        return cls(*f.as_integer_ratio())

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    if _VERSION >= (3, 8):
        def as_integer_ratio(self):
            return self._numerator, self._denominator

    if _VERSION >= (3, 12):
        def is_integer(self):
            return self._denominator == 1

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        near, far = Fraction(p1, q1), Fraction(p0 + k * p1, q0 + k * q1)
        return near if abs(near - self) <= abs(far - self) else far

    def __repr__(self):
        return '%s(%s, %s)' % (self.__class__.__name__, self._numerator, self._denominator)

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return '%s/%s' % (self._numerator, self._denominator)

    if _VERSION >= (3, 12):
        def __format__(self, format_spec):
            if not format_spec:
                return str(self)
            if format_spec[-1] in 'eEfFgG%':
                return format(float(self), format_spec)
            return format(str(self), format_spec)

    # --- arithmetic ---

    def _with(self, other, exact, inexact):
        if isinstance(other, (int, Fraction)):
            return exact(self, other)
        if isinstance(other, float):
            return inexact(float(self), other)
        if isinstance(other, complex):
            return inexact(complex(self), other)
        return NotImplemented

    def _after(self, other, exact, inexact):
        if isinstance(other, int):
            return exact(Fraction(other), self)
        if isinstance(other, float):
            return inexact(other, float(self))
        if isinstance(other, complex):
            return inexact(other, complex(self))
        return NotImplemented

    def __add__(self, other):
        return self._with(other, _add, lambda a, b: a + b)

    def __radd__(self, other):
        return self._after(other, _add, lambda a, b: a + b)

    def __sub__(self, other):
        return self._with(other, _subtract, lambda a, b: a - b)

    def __rsub__(self, other):
        return self._after(other, _subtract, lambda a, b: a - b)

    def __mul__(self, other):
        return self._with(other, _multiply, lambda a, b: a * b)

    def __rmul__(self, other):
        return self._after(other, _multiply, lambda a, b: a * b)

    def __truediv__(self, other):
        return self._with(other, _divide, lambda a, b: a / b)

    def __rtruediv__(self, other):
        return self._after(other, _divide, lambda a, b: a / b)

    def __floordiv__(self, other):
        return self._with(other, _floor_divide, lambda a, b: a // b)

    def __rfloordiv__(self, other):
        return self._after(other, _floor_divide, lambda a, b: a // b)

    def __mod__(self, other):
        return self._with(other, _remainder, lambda a, b: a % b)

    def __rmod__(self, other):
        return self._after(other, _remainder, lambda a, b: a % b)

    def __divmod__(self, other):
        return self._with(other, lambda a, b: (_floor_divide(a, b), _remainder(a, b)), divmod)

    def __rdivmod__(self, other):
        return self._after(other, lambda a, b: (_floor_divide(a, b), _remainder(a, b)), divmod)

    def __pow__(self, other):
        if isinstance(other, (int, Fraction)):
            if other.denominator != 1:
                return float(self) ** float(other)
            power = other.numerator
            if power >= 0:
                return Fraction(self._numerator ** power, self._denominator ** power)
            if self._numerator == 0 and _VERSION >= (3, 12):
                raise ZeroDivisionError('Fraction(%s, 0)' % self._denominator ** -power)
            return Fraction(self._denominator ** -power, self._numerator ** -power)
        return float(self) ** other

    def __rpow__(self, other):
        if self._denominator == 1 and self._numerator >= 0:
            return other ** self._numerator
        if isinstance(other, int):
            return Fraction(other) ** self
        return other ** float(self)

    def __pos__(self):
        return Fraction(self._numerator, self._denominator)

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator)

    # --- conversions ---

    def __float__(self):
        return self._numerator / self._denominator

    def __complex__(self):
        return complex(float(self))

    def __trunc__(self):
        if self._numerator < 0:
            return -(-self._numerator // self._denominator)
        return self._numerator // self._denominator

    def __int__(self):
        return self.__trunc__()

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, remainder = divmod(self._numerator, self._denominator)
            twice = remainder * 2
            return floor + (twice > self._denominator or (twice == self._denominator and floor % 2 == 1))
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    # --- comparison ---

    def __hash__(self):
        modulus = sys.hash_info.modulus
        try:
            inverse = _inverse(self._denominator, modulus)
        except ValueError:
            result = sys.hash_info.inf
        else:
            result = hash(hash(abs(self._numerator)) * inverse)
        if self._numerator < 0:
            result = -result
        return -2 if result == -1 else result

    def __eq__(self, other):
        if isinstance(other, (int, Fraction)):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return 0.0 == other
            return self == Fraction(other)
        return NotImplemented

    def _ordered(self, other, answer):
        if isinstance(other, (int, Fraction)):
            return answer(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return answer(0.0, other)
            return self._ordered(Fraction(other), answer)
        return NotImplemented

    def __lt__(self, other):
        return self._ordered(other, lambda a, b: a < b)

    def __gt__(self, other):
        return self._ordered(other, lambda a, b: a > b)

    def __le__(self, other):
        return self._ordered(other, lambda a, b: a <= b)

    def __ge__(self, other):
        return self._ordered(other, lambda a, b: a >= b)

    def __bool__(self):
        return bool(self._numerator)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _ratio_of(value):
    if isinstance(value, (int, Fraction)):
        return value.numerator, value.denominator
    if isinstance(value, float):
        return value.as_integer_ratio()
    if isinstance(value, str):
        ratio = _parse(value)
        if ratio is None:
            raise ValueError('Invalid literal for Fraction: %r' % value)
        return ratio
    raise TypeError('argument should be a string or a Rational instance')


def _inverse(value, modulus):
    if math.gcd(value, modulus) != 1:
        raise ValueError('not invertible')
    return pow(value, modulus - 2, modulus)


def _add(a, b):
    return Fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)


def _subtract(a, b):
    return Fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)


def _multiply(a, b):
    return Fraction(a.numerator * b.numerator, a.denominator * b.denominator)


def _divide(a, b):
    above, below = a.numerator * b.denominator, a.denominator * b.numerator
    if not below and _VERSION >= (3, 10):
        above = 1 if _VERSION >= (3, 12) else above // (abs(a.numerator) or 1)
    return Fraction(above, below)


def _floor_divide(a, b):
    if not b and _VERSION < (3, 8):
        return _divide(a, b)
    return (a.numerator * b.denominator) // (a.denominator * b.numerator)


def _remainder(a, b):
    if not b and _VERSION < (3, 8):
        return _divide(a, b)
    below = a.denominator * b.denominator
    return Fraction((a.numerator * b.denominator) % (b.numerator * a.denominator), below)
