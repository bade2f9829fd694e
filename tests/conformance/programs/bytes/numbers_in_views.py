"""Numbers are read from whatever shows bytes."""


def told(function, *args):
    try:
        return repr(function(*args))
    except (TypeError, ValueError) as error:
        return "%s: %s" % (type(error).__name__, error)


line = bytearray(b"x=120;y=-7.5")
view = memoryview(line)
print(int(view[2:5]), float(view[2:5]), float(view[8:]))
line[2:5] = b"045"
print(int(view[2:5]))
for text in b"12", b" 12\n", b"1_000", b"twelve", b"", b"0x10":
    print(text, told(int, memoryview(text)), told(int, bytearray(text)), told(int, memoryview(text), 16))
view.release()
print(told(int, view))
print(told(float, view))
