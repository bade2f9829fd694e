words = ['pear', 'fig', 'apple']
a = sorted(words)
b = sorted(words, key=len)
words.sort(key=str.upper, reverse=True)
c = [(2, 'b'), (1, 'z'), (2, 'a')]
c.sort()
d = max(words, key=len)
e = min([3000, 1000, 2000])
f = list(reversed(a))
g = sum([[1], [2]], [])
h = sum(x for x in (100, 200))
i = list(zip(*c))
j = any(len(w) > 4 for w in words), all(words)
n = [len(w) for w in words]
print(a, b, words, c, d, e, f, g, h, i, j, n)
