import sys
def f(n):
    try:
        if n == 0: sys.exit('bye %d' % n)
        f(n - 1)
    except ValueError: print('no')
    finally: print('finally', n)
try: f(2)
except SystemExit as e: print('caught', e, e.code, repr(e))
try: sys.exit()
except SystemExit as e: print(repr(e), e.code)
try: sys.exit((1, 2))
except SystemExit as e: print(repr(e), e.code)
try: exit(4)
except SystemExit as e: print('exit', e.code)
try: quit()
except SystemExit as e: print('quit', e.code)
raise SystemExit
