import sys

print(sys.getrefcount(None), sys.getrefcount(True), sys.getrefcount(7))
print(sys.getrefcount("identifier"), sys.getrefcount("a"), sys.getrefcount(()))
name = "identifier"
x = -5
y = 256
print(sys.getrefcount(name), sys.getrefcount(x), sys.getrefcount(y))
print(sys.getrefcount(int), sys.getrefcount(False))
z = 257
print(sys.getrefcount(z) < 100)
