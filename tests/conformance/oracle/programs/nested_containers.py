grid = [[0] * 2 for row in range(3)]
grid[0][1] = grid
shared = [[0]] * 3
shared[1].append(1)
tree = {'left': {'left': None, 'value': 1}, 'value': 2}
tree['right'] = tree['left']
tree['left'] = None
pair = (grid, tree)
deep = []
for i in range(4):
    deep = [deep]
while deep:
    deep = deep[0]
grid[0][1] = None
del pair
rows = [row for row in grid]
grid = None
del rows[1]
print(tree, shared, rows)
