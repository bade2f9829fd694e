class D:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
    def m(s, *a): print('m')
def f(*args, **kw): print('f')
def g(a, b, c=None): print('g')
print('-- pos'); f(D(1), D(2), D(3))
print('-- kw'); f(D(1), k=D(2), l=D(3))
print('-- g'); g(D(1), D(2), D(3))
print('-- gkw'); g(D(1), c=D(2), b=D(3))
print('-- star'); f(*[D(1), D(2)], **{'k': D(3)})
print('-- star2'); g(*(D(1), D(2)))
print('-- builtin'); print(len([D(1), D(2)]), isinstance(D(3), D))
print('-- meth'); D(1).m(D(2), D(3))
print('-- class'); 
class C:
    def __init__(s, *a, **k): print('init')
    def __del__(s): print('C del')
C(D(1), D(2), k=D(3))
print('-- lambda'); (lambda a, b: print('l'))(D(1), D(2))
print('-- max'); max(D(1), D(2), key=lambda d: d.n)
print('-- dict'); dict(a=D(1), b=D(2)); {'x': D(3), 'y': D(4)}; [D(5), D(6)]; (D(7), D(8)); {D(9)}
print('-- print'); print(*[], end=''); 
def h(a, b):
    a = None
    print('h')
print('-- rebind'); h(D(1), D(2))
print('-- nested'); g(f(D(1)), D(2))
print('-- cmp'); D(1) == D(2); D(3) is D(4); not D(5); D(6) and D(7)
def gen(a): yield a.n
print('-- gen'); list(gen(D(1))); 
x = gen(D(2)); next(x); del x
print('-- kwonly')
def ko(*, a, b): print('ko')
ko(b=D(1), a=D(2))
print('-- end')
