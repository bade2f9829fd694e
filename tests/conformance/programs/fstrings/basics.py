name = "Ada"
age = 36
print(f"{name} is {age} years old")
print(f"next year: {age + 1}, upper: {name.upper()}, length: {len(name)}")
print(f"{{literal braces}} and {name}")
items = [1, 2, 3]
print(f"items: {items}, first: {items[0]}, sum: {sum(items)}")
d = {"key": "value"}
print(f"{d['key']} {d}")
print(f"{3 > 2} {None} {1.0} {1/3}")
print(f"{'yes' if age > 30 else 'no'}")
print(f"" + f"a" f"b" "c")
print(f"{name!r} {name!s} {[name]}")
print(f"""{name}
on two lines""")
print(f"{(1, 2)} {2 ** 3} {7 // 2}")
print(f"tab\t{name}\n{age}")
