import sys


class Node:
    def __init__(self, name):
        self.name = name
        self.next = None

    def count(self):
        return sys.getrefcount(self)


a = Node("a")
b = Node("b")
print(sys.getrefcount(a), sys.getrefcount(b))
a.next = b
print(sys.getrefcount(b), a.count(), b.count())
b.next = a
print(sys.getrefcount(a))
nodes = [a, b, a]
print(sys.getrefcount(a), sys.getrefcount(a.next))
for node in nodes:
    print(node.name, sys.getrefcount(node))
del nodes
print(sys.getrefcount(a), sys.getrefcount(b))
del node
print(sys.getrefcount(a), sys.getrefcount(b))
b.next = None
a.next = None
print(sys.getrefcount(a), sys.getrefcount(b), a.count())
