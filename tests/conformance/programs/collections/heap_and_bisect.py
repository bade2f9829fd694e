# What heapq and bisect compare, in which order, and what they say of wrong arguments.
import heapq, bisect
n = 0
def t(f):
    global n
    n += 1
    try:
        print(n, f())
    except Exception as e:
        print(n, type(e).__name__, e)
for f in (lambda: heapq.heappush([]), lambda: heapq.heappush([],1,2), lambda: heapq.heappush((),1), lambda: heapq.heappush(heap=[],item=1), lambda: heapq.heappop(), lambda: heapq.heappop([]), lambda: heapq.heappop(()), lambda: heapq.heapify(), lambda: heapq.heapify(()), lambda: heapq.heapreplace([],1), lambda: heapq.heapreplace((),1), lambda: heapq.heapreplace([]), lambda: heapq.heappushpop([]), lambda: heapq.heappushpop((),1), lambda: heapq.heappushpop([],1),
          lambda:bisect.bisect_left(), lambda: bisect.bisect_left([1]), lambda: bisect.bisect_left([1],1,0,1,2), lambda: bisect.bisect_left([1],1,foo=1), lambda: bisect.bisect_left([1],1,-1), lambda: bisect.bisect_left([1,2],1,0,5), lambda: bisect.bisect_left(5,1), lambda: bisect.bisect_left(None,1), lambda: bisect.bisect_left({1},1), lambda: bisect.bisect_left({0:1},1), lambda: bisect.bisect_left([1],1,"a"), lambda: bisect.bisect_left([1],1,0,"a"), lambda: bisect.bisect_left([1],1,0,None), lambda: bisect.bisect_left([1],1,1.0), lambda: bisect.bisect_left([1],"a"), lambda: bisect.bisect_right([1],"a"), lambda: bisect.insort((1,),2), lambda: bisect.insort(5,2), lambda: bisect.insort(), lambda: bisect.bisect_left([1],1,key=None), lambda: bisect.bisect_left([1,2,3],-2,key=lambda x:-x), lambda: bisect.insort([1,2],2,key=5), lambda: repr(bisect.bisect), lambda: repr(bisect.insort), lambda: bisect.bisect is bisect.bisect_right, lambda: repr(heapq.heappush), lambda: bisect.bisect.__module__, lambda: heapq.heappush.__module__, lambda: bisect.bisect_left([1],1,hi=-1), lambda: bisect.bisect_left([1],1,hi=-2), lambda: bisect.bisect_left([1,2,3],1,lo=2,hi=1), lambda:  bisect.insort([1],"a"), lambda: heapq.nsmallest(1), lambda: heapq.nlargest(1,5), lambda: heapq.merge(5).__next__(),
          lambda:heapq.heapify([1,"a"]), lambda: heapq.heappush([1],"a"), lambda: list(heapq.merge([3,1],[2],reverse=True)), lambda: list(heapq.merge("bca","zx",key=str.upper)),
          lambda:heapq.nlargest(2,[3,1,2],key=lambda x:-x), lambda: heapq.nsmallest(2,"hello"), lambda: heapq.nlargest(-1,[1]), lambda: heapq.nsmallest(9,[2,1])):
    t(f)
class Loud:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        print("%s<%s" % (self.v, o.v), end=" ")
        return self.v < o.v
    def __repr__(self): return "L%d" % self.v
h = [Loud(v) for v in (5, 3, 8, 1, 9, 2, 7, 4)]
heapq.heapify(h); print(h)
heapq.heappush(h, Loud(0)); print(h)
print(heapq.heappop(h), h)
print(heapq.heapreplace(h, Loud(6)), h)
print(heapq.heappushpop(h, Loud(1)), heapq.heappushpop(h, Loud(9)), h)
print([heapq.heappop(h) for _ in range(len(h))])
s = sorted([Loud(v) for v in (4, 2, 6)], key=lambda l: l.v)
bisect.insort(s, Loud(4)); print(s); bisect.insort_left(s, Loud(4)); print(s)
class Evil:
    def __init__(self, l): self.l = l
    def __lt__(self, o):
        self.l.append(self)
        return False
l = []
l += [Evil(l), Evil(l), Evil(l)]
t(lambda: heapq.heapify(l))
class Seq:
    def __init__(self, *a): self.a = list(a)
    def __len__(self): print("len", end=" "); return len(self.a)
    def __getitem__(self, i): print("get", i, end=" "); return self.a[i]
    def insert(self, i, x): print("insert", i, x); self.a.insert(i, x)
q = Seq(1, 3, 5)
print(bisect.bisect(q, 3)); bisect.insort(q, 4); print(q.a)
