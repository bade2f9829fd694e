class Problem(Exception):
    def __init__(self, code, detail=None):
        super().__init__(code)
        self.code = code
        self.detail = detail
seen = []
def work(x):
    try:
        if x:
            raise Problem(x, [x])
    except Problem as p:
        seen.append(p.code)
        raise
    else:
        seen.append('fine')
    return x
work(0)
for n in (1, 1000):
    try:
        work(n)
    except Problem as p:
        seen.append(p.detail)
del seen[0]
print(seen)
