for n in [-5, 0, 7, 42, 100]:
    if n < 0:
        print(n, "negative")
    elif n == 0:
        print(n, "zero")
    elif n < 10:
        print(n, "small")
    else:
        if n % 2 == 0 and not n > 50:
            print(n, "even and below fifty")
        else:
            print(n, "other")
for value in [0, 1, "", "a", [], [0], {}, {1: 2}, None, 0.0, 0.1, (), set()]:
    if value:
        print(value, "is true")
    else:
        print(value, "is false")
if True:
    pass
else:
    print("never")
grade = 87
letter = "A" if grade >= 90 else "B" if grade >= 80 else "C"
print(letter)
