for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            print(n, "=", d, "*", n // d)
            break
    else:
        print(n, "is prime")
i = 0
while i < 3:
    i += 1
else:
    print("ran out at", i)
while i < 10:
    i += 1
    if i == 5:
        print("stopped at", i)
        break
else:
    print("not printed")
for x in []:
    print("never")
else:
    print("empty loop has an else too")
for x in [1, 2, 3]:
    if x == 4:
        break
else:
    print("4 not found")
