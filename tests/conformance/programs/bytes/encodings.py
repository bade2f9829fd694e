text = "Ünïcödé – €5, 日本"
for enc in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32-le", "utf-8-sig"):
    data = text.encode(enc)
    print(enc, len(data), data[:8], data.decode(enc) == text)

for enc in ("ascii", "latin-1", "cp1252", "iso8859-15"):
    for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace"):
        try:
            print(enc, errors, text.encode(enc, errors))
        except UnicodeEncodeError as e:
            print(enc, errors, e)
            print("   ", e.encoding, e.start, e.end, e.reason, ascii(e.object[e.start:e.end]))

samples = [b"caf\xc3\xa9", b"caf\xe9", b"\xff\xfe", b"\xc3", b"\xe2\x82", b"\xed\xa0\x80", b"ok\x80ok", b"\xf0\x9f\x98\x80"]
for s in samples:
    for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
        try:
            print(s, errors, ascii(s.decode("utf-8", errors)))
        except UnicodeDecodeError as e:
            print(s, errors, e, e.start, e.end, e.reason)
try:
    b"abc".decode("no-such-codec")
except LookupError as e:
    print("LookupError", e)
try:
    "abc".encode("utf-8", "no-handler")
    "abcé".encode("ascii", "no-handler")
except LookupError as e:
    print("LookupError", e)
print("a\udc80b".encode("utf-8", "surrogateescape"))
print("a\ud800".encode("utf-8", "surrogatepass"))
print(str(b"caf\xc3\xa9", "utf-8"), str(bytearray(b"abc"), encoding="ascii"), str(b"abc"))
print(bytes("é", "utf-8"), bytes("é", "latin-1"), bytearray("é", "utf-16-le"))
try:
    bytes("é")
except TypeError as e:
    print(e)
try:
    str(5, "utf-8")
except TypeError as e:
    print(e)
