import sys
class Node:
    made = 0
    def __init__(self, v):
        Node.made += 1
        self.v = v
        self.n = sys.getrefcount(self), sys.getrefcount(v)
class Other:
    total = 0
class Leaf:
    def __init__(self, v):
        Other.total += 1
        self.n = sys.getrefcount(self), sys.getrefcount(v)
for c in Node, Leaf:
    r = []
    for i in range(120):
        v = [i]
        r.append(c(v).n)
    print(r)
r = []
for i in range(120):
    v = [i]
    r.append(Node(v).n)
print(r)
r = []
for i in range(120):
    v = [i]
    r.append(Leaf(v).n)
print(r)
class It:
    reads = 0
    def __getitem__(self, i):
        It.reads += 1
        return sys.getrefcount(self), sys.getrefcount(i)
x = It(); k = [1]
r = []
for i in range(120):
    r.append(x[k])
print(r)
