"""Weak references: dictionaries, sets, bound methods and finalizers beside ref and proxy."""

import atexit
import gc
import sys
from _weakref import (CallableProxyType, ProxyType, ReferenceType, getweakrefcount, getweakrefs,
                      proxy, ref)
from _weakrefset import WeakSet, _IterationGuard

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

    __slots__ = ('key',)

    def __new__(cls, obj, callback, key):
        self = ref.__new__(cls, obj, callback)
        self.key = key
        return self

    def __init__(self, obj, callback, key):
        super().__init__(obj, callback)


class _WeakDictionary:
    """What both weak dictionaries have in common: removals wait while somebody iterates."""

    def _commit_removals(self):
        while self._pending_removals:
            self._forget(self._pending_removals.pop())

    def __len__(self):
        return len(self.data) - len(self._pending_removals)

    def clear(self):
        try:
            while True:
                self.popitem()
        except KeyError:
            pass

    def __iter__(self):
        return self.keys()

    def __copy__(self):
        return self.copy()

    def __eq__(self, other):
        if not isinstance(other, (dict, _WeakDictionary)):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    def __ne__(self, other):
        same = self.__eq__(other)
        return same if same is NotImplemented else not same

    __hash__ = None

    def _fill(self, other, kwargs):
        if other is not None:
            if not hasattr(other, 'items'):
                other = dict(other)
            for key, value in other.items():
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def __repr__(self):
        return '<{} at {:#x}>'.format(type(self).__name__, id(self))

    if sys.version_info >= (3, 9):
        def __ior__(self, other):
            self.update(other)
            return self

        def __or__(self, other):
            if not isinstance(other, (dict, _WeakDictionary)):
                return NotImplemented
            result = self.copy()
            result.update(other)
            return result

        def __ror__(self, other):
            if not isinstance(other, (dict, _WeakDictionary)):
                return NotImplemented
            result = type(self)()
            result.update(other)
            result.update(self)
            return result


class WeakValueDictionary(_WeakDictionary):
    """Entries vanish when their value dies."""

    def __init__(self, other=(), **kwargs):
        def remove(dead, self_ref=ref(self)):
            self = self_ref()
            if self is None:
                return
            if self._iterating:
                self._pending_removals.append(dead.key)
            elif self.data.get(dead.key) is dead:
                del self.data[dead.key]

        self._remove = remove
        self._pending_removals = []
        self._iterating = set()
        self.data = {}
        self.update(other, **kwargs)

    def _forget(self, key):
        stored = self.data.get(key)
        if stored is not None and stored() is None:
            del self.data[key]

    def _settle(self):
        if self._pending_removals:
            self._commit_removals()

    def __len__(self):
        self._settle()
        return len(self.data)

    def __getitem__(self, key):
        self._settle()
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __delitem__(self, key):
        self._settle()
        del self.data[key]

    def __contains__(self, key):
        self._settle()
        try:
            return self.data[key]() is not None
        except KeyError:
            return False

    def __setitem__(self, key, value):
        self._settle()
        self.data[key] = KeyedRef(value, self._remove, key)

    def copy(self):
        self._settle()
        new = WeakValueDictionary()
        with _IterationGuard(self):
            for key, stored in self.data.items():
                value = stored()
                if value is not None:
                    new[key] = value
        return new

    def __deepcopy__(self, memo):
        from copy import deepcopy
        self._settle()
        new = self.__class__()
        with _IterationGuard(self):
            for key, stored in self.data.items():
                value = stored()
                if value is not None:
                    new[deepcopy(key, memo)] = value
        return new

    def get(self, key, default=None):
        self._settle()
        stored = self.data.get(key)
        value = None if stored is None else stored()
        return default if value is None else value

    def items(self):
        self._settle()
        with _IterationGuard(self):
            for key, stored in self.data.items():
                value = stored()
                if value is not None:
                    yield key, value

    def keys(self):
        self._settle()
        with _IterationGuard(self):
            for key, stored in self.data.items():
                if stored() is not None:
                    yield key

    __iter__ = keys

    def values(self):
        self._settle()
        with _IterationGuard(self):
            for stored in self.data.values():
                value = stored()
                if value is not None:
                    yield value

    def itervaluerefs(self):
        self._settle()
        with _IterationGuard(self):
            yield from self.data.values()

    def valuerefs(self):
        self._settle()
        return list(self.data.values())

    def popitem(self):
        self._settle()
        while True:
            key, stored = self.data.popitem()
            value = stored()
            if value is not None:
                return key, value

    def pop(self, key, *args):
        self._settle()
        stored = self.data.pop(key, None)
        value = None if stored is None else stored()
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def setdefault(self, key, default=None):
        stored = self.data.get(key)
        value = None if stored is None else stored()
        if value is not None:
            return value
        self._settle()
        self.data[key] = KeyedRef(default, self._remove, key)
        return default

    def update(self, other=None, **kwargs):
        self._settle()
        self._fill(other, kwargs)


class WeakKeyDictionary(_WeakDictionary):
    """Entries vanish when their key dies."""

    def __init__(self, dict=None):
        self.data = {}

        def remove(dead, self_ref=ref(self)):
            self = self_ref()
            if self is None:
                return
            if self._iterating:
                self._pending_removals.append(dead)
            else:
                self._forget(dead)

        self._remove = remove
        self._pending_removals = []
        self._iterating = set()
        self._dirty_len = False
        if dict is not None:
            self.update(dict)

    def _forget(self, dead):
        try:
            del self.data[dead]
        except KeyError:
            pass

    def __delitem__(self, key):
        self._dirty_len = True
        del self.data[ref(key)]

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __contains__(self, key):
        try:
            stored = ref(key)
        except TypeError:
            return False
        return stored in self.data

    def copy(self):
        new = WeakKeyDictionary()
        with _IterationGuard(self):
            for stored, value in self.data.items():
                key = stored()
                if key is not None:
                    new[key] = value
        return new

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

    def items(self):
        with _IterationGuard(self):
            for stored, value in self.data.items():
                key = stored()
                if key is not None:
                    yield key, value

    def keys(self):
        with _IterationGuard(self):
            for stored in self.data:
                key = stored()
                if key is not None:
                    yield key

    __iter__ = keys

    def values(self):
        with _IterationGuard(self):
            for stored, value in self.data.items():
                if stored() is not None:
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
        self._fill(dict, kwargs)


class _Call:
    """What a finalizer is to call, and when."""

    __slots__ = ('weakref', 'func', 'args', 'kwargs', 'atexit', 'index')


class finalize:
    """Calls a function when an object dies, or at the end of the program."""

    __slots__ = ()
    _registry = {}
    _shutdown = False
    _count = 0
    _registered_with_atexit = False

    def __init__(*args, **kwargs):
        if len(args) < 3:
            raise TypeError('finalize expected at least 2 positional arguments, got %d'
                            % (len(args) - 1))
        self, obj, func = args[:3]
        if not finalize._registered_with_atexit:
            atexit.register(finalize._exitfunc)
            finalize._registered_with_atexit = True
        call = _Call()
        call.weakref = ref(obj, self)
        call.func = func
        call.args = args[3:]
        call.kwargs = kwargs or None
        call.atexit = True
        call.index = finalize._count
        finalize._count += 1
        self._registry[self] = call

    def __call__(self, _=None):
        """Calls the function unless it was called or detached already."""
        call = self._registry.pop(self, None)
        if call and not self._shutdown:
            return call.func(*call.args, **(call.kwargs or {}))

    def detach(self):
        """Gives up: the result is (object, function, args, kwargs), None when it is dead."""
        call = self._registry.get(self)
        obj = call and call.weakref()
        if obj is not None and self._registry.pop(self, None):
            return obj, call.func, call.args, call.kwargs or {}

    def peek(self):
        """The same, without giving up."""
        call = self._registry.get(self)
        obj = call and call.weakref()
        if obj is not None:
            return obj, call.func, call.args, call.kwargs or {}

    @property
    def alive(self):
        """Has it not been called yet?"""
        return self in self._registry

    @property
    def atexit(self):
        """Is it to be called at the end of the program?"""
        call = self._registry.get(self)
        return bool(call) and call.atexit

    @atexit.setter
    def atexit(self, value):
        call = self._registry.get(self)
        if call:
            call.atexit = bool(value)

    def __repr__(self):
        call = self._registry.get(self)
        obj = call and call.weakref()
        if obj is None:
            return '<{} object at {:#x}; dead>'.format(type(self).__name__, id(self))
        return '<{} object at {:#x}; for {!r} at {:#x}>'.format(
            type(self).__name__, id(self), type(obj).__name__, id(obj))

    @classmethod
    def _latest(cls):
        """The finalizer that was made last among those for the end of the program."""
        latest = None
        for made, call in cls._registry.items():
            if call.atexit and (latest is None or call.index > cls._registry[latest].index):
                latest = made
        return latest

    @classmethod
    def _exitfunc(cls):
        was_enabled = gc.isenabled()
        gc.disable()
        try:
            while True:
                latest = cls._latest()
                if latest is None:
                    break
                try:
                    latest()
                except Exception:
                    sys.excepthook(*sys.exc_info())
        finally:
            finalize._shutdown = True
            if was_enabled:
                gc.enable()
