import sys, traceback
def f(*a, **k): raise ValueError("x")
def ret(): return f(1)
def ret2(): return f(1) + 2
def asg():
    x = f(1,
          2)
def meth():
    return sys.foo(3)
def call3():
    y = sys.stdout.nope(1)
def multi():
    return [
        1,
        2,
        f(3),
        4,
    ]
def multi2():
    f(
        1,
        2,
        3,
        4,
        5
    )
def binop():
    return (1 +
            2 + "a" +
            3)
def sub():
    d = {}
    return d["a"][
        "b"
    ]
def sub2(): return {}["k"]["z"]
def loop():
    for i in f(): pass
def cond():
    if f(1): pass
def wi():
    with f(): pass
def aug():
    x = 1
    x += "a"
def attr(): None.foo
def cmpx(): return 1 < "a"
def ass(): assert 1 == 2, "no"
def comp(): return [f(i) for i in (1,)]
def lam(): return (lambda: f(1))()
def deco():
    @f
    def g(): pass
def cls():
    class X(f()): pass
def cls2():
    class X:
        a = 1
        b = f(2)
        c = 3
def unp(): a, b = 1
def dele(): del {}["k"]
def st(): {}[[]] = 1
def star(): print(*3)
def rai_one():
    raise ValueError(
        "message"
    )
def wide(): return "日本" + f("é") + 1
def fstr(): return f"{f(1)} and {1/0}"
def exc():
    try: f()
    except KeyError: pass
def imp(): from sys import nothing
def imp2(): import nothing_here
def nested(): return f(f(f(1)), 2)[0].x
def par(): return (f)(1)
def neg(): return -"a"
def call_chain():
    return (sys
            .stdout
            .nothing(1)
            .x)
def tern(): return f(1) if True else 2
def cm(): return 1/0  # comment
for fn in (ret, ret2, asg, meth, call3, multi, multi2, binop, sub, sub2, loop, cond, wi, aug, attr, cmpx, ass, comp, lam, deco, cls, cls2, unp, dele, st, star, rai_one, wide, fstr, exc, imp, imp2, nested, par, neg, call_chain, tern, cm):
    try: fn()
    except Exception:
        print("==", fn.__name__)
        traceback.print_exc(file=sys.stdout)
