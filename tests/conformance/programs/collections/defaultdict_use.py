# What a defaultdict does and complains of.
from _collections import defaultdict, OrderedDict
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
class D(defaultdict): pass
class O(OrderedDict): pass
dd=lambda: defaultdict(list,a=1)
od=lambda: OrderedDict([(1,2),(3,4)])
class M(dict):
    def __missing__(self,k): return k*2
class M2(defaultdict):
    def __missing__(self,k): return 'm'+str(k)
i=lambda d,k: d[k]
def deld(d,k): del d[k]; return d
def seq(d,*fs):
    for f in fs: f(d)
    return d

for f in [
    lambda:defaultdict(3),
    lambda:defaultdict(),
    lambda:defaultdict(None),
    lambda:defaultdict(int,1),
    lambda:defaultdict(int,[(1,2)],x=3),
    lambda:defaultdict(int,{},{}),
    lambda:i(defaultdict(),5),
    lambda:i(defaultdict(None),'x'),
    lambda:i(dd(),'b'),
    lambda:i(dd(),[]),
    lambda:dd(),
    lambda:dd().copy(),
    lambda:D(int).copy(),
    lambda:D(int,a=1),
    lambda:dd().__copy__(),
    lambda:dd().default_factory,
    lambda:seq(dd(),lambda d:setattr(d,'default_factory',int),lambda d:d['z']),
    lambda:dd().__missing__('q'),
    lambda:dd().__missing__(),
    lambda:dd().get('zz'),
    lambda:dd()==dict(a=1),
    lambda:dd().fromkeys('ab'),
    lambda:defaultdict.fromkeys('ab',1),
    lambda:dd()|{'b':2},
    lambda:{'b':2}|dd(),
    lambda:dd()|3,
    lambda:dd()|D(int,c=2),
    lambda:D(int,c=2)|dd(),
    lambda:dd().foo,
    lambda:setattr(dd(),'foo',1),
    lambda:hash(dd()),
    lambda:dd()<{},
    lambda:defaultdict(lambda:1/0)[3],
    lambda:M()[4],
    lambda:M().get(4),
    lambda:M2(int)[3],
    lambda:type(dd().items()),
    lambda:'b' in dd(),
    lambda:dd().setdefault('k',3),
    lambda:dd().pop('zz'),
    lambda:dd().__reduce__()[:3],
    lambda:dd().__init__(3),
    lambda:defaultdict(foo=3),
    lambda:defaultdict(default_factory=int),
    lambda:defaultdict.default_factory,
    lambda:defaultdict.__missing__,
    lambda:defaultdict,
    lambda:seq(defaultdict(list),lambda d:d['x'].append(d)),
    lambda:seq(defaultdict(lambda:defaultdict(int)),lambda d:d[1].__setitem__(2,3),lambda d:d[1][5]) and 1,
    lambda:defaultdict(int,{1:2}).__repr__(),
    lambda:seq(defaultdict(),lambda d:setattr(d,'default_factory',d)),
]:
    t(f)
