print(b"%s and %s" % (b"one", b"two"))
print(b"%d %i %u %5d|%-5d|%05d|%+d" % (1, 2, 3, 4, 5, 6, 7))
print(b"%x %X %#x %o %#o %08x" % (255, 255, 255, 8, 8, 48879))
print(b"%f %.2f %e %g %10.3f|" % (1.5, 2.345, 12345.678, 0.0001, 3.14159))
print(b"%c%c%c" % (72, b"i", bytearray(b"!")))
print(b"%b|%10b|%-10b|%.2b" % (b"abc", b"abc", b"abc", b"abc"))
print(b"%r %a" % ("text", b"bytes"), b"100%%" % ())
print(b"%(name)s is %(age)d" % {b"name": b"Ada", b"age": 36})
print(bytearray(b"%d items") % 3, type(bytearray(b"%d") % 1))
print(b"%*d|%-*d|%.*f" % (5, 42, 5, 42, 2, 2.71828))
class Thing:
    def __bytes__(self):
        return b"thing"
print(b"<%s>" % Thing(), b"<%b>" % (Thing(),))

def bad(fmt, arg):
    try:
        print(fmt % arg)
    except Exception as e:
        print(fmt, arg, type(e).__name__ + ":", e)

bad(b"%s", "text")
bad(b"%b", 5)
bad(b"%d", "5")
bad(b"%d", b"5")
bad(b"%d", 2.7)
bad(b"%x", 2.5)
bad(b"%c", 256)
bad(b"%c", -1)
bad(b"%c", b"ab")
bad(b"%c", "a")
bad(b"%s %s", (b"one",))
bad(b"%s", (b"a", b"b"))
bad(b"no format", b"x")
bad(b"%y", 1)
bad(b"%", 1)
bad(b"%(k)s", {"k": b"v"})
bad(b"%(k)s", 3)
bad(b"%f", "x")
bad(b"%f", b"1.0")
