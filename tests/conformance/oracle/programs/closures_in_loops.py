makers = []
for i in range(3):
    def show(x=i):
        return x, i
    makers.append(show)
late = [lambda: k for k in range(3)]
early = [lambda k=k: k for k in range(3)]
a = [f() for f in makers]
b = [f() for f in late]
c = [f() for f in early]
def outer():
    fs = []
    for j in 'ab':
        fs.append(lambda: j)
    return fs
d = [f() for f in outer()]
makers.pop()
del show
print(a, b, c, d)
