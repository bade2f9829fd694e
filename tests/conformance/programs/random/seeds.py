# Every kind of seed gives the same numbers as in CPython.
import random


class Loaded(random.Random):
    def random(self):
        return 0.25


class Bits(random.Random):
    def getrandbits(self, k):
        return 1


for seed in (42, 0, -5, 10 ** 40, "hello", b"bytes", 2.5, True, "é", ""):
    random.seed(seed)
    print(repr(seed), random.random(), random.randint(1, 6), random.getrandbits(100))

random.seed("old", 1)
print(random.random())

state = random.getstate()
first = [random.random() for _ in range(3)]
random.setstate(state)
print(first == [random.random() for _ in range(3)], len(state), state[0], len(state[1]), state[2])

one, other = random.Random(3), random.Random(3)
print(one.random(), one.randint(1, 100), other.random(), isinstance(one, random.Random))
print(Loaded(1).random(), Loaded(1).choice([1, 2, 3, 4]), Loaded(1).randint(1, 100), Bits().randint(0, 5))

for _ in range(1400):
    random.random()
print(random.random())
