# [0] * 10 is ten references to one object.
import sys

zeros = [0] * 10
print(zeros, len(zeros), sys.getsizeof(zeros))
print(all(zero is zeros[0] for zero in zeros), len(set(map(id, zeros))))
zeros[3] = 1
print(zeros)
rows = [[0] * 3] * 3
rows[0][0] = 9
print(rows, sys.getrefcount(rows[0]), rows[0] is rows[2])
rows = [[0] * 3 for _ in range(3)]
rows[0][0] = 9
print(rows, sys.getrefcount(rows[0]), rows[0] is rows[2])
word = object()
words = [word] * 10
print(sys.getrefcount(word), sys.getsizeof(words), sys.getsizeof([word]))
words[0] = None
del words[5:]
print(sys.getrefcount(word), sys.getsizeof(words))
print(sys.getsizeof([None] * 1000), sys.getsizeof([0] * 0), sys.getsizeof((0,) * 10), sys.getsizeof("0" * 10))
