import sys


class Told:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass

    def lines(self):
        sys.stderr = sys.__stderr__
        return [line for line in self.text.splitlines() if "Error: " in line and line[:1] != " "]


told = sys.stderr = Told()
class D:
    def __del__(s):
        print('del'); raise ValueError('in del')
d = D()
del d
class E:
    def __init__(s, n): s.n = n
    def __del__(s): 1/0
e = E(1)
l = [E(2)]
l.clear()
def f(): E(3); print('f')
f()
print('end')
del e
print(told.lines())
