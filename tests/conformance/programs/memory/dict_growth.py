import sys

d = {}
last = sys.getsizeof(d)
print(len(d), last)
for i in range(100):
    d[i] = i
    size = sys.getsizeof(d)
    if size != last:
        print(len(d), size)
        last = size
for i in range(90):
    del d[i]
print(len(d), sys.getsizeof(d))
d.clear()
print(len(d), sys.getsizeof(d))
named = {"a": 1, "b": 2, "c": 3}
print(sys.getsizeof(named))
named["d"] = named["e"] = 4
named["f"] = 5
print(sys.getsizeof(named))
named[1] = "not a string"
print(sys.getsizeof(named))
