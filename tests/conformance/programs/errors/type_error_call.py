x = 5
xs = [1, 2]
print(x, xs)
xs(0)
