# A memoryview looks at the bytes of another object.
data = bytearray(b"0123456789")
view = memoryview(data)
print(len(view), view[0], view[-1], view[2:5].tobytes(), view.readonly)
view[0] = ord("X")
view[1:3] = b"YZ"
print(data)
part = view[4:8]
part[0] = 42
print(data, bytes(part), list(part), part.tolist(), part[::-1].tobytes(), part[1::2].tolist())
print(view.format, view.itemsize, view.nbytes, view.ndim, view.shape, view.strides, view.suboffsets, view.obj is data)
print(view[::3].strides, view[::3].shape, view[::3].contiguous, view[::-2].tobytes(), view.c_contiguous, view.f_contiguous)
with memoryview(data) as m:
    print(sum(m), max(m), min(m), sorted(m)[:3], m == data, data == m, list(reversed(m))[:2])

def attempt(label, f):
    try:
        print(label, f())
    except Exception as e:
        print(label, type(e).__name__, e)

for name in ("tobytes", "tolist", "__len__", "__enter__", "hex"):
    attempt(name, getattr(m, name))
for name in ("format", "nbytes", "obj", "shape", "readonly"):
    attempt(name, lambda: getattr(m, name))
attempt("item", lambda: m[0])
attempt("set", lambda: m.__setitem__(0, 1))
attempt("bytes", lambda: bytes(m))
attempt("list", lambda: list(m))
attempt("equal", lambda: (m == m, m == b"a", m != b"a"))
attempt("hash", lambda: hash(m))
attempt("again", m.release)
print(repr(m).split(" at ")[0], repr(view).split(" at ")[0], type(view))

# --- a bytearray with a view keeps its size ---
for label, f in (("append", lambda: data.append(1)), ("extend", lambda: data.extend(b"ab")), ("pop", lambda: data.pop()), ("insert", lambda: data.insert(0, 1)),
                 ("clear", data.clear), ("remove", lambda: data.remove(57)), ("del", lambda: data.__delitem__(0)), ("del slice", lambda: data.__delitem__(slice(0, 2))),
                 ("iadd", lambda: data.__iadd__(b"x")), ("imul", lambda: data.__imul__(2)), ("slice", lambda: data.__setitem__(slice(0, 1), b"ab")),
                 ("same size", lambda: data.__setitem__(slice(0, 2), b"ab")), ("nothing", lambda: data.extend(b"")), ("reverse", data.reverse),
                 ("missing", lambda: data.remove(200)), ("init", lambda: data.__init__(b"new"))):
    attempt(label, f)
    print(data)
view.release()
attempt("append", lambda: data.append(1))
part.release()
attempt("append", lambda: data.append(33))
del part, view
print(data)

def keep():
    inner = memoryview(data)
    try:
        data.append(63)
    except BufferError as e:
        print(e)
keep()
data.append(63)
print(data)
