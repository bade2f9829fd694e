import sys


class Told:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass

    def lines(self):
        sys.stderr = sys.__stderr__
        return [line for line in self.text.splitlines() if "Error: " in line and line[:1] != " "]


told = sys.stderr = Told()
import gc, sys
def t(f, *a, **k):
    try: return f(*a, **k)
    except BaseException as e: return type(e).__name__ + ' ' + str(e)
print(t(gc.collect, 3), t(gc.collect, -1), t(gc.collect, 'a'), t(gc.collect, generation=1) is not None)
print(gc.get_threshold()[1:], gc.isenabled(), gc.get_debug(), gc.garbage, gc.callbacks)
print(gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
class A: pass
a = A(); b = [a]; d = {'k': a}; c = (a, 1)
refs = gc.get_referrers(a)
print(len(refs), b in refs, d in refs, any(r is c for r in refs), any(r is globals() for r in refs))
print([type(x).__name__ for x in gc.get_referents(b)], gc.get_referents(d) in (['k', a], [a, 'k']), gc.get_referents(1), gc.get_referents(c, b)[-1] is a)
print(gc.is_tracked(a), gc.is_tracked(1), gc.is_tracked('s'), gc.is_tracked([]), gc.is_tracked({}), gc.is_tracked({'a':1}), gc.is_tracked({'a':[]}), gc.is_tracked(()), gc.is_tracked((1,)), gc.is_tracked(None), gc.is_tracked(A), gc.is_tracked(len), gc.is_tracked(t))
if hasattr(gc, 'is_finalized'):
    class F:
        def __del__(s): global keep; keep = s
    f = F(); print(gc.is_finalized(f)); del f; print(gc.is_finalized(keep), gc.is_finalized(3)); 
def cb(phase, info): print('cb', phase, sorted(info.items()))
gc.collect()
gc.callbacks.append(cb)
x = []; x.append(x); del x
print(gc.collect())
print(gc.collect(0))
gc.callbacks.remove(cb)
def bad(p, i): 1/0
gc.callbacks.append(bad); gc.collect(); gc.callbacks.clear()
print(len(gc.get_stats()), sorted(gc.get_stats()[0]), gc.get_stats()[2]['uncollectable'])
gc.set_debug(gc.DEBUG_SAVEALL); print(gc.get_debug())
x = ['saved']; x.append(x); del x
n = gc.collect(); print(n, [len(g) for g in gc.garbage if type(g) is list and g and g[0] == 'saved'])
gc.set_debug(0); gc.garbage.clear(); print(gc.collect())
if hasattr(gc, 'freeze'):
    print(gc.get_freeze_count() in (0, 375)); gc.freeze(); print(gc.get_freeze_count() > 10); 
    y = []; y.append(y); del y
    print(gc.collect()); gc.unfreeze(); print(gc.get_freeze_count())
    z = []; z.append(z); gc.freeze(); del z; print(gc.collect()); gc.unfreeze(); print(gc.collect())
objs = gc.get_objects(); print(type(objs), any(o is a for o in objs), any(o is objs for o in objs))
if sys.version_info >= (3, 8): print(any(o is a for o in gc.get_objects(generation=2)), t(gc.get_objects, 5), t(gc.get_objects, 'a'))
print(t(gc.get_objects, 1, 2))
print(t(gc.set_threshold), t(gc.set_threshold, 'a'), t(gc.set_threshold, 1, 2, 3, 4), t(gc.set_debug, 'a'), t(gc.enable, 1))
gc.set_threshold(700, 10, 10); gc.disable(); print(gc.isenabled()); gc.enable()
print(len(gc.get_count()))
print(told.lines())
