class HTTPError(Exception):
    status = 500
    reason = "Internal"
    registry = {}
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        HTTPError.registry[cls.status] = cls
    def __init__(self, detail=None, **headers):
        super().__init__(detail or self.reason)
        self.headers = headers
    def __repr__(self): return "%s(%d, %r)" % (type(self).__name__, self.status, self.args[0])
    def __eq__(self, o): return type(self) is type(o) and self.args == o.args
    def __hash__(self): return hash((type(self), self.args))
    def __bool__(self): return self.status < 500
    def __int__(self): return self.status
    def __iter__(self): yield self.status; yield self.args[0]
class NotFound(HTTPError): status, reason = 404, "Not Found"
class Gone(NotFound): status, reason = 410, "Gone"
class Teapot(HTTPError, ValueError): status, reason = 418, "I'm a teapot"
def abort(code, *a, **k): raise HTTPError.registry.get(code, HTTPError)(*a, **k)
for code, args, kw in ((404, (), {}), (410, ("left",), {"retry": 5}), (418, ("short",), {}), (500, (), {})):
    try: abort(code, *args, **kw)
    except ValueError as e: print("as ValueError:", e, int(e), bool(e))
    except NotFound as e: print("as NotFound:", e, repr(e), e.headers, list(e))
    except HTTPError as e: print("as HTTPError:", e, repr(e), bool(e))
print(NotFound() == NotFound(), NotFound("a") == NotFound("b"), len({NotFound(), NotFound(), Gone()}), issubclass(Gone, HTTPError))
print(sorted(HTTPError.registry), [c.__name__ for c in Teapot.__mro__])
s, r = Gone()
print(s, r)
try: raise Teapot from NotFound("cause")
except HTTPError as e: print(repr(e), "from", repr(e.__cause__), e.__suppress_context__)
class Meta(type):
    def __call__(cls, *a):
        print("making", cls.__name__)
        return super().__call__(*a)
class Made(Exception, metaclass=Meta): pass
try: raise Made
except Made as e: print(e.args)
try: raise Made("x", 1)
except Made as e: print(e, e.args)
class WithCall(Exception):
    def __call__(self): return "called"
    def __enter__(self): return self
    def __exit__(self, *a): return True
    def __getattr__(self, n): return n.upper()
try: raise WithCall("w")
except WithCall as e:
    print(e(), e.anything, e.args)
    with e as inner: raise inner
    print("survived")
class Lazy(Exception):
    def __init__(self, fn): self.fn = fn
    def __str__(self): return self.fn()
print(str(Lazy(lambda: "computed")), Lazy(len).args)
class Comparable(Exception):
    def __lt__(self, o): return str(self) < str(o)
print(max([Comparable("a"), Comparable("c"), Comparable("b")]), sorted([Comparable("z"), Comparable("y")]))
class Prop(Exception):
    @property
    def args2(self): return self.args * 2
    @classmethod
    def of(cls, *a): return cls(*a)
    @staticmethod
    def helper(): return "h"
print(Prop.of(1).args2, Prop.helper(), Prop.of.__name__)
try: NotFound().args = 5
except TypeError as e: print(e)
x = NotFound("d"); x.args = ("changed",); print(x, repr(x))
print(x.with_traceback(None) is x, [k for k in vars(x)])
raise Gone("finally", a=1) from Teapot()
