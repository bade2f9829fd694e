# Sequences, ranges and distributions, drawn from one seed.
import random


def show(name, *args, **options):
    try:
        print(name, args, getattr(random, name)(*args, **options))
    except Exception as error:
        print(name, args, type(error).__name__, error)


random.seed(7)
deck = list(range(20))
random.shuffle(deck)
print(deck)
for items in ([1, 2, 3], "abc", [], range(100), (4, 5)):
    show("choice", items)
for items, count in ((range(1000), 10), ("abcdefgh", 3), ([1, 2], 3), (range(30), 30), ({1: 2}, 1), (5, 1)):
    show("sample", items, count)
show("choices", "abc", k=10)
show("choices", "abc", [1, 2, 3], k=10)
show("choices", "abc", cum_weights=[1, 2, 9], k=5)
show("choices", "abc", [1, 2])
show("choices", "abc", [1, 2, 3], cum_weights=[1, 2, 3])
show("choices", [], k=1)
show("choices", "ab", [0, 0])
show("choices", "abc", k=-1)

calls = [("uniform", 1, 10), ("uniform", 5, -5), ("triangular",), ("triangular", 1, 4, 2), ("triangular", 1, 1, 1),
         ("gauss", 0, 1), ("gauss", 5, 2), ("normalvariate", 10, 3), ("lognormvariate", 0, 1), ("expovariate", 2),
         ("vonmisesvariate", 1, 2), ("vonmisesvariate", 1, 0), ("gammavariate", 2, 3), ("gammavariate", 1, 3),
         ("gammavariate", .5, 3), ("gammavariate", 0, 3), ("betavariate", 2, 3), ("paretovariate", 3),
         ("weibullvariate", 1, 2), ("binomialvariate", 10, .3), ("binomialvariate", 1000, .9), ("randbytes", 5)]
for name, *args in calls:
    for _ in range(3):
        show(name, *args)
for args in ((10,), (0,), (-1,), (5, 10), (5, 5), (10, 5), (0, 100, 7), (100, 0, -7), (0, 10, 0), (0, 10, -1)):
    show("randrange", *args)
for args in ((1, 10), (10, 1), (1, 1), (1, 10 ** 30), ("a", 3)):
    show("randint", *args)
