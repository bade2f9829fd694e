# What an OrderedDict does and complains of.
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
    lambda:OrderedDict(),
    lambda:od(),
    lambda:O([(1,2)]),
    lambda:OrderedDict(a=1,b=2),
    lambda:OrderedDict(1),
    lambda:OrderedDict([1]),
    lambda:OrderedDict({},{}),
    lambda:od().move_to_end(1),
    lambda:seq(od(),lambda o:o.move_to_end(1)),
    lambda:seq(od(),lambda o:o.move_to_end(3,last=False)),
    lambda:seq(od(),lambda o:o.move_to_end(3,False)),
    lambda:od().move_to_end(9),
    lambda:od().move_to_end(),
    lambda:od().move_to_end(1,2,3),
    lambda:od().move_to_end(1,foo=2),
    lambda:od().popitem(),
    lambda:od().popitem(False),
    lambda:od().popitem(last=False),
    lambda:OrderedDict().popitem(),
    lambda:od().popitem(1,2),
    lambda:od().popitem(foo=1),
    lambda:od().pop(1),
    lambda:od().pop(9),
    lambda:od().pop(9,4),
    lambda:od().pop(9,default=4),
    lambda:od().pop(),
    lambda:od().pop(1,2,3),
    lambda:od().setdefault(9),
    lambda:od().setdefault(9,3),
    lambda:od().setdefault(9,default=3),
    lambda:od().setdefault(),
    lambda:list(reversed(od())),
    lambda:list(reversed(od().items())),
    lambda:list(reversed(od().values())),
    lambda:od().keys(),
    lambda:od().items(),
    lambda:od().values(),
    lambda:type(od().keys()),
    lambda:type(od().items()),
    lambda:type(iter(od())),
    lambda:type(iter(od().values())),
    lambda:type(reversed(od())),
    lambda:od()==OrderedDict([(3,4),(1,2)]),
    lambda:od()=={3:4,1:2},
    lambda:{3:4,1:2}==od(),
    lambda:od()!=OrderedDict([(3,4),(1,2)]),
    lambda:od()==od(),
    lambda:od()==3,
    lambda:od()<od(),
    lambda:hash(od()),
    lambda:od().copy(),
    lambda:O([(1,2)]).copy(),
    lambda:od().fromkeys([1,2],3),
    lambda:O.fromkeys('ab'),
    lambda:OrderedDict.fromkeys(),
    lambda:OrderedDict.fromkeys(iterable='ab',value=3),
    lambda:od()|{5:6},
    lambda:{5:6}|od(),
    lambda:od()|3,
    lambda:od().__ior__([(7,8)]),
    lambda:O()|od(),
    lambda:deld(od(),1),
    lambda:deld(od(),9),
    lambda:seq(od(),lambda o:o.update({1:9,7:8})),
    lambda:od().clear(),
    lambda:seq(od(),lambda o:o.clear()),
    lambda:len(od()),
    lambda:bool(OrderedDict()),
    lambda:1 in od(),
    lambda:od()[9],
    lambda:od().get(9),
    lambda:seq(od(),lambda o:o.__setitem__(1,5)),
    lambda:seq(od(),lambda o:setattr(o,'x',1)).x,
    lambda:seq(od(),lambda o:setattr(o,'x',1)),
    lambda:od().__dict__,
    lambda:seq(od(),lambda o:o.__setitem__(5,o)),
    lambda:OrderedDict.move_to_end,
    lambda:OrderedDict.__repr__,
    lambda:O.__mro__,
    lambda:od().__class__,
    lambda:dict(od()),
    lambda:list(od()),
    lambda:max(od()),
    lambda:{**od()},
    lambda:od().update(1),
    lambda:od().update(1,2),
    lambda:OrderedDict.update(),
]:
    t(f)
