balance = 1000.0
rate = 0.05
for year in range(1, 6):
    interest = balance * rate
    balance += interest
    print(year, interest, balance)
cents = 1999
print(cents // 100, cents % 100, cents / 100)
for c in range(-10, 41, 10):
    print(c, c * 9 / 5 + 32, (c * 9 + 160) // 5)
seconds = 98765
hours = seconds // 3600
minutes = seconds % 3600 // 60
print(hours, minutes, seconds % 60)
bill = 47.85
for percent in (10, 15, 20):
    tip = bill * percent / 100
    print(f"{percent}%: {tip:.2f} {bill + tip:.2f} {tip}")
print(2.675 * 100, 1.005 * 1000, 4.35 * 100, 0.1 + 0.7)
print(1e16 + 1, 2 ** 53 + 1.0, 9007199254740993 * 1.0, 1 / 49 * 49)
print(100 * 1.1, 3 * 0.1 == 0.3, 0.5 + 0.25 == 0.75)
