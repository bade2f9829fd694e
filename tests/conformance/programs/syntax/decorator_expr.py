x = [lambda f: f]
@x[0]
def f(): pass
print('ok')
