a = 5
print(1 < a < 10, 1 < a < 3, 10 > a >= 5, a == 5 != 6)
print(1 < 2 < 3 < 4, 1 < 3 > 2, 1 == 1.0 == True)
print(3 == 3.0, a is a, 0.5 == 1 / 2)
print("apple" < "banana", "Apple" < "apple", "" < "a", "abc" < "abcd")
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], (2,) > (1, 99))
print(1 in [1, 2, 3], 4 in [1, 2, 3], 4 not in [1, 2, 3])
print(None is None, None == 0, not None)
print("a" == 1, [] == (), 1 != "1")
x = 0
print(x or "default", x and "never", 5 and 6, 0 or [] or "last")
print(not x, not not x, not "", not "text")
print(True and False or True, True or False and False)
print(1 if x else 2, "even" if 4 % 2 == 0 else "odd")
