# Counting things.
from collections import namedtuple, Counter, ChainMap, UserDict, UserList, UserString, deque
import sys
V = sys.version_info[:2]


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


c=Counter('abracadabra'); print(c,c['a'],c['z'],c.most_common(2),c.most_common(),sorted(c.elements()),sum(c.values()))
c.update('aab'); c.subtract({'a':2,'q':1}); print(c); del c['q']; del c['nope']; print(c,len(c),list(c),'z' in c)
a,b=Counter(a=3,b=1,c=-1),Counter(a=1,b=2,d=4); print(a+b,a-b,a|b,a&b,+a,-a,a==Counter(a=3,b=1,c=-1),Counter(),Counter([1,2,1]),Counter({'x':0}),Counter(x=0,y=2))
a+=b; print(a); a-=Counter(a=1); print(a); a|=Counter(z=9); print(a); a&=Counter(a=1,z=3); print(a)
for f in (lambda: Counter(5),
          lambda: Counter(1,2),
          lambda: Counter.fromkeys('ab'),
          lambda: Counter(a=1)+5,
          lambda: Counter(a=1)<Counter(a=2) if V>=(3,10) else 'old',
          lambda: Counter(a=1)==Counter(a=1,b=0),
          lambda: Counter('ab').total() if V>=(3,10) else 'old',
          lambda: Counter(a='x',b=1),
          lambda: type(Counter('a').copy()).__name__,
          lambda: dict(Counter('ab')),
          lambda: Counter(['b','a','b']).most_common(1)[0],
          lambda: Counter('hello world'.split())):
    show(f)
class C2(Counter): pass
print(C2('aa'), type(C2('a')+C2('b')).__name__)
