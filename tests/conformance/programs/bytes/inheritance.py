class Token(bytes):
    __slots__ = ()
    kind = "token"
    def __new__(cls, data=b"", *, strip=False):
        return super().__new__(cls, data.strip() if strip else data)
    def __repr__(self): return f"{type(self).__name__}({bytes(self)!r})"
    def __eq__(self, other): return type(self) is type(other) and bytes.__eq__(self, other)
    def __hash__(self): return hash((self.kind, bytes(self)))
    def __getitem__(self, i):
        r = super().__getitem__(i)
        return type(self)(r) if isinstance(i, slice) else r
    def __add__(self, o): return type(self)(bytes.__add__(self, o))
    def __contains__(self, o): return super().__contains__(o.encode() if isinstance(o, str) else o)
    def __iter__(self): return map(chr, super().__iter__())
class Word(Token): kind = "word"
t, w = Token(b" a ", strip=True), Word(b"a")
print(t, w, t == w, t == b"a", b"a" == t, w == Word(b"a"), len({t, w, b"a", Word(b"a")}), w + b"b", w[:1], w[0], list(w), "a" in w, b"a" in w, w.upper(), str(w), f"{w}", "%s %r" % (w, w), bytes(w), w.kind, Word.mro()[1].__name__)
print(isinstance(w, bytes), type(w * 2), type(w.replace(b"a", b"b")), w.decode(), b"-".join([w, t]), w < b"b", sorted([w, b"A"]), max(w, b"0"), w.hex(), hash(w) == hash(Word(b"a")), Word.fromhex("6161"), type(Word.fromhex("61")).__name__, Word())
try: w.x = 1
except AttributeError as e: print("no slots for x:", "x" in str(e))
try: Token("text")
except TypeError as e: print(e)
try: Token(b"a", b"b")
except TypeError as e: print(e)
class Ring(bytearray):
    def __init__(self, size): super().__init__(size); self.pos = 0
    def put(self, b): self[self.pos % len(self)] = b; self.pos += 1
    def __getitem__(self, i): return super().__getitem__(i % len(self)) if isinstance(i, int) else super().__getitem__(i)
    def __str__(self): return self.decode("ascii", "replace").replace("\0", ".")
r = Ring(4)
for b in b"abcdef": r.put(b)
print(r[0], r[5], r[-1], str(r), f"{r!s:>6}", r.pos, len(r), r == b"efcd", bytes(r), vars(r), list(r), r[1:3], [*r][:2], r.copy().__class__.__name__)
r.extend(b"z"); del r[0]; r += b"!"; print(r.decode(), type(r).__name__, r.pos, r.index(b"z"), r.count(b"d"), bool(r), r.startswith(b"f"))
try: Ring("abc")
except TypeError as e: print(e)
class Meta(type):
    def __call__(cls, *a): print("making", cls.__name__, a); return super().__call__(*a)
class M(bytes, metaclass=Meta): pass
print(M(b"x"), type(M(b"y")).__name__, M(b"x") == b"x")
class Both(bytes):
    def __bytes__(self): return b"from bytes()"
    def __str__(self): return "from str()"
    def __len__(self): return 42
    def __bool__(self): return False
    def __index__(self): return 3
b = Both(b"abc"); print(bytes(b), str(b), len(b), bool(b), b, b.__len__(), [10, 20, 30, 40][b], b"%s" % b, "%s" % b, bytearray(b), bytes.__len__(b), b[:], range(b) if hasattr(b, "__index__") else None)
w.pop()
