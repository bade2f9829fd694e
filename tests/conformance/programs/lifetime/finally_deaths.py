"""When objects die that a finally clause, or leaving through it, lets go."""


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("  dies:", self.name)


def returns(kind):
    held = Thing(kind + " held")
    try:
        if kind == "value":
            return Thing("value returned")
        if kind == "constant":
            return 1
        Thing(kind + " at once")
    finally:
        print("  clause of", kind)
        held = None
        if kind == "replaced":
            return Thing("replacement")
    return kind


for kind in ("value", "constant", "end", "replaced"):
    print(kind)
    result = returns(kind)
    print("  result:", result if isinstance(result, (int, str)) else result.name)
    del result


def loops(last):
    for number in range(last):
        thing = Thing("thing %d" % number)
        try:
            if number == 1:
                continue
            if number == 3:
                break
        finally:
            print("  clause", number)
            if number == 2:
                thing = None
                print("  let go")
    else:
        print("  to the end")


for last in (2, 5):
    print("loop to", last)
    loops(last)


def overridden():
    try:
        raise ValueError(Thing("argument of what is lost"))
    finally:
        return Thing("returned instead")


print("overridden")
overridden()
print("done")
