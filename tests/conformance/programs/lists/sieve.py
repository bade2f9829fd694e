limit = 60
is_prime = [True] * (limit + 1)
is_prime[0] = is_prime[1] = False
for n in range(2, limit + 1):
    if is_prime[n]:
        for multiple in range(n * n, limit + 1, n):
            is_prime[multiple] = False
primes = []
for n in range(limit + 1):
    if is_prime[n]:
        primes.append(n)
print(primes)
triangle = [[1]]
for i in range(1, 7):
    above = triangle[-1]
    row = [1]
    for j in range(1, i):
        row.append(above[j - 1] + above[j])
    row.append(1)
    triangle.append(row)
for row in triangle:
    print(row, sum(row))
a = [[1, 2], [3, 4]]
b = [[5, 6], [7, 8]]
product = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            product[i][j] += a[i][k] * b[k][j]
print(product)
is_prime[10:20] = "ten"
print(is_prime[8:16])
del is_prime[::3]
print(sum(primes[::-2]), primes[-1:0:-5])
