# Printing tables of bytes
print("dec hex oct bin      chr repr")
for b in (0, 9, 10, 32, 48, 65, 97, 126, 127, 128, 255):
    one = bytes([b])
    print(f"{b:3d} {b:02x}  {b:03o} {b:08b} {chr(b) if 32 <= b < 127 else '.'}   {one!r}")
morse = {b"a": b".-", b"b": b"-...", b"s": b"...", b"o": b"---"}
def to_morse(msg): return b" ".join(morse.get(msg[i:i + 1], b"?") for i in range(len(msg)))
print(to_morse(b"sos"), to_morse(b"box"), {v: k for k, v in morse.items()}[b"..."])
table = [b"name|qty|price", b"apple|3|1.25", b"kiwi|12|0.4", b"melon||2"]
header, *rows = [line.split(b"|") for line in table]
records = [dict(zip((h.decode() for h in header), r)) for r in rows]
print(records)
total = 0
for r in records:
    try:
        cost = int(r["qty"]) * float(r["price"])
        total += cost
        print(r["name"].decode().ljust(8, "."), r["qty"].decode().rjust(3), "%6.2f" % cost)
    except ValueError as e:
        print(r["name"].decode(), "skipped:", e)
print(b"total".rjust(12, b"_") + b"%8.2f" % total, b"%-8s|%8s|" % (b"left", b"right"), b"=".center(9, b"="), b"x".center(4), b"x".center(5, b"*"), b"12".zfill(5), b"+7".zfill(4), b"".zfill(2), b"abc".ljust(2), b"\xff".rjust(3, b"\x00"))
print(b"\t".expandtabs(), b"a\tbc\td".expandtabs(4), b"a\n\tb".expandtabs(2), b"\t\t".expandtabs(0), b"ab\t".expandtabs(tabsize=3))
print(b"Hello World".title(), b"hELLO wORLD".capitalize(), b"it's 3rd-rate".title(), b"ABC\xc4".lower(), b"abc\xe4".upper(), b"aB1".swapcase(), b"A B".istitle(), b"Ab".istitle(), b"ab".islower(), b"a1".islower(), b"1".islower(), b"A\xff".isupper(), b" \x0b".isspace(), b"\x1c".isspace(), b"\x85".isspace(), b"12".isdigit(), b"1.2".isdigit(), b"\xb2".isdigit(), b"a1".isalnum(), b"a_".isalnum())
print(b"a,b;c".replace(b",", b";").split(b";"), b"k1=v1&k2=v2&k3".split(b"&"), [kv.partition(b"=")[::2] for kv in b"k1=v1&k2".split(b"&")], b"one  two".split(), b"one  two".split(b" "), b" x ".split(), b"a b c".rsplit(maxsplit=1), b"a--b--c".rsplit(b"--", 1), b"path/to/file.tar.gz".rpartition(b"/")[2].split(b".", 1), b"line1\r\nline2\rline3\n".splitlines(), b"line1\n\n".splitlines(keepends=True))
print(b"abcabc".index(b"c"), b"abcabc".index(b"c", 3), b"abcabc".rindex(b"a"), b"abcabc".find(b"c", -3), b"abcabc".find(b"x"), b"abcabc".count(b"abc"), b"aaaa".count(b"aa"), b"abc".count(b""), b"".find(b""), b"abc".find(b"", 5), b"abc".rfind(b""), b"abc".endswith(b"bc", 1), b"abc".endswith((b"x", b"c")), b"abc".startswith(b"", 4))
for bad in (lambda: b"abc".index(b"x"), lambda: b"abc".rindex(b"a", 1), lambda: b"abc".index("a"), lambda: b"abc".index(300), lambda: b"a".center(), lambda: b"a".center("5"), lambda: b"a".zfill(), lambda: b"a".ljust(5, b""), lambda: b"a".ljust(5, "x"), lambda: b"a".expandtabs("x"), lambda: b"a".split(b"b", "1"), lambda: b"a".replace(b"a"), lambda: b"a".replace(b"a", "b"), lambda: b"a".replace(b"a", b"b", None), lambda: b"a".startswith(), lambda: b"a".startswith(1), lambda: b"a".startswith(("a",)), lambda: b"a".partition(), lambda: b"a".partition("a"), lambda: b"a".strip(1), lambda: b"a".strip("a"), lambda: b"a".join(5), lambda: b"a".join([b"b", 5]), lambda: b"a".join("ab"), lambda: b"a".splitlines(1, 2), lambda: b"a".upper(1), lambda: b"a".translate(b"x"), lambda: b"a".translate(), lambda: b"a".decode("ascii", "strict", 1)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
