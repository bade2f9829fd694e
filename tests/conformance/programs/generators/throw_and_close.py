def inner(mode):
    try:
        yield 1
        yield 2
    except KeyError as e:
        print("inner", repr(e))
        if mode == "return":
            return "value"
        if mode == "stop":
            return
        if mode == "raise":
            raise ValueError("from inner")
        yield "again"
    except GeneratorExit:
        print("inner exit", mode)
        if mode == "ignore":
            yield 3
        raise
def outer(mode):
    try:
        r = yield from inner(mode)
        print("result", r)
        yield "after"
    except ValueError as e:
        print("outer", repr(e), repr(e.__context__))
        yield "handled"
for mode in ("return", "stop", "raise", "yield"):
    g = outer(mode)
    print(next(g), g.throw(KeyError), list(g))
    g = outer(mode)
    print(next(g), g.throw(KeyError("x")), list(g))
for mode in ("a", "ignore"):
    g = outer(mode)
    next(g)
    try:
        print(g.close())
    except RuntimeError as e:
        print("RuntimeError", e)
    try:
        print(next(g))
    except StopIteration:
        print("over")
    g = outer(mode)
    next(g)
    try:
        print(g.throw(GeneratorExit))
    except GeneratorExit as e:
        print("exit", repr(e))
    except RuntimeError as e:
        print("RuntimeError", e)
class Delegate:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        return self.n
    def send(self, v):
        print("send", v)
        return -1
    def throw(self, *args):
        print("throw", args)
        if args[0] is StopIteration: raise StopIteration("thrown")
        return -2
    def close(self): print("closed")
def d():
    r = yield from Delegate()
    print("r", r)
    yield "last"
g = d()
print(next(g), g.send(5), g.send(None), g.throw(KeyError), g.throw(KeyError("a")))
try:
    print(g.throw(StopIteration))
    print(next(g))
except (RuntimeError, StopIteration) as e:
    print(type(e).__name__, e)
g = d(); next(g); g.close()
g = d(); next(g); del g
def lst():
    yield from [1, 2, 3]
g = lst(); next(g)
try:
    g.throw(IndexError)
except IndexError as e: print("IndexError", e)
g = lst(); next(g)
try: g.send(1)
except AttributeError as e: print(e)
print(list(g))
for args in ((ValueError("a"), "b"), (ValueError, None, 5), (5,), (int,), (None,), ("s",), (ValueError, ("a", "b")), (ValueError, ValueError("inst")), (ValueError, KeyError("other")), (Exception, KeyError("sub")), (), (1, 2, 3, 4), (KeyError, None, None)):
    g = lst(); next(g)
    for x in (g, lst()):
        try: print(x.throw(*args))
        except Exception as e: print(type(e).__name__, e, e.args)
def self_throw():
    try: yield me.throw(KeyError)
    except ValueError as e: print("V", e)
    try: yield me.send(None)
    except ValueError as e: print("V", e)
    try: me.close()
    except ValueError as e: print("V", e)
me = self_throw()
print(list(me))
def rr():
    yield from rr2
def rr1():
    yield from rr()
rr2 = rr1()
try:
    next(rr2)
except ValueError as e: print(e)
def stopper():
    yield 1
    return {"a": 1}
def st2():
    x = yield from stopper()
    return x
s = st2(); next(s)
try: next(s)
except StopIteration as e: print(e.value, e.args)
for val in (None, (), (1, 2), KeyError("k"), StopIteration("q")):
    def v():
        return val
        yield
    try: next(v())
    except StopIteration as e: print(repr(e.value), e.args, repr(e))
    def vv():
        r = yield from v()
        print("r", repr(r))
    list(vv())
try: next(iter([]))
except StopIteration as e: print(e.value, e.args)
print(StopIteration(1, 2).value, StopIteration().value, StopIteration().args)
def fin():
    try: yield
    finally: return "fin"
f = fin(); next(f)
print(f.close() in (None, "fin"))
f = fin(); next(f)
try: f.throw(KeyError)
except StopIteration as e: print("stop", e.value)
f = fin()
try: f.throw(KeyError("never started"))
except KeyError as e: print(e)
