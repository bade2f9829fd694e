log = []
def inner():
    try:
        raise ValueError('inner')
    except ValueError as e:
        raise KeyError('outer') from e
def middle():
    try:
        inner()
    finally:
        log.append('finally')
try:
    middle()
except KeyError as e:
    cause = e.__cause__
    context = e.__context__
    same = cause is context
cause = context = None
try:
    try:
        1 / 0
    except ZeroDivisionError:
        [].pop()
except IndexError as e:
    log.append(type(e.__context__).__name__)
print(log, same)
