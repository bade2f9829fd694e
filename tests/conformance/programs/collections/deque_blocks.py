# Sizes follow the blocks through every mixture of ends, rotations and insertions.
from _collections import deque
import sys,gc
d=deque()
print(sys.getsizeof(d),gc.is_tracked(d))
for i in range(200):
    d.append(i); print(sys.getsizeof(d),end=' ')
for i in range(90): d.appendleft(i); print(sys.getsizeof(d),end=' ')
for i in range(290):
    (d.pop if i%3 else d.popleft)(); print(sys.getsizeof(d),end=' ')
print(len(d))
for n in (1,30,60,100,200,64,65):
    d=deque(range(n)); print(n,sys.getsizeof(d))
    for k in (1,-1,5,37,-70,n//2,n//2+1,1000): d.rotate(k); print(k,list(d)[:3],sys.getsizeof(d),end=' ')
    for k in (1,5,-3,20): d.insert(k,k); print(list(d)[:4],sys.getsizeof(d))
    del d[n//2]; d.remove(d[-1]); print(list(d)[:4],sys.getsizeof(d)); d.reverse(); print(list(d)[:4]); d.extendleft('abc'); print(list(d)[:4],sys.getsizeof(d))
    e=d.copy(); print(e==d, sys.getsizeof(e)); e*=3; print(len(e),sys.getsizeof(e)); d.clear(); print(sys.getsizeof(d),d)
d=deque(maxlen=5)
for i in range(12): d.append(i); d.appendleft(-i) if i%4==0 else 0; print(list(d),end=' ')
d.extend('xyz'); print(d); d.extendleft('pq'); print(d); d.rotate(2); print(d); print(d+d,d*2, deque([1,2],0), deque('abc',0).maxlen)
