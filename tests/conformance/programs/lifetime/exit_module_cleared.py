import sys
class D:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
mod = sys.modules[__name__]
a = D('a'); _b = D('_b'); __c = D('__c'); d = D('d')
def f(): return a
sys.keep = f
print('end')
