# The three generations: thresholds, counters, a collection.
import gc

print(len(gc.get_threshold()), gc.get_threshold()[1:], gc.isenabled())
gc.collect()
print(gc.get_count())
rings = []
for number in range(20):
    ring = [number]
    ring.append(ring)
    rings.append(ring)
print(gc.get_count())
print("nothing is garbage:", gc.collect())
rings.clear()
print("nineteen rings are:", gc.collect())
ring = None
print("and the last:", gc.collect(), gc.get_count())
gc.set_threshold(50, 5, 5)
print(gc.get_threshold())
keep = [[number] for number in range(120)]
print(gc.get_count()[1:])
gc.set_threshold(0)
keep.extend([number] for number in range(500))
print(gc.get_threshold()[0], gc.get_count()[0] > 500, gc.isenabled())
gc.disable()
print(gc.isenabled(), len(gc.get_stats()), sorted(gc.get_stats()[0]))
