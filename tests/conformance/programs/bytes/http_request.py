# parsing an HTTP request from bytes
raw = (b"GET /index.html?lang=de&x=%C3%A9 HTTP/1.1\r\n"
       b"Host: example.org\r\n"
       b"User-Agent: demo/1.0\r\n"
       b"Accept: text/html, */*;q=0.8\r\n"
       b"Content-Length: 11\r\n"
       b"\r\n"
       b"hello\r\nworld")
head, sep, body = raw.partition(b"\r\n\r\n")
request, *lines = head.split(b"\r\n")
method, target, version = request.split()
headers = {}
for line in lines:
    name, _, value = line.partition(b":")
    headers[name.strip().lower().decode("ascii")] = value.strip().decode("latin-1")
print(method, target, version)
for k in sorted(headers):
    print(f"{k:>15} = {headers[k]}")
print(body, len(body), body.splitlines())

def unquote(b):
    out = bytearray()
    i = 0
    while i < len(b):
        if b[i:i + 1] == b"%":
            out.append(int(b[i + 1:i + 3], 16))
            i += 3
        else:
            out.append(b[i])
            i += 1
    return out.decode("utf-8")
path, _, query = target.partition(b"?")
print(path, dict(tuple(unquote(p) for p in kv.split(b"=")) for kv in query.split(b"&")))
print(b"a,b,,c,".split(b","), b",".split(b","), b"".split(b","), b"".split(), b"  ".split(), b" a  b ".split(b" "))
print(b"a,b,c".rsplit(b",", 1), b"a,b,c".split(b",", -1), b"a,b,c".split(b",", maxsplit=1), b"a b c d".split(None, 2))
print(b"1\x0b2\x0c3\x1c4\x855".splitlines(), b"a\n\nb".splitlines(), b"".splitlines(), b"\n".splitlines(keepends=True))
print(bytearray(b"k=v").split(b"="), bytearray(b"k=v").partition(b"="), b"aXbXc".split(bytearray(b"X")))
print(b"aaa".replace(b"a", b"bb", 2), b"aaa".count(b"aa"), b"abcabc".rfind(b"abc", 0, -1), b"x".replace(b"y", b""))
status = b"HTTP/1.1 404 Not Found".split(b" ", 2)
code = int(status[1])
if code >= 400:
    raise RuntimeError(b"server said " + status[2])
