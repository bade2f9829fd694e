import gc


class Node:
    def __init__(self):
        self.link = None


print("start")
gc.collect()
print(gc.get_count())
for i in range(5):
    node = Node()
    node.link = node
    print(i, gc.get_count())
print(gc.collect())
print(gc.get_count())
