import sys
words = ["plain", "café", "Straße", "日本語", "😀 ok", "e\u0301", ""]
for w in words:
    u8, u16, u32 = w.encode(), w.encode("utf-16-le"), w.encode("utf-32-le")
    print(ascii(w), len(w), len(u8), len(u16), len(u32), u8, [hex(ord(c)) for c in w][:3])
    for enc in ("ascii", "latin-1", "cp1252", "cp437", "koi8-r", "utf-16", "utf_8_sig", "UTF8", "Latin1", "iso-8859-1", "us-ascii", "mac_roman"):
        try: b = w.encode(enc); print(enc, b, b.decode(enc) == w, end="; ")
        except UnicodeEncodeError as e: print(enc, e.reason, e.start, e.end, end="; ")
    print()
print("mojibake:", "é".encode().decode("latin-1"), "â‚¬".encode("cp1252").decode("utf-8"), "ñ".encode("latin-1").decode("cp437"))
for b in (b"\x80", b"caf\xe9 au lait", b"\xe2\x82", b"\xf0\x9f\x98", b"ok \xc0\xaf", b"\xf5abc", b"\xed\xa0\x80", b"a\x81b"):
    for enc in ("utf-8", "ascii", "cp1252"):
        for errors in ("strict", "replace", "ignore", "backslashreplace"):
            try: print(ascii(b.decode(enc, errors)), end=" ")
            except UnicodeDecodeError as e: print("[%s]" % e, end=" ")
    print()
for b in (b"\xff\xfea\0", b"\xfe\xff\0a", b"a\0", b"a", b"\x00\xd8", b"\x3d\xd8\x00\xde", b"\x00\xd8a\0"):
    for enc in ("utf-16", "utf-16-le", "utf-16-be"):
        try: print(ascii(b.decode(enc)), end=" ")
        except UnicodeDecodeError as e: print("<%s>" % e, end=" ")
    print()
try: "x\udcffy".encode()
except UnicodeEncodeError as e: print(e, e.args[0], ascii(e.object), e.start, e.end, e.reason)
for bad in (lambda: "a".encode("utf-9"), lambda: b"a".decode("rot13x"), lambda: "a".encode(None), lambda: "a".encode(5), lambda: b"a".decode(errors=5), lambda: "é".encode("ascii", "nope"), lambda: b"\xff".decode("utf-8", "nope"), lambda: "a".encode("utf-8", "nope"), lambda: str(b"a", "ascii", "strict", 1), lambda: "é".encode(encoding="ascii"), lambda: b"\xc3\xa9".decode().encode("latin-1")):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
e = UnicodeDecodeError("utf-8", b"abc", 1, 2, "custom reason"); print(e, e.object, e.args)
try: UnicodeDecodeError("utf-8")
except TypeError as x: print(x)
b"\xe9t\xe9".decode("utf-8")
