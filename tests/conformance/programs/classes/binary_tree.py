class Tree:
    def __init__(self, value):
        self.value = value
        self.left = None
        self.right = None

    def insert(self, value):
        if value < self.value:
            if self.left is None:
                self.left = Tree(value)
            else:
                self.left.insert(value)
        elif value > self.value:
            if self.right is None:
                self.right = Tree(value)
            else:
                self.right.insert(value)

    def walk(self):
        values = self.left.walk() if self.left else []
        values.append(self.value)
        return values + (self.right.walk() if self.right else [])


def find(tree, value, path=""):
    if tree is None:
        return None
    if tree.value == value:
        return path or "root"
    return find(tree.left, value, path + "L") if value < tree.value else find(tree.right, value, path + "R")


tree = Tree(50)
for value in (30, 70, 20, 40, 60, 80, 30):
    tree.insert(value)
print(tree.walk())
print(find(tree, 60), find(tree, 99), find(tree, 50))
print(tree.left.left.left.value)
