import sys

for value in [None, True, False, 0, 1, -1, 2 ** 29, 2 ** 30, 2 ** 60, 10 ** 30, 1.5]:
    print(value, sys.getsizeof(value))
for text in ["", "a", "abc", "hello world", "é", "éa", "日本", "😀"]:
    print(text, len(text), sys.getsizeof(text))
print(sys.getsizeof(()), sys.getsizeof((1,)), sys.getsizeof((1, 2, 3)))
print(sys.getsizeof([]), sys.getsizeof([1]), sys.getsizeof([1, 2, 3]), sys.getsizeof([0] * 10))
print(sys.getsizeof({}), sys.getsizeof({"a": 1}), sys.getsizeof(dict()))
print(sys.getsizeof(set()), sys.getsizeof({1}), sys.getsizeof({1, 2, 3, 4, 5}))
print(sys.getsizeof(range(10)), sys.getsizeof(int), sys.getsizeof(len) > 0)
