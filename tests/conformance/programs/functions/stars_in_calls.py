def f(*a, **k): return a, k
class C:
    def __init__(self, **k): pass
    def m(self, *a, **k): return k
class K:
    def __call__(self, *a, **k): return k
def t(g):
    try: print(g())
    except TypeError as e: print(e)
import functools
for c in (f, C, C().m, dict, lambda *a, **k: 0):
    t(lambda: c(**{"a": 1}, **{"a": 2}))
    t(lambda: c(a=1, **{"a": 2}))
    t(lambda: c(**{1: 2}))
    t(lambda: c(**{1: 2}, **{3: 4}))
    t(lambda: c(a=1, **{3: 4}))
    t(lambda: c(**5))
    t(lambda: c(**5, **{"a": 1}))
    t(lambda: c(**{"a": 1}, **5))
    t(lambda: c(a=1, **5))
    t(lambda: c(a=1, **[("b", 1)]))
    t(lambda: c(*5))
    t(lambda: c(1, *5))
    t(lambda: c(*5, 1))
    t(lambda: c(*[1], *5))
    t(lambda: c(*5, **5))
    t(lambda: c(*[1], **{"z": 5}, **{"z": 5}))
    t(lambda: c(*None, **None))
class Bad:
    def keys(self): return [1, 2]
    def __getitem__(self, k): return k
class Bad2:
    def keys(self): return ["a", "b"]
    def __getitem__(self, k): raise KeyError(k)
class Bad3:
    def __iter__(self): raise TypeError("own")
class Bad4:
    def __iter__(self): return 5
class Bad5:
    def keys(self): return 5
def tt(g):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
tt(lambda: f(**Bad())); tt(lambda: f(a=1, **Bad())); 
tt(lambda: f(*Bad3())); tt(lambda: f(1, *Bad3())); tt(lambda: f(*Bad4())); tt(lambda: f(1, *Bad4())); tt(lambda: f(**Bad5())); tt(lambda: {**Bad5()}); tt(lambda: {**Bad()}); tt(lambda: {**Bad2()}); tt(lambda: {**5}); tt(lambda: {"a": 1, **[1]})
tt(lambda: [*5]); tt(lambda: (*5,)); tt(lambda: {*5}); tt(lambda: [1, *None]); tt(lambda: (1, *Bad3())); tt(lambda: {*Bad4()}); tt(lambda: [*[1], *5])
