import sys

a = "python"
b = "python"
c = "".join(["py", "thon"])
print(a is b, a is c, a == c)
c = sys.intern(c)
print(a is c)

d = "python!"
e = "python!"
f = "pyth" + "on!"
print(d is e, d is f)

g = "python"
g += "!"
print(g == d, g is d)
print(d.replace("!", "!") is d, d.replace("?", "!") is d, d.replace("!", "?") == d)
print(str(d) is d, d[:] is d, d[:6] is a, d[:6] == a)
print(a[0] is c[0], a[0:1] is "p"[0], "x" * 0 is str())
