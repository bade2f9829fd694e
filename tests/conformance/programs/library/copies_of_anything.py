import copy
for x in (iter([1, 2, 3]), iter((1, 2)), iter('abc'), iter({1: 2}), iter(range(5)), reversed([1, 2]), enumerate('ab'), zip('ab', 'cd'), map(str, [1, 2]), filter(None, [1, 2]), {1: 2}.keys(), {1: 2}.items(), iter({3}), lambda: 3, len, copy, type, property(), slice(1, 2), (i for i in 'ab'), object(), print, [].append, iter(b'ab'), staticmethod(len), classmethod(len), super(int, 3), int.__add__, 'a'.upper, iter(lambda: 3, 3)):
    for how in (copy.copy, copy.deepcopy):
        try:
            next(x)
        except Exception: pass
        try:
            y = how(x)
            try: print(type(x).__name__, list(y), y is x)
            except TypeError: print(type(x).__name__, type(y).__name__, y is x)
        except Exception as e: print(type(x).__name__, how.__name__, type(e).__name__, str(e)[:60])
