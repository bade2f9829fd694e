from collections import namedtuple, OrderedDict, Counter
P = namedtuple('P', 'x y')
class T(tuple): pass
def f(*a): return type(a).__name__, a
def g(**k): return type(k).__name__, k
print(Exception(*P('a', None)).args, type(Exception(*P(1, 2)).args).__name__)
print(f(*P(1, 2)), f(*T((1,))), f(*T()), f(*[1]), f(0, *P(1, 2)))
print(g(**OrderedDict(a=1)), g(**Counter('a')), dict(**OrderedDict(a=1)))
class C:
    def __init__(self, *a, **k): self.a, self.k = a, k
    def __call__(self, *a, **k): return a, k
c = C(*P(1, 2), **OrderedDict(z=1)); print(c.a, c.k, type(c.a), type(c.k), c(*P(3, 4)), type(c(*T((1,)))[0]))
class N:
    def __new__(cls, *a): print(type(a)); return super().__new__(cls)
N(*P(1, 2))
print(type(set.union({1}, *P([1], [2]))), max(*P(1, 2)), type((lambda *a: a)(*T((1, 2)))))
import functools
print(type(functools.partial(f, *P(1, 2)).args), functools.partial(f, *P(1, 2))())
class L:
    def __init__(self, *a): self.args = a
    def __len__(self): return len(self.items)
    def __getitem__(self, k): return self.items[k]
v = L()
try: print('%s|%r|%5s' % (v, v, v) == 3)
except Exception as e: print(type(e).__name__, e)
try: print(str(v) == 3, f'{v}' == 3, '{}'.format(v) == 3, '%s' % (v,) == 3)
except Exception as e: print(type(e).__name__, e)
try: a, *b = v
except Exception as e: print(type(e).__name__, e)
try: a, b = v
except Exception as e: print(type(e).__name__, e)
for how in (list, tuple, set, sorted, bool, dict, sum, max, ''.join, bytes, lambda x: [*x], lambda x: 3 in x):
    try: print(how(v))
    except Exception as e: print(type(e).__name__, e)
class Own(tuple):
    def __iter__(self): return iter(['own', 'items'])
print(f(*Own((1, 2))), f(0, *Own((1, 2))), [*Own((1,))], Exception(*Own((1,))).args)
class D(dict):
    def keys(self): return ['k']
    def __getitem__(self, k): return 'got ' + k
print(g(**D(a=1)), {**D(a=1)}, dict(**D(a=1)))
