d = {'one': 1, 'two': 2}
d['three'] = d
d['one'] = [1]
del d['two']
d.update(four=[4], five=5)
x = d.pop('four')
d.setdefault('six', []).append(x)
y = d.setdefault('six', None)
del d['three']
pair = d.popitem()
e = dict(d)
d.clear()
f = dict.fromkeys('abc', y)
g = {k: [v] for k, v in zip('xyz', range(3))}
g.update(f)
keys = g.keys()
del g
print(e, pair, len(keys))
