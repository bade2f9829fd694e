# Who holds the operands of special methods while they run.
from sys import getrefcount as rc
log = []
class D:
    def __get__(self, o, t=None): log.append(('get', rc(self), o is None or rc(o))); return 7
    def __set__(self, o, v): log.append(('set', rc(self), rc(o), rc(v)))
    def __delete__(self, o): log.append(('del', rc(self), rc(o)))
class N:
    def __get__(self, o, t=None): log.append(('nget', rc(self), o is None or rc(o))); return 8
class X: pass
x = X()
class A:
    d = D()
    n = N()
    @property
    def p(self): log.append(('p', rc(self))); return x
    @p.setter
    def p(self, v): log.append(('pset', rc(self), rc(v)))
    @p.deleter
    def p(self): log.append(('pdel', rc(self)))
    def __repr__(self): log.append(('repr', rc(self))); return 'A'
    def __str__(self): log.append(('str', rc(self))); return 'a'
    def __len__(self): log.append(('len', rc(self))); return 3
    def __bool__(self): log.append(('bool', rc(self))); return False
    def __hash__(self): log.append(('hash', rc(self))); return 1
    def __eq__(self, o): log.append(('eq', rc(self), rc(o))); return True
    def __lt__(self, o): log.append(('lt', rc(self), rc(o))); return True
    def __add__(self, o): log.append(('add', rc(self), rc(o))); return x
    def __radd__(self, o): log.append(('radd', rc(self), rc(o))); return x
    def __iadd__(self, o): log.append(('iadd', rc(self), rc(o))); return self
    def __neg__(self): log.append(('neg', rc(self))); return x
    def __getitem__(self, k): log.append(('getitem', rc(self), rc(k))); return x
    def __setitem__(self, k, v): log.append(('setitem', rc(self), rc(k), rc(v)))
    def __delitem__(self, k): log.append(('delitem', rc(self), rc(k)))
    def __contains__(self, k): log.append(('contains', rc(self), rc(k))); return True
    def __call__(self, k=None): log.append(('call', rc(self))); return k
    def __iter__(self): log.append(('iter', rc(self))); return iter([1])
    def __getattr__(self, n): log.append(('getattr', rc(self))); return x
    def __enter__(self): log.append(('enter', rc(self))); return self
    def __exit__(self, *a): log.append(('exit', rc(self)))
    def __index__(self): log.append(('index', rc(self))); return 1
    def __int__(self): log.append(('int', rc(self))); return 1
    def __float__(self): log.append(('float', rc(self))); return 1.0
    def __format__(self, s): log.append(('format', rc(self))); return 'f'
    def __reversed__(self): log.append(('reversed', rc(self))); return iter([])
    def __abs__(self): log.append(('abs', rc(self))); return 1
class S:
    def __setattr__(self, n, v): log.append(('setattr', rc(self), rc(v))); object.__setattr__(self, n, v)
    def __delattr__(self, n): log.append(('delattr', rc(self)))
    def __getattribute__(self, n): log.append(('getattribute', rc(self))); return 1
class I:
    def __init__(self): self.k = 0
    def __iter__(self): log.append(('iter', rc(self))); return self
    def __next__(self):
        log.append(('next', rc(self)))
        self.k += 1
        if self.k > 2: raise StopIteration
        return x
def show(name):
    print(name, log)
    log.clear()
a = A(); b = A()
log.clear()
a.d; show('d')
a.d = x; show('d=')
del a.d; show('del d')
a.n; show('n')
A.n; A.d; show('A.n')
a.p; show('p'); a.p = x; show('p='); del a.p; show('del p')
getattr(a, 'd'); getattr(a, 'p'); setattr(a, 'd', x); setattr(a, 'p', x); delattr(a, 'd'); show('getattr()')
a.missing; show('missing'); getattr(a, 'missing'); show('getattr missing'); hasattr(a, 'missing'); show('hasattr')
repr(a); show('repr'); str(a); show('str'); '%s %r' % (a, a); show('%'); '{} {!r}'.format(a, a); show('format'); f'{a} {a!r}'; show('f'); format(a); show('format()')
repr([a]); show('repr list'); repr((a,)); show('repr tuple'); repr({1: a}); show('repr dict')
len(a); show('len'); bool(a); show('bool'); not a; show('not')
if a: pass
show('if')
a and 1; show('and'); a or 1; show('or'); while_ = [1 for i in [a] if i]; show('comp if')
hash(a); show('hash'); {a: 1}; show('dict'); {a}; show('set')
a == b; show('=='); a != b; show('!='); a < b; show('<'); a > b; show('>');
a in [b]; show('in list'); [b].index(a); show('index'); [b].count(a); show('count'); z = [b]; z.remove(a); show('remove')
d = {a: 1}; show('d'); d[b]; show('d[b]'); b in d; show('b in d'); d[b] = 2; show('d[b]='); d.get(b); show('get'); d.pop(b); show('pop')
sorted([a, b]); show('sorted'); max(a, b); show('max'); min([a, b]); show('min'); [a, b].sort(); show('sort')
a + x; show('+'); x + a; show('r+'); a += x; show('+='); -a; show('-'); abs(a); show('abs'); sum([a], a); show('sum')
a[x]; show('[]'); a[x] = x; show('[]='); del a[x]; show('del []'); x in a; show('in'); x not in a; show('not in')
a(); show('call'); a(x); show('call')
for i in a: pass
show('for'); list(a); show('list'); [*a]; show('*'); iter(a); show('iter')
with a: pass
show('with')
with a as c: pass
show('with as'); del c
[1, 2][a]; show('index'); int(a); show('int'); float(a); show('float'); list(reversed(a)); show('reversed'); range(a); show('range'); [1] * a; show('*a')
s = S(); s.q = x; show('setattr'); del s.q; show('delattr'); s.q; show('getattribute'); setattr(s, 'q', x); show('setattr()'); getattr(s, 'q'); show('getattr()'); s.__dict__; show('dict')
for i in I(): pass
show('for next'); j = I(); next(j); show('next'); list(j); show('list'); j.k = 0; list(map(lambda e: e, j)); show('map'); j.k = 0; q, r = j; show('unpack'); j.k = 0; print(x in j); show('in')
isinstance(x, A); callable(a); show('none')
