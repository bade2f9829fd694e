"""What a partial holds is lent to the function: the call adds no references of its own."""
import operator
from functools import partial
from sys import getrefcount

value = object()
print(partial(getrefcount, value)())
held = partial(getrefcount, value)
print(held(), getrefcount(value))
free = partial(getrefcount)
print(free(value))


def count(thing):
    return getrefcount(thing)


print(partial(count, value)(), partial(count)(value))
print(list(map(free, [value])), list(map(partial(count), [value])))


class Counted:
    def __getattr__(self, name):
        return getrefcount(self)


counted = Counted()
print(operator.attrgetter("missing")(counted), counted.missing)
del held
print(getrefcount(value))
