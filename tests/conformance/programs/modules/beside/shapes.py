"""Shapes with an area."""
import math

PI = 3.14
_hidden = "not for star imports"
count = 0


class Square:
    def __init__(self, side):
        global count
        count += 1
        self.side = side

    def area(self):
        return self.side ** 2


def circle(radius):
    return round(math.pi * radius ** 2, 2)


if __name__ == "__main__":
    print("never printed: this file is imported")
