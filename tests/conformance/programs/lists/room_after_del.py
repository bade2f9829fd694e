# The room of a list after its first item is deleted.
import sys
for n in (1, 2, 3, 5, 9, 17):
    for k in (1, 2, 4, 8):
        l = [0]
        for i in range(n): l.append(i)
        for j in range(min(k, n)): del l[0]
        m = [0]
        for i in range(n): m.append(i)
        for j in range(min(k, n)): m.pop(0)
        print(n, k, sys.getsizeof(l), sys.getsizeof(m), end='; ')
print("end")
