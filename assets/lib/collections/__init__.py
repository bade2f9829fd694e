"""Containers beside the built-in ones; what CPython has in C is in _collections."""

import sys
import _collections
from _collections_abc import Mapping, MutableMapping, MutableSequence, Sequence
from _collections import deque
from _heapstep import define as _define
from keyword import iskeyword as _is_keyword

_VERSION = sys.version_info[:2]

__all__ = ['deque', 'namedtuple', 'UserDict', 'UserList', 'UserString', 'Counter', 'ChainMap']
for _name in ('defaultdict', 'OrderedDict'):
    if hasattr(_collections, _name):
        globals()[_name] = getattr(_collections, _name)
        __all__.append(_name)
del _name


# --- namedtuple ---

class _tuplegetter:
    """The property of a field."""

    def __init__(self, index, doc):
        self._index = index
        self.__doc__ = doc

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return tuple.__getitem__(instance, self._index)

    def __set__(self, instance, value):
        raise AttributeError("can't set attribute")

    def __delete__(self, instance):
        raise AttributeError("can't delete attribute")

    def __repr__(self):
        return '_tuplegetter(%r, %r)' % (self._index, self.__doc__)


def _renamed(names):
    seen, result = set(), []
    for index, name in enumerate(names):
        if not name.isidentifier() or _is_keyword(name) or name.startswith('_') or name in seen:
            name = '_%d' % index
        seen.add(name)
        result.append(name)
    return result


def _check_names(typename, names, rename):
    for name in [typename] + names:
        if type(name) is not str:
            raise TypeError('Type names and field names must be strings')
        if not name.isidentifier():
            raise ValueError('Type names and field names must be valid identifiers: %r' % name)
        if _is_keyword(name):
            raise ValueError('Type names and field names cannot be a keyword: %r' % name)
    seen = set()
    for name in names:
        if name.startswith('_') and not rename:
            raise ValueError('Field names cannot start with an underscore: %r' % name)
        if name in seen:
            raise ValueError('Encountered duplicate field name: %r' % name)
        seen.add(name)


def _new_of(typename, names):
    made = {}
    parameters = ''.join(', ' + name for name in names)
    items = ''.join(name + ', ' for name in names)
    text = 'def __new__(_cls%s):\n    return _tuple_new(_cls, (%s))\n'
    if _VERSION == (3, 9):  # there a call's mistakes are told of a lambda
        text = '__new__ = lambda _cls%s: _tuple_new(_cls, (%s))\n'
    _define(text % (parameters, items),
            {'_tuple_new': tuple.__new__, '__name__': 'namedtuple_' + typename}, made)
    function = made['__new__']
    function.__name__ = '__new__'
    function.__doc__ = 'Create new instance of %s(%s)' % (typename, ', '.join(names))
    return function


def _methods_of(typename, names, defaults):
    template = '(' + ', '.join(name + '=%r' for name in names) + ')'

    @classmethod
    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != len(names):
            raise TypeError('Expected %d arguments, got %d' % (len(names), len(result)))
        return result

    def _replace(self, **kwds):
        result = self._make([kwds.pop(name, value) for name, value in zip(names, self)])
        if kwds:
            if _VERSION >= (3, 13):
                raise TypeError('Got unexpected field names: %r' % list(kwds))
            raise ValueError('Got unexpected field names: %r' % list(kwds))
        return result

    def __repr__(self):
        return self.__class__.__name__ + template % self

    def _asdict(self):
        pairs = zip(self._fields, self)
        if _VERSION < (3, 8) and 'OrderedDict' in globals():
            return globals()['OrderedDict'](pairs)
        return dict(pairs)

    def __getnewargs__(self):
        return tuple(self)

    methods = {'_make': _make, '_replace': _replace, '__repr__': __repr__, '_asdict': _asdict,
               '__getnewargs__': __getnewargs__}
    if _VERSION >= (3, 13):
        methods['__replace__'] = _replace
    return methods


def _namedtuple(typename, field_names, rename, defaults, module):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    names = list(map(str, field_names))
    typename = sys.intern(str(typename))
    if rename:
        names = _renamed(names)
    _check_names(typename, names, rename)
    fields = tuple(map(sys.intern, names))
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(names):
            raise TypeError('Got more default values than field names')
        field_defaults = dict(zip(names[len(names) - len(defaults):], defaults))
    namespace = {'__doc__': '%s(%s)' % (typename, ', '.join(names)), '__slots__': (), '_fields': fields}
    if _VERSION >= (3, 7):
        namespace['_field_defaults'] = field_defaults
    if _VERSION >= (3, 10):
        namespace['__match_args__'] = fields
    new = _new_of(typename, names)
    if defaults:
        new.__defaults__ = defaults
    namespace['__new__'] = new
    namespace.update(_methods_of(typename, names, defaults))
    for index, name in enumerate(names):
        namespace[name] = _tuplegetter(index, 'Alias for field number %d' % index)
    result = type(typename, (tuple,), namespace)
    for name in ('__new__', '_replace', '__repr__', '_asdict', '__getnewargs__'):
        namespace[name].__qualname__ = '%s.%s' % (typename, name)
    result.__module__ = module if module is not None else _caller_module()
    return result


def _caller_module():
    try:
        return sys._getframe(3).f_globals.get('__name__', '__main__')
    except (AttributeError, ValueError):
        return '__main__'


if _VERSION >= (3, 7):
    def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
        return _namedtuple(typename, field_names, rename, defaults, module)
else:
    def namedtuple(typename, field_names, *, verbose=False, rename=False, module=None):
        return _namedtuple(typename, field_names, rename, None, module)


# --- Counter ---

def _self_and_iterable(name, args):
    """The arguments of a method of Counter, whose first parameter has no name that a keyword could take."""
    if not args:
        raise TypeError("descriptor %r of 'Counter' object needs an argument" % name)
    if len(args) > 2:
        if _VERSION < (3, 8):
            raise TypeError('expected at most 1 arguments, got %d' % (len(args) - 1))
        raise TypeError('%s%s() takes from 1 to 2 positional arguments but %d were given'
                        % ('Counter.' if _VERSION >= (3, 10) else '', name, len(args)))
    return args[0], args[1] if len(args) > 1 else None


class Counter(dict):
    def __init__(*args, **kwds):
        self, iterable = _self_and_iterable('__init__', args)
        super(Counter, self).__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    if _VERSION >= (3, 10):
        def total(self):
            return sum(self.values())

    def most_common(self, n=None):
        if n is None:
            return sorted(self.items(), key=lambda item: item[1], reverse=True)
        import heapq
        return heapq.nlargest(n, self.items(), key=lambda item: item[1])

    def elements(self):
        return (element for element, count in self.items() for _ in range(count))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(*args, **kwds):
        self, iterable = _self_and_iterable('update', args)
        if iterable is not None:
            if hasattr(iterable, 'keys') and hasattr(iterable, 'items'):
                if self:
                    for element, count in iterable.items():
                        self[element] = count + self.get(element, 0)
                else:
                    dict.update(self, iterable)
            else:
                for element in iterable:
                    self[element] = self.get(element, 0) + 1
        if kwds:
            self.update(kwds)

    def subtract(*args, **kwds):
        self, iterable = _self_and_iterable('subtract', args)
        if iterable is not None:
            if hasattr(iterable, 'keys') and hasattr(iterable, 'items'):
                for element, count in iterable.items():
                    self[element] = self.get(element, 0) - count
            else:
                for element in iterable:
                    self[element] = self.get(element, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, elem):
        if elem in self:
            super().__delitem__(elem)

    def __repr__(self):
        if not self:
            return '%s()' % self.__class__.__name__
        if _VERSION >= (3, 10):
            try:
                return '%s(%r)' % (self.__class__.__name__, dict(self.most_common()))
            except TypeError:
                return '%s(%s)' % (self.__class__.__name__, dict.__repr__(self))
        try:
            items = ', '.join(map('%r: %r'.__mod__, self.most_common()))
            return '%s({%s})' % (self.__class__.__name__, items)
        except TypeError:
            return '%s(%s)' % (self.__class__.__name__, dict.__repr__(self))

    if _VERSION >= (3, 10):
        def __eq__(self, other):
            if not isinstance(other, Counter):
                return NotImplemented
            return all(self[e] == other[e] for c in (self, other) for e in c)

        def __ne__(self, other):
            if not isinstance(other, Counter):
                return NotImplemented
            return not self == other

        def __le__(self, other):
            if not isinstance(other, Counter):
                return NotImplemented
            return all(self[e] <= other[e] for c in (self, other) for e in c)

        def __lt__(self, other):
            if not isinstance(other, Counter):
                return NotImplemented
            return self <= other and self != other

        def __ge__(self, other):
            if not isinstance(other, Counter):
                return NotImplemented
            return all(self[e] >= other[e] for c in (self, other) for e in c)

        def __gt__(self, other):
            if not isinstance(other, Counter):
                return NotImplemented
            return self >= other and self != other

    def _combined(self, other, combine, alone):
        """Positive results for the elements of both, in their order; `alone`: of a count that self has not."""
        result = Counter()
        for element, count in self.items():
            count = combine(count, other[element])
            if count > 0:
                result[element] = count
        for element, count in other.items():
            if alone and element not in self:
                count = alone(count)
                if count is not None:
                    result[element] = count
        return result

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: a + b, lambda b: b if b > 0 else None)

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: a - b, lambda b: 0 - b if b < 0 else None)

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: b if a < b else a, lambda b: b if b > 0 else None)

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: a if a < b else b, None)

    def __pos__(self):
        return self._combined(Counter(), lambda a, b: a, None)

    def __neg__(self):
        result = Counter()
        for element, count in self.items():
            if count < 0:
                result[element] = 0 - count
        return result

    def _keep_positive(self):
        for element in [element for element, count in self.items() if not count > 0]:
            del self[element]
        return self

    def __iadd__(self, other):
        for element, count in other.items():
            self[element] += count
        return self._keep_positive()

    def __isub__(self, other):
        for element, count in other.items():
            self[element] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for element, count in other.items():
            if count > self[element]:
                self[element] = count
        return self._keep_positive()

    def __iand__(self, other):
        for element, count in self.items():
            if other[element] < count:
                self[element] = other[element]
        return self._keep_positive()


# --- ChainMap ---

class ChainMap(MutableMapping):
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def _keys(self):
        keys = {}
        for mapping in reversed(self.maps):
            keys.update(dict.fromkeys(mapping))
        return keys

    def __len__(self):
        return len(self._keys())

    def __iter__(self):
        return iter(self._keys() if _VERSION >= (3, 7) else set().union(*self.maps))

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        return '%s(%s)' % (self.__class__.__name__, ', '.join(map(repr, self.maps)))

    @classmethod
    def fromkeys(cls, iterable, *args):
        return cls(dict.fromkeys(iterable, *args))

    def copy(self):
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return self.__class__(m, *self.maps)

    @property
    def parents(self):
        return self.__class__(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError('Key not found in the first mapping: {!r}'.format(key))

    def popitem(self):
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError('No keys found in the first mapping.')

    def pop(self, key, *args):
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError('Key not found in the first mapping: {!r}'.format(key))

    def clear(self):
        self.maps[0].clear()

    if _VERSION >= (3, 9):
        def __ior__(self, other):
            self.maps[0].update(other)
            return self

        def __or__(self, other):
            if not isinstance(other, Mapping):
                return NotImplemented
            result = self.copy()
            result.maps[0].update(other)
            return result

        def __ror__(self, other):
            if not isinstance(other, Mapping):
                return NotImplemented
            result = dict(other)
            for mapping in reversed(self.maps):
                result.update(mapping)
            return self.__class__(result)


# --- UserDict, UserList, UserString ---

class UserDict(MutableMapping):
    def __init__(self, dict=None, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        if hasattr(self.__class__, '__missing__'):
            return self.__class__.__missing__(self, key)
        raise KeyError(key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def __repr__(self):
        return repr(self.data)

    def get(self, key, default=None):
        if _VERSION >= (3, 12):
            return self[key] if key in self else default
        try:
            return self[key]
        except KeyError:
            return default

    def copy(self):
        result = self.__class__.__new__(self.__class__)
        result.__dict__.update(self.__dict__)
        result.data = self.data.copy()
        return result

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        d = cls()
        for key in iterable:
            d[key] = value
        return d

    if _VERSION >= (3, 9):
        def __or__(self, other):
            if isinstance(other, UserDict):
                return self.__class__(dict(self.data, **other.data))
            if isinstance(other, dict):
                return self.__class__(self.data | other)
            return NotImplemented

        def __ror__(self, other):
            if not isinstance(other, (dict, UserDict)):
                return NotImplemented
            return self.__class__(dict(other) | self.data)

        def __ior__(self, other):
            self.data.update(other.data if isinstance(other, UserDict) else other)
            return self


def _plain(other):
    return other.data if isinstance(other, (UserList, UserString)) else other


class UserList(MutableSequence):
    def __init__(self, initlist=None):
        self.data = []
        if isinstance(initlist, UserList):
            self.data[:] = initlist.data[:]
        elif type(initlist) is list:
            self.data[:] = initlist
        elif initlist is not None:
            self.data = list(_plain(initlist))

    def __repr__(self):
        return repr(self.data)

    def __lt__(self, other):
        return self.data < _plain(other)

    def __le__(self, other):
        return self.data <= _plain(other)

    def __eq__(self, other):
        return self.data == _plain(other)

    def __gt__(self, other):
        return self.data > _plain(other)

    def __ge__(self, other):
        return self.data >= _plain(other)

    __hash__ = None

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, i):
        if isinstance(i, slice) and _VERSION >= (3, 7):
            return self.__class__(self.data[i])
        return self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __iter__(self):
        return iter(self.data)

    def __add__(self, other):
        return self.__class__(self.data + list(_plain(other)))

    def __radd__(self, other):
        return self.__class__(list(_plain(other)) + self.data)

    def __iadd__(self, other):
        self.data += _plain(other)
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def append(self, item):
        self.data.append(item)

    def insert(self, i, item):
        self.data.insert(i, item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def remove(self, item):
        self.data.remove(item)

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def count(self, item):
        return self.data.count(item)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def reverse(self):
        self.data.reverse()

    def sort(self, *args, **kwds):
        self.data.sort(*args, **kwds)

    def extend(self, other):
        self.data.extend(_plain(other))


class UserString(Sequence):
    def __init__(self, seq):
        self.data = seq.data if isinstance(seq, UserString) else str(seq)

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __hash__(self):
        return hash(self.data)

    def __eq__(self, other):
        return self.data == _plain(other)

    def __lt__(self, other):
        return self.data < _plain(other)

    def __le__(self, other):
        return self.data <= _plain(other)

    def __gt__(self, other):
        return self.data > _plain(other)

    def __ge__(self, other):
        return self.data >= _plain(other)

    def __contains__(self, char):
        return _plain(char) in self.data

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        for index in range(len(self.data)):
            yield self[index]

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __add__(self, other):
        return self.__class__(self.data + str(_plain(other)))

    def __radd__(self, other):
        return self.__class__(str(_plain(other)) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)


def _text_method(name, makes_text):
    method = getattr(str, name)

    def call(self, *args, **kwds):
        result = method(self.data, *[_plain(arg) for arg in args], **kwds)
        return self.__class__(result) if makes_text else result
    call.__name__ = name
    call.__qualname__ = 'UserString.' + name
    return call


for _name in ('capitalize', 'casefold', 'center', 'expandtabs', 'ljust', 'lower', 'lstrip', 'replace', 'rjust', 'rstrip',
              'strip', 'swapcase', 'title', 'translate', 'upper', 'zfill', 'removeprefix', 'removesuffix'):
    if hasattr(str, _name):
        setattr(UserString, _name, _text_method(_name, True))
for _name in ('count', 'encode', 'endswith', 'find', 'format', 'index', 'isalpha', 'isalnum', 'isdecimal', 'isdigit',
              'isidentifier', 'islower', 'isnumeric', 'isprintable', 'isspace', 'istitle', 'isupper', 'join', 'partition',
              'rfind', 'rindex', 'rpartition', 'rsplit', 'split', 'splitlines', 'startswith'):
    setattr(UserString, _name, _text_method(_name, False))
del _name
