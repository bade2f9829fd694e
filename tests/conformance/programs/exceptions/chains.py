def describe(e, depth=0):
    pad = "  " * depth
    print(pad + repr(e), "cause=%r context=%r suppress=%r" % (e.__cause__, e.__context__, e.__suppress_context__))
    if e.__context__ is not None:
        describe(e.__context__, depth + 1)
try:
    try:
        {}["k"]
    except KeyError as k:
        raise ValueError("bad") from k
except ValueError as v:
    describe(v)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        undefined
except NameError as n:
    describe(n)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise RuntimeError("hidden") from None
except RuntimeError as r:
    describe(r)
try:
    raise ValueError("x") from TypeError
except ValueError as e:
    describe(e)
try:
    raise ValueError("x") from 3
except TypeError as e:
    describe(e)
try:
    try:
        raise KeyError("inner")
    finally:
        raise IndexError("outer")
except IndexError as e:
    describe(e)
e = ValueError("v")
e.__cause__ = KeyError("k")
print(e.__suppress_context__)
for bad in ("__cause__", "__context__", "__traceback__", "args", "__suppress_context__"):
    try:
        setattr(e, bad, 3)
        print(bad, "set", getattr(e, bad))
    except TypeError as t:
        print(bad, t)
for name in ("__cause__", "__context__", "__traceback__", "args", "__suppress_context__"):
    try:
        delattr(e, name)
        print("deleted", name)
    except (TypeError, AttributeError) as t:
        print(name, type(t).__name__, t)
def deep(n):
    try:
        if n == 0:
            raise ValueError("bottom")
        deep(n - 1)
    except ValueError as v:
        raise ValueError("level %d" % n) from v
try:
    deep(2)
except ValueError as v:
    describe(v)
class Wrapped(Exception):
    def __init__(self, original):
        super().__init__("wrapped: %s" % original)
        self.original = original
def parse(text):
    try:
        return int(text)
    except ValueError as err:
        raise Wrapped(err) from err
try:
    parse("4x")
except Wrapped as w:
    print(w, w.original is w.__cause__, type(w.original).__name__)
parse("zz")
