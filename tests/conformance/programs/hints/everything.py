# Type hints: their text, generic classes, named tuples, protocols, what can be done with them at run time.
import sys
from typing import *
from typing import List, Dict, Optional, Union, Any, Tuple, Callable, TypeVar, Generic, NamedTuple, Iterable, Iterator, Set, Sequence, ClassVar, cast, overload, NewType, TYPE_CHECKING
V=sys.version_info[:2]
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(List[int], Dict[str,int], Optional[int] if V>=(3,9) else '', Union[int,str], Any, Tuple[int,...], Callable[[int,str],bool], Callable[...,int], Set[str], List[Dict[str,List[int]]], List['Node'] if V>=(3,7) else '')
print(List, Dict, Callable, Union[int,int], Union[int,Union[str,int]], Optional[Union[int,str]] if V>=(3,9) else '', Iterable[int], Sequence[str], ClassVar[int], List[Any], Tuple[()] if V>=(3,11) else '')
print(List[int]==List[int], List[int]!=List[str], Union[int,str]==Union[str,int], hash(List[int])==hash(List[int]), TYPE_CHECKING, cast(int,'x'))
T=TypeVar('T'); K=TypeVar('K',bound=int); print(T,K,T.__name__, List[T], Dict[str,T][int] if V>=(3,7) else '')
class Stack(Generic[T]):
    def __init__(self) -> None: self.items: List[T]=[]
    def push(self, x: T) -> None: self.items.append(x)
    def pop(self) -> T: return self.items.pop()
s=Stack[int](); s.push(1); s.push(2); print(s.pop(), type(s).__name__, Stack[int] if V>=(3,7) else '', isinstance(s,Stack), Stack.__mro__[1].__name__)
class Box(Stack[T]): pass
b=Box(); b.push(5); print(b.items, [c.__name__ for c in Box.__mro__])
class P(NamedTuple):
    x: int
    y: int = 0
    def norm(self): return self.x+self.y
p=P(1); print(p,p.norm(),P(1,2),p._fields,P.__annotations__ if V>=(3,9) else '',p==(1,0),isinstance(p,tuple))
show(lambda: P()); show(lambda: P(1,2,3))
Q=NamedTuple('Q',[('a',int),('b',str)]); print(Q(1,'z'))
UserId=NewType('UserId',int); print(UserId(5), UserId(5)+1)
def f(a: int, b: Optional[str]=None, *args: int, **kw: Any) -> List[int]: return [a]
print(f.__annotations__['a'], f.__annotations__['return'], f(3))
@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x
print(g(1), g('a'))
show(lambda: isinstance([1],List)); show(lambda: isinstance({},Dict)); show(lambda: isinstance([1],List[int])) if V>=(3,7) else 0
x: int = 5
y: 'List[int]' = []
print(__annotations__)
class A:
    n: ClassVar[int]=0
    m: Optional['A']=None
print(A.__annotations__['n'], sorted(A.__annotations__))
class L2(List[int]): pass
print(L2([1, 2]), isinstance(L2(), list))
print(get_type_hints(f)['a'])
if V>=(3,8):
    from typing import Protocol, runtime_checkable, Literal, Final, TypedDict, get_origin, get_args
    @runtime_checkable
    class Quacks(Protocol):
        def quack(self): ...
    class Duck:
        def quack(self): return 'q'
    print(isinstance(Duck(),Quacks), isinstance(5,Quacks)); show(lambda: Quacks())
    print(Literal['a','b'], Final[int], get_origin(List[int]), get_args(Dict[str,int]), get_args(Callable[[int],str]), get_origin(Union[int,str]))
    class TD(TypedDict):
        name: str
        age: int
    print(TD(name='x',age=1), TD.__annotations__['name'], type(TD(name='a',age=2)).__name__)
    class Impl(Quacks):
        def quack(self): return 1
    print(Impl().quack())
if V>=(3,10): print(int|None, Optional[int]|str, List[int]|None)
if V>=(3,9): print(list[int], dict[str,int], list[T], tuple[int,...])
