"""The tower of numbers: abstract classes from Number down to Integral."""

from abc import ABCMeta, abstractmethod

__all__ = ['Number', 'Complex', 'Real', 'Rational', 'Integral']


class Number(metaclass=ABCMeta):
    __slots__ = ()
    __hash__ = None


def _left(name):
    """An operator that a number below has to have."""
    def method(self, other):
        raise NotImplementedError
    method.__name__ = name
    return abstractmethod(method)


def _own(name):
    def method(self):
        raise NotImplementedError
    method.__name__ = name
    return abstractmethod(method)


class Complex(Number):
    __slots__ = ()

    __complex__ = _own('__complex__')
    real = property(_own('real'))
    imag = property(_own('imag'))
    conjugate = _own('conjugate')
    __neg__ = _own('__neg__')
    __pos__ = _own('__pos__')
    __abs__ = _own('__abs__')
    __add__ = _left('__add__')
    __radd__ = _left('__radd__')
    __mul__ = _left('__mul__')
    __rmul__ = _left('__rmul__')
    __truediv__ = _left('__truediv__')
    __rtruediv__ = _left('__rtruediv__')
    __pow__ = _left('__pow__')
    __rpow__ = _left('__rpow__')
    __eq__ = _left('__eq__')
    __hash__ = None

    def __bool__(self):
        return self != 0

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other


class Real(Complex):
    __slots__ = ()

    __float__ = _own('__float__')
    __trunc__ = _own('__trunc__')
    __floor__ = _own('__floor__')
    __ceil__ = _own('__ceil__')
    __floordiv__ = _left('__floordiv__')
    __rfloordiv__ = _left('__rfloordiv__')
    __mod__ = _left('__mod__')
    __rmod__ = _left('__rmod__')
    __lt__ = _left('__lt__')
    __le__ = _left('__le__')

    @abstractmethod
    def __round__(self, ndigits=None):
        raise NotImplementedError

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return +self


class Rational(Real):
    __slots__ = ()

    numerator = property(_own('numerator'))
    denominator = property(_own('denominator'))

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    __slots__ = ()

    __int__ = _own('__int__')
    __invert__ = _own('__invert__')
    __lshift__ = _left('__lshift__')
    __rlshift__ = _left('__rlshift__')
    __rshift__ = _left('__rshift__')
    __rrshift__ = _left('__rrshift__')
    __and__ = _left('__and__')
    __rand__ = _left('__rand__')
    __xor__ = _left('__xor__')
    __rxor__ = _left('__rxor__')
    __or__ = _left('__or__')
    __ror__ = _left('__ror__')

    @abstractmethod
    def __pow__(self, exponent, modulus=None):
        raise NotImplementedError

    def __index__(self):
        return int(self)

    def __float__(self):
        return float(int(self))

    @property
    def numerator(self):
        return +self

    @property
    def denominator(self):
        return 1


Complex.register(complex)
Real.register(float)
Integral.register(int)
