# The index loop and the item loop, and what they hold while they run.
import sys

words = [["alpha"], ["beta"], ["gamma"]]
for index in range(len(words)):
    print(index, words[index], sys.getrefcount(words[index]))
for word in words:
    print(word, sys.getrefcount(word), sys.getrefcount(words))
print(sys.getrefcount(words), sys.getrefcount(word), index)
for index, word in enumerate(words):
    print(index, sys.getrefcount(word), end="; ")
print()
for left, right in zip(words, words[1:]):
    print(sys.getrefcount(left), sys.getrefcount(right), end="; ")
print()
total = 0
for number in range(1000, 1005):
    total += number
    print(sys.getrefcount(number), end=" ")
print(total)
index = 0
while index < len(words):
    print(sys.getrefcount(words[index]), end=" ")
    index += 1
print(sys.getsizeof(range(3)), sys.getsizeof(range(10 ** 9)), sys.getsizeof(list(range(3))))
