class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []

    def deposit(self, amount):
        if amount <= 0:
            print("amount must be positive")
            return False
        self.balance += amount
        self.history.append(("deposit", amount))
        return True

    def withdraw(self, amount):
        if amount > self.balance:
            print(f"{self.owner}: insufficient funds, {self.balance} < {amount}")
            return False
        self.balance -= amount
        self.history.append(("withdraw", amount))
        return True

    def transfer(self, other, amount):
        if self.withdraw(amount):
            other.deposit(amount)


ann = Account("Ann", 100)
bob = Account("Bob")
ann.transfer(bob, 30)
bob.transfer(ann, 50)
bob.deposit(-5)
ann.deposit(12.5)
print(ann.balance, bob.balance)
print(ann.history)
print(bob.history)
accounts = {"a": ann, "b": bob}
total = 0
for key in accounts:
    total += accounts[key].balance
print(total)
