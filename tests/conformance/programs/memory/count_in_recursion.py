import sys
def down(x, n):
    if n == 0:
        return [sys.getrefcount(x)]
    return down(x, n - 1) + [sys.getrefcount(x)]
def fact(n, trail):
    trail.append(sys.getrefcount(trail))
    return 1 if n < 2 else n * fact(n - 1, trail)
o = object()
print(down(o, 5))
t = []
fact(4, t)
print(t)
class Tree:
    def __init__(self, depth, parent=None):
        self.parent = parent
        self.kids = [Tree(depth - 1, self) for _ in range(2)] if depth else []
        self.seen = sys.getrefcount(self)
    def walk(self):
        yield self.seen, sys.getrefcount(self)
        for k in self.kids:
            yield from k.walk()
tree = Tree(2)
print(list(tree.walk()))
def mutual_a(x, n): return mutual_b(x, n - 1) if n else sys.getrefcount(x)
def mutual_b(x, n): return mutual_a(x, n - 1) if n else sys.getrefcount(x)
print([mutual_a(o, i) for i in range(6)])
def hanoi(n, a, b, c, log):
    if n:
        hanoi(n - 1, a, c, b, log)
        log.append((sys.getrefcount(a), sys.getrefcount(b), sys.getrefcount(c)))
        c.append(a.pop())
        hanoi(n - 1, b, a, c, log)
a, b, c, log = [3, 2, 1], [], [], []
hanoi(3, a, b, c, log)
print(log)
