# A generator holds one number at a time, a list all of them.
import sys


def numbers(count):
    number = 0
    while number < count:
        yield number
        number += 1


lazy = numbers(1000000)
full = list(range(1000000))
print(sys.getsizeof(lazy) < 300, sys.getsizeof(full) > 8000000)
print(next(lazy), next(lazy), sum(lazy), sum(full))
squares = (number * number for number in range(10))
print(sys.getsizeof(squares) == sys.getsizeof(n for n in range(10 ** 6)), sum(squares), sum(squares))
print(sys.getsizeof([number for number in range(1000)]), sys.getsizeof(list(range(1000))))
