x = 10
for x in range(3):
    pass
print(x)
if x == 2:
    y = "set inside if"
print(y)
for i in [1, 2, 3]:
    total = i
print(total, i)
str_ = str(5)
list_ = [1, 2]
max = 99
print(max)
del max
print(max(1, 2))


def len(value):
    return "mine"


print(len([1, 2, 3]))
del len
print(len([1, 2, 3]))
i = "outer"
while True:
    for i in range(2):
        if i == 1:
            break
    break
print(i)
sum = 0
for n in (1, 2, 3):
    sum += n
print(sum)
sum([1, 2])
