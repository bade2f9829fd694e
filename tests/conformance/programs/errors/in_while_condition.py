limit = None
n = 0
while n < 3 or n < limit:
    n += 1
print(n)
