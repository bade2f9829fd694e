text = 'the cat and the dog and the end'
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
groups = {}
for word, n in counts.items():
    groups.setdefault(n, []).append(word)
top = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:2]
letters = set()
for word in counts:
    letters.update(word)
longest = max(counts, key=len)
del counts
print(top, groups, ''.join(sorted(letters)), longest)
