"""What a class takes: shared keys only where instances have a dictionary of the class's own making."""
import collections
import sys
class M(type): pass
class E(Exception): pass
class E2(E): pass
class L(list): pass
class D(dict): pass
class S(str): pass
class I(int): pass
class T(tuple): pass
class P(property): pass
class Pl: pass
class Sl: __slots__=('a',)
class Sl2(Sl): pass
class MM(Pl): pass
class MMS(Pl): __slots__=()
class O(metaclass=M): pass
class EE(E): __slots__=('q',)
class X(KeyError): pass
class LS(list): __slots__=('q',)
class LD(LS): pass
class St(staticmethod): pass
class F(frozenset): pass
class By(bytes): pass
class Mod(type(sys)): pass
class Dq(collections.deque): pass
class Od(collections.OrderedDict): pass
class Dd(collections.defaultdict): pass


for c in (M,E,E2,L,D,S,I,T,P,Pl,Sl,Sl2,MM,MMS,O,EE,X,LS,LD,St,F,By,Mod,Dq,Od,Dd):
    print(c.__name__, sys.getsizeof(c))
