import gc


class Node:
    def __init__(self, name):
        self.name = name
        self.links = []

    def __repr__(self):
        return f"Node({self.name})"


gc.collect()
a, b, c = Node("a"), Node("b"), Node("c")
a.links.append(b)
b.links.append(c)
c.links.append(a)
print(a.links, b.links, c.links)
del a, b
print(gc.collect())
print(c.links[0].links[0])
del c
print(gc.collect(), gc.collect())
lonely = Node("lonely")
lonely.links.append(lonely.links)
del lonely
print(gc.collect())
box = {}
box["me"] = [box, (box,)]
del box
print(gc.collect())
