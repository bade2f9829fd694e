"""A tuple constant and a code object's co_consts may be one object; an exception keeps the tuple of its call."""
from sys import getrefcount


def nothing(x=None):
    return x


def also(n, x=None):
    return x


def number(x):
    return x + 1000


def ordered(a=None, b=1000):
    return a


pair = (None, 1000)
print(getrefcount(nothing.__defaults__) > 3, nothing.__defaults__ is also.__defaults__)
print(getrefcount(ordered.__defaults__), ordered.__defaults__ is pair, getrefcount(pair[1]))
print(nothing.__code__.co_consts, number.__code__.co_consts, number.__code__.co_names)
print(number.__code__.co_varnames)


class Problem(Exception):
    def __init__(self, what, *more):
        print(len(self.args), getrefcount(self.args), getrefcount(what))
        super().__init__(what)
        print(len(self.args), getrefcount(self.args), getrefcount(what))


class Plain(Exception):
    pass


thing = ['thing']
try:
    raise Problem(thing, 2)
except Problem as problem:
    print(problem.args, getrefcount(problem.args), getrefcount(thing))
plain = Plain(thing, 3)
print(plain.args, getrefcount(plain.args), getrefcount(thing))
parts = (thing, 4)
again = Plain(*parts)
print(again.args is parts, getrefcount(parts))
