# What the class methods of bytes say of wrong arguments, and other calls with too many of them.
class Sub(bytes):
    pass
view = memoryview(b"a")
for number, f in enumerate([lambda: bytes.fromhex(), lambda: Sub.fromhex(1, 2), lambda: Sub(b"").fromhex(), lambda: bytearray.fromhex(x=1), lambda: bytes.fromhex(5), lambda: Sub.fromhex("61"),
                            lambda: bytes.maketrans(x=1), lambda: bytes.maketrans(b"a"), lambda: bytearray.maketrans(b"a", b"bc"), lambda: bytes.maketrans("a", b"b"),
                            lambda: [].sort(1, 2, 3), lambda: [].sort(1, 2), lambda: [].sort(1, key=2, reverse=1), lambda: view.tobytes(1), lambda: view.tobytes(None),
                            lambda: b"".decode("no such"), lambda: "".encode("no such"), lambda: bytes("", "no such"), lambda: str(b"", "no such"), lambda: bytearray().decode("no such"),
                            lambda: int.from_bytes("a", "up"), lambda: int.from_bytes("a", "big"), lambda: int.from_bytes(5, 5), lambda: int.from_bytes([1, 2], byteorder="big", signed=True)]):
    try:
        print(number, repr(f()))
    except Exception as e:
        print(number, type(e).__name__, e)
