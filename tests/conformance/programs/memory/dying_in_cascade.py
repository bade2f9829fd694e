import gc
import sys


class Tree:
    def __init__(self, name, children):
        self.name = name
        self.children = children


leaf = Tree("leaf", [])
root = Tree("root", [Tree("left", [leaf]), Tree("right", [leaf, leaf])])
print(sys.getrefcount(leaf))
del root.children[0]
print(sys.getrefcount(leaf))
root = None
print(sys.getrefcount(leaf))
print(gc.collect())
chain = None
for i in range(2000):
    chain = [chain, leaf]
print(sys.getrefcount(leaf))
chain = None
print(sys.getrefcount(leaf))
shared = []
holders = []
for i in range(100):
    holders.append({"held": shared, "also": (shared, i)})
print(sys.getrefcount(shared))
del holders[:50]
print(sys.getrefcount(shared))
holders = 0
print(sys.getrefcount(shared))
