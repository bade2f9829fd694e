import gc

gc.collect()
gc.set_threshold(3, 2, 2)
counts = [None] * 60
kept = [None] * 60
for i in range(60):
    kept[i] = [i]
    counts[i] = gc.get_count()
for i in range(0, 60, 3):
    print(counts[i], counts[i + 1], counts[i + 2])
