"""Filters of the module warnings, and what is shown."""
import warnings, sys
sys.stderr = sys.stdout
def show(): print([(f[0], f[2].__name__) for f in warnings.filters])
show()
def f(): warnings.warn("f warns")
f(); f()
warnings.warn("dep", DeprecationWarning)
warnings.warn("pend", PendingDeprecationWarning)
warnings.warn("fut", FutureWarning, 2)
for i in range(2): warnings.warn("loop %d" % i)
for i in range(2): warnings.warn("loop")
warnings.simplefilter("always"); f(); f()
warnings.simplefilter("once"); f(); f(); 
warnings.warn("f warns")
warnings.simplefilter("module"); f(); warnings.warn("mod"); warnings.warn("mod")
warnings.filterwarnings("ignore", message="ign.*"); warnings.warn("ignored"); warnings.warn("not ign")
warnings.filterwarnings("error", category=RuntimeWarning)
try: warnings.warn("boom", RuntimeWarning)
except RuntimeWarning as e: print("caught", e)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    warnings.warn("x"); warnings.warn("y", UserWarning)
    print(len(w), w[0].message, w[0].category, w[0].lineno, str(w[1].message), w[0].filename == __file__, w[0].line)
    print(str(w[0]).replace(__file__, "F"))
with warnings.catch_warnings() as w2: print(w2)
show()
warnings.resetwarnings(); show()
for bad in (lambda: warnings.warn("x", int), lambda: warnings.warn("x", 3), lambda: warnings.simplefilter("nope"), lambda: warnings.filterwarnings("error", 3), lambda: warnings.warn(), lambda: warnings.simplefilter("error", int), lambda: warnings.simplefilter("error", lineno=-1)):
    try: print(bad())
    except (TypeError, AssertionError, ValueError) as e: print(type(e).__name__, e)
print(warnings.formatwarning("m", UserWarning, "nofile.py", 3), warnings.formatwarning("m", UserWarning, "nofile.py", 3, "the line"))
warnings.showwarning("m", UserWarning, "nofile.py", 3)
def mine(message, category, filename, lineno, file=None, line=None): print("mine:", message, category.__name__, lineno)
old = warnings.showwarning
warnings.showwarning = mine
warnings.warn("through mine")
warnings.showwarning = old
warnings.formatwarning = lambda m, c, f, l, line=None: "FMT %s\n" % m
warnings.warn("formatted")
class W(UserWarning):
    def __init__(self, a): self.a = a
    def __str__(self): return "W!" + self.a
warnings.warn(W("arg"))
warnings.warn_explicit("explicit", UserWarning, "a.py", 7)
print("__warningregistry__" in globals())
def lib(): warnings.warn("level", stacklevel=2)
def user(): lib()
warnings.simplefilter("always")
with warnings.catch_warnings(record=True) as w:
    user()
    print(w[0].lineno)
