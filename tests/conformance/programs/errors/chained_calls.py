class Chain:
    def __init__(self, depth):
        self.depth = depth

    def next(self):
        if self.depth:
            return Chain(self.depth - 1)


print(Chain(3).next().next().depth)
print(Chain(1).next().next().next().depth)
