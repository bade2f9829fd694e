import sys

for n in [0, 1, -1, 255, 2**15, 2**30 - 1, 2**30, 2**45, 2**60 - 1, 2**60, 10**100, -(2**60)]:
    print(n, sys.getsizeof(n))
for s in ["", "a", "ab", "hello", "hello world", "ñ", "año", "日本", "🐍", "a🐍"]:
    print(s, len(s), sys.getsizeof(s))
for f in [0.0, 1.5, 1e308, float("inf")]:
    print(f, sys.getsizeof(f))
for t in [(), (1,), (1, 2), (1, 2, 3)]:
    print(t, sys.getsizeof(t))
print(sys.getsizeof("a" * 100), sys.getsizeof("é" * 100), sys.getsizeof("中" * 100))
print(sys.getsizeof(True), sys.getsizeof(None), sys.getsizeof(range(10**9)))
print(sys.getsizeof(int), sys.getsizeof(len), sys.getsizeof(sys.getsizeof))
sys.getsizeof()
