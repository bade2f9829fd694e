# partial, partialmethod and reduce.
from functools import partial, reduce
import functools


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


def power(base, exponent, *, offset=0):
    return base ** exponent + offset


class Twice(partial):
    pass


square = partial(power, exponent=2)
cube = partial(power, exponent=3)
print(square(5), cube(2), square(3, offset=1), partial(square, 4)(), partial(square, exponent=5)(2))
print(square.args, square.keywords, square.func is power, partial(square, 7).func is power)
print(partial(int, base=2), partial(print, 1, 2, sep="-"), partial(partial(max, 3), 4))
print(partial(int, base=2)("101"), list(map(partial(max, 3), [1, 5, 2])))
square.note = "a note"
print(square.note, vars(square), partial(square, 1).func is square)
for make in (lambda: partial(), lambda: partial(5), lambda: partial(power)(1), lambda: square(1, 2),
             lambda: partial(power, offset=1)(2, 3, offset=2), lambda: setattr(square, "func", 3)):
    show(make)
print(Twice(pow, 2)(5), isinstance(Twice(pow), partial))

for make in (lambda: reduce(lambda a, b: a * b, range(1, 6)), lambda: reduce(max, []), lambda: reduce(max, [], 7),
             lambda: reduce(lambda a, b: a + b, ["x", "y"], ">"), lambda: reduce(1, [1, 2]), lambda: reduce(max, 5),
             lambda: reduce(), lambda: reduce(lambda a, b: 1 / 0, [1, 2]), lambda: reduce(1, [5])):
    show(make)


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state, *, loud=False):
        self.alive = state
        return ("%s!" if loud else "%s") % state

    set_alive = functools.partialmethod(set_state, True)
    shout = functools.partialmethod(set_state, loud=True)


cell = Cell()
print(cell.set_alive(), cell.alive, cell.shout(False), cell.alive, cell.shout(state=3))
