import gc

numbers = (1, 2, 3)
words = {"a": 1, "b": 2}
lists = ([], 1)
mixed = {"a": []}
gc.collect()
gc.collect()
ring = {}
ring["tuple"] = (ring,)
del ring
print(gc.collect())
ring = []
ring.append((1, (2, ring)))
del ring
print(gc.collect())
ring = [{"inner": {}}]
ring[0]["inner"]["back"] = ring
ring = None
print(gc.collect())
many = []
for i in range(50):
    pair = [i, None]
    pair[1] = [pair, i]
    many.append(pair)
pair = None
print(gc.collect())
many[:25] = []
print(gc.collect())
del many
print(gc.collect())
