d = {'a': [1], 'b': [2]}
values = d.values()
items = d.items()
it = iter(items)
pair = next(it)
other = next(it)
last = next(it, None)
keys = list(d)
it = iter(d)
d['a'].append(0)
k = next(it)
del it
for k, v in d.items():
    v.append(k)
for k in d.copy():
    del d[k]
print(pair, other, len(values), keys)
