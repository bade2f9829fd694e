numbers = [1, 2, 3]
numbers[2] = 30
print(numbers)
numbers[3] = 40
