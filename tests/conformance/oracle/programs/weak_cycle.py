import gc, weakref
class Tree:
    def __init__(self, parent=None):
        self.children = []
        self.parent = weakref.ref(parent) if parent else None
root = Tree()
child = Tree(root)
root.children.append(child)
p = child.parent()
del p
del root
x = child.parent()
a, b = Tree(), Tree()
a.children.append(b)
b.children.append(a)
log = []
r = weakref.ref(a, lambda ref: log.append('a died'))
del a, b
n = gc.collect()
print(x, n, log, r())
