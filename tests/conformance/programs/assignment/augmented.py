n = 10
n += 5
print(n)
n -= 3
print(n)
n *= 4
print(n)
n //= 5
print(n)
n **= 3
print(n)
n %= 100
print(n)
n <<= 3
print(n)
n >>= 2
print(n)
n |= 1
n ^= 7
n &= 62
print(n)
f = 7
f /= 2
print(f)
s = "spam"
s += " and eggs"
s *= 2
print(s)
xs = [1, 2]
xs += (3, 4)
xs *= 2
print(xs)
xs[0] += 10
xs[1:3] += [99]
print(xs)
t = (1,)
t += (2, 3)
print(t)
d = {"hits": 0}
d["hits"] += 1
d["hits"] += 1
print(d)
