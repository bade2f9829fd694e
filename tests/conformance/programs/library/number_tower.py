"""The tower of numbers.Number, and fractions in it."""
import numbers
from fractions import Fraction as F
for v in (1, True, 1.5, 1j, 'x', F(1, 2)):
    print(repr(v), [isinstance(v, c) for c in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)])
print(F.__mro__, numbers.Integral.__mro__)
for src in (lambda: F(3, 4) / 0, lambda: F(-3, 4) / 0, lambda: F(0) / 0, lambda: F(3, 4) // 0, lambda: F(3, 4) % 0, lambda: 1 / F(0), lambda: 1.5 / F(0), lambda: divmod(F(1, 2), 0), lambda: F(1, 2) // F(1, 3), lambda: F(0) ** -1, lambda: numbers.Number() is not None, lambda: numbers.Complex(), lambda: numbers.Integral(), lambda: F(6, 4) / F(3, 2)):
    try: print(src())
    except Exception as e: print(type(e).__name__, e)
class Z3(numbers.Integral):
    def __init__(self, v): self.v = int(v) % 3
    def __int__(self): return self.v
    def __repr__(self): return 'Z3(%d)' % self.v
    def _op(name):
        def f(self, other, *rest): return Z3(getattr(int(self), name)(int(other), *map(int, rest)))
        return f
    for _n in 'add radd mul rmul truediv rtruediv pow rpow floordiv rfloordiv mod rmod lshift rlshift rshift rrshift and rand or ror xor rxor'.split():
        locals()['__%s__' % _n] = _op('__%s__' % _n)
    def __neg__(self): return Z3(-self.v)
    __pos__ = __abs__ = __trunc__ = __floor__ = __ceil__ = __invert__ = lambda self: self
    def __round__(self, n=None): return self
    def __eq__(self, o): return int(self) == int(o)
    def __lt__(self, o): return self.v < int(o)
    def __le__(self, o): return self.v <= int(o)
    __hash__ = None
z = Z3(5)
print(z, z + 2, z - 1, 1 - z, divmod(z, 2), z.numerator, z.denominator, z.real, z.imag, z.conjugate(), complex(z), float(z), bool(z), bool(Z3(0)), z * z, [10, 20, 30][z])
