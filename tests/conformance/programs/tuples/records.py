students = [("Cid", 2, 78.5), ("Ann", 1, 91.25), ("Bob", 2, 85.0), ("Dee", 1, 91.25)]
for name, year, score in students:
    print(name.ljust(5), year, score)
print(sorted(students))
by_year = {}
for name, year, score in students:
    by_year.setdefault(year, []).append((score, name))
for year in sorted(by_year):
    best_score, best_name = max(by_year[year])
    print(year, best_name, best_score, sorted(by_year[year], reverse=True))
names, years, scores = (), (), ()
for s in students:
    names += (s[0],)
    years += (s[1],)
    scores += (s[2],)
print(names, years, sum(scores) / len(scores))
points = {(0, 0), (1, 2), (0, 0), (1, 2)}
print(len(points), (1, 2) in points, [1, 2] in [[1, 2]])
nested = ((1, 2), (3, (4, 5)))
(a, b), (c, (d, e)) = nested
print(a + b + c + d + e, nested[1][1][0], nested[::-1])
print((1, "a", None) == (1.0, "a", None), (1, 2) < (1, 2, 0), () < (0,))
print(max((3, "c"), (3, "d")), min((2, 9), (1, 100)))
