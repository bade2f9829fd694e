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
def counter():
    n = 0
    try:
        while True:
            n += 1
            yield n
    except GeneratorExit:
        print('exit at', n); raise
    finally: print('fin', n)
for v in counter():
    if v == 3: break
print('after break')
c = counter(); next(c); c.close(); print('closed')
c = counter(); next(c); del c; print('deleted')
c = counter(); next(c); next(c)
def bad():
    try: yield 1
    except GeneratorExit: yield 2
b = bad(); next(b)
try: b.close()
except RuntimeError as e: print(e)
b = bad(); next(b); del b
print('end')
print(told.lines())
