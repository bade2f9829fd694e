print(2 ** 100)
print(2 ** 200 - 1)
factorial = 1
for i in range(1, 31):
    factorial *= i
print(factorial)
print(factorial // 10 ** 20, factorial % 10 ** 20)
print(-factorial // 7, -factorial % 7)
print(10 ** 30 + 1 == 10 ** 30, 10 ** 30 + 1 > 10 ** 30)
print(123456789 * 987654321)
print(12345678901234567890 * 98765432109876543210)
print((2 ** 64) & (2 ** 64 - 1), (2 ** 64) | 1, (2 ** 64) ^ (2 ** 65))
print(1 << 70, (1 << 70) >> 68, -(1 << 70) >> 69)
print(10 ** 18 / 3, 10 ** 25 / 10 ** 24)
a, b = 0, 1
while b < 10 ** 25:
    a, b = b, a + b
print(a, b)
print(int("123456789012345678901234567890") + 1)
print(float(2 ** 70), int(1e20), int(1e22))
