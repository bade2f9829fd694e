total = [0]
count = 0
def bump(by):
    global count
    count += by
    total[0] += by
    return count
def nest():
    x = [1]
    def inner():
        nonlocal x
        x = x + [2]
        return x
    a = inner()
    return a is x
a = bump(500)
b = bump(500)
c = nest()
def shadow(total):
    total = total + ['local']
    count = 7
    return total, count
d = shadow(['arg'])
def make_global():
    global fresh
    fresh = [a]
make_global()
del count
print(a, b, c, d, fresh, total)
