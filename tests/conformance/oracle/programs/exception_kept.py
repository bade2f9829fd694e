def risky(n):
    local = [n]
    return local[n]
kept = None
try:
    risky(5)
except IndexError as error:
    kept = error
text = str(kept)
tb = kept.__traceback__
kept.__traceback__ = None
del tb
try:
    {}['missing']
except KeyError as error:
    key = error.args[0]
try:
    int('x')
except (TypeError, ValueError) as error:
    message = str(error)
kept = None
print(text, key, message)
