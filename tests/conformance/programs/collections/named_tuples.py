# What namedtuple makes, and what it refuses.
from collections import namedtuple, Counter, ChainMap, UserDict, UserList, UserString, deque
import sys
V = sys.version_info[:2]


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


P=namedtuple('P','x y'); p=P(1,2)
print(p,p.x,p[1],p._fields,p._asdict() if V>=(3,8) else dict(p._asdict()),p._replace(x=5),P._make([3,4]),P(y=1,x=2),p==(1,2),tuple(p),len(p),hash(p)==hash((1,2)),isinstance(p,tuple))
x,y=p; print(x,y,p+(3,),sorted([P(2,1),P(1,5)]),max(P(1,2),P(1,3)),P.__doc__,P.__name__,P.__module__,p.__class__.__mro__[1])
for f in (lambda: P(1),
          lambda: P(1,2,3),
          lambda: P(1,z=2),
          lambda: P(),
          lambda: p._replace(z=1),
          lambda: P._make([1]),
          lambda: setattr(p,'x',3),
          lambda: p.z,
          lambda: setattr(p,'q',3),
          lambda: namedtuple('P','x x'),
          lambda: namedtuple('P','_x'),
          lambda: namedtuple('P','class'),
          lambda: namedtuple('1P','x'),
          lambda: namedtuple('P','x-y'),
          lambda: namedtuple('P','a class a _b',rename=True)._fields,
          lambda: namedtuple('P',['a','b'])(1,2),
          lambda: namedtuple('P','a, b,c')(1,2,3),
          lambda: namedtuple('P',())(),
          lambda: p<5,
          lambda: p.count(1),
          lambda: p.index(2),
          lambda: '%s-%s'%p,
          lambda: P.x.__doc__,
          lambda: P.__new__.__doc__):
    show(f)
if V>=(3,7):
    D=namedtuple('D','a b c',defaults=[1,2]); print(D(0),D._field_defaults,D(0,5),D.__new__.__defaults__); show(lambda:D()); show(lambda:namedtuple('E','a',defaults=[1,2]))
class Q(namedtuple('Q','w h')):
    __slots__=()
    @property
    def area(self): return self.w*self.h
    def __str__(self): return 'Q:%d'%self.area
q=Q(2,3); print(q,repr(q),q.area,q._replace(w=10).area)
