import atexit
import sys


@atexit.register
def last():
    print("last", sys.is_finalizing())


def gone():
    print("never")


atexit.register(gone)
atexit.register(print, "with", "arguments", sep="-")
atexit.unregister(gone)
print(atexit.register(len) is len)
atexit.unregister(len)
for wrong in ((5,), ()):
    try:
        atexit.register(*wrong)
    except TypeError as error:
        print(error)


def nested():
    print("nested")
    atexit.register(print, "too late")


atexit.register(nested)


class Held:
    def __del__(self):
        print("held dies")


held = Held()
atexit.register(lambda: print("held lives", held is not None))
raise ValueError("uncaught")
