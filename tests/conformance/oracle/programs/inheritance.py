class Base:
    shared = []
    def __init__(self):
        self.items = []
        self.name = type(self).__name__
    def add(self, x):
        self.items.append(x)
        return self
class Child(Base):
    def __init__(self, extra):
        super().__init__()
        self.extra = extra
    def add(self, x):
        super().add([x])
        return self
class Grand(Child):
    limit = 3
a = Base().add(1)
b = Child('e').add(2).add(3)
c = Grand(b)
c.shared.append(c)
d = isinstance(c, Base), issubclass(Grand, Child)
Base.shared = None
del c
del Child
print(a.items, b.items, d)
