# what happens in the deepest frames
def depth(n=1):
    try:
        return depth(n + 1)
    except RecursionError:
        return n
print(depth())
def tell(n):
    try:
        tell(n + 1)
    except RecursionError as e:
        print("caught at", n, e)
        raise ValueError("deep") from None
try:
    tell(1)
except (ValueError, RecursionError) as e:
    print(type(e).__name__, e)
count = 0
def forever():
    global count
    count += 1
    forever()
for _ in range(3):
    count = 0
    try:
        forever()
    except RecursionError as e:
        print(count, e)
def fact(n):
    if n == 0:
        return 1
    return n * fact(n - 1)
for n in (10, 500, 990, 995, 996, 997, 998, 999, 1000, 2000):
    try:
        print(n, len(str(fact(n))))
    except RecursionError as e:
        print(n, "too deep:", e)
def fin(n):
    try:
        fin(n + 1)
    finally:
        if n > 990 or n < 3:
            log.append(n)
log = []
try:
    fin(1)
except RecursionError as e:
    print(e, log[:3], log[-3:])
def retry(n):
    try:
        return retry(n + 1)
    except RecursionError as e:
        return len(str(e)) and n
print(retry(1))
def flatten(l):
    out = []
    for x in l:
        if isinstance(x, list):
            out.extend(flatten(x))
        else:
            out.append(x)
    return out
deep = []
for _ in range(400):
    deep = [deep, 1]
print(len(flatten(deep)))
for _ in range(700):
    deep = [deep]
try:
    print(len(flatten(deep)))
except RecursionError as e:
    print("flatten", e)
