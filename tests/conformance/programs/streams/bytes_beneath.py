"""sys.stdin.buffer and sys.stdout.buffer: bytes from and to the standard streams."""
import sys

source, target = sys.stdin.buffer, sys.stdout.buffer
print(source.name, source.mode, source.readable(), source.writable(), source is sys.stdin.buffer)
print(target.name, target.readable(), target.writable(), target.fileno(), target.closed)
count = int(source.readline())
rows = [tuple(map(int, source.readline().split())) for _ in range(count)]
print(rows, sum(map(sum, rows)))
print(source.readline(3), source.read(2), source.readline())
print(list(source), source.read(), source.readline())
sys.stdout.flush()
written = target.write(b"plain\n") + target.write(bytearray("h\u00e9\n", "utf-8"))
target.writelines([b"a", memoryview(b"-b\n")])
target.flush()
print(written)
try:
    target.write("text")
except TypeError as error:
    print(error)
