# Greatest common divisor, primes, digits, square roots.
a, b = 252, 105
while b:
    a, b = b, a % b
print(a)

primes = []
n = 2
while len(primes) < 15:
    is_prime = True
    for p in primes:
        if p * p > n:
            break
        if n % p == 0:
            is_prime = False
            break
    if is_prime:
        primes.append(n)
    n += 1
print(primes)

number = 98765
digits = 0
while number > 0:
    digits += number % 10
    number //= 10
print(digits)

guess = 10.0
for i in range(8):
    guess = (guess + 10 / guess) / 2
print(guess)

binary = ""
n = 37
while n:
    binary = str(n % 2) + binary
    n //= 2
print(binary)
steps = 0
n = 27
while n != 1:
    n = 3 * n + 1 if n % 2 else n // 2
    steps += 1
print(steps)
