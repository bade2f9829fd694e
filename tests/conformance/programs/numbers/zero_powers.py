"""Powers of zero, one and the infinities with each other: what is told apart, and in which order."""
inf = float('inf')
nan = float('nan')

for base in 0, 0.0, -0.0, False, 0.5, 1.0, -1.0, -2.0, inf, -inf, nan:
    for exponent in -inf, inf, nan, -1, -2.0, -0.5, 0, 3:
        try:
            print(base, exponent, base ** exponent, pow(base, exponent))
        except ZeroDivisionError as error:
            print(base, exponent, error)
print(0.0 ** -1e999, 0 ** -1e999)
