# Who holds what is compared or shown while __eq__ and __repr__ run.
from sys import getrefcount as rc
log = []
class A:
    def __eq__(self, o): log.append(('eq', rc(self), rc(o))); return False
    def __repr__(self): log.append(('repr', rc(self))); return 'A'
    def __hash__(self): return 1
def show(name):
    print(name, log)
    log.clear()
a = A(); b = A(); l = [b]; t = (b,); s = {b}; d = {b: b}
a in l; show('in list'); a in t; show('in tuple'); l.index(b); l.count(a); show('lcount'); t.count(a); show('tcount')
try: l.index(a)
except ValueError: show('index')
try: t.index(a)
except ValueError: show('tindex')
try: l.remove(a)
except ValueError: show('lremove')
a in s; show('in set'); a in d; show('in dict'); a in d.values(); show('in values'); a in d.keys(); show('keys'); (a, b) in d.items(); show('items'); (b, a) in d.items(); show('items2')
l == [a]; show('l=='); t == (a,); show('t=='); d == {b: a}; show('d=='); l != [a]; show('l!='); s == {a}; show('s==')
import collections
q = collections.deque([b]); a in q; show('in deque'); q.count(a); show('qcount')
l2 = [b, a]; l2.remove(a); show('remove2'); a in iter([b]); show('in iter'); a in (x for x in l); show('in gen')
repr(l); show('repr list'); repr(t); show('repr tuple'); repr(s); show('repr set'); repr(d); show('repr dict'); repr(q); show('repr deque'); repr(d.items()); show('repr items')
str([l, t]); show('str nested'); '%s' % l; show('% list'); '%r' % (a,); show('%r'); '{!r}'.format(a); show('!r'); f'{a!r}'; show('f'); f'{l}'; show('f list'); ascii(a); show('ascii'); print(a); show('print'); '%s' % a; show('%s')
from operator import eq
eq(a, b); show('eq()'); A.__eq__(a, b); show('A.__eq__'); a.__eq__(b); show('a.__eq__'); a != b; show('!=')
