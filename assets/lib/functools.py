"""Functions that take and give functions; what CPython has in C is in _functools."""

import sys
from _functools import cmp_to_key, partial, reduce, _lru_cache_wrapper

_VERSION = sys.version_info[:2]

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cmp_to_key',
           'lru_cache', 'reduce', 'partial', 'partialmethod', 'singledispatch']

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
if _VERSION >= (3, 12):
    WRAPPER_ASSIGNMENTS = WRAPPER_ASSIGNMENTS[:4] + ('__annotations__', '__type_params__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# --- total_ordering: the missing comparisons from the one that a class defines ---

def _derived(root, name, answer):
    """A comparison that asks `root` and lets `answer(result, self, other)` conclude."""
    def compare(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        return answer(result, self, other)
    compare.__name__ = name
    compare.__qualname__ = name
    return compare


def _not(result, self, other):
    return not result


def _and_differs(result, self, other):
    return result and self != other


def _or_equal(result, self, other):
    return result or self == other


def _neither(result, self, other):
    return not result and self != other


def _not_or_equal(result, self, other):
    return not result or self == other


_DERIVED = {
    '__lt__': (('__gt__', _neither), ('__le__', _or_equal), ('__ge__', _not)),
    '__le__': (('__ge__', _not_or_equal), ('__lt__', _and_differs), ('__gt__', _not)),
    '__gt__': (('__lt__', _neither), ('__ge__', _or_equal), ('__le__', _not)),
    '__ge__': (('__le__', _not_or_equal), ('__gt__', _and_differs), ('__lt__', _not)),
}


def total_ordering(cls):
    roots = {name for name in _DERIVED if getattr(cls, name, None) is not getattr(object, name, None)}
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = max(roots)
    for name, answer in _DERIVED[root]:
        if name not in roots:
            setattr(cls, name, _derived(root, name, answer))
    return cls


# --- caches ---

class _CacheInfo(tuple):
    __slots__ = ()
    _fields = ('hits', 'misses', 'maxsize', 'currsize')
    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __new__(cls, hits, misses, maxsize, currsize):
        return tuple.__new__(cls, (hits, misses, maxsize, currsize))

    def __repr__(self):
        return 'CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)' % tuple(self)

    def _asdict(self):
        return dict(zip(self._fields, self))


_CacheInfo.__name__ = _CacheInfo.__qualname__ = 'CacheInfo'


def _cached(function, maxsize, typed):
    wrapper = _lru_cache_wrapper(function, maxsize, typed, _CacheInfo)
    if _VERSION >= (3, 9):
        wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, function)


def lru_cache(maxsize=128, typed=False):
    if _VERSION < (3, 8):
        if maxsize is not None and not isinstance(maxsize, int):
            raise TypeError('Expected maxsize to be an integer or None')
    elif isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorating_function(user_function):
        return _cached(user_function, maxsize, typed)
    return decorating_function


if _VERSION >= (3, 9):
    def cache(user_function):
        return lru_cache(maxsize=None)(user_function)
    __all__.append('cache')


if _VERSION >= (3, 8):
    class cached_property:
        def __init__(self, func):
            self.func = func
            self.attrname = None
            self.__doc__ = func.__doc__

        def __set_name__(self, owner, name):
            if self.attrname is None:
                self.attrname = name
            elif name != self.attrname:
                raise TypeError('Cannot assign the same cached_property to two different names (%r and %r).'
                                % (self.attrname, name))

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            if self.attrname is None:
                raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
            try:
                values = instance.__dict__
            except AttributeError:
                raise TypeError("No '__dict__' attribute on %r instance to cache %r property."
                                % (type(instance).__name__, self.attrname)) from None
            if self.attrname not in values:
                values[self.attrname] = self.func(instance)
            return values[self.attrname]
    __all__.append('cached_property')


# --- partialmethod ---

class partialmethod:
    def __init__(*args, **keywords):
        if len(args) < 2:
            raise TypeError("__init__() missing 1 required positional argument: 'func'")
        self, func = args[:2]
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError('%r is not callable or a descriptor' % (func,))
        more = args[2:]
        if isinstance(func, partialmethod):
            more = func.args + more
            keywords = dict(func.keywords, **keywords)
            func = func.func
        self.func = func
        self.args = more
        self.keywords = keywords

    def __repr__(self):
        parts = [repr(value) for value in self.args] + ['%s=%r' % item for item in self.keywords.items()]
        return '%s.%s(%s)' % (type(self).__module__, type(self).__qualname__, ', '.join([repr(self.func)] + parts))

    def _method(self):
        def _method(cls_or_self, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **dict(self.keywords, **keywords))
        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None and not hasattr(self.func, '__code__'):
            bound = get(obj, cls)
            if bound is not self.func:
                return partial(bound, *self.args, **self.keywords)
        return self._method().__get__(obj, cls)


# --- singledispatch ---

def _nearest(cls, registry):
    """The registered class that stands first in the method resolution order, abstract ones last."""
    for base in cls.__mro__[:-1]:
        if base in registry:
            return base
    found = [base for base in registry if base is not object and issubclass(cls, base)]
    for base in found:
        if all(issubclass(base, other) for other in found):
            return base
    if found:
        raise RuntimeError('Ambiguous dispatch: %s or %s' % (found[0], found[1])) if len(found) > 1 else None
    return object


def singledispatch(func):
    registry = {}

    def dispatch(cls):
        return registry[_nearest(cls, registry)]

    def register(cls, func=None):
        if func is None:
            if isinstance(cls, type):
                return lambda f: register(cls, f)
            annotations = getattr(cls, '__annotations__', {})
            if not annotations:
                raise TypeError('Invalid first argument to `register()`: %r. Use either `@register(some_class)` or '
                                'plain `@register` on an annotated function.' % (cls,))
            func = cls
            cls = next(iter(annotations.values()))
        registry[cls] = func
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError('%s requires at least 1 positional argument' % getattr(func, '__name__',
                                                                                   'singledispatch function'))
        return dispatch(args[0].__class__)(*args, **kw)

    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    wrapper._clear_cache = lambda: None
    update_wrapper(wrapper, func)
    return wrapper


if _VERSION >= (3, 8):
    class singledispatchmethod:
        def __init__(self, func):
            if not callable(func) and not hasattr(func, '__get__'):
                raise TypeError('%r is not callable or a descriptor' % (func,))
            self.dispatcher = singledispatch(func)
            self.func = func

        def register(self, cls, method=None):
            return self.dispatcher.register(cls, method)

        def __get__(self, obj, cls=None):
            def _method(*args, **kwargs):
                method = self.dispatcher.dispatch(args[0].__class__)
                return method.__get__(obj, cls)(*args, **kwargs)
            _method.register = self.register
            update_wrapper(_method, self.func)
            return _method
    __all__.append('singledispatchmethod')
