ages = {"Ann": 30, "Bob": 25}
print(ages, len(ages), ages["Ann"])
ages["Cid"] = 41
ages["Bob"] = 26
print(ages)
del ages["Ann"]
ages["Ann"] = 31
print(ages)
print("Bob" in ages, "Eve" in ages, 26 in ages.values())
print(ages.get("Bob"), ages.get("Eve"), ages.get("Eve", 0))
print(list(ages.keys()), list(ages.values()), list(ages.items()))
for name in ages:
    print(name, ages[name])
for name, age in ages.items():
    print(name, age)
print(ages.pop("Cid"), ages.pop("Cid", None), ages)
print(ages.setdefault("Dan", 5), ages.setdefault("Dan", 6), ages)
ages.update({"Eve": 1, "Dan": 2})
print(ages, ages.popitem())
print({}, dict(), dict(a=1, b=2), dict([("x", 1), ("y", 2)]))
print({1: "int", "1": "str", (1,): "tuple", None: 0, 2.5: True})
copy = ages.copy()
ages.clear()
print(ages, copy)
