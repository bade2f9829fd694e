log = []
def guarded(name):
    try:
        yield [name]
        yield 'second'
    finally:
        log.append(name)
a = guarded('a')
x = next(a)
del a
b = guarded('b')
next(b)
b.close()
c = guarded('c')
next(c)
try:
    c.throw(ValueError('thrown'))
except ValueError as error:
    y = error.args
d = guarded('d')
del d
for v in guarded('e'):
    break
print(log, x, y, v)
