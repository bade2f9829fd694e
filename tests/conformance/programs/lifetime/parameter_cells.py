class Told:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def captured(first, second):
    third = Told("third")
    inner = lambda: first
    fourth = Told("fourth")
    return inner() is first


def both(first, second):
    middle = Told("middle")

    def read():
        return second, first, own
    own = Told("own")
    last = Told("last")
    return len(read())


def rebound(value):
    def read():
        return value
    value = Told("rebound")
    other = Told("other")
    return read().name


print(captured(Told("first"), Told("second")))
print(both(Told("1"), Told("2")))
print(rebound(Told("argument")))
made = [Told("kept 1"), Told("kept 2")]
print(captured(made.pop(), made.pop()))
print("end")
