import sys

print(sys.getrefcount(None) > 1000, sys.getrefcount(1) > 100, sys.getrefcount("") > 50)
a = None
b = 5
c = "hello"
print(sys.getrefcount(a) > 1000, sys.getrefcount(True) > 100)
small = 200 + 56
print(small == 256, id(small) == id(256))
