# wraps, total_ordering, cmp_to_key, singledispatch.
from functools import cmp_to_key, singledispatch, total_ordering, update_wrapper, wraps


def logged(function):
    """Says when it calls."""
    @wraps(function)
    def wrapper(*args, **options):
        print("calling", function.__name__, args, options)
        return function(*args, **options)
    return wrapper


@logged
def greet(name, *, loud=False):
    """Says hello."""
    return "HELLO " + name if loud else "hello " + name


print(greet("ann"), greet("bob", loud=True))
print(greet.__name__, greet.__doc__, greet.__wrapped__.__name__, greet.__qualname__, greet.__module__)


class Counted:
    def __init__(self, function):
        update_wrapper(self, function)
        self.function, self.calls = function, 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)


@Counted
def add(a, b):
    """Adds."""
    return a + b


print(add(1, 2), add(3, 4), add.calls, add.__name__, add.__doc__)


@total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))


@total_ordering
class Late:
    def __init__(self, value):
        self.value = value

    def __ge__(self, other):
        return self.value >= other.value


one, two = Version(1, 2), Version(1, 10)
print(one < two, one <= two, one > two, one >= two, one <= one, max(one, two), sorted([two, one]))
print(Late(1) < Late(2), Late(1) > Late(2), Late(1) <= Late(2), Late(2) >= Late(2))
try:
    one < 5
except TypeError as error:
    print(error)
try:
    total_ordering(type("Empty", (), {}))
except ValueError as error:
    print(error)


def by_length_then_text(a, b):
    return len(a) - len(b) or (a > b) - (a < b)


print(sorted(["pear", "fig", "apple", "kiwi", "date"], key=cmp_to_key(by_length_then_text)))
key = cmp_to_key(lambda a, b: b - a)
print(sorted([3, 1, 2], key=key), key(1) < key(2), key(1) == key(1), key(5).obj)
for wrong in (lambda: key(1) < 2, lambda: hash(key(1)), lambda: cmp_to_key()):
    try:
        wrong()
    except TypeError as error:
        print(error)


@singledispatch
def describe(value):
    return "something: %r" % (value,)


@describe.register(int)
def describe_int(value):
    return "an int: %d" % value


@describe.register(list)
@describe.register(tuple)
def describe_sequence(value):
    return "%d items" % len(value)


describe.register(str, lambda value: "text")
print(describe(5), describe(True), describe([1, 2]), describe((1,)), describe("x"), describe(2.5), describe(None))
print(describe.dispatch(bool) is describe_int, describe.dispatch(float) is describe.dispatch(object))
try:
    describe()
except TypeError as error:
    print(error)
