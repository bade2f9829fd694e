class MultiSet(set):
    name = "ms"
    def __new__(cls, *args):
        return super().__new__(cls)
    def __init__(self, items=(), label="x"):
        super().__init__(items)
        self.label = label
    def __or__(self, other):
        return MultiSet(set.__or__(self, other), self.label + "|")

m = MultiSet([1, 2], "m")
n = m | {3}
print(n, n.label, type(n).__name__, m.__dict__)
print(m & {1}, type(m & {1}).__name__, type({1} & m).__name__)
m |= {9}
print(m, type(m).__name__)
class S(set):
    pass
class T(frozenset):
    pass
print(S("a"), T("a"), S(), T(), repr(S([1])), str(T([2])))
print(S([1]) == T([1]) == {1} == frozenset([1]), hash(T([1])) == hash(frozenset([1])))
print(S([1]) | T([2]), T([1]) | S([2]), T([1]) - {1}, S() ^ {1})
for f in (lambda: S(1), lambda: T(1), lambda: S(1, 2), lambda: T(1, 2), lambda: S([[]]), lambda: hash(S()),
          lambda: S(x=1), lambda: T(x=1), lambda: S([1])[0], lambda: S().pop(), lambda: S().remove(3), lambda: S() < 3,
          lambda: S() | 3, lambda: T() & [], lambda: T().add, lambda: S().nothing, lambda: {S()}):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(1 in S([1]), 2 in S([1]), {1} in S([frozenset([1])]), S([1]) in {T([1])})
class V(set):
    def __contains__(self, x):
        return x == "magic"
    def __len__(self):
        return 42
    def __iter__(self):
        return iter("xyz")
v = V([1])
print("magic" in v, 1 in v, len(v), list(v), sorted(v), bool(v), v == {1})
print(set(v) == {1}, v.issubset([1]), v | set() == {1}, set(v))
class R:
    def __ror__(self, o): return "ror"
    def __rand__(self, o): return "rand"
    def __rsub__(self, o): return "rsub"
    def __eq__(self, o): return "eq?"
    def __gt__(self, o): return "gt"
print({1} | R(), {1} & R(), {1} - R(), {1} == R(), {1} < R())
print(set.union({1}, [2]), set.__or__({1}, {2}), set.__or__({1}, [2]), set.__le__({1}, {1}), set.union(S(), "a"))
set.union([1], {2})
