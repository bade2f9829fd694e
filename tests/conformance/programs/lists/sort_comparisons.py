# Which items a sort compares, and in which order.
class Loud:
    def __init__(self, v, tag=""): self.v, self.tag = v, tag
    def __lt__(self, o):
        print("%s<%s" % (self, o), end=" ")
        return self.v < o.v
    def __str__(self): return "%d%s" % (self.v, self.tag)
    __repr__ = __str__
def show(values):
    seen = {}
    items = []
    for v in values:
        seen[v] = seen.get(v, 0) + 1
        items.append(Loud(v, "abcdefgh"[seen[v] - 1]))
    print(list(values)); print(sorted(items)); print(sorted(items, reverse=True)); items.sort(key=lambda i: Loud(i.v % 3)); print(items)
for values in ([], [1], [2, 1], [1, 2], [1, 1], [3, 2, 1], [1, 2, 3], [2, 2, 1, 1], [1, 1, 2, 2], [3, 3, 2, 2, 1, 1, 4, 5], [5, 1, 4, 2, 3], [1, 3, 2], [2, 2, 2], [2, 2, 1], [3, 1, 1, 0], [4, 4, 4, 3, 3, 5, 1], [9, 8, 7, 7, 7, 6, 8, 10], list(range(8, 0, -1)), [1, 2, 3, 0], [0, 0, 0, 1, 0]):
    show(values)
nan = float("nan")
print(sorted([nan, 2, 1]), sorted([3, nan, 1]), sorted([2, nan, nan, 1, 0]), sorted([1, nan, 0]))
big = [(i * 7919) % 101 for i in range(200)]
print(sorted(big) == sorted(big, reverse=True)[::-1], sorted(range(150), key=lambda x: x // 10 % 3)[:12], sorted(big, key=lambda x: -x)[:5])
