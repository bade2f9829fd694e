"""What an object is made of, for those who make another like it."""

import sys

__all__ = ['pickle', 'constructor', 'add_extension', 'remove_extension', 'clear_extension_cache']

dispatch_table = {}
_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}
_IMMUTABLE = (int, float, complex, str, bytes, tuple)
_OWN_REDUCE = (set, frozenset, bytearray)
_DESCRIPTORS = (type(int.__add__), type(str.upper))


def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError('constructors must be callable')


def add_extension(module, name, code):
    key, code = (module, name), int(code)
    if not 1 <= code <= 0x7fffffff:
        raise ValueError('code out of range')
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    for known, registry in ((key, _extension_registry), (code, _inverted_registry)):
        if known in registry:
            what = 'key' if registry is _extension_registry else 'code'
            raise ValueError('%s %s is already %s %s %s' % (
                what, known, 'registered with' if what == 'key' else 'in use for',
                'code' if what == 'key' else 'key', registry[known]))
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    key = (module, name)
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError('key %s is not registered with code %s' % (key, code))
    del _extension_registry[key], _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    _extension_cache.clear()


# --- what makes the copies ---

def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(made, state)
    return made


# --- what an object is made of ---

def _slotnames(cls):
    """The slots of a class and its bases, as attributes are called in the instances."""
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get('__slots__', ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ('__dict__', '__weakref__'):
                continue
            if name.startswith('__') and not name.endswith('__'):
                name = '_%s%s' % (base.__name__.lstrip('_'), name)
            names.append(name)
    return names


def _cannot(obj, why=''):
    name = type(obj).__name__
    if sys.version_info < (3, 8):
        return TypeError("can't pickle %s objects" % name)
    return TypeError("cannot pickle '%s' object%s" % (name, why))


def _attributes(obj):
    """Those in the dictionary (None: there is none), those in slots."""
    slots = {}
    for name in _slotnames(type(obj)):
        try:
            slots[name] = getattr(obj, name)
        except AttributeError:
            pass
    return getattr(obj, '__dict__', None), slots


def _plain_state(obj):
    """object.__getstate__: the attributes, or (attributes, slots)."""
    values, slots = _attributes(obj)
    values = values or None
    return (values, slots) if slots else values


def _state(obj):
    get = getattr(obj, '__getstate__', None)
    return _plain_state(obj) if get is None else get()


def _new_arguments(obj):
    get = getattr(type(obj), '__getnewargs_ex__', None)
    if get is not None:
        return get(obj)
    get = getattr(type(obj), '__getnewargs__', None)
    return (() if get is None else get(obj)), {}


def _reduce_new(obj):
    """Of protocol 2 and later."""
    args, kwargs = _new_arguments(obj)
    state = _state(obj)
    items = iter(obj) if isinstance(obj, list) else None
    pairs = iter(obj.items()) if isinstance(obj, dict) else None
    if kwargs:
        return __newobj_ex__, (type(obj), args, kwargs), state, items, pairs
    return __newobj__, (type(obj),) + args, state, items, pairs


def _reduce_ex(self, proto):
    """Of the protocols 0 and 1: the part that a built-in base has, then the attributes."""
    cls = type(self)
    base = next((base for base in cls.__mro__ if '__module__' not in base.__dict__), object)
    if base is object:
        part = None
    else:
        if base is cls:
            raise _cannot(self)
        part = base(self)
    slots = _slotnames(cls)
    own = getattr(cls, '__getstate__', None) is not getattr(object, '__getstate__', None)
    if own:
        state = self.__getstate__()
    elif slots:
        why = 'a class that defines __slots__ without defining __getstate__ cannot be pickled'
        if (3, 8) <= sys.version_info < (3, 11):
            raise _cannot(self, ': %s with protocol %d' % (why, proto))
        raise TypeError(why)
    else:
        state = getattr(self, '__dict__', None)
    made = _reconstructor, (cls, base, part)
    return made + (state,) if state else made


def _reduce_built_in(obj, proto):
    """Of those that say it for themselves in C; None for others."""
    if isinstance(obj, (range, slice)):
        return type(obj), (obj.start, obj.stop, obj.step)
    if obj is Ellipsis or obj is NotImplemented:
        return repr(obj)
    if isinstance(obj, _DESCRIPTORS):
        return getattr, (obj.__objclass__, obj.__name__)
    if not isinstance(obj, _OWN_REDUCE):
        return None
    if isinstance(obj, bytearray):
        args = () if proto >= 3 and not obj else (bytes(obj),) if proto >= 3 else (obj.decode('latin-1'), 'latin-1')
    else:
        args = list(obj),
    return type(obj), args, getattr(obj, '__dict__', None)


def _reduce(obj, proto):
    """object.__reduce_ex__, but for what the class's own __reduce__ says."""
    made = _reduce_built_in(obj, proto)
    if made is not None:
        return made
    if type(obj).__name__ in ('generator', 'module', 'frame', 'traceback', 'code', 'mappingproxy', 'memoryview',
                              'staticmethod', 'classmethod', 'property', 'dict_keys', 'dict_values', 'dict_items'):
        raise _cannot(obj)
    return _reduce_ex(obj, proto) if proto < 2 else _reduce_new(obj)


def _reduce_exception(error):
    """BaseException.__reduce__."""
    args, values = error.args, dict(error.__dict__)
    if isinstance(error, OSError) and len(args) == 2 and error.filename is not None:
        args += (error.filename,) if error.filename2 is None else (error.filename, None, error.filename2)
    if isinstance(error, ImportError):
        for name in ('name', 'path'):
            if getattr(error, name) is not None:
                values[name] = getattr(error, name)
    return (type(error), args, values) if values else (type(error), args)
