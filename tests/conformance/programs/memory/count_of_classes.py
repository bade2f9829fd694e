import sys


class Node:
    def __init__(self, value):
        self.value = value
        self.next = None


class Child(Node):
    pass


print(sys.getrefcount(Node), sys.getrefcount(Child), sys.getrefcount(Node.__init__))
n = Node(1)
m = Child(2)
print(sys.getrefcount(Node), sys.getrefcount(Child))
n.next = m
m.next = n
print(sys.getrefcount(n), sys.getrefcount(m))
bound = n.__init__
print(sys.getrefcount(n), sys.getrefcount(Node.__init__), sys.getrefcount(n.__dict__))
del bound
names = n.__dict__
print(sys.getrefcount(n), sys.getrefcount(names), n.value)
n.next = m.next = None
del m
print(sys.getrefcount(n), sys.getrefcount(Node), sys.getrefcount(Child))
