class Account:
    count = 0
    names = []
    def __init__(self, name):
        Account.count += 1
        self.names.append(name)
        self.name = name
a = Account('ann')
b = Account('bob')
a.count = 1000
b.names = ['own']
Account.names = Account.names + ['c']
x = a.names is Account.names
del a.count
y = a.count
del Account.count
c = getattr(a, 'count', None)
setattr(b, 'late', a)
h = hasattr(b, 'late')
v = vars(b)
v['more'] = 1
delattr(b, 'late')
print(x, y, c, h, sorted(v))
