d = {1: "one", (2, 3): "pair"}
del d[1]
print(d)
del d[(2, 4)]
