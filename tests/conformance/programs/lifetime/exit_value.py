class A:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
    def __str__(s): return 'A ' + s.n
a = A('a')
print('end')
raise SystemExit(A('exit value'))
