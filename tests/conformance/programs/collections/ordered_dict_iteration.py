# Changing an OrderedDict while it is iterated over.
from _collections import OrderedDict


for n,op in [('add',lambda o:o.__setitem__(9,9)),('del',lambda o:o.pop(3)),('move',lambda o:o.move_to_end(1)),('set',lambda o:o.__setitem__(3,0)),('clear',lambda o:o.clear()),('addel',lambda o:(o.__setitem__(9,9),o.pop(9)))]:
    for it in (lambda o:o,lambda o:o.items(),reversed):
        o=OrderedDict([(1,2),(3,4),(5,6)]); l=[]
        try:
            for k in it(o):
                l.append(k)
                if len(l)==1: op(o)
                if len(l)>8: break
            print(n,l)
        except BaseException as e: print(n,type(e).__name__,e,l)
