"""What holds the items of a set display while their methods run."""
from sys import getrefcount


class K:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        print('hash', self.n, getrefcount(self))
        return 1

    def __eq__(self, other):
        print('eq', self.n, getrefcount(self), other.n, getrefcount(other))
        return self.n == other.n

    def __del__(self):
        print('del', self.n)


a, b = K(1), K(2)
both = {a, b}
same = {a, K(1), b}
print(len(both), len(same))


class Bad:
    def __hash__(self):
        raise ValueError('no')


try:
    none = {a, K(5), Bad(), K(6)}
except ValueError as error:
    print(error)
del a, b
both.clear()
