class Vector:
    created = 0

    def __init__(self, x=0, y=0):
        self.x = x
        self.y = y
        Vector.created += 1

    def add(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def scale(self, factor):
        self.x *= factor
        self.y *= factor
        return self

    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def show(self):
        print(f"({self.x}, {self.y})")


a = Vector(3, 4)
b = Vector(y=2)
c = a.add(b).scale(2)
a.show()
c.show()
print(a.length(), b.length(), Vector.created)
vectors = [a, b, c]
total = Vector()
for v in vectors:
    total = total.add(v)
total.show()
print(Vector.created, a.created, type(total) is Vector)
lengths = {}
for v in vectors:
    lengths[v.x] = v.length()
print(sorted(lengths))
print(len({a, b, c, a}), a in vectors, vectors.index(c))
