# Codecs that are not for texts; digits past any number.
for name in ("rot13", "rot_13", "hex", "hex_codec", "base64", "zlib", "bz2", "uu", "quopri", "nope", "base-64", "zip", "ROT13"):
    for f in (lambda: "ab".encode(name), lambda: b"ab".decode(name), lambda: str(b"a", name), lambda: bytes("a", name), lambda: bytearray(b"a").decode(name)):
        try:
            print(f())
        except LookupError as e:
            print(type(e).__name__, e)
print(round(5, 2 ** 70), round(True, 2 ** 70), round(-5, 2 ** 63), round(2.5, 2 ** 31))
try:
    print(round(2.5, 2 ** 70))
except OverflowError as e:
    print(e)
