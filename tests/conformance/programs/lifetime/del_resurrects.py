class R:
    def __init__(s, n): s.n = n
    def __del__(s):
        print('del', s.n); alive.append(s)
alive = []
r = R('r'); del r
print(len(alive)); alive.clear(); print(len(alive))
r2 = R('r2')
print('end')
