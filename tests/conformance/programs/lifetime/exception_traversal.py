import gc

gc.collect()


class Told:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


class Trouble(Exception):
    def __init__(self, *values):
        super().__init__(*values)
        self.detail = Told("detail")


def chained(value):
    try:
        raise Trouble(value)
    except Trouble as error:
        raise KeyError(Told("key")) from error


first = Told("first")
try:
    chained(Told("argument"))
except KeyError as error:
    kept = error.__cause__
last = Told("last")
print("end")
