# contextlib: generators as context managers, stacks of them, exceptions on the way out.
import contextlib
import sys


@contextlib.contextmanager
def tag(name):
    """Writes a tag around what is done."""
    print("<%s>" % name)
    try:
        yield name.upper()
    except ValueError as error:
        print("caught", error)
    finally:
        print("</%s>" % name)


with tag("b") as text:
    print(text)
with tag("i"):
    raise ValueError("x")
try:
    with tag("i"):
        raise KeyError("x")
except KeyError as error:
    print("out", error)


@tag("decorated")
def work():
    print("working")


work()
work()
print(tag.__name__, tag.__doc__)


@contextlib.contextmanager
def nothing():
    if False:
        yield


@contextlib.contextmanager
def too_much():
    yield 1
    yield 2


for manager in (nothing, too_much):
    try:
        with manager():
            pass
    except RuntimeError as error:
        print(error)

with contextlib.suppress(ZeroDivisionError, KeyError):
    1 / 0
try:
    with contextlib.suppress(KeyError):
        1 / 0
except ZeroDivisionError:
    print("not suppressed")


class Door:
    def close(self):
        print("closed")


with contextlib.closing(Door()) as door:
    print(type(door).__name__)

with contextlib.ExitStack() as stack:
    print(stack.enter_context(tag("x")))
    stack.callback(print, "callback", 1, sep="-")
    stack.push(lambda *details: print("exit", details[0]))
    stack.enter_context(tag("y"))
try:
    with contextlib.ExitStack() as stack:
        stack.callback(print, "bye")
        1 / 0
except ZeroDivisionError as error:
    print(error)
with contextlib.ExitStack() as stack:
    stack.push(lambda *details: True)
    raise ValueError("gone")
try:
    contextlib.ExitStack().enter_context(5)
except Exception as error:
    print(type(error).__name__, error)


class Timed(contextlib.ContextDecorator):
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, *details):
        print("leave", details[0])


@Timed()
def body():
    print("body")


body()
with contextlib.redirect_stdout(sys.stderr):
    print("to stderr")
