import sys

shared = []
print(sys.getrefcount(shared))
other = shared
print(sys.getrefcount(shared))
box = [shared, shared, other]
print(sys.getrefcount(shared))
named = {"key": shared}
print(sys.getrefcount(shared))
box.pop()
print(sys.getrefcount(shared))
del named["key"]
print(sys.getrefcount(shared))
box.clear()
print(sys.getrefcount(shared))
del other
print(sys.getrefcount(shared))
triple = (shared, [shared], {1: shared})
print(sys.getrefcount(shared), sys.getrefcount(triple))
triple = None
print(sys.getrefcount(shared))
