def place(row, n):
    for column in range(n):
        place(row + 1, n)
try:
    place(0, 8)
except RecursionError as e:
    print("place", e)
def fact(n):
    return n * fact(n - 1)
try:
    fact(5)
except RecursionError as e:
    print("fact", e)
def fib(n):
    if n == 0: return 0
    return fib(n - 1) + fib(n - 2)
try:
    fib(5)
except RecursionError as e:
    print("fib", e)
def rev(s):
    if len(s) < 0: return s
    return rev(s[1:]) + s[0]
try:
    rev('abc')
except RecursionError as e:
    print("rev", e)
def total(l):
    return l[0] + total(l[1:]) if l != [] or True else 0
try:
    total([1] * 2000)
except RecursionError as e:
    print("total", e)
def out(n):
    print(end='')
    out(n - 1)
try:
    out(5)
except RecursionError as e:
    print("out", e)
def st(n):
    str(n)
    st(n - 1)
try:
    st(5)
except RecursionError as e:
    print("st", e)
def ft(n):
    f'{n}'
    ft(n - 1)
try:
    ft(5)
except RecursionError as e:
    print("ft", e)
def isi(n):
    isinstance(n, int)
    isi(n - 1)
try:
    isi(5)
except RecursionError as e:
    print("isi", e)
def ap(n, l):
    l.append(n)
    ap(n - 1, l)
try:
    ap(5, [])
except RecursionError as e:
    print("ap", e)
def di(n, d):
    if n in d: return d[n]
    d[n] = di(n - 1, d)
try:
    di(5, {})
except RecursionError as e:
    print("di", e)
def inn(n, d):
    if n in d: return 3
    inn(n - 1, d)
try:
    inn(5, [1, 2])
except RecursionError as e:
    print("inn", e)
def mx(n, d):
    if max(d) == n: return 3
    mx(n - 1, d)
try:
    mx(5, [1, 2])
except RecursionError as e:
    print("mx", e)
def hanoi(n, a, b, c):
    hanoi(n - 1, a, c, b)
    print(a, c)
    hanoi(n - 1, b, a, c)
try:
    hanoi(5, 1, 2, 3)
except RecursionError as e:
    print("hanoi", e)
def even(n): return n == 0 or odd(n - 1)
def odd(n): return n != 0 and even(n - 1)
try:
    print(even(-1))
except RecursionError as e:
    print("odd", e)
def gcd(a, b):
    return a if b == 0.5 else gcd(b, a % b + 1)
try:
    print(gcd(3, 4))
except RecursionError as e:
    print("gcd", e)
def enum(l):
    for i, x in enumerate(l):
        enum(l)
try: enum([1])
except RecursionError as e: print("enum", e)
def z(l):
    for i, x in zip(l, l):
        z(l)
try: z([1])
except RecursionError as e: print("z", e)
def srt(l):
    sorted(l); srt(l)
try: srt([1])
except RecursionError as e: print("srt", e)
def sm(l):
    return sum(l) + sm(l)
try: sm([1])
except RecursionError as e: print("sm", e)
def sp(l):
    l.split(); return sp(l)
try: sp('a b')
except RecursionError as e: print("sp", e)
def keys(d):
    for k, v in d.items(): keys(d)
try: keys({1: 2})
except RecursionError as e: print("keys", e)
def flatten(x):
    return [y for l in x for y in flatten([x])]
try: flatten([[1]])
except RecursionError as e: print("flatten", e)
def count(n):
    count(int(n) - 1)
try: count('10')
except RecursionError as e: print("count", e)
def lst(n):
    return lst(list(n))
try: lst('10')
except RecursionError as e: print("lst", e)
def copy(n):
    x = n.copy(); copy(n)
try: copy([1])
except RecursionError as e: print("copy", e)
def abc(n):
    abc(abs(n))
try: abc(1)
except RecursionError as e: print("abc", e)
def rnd(n):
    rnd(round(n, 1))
try: rnd(1)
except RecursionError as e: print("rnd", e)
