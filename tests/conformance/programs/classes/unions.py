# python: 3.10+
class Shape:
    pass


class Square(Shape):
    pass


def area(shape: Shape | None, scale: int | float = 1) -> float | None:
    return None if shape is None else scale * 4.0


number = int | float
print(number, type(number), number.__args__)
print(isinstance(3, number), isinstance("3", number), isinstance(None, int | None))
print(isinstance(Square(), Shape | str), issubclass(bool, number), issubclass(str, number))
print(int | None, None | int, int | int, int | str | int, number | None)
print((int | str) == (str | int), (int | str) != (int | None), (int | str) == int)
print(hash(int | str) == hash(str | int), len({int | str, str | int}))
print(area.__annotations__["scale"], area(Square(), 2), area(None))
print(Shape | Square)
for wrong in (lambda: int | 3, lambda: "a" | int, lambda: None | None, lambda: isinstance(1, int | 3)):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
