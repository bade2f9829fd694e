print("not reached")
numbers = [1, 2, 3
print(numbers)
