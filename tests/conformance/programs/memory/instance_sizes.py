import sys


class Empty:
    pass


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def f():
    pass


e = Empty()
p = Point(1, 2)
print(sys.getsizeof(e), sys.getsizeof(p))
e.name = "x"
e.other = [1, 2, 3]
print(sys.getsizeof(e))
print(sys.getsizeof(f), sys.getsizeof(p.__init__))
print(sys.getsizeof(Empty), sys.getsizeof(Point))
