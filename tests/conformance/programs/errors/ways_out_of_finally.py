"""Which way out wins: return, break, continue and raise through nested blocks."""
log = []


class Block:
    def __init__(self, name, swallows=False):
        self.name, self.swallows = name, swallows

    def __enter__(self):
        log.append("+" + self.name)
        return self

    def __exit__(self, kind, value, traceback):
        log.append("-" + self.name + (" " + kind.__name__ if kind else ""))
        return self.swallows


def ways(way):
    while True:
        try:
            with Block("a") as a, Block("b", way == 4):
                try:
                    if way == 0:
                        return a.name
                    if way == 1:
                        break
                    if way == 2:
                        way = 1
                        continue
                    raise ValueError(way)
                except ValueError:
                    if way == 3:
                        return None
                    raise
                finally:
                    log.append("inner")
        finally:
            log.append("outer")
            if way == 5:
                way = 6
                break
        log.append("swallowed")
        return True
    return way


for way in range(6):
    print(way, ways(way), " ".join(log))
    del log[:]


def replaced():
    for number in range(4):
        try:
            try:
                raise KeyError(number)
            finally:
                if number == 1:
                    break
        except KeyError as error:
            print("caught", error)
            continue
        finally:
            print("number", number)
            pass
    return number


print(replaced())


def chained():
    try:
        try:
            raise KeyError("first")
        finally:
            raise IndexError("second")
    except IndexError as error:
        print(repr(error), repr(error.__context__))
        return error.__context__.__context__
    finally:
        while log:
            log.pop()


print(chained())
