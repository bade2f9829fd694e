import gc, sys
gc.disable()
def gen_of(o):
    for g in range(3):
        if any(o is x for x in gc.get_objects(generation=g)): return g
    return None
if sys.version_info >= (3, 8):
    gc.collect()
    class N: pass
    a = N(); l = []; d = {}; t = (1,); t2 = ([],); s = {1}; f = lambda: 1
    def show(): print([gen_of(o) for o in (a, l, d, t, t2, s, f, N, 5, a.__dict__)])
    show(); gc.collect(0); show(); gc.collect(0); show(); gc.collect(1); show(); gc.collect(2); show()
    b = N(); print(gen_of(b)); gc.collect(1); print(gen_of(b)); gc.collect(); print(gen_of(b))
    d["x"] = []; print(gen_of(d), gen_of(d["x"]))
    gc.collect(0); print(gen_of(d))
    g = (i for i in l); print(gen_of(g), gen_of(iter(l))); gc.collect(); print(gen_of(g))
    l.append(l); gc.collect(0); print(gen_of(l))
    w = []
    gc.set_threshold(10, 2, 2); gc.enable()
    x = [[] for i in range(100)]
    gc.disable()
    print([gen_of(v) for v in x[:5]], gen_of(x))
    try: gc.get_objects(generation=3)
    except ValueError as e: print(e)
    try: gc.get_objects(generation="a")
    except TypeError as e: print(e)
print(gc.isenabled())
