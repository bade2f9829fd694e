xs = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
print(xs[2:5], xs[:3], xs[7:], xs[:], xs[-3:], xs[:-7])
print(xs[::2], xs[1::2], xs[::-1], xs[8:2:-2], xs[-1:-4:-1], xs[5:5], xs[7:3])
print(xs[100:], xs[-100:3], xs[3:-100:-1], xs[None:4])
xs[2:5] = ["two", "three", "four"]
print(xs)
xs[0:2] = []
print(xs)
xs[3:3] = [100, 200]
print(xs)
xs[::2] = ["x"] * len(xs[::2])
print(xs)
xs[1:-1] = []
print(xs)
xs[:] = [1, 2, 3, 4]
print(xs)
xs[len(xs):] = [5, 6]
print(xs)
ys = xs[:]
ys[0] = 99
print(xs, ys, xs is ys)
xs[::-1] = [1, 2, 3, 4, 5, 6]
print(xs)
xs[2:4] = "ab"
print(xs)
