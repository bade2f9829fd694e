"""Sorting: keys, stability, errors, functools."""
from functools import cmp_to_key
from operator import itemgetter, attrgetter

people = [("Zoe", 25), ("Adam", 30), ("bob", 25), ("Eve", 22), ("adam", 30)]
print(sorted(people))
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=itemgetter(1, 0), reverse=True))
print(sorted(people, key=lambda p: (-p[1], p[0].lower())))
people.sort(key=lambda p: p[0].lower())
people.sort(key=itemgetter(1), reverse=True)
print(people)
words = "the quick brown fox jumps over the lazy dog".split()
print(sorted(words, key=len), sorted(words, key=str.upper), sorted(set(words), key=lambda w: (len(w), w)))
print(sorted("hello"), sorted({"b": 1, "a": 2}), sorted([True, False, 2, 0.5]), sorted([[2], [1, 5], [1]]), sorted(["10", "9", "1"], key=int))
print(sorted([3, -1, 2], key=abs), sorted([], key=len), max(words, key=len), min(words, key=lambda w: w[-1]))

def by_last(a, b):
    return (a[-1] > b[-1]) - (a[-1] < b[-1])
print(sorted(words, key=cmp_to_key(by_last)))

class Student:
    def __init__(self, name, grade):
        self.name, self.grade = name, grade
    def __repr__(self):
        return f"{self.name}:{self.grade}"
    def __lt__(self, other):
        return self.grade < other.grade
group = [Student("A", 3), Student("B", 1), Student("C", 2), Student("D", 1)]
print(sorted(group), sorted(group, reverse=True), min(group), max(group), sorted(group, key=attrgetter("name"), reverse=True))
for bad in ([1, "a"], [None, 1], [1 + 2j, 2j], [{}, {}], [(1, "a"), (1, 2)], [object(), object()], [print, len]):
    try:
        sorted(bad)
    except TypeError as e:
        print(e)
calls = []
def key(x):
    calls.append(x)
    return x % 3
data = [5, 3, 8, 1]
print(sorted(data, key=key), calls)
def evil(x):
    if x == 8:
        raise RuntimeError("no eights")
    return x
try:
    data.sort(key=evil)
except RuntimeError as e:
    print(e, data)
class Sneaky:
    def __init__(self, lst): self.lst = lst
    def __lt__(self, o):
        self.lst.append(1)
        return True
l = []
l += [Sneaky(l), Sneaky(l)]
try:
    l.sort()
except ValueError as e:
    print(e, len(l))
seen = []
data.sort(key=lambda x: seen.append(len(data)) or x)
print(seen, data)
sorted([3, 2], lambda x: x)
