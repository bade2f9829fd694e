name = "Ada"
ages = {"Ada": 36}
print(f"{name} is {ages[name]}")
print(f"{name} and {ages['Bob']:>5}")
