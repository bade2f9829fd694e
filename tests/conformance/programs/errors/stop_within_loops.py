def classify(items):
    for item in items:
        while item > 100:
            item //= 2
        if item < 0:
            continue
        print(item, 100 % item, end=" ")
    else:
        print("never reached")


classify([3, 400, -1, 7])
print()
classify([9, 0, 1])
