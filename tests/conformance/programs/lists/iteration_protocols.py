class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1
class OldStyle:
    """Only __getitem__: the old protocol."""
    def __getitem__(self, i):
        if i >= 4:
            raise IndexError("no more")
        return i * i
class NotReally:
    def __iter__(self): return 5
class NoNext:
    def __iter__(self): return self
class Seq:
    def __init__(self, *a): self.a = a
    def __len__(self): print("len"); return len(self.a)
    def __getitem__(self, i): print("get", i); return self.a[i]
c = Countdown(3)
print(list(c), list(c), list(OldStyle()), 9 in OldStyle(), 5 in Countdown(9), max(OldStyle()), tuple(zip(OldStyle(), "ab")))
for bad in (NotReally, NoNext, object, lambda: 5, lambda: None, lambda: len):
    for use in (iter, list, tuple, set, sum, enumerate, sorted, max, lambda x: [*x], lambda x: 1 in x, lambda x: "".join(x), lambda x: [i for i in x], dict, zip, reversed):
        try:
            use(bad())
            print("fine")
        except TypeError as e:
            print(str(e).split(" at 0x")[0])
    print("--")
print(list(reversed(Seq(1, 2))), 2 in Seq(1, 2), list(Seq(7)))
try:
    next([1])
except TypeError as e:
    print(e)
it = iter([1, 2, 3])
print(next(it), it.__length_hint__(), list(it), list(it), next(it, "end"))
try:
    next(it)
except StopIteration as e:
    print("stop", repr(e), e.value)
print(list(iter(iter([1]).__next__, 2)) if False else [x for x in iter(Countdown(5).__next__, 2)])
vals = iter("abc")
print([(x, y) for x in vals for y in vals])
a, b = iter([1]), iter([2])
print(iter(a) is a, a is b)
L = [1, 2, 3, 4]
for x in L:
    if x % 2: L.remove(x)
print(L)
L = [1, 2]
it = iter(L); print(list(it)); L.append(3); print(list(it))
it = iter(L); next(it); L.append(4); print(list(it))
class Gen:
    def __iter__(self):
        yield from (1, 2)
        yield 3
g = Gen()
print([*g, *g], sum(g), dict(enumerate(g)), 3 in g)
def broken():
    yield 1
    raise StopIteration
try:
    print(list(broken()))
except RuntimeError as e:
    print(e)
class Reent:
    def __iter__(self): return iter([1, 2]) 
    def __reversed__(self): return "anything"
print(reversed(Reent()), next(reversed("ab")), type(reversed([1])).__name__, type(reversed((1,))).__name__, type(reversed(range(2))).__name__)
