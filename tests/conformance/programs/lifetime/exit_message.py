import sys
class D:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
d = D('d')
sys.exit('message')
