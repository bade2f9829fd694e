def show(label, function, *self):
    try:
        value = function(*self)
        if hasattr(value, "__next__"):
            value = list(value)
        text = type(value).__name__ + " " + repr(value)
    except Exception as error:
        text = type(error).__name__ + ": " + str(error)
    print(label, "->", ascii(text), *(ascii(repr(part)) for part in self))


class Thing:
    "A class."
    kind = 1
    def __init__(self, value=0):
        self.value = value
    def method(self):
        return self.value
    def __repr__(self):
        return "<Thing>"


def fail(function, *args):
    try:
        function(*args)
    except BaseException as error:
        return error


show('s.__self__', lambda s: s.__self__, super(Thing, Thing()))
show('s.co_posonlyargcount', lambda s: s.co_posonlyargcount, {}.keys())
show('s < s', lambda s: s < s, 'a')
show('issubclass(s, object)', lambda s: issubclass(s, object), 5)
show('type(s.__init__)', lambda s: type(s.__init__), Thing())
show('s.__type_params__', lambda s: s.__type_params__, [])
show('s.__text_signature__', lambda s: s.__text_signature__, range(3))
show("setattr(s, '__dict__', {'q': 1})", lambda s: setattr(s, '__dict__', {'q': 1}), object)
show('s.__text_signature__', lambda s: s.__text_signature__, super(Thing, Thing()))
show("delattr(s, 'x')", lambda s: delattr(s, 'x'), 'a')
show('s.__kwdefaults__', lambda s: s.__kwdefaults__, object)
show('s != s', lambda s: s != s, int)
show('s.__thisclass__', lambda s: s.__thisclass__, range(3))
show('s.fget', lambda s: s.fget, range(3))
show("setattr(s, '__dict__', {'q': 1})", lambda s: setattr(s, '__dict__', {'q': 1}), fail(int, 'x'))
show('s.co_flags', lambda s: s.co_flags, 5)
show('s.tb_next', lambda s: s.tb_next, ValueError)
show("sum([b'a'], b'')", lambda: sum([b'a'], b''))
show('s.__code__.co_name', lambda s: s.__code__.co_name, Thing().method)
show("setattr(s, 'real', 1)", lambda s: setattr(s, 'real', 1), int)
show("{'a': 1}.keys() == {'a'}", lambda: {'a': 1}.keys() == {'a'})
show('callable(s)', lambda s: callable(s), ...)
show('s.tb_lineno > 0', lambda s: s.tb_lineno > 0, type)
show('s.__firstlineno__', lambda s: s.__firstlineno__, ...)
show('s.__doc__ is None', lambda s: s.__doc__ is None, Thing().method)
show('s.__class__', lambda s: s.__class__, int)
show('s.__self_class__', lambda s: s.__self_class__, 'a')
show('s.__weakrefoffset__', lambda s: s.__weakrefoffset__, 'a')
show("delattr(s, '__name__')", lambda s: delattr(s, '__name__'), ValueError)
show("setattr(s, 'x', 1)", lambda s: setattr(s, 'x', 1), {}.keys())
show('s.co_varnames', lambda s: s.co_varnames, int)
show('s.__code__.co_name', lambda s: s.__code__.co_name, ValueError)
show('iter(s)', lambda s: iter(s), len)
show('s.__mro__', lambda s: s.__mro__, list.append)
show('repr(s)', lambda s: repr(s), {}.keys())
show('type(vars(s))', lambda s: type(vars(s)), fail(int, 'x'))
show('isinstance(s, object)', lambda s: isinstance(s, object), object)
show('s.__wrapped__', lambda s: s.__wrapped__, super(Thing, Thing()))
show('type(s.__call__)', lambda s: type(s.__call__), fail(int, 'x'))
show('len(s)', lambda s: len(s), int)
show('s.__mro__', lambda s: s.__mro__, ValueError)
show('s.__static_attributes__', lambda s: s.__static_attributes__, None)
show('s.__type_params__', lambda s: s.__type_params__, ValueError)
show('s.__notes__', lambda s: s.__notes__, len)
show('sum([[1]], [])', lambda: sum([[1]], []))
show('s.__class__', lambda s: s.__class__, fail(int, 'x'))
show('s.co_names', lambda s: s.co_names, type)
show('s.__text_signature__', lambda s: s.__text_signature__, ...)
show('s.fget', lambda s: s.fget, Thing)
show('isinstance(s, (int, type))', lambda s: isinstance(s, (int, type)), 'a')
show('list(zip())', lambda: list(zip()))
show('s(1)', lambda s: s(1), ...)
show('isinstance(1, (1,))', lambda: isinstance(1, (1,)))
show('s.__weakref__', lambda s: s.__weakref__, Thing)
show('type(s.__dict__)', lambda s: type(s.__dict__), None)
show('s.__bases__', lambda s: s.__bases__, slice(1))
show('s.co_names', lambda s: s.co_names, slice(1))
show('s + 1', lambda s: s + 1, [])
show('s.__closure__', lambda s: s.__closure__, Thing().method)
show('s.__annotations__', lambda s: s.__annotations__, int)
show("setattr(s, '__doc__', 'd')", lambda s: setattr(s, '__doc__', 'd'), None)
show('s.__thisclass__', lambda s: s.__thisclass__, None)
show('s.__firstlineno__', lambda s: s.__firstlineno__, len)
show('format(s)', lambda s: format(s), len)
show('s.__basicsize__', lambda s: s.__basicsize__, [])
show("delattr(s, '__name__')", lambda s: delattr(s, '__name__'), range(3))
show('s.__mro__', lambda s: s.__mro__, range(3))
show('s.__kwdefaults__', lambda s: s.__kwdefaults__, None)
show('s.__closure__', lambda s: s.__closure__, fail(int, 'x'))
show('s.__defaults__', lambda s: s.__defaults__, 5)
