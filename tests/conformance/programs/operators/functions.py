import operator as o
ONE = ('abs', 'index', 'inv', 'invert', 'neg', 'not_', 'pos', 'truth')
def t(f, *a, **k):
    try: print(f.__name__, a, '->', repr(f(*a)))
    except Exception as e: print(f.__name__, a, type(e).__name__, e)
for n in ['abs','add','and_','concat','contains','countOf','delitem','eq','floordiv','ge','getitem','gt','iadd','iand','iconcat','ifloordiv','ilshift','imatmul','imod','imul','index','indexOf','inv','invert','ior','ipow','irshift','is_','is_not','isub','itruediv','ixor','le','length_hint','lshift','lt','matmul','mod','mul','ne','neg','not_','or_','pos','pow','rshift','setitem','sub','truediv','truth','xor']:
    f = getattr(o, n)
    for a in [7, -2.5, 'ab', [1, 2], None, (1,)]:
        if n in ONE: t(f, a)
        for b in [2, 'b', [2], 0]:
            if n not in ONE and n not in ('setitem', 'imatmul', 'matmul', 'length_hint', 'iconcat'): t(f, list(a) if type(a) is list else a, b)
            if n == 'setitem': t(f, list(a) if type(a) is list else a, b, 5)
    print(f)
print(o.length_hint([1,2,3]), o.length_hint(iter([1,2])), o.length_hint(5, 3))
t(o.length_hint, [], 'a'); t(o.length_hint, 5, -1)
class A:
    def __length_hint__(self): return 10
class B:
    def __length_hint__(self): return -1
class C:
    def __length_hint__(self): return NotImplemented
class D:
    def __length_hint__(self): return 'x'
for c in (A, B, C, D):
    try: print(o.length_hint(c()))
    except Exception as e: print(type(e).__name__, e)
print(o.__add__ is o.add, o.__add__(1,2), o.__not__(0), o.__inv__(3))
class M:
    def __matmul__(self, x): return ('mm', x)
    def __imatmul__(self, x): return ('imm', x)
    def __iadd__(self, x): return ('ia', x)
    def __index__(self): return 42
m = M()
print(o.matmul(m, 1), o.imatmul(m, 2), o.iadd(m, 3), o.index(m))
l = [1]; r = o.iadd(l, [2]); print(l, r is l)
l = [1]; r = o.iconcat(l, (2,)); print(l, r is l)
d = {}; print(o.setitem(d, 'a', 1), d, o.delitem(d, 'a'), d)
l=[1,2,3,4]; print(o.getitem(l, slice(1,3))); o.setitem(l, slice(0,2), [9]); print(l); o.delitem(l, slice(0,1)); print(l)
print(o.countOf([1,2,1,1.0,True], 1), o.indexOf("abc", "c"), o.contains("abc", "b"))
