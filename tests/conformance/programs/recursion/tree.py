def insert(tree, value):
    if tree is None:
        return {"value": value, "left": None, "right": None}
    side = "left" if value < tree["value"] else "right"
    tree[side] = insert(tree[side], value)
    return tree


def walk(tree, depth):
    if tree is None:
        return
    walk(tree["left"], depth + 1)
    print("  " * depth + str(tree["value"]))
    walk(tree["right"], depth + 1)


def height(tree):
    return 0 if tree is None else 1 + max(height(tree["left"]), height(tree["right"]))


root = None
for value in [50, 30, 70, 20, 40, 60, 80]:
    root = insert(root, value)
walk(root, 0)
print(height(root))
