import timeit
def f(): return sum(range(10))
t = timeit.timeit(f, number=100); print(type(t).__name__, t > 0)
print(len(timeit.repeat(f, number=10, repeat=3)), timeit.default_timer() > 0)
print(timeit.Timer(f).timeit(10) >= 0, timeit.Timer(lambda: f()).repeat(2, 5)[0] >= 0)
try: timeit.timeit(5)
except ValueError as e: print(e)
