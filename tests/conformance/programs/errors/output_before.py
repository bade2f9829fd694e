for i in range(3, -1, -1):
    print("12 /", i, "=", end=" ")
    print(12 / i)
