x = "global"
counter = 0


def reads():
    print(x)


def shadows():
    x = "local"
    print(x)


def rebinds():
    global x
    x = "changed"


def increment():
    global counter, created
    counter += 1
    created = counter * 100


reads()
shadows()
reads()
rebinds()
reads()
increment()
increment()
print(counter, created)


def len_shadow(list):
    sum = 0
    for max in list:
        sum += max
    return sum


print(len_shadow([1, 2, 3]), sum([1, 2, 3]))
print = print
for x in range(2):
    pass
print(x)
