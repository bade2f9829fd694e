# What print itself allocates shows after a full collection: its free lists are empty then.
import gc


class Report:
    def __str__(self):
        return "report " + str(gc.get_count())


def quiet():
    pass


gc.disable()
gc.collect()
start = gc.get_count()
print("a line")
first = gc.get_count()
print("two", "words", end="\n")
second = gc.get_count()
print([1, (2, 3)])
third = gc.get_count()
print(start, first, second, third)
gc.collect()
print("unfinished", end=" ")
fourth = gc.get_count()
print(Report())
fifth = gc.get_count()
print(fourth, fifth)
gc.collect()
quiet()
counts = [gc.get_count()]
quiet()
counts.append(gc.get_count())
squares = [n * n for n in range(3)]
counts.append(gc.get_count())
pairs = [(n, n) for n in range(3)]
counts.append(gc.get_count())
print(counts)
