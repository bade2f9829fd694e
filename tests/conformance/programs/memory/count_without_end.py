import sys

for i in (-6, -5, 0, 255, 256, 257):
    print(i, sys.getrefcount(i))
print(sys.getrefcount(None), sys.getrefcount(True), sys.getrefcount(...))
print(sys.getrefcount(()), sys.getrefcount(""), sys.getrefcount("a"), sys.getrefcount("é"), sys.getrefcount("€"))
name = "identifier"
made = "iden" + str("tifier")
print(sys.getrefcount(name), sys.getrefcount(made), made is name)
print(sys.intern(made) is name, sys.getrefcount(made))
print(sys.getrefcount("a" * 5), sys.getrefcount("a" * 5000))
print(sys.getrefcount(range(5)), sys.getrefcount(slice(1)), sys.getrefcount(2.5 * 2))
