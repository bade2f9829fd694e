# python: 3.9+
"""What list[int] is when a program looks at it."""


class Shape:
    pass


def first(items: list[int], by: dict[str, list[Shape]]) -> tuple[int, ...]:
    return tuple(items)


print(first.__annotations__)
alias = list[int]
print(alias, repr(alias), str(alias), type(alias).__name__)
print(alias.__origin__, alias.__args__, alias.__parameters__)
print(dict[str, int], tuple[()], tuple[int, ...], set[Shape], type[Shape], frozenset[list[str]])
print(alias == list[int], alias == list[str], alias != list[int], alias == list, hash(alias) == hash(list[int]))
print(alias([1, 2]), dict[str, int](a=1), alias.__name__, alias.append is list.append)
print({list[int]: 'ints'}[alias], list['Later'], list[None])
for thing in (lambda: isinstance([], alias), lambda: issubclass(list, alias), lambda: alias[str], lambda: int[str],
              lambda: str[0], lambda: alias.nothing):
    try:
        print(thing())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
