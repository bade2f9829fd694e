"""Classes that behave like files, from the base classes of io."""
import contextlib
import io


def told(function, *args):
    try:
        return function(*args)
    except (OSError, ValueError, AttributeError, NotImplementedError) as error:
        return "%s: %s" % (type(error).__name__, error)


class Shout(io.TextIOBase):
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text.upper())
        return len(text)


shout = Shout()
with contextlib.redirect_stdout(shout):
    print("hello", 1)
shout.writelines(["a", "b"])
print(shout.parts)
print(shout.closed, shout.readable(), shout.writable(), shout.seekable(), shout.isatty(), shout.encoding)
print(told(shout.read), told(shout.readline), told(shout.tell), told(shout.fileno), told(shout.truncate))
with shout as same:
    print(same is shout)
print(shout.closed, told(shout.flush), told(shout.writelines, []), told(iter, shout), told(shout.write, "late"))
print(sorted(vars(shout)))


class Drops(io.RawIOBase):
    """Hands out its bytes as slowly as asked."""

    def __init__(self, data):
        self.data = data

    def readable(self):
        return True

    def readinto(self, space):
        count = min(len(space), len(self.data))
        space[:count] = self.data[:count]
        self.data = self.data[count:]
        return count


print(list(Drops(b"one\ntwo\nthree")), Drops(b"four\nfive").readline(), Drops(b"six").read())
print(Drops(b"seven").read(2), Drops(b"a\nbb\nccc\n").readlines(2), told(Drops(b"").write, b"x"))


class Door(io.IOBase):
    def close(self):
        print("closing", self.closed)
        super().close()


with Door():
    print("inside")
door = Door()
door.close()
door.close()
del door
Door()
print(isinstance(shout, io.IOBase), isinstance(io.StringIO(), io.TextIOBase), [c.__name__ for c in Shout.__mro__])
print(told(io.IOBase().readlines), told(io.BufferedIOBase().read), told(io.TextIOBase().write, ""))
