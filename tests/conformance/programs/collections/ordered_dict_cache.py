# A cache of the least recently used, and sizes.
from _collections import OrderedDict


import sys
for n in range(0,40): print(sys.getsizeof(OrderedDict.fromkeys(range(n))),end=' ')
class LRU(OrderedDict):
    def __init__(self,n): super().__init__(); self.n=n
    def get_(self,k):
        if k in self: self.move_to_end(k); return self[k]
        return -1
    def put(self,k,v):
        self[k]=v; self.move_to_end(k)
        if len(self)>self.n: self.popitem(last=False)
c=LRU(2); c.put(1,1); c.put(2,2); print(c.get_(1)); c.put(3,3); print(c.get_(2), c, list(c.items()), sys.getsizeof(c)>0, c.n)
