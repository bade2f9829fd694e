import sys

x = 1000
print(sys.getrefcount(x))
y = x
print(sys.getrefcount(x))
z = 1000
print(x is z, sys.getrefcount(x))
f = 2.5
print(sys.getrefcount(f))
s = "two words"
print(sys.getrefcount(s))
big = 10 ** 20
big2 = x ** 7
print(sys.getrefcount(big2))
made = x + 1
print(sys.getrefcount(made), id(made) == id(1001))
joined = " ".join(["a", "b"])
print(sys.getrefcount(joined))
t = (1, 2, "x y")
print(sys.getrefcount(t))
