# Which additions leave a string where it is.
import sys
def aug(n):
    s = 'abcd' * 2
    out = ''
    r = []
    for i in range(n):
        old = id(s)
        s += 'x'
        r.append(id(s) == old)
    return r
def plain(n):
    s = 'abcd' * 2
    r = []
    for i in range(n):
        old = id(s)
        s = s + 'x'
        r.append(id(s) == old)
    return r
def same_line(n):
    s = 'abcd' * 2
    r = []
    for i in range(n):
        old = id(s); s += 'x'; r.append(id(s) == old)
    return r
def once():
    s = 'abcd' * 2
    old = id(s)
    s += 'x'
    return id(s) == old
def wh(n):
    s = 'abcd' * 2
    r = []
    while n:
        n -= 1
        old = id(s)
        s += 'x'
        r.append(id(s) == old)
    return r
def show(r): print(''.join('01'[x] for x in r))
show(aug(30)); show(plain(30)); show(same_line(30)); show(once() for i in range(30)); show(wh(30)); show(aug(30))
g = 'abcd' * 2
r = []
for i in range(30):
    old = id(g)
    g += 'x'
    r.append(id(g) == old)
show(r)
class C: pass
c = C(); c.s = 'abcd' * 2
r = []
for i in range(20):
    old = id(c.s); c.s += 'x'; r.append(id(c.s) == old)
show(r)
def cell(n):
    s = 'abcd' * 2
    r = []
    def f(): return s
    for i in range(n):
        old = id(s)
        s += 'x'
        r.append(id(s) == old)
    return r
show(cell(20))
def two(n):
    s = 'abcd' * 2
    r = []
    for i in range(n):
        old = id(s)
        s = s + 'x' + 'y'
        r.append(id(s) == old)
    return r
show(two(20))
def hold(n):
    s = 'abcd' * 2
    r = []
    for i in range(n):
        t = s
        s += 'x'
        r.append(t is s)
    return r
show(hold(10))
def hashed(n):
    s = 'abcd' * 2
    r = []
    for i in range(n):
        old = id(s); hash(s)
        s += 'x'
        r.append(id(s) == old)
    return r
show(hashed(10))
