# What a deque does and complains of.
from _collections import deque
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
class N: 
    def __repr__(self): return 'N'
d=lambda *a: deque([1,2,3],*a)
class D(deque): pass

for f in [
    lambda:deque([1],'a'),
    lambda:deque([1],-1),
    lambda:deque([1],foo=3),
    lambda:deque(3),
    lambda:deque(iterable=[1],maxlen=3),
    lambda:deque([1],1.5),
    lambda:deque([1],True),
    lambda:deque([1],10**30),
    lambda:d()['a'],
    lambda:d()[5],
    lambda:d()[0:1],
    lambda:d()[10**30],
    lambda:d().__setitem__(9,1),
    lambda:d().__delitem__(9),
    lambda:d()+[1],
    lambda:d()+1,
    lambda:1+d(),
    lambda:[1]+d(),
    lambda:d()*'a',
    lambda:d()*1.5,
    lambda:2*d(),
    lambda:d()*2,
    lambda:d(2)*3,
    lambda:d()*-1,
    lambda:d()*10**30,
    lambda:d().index(9),
    lambda:d().index(3,0,2),
    lambda:d().index(3,-1),
    lambda:d().index(3,'a'),
    lambda:d().index(),
    lambda:d().index(1,2,3,4),
    lambda:d().remove(7),
    lambda:d().remove(),
    lambda:deque().pop(),
    lambda:deque().popleft(),
    lambda:d().pop(1),
    lambda:d(3).insert(1,2),
    lambda:d().insert(1),
    lambda:d().insert('a',2),
    lambda:d().rotate('a'),
    lambda:d().rotate(1.0),
    lambda:d().append(),
    lambda:d().append(1,2),
    lambda:d().extend(3),
    lambda:d().extendleft(3),
    lambda:d().clear(1),
    lambda:d().copy(1),
    lambda:d().count(),
    lambda:d().reverse(1),
    lambda:d().append(x=1),
    lambda:hash(d()),
    lambda:d()<[1],
    lambda:d()==[1,2,3],
    lambda:d()<d(),
    lambda:d()<deque([1,2,4]),
    lambda:d()<deque([1,2]),
    lambda:deque.append(),
    lambda:deque.append(3,4),
    lambda:deque.append([],4),
    lambda:d().foo,
    lambda:setattr(d(),'foo',3),
    lambda:setattr(d(),'maxlen',3),
    lambda:delattr(d(),'maxlen'),
    lambda:setattr(deque,'x',3),
    lambda:deque.maxlen,
    lambda:deque.append,
    lambda:D([1,2],2),
    lambda:D([1],3).copy(),
    lambda:D([1])+D([2]),
    lambda:D([1])*2,
    lambda:type(D([1])+deque([2])),
    lambda:type(iter(d())),
    lambda:type(reversed(d())),
    lambda:d()(),
    lambda:deque.__new__(int),
    lambda:deque.__new__(deque),
    lambda:deque.__init__(d(),[5]),
    lambda:d().maxlen,
    lambda:d(4).maxlen,
    lambda:D().append(1,2),
    lambda:D().append(),
    lambda:D().index(5),
    lambda:D.append,
    lambda:D.__len__,
    lambda:iter(d()).__length_hint__(),
    lambda:next(iter(deque())),
    lambda:'a' in d(),
    lambda:d().__contains__(),
    lambda:d().__eq__(3),
    lambda:d().__lt__(3),
    lambda:d().__add__([1]),
    lambda:d().__repr__(),
    lambda:d().__class__,
    lambda:d().__sizeof__()>0,
    lambda:deque.__name__+deque.__module__+deque.__qualname__,
    lambda:sum(d()),
    lambda:list(d()),
    lambda:sorted(d()),
    lambda:bool(deque()),
    lambda:d().__iadd__([3]),
    lambda:d().__iadd__(3),
    lambda:d().__imul__(2),
    lambda:d(2).__imul__(2),
    lambda:[].append(),
]:
    t(f)
for op in ['append','pop','rotate','clear','reverse','extend','insert','set','remove','appendleft']:
    x=d()
    try:
        for i,y in enumerate(x):
            if i==1:
                if op=='append': x.append(1)
                elif op=='pop': x.pop()
                elif op=='rotate': x.rotate()
                elif op=='clear': x.clear()
                elif op=='reverse': x.reverse()
                elif op=='extend': x.extend([])
                elif op=='insert': x.insert(1,1)
                elif op=='set': x[0]=9
                elif op=='remove': x.remove(1)
                elif op=='appendleft': x.appendleft(1)
        print(op,'fine',x)
    except RuntimeError as e: print(op,e,x)
x=deque(); x.append(x); print(x); x=deque(maxlen=2); x.append(x); print(x)
class Ev:
    def __init__(s,d): s.d=d
    def __eq__(s,o): s.d.clear(); return False
x=d()
x.append(4)
def ev(f):
    x=deque([0,1,2]); x[1]=Ev(x); t(lambda:f(x)); print(len(x))
ev(lambda x:x.count(5)); ev(lambda x:x.index(5)); ev(lambda x:x.remove(5)); ev(lambda x:5 in x); ev(lambda x: x==deque([0,5,2]))
