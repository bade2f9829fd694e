# ChainMap, UserDict, UserList, UserString.
from collections import namedtuple, Counter, ChainMap, UserDict, UserList, UserString, deque
import sys
V = sys.version_info[:2]


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


m=ChainMap({'a':1},{'a':2,'b':3}); print(m,m['a'],m['b'],len(m),sorted(m),dict(m),m.get('q'),m.get('q',7),'b' in m,list(m.keys()) if V>=(3,9) else '',m.maps,m.parents,m.new_child({'z':9}),bool(ChainMap()))
m['c']=5; del m['c']; print(m); 
for f in (lambda: m['zz'],
          lambda: m.pop('b'),
          lambda: m.__delitem__('b'),
          lambda: m.popitem(),
          lambda: m.popitem(),
          lambda: sorted(m.items()),
          lambda: m==ChainMap({'a':2,'b':3}),
          lambda: m.copy(),
          lambda: m.setdefault('n',1)):
    show(f)
class U(UserDict):
    def __setitem__(s,k,v): super().__setitem__(str(k),v)
    def __missing__(s,k): return 'missing '+str(k)
u=U({1:2},x=5); u[3]=4; print(u,u['1'],u['q'],len(u),sorted(u),u.get('zz'),'3' in u,u.pop('3'),dict(u),u==U({1:2},x=5),list(u.items()),u.setdefault('k',0),u.copy())
show(lambda:UserDict()['a']); show(lambda:UserDict(a=1).popitem()); show(lambda:UserDict().pop('a'))
class L(UserList):
    def second(s): return s[1]
l=L([3,1,2]); l.append(9); l.sort(); print(l,l.second(),l[1:3],type(l[1:]).__name__,l+[5],[0]+l,l*2,len(l),l==[1,2,3,9],l<[5],l.index(9),l.pop(),3 in l,list(reversed(l)))
s=UserString('abc'); print(s,repr(s),s.upper(),s+'d',s[1],len(s),s=='abc',s.find('c'),'b' in s,s*2,hash(s)==hash('abc'),type(s.upper()).__name__,s.split('b'),s.join(['1','2']),'x'+s, s.replace('a','z'), s.startswith('ab'))
print(deque([1,2],maxlen=1))
