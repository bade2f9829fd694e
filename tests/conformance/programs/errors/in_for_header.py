data = {"rows": None}
for row in data["rows"]:
    print(row)
