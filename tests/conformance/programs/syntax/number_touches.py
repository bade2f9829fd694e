"""A number may touch a keyword; from 3.11 on the compiler does not like it."""
x = 3
print(1if x else 2)
print([0x1for i in range(2)])
print(1in[1], 1or 2, 0b1or 2, 0o7and 1, 1.5if x else 1, 1e5or 2, 1jor 3, 0xfor 3)
print(1 if 0else 2, 1not in [1])
print([1_000if i else 2for i in (0, 1)])
print(x if 1is not None else x)
