import sys
class P:
    pass
class S:
    __slots__ = 'a', 'b'
p = P()
p.x = 1
s = S()
def g():
    yield 1
things = [0, 1, 2 ** 30, 2 ** 60, 1.5, 1j, '', 'a', 'é', '€', b'', b'abc', (), (1,), [], [1], [1, 2, 3], set(), {1},
          frozenset(), {}, {1: 2}, None, True, range(3), slice(1), bytearray(b'abc'), p, p.__dict__, s, object(), 'x' * 99]
sizes = [sys.getsizeof(x) for x in things]
print(sizes)
more = [sys.getsizeof(x) for x in (iter([]), iter(()), enumerate([]), zip(), map(len, []), {}.keys(), property(), g)]
print(more[:7])
