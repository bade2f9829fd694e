# What a call says about *x and **x that do not fit; the words changed with 3.9.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def plain(*args, **kwargs):
    return len(args), sorted(kwargs)


class Thing:
    def method(self):
        return 1

    def __call__(self):
        return 2

    def __repr__(self):
        return 'a thing'


for callee in (plain, Thing().method, Thing(), len, [].append, str.upper, lambda: 0, int, Thing, 3):
    attempt(lambda: callee(*3))
    attempt(lambda: callee(**3))
    attempt(lambda: callee(a=1, **{'a': 2}))
    attempt(lambda: callee(**{'a': 1}, **{'a': 2}))
    attempt(lambda: callee(**{'a': 1}, **3))
    attempt(lambda: callee(1, **{1: 2}, **{1: 3}))
for callee in (plain, Thing().method, Thing(), lambda: 0, len, [].append):
    attempt(lambda: callee(**{1: 2}))


def unpack(value):
    a, b = value


attempt(lambda: unpack(3))
attempt(lambda: unpack(None))
attempt(lambda: [*3])
attempt(lambda: (*None, 1))
attempt(lambda: {*3})
attempt(lambda: zip(3, []))
attempt(lambda: zip([], None))
attempt(lambda: map(len, 3))


class Plain:
    pass


class New:
    def __new__(cls, *args):
        return super().__new__(cls, *args)


class Init:
    def __init__(self, *args):
        super().__init__(*args)


class Both(New, Init):
    pass


for make in (Plain, New, Init, Both, object):
    attempt(lambda: make(1) and 0)
    attempt(lambda: make().__init__(1))
    attempt(lambda: object.__new__(make, 1) and 0)
    attempt(lambda: object.__init__(make(), 1))
