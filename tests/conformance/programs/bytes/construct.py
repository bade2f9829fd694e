def show(*args, **kw):
    for cls in (bytes, bytearray):
        try:
            r = cls(*args, **kw)
            print(cls.__name__, args, sorted(kw.items()), "->", r)
        except Exception as e:
            print(cls.__name__, args, sorted(kw.items()), "!!", type(e).__name__, e)

show()
show(5)
show(0)
show(-1)
show([1, 2, 3])
show((72, 105))
show({104})
show(range(97, 103))
show(b"abc")
show(bytearray(b"abc"))
show("abc")
show("abc", "ascii")
show("é", "ascii")
show("é", "ascii", "replace")
show("é", encoding="latin-1")
show(source="x", encoding="utf-8")
show([256])
show([-1])
show(["a"])
show([1.0])
show(3.0)
show(None)
show(object)
show(b"abc", "utf-8")
show(errors="strict")
show(encoding="ascii")
show(True)
show([True, False])
show(1, 2)
show(1, 2, 3, 4)
class HasBytes:
    def __bytes__(self):
        return b"from __bytes__"
class BadBytes:
    def __bytes__(self):
        return "nope"
class Idx:
    def __index__(self):
        return 3
print(bytes(HasBytes()))
try:
    bytes(BadBytes())
except TypeError as e:
    print(e)
print(bytes(Idx()), bytes([Idx(), Idx()]))
try:
    print(bytearray(HasBytes()))
except TypeError as e:
    print(e)
