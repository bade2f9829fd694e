import sys

table = {}
before = 0
for i in range(60):
    if sys.getsizeof(table) != before:
        before = sys.getsizeof(table)
        print(i, before)
    table["k" + str(i)] = i
for key in list(table):
    del table[key]
print(len(table), sys.getsizeof(table))
table["new"] = 1
print(sys.getsizeof(table))
table.clear()
print(sys.getsizeof(table))
print(sys.getsizeof({1: 1}), sys.getsizeof({"a": 1}), sys.getsizeof({"a": 1, 2: 2}))
mixed = {"a": 1}
mixed[1] = 2
print(sys.getsizeof(mixed), sys.getsizeof(mixed.copy()), sys.getsizeof(dict(mixed)))
print(sys.getsizeof(mixed | mixed), sys.getsizeof(dict.fromkeys(range(10))))
