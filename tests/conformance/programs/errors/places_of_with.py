# Where tracebacks see __exit__ and iteration at work: by line, and in the end by column.
import sys


class Failing:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        1 / 0


def plain():
    with Failing():
        pass
    return 1


def returns():
    with Failing() as f:
        x = f
        return x


def breaks():
    for i in range(2):
        with Failing():
            i += 1
            break


def raises():
    with Failing() as f:
        y = f
        raise ValueError(y)


def twice():
    with Failing(), Failing():
        for i in range(2):
            i += 1


for f in (plain, returns, breaks, raises, twice):
    try:
        f()
    except ZeroDivisionError:
        trace = sys.exc_info()[2].tb_next
        print(f.__name__, trace.tb_lineno - f.__code__.co_firstlineno)


class Broken:
    def __iter__(self):
        raise KeyError("iter")

    def __enter__(self):
        return [x for y in "ab" for x in self]

    def __exit__(self, *exc):
        print("never")


with Failing() as first, Broken() as second:
    print(first, second)
