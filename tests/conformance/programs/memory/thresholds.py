import gc

gc.collect()
gc.set_threshold(5, 2, 2)
kept = []
counts = []
i = 0
while i < 30:
    kept.append([i])
    counts.append(gc.get_count())
    i += 1
gc.set_threshold(700, 10, 10)
for count in counts:
    print(count)
