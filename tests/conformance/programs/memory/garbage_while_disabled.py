import gc


class Node:
    def __init__(self):
        self.me = self


gc.collect()
gc.disable()
for i in range(10):
    Node()
print(gc.collect())
gc.enable()
node = Node()
node = None
print(gc.collect())
node = Node()
node.me = None
node = None
print(gc.collect())
rings = []
for i in range(3):
    a = [i]
    b = [a]
    a.append(b)
    rings.append(a)
print(gc.collect())
rings.pop()
print(gc.collect())
a = b = None
print(gc.collect())
rings = None
print(gc.collect())
