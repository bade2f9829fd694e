class D:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
a = D(1); b = a; a = D(2); print('1')
a, b = b, a; print('2')
a = b = None; print('3')
l = [D(i) for i in range(5)]
del l[1:3]; print('4')
l[0] = None; print('5')
l += [D('n')]; l.insert(0, D('i')); l = l[:2]; print('6')
s = {1: D('v1'), 2: D('v2')}; s[1] = D('v3'); del s[2]; s.update({1: 5}); print('7')
t = (D('t1'), D('t2')); del t; print('8')
x = D('self'); x.x = x; x.x = None; del x; print('9')
D('temp'); print('10')
[D('c') for _ in range(2)]; print('11')
print(D('arg').n); print('12')
(lambda q: None)(D('lam')); print('13')
for v in [D('l1'), D('l2')]: print('loop', v.n)
print('14'); del v
