it = iter([1, 2])
print(list(map(lambda _: next(it), range(5))))
it = iter([1, 2, 3])
print([x for x in filter(lambda v: next(it), range(9))])
def stop(): raise StopIteration("m")
m = map(lambda x: stop(), [1])
try: next(m)
except StopIteration as e: print("stop", e, e.value)
print(next(map(lambda x: stop(), [1]), "dflt"))
print(sum(map(lambda _: next(iter([])), [1, 2])), tuple(zip([1, 2], map(lambda _: stop(), [1]))))
for x in map(lambda x: stop() if x > 1 else x, [1, 2, 3]): print(x)
print(sorted([3, 1], key=lambda k: k), max(map(abs, [-3, 2])))
try: sorted([1], key=lambda k: stop())
except StopIteration as e: print("sorted", e)
class I:
    def __iter__(self): return self
    def __next__(self): stop()
print(list(I()), [*I()], dict(I()), set(I()))
try: a, b = I()
except ValueError as e: print(e)
def leaky():
    yield 1
    raise StopIteration("inner")
def loops():
    for v in leaky(): print("v", v)
    print("loop ended")
def deleg():
    r = yield from leaky()
    print("r", r)
for f in (loops, lambda: list(leaky()), lambda: next(leaky()), lambda: list(deleg()), lambda: sum(leaky()), lambda: [*leaky()], lambda: dict(a=list(leaky()))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e, repr(e.__cause__))
g = leaky(); next(g)
try: next(g)
except Exception as e: print(type(e).__name__, e, getattr(e, "value", None))
b = True
import itertools
print(list(itertools.takewhile(lambda x: stop(), [1, 2])), list(itertools.starmap(lambda a: stop(), [(1,)])), list(itertools.accumulate([1, 2], lambda a, b: stop())))
def chunks(it, n):
    it = iter(it)
    while True:
        yield [next(it) for _ in range(n)]
try: print(list(chunks(range(4), 2)))
except RuntimeError as e: print(e)
g = (i for i in range(3))
print(g.gi_code.co_name, g.gi_yieldfrom)
def d():
    yield from g
dd = d(); next(dd); print(dd.gi_yieldfrom is g, dd.gi_code is d.__code__)
