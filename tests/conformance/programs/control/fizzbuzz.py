for i in range(1, 21):
    if i % 15 == 0:
        print("FizzBuzz")
    elif i % 3 == 0:
        print("Fizz")
    elif i % 5 == 0:
        print("Buzz")
    else:
        print(i)
rows = 5
for i in range(1, rows + 1):
    print(" " * (rows - i) + "*" * (2 * i - 1))
for i in range(1, 6):
    line = ""
    for j in range(1, 6):
        line += str(i * j).rjust(4)
    print(line)
year = 1999
while year <= 2001:
    if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        print(year, "leap")
    else:
        print(year, "common")
    year += 1
