def counter(start):
    total = [start]
    n = start
    def step(by=1):
        nonlocal n
        n += by
        total.append(n)
        return n
    def reset():
        nonlocal n
        n = 0
    return step, reset
step, reset = counter(10)
a = step()
b = step(500)
reset()
c = step(2)
both = counter(1000)
x = both[0]
del both
y = x()
del step
step = reset = None
print(a, b, c, y)
