class Rectangle:
    def __init__(self, width, height, colour):
        self.width = width


def f(a, b, c, d):
    pass


f(1, 2, 3, 4)
print("fine")
Rectangle(3)
