log = []


def note(name, value):
    log.append(name)
    return value


def f(a=note("default a", 1), b=note("default b", 2)):
    log.append("body")
    return a * 10 + b


print(f(), f(note("argument", 5)), f(b=note("named", 7)))
print(log)
print(note("left", 1) + note("right", 2) * note("far right", 3))
x = [note("item 0", 0), note("item 1", 1)]
x[note("index", 1)] = note("value", 9)
d = {note("key", "k"): note("entry", "v")}
print(x, d)
print(log[6:])
print(note("a", 0) and note("b", 1), note("c", 1) or note("d", 1))
print(note("x", 1) < note("y", 0) < note("z", 5))
print(log[-6:])
