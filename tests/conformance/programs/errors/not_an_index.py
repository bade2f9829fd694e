xs = [1, 2, 3]
print(xs[True])
print(xs["1"])
