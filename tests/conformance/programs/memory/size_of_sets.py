import sys

numbers = set()
before = 0
for i in range(100):
    if sys.getsizeof(numbers) != before:
        before = sys.getsizeof(numbers)
        print(i, before)
    numbers.add(i)
for i in range(98):
    numbers.discard(i)
print(len(numbers), sys.getsizeof(numbers), sys.getsizeof(numbers.copy()))
numbers.clear()
print(sys.getsizeof(numbers))
print(sys.getsizeof({1, 2, 3, 4, 5, 6}), sys.getsizeof(set(range(6))), sys.getsizeof(set("abc")))
a = set(range(30))
print(sys.getsizeof(a | {1}), sys.getsizeof(a & {1}), sys.getsizeof(a - {1}), sys.getsizeof(a ^ {1}))
