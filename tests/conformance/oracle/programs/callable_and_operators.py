class Vector:
    def __init__(self, *items):
        self.items = list(items)
    def __add__(self, other):
        return Vector(*[a + b for a, b in zip(self.items, other.items)])
    def __iadd__(self, other):
        self.items += other.items
        return self
    def __eq__(self, other):
        return self.items == other.items
    def __len__(self):
        return len(self.items)
    def __getitem__(self, i):
        return self.items[i]
    def __call__(self, f):
        return [f(x) for x in self.items]
v = Vector(1, 2)
w = v + Vector(10, 20)
alias = v
v += w
same = alias is v, v == w
n = len(v)
d = v(lambda x: x * 2)
e = v[1]
f = v[1:3]
print(n, d, e, f, same)
