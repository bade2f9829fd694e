import gc

print("thresholds", gc.get_threshold())
gc.collect()
gc.set_threshold(5, 2, 2)
kept = []
for i in range(30):
    kept.append([i])
    zero, one, two = gc.get_count()
    print(zero, one, two, end="; ")
print()
gc.disable()
for i in range(10):
    kept.append([i])
print(gc.get_count()[0] > 5, gc.isenabled())
gc.enable()
kept.append([])
print(gc.get_count()[0] > 5, gc.isenabled())
