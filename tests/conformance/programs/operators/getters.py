from operator import itemgetter, attrgetter, methodcaller
import operator
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
d = [{'n':'b','v':2},{'n':'a','v':3}]
print(sorted(d, key=itemgetter('n')), max(d, key=itemgetter('v')), list(map(itemgetter('n','v'), d)))
class P:
    def __init__(s, x, y): s.x, s.y = x, y; s.q = s
    def add(s, a, b=1): return s.x + a + b
p = P(1, 'z')
print(attrgetter('x')(p), attrgetter('x','q.q.y')(p), methodcaller('add', 5)(p), methodcaller('add', 5, b=7)(p))
t(itemgetter(1), [1]); t(itemgetter('a'), {}); 
t(attrgetter, 1); t(attrgetter('a.b'), p); t(attrgetter('x.zz'), p)
t(methodcaller); t(methodcaller, 1); t(methodcaller('nope'), p); t(methodcaller('add'), p); t(methodcaller('upper'), 'abc'); t(methodcaller('x'), p)
print(itemgetter(slice(1,3))([1,2,3,4]), itemgetter(-1, 0)('xyz'))
print(repr(itemgetter(1)), repr(attrgetter('a','b.c')), repr(methodcaller('m')), repr(methodcaller('m', 1, k='v')))
print(type(itemgetter(1)).__name__, itemgetter.__module__, itemgetter)
