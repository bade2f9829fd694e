"""Halves of surrogate pairs: str has them, UTF-8 and the standard output do not."""
s = 'a\ud800b'
print(len(s), ascii(s), repr(s), s[1] == '\ud800', s.encode('utf-8', 'surrogatepass'), s.encode('utf-8', 'replace'), s.encode('utf-8', 'backslashreplace'))
try:
    print(s)
except UnicodeEncodeError as e:
    print(type(e).__name__, e, e.start, e.end, e.reason, e.encoding)
try:
    print('x', s, 'y')
except UnicodeEncodeError as e:
    print(e)
print([s], {'k': s}, '\ud83d\ude00' == '😀', len('\ud83d\ude00'), '\ud83d' + '\ude00' == '\U0001f600')
print('%s|%r' % ('x', s), f'{s!r} {s!a}', s.upper().encode('utf-16-le', 'surrogatepass'), sorted(['\uffff', '\ud800', '\U00010000']) == ['\ud800', '\uffff', '\U00010000'])
for f in (lambda: s.encode(), lambda: s.encode('latin-1'), lambda: s.encode('utf-16'), lambda: '\ud83d\ude00'.encode(), lambda: b'\xed\xa0\x80'.decode(), lambda: b'\xed\xa0\x80'.decode('utf-8', 'surrogatepass') == '\ud800', lambda: b'ab\xff'.decode('utf-8', 'surrogateescape') == 'ab\udcff', lambda: 'ab\udcff'.encode('utf-8', 'surrogateescape'), lambda: s.isalpha(), lambda: s.isprintable(), lambda: ord(s[1]), lambda: chr(0xdfff) == '\udfff', lambda: s.center(7, '\udc00') == '\udc00\udc00a\ud800b\udc00\udc00', lambda: s.find('\ud800'), lambda: s.split('\ud800'), lambda: hash(s) == hash('a\ud800b'), lambda: {s: 1}[s], lambda: int('\ud800'), lambda: '\ud800'.join('ab') == s[:2] + 'b' , lambda: s.replace('\ud800', '-'), lambda: s[::-1] == 'b\ud800a', lambda: '\ud800' < '\uffff', lambda: max('\ud800', 'a') == '\ud800', lambda: s.casefold() == s, lambda: '%c' % 0xd800 == '\ud800', lambda: 'q'.translate({113: 0xd800}) == '\ud800'):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print('end')
import sys
sys.stdout.write("\ud800\n")
