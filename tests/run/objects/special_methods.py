# Built-in objects and the special methods of a program on top of them.
import sys, gc, math
class V:
    def __init__(s, x): s.x = x
    def __add__(s, o): return V(s.x + (o.x if isinstance(o, V) else o))
    def __radd__(s, o): return V(o + s.x)
    def __iadd__(s, o): s.x += 100; return s
    def __eq__(s, o): return isinstance(o, V) and s.x == o.x
    def __lt__(s, o): return s.x < o.x
    def __repr__(s): return f'V({s.x})'
    def __hash__(s): return hash(s.x)
    def __bool__(s): return s.x != 0
    def __len__(s): return s.x
    def __getitem__(s, k): 
        if isinstance(k, int) and k > 3: raise IndexError(k)
        return k
    def __contains__(s, k): return k == 7
    def __call__(s, *a, **k): return (a, k)
    def __neg__(s): return V(-s.x)
    def __abs__(s): return V(abs(s.x))
    def __index__(s): return s.x
    def __int__(s): return s.x
    def __float__(s): return float(s.x)
    def __format__(s, f): return 'F[' + f + ']'
    def __str__(s): return 'str V'
a, b = V(1), V(2)
print(a + b, a + 5, 5 + a, sum([a, b]), sum([a, b], V(0)))
c = a; a += 1; print(a, c is a)
print(a == b, a != b, a < b, b > a, sorted([V(3), V(1)]), max(V(1), V(9)), min([V(4), V(2)]))
print({V(1): 'x'}[V(1)], V(1) in [V(1)], len({V(1), V(1)}), bool(V(0)), len(V(3)), list(V(1)), 7 in V(1), 8 in V(1))
print(V(1)(1, 2, k=3), -V(1), abs(V(-4)), [10, 20, 30][V(1)], int(V(3)), float(V(3)), f'{V(1):abc}', f'{V(1)}', f'{V(1)!r}', str(V(1)), '%s %r %d' % (V(1), V(1), 3), hex(V(16)), range(V(3)), 'ab' * V(2))
class L(list):
    def __getitem__(self, i): return super().__getitem__(i) * 10
    def append(self, x): super().append(x + 1)
l = L([1, 2]); l.append(5); print(l, l[0], len(l), list(l), l == [1, 2, 6], isinstance(l, list), type(l), l + [1], type(l + [1]), l[0:2], sorted(l, reverse=True))
class D(dict):
    def __missing__(self, k): return k * 2
    def __setitem__(self, k, v): super().__setitem__(k, v + 1)
d = D(a=1); d['b'] = 2; print(d, d['zz'], d.get('q'), dict(d), d | {'c': 3}, type(d | {}))
class S(str):
    def shout(self): return self.upper() + '!'
s = S('abc'); print(s, s.shout(), s + 'd', s == 'abc', hash(s) == hash('abc'), repr(s), type(s.upper()), {s: 1}['abc'], len(s), s[1:])
class I(int):
    def __add__(self, o): return I(int.__add__(self, o))
    def __repr__(self): return f'I{int.__repr__(self)}'
print(I(5) + 3, I(5) * 2, 3 + I(5), type(I(5) + 1), type(I(5) * 1), I('12'), I(5) == 5, {5: 'a'}[I(5)])
class F(float): pass
print(F(1.5) + 1, F('2.5'), repr(F(3)), round(F(2.567), 2))
class T(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
print(T(1, 2), T(1, 2) == (1, 2), hash(T(1, 2)) == hash((1, 2)), T(1,2) + (3,))
class It:
    def __init__(s, n): s.n = n; s.i = 0
    def __iter__(s): return s
    def __next__(s):
        if s.i >= s.n: raise StopIteration
        s.i += 1; return s.i
print(list(It(3)), tuple(It(3)), sum(It(4)), max(It(3)), dict(zip(It(2), It(2))), [x for x in It(2)], set(It(3)), list(map(str, It(3))), list(enumerate(It(2), 5)), ''.join(map(str, It(3))), 2 in It(3), list(filter(None, It(2))), sorted(It(3), key=lambda v: -v))
class NoEq:
    __hash__ = None
try: {NoEq()}
except TypeError as e: print(e)
class Bad:
    def __len__(self): return -1
    def __bool__(self): return 2
    def __repr__(self): return 5
    def __iter__(self): return 5
    def __hash__(self): return 'a'
    def __index__(self): return 'x'
for f in (len, bool, repr, iter, hash, list, str, range, lambda b: [1][b], lambda b: f'{b}'):
    try: print(f(Bad()))
    except Exception as e: print(type(e).__name__, e)
class R:
    def __init__(s): s.items = [s]
    def __repr__(s): return 'R' + repr(s.items)
class R2: 
    def __repr__(s): return repr(q)
x = []; x.append(x); y = {}; y['y'] = y; z = ([],); z[0].append(z); q = [R2()]
print(x, y, z, q)
try: print(R())
except RecursionError as e: print('RecursionError')
g = (i * i for i in range(4)); print(next(g), list(g), next(g, 'end'))
def gen():
    r = yield 1
    print('got', r)
    yield 2
    return 3
h = gen(); print(next(h), h.send('hi'))
try: next(h)
except StopIteration as e: print('stop', e.value)
m = {1: 'a', 2: 'b'}
try:
    for k in m: m[k + 10] = 1
except RuntimeError as e: print(e)
ss = {1, 2}
try:
    for k in ss: ss.add(k + 10)
except RuntimeError as e: print(e)
li = [3, 1, 2]
try: li.sort(key=lambda v: li.append(1) or v)
except ValueError as e: print(e)
print(sorted(['b', 'A', 'c'], key=str.lower), sorted([(1, 'b'), (1, 'a'), (0, 'z')], key=lambda t: t[0], reverse=True))
print(gc.isenabled(), gc.get_threshold(), gc.set_threshold(100, 5, 5), gc.get_threshold()); gc.disable(); print(gc.isenabled()); gc.enable()
n = []; n2 = n; print(sys.getrefcount(n), sys.getrefcount([]), sys.getsizeof([]), sys.getsizeof([1, 2, 3]), sys.getsizeof('abc'), sys.getsizeof(10**30), sys.getsizeof({}), sys.getsizeof({1}), sys.getsizeof((1,)))
for k in (list(range(10)), list('abc'), list(x for x in range(9)), list(map(int, '123')), sorted([3, 1]), [*range(5)], [1] * 5, [1, 2, 3][:2], [1] + [2], list((1, 2, 3)), 'a b c'.split(), list({1: 2}), list({1, 2}), list(zip([1], [2])), [v for v in range(5)]): print(sys.getsizeof(k), end=' ')
print()
e = []
for i in range(20): e.append(i); print(sys.getsizeof(e), end=' ')
while e: e.pop(); print(sys.getsizeof(e), end=' ')
print()
ee = [1, 2]; ee.extend(range(7)); print(sys.getsizeof(ee)); ee.insert(0, 1); print(sys.getsizeof(ee)); ee += [1, 2, 3]; print(sys.getsizeof(ee)); ee *= 2; print(sys.getsizeof(ee)); ee[2:5] = []; print(sys.getsizeof(ee)); del ee[::2]; print(sys.getsizeof(ee)); ee.clear(); print(sys.getsizeof(ee))
class X: pass
o = X(); o.me = o; del o; print(gc.collect())
print(sys.maxsize, sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 8), sys.version_info)
t = (1, 2); u = 'abc'; c = 'z'; print(t[:] is t, tuple(t) is t, u[:] is u, str(str) is str, (t * 1) is t, (() + t) is t, c[0] is c, frozenset(frozenset([1])) == frozenset([1]))
print(divmod(-7, 2), divmod(7.5, -2), pow(2, 10, 1000), round(2.5), round(-1.5), round(2.675, 2), round(1234, -2), 7 // -2, -7 % 3, 2 ** -1, 10 ** 20, 1 / 3)
print(vars(V(3)), dir(X())[-3:], callable(X), hasattr(V, 'x'), getattr(V(1), 'zz', 9))
print('{:>10}|{:<5}|{:^7}|{:+d}|{:,}|{:.2f}|{:e}|{:08.3f}|{:x}|{:#b}|{!r:>6}'.format('a', 'b', 'c', 5, 1234567, 3.14159, 12345.678, 3.14159, 255, 5, 'q'))
for i, (p, qq) in enumerate(zip('ab', [1, 2])): print(i, p, qq)
for k, v in {'a': 1, 'b': 2}.items(): print(k, v)
for ch in 'héy': print(ch, end=' ')
for r in reversed([1, 2, 3]): print(r, end=' ')
for r in reversed(range(0, 10, 3)): print(r, end=' ')
print(list(reversed({'a': 1, 'b': 2})), list(zip([1, 2], 'ab', (3, 4))), list(map(lambda a, b: a + b, [1, 2], [3, 4])))
print([1, 2, 3, 4, 5][::-1], 'hello'[::-2], (1, 2, 3)[-2:], list(range(10))[2:8:3])
print(1, 2, 3, sep='-', end='!\n'); print(); print(*[1, 2])
