class Res:
    def __init__(s, n): s.n = n; print('open', n)
    def close(s): print('close', s.n)
    def __del__(s): s.close()
class Pool:
    def __init__(s): s.items = [Res(i) for i in range(3)]
    def __del__(s): print('pool del', len(s.items))
p = Pool()
q = Pool()
q.other = p
def use(): return p
print('end')
