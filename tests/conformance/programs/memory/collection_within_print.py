import gc

print("x", [1])
gc.collect()
gc.set_threshold(10)
for i in range(25):
    ring = []
    ring.append(ring)
    print(gc.get_count()[0], end=" ")
print()
print(gc.collect(), gc.get_threshold())
