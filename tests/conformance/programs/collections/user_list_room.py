import sys
s=sys.getsizeof
def t(a, sl, v):
    l=list(a); l=[*a] if a else []
    l[sl]=v
    return s(l)
print([t([],slice(None),[1]*n) for n in range(0,20)])
print([t([],slice(0,0),(1,)*n) for n in range(0,12)])
print([t([],slice(0,0),range(n)) for n in range(0,12)])
print([t([1],slice(None),[1]*n) for n in range(0,20)])
print([t([1],slice(1,1),[1]*n) for n in range(0,20)])
print([t([1]*9,slice(2,5),[1]*n) for n in range(0,20)])
def e(n,m):
    l=[]; l.clear(); l[:]=[1]*n; l+=[2]*m; return s(l)
print([e(n,m) for n in range(3) for m in range(9)])
class U:
    def __init__(self,x):
        self.d=[]
        self.d[:]=x
print([s(U([1]*n).d) for n in range(12)])
from collections import UserList
print(s(UserList([1,2]).data), s(UserList("abc").data), s(UserList().data), s(UserList([1]*20).data), s((UserList([1])+[2]).data))
