# Shallow and deep copies of containers, instances, cycles; what classes say about being copied.
import copy
from copy import copy as c, deepcopy as d
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a=[1,[2,3],{'k':[4]},(5,[6]),{7}]
b=c(a); e=d(a)
print(b==a,b is a,b[1] is a[1],e==a,e[1] is a[1],e[2]['k'] is a[2]['k'],e[3][1] is a[3][1],e[4] is a[4])
for x in (1,2.5,'s',None,(1,2),frozenset([1]),len,int,lambda:0,True,b'x',range(3),...): print(c(x) is x, d(x) is x)
t=(1,[2]); print(d(t) is t, c(t) is t, d((1,(2,3))) is not None)
r=[1]; r.append(r); s=d(r); print(s[1] is s, s)
m={'self':None}; m['self']=m; n=d(m); print(n['self'] is n)
class P:
    def __init__(self,x,y): self.x,self.y=x,y
    def __repr__(self): return 'P(%r, %r)'%(self.x,self.y)
    def __eq__(self,o): return type(o) is type(self) and (self.x,self.y)==(o.x,o.y)
p=P(1,[2,P(3,[4])]); q=c(p); z=d(p)
print(q,q is p,q.y is p.y,z,z.y is p.y,z.y[1] is p.y[1], z==p)
class S:
    __slots__=('a','b')
s=S(); s.a=[1]; u=c(s); v=d(s); print(u.a is s.a, v.a is s.a, v.a, hasattr(u,'b'))
class L(list):
    pass
l=L([1,[2]]); l.tag='t'; k=c(l); w=d(l); print(k,type(k).__name__,k.tag,k[1] is l[1],w[1] is l[1],w.tag)
class D(dict): pass
dd=D(a=[1]); dd.t=5; print(c(dd),d(dd),d(dd).t,d(dd)['a'] is dd['a'])
class C:
    def __copy__(self): print('copying'); return 'copied'
    def __deepcopy__(self,memo): print('deep',type(memo).__name__); return 'deep'
print(c(C()),d(C()),d([C()]))
class G:
    def __init__(self): self.v=[1]; self.cache='big'
    def __getstate__(self): st=self.__dict__.copy(); del st['cache']; return st
    def __setstate__(self,st): self.__dict__.update(st); self.cache='rebuilt'
g=c(G()); print(g.v,g.cache); g=d(G()); print(g.v,g.cache)
class R:
    def __init__(self,a): self.a=a
    def __reduce__(self): return (R,(self.a,))
x=R([1]); print(c(x).a is x.a, d(x).a is x.a)
class T(tuple): pass
print(c(T([1,[2]])), d(T([1,[2]])), type(d(T([1]))).__name__)
class I(int): pass
i=I(5); i.n=[1]; j=d(i); print(j, type(j).__name__, j.n is i.n)
sh=[1]; two=[sh,sh]; o=d(two); print(o[0] is o[1], o[0] is sh)
memo={}; d(two,memo); print(len(memo)>0)
show(lambda: c(x for x in [1])); show(lambda: d(x for x in [1]))
ex=ValueError('a',1); ey=c(ex); print(repr(ey), ey.args); ez=d(ex); print(repr(ez))
class E(Exception):
    def __init__(self,m,code): super().__init__(m); self.code=code
show(lambda: c(E('m',5)).code)
class Node:
    def __init__(self,v): self.v=v; self.next=None
n1=Node(1); n1.next=Node(2); n1.next.next=n1; n2=d(n1); print(n2.v,n2.next.v,n2.next.next is n2,n2 is n1)
print(d({1:{2:{3:[4]}}}), c({1,2}), d({(1,2):[3]}), c(bytearray(b'ab')), d(bytearray(b'ab')))
class M:
    def f(self): return self
mm=M(); bm=mm.f; db=d(bm); print(db() is mm, c(bm)() is mm)
print(d([[0]*3]*2), [id(r) for r in d([[0]*3]*2)][0]==[id(r) for r in d([[0]*3]*2)][1] if 0 else '')
class N:
    def __init__(self,a): self.a=a
    def __new__(cls,*a): print('new',len(a)); return super().__new__(cls)
show(lambda: c(N(1)).a)
from fractions import Fraction; print(c(Fraction(1,2)), d([Fraction(1,2)]))
from functools import partial
