def trial(label, action, start=(0, 1, 2, 3, 4, 5)):
    x = list(start)
    try: r = action(x)
    except Exception as e: print(f"{label:<22} {type(e).__name__}: {e}; {x}")
    else: print(f"{label:<22} {x}" + ("" if r is None else f" -> {r}"))
def setter(key, value):
    def act(x): x[key] = value
    return act
def deleter(key):
    def act(x): del x[key]
    return act
S = slice
for key, value in ((S(0, 0), [9]), (S(2, 4), []), (S(2, 4), [7, 8, 9]), (S(None), []), (S(None), "xy"), (S(1, -1), (0,)), (S(4, 1), ["in"]), (S(10, 20), [6]), (S(-100, 2), [8]), (S(None, None, 2), "abc"), (S(None, None, 2), "ab"), (S(None, None, -1), range(6)), (S(None, None, -1), range(5)), (S(5, None, -2), [1, 2, 3]), (S(0, 1), 5), (S(0, 1), None), (S(0, 6, 3), 5), (S(0, 2), iter("ab")), (S(0, 2), {"k": 1}), (S(0, 1), [[1, 2]]), (0, "z"), (-1, "z"), (6, "z"), (-7, "z"), ("0", 1), (1.0, 1), (None, 1), (True, "T"), (S(1, 2, 0), []), (S("a", 2), []), (S(0, 3), (x * x for x in range(4))), (S(None, 2), "")):
    trial(f"x[{key}]".replace("slice", "").replace(", None)", ")")[:20], setter(key, value))
for key in (S(0, 0), S(2, 4), S(None), S(None, None, 2), S(1, None, 3), S(None, None, -2), S(4, 1), S(3, -1), S(-2, None), 0, -1, 6, -7, "0", 1.5, None, S(1, 2, 0), S(None, None, -1), S(10, None, -3)):
    trial(f"del {key}"[:20], deleter(key))
trial("self", lambda x: x.__setitem__(S(2, 4), x)); trial("self step", lambda x: x.__setitem__(S(None, None, 2), x[:3])); trial("self all", lambda x: x.__setitem__(S(None), x)); trial("extend self", lambda x: x.extend(x)); trial("iadd self", lambda x: x.__iadd__(x) and None); trial("imul", lambda x: x.__imul__(2) and None, [1, 2]); trial("imul neg", lambda x: x.__imul__(-1) and None); trial("insert", lambda x: x.insert(-2, "i")); trial("insert far", lambda x: x.insert(99, "i")); trial("insert str", lambda x: x.insert("1", 0)); trial("pop slice", lambda x: x.pop(S(1))); trial("pop", lambda x: x.pop(-6)); trial("pop far", lambda x: x.pop(-7)); trial("remove", lambda x: x.remove(9)); trial("index", lambda x: x.index(3, 4)); trial("index neg", lambda x: x.index(5, -2)); trial("count", lambda x: x.count(0.0)); trial("reverse", lambda x: x.reverse()); trial("extend dict", lambda x: x.extend({"a": 1}), []); trial("extend None", lambda x: x.extend(None)); trial("extend gen", lambda x: x.extend(c for c in "ab"), []); trial("append two", lambda x: x.append(1, 2)); trial("sort mixed", lambda x: x.sort(), [1, "a"]); trial("sort None", lambda x: x.sort(), [None, None]); trial("clear", lambda x: x.clear()); trial("tuple add", lambda x: x + (1,)); trial("tuple iadd", lambda x: x.__iadd__((1,)) and None); trial("call", lambda x: x(0)); trial("attr", lambda x: x.push(1)); trial("compare", lambda x: x < 5); trial("nested", lambda x: x[1][2]); trial("star", lambda x: [*x, *x[:1]]); trial("float mul", lambda x: x * 1.0); trial("bool mul", lambda x: x * True, [1]); trial("sub", lambda x: x - [1]); trial("neg", lambda x: -x); trial("in", lambda x: [1] in x); trial("hash", lambda x: {x}); trial("key", lambda x: {}[x]); trial("format", lambda x: f"{x:>5}"); trial("percent", lambda x: "%d" % x); trial("percent s", lambda x: "%s" % x, [1]); trial("int", lambda x: int(x)); trial("ord", lambda x: ord(x)); trial("join", lambda x: ",".join(x)); trial("index obj", lambda x: [x][x]); trial("len", lambda x: len(x, 1)); trial("iter next", lambda x: next(x)); trial("unpack", lambda x: (lambda a, b: a)(*x)); trial("max key", lambda x: max(x, key="abs"))
x = y = [1, 2, 3]; x[1:] = [5]; print(y, x is y); x = x[:]; x.append(0); print(y); a = [1, 2, 3]; a[1:2], a[0] = [8, 9], a[-1]; print(a); b = [0, 1]; b[0], b[b[0]] = 1, 7; print(b)
class Idx:
    def __init__(self, i): self.i = i
    def __index__(self): return self.i
q = list("abcdef"); q[Idx(1)] = "B"; del q[Idx(-1)]; q[Idx(2):Idx(4)] = "XY"; print(q, q[Idx(0)], q[:Idx(2)], [1] * Idx(2), q.pop(Idx(0)), "xyz"[Idx(1)], (1, 2)[Idx(1)], range(5)[Idx(3)])
class Bad:
    def __index__(self): return "1"
try: q[Bad()]
except TypeError as e: print(e)
pair = (1, 2)
pair[0] = 5
