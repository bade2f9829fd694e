seasons = ["spring", "summer", "fall", "winter"]
print(list(enumerate(seasons)), list(enumerate(seasons, start=1)), list(enumerate("ab", -5)), list(enumerate("", 3)))
for i, (a, b) in enumerate(zip(seasons, seasons[1:])):
    print(i, a, "->", b)
e = enumerate("xyz", 10 ** 20)
print(next(e), list(e), list(e), type(e).__name__)
print(list(zip()), list(zip([1])), list(zip([1, 2], "abc")), list(zip("ab", [1], ())), dict(zip(seasons, range(9))))
pairs = [(1, "a"), (2, "b")]
nums, letters = zip(*pairs)
print(nums, letters)
z = zip(iter([1, 2, 3, 4])) ; print(next(z), list(z))
it = iter(range(7))
print(list(zip(it, it, it)), list(it))
print(list(map(lambda x, y: x + y, [1, 2, 3], [10, 20])), list(map(str, [1, 2])), list(map(pow, [2, 3], [3, 2])), list(map(None.__class__, []))) 
print(list(filter(None, [0, 1, "", "a", [], [0]])), list(filter(str.isdigit, "a1b2")), list(filter(lambda x: x > 1, (1, 2, 3))))
print(list(reversed("abc")), list(reversed((1, 2))), list(reversed(range(3))), "".join(reversed("abc")))
for f in (lambda: list(zip(1)), lambda: list(zip([1], 2)), lambda: enumerate(5), lambda: enumerate(), lambda: enumerate("a", "b"), lambda: enumerate("a", 1.5),
          lambda: enumerate("a", 1, 2), lambda: list(map(len)), lambda: map(), lambda: list(map(1, [1])), lambda: list(map(len, [1])), lambda: filter(None), lambda: filter(None, 3),
          lambda: list(filter(3, [1])), lambda: reversed(5), lambda: reversed({1}), lambda: reversed(iter([])), lambda: reversed(), lambda: list(map(lambda x: x, [1], [2])),
          lambda: list(zip([1], [1, 2], strict=True)), lambda: list(zip([1, 2], [1], strict=True)), lambda: list(zip("ab", "cd", strict=True)), lambda: list(zip([1], bogus=1)),
          lambda: zip(*5), lambda: sum([[1], [2]]), lambda: sum([[1], [2]], []), lambda: sum("ab", ""), lambda: sum(["a"]), lambda: sum([1], 2, 3), lambda: sum([1, 2], start=5),
          lambda: max([]), lambda: max(), lambda: max(1), lambda: max([], default="none"), lambda: max(1, 2, default=3), lambda: max([1, "a"]), lambda: min("a", 1), lambda: max(3, 1, 2),
          lambda: max("hello", key=ord), lambda: max([1], key=1), lambda: any(5), lambda: all(), lambda: any([0, "", None]), lambda: all([]), lambda: sorted(), lambda: sorted([1], key=1),
          lambda: list(map(int, ["1", "x"])), lambda: dict(zip("ab")), lambda: [*zip("ab", range(5))][-1], lambda: next(zip("ab", "cd")), lambda: len(zip())):
    try:
        print(f())
    except Exception as exc:
        print(type(exc).__name__, exc)
m = map(print, [1, 2]); print("lazy"); print(list(m))
dot = sum(a * b for a, b in zip([1, 2, 3], [4, 5, 6]))
print(dot, [i for i, c in enumerate("banana") if c == "a"], {c: i for i, c in enumerate("banana")})
