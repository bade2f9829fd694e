class Account:
    rate = 0.05
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []
    def deposit(self, amount):
        if amount <= 0:
            raise ValueError('bad amount: %d' % amount)
        self.balance += amount
        self.history.append(('deposit', amount))
    def transfer(self, other, amount):
        self.balance -= amount
        other.deposit(amount)
a = Account('ann', 1000)
b = Account('bob')
a.deposit(500)
a.transfer(b, 700)
try:
    b.deposit(-1)
except ValueError as e:
    print(e)
accounts = {x.owner: x for x in (a, b)}
del a
total = sum(x.balance for x in accounts.values())
accounts.pop('ann')
print(total, b.history)
