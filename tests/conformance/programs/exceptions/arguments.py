def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(repr(r)[:90], '|', str(r)[:60], '|', r.args)
    except Exception as e: print(type(e).__name__, str(e)[:150])
for c in (SyntaxError, IndentationError):
    t(c); t(c, 'a'); t(c, 'a', 'b'); t(c, 'a', 'bcde'); t(c, 'a', (1, 2)); t(c, 'a', 2); t(c, 1, 2); t(c, 'a', None)
    t(c, 'm', ('f', 1, 2, 'text')); t(c, 'm', ('f', 1, 2, 'text', 3, 4)); t(c, 'm', ('f', 1, 2, 'text', 3)); t(c, 'a', 'b', 'c'); t(c, 'm', ['f', 1, 2, 'text'])
    t(c, 'm', ('f', 1, 2)); t(c, 'm', ('f', 1, 2, 't', 3, 4, 5, 6)); t(c, 'ab', b'abcd'); t(c, 'm', {'a': 5}); t(c, None, 1)
    t(c, 'a', {1: 2, 3: 4, 5: 6, 7: 8})
B = BlockingIOError
t(B, 'a', 'b', 1); t(B, 1, 'b', 5); t(B, 'a', 'b', 'c'); t(B, 1, 2, 3, 4); t(B, 1, 2, 3, 4, 5); t(B, 1, 2, 3, 4, 5, 6)
t(OSError, 1, 2, 3, 4); t(OSError, 1, 2, 3, 4, 5); t(OSError, 11, 'x', 5); t(OSError, 'a', 'b', 1)
def w(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
w(lambda: B(1, 'b', 5).characters_written)
w(lambda: B(1, 'b').characters_written)
w(lambda: OSError(1, 'b').characters_written)
def s():
    e = B(1, 'b'); e.characters_written = 7; return e.characters_written
w(s)
def s2():
    e = OSError(1, 'b'); e.characters_written = 'a'
w(s2)
t(UnicodeDecodeError, encoding='a'); t(UnicodeEncodeError, x=1); t(UnicodeTranslateError, x=1)
t(OSError, 4, 'little', signed=True); t(OSError, 1, 2, key=3); t(OSError, x=1); t(PermissionError, 1, 2, x=1)
t(KeyError, x=1); t(ValueError, 1, x=1)
e = ValueError(1); 
w(lambda: e.__init__(x=1))
w(lambda: OSError(2, 'x', 'f').__init__()); 
w(lambda: UnicodeDecodeError('a', b'b', 0, 1, 'c').__init__())
x = UnicodeDecodeError('a', b'b', 0, 1, 'c')
w(lambda: x.__init__(1))
y = OSError(2, 'n', 'f'); w(lambda: y.__init__()); w(lambda: (y.args, str(y), repr(y))); w(lambda: y.__init__(5, 'q')); w(lambda: (y.args, str(y), repr(y)))
z = ImportError('m', name='n', path='p'); w(lambda: z.__init__('k')); w(lambda: (z.args, z.name, z.path, z.msg))
z = ImportError('m', name='n', path='p'); w(lambda: z.__init__()); w(lambda: (z.args, z.name, z.path, z.msg))
z = AttributeError('m', name='n') if hasattr(AttributeError, 'name') else 0; w(lambda: z.__init__('k')); w(lambda: (z.args, z.name, z.obj))
z = SyntaxError('m', ('f', 1, 2, 't')); w(lambda: z.__init__('k')); w(lambda: (z.args, z.filename, z.msg, z.lineno)); w(lambda: z.__init__()); w(lambda: (z.args, z.filename, z.msg))
z = StopIteration(5); w(lambda: z.__init__(7)); w(lambda: (z.args, z.value)); w(lambda: z.__init__()); w(lambda: (z.args, z.value))
z = SystemExit(5); w(lambda: z.__init__()); w(lambda: (z.args, z.code)); w(lambda: z.__init__(1, 2)); w(lambda: (z.args, z.code))
