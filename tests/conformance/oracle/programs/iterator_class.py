class Countdown:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return [self.n]
a = list(Countdown(2))
for x in Countdown(3):
    y = x
c = Countdown(2)
first, second = c
d = next(c, 'over')
e = [v for v in Countdown(2)]
f = sum(v[0] for v in Countdown(3))
print(a, y, first, second, d, e, f)
