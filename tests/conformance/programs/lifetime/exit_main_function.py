class A:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
def main():
    a = A('main a')
    b = [A('list')]
    def inner(): return b
    return inner
if __name__ == '__main__':
    k = main()
    try:
        raise ValueError(A('in error'))
    except ValueError as err:
        kept = err
    print('end')
