import sys

a = []
print(sys.getrefcount(a))
b = a
print(sys.getrefcount(a))
c = [a, a]
print(sys.getrefcount(a))
d = {"key": a}
print(sys.getrefcount(a))
t = (a,)
print(sys.getrefcount(a))
del b
print(sys.getrefcount(a))
c[0] = None
print(sys.getrefcount(a))
c.clear()
d["key"] = 1
print(sys.getrefcount(a))
del t
print(sys.getrefcount(a), sys.getrefcount([]), sys.getrefcount(c))
a.append(a)
print(sys.getrefcount(a))
a.pop()
print(sys.getrefcount(a))
