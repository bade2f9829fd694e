class A:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
class Singleton:
    _inst = None
    def __new__(cls):
        if cls._inst is None: cls._inst = super().__new__(cls)
        return cls._inst
    def __del__(s): print('del singleton')
s = Singleton(); t = Singleton()
print(s is t)
del s, t
print('end')
