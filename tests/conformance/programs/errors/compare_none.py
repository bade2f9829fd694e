scores = [3, None, 2]
best = scores[0]
for s in scores[1:]:
    if s > best:
        best = s
print(best)
