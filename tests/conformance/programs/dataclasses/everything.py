# python: 3.7+
# What dataclass makes of fields, and what it refuses.
from dataclasses import *
import dataclasses, sys
V=sys.version_info[:2]
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
@dataclass
class Point:
    x: int
    y: int = 0
    def norm(self): return (self.x**2+self.y**2)**.5
p=Point(3,4); q=Point(3)
print(p,q,p==Point(3,4),p!=q,p.norm(),Point.__doc__ if 0 else '',Point.y)
for f in (lambda: Point(),
          lambda: Point(1,2,3),
          lambda: Point(1,z=3),
          lambda: Point(1,x=3),
          lambda: p<q,
          lambda: hash(p),
          lambda: p==(3,4),
          lambda: asdict(p),
          lambda: astuple(p),
          lambda: replace(p,x=9),
          lambda: replace(p,k=9),
          lambda: [f.name for f in fields(p)],
          lambda: is_dataclass(p),
          lambda: is_dataclass(Point),
          lambda: is_dataclass(5),
          lambda: fields(5),
          lambda: asdict(5),
          lambda: Point.__init__.__qualname__,
          lambda: Point.__annotations__,
          lambda: Point.__init__.__defaults__,
          lambda: Point.__hash__):
    show(f)
@dataclass(order=True, frozen=True)
class V3:
    a: int
    b: str = 'x'
    c: list = field(default_factory=list, compare=False)
v=V3(1); w=V3(2,'y',[1]); print(v,w,v<w,max(v,w),hash(v)==hash(V3(1)),sorted([w,v]),{v:1}[V3(1)])
for f in (lambda: setattr(v,'a',5),
          lambda: delattr(v,'a'),
          lambda: setattr(v,'new',5),
          lambda: v<5,
          lambda: v.c.append(1) or v.c, lambda: V3(1).c):
    show(f)
@dataclass
class Inv:
    name: str
    price: float
    qty: int = 0
    tags: list = field(default_factory=list, repr=False)
    total: float = field(init=False)
    secret: str = field(default='s', repr=False, compare=False)
    def __post_init__(self): self.total=self.price*self.qty
i=Inv('w',2.5,4); print(i,i.tags,i.secret,i==Inv('w',2.5,4,secret='t'),asdict(i)); i.tags.append(1); print(Inv('a',1).tags)
show(lambda: Inv('a',1,total=5)); show(lambda: replace(i,total=3)); print(replace(i,qty=10))
@dataclass
class Base:
    x: int = 1
    y: int = 2
@dataclass
class Derived(Base):
    z: int = 3
    x: int = 10
print(Derived(), Derived(5), Derived.__mro__[1].__name__, Derived()==Base(10,2), [f.name for f in fields(Derived)])
@dataclass
class WithInit:
    a: int
    b: InitVar[int] = 5
    def __post_init__(self,b): self.c=self.a+b
print(WithInit(1).c, WithInit(1,2), WithInit(1,b=7).c)

@dataclass
class CV:
    n: "ClassVar[int]"=0
    v: int=1
print(CV(), CV.n, [f.name for f in fields(CV)])
def bad1():
    @dataclass
    class B: 
        a: int=1
        b: int
def bad2():
    @dataclass
    class B:
        a: list=[]
def bad3():
    @dataclass(order=True,eq=False)
    class B: a:int
def bad4():
    class B:
        pass
    return fields(B)
def bad5(): field(default=1,default_factory=list)
def bad6():
    @dataclass
    class B:
        a = field(default=1)
def bad7():
    @dataclass(frozen=True)
    class B(Base): pass
def bad8():
    @dataclass(order=True)
    class B:
        a:int
        def __lt__(self,o): return 1
for f in (bad1,bad2,bad3,bad4,bad5,bad6,bad7,bad8): show(f)
@dataclass(eq=False)
class NE: a:int
print(NE(1)==NE(1), hash(NE(1)) is not None)
@dataclass(repr=False)
class NR: a:int
print(repr(NR(1)).startswith('<__main__.NR object'))
@dataclass(init=False)
class NI:
    a:int=5
print(NI())
@dataclass(unsafe_hash=True)
class UH: a:int; b:str='q'
print(hash(UH(1))==hash((1,'q')))
@dataclass
class Node:
    v:int
    next: 'Node'=None
n=Node(1,Node(2)); print(n, asdict(n), astuple(n)); n.next.next=n; print(n)
@dataclass
class Own:
    a:int
    def __repr__(self): return 'mine'
    def __eq__(self,o): return 'eq'
print(Own(1), Own(1)==2, Own.__hash__)
C=make_dataclass('C',['x',('y',int),('z',int,5)]); print(C(1,2), C.__name__)
C=make_dataclass('C',[('y',int)],namespace={'twice':lambda s:s.y*2}); print(C(4).twice())
if V>=(3,10):
    @dataclass(kw_only=True)
    class K: a:int; b:int=2
    print(K(a=1)); show(lambda: K(1))
    @dataclass
    class K2:
        a:int
        _: KW_ONLY
        b:int
        c:int=0
    print(K2(1,b=2), K2.__match_args__); show(lambda: K2(1,2)); show(lambda: K2(1))
    @dataclass(slots=True)
    class Sl: a:int; b:int=3
    s=Sl(1); print(s, Sl.__slots__, hasattr(s,'__dict__')); show(lambda: setattr(s,'z',1))
    print(Point.__match_args__)
@dataclass
class Outer:
    @dataclass
    class Inner: v:int=1
    inner: Inner=field(default_factory=Inner)
    items: dict=field(default_factory=dict)
o=Outer(); print(o, asdict(o))
def local():
    @dataclass
    class Loc: a:int
    return Loc(1)
print(local())
@dataclass(frozen=True)
class FP:
    a:int
    def __post_init__(self): object.__setattr__(self,'b',self.a*2)
print(FP(2).b, FP(2))
class Sub(Point): pass
print(Sub(1,2), Sub(1,2)==Point(1,2))
print(dataclasses.MISSING is MISSING, field().default is MISSING)
