def t(f):
    try: print(repr(f())[:100])
    except Exception as e: print(type(e).__name__, str(e)[:150])
t(lambda: '{0!'.format(1)); t(lambda: '{0!'.format()); t(lambda: '{!'.format(1)); t(lambda: '{0!r'.format(1)); t(lambda: 'a{0!'.format(1))
t(lambda: '{99999999999999999999}'.format(1)); t(lambda: '{0[99999999999999999999]}'.format([1]))
t(lambda: complex('1__0')); t(lambda: complex('1_')); t(lambda: complex('_1')); t(lambda: complex('1_000')); t(lambda: complex('1_.5')); t(lambda: complex('1x'))
t(lambda: bytes('a', errors='strict')); t(lambda: bytearray('a', errors='strict')); t(lambda: bytes(b'a', errors='strict')); t(lambda: bytes(errors='x'))
class Num:
    def __index__(self): return 2
t(lambda: int(Num())); t(lambda: chr(Num())); t(lambda: 'a\nb'.splitlines(Num())); t(lambda: Num() in b'ab'); t(lambda: '%c' % Num()); t(lambda: 'ab'.expandtabs(Num())); t(lambda: 'a'.center(Num())); t(lambda: sum([1], start=Num()) if 0 else 1); t(lambda: round(2.5, Num())); t(lambda: hex(Num())); t(lambda: [1,2,3][Num()]); t(lambda: float(Num())); t(lambda: complex(Num()))
t(lambda: range(10**30)[10**25]); t(lambda: range(3)(1) if 0 else 2)
t(lambda: (2.5).__pow__('a', 'b')); t(lambda: (2.5).__rpow__('a', 'b')); t(lambda: int.__eq__('a', 'b') if 0 else 3)
t(lambda: type('a', maxsplit=1)); t(lambda: type(x=1)); t(lambda: type('a', (), x=1)); t(lambda: type('a', None, {})); t(lambda: type(None, (), {})); t(lambda: type(1, 2, 3, 4))
t(lambda: int('x' * 3, base=10**30)); t(lambda: int(5, 10)); t(lambda: int(1, 10**20)); t(lambda: int('12', None))
t(lambda: bytearray(b'ab').__setitem__(10**20, 5)); t(lambda: bytearray(b'ab').__setitem__(slice(0, 1), 5))
def g():
    yield 1
def s():
    x = g(); x.__name__ = 'n'; return x.__name__
t(s)
def s2():
    x = g(); x.__name__ = 5
t(s2)
def s3():
    x = g(); del x.__name__
t(s3)
t(lambda: enumerate(start=1)); t(lambda: str(1, 2, 3, 4))
