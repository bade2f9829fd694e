# Closing a generator: what dies when, what is asked to close, what comes through.
import gc

gc.disable()


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, end="; ")


def plain(thing):
    local = Loud("local of " + thing.name)
    yield 1
    yield 2


def guarded(thing):
    try:
        yield 1
    except GeneratorExit:
        print("exit", end="; ")
        raise
    finally:
        print("finally", end="; ")


def stubborn(thing):
    try:
        yield 1
    except GeneratorExit:
        yield 2


def returns(thing):
    try:
        yield 1
    except (GeneratorExit, ValueError):
        return "value"


def outer(inner):
    result = yield from inner
    print("got", result, end="; ")
    yield "after"


class Source:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def close(self):
        print("source closed", end="; ")


class Failing(Source):
    def close(self):
        raise KeyError("close")


def attempt(what, action, *arguments):
    print(what, end=": ")
    try:
        print(action(*arguments))
    except BaseException as error:
        print(type(error).__name__, error)


for make in plain, guarded, stubborn, returns:
    for steps in 0, 1:
        name = "%s %d" % (make.__name__, steps)
        g = make(Loud(name))
        for _ in range(steps):
            next(g)
        attempt("close " + name, g.close)
        print(g.gi_frame is None, list(g), end="; ")
        del g
        print("gone")
        g = make(Loud(name))
        for _ in range(steps):
            next(g)
        attempt("throw into " + name, g.throw, ValueError("thrown"))
        del g
        print("gone")
    g = outer(make(Loud("inner")))
    next(g)
    attempt("close outer of " + make.__name__, g.close)
    g = outer(make(Loud("inner")))
    next(g)
    attempt("throw into outer of " + make.__name__, g.throw, ValueError("thrown"))
    del g
    print("gone")

for source in Source(), Failing(), iter([1, 2]):
    g = outer(source)
    next(g)
    attempt("close outer", g.close)
    g = outer(source)
    attempt("begun", next, g)
    attempt("throw into outer", g.throw, ValueError("thrown"))
    g = outer(outer(source))
    attempt("begun", next, g)
    attempt("throw exit into outer", g.throw, GeneratorExit())


def suicidal():
    yield 1
    g.close()
    yield 2


g = suicidal()
next(g)
attempt("closes itself", next, g)


class Nosy(Source):
    def close(self):
        attempt("while its delegate closes", next, g)


g = outer(Nosy())
next(g)
attempt("close", g.close)
del g
