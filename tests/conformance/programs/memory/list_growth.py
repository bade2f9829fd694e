import sys

xs = []
last = sys.getsizeof(xs)
print(len(xs), last)
for i in range(40):
    xs.append(i)
    size = sys.getsizeof(xs)
    if size != last:
        print(len(xs), size)
        last = size
while xs:
    xs.pop()
    size = sys.getsizeof(xs)
    if size != last:
        print(len(xs), size)
        last = size
ys = [1, 2, 3]
print(sys.getsizeof(ys), sys.getsizeof(ys[:]), sys.getsizeof(ys + [4]), sys.getsizeof(list(ys)))
ys.extend([4, 5])
print(sys.getsizeof(ys))
ys.insert(0, 0)
print(sys.getsizeof(ys))
del ys[1:5]
print(sys.getsizeof(ys))
ys.clear()
print(sys.getsizeof(ys))
