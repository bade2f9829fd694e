# The gamma function to its last digit: factorials between the integers.
import math

for x in (0.5, 1.5, 4.7, 5, 10.5, 23.0, 24.0, 50.5, 141.7, 170.5, -0.5, -2.3, -10.7, -150.5, 1e-5, 1e-21, math.inf):
    print(x, math.gamma(x), math.lgamma(x))
for x in (-250.5, 171.7, 0, -3.0, -math.inf, "4"):
    for function in (math.gamma, math.lgamma):
        try:
            print(x, function(x))
        except (ValueError, OverflowError, TypeError) as error:
            print(x, type(error).__name__, error)
for n in range(1, 40):
    if math.gamma(n + 1) != math.factorial(n):
        print(n, math.gamma(n + 1) / math.factorial(n) - 1)


def volume(dimensions, radius=1.0):
    """Of the ball in so many dimensions."""
    return math.pi ** (dimensions / 2) / math.gamma(dimensions / 2 + 1) * radius ** dimensions


print([round(volume(n), 12) for n in range(1, 11)])
print(max(range(1, 30), key=volume))
