import sys


class Counted:
    shared = []

    def __init__(self, other=None):
        self.other = other

    def me(self):
        return self

    def count(self):
        return sys.getrefcount(self)


a = Counted()
print(sys.getrefcount(a), a.count(), a.me().count(), Counted().count(), Counted.count(a))
b = Counted(a)
print(sys.getrefcount(a), a.count(), b.other.count())
a.other = b
print(sys.getrefcount(a), sys.getrefcount(b), sys.getrefcount(a.shared))
both = [a, b]
for one in both:
    print(one.count(), sys.getrefcount(one))
bound = a.count
print(bound(), sys.getrefcount(bound), sys.getrefcount(a), sys.getrefcount(Counted))
del bound, both, one
a.other = None
print(sys.getrefcount(a), sys.getrefcount(b))
