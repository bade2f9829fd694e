class Thing:
    shared = []
    number = 1

    def __init__(self):
        self.own = []

    def rename(self, name):
        self.name = name


a = Thing()
b = Thing()
a.shared.append("x")
a.own.append("y")
print(b.shared, b.own)
a.number += 5
print(a.number, b.number, Thing.number)
Thing.number = 100
print(a.number, b.number)
a.rename("first")
b.name = "second"
print(a.name, b.name)
Thing.shout = len
Thing.extra = "added later"
print(a.extra, Thing.shout("four"))
a.inner = Thing()
a.inner.inner = b
a.inner.inner.name = "deep"
print(b.name)
a.own = b.own = [1]
a.own.append(2)
print(b.own)
rename = a.rename
rename("bound")
print(a.name)
print(b.surname)
