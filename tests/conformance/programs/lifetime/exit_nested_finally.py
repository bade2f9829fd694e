import sys
class D:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
def a():
    x = D('a.x')
    try: b()
    finally: print('finally a')
def b():
    y = D('b.y')
    try: sys.exit(3)
    finally: print('finally b')
z = D('z')
a()
