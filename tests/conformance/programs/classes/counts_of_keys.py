# Who holds keys, and how often their hash is asked for, while sets and dicts look for them.
from sys import getrefcount as rc
log = []
class C:
    def __hash__(self):
        log.append(rc(self)); return 1
    def __eq__(self, o):
        log.append(('eq', rc(self), rc(o))); return True
r = C(); s = C()
def show(n):
    print(n, log)
    log.clear()
d = {r: 1}; show('{}')
d2 = {r: 1, s: 2}; show('{,}')
d[s] = 2; show('[]=')
u = {r, s}; show('{r,s}')
u = {r}; show('{r}')
u.add(s); show('add')
u = set([r, s]); show('set()')
u = {i for i in (r, s)}; show('setcomp')
e = {i: i for i in (r, s)}; show('dictcomp')
e = dict([(r, 1), (s, 2)]); show('dict list')
e = dict(d); show('dict dict')
f = u | {s}; show('|')
f = u & {s}; show('&')
f = u - {s}; show('-')
f = u ^ {s}; show('^')
f = frozenset((r, s)); show('frozenset')
f = u.copy(); show('copy')
f = u == {r}; show('==')
u.update([r]); show('update')
u.discard(s); show('discard')
u.add(r); u.remove(s); show('remove')
e.update({s: 3}); show('dict update')
e.setdefault(r); show('setdefault')
e.get(s); show('get')
dict.fromkeys([r, s]); show('fromkeys')
f = {**d, s: 1}; show('{**}')
f = {*u, s}; show('{*}')
del e[s]; show('del')
s in d; show('in')
s in u; show('in set')
f = {r} <= {s}; show('<=')
f = {r}.union([s]); show('union')
f = {r}.intersection([s]); show('intersection')
f = {r}.isdisjoint([s]); show('isdisjoint')
f = {r}.difference([s]); show('difference')
f = {r: 1} == {s: 1}; show('dict ==')
import collections
f = collections.defaultdict(list); f[r].append(1); f[s].append(2); show('dd')
m = []
m.extend(rc(m) for i in (1, 2))
print(m)
m = [rc(m) for i in (1,)]
m += (rc(m) for i in (1,))
print(m)
