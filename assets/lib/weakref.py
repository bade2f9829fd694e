"""Weak references: dictionaries, sets, bound methods and finalizers beside ref and proxy."""

import atexit
import gc
import itertools
import sys
from _collections_abc import Mapping, MutableMapping
from _weakref import (CallableProxyType, ProxyType, ReferenceType, _remove_dead_weakref,
                      getweakrefcount, getweakrefs, proxy, ref)
from _weakrefset import WeakSet, _IterationGuard

_minor = sys.version_info[1]

ProxyTypes = (ProxyType, CallableProxyType)

__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType',
           'ProxyType', 'CallableProxyType', 'ProxyTypes', 'WeakValueDictionary', 'WeakSet',
           'WeakMethod', 'finalize']


class WeakMethod(ref):
    """A weak reference to a bound method that lives as long as its object and function do."""

    def __new__(cls, meth, callback=None):
        try:
            obj = meth.__self__
            func = meth.__func__
        except AttributeError:
            raise TypeError('argument should be a bound method, not {}'.format(type(meth))) from None

        def notice(_):
            self = self_ref()
            if self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        self = ref.__new__(cls, obj, notice)
        self._func_ref = ref(func, notice)
        self._meth_type = type(meth)
        self._alive = True
        self_ref = ref(self)
        return self

    def __init__(self, meth, callback=None):
        pass

    def __call__(self):
        obj = super().__call__()
        func = self._func_ref()
        if obj is None or func is None:
            return None
        return self._meth_type(func, obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._func_ref == other._func_ref

    def __ne__(self, other):
        same = self.__eq__(other)
        return same if same is NotImplemented else not same

    __hash__ = ref.__hash__


class KeyedRef(ref):
    """A weak reference that knows the key under which it is stored."""

    __slots__ = 'key',

    def __new__(cls, obj, callback, key):
        self = ref.__new__(cls, obj, callback)
        self.key = key
        return self

    def __init__(self, obj, callback, key):
        super().__init__(obj, callback)


def _qualified(cls, method):
    """How a version calls a method whose arguments do not fit."""
    return method if _minor < 10 else cls + '.' + method


def _self_and_source(args, method):
    """The arguments by position: self and, if at all, what a dictionary is to be filled from."""
    form = '%s() takes from 1 to 2 positional arguments but %d were given'
    if not args:
        raise TypeError("%s() missing 1 required positional argument: 'self'"
                        % _qualified('WeakValueDictionary', method) if _minor >= 8 else
                        "descriptor '%s' of 'WeakValueDictionary' object needs an argument" % method)
    if len(args) > 2:
        raise TypeError(form % (_qualified('WeakValueDictionary', method), len(args)) if _minor >= 8 else
                        'expected at most 1 arguments, got %d' % (len(args) - 1))
    return args[0], args[1] if len(args) == 2 else None


def _with_items(other):
    return other if hasattr(other, 'items') else dict(other)


class _Union:
    """What | does with weak dictionaries since 3.9."""

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        both = self.copy()
        both.update(other)
        return both

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        both = self.__class__()
        both.update(other)
        both.update(self)
        return both


class WeakValueDictionary(MutableMapping):
    """Entries vanish when their value dies."""

    def __init__(*args, **kwargs):
        self, _ = _self_and_source(args, '__init__')

        if _minor == 6:  # where removing needs the dict alone
            def remove(dead, self_ref=ref(self), forget=_remove_dead_weakref):
                self = self_ref()
                if self is not None:
                    if self._iterating:
                        self._pending_removals.append(dead.key)
                    else:
                        forget(data, dead.key)
        else:
            def remove(dead, self_ref=ref(self), forget=_remove_dead_weakref):
                self = self_ref()
                if self is not None:
                    if self._iterating:
                        self._pending_removals.append(dead.key)
                    else:
                        forget(self.data, dead.key)

        self._remove = remove
        self._pending_removals = []
        self._iterating = set()
        data = self.data = {}
        self.update(*args[1:] if _minor < 8 or len(args) > 1 else ((),), **kwargs)

    def _commit_removals(self):
        while self._pending_removals:
            _remove_dead_weakref(self.data, self._pending_removals.pop())

    def __len__(self):
        if self._pending_removals:
            self._commit_removals()
        return len(self.data)

    def __getitem__(self, key):
        if self._pending_removals:
            self._commit_removals()
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __delitem__(self, key):
        if self._pending_removals:
            self._commit_removals()
        del self.data[key]

    def __contains__(self, key):
        if self._pending_removals:
            self._commit_removals()
        try:
            value = self.data[key]()
        except KeyError:
            return False
        return value is not None

    def __repr__(self):
        return '<%s at %#x>' % (self.__class__.__name__, id(self))

    def __setitem__(self, key, value):
        if self._pending_removals:
            self._commit_removals()
        self.data[key] = KeyedRef(value, self._remove, key)

    def copy(self):
        if self._pending_removals:
            self._commit_removals()
        new = WeakValueDictionary()
        with _IterationGuard(self):
            for key, stored in self.data.items():
                value = stored()
                if value is not None:
                    new[key] = value
        return new

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        if self._pending_removals:
            self._commit_removals()
        new = self.__class__()
        with _IterationGuard(self):
            for key, stored in self.data.items():
                value = stored()
                if value is not None:
                    new[deepcopy(key, memo)] = value
        return new

    def get(self, key, default=None):
        if self._pending_removals:
            self._commit_removals()
        try:
            stored = self.data[key]
        except KeyError:
            return default
        value = stored()
        return default if value is None else value

    def items(self):
        if self._pending_removals:
            self._commit_removals()
        with _IterationGuard(self):
            for k, wr in self.data.items():
                v = wr()
                if v is not None:
                    yield k, v

    def keys(self):
        if self._pending_removals:
            self._commit_removals()
        with _IterationGuard(self):
            for k, wr in self.data.items():
                if wr() is not None:
                    yield k

    __iter__ = keys

    def itervaluerefs(self):
        if self._pending_removals:
            self._commit_removals()
        with _IterationGuard(self):
            yield from self.data.values()

    def values(self):
        if self._pending_removals:
            self._commit_removals()
        with _IterationGuard(self):
            for wr in self.data.values():
                obj = wr()
                if obj is not None:
                    yield obj

    def popitem(self):
        if self._pending_removals:
            self._commit_removals()
        while True:
            key, stored = self.data.popitem()
            value = stored()
            if value is not None:
                return key, value

    def pop(self, key, *args):
        if self._pending_removals:
            self._commit_removals()
        try:
            value = self.data.pop(key)()
        except KeyError:
            value = None
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def setdefault(self, key, default=None):
        try:
            value = self.data[key]()
        except KeyError:
            value = None
        if value is not None:
            return value
        if self._pending_removals:
            self._commit_removals()
        self.data[key] = KeyedRef(default, self._remove, key)
        return default

    def update(*args, **kwargs):
        self, other = _self_and_source(args, 'update')
        if self._pending_removals:
            self._commit_removals()
        data = self.data
        if other is not None:
            for key, value in _with_items(other).items():
                data[key] = KeyedRef(value, self._remove, key)
        for key, value in kwargs.items():
            data[key] = KeyedRef(value, self._remove, key)

    def valuerefs(self):
        if self._pending_removals:
            self._commit_removals()
        return list(self.data.values())

    if _minor >= 9:
        __ior__, __or__, __ror__ = _Union.__ior__, _Union.__or__, _Union.__ror__


class WeakKeyDictionary(MutableMapping):
    """Entries vanish when their key dies."""

    def __init__(self, dict=None):
        self.data = {}

        def remove(dead, self_ref=ref(self)):
            self = self_ref()
            if self is not None:
                if self._iterating:
                    self._pending_removals.append(dead)
                else:
                    try:
                        del self.data[dead]
                    except KeyError:
                        pass

        self._remove = remove
        self._pending_removals = []
        self._iterating = set()
        self._dirty_len = False
        if dict is not None:
            self.update(dict)

    def _commit_removals(self):
        while self._pending_removals:
            try:
                del self.data[self._pending_removals.pop()]
            except KeyError:
                pass

    def _scrub_removals(self):
        data = self.data
        self._pending_removals = [dead for dead in self._pending_removals if dead in data]
        self._dirty_len = False

    def __delitem__(self, key):
        self._dirty_len = True
        del self.data[ref(key)]

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __len__(self):
        if self._dirty_len and self._pending_removals:
            self._scrub_removals()
        return len(self.data) - len(self._pending_removals)

    def __repr__(self):
        return '<%s at %#x>' % (self.__class__.__name__, id(self))

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def copy(self):
        new = WeakKeyDictionary()
        with _IterationGuard(self):
            for stored, value in self.data.items():
                key = stored()
                if key is not None:
                    new[key] = value
        return new

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = self.__class__()
        with _IterationGuard(self):
            for stored, value in self.data.items():
                key = stored()
                if key is not None:
                    new[key] = deepcopy(value, memo)
        return new

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def __contains__(self, key):
        try:
            stored = ref(key)
        except TypeError:
            return False
        return stored in self.data

    def items(self):
        with _IterationGuard(self):
            for wr, value in self.data.items():
                key = wr()
                if key is not None:
                    yield key, value

    def keys(self):
        with _IterationGuard(self):
            for wr in self.data:
                obj = wr()
                if obj is not None:
                    yield obj

    __iter__ = keys

    def values(self):
        with _IterationGuard(self):
            for wr, value in self.data.items():
                if wr() is not None:
                    yield value

    def keyrefs(self):
        return list(self.data)

    def popitem(self):
        self._dirty_len = True
        while True:
            stored, value = self.data.popitem()
            key = stored()
            if key is not None:
                return key, value

    def pop(self, key, *args):
        self._dirty_len = True
        return self.data.pop(ref(key), *args)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def update(self, dict=None, **kwargs):
        data = self.data
        if dict is not None:
            for key, value in _with_items(dict).items():
                data[ref(key, self._remove)] = value
        if kwargs:
            self.update(kwargs)

    if _minor >= 9:
        __ior__, __or__, __ror__ = _Union.__ior__, _Union.__or__, _Union.__ror__


def _too_few(given):
    """What is said when a finalizer is made without an object or a function."""
    if _minor in (7, 8) and given:
        return 'finalize expected at least 2 positional arguments, got %d' % (given - 1)
    if _minor in (7, 8):
        return "descriptor '__init__' of 'finalize' object needs an argument"
    missing = ["'self'", "'obj'", "'func'"][given:]
    named = ', '.join(missing[:-1]) + (',' if len(missing) > 2 else '')
    return '%s() missing %d required positional argument%s: %s' % (
        _qualified('finalize', '__init__'), len(missing), 's' if len(missing) > 1 else '',
        named + ' and ' + missing[-1] if named else missing[-1])


class finalize:
    """Calls a function when an object dies, or at the end of the program."""

    __slots__ = ()
    _registry = {}
    _shutdown = False
    _index_iter = itertools.count()
    _dirty = False
    _registered_with_atexit = False

    class _Info:  # what a finalizer is to call, and when
        __slots__ = ('weakref', 'func', 'args', 'kwargs', 'atexit', 'index')

    def __init__(*args, **kwargs):
        if _minor < 9:  # where they could be given by name
            named = [kwargs.pop(name) for name in ('obj', 'func')[len(args) - 1:] if name in kwargs]
            args += tuple(named)
        if len(args) < 3:
            raise TypeError(_too_few(len(args)))
        self, obj, func = args[:3]
        if not self._registered_with_atexit:
            import atexit
            atexit.register(self._exitfunc)
            finalize._registered_with_atexit = True
        info = self._Info()
        info.weakref = ref(obj, self)
        info.func = func
        info.args = args[3:]
        info.kwargs = kwargs or None
        info.atexit = True
        info.index = next(self._index_iter)
        self._registry[self] = info
        finalize._dirty = True

    def __call__(self, _=None):
        """Calls the function unless it was called or detached already."""
        info = self._registry.pop(self, None)
        if info and not self._shutdown:
            return info.func(*info.args, **(info.kwargs or {}))

    def detach(self):
        """Gives up: the result is (object, function, args, kwargs), None when it is dead."""
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None and self._registry.pop(self, None):
            return obj, info.func, info.args, info.kwargs or {}

    def peek(self):
        """The same, without giving up."""
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None:
            return obj, info.func, info.args, info.kwargs or {}

    @property
    def alive(self):
        """Has it not been called yet?"""
        return self in self._registry

    @property
    def atexit(self):
        """Is it to be called at the end of the program?"""
        info = self._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = self._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is None:
            return '<{} object at {:#x}; dead>'.format(type(self).__name__, id(self))
        return '<{} object at {:#x}; for {!r} at {:#x}>'.format(
            type(self).__name__, id(self), type(obj).__name__, id(obj))

    @classmethod
    def _select_for_exit(cls):
        """Those for the end of the program, the one that was made last at the end."""
        chosen = [made for made, info in cls._registry.items() if info.atexit]
        return sorted(chosen, key=lambda made: cls._registry[made].index)

    @classmethod
    def _exitfunc(cls):
        was_enabled = gc.isenabled()
        gc.disable()
        try:
            pending, finalize._dirty = [], True
            while pending or finalize._dirty:
                if finalize._dirty:
                    pending = cls._select_for_exit()
                    finalize._dirty = False
                    continue
                latest = pending.pop()
                try:
                    latest()
                except Exception:
                    sys.excepthook(*sys.exc_info())
        finally:
            finalize._shutdown = True
            if was_enabled:
                gc.enable()
