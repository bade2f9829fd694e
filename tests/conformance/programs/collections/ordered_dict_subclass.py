# Which methods of a class an OrderedDict calls itself.
from _collections import OrderedDict


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


class L(OrderedDict):
    def __setitem__(s,k,v): print('set',k); super().__setitem__(k,v)
    def __delitem__(s,k): print('del',k); super().__delitem__(k)
    def __getitem__(s,k): print('get',k); return super().__getitem__(k)
    def __missing__(s,k): return 'miss'
x=L([(1,2),(3,4)]); x.update(a=1); x.pop(1); t(lambda:x[77]); x.setdefault('q',5); x.popitem(); x.move_to_end(3); print(x,x.copy()); x.pop('zz',0); t(lambda:x.pop('zz')); del x['a']
