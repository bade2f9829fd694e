class LazyList:
    """Remembers what an iterator has given; supports indexing and slicing."""
    def __init__(self, source): self._it, self._seen = iter(source), []
    def _fill(self, n):
        while len(self._seen) < n:
            try: self._seen.append(next(self._it))
            except StopIteration: return False
        return True
    def __getitem__(self, i):
        if isinstance(i, slice):
            if i.stop is None or i.stop < 0 or (i.start or 0) < 0: self._fill(float("inf")); return self._seen[i]
            self._fill(i.stop); return self._seen[i]
        if i < 0: self._fill(float("inf")); return self._seen[i]
        if not self._fill(i + 1): raise IndexError(f"only {len(self._seen)} items")
        return self._seen[i]
    def __iter__(self):
        i = 0
        while self._fill(i + 1): yield self._seen[i]; i += 1
    def __repr__(self): return "[" + ", ".join(map(repr, self._seen)) + ", ...]"
def squares():
    n = 0
    while True: yield n * n; n += 1
l = LazyList(squares()); print(l, l[3], l, l[1:6:2], l); print(next(x for x in l if x > 50), l)
f = LazyList("abc"); print(f[-1], f[:], f[5:], list(f), 2 if "c" in f else 3, f[::-1])
try: f[10]
except IndexError as e: print(e)
try: f["x"]
except TypeError as e: print(e)
class Span:
    def __init__(self, lo, hi): self.lo, self.hi = lo, hi
    def __len__(self): return max(0, self.hi - self.lo)
    def __getitem__(self, i):
        print("get", i, end=" ")
        if isinstance(i, slice): return [self[k] for k in range(*i.indices(len(self)))]
        if not -len(self) <= i < len(self): raise IndexError(i)
        return self.lo + i % len(self)
s = Span(3, 6); print(list(s)); print(s[0:2]); print(s[-1]); print(4 in s); print(list(reversed(s))); print(max(s), sum(s)); print([*s], tuple(s), sorted(s, reverse=True)); a, *b = s; print(a, b); print(bool(Span(1, 1)), len(s), dict(zip("xyz", s)))
it = iter(s); print(next(it), next(it), next(it)); print(next(it, "over"), next(it, "still over"), type(it).__name__)
class Weird:
    def __getitem__(self, i):
        if i == 3: raise StopIteration
        if i == 2: raise KeyError("two") if self.bad else IndexError
        return i
w = Weird(); w.bad = False; print(list(w)); w.bad = True
try: print(list(w))
except KeyError as e: print("KeyError", e)
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if not self.n: raise StopIteration("liftoff", 0)
        self.n -= 1; return self.n + 1
    def __length_hint__(self): return self.n
c = Countdown(3); print([*c], [*c], list(zip(Countdown(2), Countdown(3))), sum(Countdown(4)), 2 in Countdown(3), [x for x in Countdown(2)], max(Countdown(5)), sorted(Countdown(3)), "-".join(map(str, Countdown(3))), dict.fromkeys(Countdown(2)), set(Countdown(2)) == {1, 2}, min(enumerate(Countdown(2))))
try: next(c)
except StopIteration as e: print(e.value, e.args)
import operator
print(operator.length_hint(Countdown(7)), operator.length_hint([1]), operator.length_hint(iter((1, 2))), operator.length_hint(object(), 9), operator.length_hint((x for x in "a")))
for bad in (lambda: iter(5), lambda: iter(Countdown), lambda: next(s), lambda: next("a"), lambda: len(c), lambda: c[0], lambda: reversed(c), lambda: list(5), lambda: [*None], lambda: iter(lambda: 1), lambda: iter([], 1), lambda: zip(c, 5), lambda: enumerate(None), lambda: sorted(3), lambda: "a" in 5, lambda: 5 in Countdown, lambda: sum("ab"), lambda: max(5), lambda: any(None), lambda: tuple(1.5), lambda: set(1), lambda: dict([1]), lambda: dict(["ab", "c"]), lambda: [].extend(1), lambda: [1][::0]):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
next(iter([]))
