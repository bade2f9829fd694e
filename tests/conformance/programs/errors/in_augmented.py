totals = {"a": 1}
totals["a"] += 1
print(totals)
totals["b"] += 1
