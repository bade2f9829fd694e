class Guard:
    def __init__(self, log):
        self.log = log
    def __enter__(self):
        self.log.append('enter')
        return self.log
    def __exit__(self, kind, value, tb):
        self.log.append(kind.__name__ if kind else None)
        return kind is KeyError
log = []
with Guard(log) as inside:
    inside.append(1000)
with Guard([]) as a, Guard(a) as b:
    b.append('both')
with Guard(log):
    raise KeyError('gone')
def early():
    with Guard(log) as l:
        return [l]
r = early()
try:
    with Guard(log):
        raise ValueError('kept')
except ValueError as e:
    t = e.args
print(log, b, t)
