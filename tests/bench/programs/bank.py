# Classes: a simulation with inheritance, properties, operators and exceptions of its own.
SIZE = 300


class TooPoor(Exception):
    pass


class Money:
    __slots__ = ("cents",)

    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        return Money(self.cents + other.cents)

    def __sub__(self, other):
        return Money(self.cents - other.cents)

    def __lt__(self, other):
        return self.cents < other.cents


class Account:
    opened = 0

    def __init__(self, owner):
        Account.opened += 1
        self.owner = owner
        self._balance = Money(0)
        self.history = []

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        self._balance = self._balance + amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if self.balance < amount:
            raise TooPoor(self.owner)
        self._balance = self._balance - amount
        self.history.append(("withdrawal", amount))


class Savings(Account):
    def __init__(self, owner, rate):
        super().__init__(owner)
        self.rate = rate

    def withdraw(self, amount):
        super().withdraw(amount + Money(1))

    def add_interest(self):
        self.deposit(Money(self.balance.cents * self.rate // 100))


class Bank:
    def __init__(self):
        self.accounts = {}
        self.refused = 0

    def open(self, account):
        self.accounts[account.owner] = account

    def transfer(self, giver, taker, amount):
        try:
            self.accounts[giver].withdraw(amount)
            self.accounts[taker].deposit(amount)
        except TooPoor:
            self.refused += 1

    def close_month(self):
        for account in self.accounts.values():
            if isinstance(account, Savings):
                account.add_interest()


bank = Bank()
names = ["customer %d" % i for i in range(40)]
for i, name in enumerate(names):
    bank.open(Savings(name, 2) if i % 3 == 0 else Account(name))
    bank.accounts[name].deposit(Money(1000))
for month in range(SIZE):
    for i in range(len(names)):
        bank.transfer(names[i], names[(i * 7 + month) % len(names)], Money(i * 13 % 200 + 1))
    bank.close_month()
    for account in bank.accounts.values():
        account.history = account.history[-3:]
print(Account.opened, bank.refused, max(a.balance.cents for a in bank.accounts.values()))
