# Changing a bytearray while going through it, and other aliasing questions
ba = bytearray(b"abcdef")
for i, b in enumerate(ba):
    if i % 2: del ba[i]
print(ba)
ba = bytearray(b"ab")
it = iter(ba)
print(next(it), ba.append(99), list(it), next(it, "end"), ba.append(100), next(it, "still end"))
ba = bytearray(b"xyz")
for b in ba[:]: ba.insert(0, b)
print(ba)
ba = bytearray(range(5)); ba[1:4] = ba[2:5]; print(list(ba)); ba[:] = ba[::-1]; print(list(ba)); ba[::2], ba[1::2] = b"AAA", b"BB"; print(ba)
x = y = bytearray(b"same"); x += b"!"; print(y, x is y); x = x + b"?"; print(y, x, x is y)
def add(b, acc=bytearray()): acc.append(b); return acc
print(add(1), add(2), add(3, bytearray()), add(4), add.__defaults__)
rows = [bytearray(b".." ) for _ in range(2)]; rows[0][0] = 35; print(rows, [bytes(r) for r in rows], b"\n".join(rows).decode().splitlines())
d = {bytes(k): v for k, v in [(bytearray(b"k"), 1), (b"k", 2)]}; print(d, d[b"k"], b"k" in d, bytearray(b"k") in [b"k"])
for f in (lambda: {bytearray(b"k"): 1}, lambda: bytearray(b"k") in d, lambda: d["k"], lambda: hash(bytearray()), lambda: bytearray(b"a") in b"abc", lambda: 97 in bytearray(b"a"), lambda: 256 in b"a", lambda: "a" in b"a", lambda: None in b"a", lambda: 1.5 in bytearray(b"a"), lambda: b"" in b"", lambda: bytearray(b"abc").pop(-4), lambda: bytearray(b"abc").pop(-3), lambda: bytearray(b"abc").insert(-100, 65), lambda: bytearray(3).remove(1), lambda: bytearray(b"a").extend([1, 2, 300]), lambda: bytearray(b"a").extend(iter(b"bc")), lambda: bytearray(b"abc").reverse(), lambda: bytearray(b"cab").sort(), lambda: sorted(bytearray(b"cab")), lambda: bytearray("x"), lambda: bytearray(-1), lambda: bytearray([None]), lambda: bytearray(2 ** 100), lambda: bytes(2 ** 100), lambda: b"a" * 2 ** 100, lambda: b"a" * (2 ** 62), lambda: bytearray(b"a") * -1, lambda: bytes(range(255, 258)), lambda: bytearray(b"q").__alloc__() >= 1, lambda: bytes(iter([1, 2])), lambda: bytes({3: 4}), lambda: bytes(x for x in [True])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t = (bytearray(b"t"),); t[0].append(33); print(t)
class Log(bytearray):
    def __iadd__(self, other): print("iadd", other); return super().__iadd__(other)
    def __eq__(self, o): return "eq"
    __hash__ = None
    def __getitem__(self, i): print("get", i); return super().__getitem__(i)
l = Log(b"ab"); l += b"c"; print(l, l[0], l[:1], l == 1, len(l), list(l), bytes(l), l.upper(), type(l + b"x").__name__, Log(3), l.find(b"c"))
l += "text"
