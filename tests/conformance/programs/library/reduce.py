import copyreg
class A:
    pass
class B:
    __slots__ = ('x', '__y', '__dict__')
class C(list):
    def __init__(self): self.k = 1
class D(dict): pass
class E2(int):
    def __getnewargs__(self): return (int(self),)
class F:
    def __new__(cls, *a, **k): return object.__new__(cls)
    def __getnewargs_ex__(self): return ((1,), {'z': 2})
    def __getstate__(self): return 'st'
class G:
    def __reduce__(self): return 'G!'
class S:
    __slots__ = ('q',)
class N(tuple): pass
def show(x):
    if isinstance(x, tuple): return '(' + ', '.join(show(i) for i in x) + ')'
    if hasattr(x, '__next__'): return 'iter ' + repr(list(x))
    if hasattr(x, '__qualname__'): return x.__module__ + '.' + x.__qualname__
    if type(x).__module__ == '__main__': return type(x).__name__ + '()'
    return repr(x)
def t(f, *a):
    try: print(show(f(*a)))
    except Exception as e: print(type(e).__name__, e)
a = A(); b = B(); b.x = 1; b.w = 3; c = C(); c.append(4); d = D(a=1); e = E2(5); n = N((1, 2))
a2 = A(); a2.v = 7
s = S(); s.q = 4
for o in (a, a2, b, c, d, e, F(), G(), s, n, S()):
    print(type(o).__name__)
    for p in range(5):
        t(o.__reduce_ex__, p)
    t(o.__reduce__)
for o in (5, 'a', [1], (1,), {1: 2}, 2.5, 1j, b'x', None, True, object(), {3}, frozenset([3]), range(3), slice(1), bytearray(b'q'), ValueError('a', 1), (x for x in ()), copyreg, ..., NotImplemented):
    print(type(o).__name__)
    t(o.__reduce_ex__, 0)
    t(o.__reduce_ex__, 2)
    t(o.__reduce_ex__, 4)
    t(o.__reduce__)
for o in (a, a2, b, c, d, e, n, s, 5, [1], ValueError('q'), object(), S()):
    if hasattr(o, '__getstate__'):
        t(o.__getstate__)
    else: print('no getstate')
v = ValueError('q'); v.extra = 1
print(v.__reduce__()); v.__setstate__({'more': 2}); print(v.more); 
try: v.__setstate__(3)
except TypeError as e: print(e)
print(OSError(2, 'x', 'f').__reduce__(), ImportError('m', name='n').__reduce__())
print((5).__getnewargs__(), 'a'.__getnewargs__(), 2.5.__getnewargs__(), 1j.__getnewargs__(), b'x'.__getnewargs__(), (1,).__getnewargs__(), True.__getnewargs__())
try: (5).__reduce_ex__('a')
except TypeError as e: print(e)
print([1].__reduce__ is None, object.__reduce__, object.__reduce_ex__)
