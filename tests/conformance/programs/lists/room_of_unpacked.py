# The room of displays that unpack something behind items of their own.
import sys
R = (0, 1, 2, 3, 5, 7, 8, 9, 10, 11, 12, 13, 16, 17, 20, 24, 25, 40)
print([sys.getsizeof([0, *range(n)]) for n in R])
print([sys.getsizeof([0, 1, *range(n), 2]) for n in R])
print([sys.getsizeof([*range(n), *range(n)]) for n in R])
