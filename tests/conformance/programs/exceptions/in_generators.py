def g():
    while True:
        try:
            x = yield
            print("got", x)
        except ValueError as e:
            print("value error", e)
        except GeneratorExit:
            print("exit")
            raise
it = g()
next(it)
it.send(1)
it.throw(ValueError("a"))
it.throw(ValueError)
it.close()
for f in (lambda: next(it), lambda: it.send(1), lambda: it.throw(KeyError("late")), lambda: g().send(3), lambda: g().throw(IndexError, "early") if False else g().throw(IndexError("early"))):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
s = stubborn(); next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
def stops():
    yield 1
    raise StopIteration("inside")
s = stops()
try:
    print(list(s))
except RuntimeError as e:
    print("RuntimeError", e, repr(e.__cause__))
def ret():
    yield 1
    return "value"
r = ret(); next(r)
try:
    next(r)
except StopIteration as e:
    print(e.value, e.args, repr(e))
def delegate():
    v = yield from ret()
    print("delegated", v)
    try:
        yield from inner()
    except KeyError as e:
        print("outer caught", e)
    yield "end"
def inner():
    try:
        yield "inner"
    except ValueError as e:
        print("inner caught", e)
        raise KeyError("from inner")
d = delegate()
print(next(d), next(d), d.throw(ValueError("v")))
print(list(d))
def running():
    try:
        next(me)
    except ValueError as e:
        print(e)
    yield
me = running(); next(me)
try:
    list(1 // x for x in (1, 0))
except ZeroDivisionError as e:
    print(e)
def fin():
    try:
        yield 1
    finally:
        print("finalized")
f = fin(); next(f); del f
print(next(fin()))
try:
    it.throw(3)
except TypeError as e:
    print(e)
def ctx():
    try:
        yield
    except KeyError as e:
        print(repr(e.__context__))
        raise IndexError("second")
c = ctx(); next(c)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        c.throw(KeyError("k"))
except IndexError as e:
    print(repr(e.__context__), repr(e.__context__.__context__))
e = StopIteration(1, 2)
print(e.value, e.args, StopIteration().value)
