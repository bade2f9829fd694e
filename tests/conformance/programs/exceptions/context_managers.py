class Swallow:
    def __init__(self, *types): self.types = types
    def __enter__(self): return self
    def __exit__(self, et, ev, tb):
        self.seen = (et and et.__name__, str(ev))
        return et is not None and issubclass(et, self.types)
with Swallow(KeyError, IndexError) as s:
    {}[3]
print(s.seen)
try:
    with Swallow(KeyError) as s:
        [][3]
except IndexError as e:
    print("passed through", e, s.seen)
class Replace:
    def __enter__(self): pass
    def __exit__(self, et, ev, tb):
        raise RuntimeError("replacement") from ev
try:
    with Replace():
        raise ValueError("orig")
except RuntimeError as e:
    print(e, repr(e.__cause__), repr(e.__context__))
class FailEnter:
    def __enter__(self): raise OSError("cannot enter")
    def __exit__(self, *a): print("never called")
try:
    with FailEnter(): print("no body")
except OSError as e:
    print(e)
class Outer:
    def __enter__(self): print("outer in"); return self
    def __exit__(self, *a): print("outer out", a[0].__name__ if a[0] else None); return True
with Outer(), FailEnter() as x:
    print("no")
class Transaction:
    def __init__(self, d): self.d = d
    def __enter__(self):
        self.saved = dict(self.d)
        return self.d
    def __exit__(self, et, ev, tb):
        if et:
            self.d.clear(); self.d.update(self.saved)
            print("rollback because of", et.__name__, ev)
        else:
            print("commit")
acct = {"a": 10, "b": 0}
with Transaction(acct) as t:
    t["a"] -= 5; t["b"] += 5
try:
    with Transaction(acct) as t:
        t["a"] -= 50
        if t["a"] < 0: raise ValueError("overdraft")
except ValueError as e:
    print("outside", e)
print(acct)
def gen():
    with Outer():
        yield 1
        yield 2
g = gen(); print(next(g)); g.close()
def ret():
    with Outer():
        return 5
print(ret())
class Assert:
    def __init__(self, exc): self.exc = exc
    def __enter__(self): return self
    def __exit__(self, et, ev, tb):
        if et is None: raise AssertionError("%s not raised" % self.exc.__name__)
        self.value = ev
        return issubclass(et, self.exc)
with Assert(ZeroDivisionError) as c: 1 % 0
print(c.value)
try:
    with Assert(KeyError): pass
except AssertionError as e: print(e)
class Truthy:
    def __enter__(self): return 1
    def __exit__(self, *a): return "yes"
with Truthy() as one: raise SystemExit(4)
print("survived SystemExit", one)
from contextlib import contextmanager
@contextmanager
def managed():
    print("setup")
    try:
        yield "resource"
    except ZeroDivisionError as e:
        print("managed saw", e)
        raise RuntimeError("converted") from e
    else:
        print("no error")
    finally:
        print("teardown")
with managed() as m: print(m)
try:
    with managed(): 1 / 0
except RuntimeError as e:
    print(e, "from", repr(e.__cause__))
with managed():
    raise KeyError("escapes")
