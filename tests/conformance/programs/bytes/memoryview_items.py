# Items, casts and wrong uses of memoryviews.
def attempt(label, f):
    try:
        print(label, f())
    except Exception as e:
        print(label, type(e).__name__, e)

data = bytearray(b"abcdefgh")
v = memoryview(data)
ro = memoryview(b"frozen")
attempt(1, lambda: v[9])
attempt(2, lambda: v[-9])
attempt(3, lambda: v["a"])
attempt(4, lambda: v[0,])
attempt(5, lambda: v[0, 0])
attempt(6, lambda: v[1.5])
attempt(7, lambda: v[None])
attempt(8, lambda: v[::0])
attempt(9, lambda: v[True])
for number, (key, value) in enumerate([(0, "a"), (0, 300), (0, -1), (0, 1.5), (0, None), (9, 0), (slice(0, 2), b"abc"), (slice(0, 2), "ab"), (slice(0, 2), [1, 2]), (slice(0, 2), 5),
                                       (slice(0, 2), bytearray(b"XY")), (slice(2, 4), v[0:2]), (slice(None, None, 4), b"12"), ("a", 1), (slice(3, 3), b""), (slice(0, 6), v[2:8])]):
    attempt("set %d" % number, lambda: v.__setitem__(key, value))
    print(bytes(v))
attempt("del", lambda: v.__delitem__(0))
attempt("del", lambda: ro.__delitem__(0))
attempt("read-only", lambda: ro.__setitem__(0, 1))
attempt("read-only", lambda: ro.__setitem__(slice(0, 1), b"a"))
for wrong in ("text", 5, None, [1], range(3)):
    attempt("new", lambda: memoryview(wrong))
attempt("new", lambda: memoryview())
attempt("new", lambda: memoryview(b"a", b"b"))
attempt("new", lambda: memoryview(object=b"ab").tolist())
attempt("new", lambda: memoryview(x=b"ab"))
attempt("nested", lambda: memoryview(memoryview(b"ab")[1:]).obj)
attempt("subclass", lambda: type("V", (memoryview,), {}))
attempt("attribute", lambda: v.foo)
attempt("attribute", lambda: setattr(v, "foo", 1))
attempt("attribute", lambda: setattr(v, "format", "b"))

# --- casts ---
numbers = memoryview(bytes(range(250, 256)) + bytes(range(2)))
for code in "Bbc?hHiIlLqQ@B":
    attempt(code, lambda: (numbers.cast(code).tolist(), numbers.cast(code).itemsize, numbers.cast(code).shape, numbers.cast(code).format))
attempt("@H", lambda: numbers.cast("@H").tolist())
attempt("f", lambda: memoryview(b"\x00\x00\x80?\x00\x00 \xc1").cast("f").tolist())
attempt("d", lambda: memoryview(b"\x00\x00\x00\x00\x00\x00\xf8?").cast("d")[0])
attempt("wrong", lambda: numbers.cast("x"))
attempt("wrong", lambda: numbers.cast("HH"))
attempt("wrong", lambda: numbers.cast(5))
attempt("length", lambda: numbers[1:].cast("H"))
attempt("steps", lambda: numbers[::2].cast("H"))
attempt("twice", lambda: numbers.cast("H").cast("I"))
attempt("back", lambda: numbers.cast("H").cast("B")[1:3].tolist())
for code, values in (("b", (1, -128, 127, 128, -129, "a")), ("c", (b"z", b"zz", "z", 5)), ("H", (0, 65535, 65536, -1)), ("q", (-2 ** 63, 2 ** 63)), ("Q", (2 ** 64 - 1, 2 ** 64)),
                     ("?", (True, [], "x")), ("d", (1.5, 2, "1.5")), ("f", (0.1,))):
    target = memoryview(bytearray(8)).cast(code)
    for value in values:
        attempt("%s %r" % (code, value), lambda: target.__setitem__(0, value) or (target[0], target.tobytes()))
attempt("slice", lambda: memoryview(bytearray(4)).cast("b").__setitem__(slice(0, 1), b"a"))
attempt("slice", lambda: memoryview(bytearray(4)).cast("H")[1:].tolist())

# --- hash and comparison ---
print(hash(ro) == hash(b"frozen"), hash(ro[::-1]) == hash(b"nezorf"), {ro: 1}[b"frozen"], ro in [b"frozen"], len({ro, b"frozen"}))
attempt("hash", lambda: hash(v))
attempt("hash", lambda: hash(memoryview(b"ab").cast("H")))
attempt("hash", lambda: hash(memoryview(b"ab").cast("b")) == hash(b"ab"))
print(ro == b"frozen", b"frozen" == ro, ro == bytearray(b"frozen"), bytearray(b"frozen") == ro, ro == "frozen", ro != memoryview(b"frozen"), ro[1:] == b"rozen")
print(memoryview(b"ab").cast("b") == b"ab", memoryview(b"\xff").cast("b") == b"\xff", memoryview(b"a").cast("c") == b"a", memoryview(b"a\0").cast("H") == memoryview(b"a\0"))
attempt("<", lambda: ro < ro)
attempt("<", lambda: b"a" < ro)
attempt("<", lambda: bytearray(b"a") < ro)
attempt(">", lambda: ro > bytearray(b"a"))

# --- where bytes are expected ---
attempt("join", lambda: b"-".join([memoryview(b"a"), b"b", bytearray(b"c")]))
attempt("+", lambda: b"a" + memoryview(b"b"))
attempt("+", lambda: bytearray(b"a") + memoryview(b"b"))
attempt("+", lambda: memoryview(b"a") + b"b")
attempt("*", lambda: memoryview(b"a") * 2)
attempt("in", lambda: (102 in ro, b"f" in ro, memoryview(b"oz") in b"frozen"))
attempt("find", lambda: (b"frozen".find(memoryview(b"oz")), b"aaa".count(memoryview(b"a")), b"frozen".startswith(memoryview(b"fr"))))
attempt("split", lambda: (b"a b".split(memoryview(b" ")), b"aXb".replace(memoryview(b"X"), b"--"), b"xax".strip(memoryview(b"x"))))
attempt("str", lambda: str(memoryview(b"caf\xc3\xa9"), "utf-8"))
attempt("int", lambda: int.from_bytes(memoryview(b"\x01\x02"), "big"))
attempt("%", lambda: b"<%s>" % memoryview(b"x"))
attempt("bytearray", lambda: (bytearray(memoryview(b"ab")), bytes(memoryview(b"abcd")[::2])))
grown = bytearray(b"a")
grown += memoryview(b"bc")
grown.extend(memoryview(b"d"))
grown[1:2] = memoryview(b"BB")
print(grown, "".join(map(chr, memoryview(b"chars"))), list(zip(memoryview(b"ab"), "xy")), [*memoryview(b"ab")])
print(isinstance(v, memoryview), bool(memoryview(b"")), bool(ro), callable(v), type(iter([])).__name__)
