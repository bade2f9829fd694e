def numbers(n):
    box = [n]
    for i in range(n):
        box.append(i)
        yield box
    return 'done'
g = numbers(3)
first = next(g)
del first[0]
second = next(g)
g = None
h = numbers(2)
all_of_them = list(h)
left = next(h, 'none')
z = zip(numbers(2), numbers(3))
p = next(z)
del z
e = (x * x for x in [1000, 2000])
q = next(e)
e.close()
print(second, len(all_of_them), left, p, q)
