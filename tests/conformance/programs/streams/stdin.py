import sys
n = int(input("how many? "))
for i in range(n):
    print("line", i, repr(input()))
print(repr(sys.stdin.readline()))
print(repr(sys.stdin.read(3)), repr(sys.stdin.readline()))
for line in sys.stdin:
    print("loop", repr(line))
    if line.startswith("stop"): break
print(sys.stdin.readlines())
print(repr(sys.stdin.read()), repr(sys.stdin.readline()))
class W:
    def __init__(self): self.got=[]
    def write(self, t): self.got.append(t)
    def flush(self): self.got.append("FLUSH")
w = W(); old = sys.stdout
sys.stdout = w
print("hidden", 1, flush=True); print(2)
sys.stdout = old
print(w.got)
print("err", file=sys.stderr)
sys.stdout.write("a\n"); print(sys.stderr.write("b\n"))
sys.stdout.writelines(["x\n","y\n"])
class R:
    def __init__(self): self.l = ["one\n","two"]
    def readline(self): return self.l.pop(0) if self.l else ""
sys.stdin = R()
print(input(), input("p: "))
try: input()
except EOFError as e: print("EOF", e)
sys.stdin = sys.__stdin__
print(sys.stdin.isatty(), sys.stdout, sys.stdin.name, sys.stdin.mode)
f = sys._getframe()
print(f.f_lineno, f.f_code.co_name)
def g(): return sys._getframe(1).f_code.co_name, sys._getframe().f_code.co_name
print(g())
try: sys._getframe(10)
except ValueError as e: print(e)
input("last? ")
