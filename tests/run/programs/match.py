class P:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x = x; self.y = y
def f(v):
    match v:
        case 0: return 'zero'
        case 1 | 2: return 'one-two'
        case 'a' as s: return s
        case None: return 'none'
        case True: return 'true'
        case [a]: return ('one', a)
        case [a, b]: return ('two', a, b)
        case [a, *rest]: return ('rest', a, rest)
        case {'k': v, **r}: return ('map', v, r)
        case {'z': 1}: return 'z1'
        case P(0, y=q): return ('P0', q)
        case P(x, y) if x == y: return ('eq', x)
        case P(x=a): return ('P', a)
        case int(n): return ('int', n)
        case str() | float(): return 'strfloat'
        case _: return 'other'
for v in [0, 1, 2, 'a', None, True, [1], (1, 2), [1, 2, 3], {'k': 1, 'q': 2}, {'z': 1}, P(0, 5), P(2, 2), P(1, 2), 77, 'zz', 1.5, {1}, b'a', range(2)]:
    print(f(v))
try:
    match P(1, 2):
        case P(1, 2, 3): pass
except TypeError as e: print(e)
try:
    match 5:
        case int(1, 2): pass
except TypeError as e: print(e)
