xs = [3, 1, 2]
xs = xs.sort()
print(xs)
xs.append(4)
