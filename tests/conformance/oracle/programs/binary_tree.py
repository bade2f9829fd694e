class Tree:
    def __init__(self, key):
        self.key = key
        self.left = self.right = None
    def insert(self, key):
        side = 'left' if key < self.key else 'right'
        child = getattr(self, side)
        if child is None:
            setattr(self, side, Tree(key))
        else:
            child.insert(key)
    def walk(self):
        if self.left:
            yield from self.left.walk()
        yield self.key
        if self.right:
            yield from self.right.walk()
root = Tree(50)
for k in (30, 70, 40, 300):
    root.insert(k)
keys = list(root.walk())
it = root.walk()
first = next(it)
root.right = None
del it
root = root.left
print(keys, first, root.key)
