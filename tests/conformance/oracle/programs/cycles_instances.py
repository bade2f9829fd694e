import gc
class Node:
    def __init__(self, value):
        self.value = value
        self.next = None
a, b, c = Node('a'), Node('b'), Node('c')
a.next, b.next, c.next = b, c, a
del a
b.value = [b]
x = gc.collect()
del b, c
y = gc.collect()
n = Node(1)
n.next = n.__dict__
m = Node([n])
n.other = m
del n
z = gc.collect()
m = None
w = gc.collect()
print(x, y, z, w)
