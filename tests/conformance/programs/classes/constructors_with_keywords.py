"""Subclasses of built-in types whose own __init__ takes keywords."""


def tell(make):
    try:
        made = make()
        print(type(made).__name__, made, getattr(made, 'note', '-'))
    except TypeError as error:
        print('TypeError:', error)


class Temperature(float):
    def __init__(self, value=0, note='C'):
        self.note = note


class Pair(tuple):
    def __init__(self, items=(), note='pair'):
        self.note = note


class Names(list):
    def __init__(self, items=(), note='names'):
        super().__init__(items)
        self.note = note


class Group(frozenset):
    def __init__(self, items=(), note='group'):
        self.note = note


class Plain(float):
    pass


class Row(tuple):
    pass


class Bag(list):
    pass


class Made(list):
    def __new__(cls, items=(), note='made'):
        self = super().__new__(cls)
        self.note = note
        return self


for cls in Temperature, Pair, Names, Group, Plain, Row, Bag, Made:
    argument = '36.6' if issubclass(cls, float) else [1, 2]
    tell(lambda: cls(argument))
    tell(lambda: cls(argument, note='n'))
    tell(lambda: cls(note='n'))
    tell(lambda: cls(argument, 'n'))
    tell(lambda: cls())

for cls in float, tuple, list, set, frozenset, dict, int, complex, str, bytes, bytearray, bool:
    tell(lambda: cls(1, 2, 3, 4, k=1))
    tell(lambda: cls(k=1))
    tell(lambda: cls([], k=1))
