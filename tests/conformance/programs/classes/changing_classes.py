# Classes that change while their instances are used: what is looked up must be what stands there now.
class Base:
    def greet(self):
        return "base"

    kind = "plain"


class Middle(Base):
    pass


class Leaf(Middle):
    pass


leaf = Leaf()
seen = []
for turn in range(4):
    seen.append((leaf.greet(), leaf.kind))
    if turn == 0:
        Middle.greet = lambda self: "middle"
    elif turn == 1:
        Base.kind = "changed"
        Leaf.greet = lambda self: "leaf"
    elif turn == 2:
        del Leaf.greet
        del Middle.greet
        setattr(Middle, "kind", "of middle")
print(seen)

print(hasattr(leaf, "late"))
Base.late = property(lambda self: "arrived")
print(leaf.late, Leaf.late is Base.late)
leaf.__dict__["late"] = "own"
print(leaf.late)
del Base.late
print(leaf.late)

Base.__len__ = lambda self: 3
Base.__call__ = lambda self, x: x + 1
Base.__getitem__ = lambda self, i: i * 10
print(len(leaf), leaf(1), leaf[4], bool(leaf))
del Base.__len__
print(bool(leaf))
try:
    len(leaf)
except TypeError as error:
    print(error)


class Other:
    def greet(self):
        return "other"

    kind = "else"


leaf.__class__ = Other
print(leaf.greet(), leaf.kind, isinstance(leaf, Base))
calls = 0
for number in range(3):
    class Fresh:
        value = number

        def __repr__(self):
            return "Fresh(%d)" % self.value
    calls += Fresh().value
    print(Fresh(), calls)

Base.__getattr__ = lambda self, name: "no " + name
print(Leaf().anything, Leaf().kind)
del Base.__getattr__
try:
    Leaf().anything
except AttributeError as error:
    print(error)
