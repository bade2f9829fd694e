"""Standard streams replaced by files in memory."""
import io, sys
from contextlib import redirect_stdout
buffer = io.StringIO()
with redirect_stdout(buffer):
    print("hidden", 1, 2)
    print("more")
print(repr(buffer.getvalue()))
old = sys.stdout
sys.stdout = io.StringIO()
print("caught")
text = sys.stdout.getvalue()
sys.stdout = old
print(text, end="")
sys.stdin = io.StringIO("first\nsecond\n\nlast")
print(input(), input("? "), [line.rstrip() for line in sys.stdin])
class Log(io.StringIO):
    def write(self, text):
        return super().write("[" + text + "]")
log = Log()
print("a", "b", file=log)
print(log.getvalue(), isinstance(log, io.TextIOBase), log.closed)
for line in io.StringIO("x\ny\n"):
    print(repr(line))
print(io.BytesIO(b"abc").read(2), sum(1 for line in io.BytesIO(b"a\nb\nc")))
