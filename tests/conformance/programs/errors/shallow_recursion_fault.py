def walk(tree):
    if tree is None:
        return 0
    return walk(tree["left"]) + walk(tree["right"]) + tree["size"]


leaf = {"left": None, "right": None, "size": 1}
print(walk({"left": leaf, "right": leaf, "size": 2}))
broken = {"left": None, "right": None}
print(walk({"left": leaf, "right": broken, "size": 2}))
