# python: 3.10+
"""int | None, as a value."""


class Node:
    def __init__(self, value, next: 'Node | None' = None):
        self.value = value
        self.next = next


def half(n: int | float, default: str | None = None) -> float | str:
    return n / 2 if n else default


print(half(3), half(0, 'none'), half.__annotations__)
number = int | float
print(number, repr(number | None), type(number).__name__, number.__args__)
print(int | int, int | str | int, (int | str) == (str | int), hash(int | str) == hash(str | int))
print(isinstance(3, number), isinstance('3', number), isinstance(None, int | None), issubclass(bool, number))
print(list[int] | None, None | dict[str, int], number | list[int], Node | None)
for thing in (lambda: int | 3, lambda: None | None, lambda: isinstance(3, int | list[int]), lambda: number.nothing,
              lambda: 'Node' | None):
    try:
        print(thing())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
match 3.5:
    case int() | float():
        print('a number')
