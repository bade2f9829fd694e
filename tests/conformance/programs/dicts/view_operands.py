def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
k = {1: 2}.keys(); i = {1: 2}.items(); F = frozenset({1}); S = {1}
for a in (k, i):
    for b in (F, S, [1], [(1, 2)], k, i, int, 5, frozenset({(1, 2)})):
        t(lambda: a & b); t(lambda: b & a); t(lambda: a | b); t(lambda: b | a); t(lambda: a - b); t(lambda: b - a); t(lambda: a ^ b); t(lambda: b ^ a)
