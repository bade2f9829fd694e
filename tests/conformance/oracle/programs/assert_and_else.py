def check(x):
    try:
        assert x > 0, 'not positive'
    except AssertionError as e:
        return str(e)
    else:
        return [x]
    finally:
        done.append(x)
done = []
a = check(1)
b = check(-1000)
for i in range(3):
    if i == 5:
        break
else:
    c = ['no break']
n = 3
while n:
    n -= 1
    if n == 1:
        d = [n]
        break
else:
    d = None
print(a, b, c, d, done)
