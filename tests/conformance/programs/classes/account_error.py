class Account:
    """What a bank keeps for somebody."""

    interest = 0.02

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.log = []

    def deposit(self, amount):
        if amount <= 0:
            print("Deposit must be positive")
            return
        self.balance += amount
        self.log.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self.balance:
            print(f"Insufficient funds: {self.balance} < {amount}")
            return False
        self.balance -= amount
        self.log.append(("withdraw", amount))
        return True


account = Account("Ann", 100)
account.deposit(50)
account.deposit(-1)
print(account.withdraw(500), account.withdraw(30))
print(account.owner, account.balance, account.log)
Account.interest = 0.05
account.interest = 0.1
print(account.interest, Account.interest, Account("Bob").interest)
print(Account.__doc__, account.deposit.__name__, hasattr(account, "log"))
print(account.balnce)
