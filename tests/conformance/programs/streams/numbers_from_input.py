count = int(input("How many? "))
numbers = []
for i in range(count):
    numbers.append(float(input()))
print("sum", sum(numbers), "largest", max(numbers))
name, age = input("Name and age: ").split()
print("Hello", name, int(age) + 1)
while True:
    try:
        line = input()
    except EOFError:
        print("end of input")
        break
    if not line.strip():
        print("empty")
        continue
    try:
        print(int(line) * 2)
    except ValueError as error:
        print("bad:", error)
print(int(input("again: ")))
