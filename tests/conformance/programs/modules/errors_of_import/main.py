import sys


def attempt(number):
    if number == 0:
        import missing
    elif number == 1:
        import plain.inner
    elif number == 2:
        from plain import y
    elif number == 3:
        import missing.inner
    elif number == 4:
        import half
    elif number == 5:
        from dynamic import xyz
        print(xyz)
    elif number == 6:
        from dynamic import abc
    elif number == 7:
        import dynamic
        dynamic.other


for number in range(8):
    try:
        attempt(number)
    except ImportError as error:
        print(number, type(error).__name__, str(error).split(" (/")[0], error.name)
    except (ValueError, AttributeError) as error:
        print(number, type(error).__name__, error)
print("half" in sys.modules, "plain" in sys.modules)
try:
    import half
except ValueError:
    print("it was run again")
