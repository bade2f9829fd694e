"""Zero to the power of everything."""
import math

infinity = float("inf")


def told(function, base, exponent):
    try:
        return function(base, exponent)
    except (ArithmeticError, ValueError) as error:
        return "%s: %s" % (type(error).__name__, error)


for base in 0, 0.0, -0.0, False:
    for exponent in 0, 1, 3.0, 0.5, -1, -2, -3.0, infinity, -infinity, float("nan"):
        print(base, exponent, told(pow, base, exponent), told(math.pow, base, exponent))
