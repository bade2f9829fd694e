# The sizes of tuples and lists side by side.
import sys

for count in range(12):
    print(count, sys.getsizeof(tuple(range(count))), sys.getsizeof(list(range(count))), sys.getsizeof([None] * count))
print(sys.getsizeof((1, 2, 3)), sys.getsizeof([1, 2, 3]))
print(sys.getsizeof(("a", "b", "c", "d")), sys.getsizeof(["a", "b", "c", "d"]))
grown, last = [], 0
for number in range(70):
    grown.append(number)
    if sys.getsizeof(grown) != last:
        last = sys.getsizeof(grown)
        print(len(grown), last, end="; ")
print()
print(sys.getsizeof(tuple(grown)), sys.getsizeof(list(grown)), sys.getsizeof(grown))
while grown:
    grown.pop()
    if sys.getsizeof(grown) != last:
        last = sys.getsizeof(grown)
        print(len(grown), last, end="; ")
print()
nested = ([1, 2], [3])
print(sys.getsizeof(nested), sum(map(sys.getsizeof, nested)), sys.getsizeof(nested + nested))
