# Equal small numbers are one object, larger ones only within a piece of code.
age = 20
score = 20
print(id(age) == id(score), age is score)
score = 21
print(id(age) == id(score), age, score)
big = 257
other = 257
print(big is other)
other = int("257")
print(big == other, big is other)


def scores():
    one, two = 1000, 1000
    return one is two, one


same, thousand = scores()
print(same, thousand is scores()[1])
for number in (-6, -5, 0, 256, 257):
    copy = int(str(number))
    print(number, copy is int(str(number)))
