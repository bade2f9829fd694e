students = {
    "ann": {"age": 20, "grades": [90, 85]},
    "bob": {"age": 22, "grades": []},
}
students["ann"]["grades"].append(77)
students["bob"]["city"] = "Rome"
print(students)
for name in students:
    grades = students[name]["grades"]
    if grades:
        print(name, sum(grades) / len(grades))
    else:
        print(name, "no grades")
groups = {}
for word in ["apple", "avocado", "banana", "blueberry", "cherry"]:
    groups.setdefault(word[0], []).append(word)
print(groups)
inverted = {}
for key, value in {"a": 1, "b": 2, "c": 1}.items():
    inverted[value] = inverted.get(value, "") + key
print(inverted)
graph = {"A": ["B", "C"], "B": ["D"], "C": ["D"], "D": []}
queue = ["A"]
seen = []
while queue:
    node = queue.pop(0)
    if node not in seen:
        seen.append(node)
        queue += graph[node]
print(seen)
loop = {}
loop["self"] = loop
print(loop)
