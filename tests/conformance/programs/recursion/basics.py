def factorial(n):
    if n <= 1:
        return 1
    return n * factorial(n - 1)


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def countdown(n):
    if n == 0:
        print("liftoff")
        return
    print(n)
    countdown(n - 1)


def total(values):
    if not values:
        return 0
    return values[0] + total(values[1:])


def reverse(s):
    return s if len(s) <= 1 else reverse(s[1:]) + s[0]


print(factorial(5), factorial(20), factorial(25))
print(fib(10), fib(15))
countdown(3)
print(total([1, 2, 3, 4]), reverse("recursion"))
