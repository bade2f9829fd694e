import sys
class L(list):
    __slots__ = ('x', 'y')
l = L([1,2]); l.x = 'X'
print(l, l.x, hasattr(l,'y'), hasattr(l, '__dict__'))
try: l.z = 1
except AttributeError as e: print(e)
try: l.y
except AttributeError as e: print(e)
l.append(3); l.y = 5; del l.x; print(l, l.y, hasattr(l,'x'))
class D(dict): __slots__ = 'k'
d = D(a=1); d.k = [d]; print(d.k[0] is d, d)
class E(Exception): __slots__ = ('code',)
e = E('m'); e.code = 3; print(e.code, e.args, e)
class S(set): __slots__ = ('n',)
s = S([1]); s.n = 2; print(s, s.n)
class T(str): __slots__ = ()
print(hasattr(T('a'), '__dict__'))
class M(L): __slots__ = ('w',)
m = M([7]); m.x = 1; m.w = 2; print(m, m.x, m.w)
class N(L): pass
n = N([7]); n.x = 1; n.q = 2; print(n, n.x, n.q)
