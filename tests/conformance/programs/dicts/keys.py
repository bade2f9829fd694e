# Equal keys are one key.
d = {1: "one"}
d[1.0] = "uno"
d[True] = "yes"
print(d, len(d))
d = {0: "a", False: "b", 0.0: "c"}
print(d)
d = {"a": 1, "b": 2, "a": 3}
print(d)
print({"x": 1, "y": 2} == {"y": 2, "x": 1}, {"x": 1} == {"x": 1.0})
many = {}
for i in range(50):
    many[i * 7 % 50] = i
print(many[0], many[49], len(many))
for i in range(0, 50, 2):
    del many[i]
print(list(many))
for i in range(3):
    many[-i] = i
print(len(many), many[-1], many[0])
keys = many.keys()
many["new"] = 1
print(len(keys), "new" in keys)
d = {[1, 2]: "list"}
