class Packet(bytes):
    """An immutable packet with a header."""
    def __new__(cls, kind, payload):
        self = super().__new__(cls, bytes([kind, len(payload)]) + payload)
        self.kind = kind
        return self

    @property
    def payload(self):
        return self[2:]

    def __add__(self, other):
        return Packet(self.kind, self.payload + other)

p = Packet(7, b"hello")
print(p, len(p), p.kind, p.payload, type(p.payload).__name__, isinstance(p, bytes))
q = p + b" world"
print(q, type(q).__name__, q[0], q == bytes(q), hash(q) == hash(bytes(q)))
print(type(p.upper()).__name__, type(p[:]).__name__, type(p * 2).__name__, type(bytes(p)).__name__)

class Buffer(bytearray):
    def __init__(self, *args):
        super().__init__(*args)
        self.writes = 0

    def append(self, x):
        self.writes += 1
        super().append(x)

    def __setitem__(self, i, v):
        self.writes += 1
        return super().__setitem__(i, v)

b = Buffer(b"abc")
b.append(100)
b[0] = 65
b[1:2] = b"BB"
b.note = "dynamic"
print(b, b.writes, b.note, type(b + b"x").__name__, type(b.copy()).__name__, type(b[:2]).__name__)
class Loud(bytes):
    def __getitem__(self, i):
        print("getitem", i)
        return super().__getitem__(i)
    def __iter__(self):
        print("iter")
        return super().__iter__()
    def __len__(self):
        return 99
    def __contains__(self, x):
        return True
l = Loud(b"xyz")
print(l[0], l[1:], list(l), len(l), b"q" in l, bytes(l), max(l))
print(Packet.__mro__, Buffer.__mro__[1].__name__, issubclass(Packet, bytearray))
print(bytes.fromhex("00").hex(), Buffer.fromhex("6162"), type(Buffer.fromhex("6162")).__name__)
try:
    Packet(300, b"")
except ValueError as e:
    print(e)
