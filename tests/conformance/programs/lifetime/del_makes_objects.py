class D:
    def __init__(s, n): s.n = n
    def __del__(s):
        print('del', s.n)
        if s.n < 3: keep.append(D(s.n + 1))
keep = []
D(0)
print(len(keep))
keep.clear()
print(len(keep), 'end')
