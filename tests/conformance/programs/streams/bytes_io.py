"""io.BytesIO, as far as it goes without files."""
import io


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


b = io.BytesIO(b"ab\ncd")
show(lambda: b.read(1))
show(lambda: b.readline())
show(lambda: b.read1())
show(lambda: b.seek(0))
show(lambda: b.write(b"ZZ"))
show(lambda: b.getvalue())
show(lambda: b.write("a"))
show(lambda: b.write(1))
show(lambda: b.seek(1,1))
show(lambda: b.seek(-1,2))
show(lambda: b.read())
show(lambda: b.seek(-5))
show(lambda: b.seek(0, 7))
show(lambda: b.truncate(2))
show(lambda: b.getvalue())
show(lambda: b.truncate(-1))
show(lambda: b.writelines([b'a', b'b']))
show(lambda: b.getvalue())
show(lambda: b.seek(6))
show(lambda: b.write(b'!'))
show(lambda: b.getvalue())
show(lambda: b.readinto(bytearray(2)))
b.seek(0)
ba = bytearray(3)
show(lambda: (b.readinto(ba), ba))
show(lambda: b.readlines())
show(lambda: io.BytesIO("a"))
show(lambda: io.BytesIO(1))
show(lambda: io.BytesIO(None).getvalue())
show(lambda: io.BytesIO(bytearray(b'q')).getvalue())
show(lambda: b.mode)
show(lambda: b.name)
show(lambda: b.close())
show(lambda: b.read())
show(lambda: b.write(b''))
