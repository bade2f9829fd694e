n = 12
print(n + 1)
n.push(3)
