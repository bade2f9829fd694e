total = 0
for i in range(5):
    total += i
print(total, i)
for i in range(10, 0, -3):
    print(i, end=" ")
print()
for i in range(5, 5):
    print("never")
print(list(range(4)), list(range(2, 6)), list(range(0, 20, 5)), list(range(-3)))
n = 3
while n > 0:
    print(n)
    n -= 1
for i in range(3):
    for j in range(3):
        if j == i:
            continue
        if i == 2:
            break
        print(i, j)
while True:
    n += 1
    if n == 2:
        continue
    if n > 3:
        break
print(n)
for i in range(3):
    i = i * 10
    print(i)
for ch in "ab":
    for n in (1, 2):
        print(ch * n)
print(range(5), range(1, 10, 2), len(range(1, 10, 2)), 3 in range(5), range(10)[3])
