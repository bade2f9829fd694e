import sys

a = 257
b = 257
c = 256 + 1
print(sys.getrefcount(a), a is b, a is c)


def literal():
    return 257


print(sys.getrefcount(a), literal() is a)
d = literal()
t = (257, 257)
print(sys.getrefcount(a), t[0] is a)
x = 3.5
y = 3.5
z = x + 0
print(sys.getrefcount(x), x is y, x is z, sys.getrefcount(3.5))
words = "two words"
more = "two words"
print(sys.getrefcount(words), words is more)
table = {"two words": 1}
print(sys.getrefcount(words), sys.getrefcount(-1000), sys.getrefcount(b"two bytes"))
print(sys.getrefcount((1, 2)), sys.getrefcount((a, b)), sys.getrefcount([1, 2]), sys.getrefcount({1}))
