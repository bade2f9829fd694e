print("a" * 3, 3 * "a")
print("a" * "b")
