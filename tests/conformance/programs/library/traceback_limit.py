"""sys.tracebacklimit: the module tells the first entries, the interpreter the last ones."""
import sys
import traceback


def dig(depth):
    if depth:
        dig(depth - 1)
    else:
        raise ValueError("rock")


def told():
    try:
        dig(3)
    except ValueError as error:
        text = traceback.format_exc()
        entries = traceback.extract_tb(error.__traceback__)
        summary = traceback.TracebackException.from_exception(error)
        stack = traceback.extract_stack()
        print(text.startswith("Traceback"), text.count("  File "), [entry.name for entry in entries],
              len(summary.stack), len(stack), traceback.format_exc(limit=1).count("  File "))


print(hasattr(sys, "tracebacklimit"))
told()
for limit in 100, 2, 1, 0, -1, None:
    sys.tracebacklimit = limit
    print(limit)
    told()
del sys.tracebacklimit
told()
sys.tracebacklimit = 2
dig(3)
