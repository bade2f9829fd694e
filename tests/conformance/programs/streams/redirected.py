import sys


class Recorder:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)
        return len(text)

    def flush(self):
        self.parts.append("<flush>")


class redirect:
    def __init__(self, target):
        self.target = target

    def __enter__(self):
        self.old = sys.stdout
        sys.stdout = self.target
        return self.target

    def __exit__(self, *details):
        sys.stdout = self.old


with redirect(Recorder()) as recorder:
    print("a", 1, sep="-")
    print("b", end="", flush=True)
    sys.stdout.write("c")
print(recorder.parts)
print("to stderr", file=sys.stderr)
print(sys.stdout is sys.__stdout__, sys.stdout.writable(), sys.stdin.readable(), sys.stdout.name)
sys.stdout.writelines(["x\n", "y\n"])
print(sys.stdout.write("four\n"))
print(None, file=None)
try:
    sys.stdout.write(5)
except TypeError as error:
    print(error)
sys.stderr = Recorder()
print("hidden", file=sys.stderr)
print(sys.stderr.parts)
sys.stdout = None
print("nobody sees this")
sys.stdout = sys.__stdout__
del sys.stdout
try:
    print("lost")
except RuntimeError as error:
    sys.stdout = sys.__stdout__
    print(error)


def hook(kind, value, traceback):
    print("hook", kind.__name__, value, traceback is not None)


sys.stderr = sys.__stderr__
sys.excepthook = hook
raise KeyError("told by the hook")
