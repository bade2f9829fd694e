"""throw() makes the exception; where that fails, what went wrong is thrown instead."""
import sys


class Needs(Exception):
    def __init__(self, what):
        super().__init__("needs " + what)


class Refuses(Exception):
    def __new__(cls, *args):
        raise OSError("not made")


class Lies(Exception):
    def __new__(cls, *args):
        return "no exception"


def worker():
    while True:
        try:
            yield "ready"
        except Exception as error:
            print("inside:", type(error).__name__, error)


def outer():
    yield from worker()


def attempt(make, *thrown):
    generator = make()
    next(generator)
    print(generator.throw(*thrown))


for make in worker, outer:
    attempt(make, Needs)
    attempt(make, Needs("a value"))
    attempt(make, Refuses)
    if sys.version_info >= (3, 9):  # earlier CPythons crash
        attempt(make, Lies)

try:
    worker().throw(Needs)
except TypeError as error:
    print("never begun:", error)
