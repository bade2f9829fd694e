#: Three generations
#: Most objects die young. So the collector looks at the young ones often and at the old ones seldom; whoever lives through a collection moves on.

import gc

#: A clean start: whatever the start of Python left behind is collected, or moved on to the oldest generation.
gc.collect()
#: Usually more than 700 young containers make a collection. Here more than 3 do, so that it can be watched.
gc.set_threshold(3, 2, 2)

#: Every new container begins in generation 0.
first = ["first"]
#= generation(first) == 0
kept = []
#= generation(kept) == 0

#: Each round makes a list and keeps it. As soon as the count is above 3, generation 0 is collected.
for number in range(3):
    kept.append([number])
#= generation(first) == 1
#= generation(kept) == 1
#= generation(kept[2]) == 0

#: Before these rounds, the first list has lived through a collection and stands in generation 1; the list made last is still young.
#? generation(first) Ten rounds more. Where will the first list stand after them?
for number in range(3, 13):
    kept.append([number])
#= generation(first) == 2
#= generation(kept) == 2

#: Three collections of generation 0 had gone by, so with the fourth it was generation 1's turn as well, and its survivors moved on to generation 2.
gc.set_threshold(700, 10, 10)

#: Nothing was garbage: the collector freed nothing, it only found that everything is in use. Old objects are now left in peace.
print(len(kept))
#= prints '13'
