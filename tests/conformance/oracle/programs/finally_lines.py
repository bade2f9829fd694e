def loop(last):
    for i in range(last):
        try:
            if i == 1:
                continue
            if i == 3:
                break
        finally:
            if i == 2:
                i = [i]
    return [last]

def raised(x):
    try:
        x = 1 / x
    except ZeroDivisionError:
        return x
    finally:
        x = [x]
        if x[0]:
            x = None

def again(x):
    try:
        [][x]
    finally:
        x += 1
        if x == 9:
            str(x)

a = loop(2), loop(4)
b = raised(0), raised(1)
try:
    again(1)
except IndexError:
    b = None
try:
    c = [a]
finally:
    if b:
        c = None
