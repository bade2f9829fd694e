def t(f, *a, **k):
    try: print(f(*a, **k))
    except TypeError as e: print(e)
def f0(): pass
def f1(a): return a
def f2(a, b=2): return a, b
def f3(a, *, k): return a, k
def f4(a, /, b, *c, d=4, **e): return a, b, c, d, e
def f5(*, x, y=1, z): return x, y, z
def f6(a, b, c): pass
def f7(a, b=1, c=2, *, d): pass
t(f0, 1); t(f0, 1, 2); t(f0, x=1); t(f1); t(f1, 1, 2); t(f1, a=1); t(f1, 1, a=2); t(f1, b=1)
t(f2, 1); t(f2); t(f2, 1, 2, 3); t(f2, b=3); t(f2, b=3, a=1); t(f3, 1); t(f3, 1, 2); t(f3, 1, k=3); t(f3, 1, 2, k=3)
t(f4, 1); t(f4, 1, 2, 3, 4, d=5, z=6); t(f4, 1, b=2, a=9); t(f4, a=1, b=2); t(f5); t(f5, x=1, z=2); t(f5, 1, x=1, z=2); t(f6); t(f6, 1); t(f6, 1, 2, 3, 4)
t(f7, 1, 2, 3, 4); t(f7, 1, 2, 3, 4, d=1); t(f7)
class C:
    def m(self): pass
    def n(self, a): pass
t(C().m, 1); t(C().n); t(C.m); t(C().n, 1, 2); t(C, 1)
t(lambda x: x); t(len); t(len, 1, 2); t(len, x=1); t([].append); t([].append, 1, 2); t([].pop, 1, 2); t({}.get); t('a'.join); t(print, foo=1); t(sorted); t(int, 1, 2, 3); t(range); t(isinstance, 1); t(3); t(None); t('a')
t(f1, *[1], **{'a': 2}); t(f1, **{'x': 1}); t(lambda: f1(*5)); t(lambda: f1(**5)); t(lambda: f1(**{1: 2})); t(lambda: f1(1, *5)); t(lambda: f1(a=1, **{'a': 2}))
def outer():
    def inner(a): pass
    return inner
t(outer()); t(sum, 5); t(max); t(min, 1); t(abs, 'a'); t(ord, 'ab'); t(chr, 'a'); t(round, 'x'); t(zip, 1); t(enumerate, 1); t(dict, 5); t(list, 5); t(set, 5); t(tuple, 5)
def g(a, b, c=3, *args, d, e=5, **kw): return locals()
print(g(1, 2, d=4)); print(g(1, 2, 3, 4, 5, d=6, z=7))
def default(l=[]): l.append(1); return l
default(); print(default()); print(default.__defaults__, g.__kwdefaults__, g.__code__.co_argcount, g.__name__)
print((lambda a, b=1, *c, **d: (a, b, c, d))(1, 2, 3, x=4))
def ann(a: int, b: 'str' = 'x') -> float: return a
print(ann.__annotations__)
x: int = 5; print(__annotations__)
def deco(f):
    def w(*a, **k): print('call', f.__name__); return f(*a, **k)
    return w
@deco
@deco
def decorated(a): return a * 2
print(decorated(4))
def cnt():
    n = 0
    def inc():
        nonlocal n; n += 1; return n
    def get(): return n
    return inc, get
i, gt = cnt(); i(); i(); print(gt(), i.__closure__[0].cell_contents)
fs = [lambda: k for k in range(3)]; print([f() for f in fs])
fs = [lambda k=k: k for k in range(3)]; print([f() for f in fs])
def shadow():
    print(len('abc')); 
    def inner(): return xx
    xx = 5
    return inner()
print(shadow())
def glob():
    global newglobal; newglobal = 10
glob(); print(newglobal)
def unb():
    print(qq); qq = 1
try: unb()
except UnboundLocalError as e: print(e)
def freeunb():
    def i(): return zz
    r = i(); zz = 1
try: freeunb()
except NameError as e: print(e)
def rec(n): return 1 if n == 0 else n * rec(n - 1)
print(rec(20)); 
def fact(n, acc=1):
    while n > 1: acc *= n; n -= 1
    return acc
print(fact(50)); print((lambda f, n: f(f, n))(lambda s, n: 1 if n < 2 else n * s(s, n - 1), 10))
def many(*args): return sum(args)
print(many(*range(100)), many(1, *[2, 3], 4, *(5,)))
a, (b, *c), d = 1, (2, 3, 4), 5; print(a, b, c, d)
try: a, b = 1
except TypeError as e: print(e)
try: a, b = 1, 2, 3
except ValueError as e: print(e)
try: a, b, c = 'ab'
except ValueError as e: print(e)
try: a, *b, c = [1]
except ValueError as e: print(e)
for i, (p, q) in enumerate([(1, 2), (3, 4)]): print(i, p, q)
if (n := 5) > 3: print(n)
print([y := 1, y + 1], 1 if 0 else 2, 1 < 2 < 3, 1 < 3 < 2, not 1, 1 and 0 or 5)
del a
try: a
except NameError as e: print(e)
