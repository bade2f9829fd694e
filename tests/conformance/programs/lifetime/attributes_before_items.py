class Told:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


class Trouble(Exception):
    def __init__(self, *values):
        super().__init__(*values)
        self.detail = Told("detail")


class Listed(list):
    pass


class Mapped(dict):
    pass


class Paired(tuple):
    pass


try:
    raise Trouble(Told("argument"))
except Trouble as error:
    print("caught", len(error.args))
print("--- list")
listed = Listed([Told("item 1"), Told("item 2")])
listed.extra = Told("attribute of the list")
del listed
print("--- dict")
mapped = Mapped(a=Told("value"))
mapped.extra = Told("attribute of the dict")
del mapped
print("--- tuple")
paired = Paired([Told("first"), Told("second")])
paired.extra = Told("attribute of the tuple")
del paired
print("--- nested")
try:
    try:
        raise Trouble(Told("inner"))
    except Trouble as inner:
        raise KeyError(Told("outer")) from inner
except KeyError as outer:
    print(type(outer.__cause__).__name__)
print("end")
