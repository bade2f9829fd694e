# Memoisation and changing while walking over a copy.
memo = {}


def fib(n):
    if n in memo:
        return memo[n]
    if n < 2:
        result = n
    else:
        result = fib(n - 1) + fib(n - 2)
    memo[n] = result
    return result


print(fib(30), len(memo))
print(fib(90))
stock = {"apple": 0, "pear": 3, "fig": 0, "plum": 1}
for fruit in list(stock):
    if stock[fruit] == 0:
        del stock[fruit]
print(stock)
for fruit in stock:
    stock[fruit] *= 10
print(stock)
for fruit in stock:
    stock["new " + fruit] = 1
