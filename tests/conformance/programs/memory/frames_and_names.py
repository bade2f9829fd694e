# Sizes of frames and code objects, stack sizes, and who holds a name while a script runs.
import sys


def plain():
    return sys.getsizeof(sys._getframe())


def parameters(x, y=1, *rest, **more):
    total = [x, y]
    return sys.getsizeof(sys._getframe()), len(total)


def cells(x):
    def inner():
        return x + 1
    return sys.getsizeof(sys._getframe()), inner()


def numbers(n):
    for i in range(n):
        yield sys.getsizeof(sys._getframe())


class Owner:
    def method(self, other: int, more: str = "m") -> list:
        return [self.method, other, more]

    def attribute(self):
        return super().__repr__


print(plain(), parameters(1), parameters(1, 2, 3, k=4), cells(2), list(numbers(2)))
print([f.__code__.co_stacksize for f in (plain, parameters, cells, numbers, Owner.method, Owner.attribute)])
print(sys.getsizeof(plain.__code__) if sys.version_info < (3, 11) else "with its instructions")
print((lambda a: [a] * len([a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a]))
      .__code__.co_stacksize)


def count(text):
    return sys.getrefcount(text) if sys.version_info < (3, 9) or sys.version_info[:2] == (3, 13) else "by attempts"


crimson = 3
print(count("crimson"), count("vermilion"))
dict(scarlet=1)
print(count("scarlet"))


class Text:
    def __str__(self):
        return "some text"


text = Text()
print("{}".format(text), format(text), [s is str(5) for s in (format(5), "{!r}".format(5), ascii(5))])
print(f"{5}" is f"{5}", chr(97) is f"{chr(97)!s}")
