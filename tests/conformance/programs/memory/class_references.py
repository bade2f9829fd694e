import sys


class Shape:
    sides = []

    def area(self):
        return 0


def holder(value, default=Shape.sides):
    return sys.getrefcount(default)


print(sys.getrefcount(Shape.sides), holder(1))
before = sys.getrefcount(Shape)
shapes = [Shape(), Shape(), Shape()]
print(sys.getrefcount(Shape) - before)
shapes.pop()
print(sys.getrefcount(Shape) - before)
first = shapes[0]
first.sides = Shape.sides
print(sys.getrefcount(Shape.sides), sys.getrefcount(first))
method = first.area
print(sys.getrefcount(first))
del method
print(sys.getrefcount(first))
alias = Shape
print(sys.getrefcount(Shape) - before)
del shapes, first, alias
print(sys.getrefcount(Shape) - before, sys.getrefcount(Shape.sides))
function = Shape.area
print(sys.getrefcount(function))
