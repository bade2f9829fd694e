# Bubble sort, binary search, stack and queue, removing while walking.
xs = [64, 34, 25, 12, 22, 11, 90]
n = len(xs)
for i in range(n):
    swapped = False
    for j in range(0, n - i - 1):
        if xs[j] > xs[j + 1]:
            xs[j], xs[j + 1] = xs[j + 1], xs[j]
            swapped = True
    if not swapped:
        break
print(xs)
low, high, target, probes = 0, len(xs) - 1, 25, 0
while low <= high:
    middle = (low + high) // 2
    probes += 1
    if xs[middle] == target:
        break
    if xs[middle] < target:
        low = middle + 1
    else:
        high = middle - 1
print(middle, probes)
stack = []
for ch in "(()())":
    if ch == "(":
        stack.append(ch)
    else:
        stack.pop()
print(len(stack) == 0)
numbers = [1, 2, 2, 3, 2]
for x in numbers:
    if x == 2:
        numbers.remove(x)
print(numbers)
unique = []
for x in [3, 1, 3, 2, 1]:
    if x not in unique:
        unique.append(x)
print(unique)
