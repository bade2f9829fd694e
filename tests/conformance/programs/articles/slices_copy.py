# A slice is a new list with the same items in it.
import sys

numbers = [[1], [2], [3], [4]]
part = numbers[1:3]
print(part, part[0] is numbers[1], sys.getrefcount(numbers[1]))
part.append([5])
print(numbers, part)
part[0].append("seen by both")
print(numbers)
whole = numbers[:]
print(whole == numbers, whole is numbers, whole[0] is numbers[0])
print(sys.getsizeof(numbers), sys.getsizeof(part), sys.getsizeof(whole), sys.getsizeof(numbers[::2]))
print(numbers.copy() is numbers, list(numbers) is numbers, sys.getsizeof(numbers.copy()), sys.getsizeof(list(numbers)))
numbers[1:3] = []
print(numbers, sys.getsizeof(numbers))
numbers[:0] = whole
print(len(numbers), sys.getsizeof(numbers))
text, pair = "hello", (1, 2)
print(text[:] is text, pair[:] is pair, text[1:] is text[1:], text[0] is text[:1])
for item in numbers[:]:
    numbers.remove(item)
print(numbers, sys.getsizeof(numbers))
