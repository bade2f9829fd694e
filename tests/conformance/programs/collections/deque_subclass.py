# A class that overrides some of a deque's methods.
from _collections import deque
import sys


class D(deque):
    def __init__(self,*a): super().__init__(*a); self.x=1
    def __len__(self): return 42
    def append(self,v): super().append(v*2)
    def __repr__(self): return 'D!'+super().__repr__()
    def __iter__(self): return iter([7])
x=D([1,2]); x.append(4); print(len(x),x,x.x,list(x),bool(x),x[2],2 in x, sys.getsizeof(x)); x+= [3]; print(x,type(x)); print(x==deque([1,2,8,3]),x<D())
print(len(D()),bool(D()),deque.__len__(x))
class S(deque): __slots__=()
print(sys.getsizeof(S()))
print([list(deque(range(5)))[i] for i in range(-5,5)])
a=deque(range(3000))
while a:
    t=a.popleft()
print(t, sys.getsizeof(a))
