# How bytes look.
print(b"plain", b'single', b"it's", b'say "hi"', b"both ' and \"")
print(b"\t\n\r\\ \x00 \x7f \x80 \xff \x1b")
print(repr(b"'"), repr(b'"'), repr(b"'\""))
print(str(b"abc"), "%s %r %a" % (b"a", b"b", b"c"), f"{b'x'} {b'y'!r} {b'z'!s:>8}", "{}".format(b"q"))
print(bytearray(b"it's"), bytearray(b'"'), bytearray(), [bytearray(b"\x00")], {b"k": bytearray(b"v")})
print(rb"raw\n", Rb'\x41', bR"""tri"ple""", b"""multi
line""")
print(b"con" b"cat" b'enation', b"\
continued")
print(b"\101\x42\103", b"\a\b\f\v", b"\0\1\12\123")
try:
    print(format(b"abc", ">10"))
except TypeError as e:
    print(e)
try:
    print(f"{bytearray(b'abc'):5}")
except TypeError as e:
    print(e)
print(ascii(b"\xe9"), ascii("é".encode()))
class B(bytes):
    pass
class BA(bytearray):
    pass
print(B(b"sub"), BA(b"sub"), repr(B(b"x")), str(BA(b"y")))
class C(bytes):
    def __repr__(self):
        return "C<%s>" % self.hex()
print(C(b"az"), [C(b"\x01")], str(C(b"1")))
for i in range(0, 256, 15):
    print(repr(bytes([i])), end=" ")
print()
print(len(repr(bytes(range(256)))))
