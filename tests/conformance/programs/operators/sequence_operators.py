seqs = [[1, 2], (1, 2), "12", range(1, 3), b"12", bytearray(b"12")]
import operator
for op in (operator.add, operator.mul, operator.lt, operator.eq, operator.contains, operator.sub, operator.concat, operator.iadd):
    for a in seqs:
        for b in seqs + [2, None, 1.5]:
            try:
                r = op(a[:] , b)
            except Exception as e:
                r = type(e).__name__ + ": " + str(e)
            print(op.__name__, type(a).__name__, type(b).__name__, r)
for s in seqs:
    for i in (0, -1, 2, "a", 1.0, None, slice(0, 1), True):
        try: r = s[i]
        except Exception as e: r = type(e).__name__ + ": " + str(e)
        print(type(s).__name__, i, r)
    try: s[0] = 1; print(s)
    except Exception as e: print(e)
    try: del s[0]; print(s)
    except Exception as e: print(e)
    try: print(-s)
    except Exception as e: print(e)
    try: print(s())
    except Exception as e: print(e)
    try: print(s.nope)
    except Exception as e: print(e)
    try: s.x = 1
    except Exception as e: print(e)
    try: print(s(1), s[1](2))
    except Exception as e: print(e)
    for f in (int, float, complex, abs, round, chr, ord, len, sum, max, hash, iter, next, id, bool, list, tuple, set, str, hex, divmod, callable, sorted, reversed, enumerate, dict):
        try: r = f(s)
        except Exception as e: r = type(e).__name__ + ": " + str(e)
        if f in (id, iter, reversed, enumerate, hash): r = type(r).__name__ if not isinstance(r, str) else r
        print(f.__name__, type(s).__name__, r)
x = [1]; x *= 3; x += (4, 5); x += "a"; x += {"k": 1}; print(x)
for v in (5, None):
    try: x += v
    except TypeError as e: print(e)
try: x *= "a"
except TypeError as e: print(e)
try: x -= [1]
except TypeError as e: print(e)
t = (1,); t += (2,); t *= 2; print(t)
try: t += [3]
except TypeError as e: print(e)
