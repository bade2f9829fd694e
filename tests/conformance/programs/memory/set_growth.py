import sys

s = set()
last = sys.getsizeof(s)
print(len(s), last)
for i in range(100):
    s.add(i)
    size = sys.getsizeof(s)
    if size != last:
        print(len(s), size)
        last = size
for i in range(95):
    s.discard(i)
print(len(s), sys.getsizeof(s))
t = s.copy()
print(sys.getsizeof(t))
s.clear()
print(sys.getsizeof(s))
