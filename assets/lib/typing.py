"""Names for type hints. Nothing is checked: hints can be written, printed and looked at."""

import sys
import collections as _collections
import collections.abc as _abc

_VERSION = sys.version_info[:2]

TYPE_CHECKING = False


def _text(kind):
    """A type as hints show it."""
    if kind is ...:
        return '...'
    if isinstance(kind, type) and not isinstance(kind, _Form):
        if kind.__module__ == 'builtins':
            return kind.__qualname__
        return '%s.%s' % (kind.__module__, kind.__qualname__)
    if type(kind).__name__ == 'function':
        return kind.__name__
    if isinstance(kind, list):
        return '[%s]' % ', '.join(map(_text, kind))
    return repr(kind)


def _kind(value):
    """A hint as it is kept: None means its type, a text a forward reference."""
    if value is None:
        return type(None)
    if isinstance(value, str):
        return ForwardRef(value)
    return value


class ForwardRef:
    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __repr__(self):
        return '%s(%r)' % ('ForwardRef' if _VERSION >= (3, 7) else '_ForwardRef', self.__forward_arg__)

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)


class _Hint:
    """What can stand in a union."""

    if _VERSION >= (3, 10):
        def __or__(self, other):
            return Union[self, other]

        def __ror__(self, other):
            return Union[other, self]


class _Form(_Hint):
    """Any, Union and other names that are no classes."""

    def __init__(self, name, subscribe=None):
        self._name = name
        self._subscribe = subscribe

    def __repr__(self):
        return 'typing.' + self._name

    def __getitem__(self, parameters):
        if self._subscribe is None:
            raise TypeError('%r is not subscriptable' % self)
        return self._subscribe(self, parameters)

    def __call__(self, *args, **kwds):
        raise TypeError('Cannot instantiate %r' % self)

    def __mro_entries__(self, bases):
        raise TypeError('Cannot subclass %r' % self)

    def __instancecheck__(self, obj):
        raise TypeError('%r cannot be used with isinstance()' % self)

    def __subclasscheck__(self, cls):
        raise TypeError('%r cannot be used with issubclass()' % self)


class _Alias(_Hint):
    """A hint with arguments: List[int], Union[int, str]."""

    def __init__(self, name, origin, args):
        self._name = name
        self.__origin__ = origin
        self.__args__ = args
        parameters = []
        for arg in args:
            for one in [arg] if isinstance(arg, TypeVar) else getattr(arg, '__parameters__', ()):
                if one not in parameters and isinstance(one, TypeVar):
                    parameters.append(one)
        self.__parameters__ = tuple(parameters)

    def __repr__(self):
        args = self.__args__
        if self.__origin__ is Union and _VERSION >= (3, 9) and len(args) == 2 and type(None) in args:
            rest = args[0] if args[1] is type(None) else args[1]
            return 'typing.Optional[%s]' % _text(rest)
        if self.__origin__ is _abc.Callable and len(args) > 1 and args[0] is not ...:
            return '%s[[%s], %s]' % (self._name, ', '.join(map(_text, args[:-1])), _text(args[-1]))
        if self.__origin__ is _Literal:
            return '%s[%s]' % (self._name, ', '.join(map(repr, args)))
        return '%s[%s]' % (self._name, ', '.join(map(_text, args)) or '()')

    def __eq__(self, other):
        if not isinstance(other, _Alias) or self.__origin__ is not other.__origin__:
            return NotImplemented if not isinstance(other, _Alias) else False
        if self.__origin__ is Union:
            return set(self.__args__) == set(other.__args__)
        return self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ is Union:
            return hash((Union, frozenset(self.__args__)))
        return hash((self.__origin__, self.__args__))

    def __getitem__(self, parameters):
        if not self.__parameters__:
            raise TypeError('%r is not a generic class' % self)
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        if len(parameters) != len(self.__parameters__):
            raise TypeError('Too %s arguments for %r' % ('many' if len(parameters) > len(self.__parameters__) else 'few',
                                                         self))
        values = dict(zip(self.__parameters__, map(_kind, parameters)))
        return _Alias(self._name, self.__origin__, tuple(_substituted(arg, values) for arg in self.__args__))

    def __call__(self, *args, **kwds):
        if not isinstance(self.__origin__, type):
            raise TypeError('Type %s cannot be instantiated' % self._name.replace('typing.', ''))
        result = self.__origin__(*args, **kwds)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if self._name == 'typing.Generic' and any(
                base is not self and isinstance(base, _Alias) and isinstance(base.__origin__, type)
                and issubclass(base.__origin__, Generic) for base in bases):
            return ()
        return (origin,) if isinstance(origin, type) else ()

    def __getattr__(self, name):
        if name.startswith('__') or '__origin__' not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __instancecheck__(self, obj):
        if self.__origin__ is Union and _VERSION >= (3, 10):
            return isinstance(obj, self.__args__)
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union and _VERSION >= (3, 10):
            return issubclass(cls, self.__args__)
        raise TypeError('Subscripted generics cannot be used with class and instance checks')


def _substituted(arg, values):
    if isinstance(arg, TypeVar):
        return values.get(arg, arg)
    if isinstance(arg, _Alias) and arg.__parameters__:
        return arg[tuple(values.get(one, one) for one in arg.__parameters__)]
    return arg


class _Container(_Hint):
    """List, Dict and the like: names of real classes."""

    def __init__(self, name, origin):
        self._name = name
        self.__origin__ = origin

    def __repr__(self):
        return 'typing.' + self._name

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        if self._name == 'Callable':
            return self._of_call(parameters)
        if self._name == 'Tuple' and parameters == ((),):
            parameters = ()
        return _Alias('typing.' + self._name, self.__origin__, tuple(map(_kind, parameters)))

    def _of_call(self, parameters):
        if len(parameters) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        taken, result = parameters
        taken = [taken] if taken is ... else list(taken)
        return _Alias('typing.Callable', self.__origin__, tuple(map(_kind, taken)) + (_kind(result),))

    def __call__(self, *args, **kwds):
        if self.__origin__.__module__ == 'builtins':
            raise TypeError('Type %s cannot be instantiated; use %s() instead'
                            % (self._name, self.__origin__.__name__))
        return self.__origin__(*args, **kwds)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)


# --- forms ---

def _union(form, parameters):
    if parameters == ():
        raise TypeError('Cannot take a Union of no types.')
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for one in map(_kind, parameters):
        inner = one.__args__ if isinstance(one, _Alias) and one.__origin__ is Union else \
            one.__args__ if type(one).__name__ == 'UnionType' else (one,)
        flat += [kind for kind in inner if kind not in flat]
    flat = [kind for index, kind in enumerate(flat) if kind not in flat[:index]]
    return flat[0] if len(flat) == 1 else _Alias('typing.Union', Union, tuple(flat))


def _one(form, parameter):
    return _Alias(repr(form), form, (_kind(parameter),))


def _many(form, parameters):
    return _Alias(repr(form), form, parameters if isinstance(parameters, tuple) else (parameters,))


Union = _Form('Union', _union)
Optional = _Form('Optional', lambda form, parameter: Union[parameter, None])
ClassVar = _Form('ClassVar', _one)
NoReturn = _Form('NoReturn')
Literal = _Literal = _Form('Literal', _many)
Final = _Form('Final', _one)

if _VERSION >= (3, 11):
    class _AnyMeta(type):
        def __repr__(cls):
            return 'typing.Any' if cls is Any else super().__repr__()

        def __instancecheck__(cls, obj):
            if cls is Any:
                raise TypeError('typing.Any cannot be used with isinstance()')
            return super().__instancecheck__(obj)

        def __or__(cls, other):
            return Union[cls, other]

        def __ror__(cls, other):
            return Union[other, cls]

    class Any(metaclass=_AnyMeta):
        def __new__(cls, *args, **kwds):
            if cls is Any:
                raise TypeError('Any cannot be instantiated')
            return super().__new__(cls)
else:
    Any = _Form('Any')


# --- type variables, generic classes ---

class TypeVar(_Hint):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, **more):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        self.__name__ = name
        self.__constraints__ = tuple(map(_kind, constraints))
        self.__bound__ = None if bound is None else _kind(bound)
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)

    def __repr__(self):
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__

    def __mro_entries__(self, bases):
        raise TypeError('Cannot subclass an instance of TypeVar')


class Generic:
    __slots__ = ()

    def __class_getitem__(cls, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        if not parameters:
            raise TypeError('Parameter list to %s[...] cannot be empty' % cls.__qualname__)
        parameters = tuple(map(_kind, parameters))
        if cls in (Generic, _Protocol):
            if not all(isinstance(one, TypeVar) for one in parameters):
                raise TypeError('Parameters to %s[...] must all be type variables' % cls.__name__
                                if _VERSION < (3, 10) else
                                'Parameters to %s[...] must all be type variables or parameter specification variables.'
                                % cls.__name__)
            return _Alias('typing.' + cls.__name__, cls, parameters)
        known = getattr(cls, '__parameters__', ())
        if not known:
            raise TypeError('%r is not a generic class' % (cls,))
        if len(parameters) != len(known):
            raise TypeError('Too %s arguments for %r; actual %d, expected %d'
                            % ('many' if len(parameters) > len(known) else 'few', cls, len(parameters), len(known)))
        return _Alias('%s.%s' % (cls.__module__, cls.__qualname__), cls, parameters)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        parameters = []
        for base in cls.__dict__.get('__orig_bases__', ()):
            for one in getattr(base, '__parameters__', ()):
                if one not in parameters:
                    parameters.append(one)
        if '__orig_bases__' in cls.__dict__:
            cls.__parameters__ = tuple(parameters)


class ParamSpec(TypeVar):
    def __init__(self, name, **more):
        super().__init__(name)
        self.args = _Form('%s.args' % name)
        self.kwargs = _Form('%s.kwargs' % name)


# --- protocols: classes that say what is asked of others ---

def _asked_of(cls):
    names = []
    for base in cls.__mro__[:-1]:
        if base.__name__ in ('Protocol', 'Generic'):
            continue
        for name in list(base.__dict__) + list(base.__dict__.get('__annotations__', {})):
            if not name.startswith('_abc_') and name not in _OWN_NAMES and name not in names:
                names.append(name)
    return names


_OWN_NAMES = {'__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__', '__module__', '__new__',
              '__slots__', '__subclasshook__', '__weakref__', '_is_protocol', '_is_runtime_protocol', '__parameters__',
              '__orig_bases__', '__qualname__', '__match_args__', '__static_attributes__', '__firstlineno__',
              '__protocol_attrs__', '__hash__'}


class _ProtocolMeta(type(_abc.Hashable)):
    def __instancecheck__(cls, instance):
        if not cls.__dict__.get('_is_protocol', False):
            return super().__instancecheck__(instance)
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        return all(hasattr(instance, name) for name in _asked_of(cls))

    def __subclasscheck__(cls, other):
        if not cls.__dict__.get('_is_protocol', False) or cls is _Protocol:
            return super().__subclasscheck__(other)
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        return all(hasattr(other, name) for name in _asked_of(cls))


def _no_init(self, *args, **kwargs):
    if type(self).__dict__.get('_is_protocol', False):
        raise TypeError('Protocols cannot be instantiated')


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = any(base is _Protocol for base in cls.__bases__)
        if cls._is_protocol and cls.__init__ is object.__init__:
            cls.__init__ = _no_init
        elif not cls._is_protocol and cls.__init__ is _no_init:
            cls.__init__ = object.__init__


_Protocol = Protocol


def runtime_checkable(cls):
    if not getattr(cls, '_is_protocol', False):
        raise TypeError('@runtime_checkable can be only applied to protocol classes, got %r' % (cls,))
    cls._is_runtime_protocol = True
    return cls


@runtime_checkable
class SupportsInt(Protocol):
    def __int__(self):
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    def __float__(self):
        pass


@runtime_checkable
class SupportsAbs(Protocol):
    def __abs__(self):
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    def __index__(self):
        pass


# --- classes made from hints ---

class _NamedTupleMeta(type):
    def __new__(meta, name, bases, namespace):
        if namespace.get('_root', False):
            return super().__new__(meta, name, bases, namespace)
        hints = namespace.get('__annotations__', {})
        defaults = []
        for field in hints:
            if field in namespace:
                defaults.append(namespace[field])
            elif defaults:
                raise TypeError('Non-default namedtuple field %s cannot follow default field%s %s'
                                % (field, 's' if len(defaults) > 1 else '',
                                   ', '.join(name for name in hints if name in namespace)))
        made = _collections.namedtuple(name, list(hints), **({'defaults': defaults} if _VERSION >= (3, 7) else {}))
        made.__module__ = namespace.get('__module__', '__main__')
        made.__annotations__ = dict(hints)
        if _VERSION < (3, 7):
            made.__new__.__defaults__ = tuple(defaults)
            made._field_defaults = dict(zip(list(hints)[len(hints) - len(defaults):], defaults))
        for key, value in namespace.items():
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_make',
                       '_replace', '_asdict'):
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key not in hints and key not in ('__module__', '__annotations__', '__qualname__', '__orig_bases__',
                                                '__firstlineno__', '__static_attributes__', '__classcell__'):
                setattr(made, key, value)
        return made


class NamedTuple(metaclass=_NamedTupleMeta):
    _root = True

    def __new__(cls, typename, fields=(), **kwargs):
        fields = list(fields or kwargs.items())
        made = _collections.namedtuple(typename, [name for name, kind in fields])
        made.__annotations__ = {name: _kind(kind) for name, kind in fields}
        made.__module__ = '__main__'
        return made


class _TypedDictMeta(type):
    def __new__(meta, name, bases, namespace, total=True):
        hints = {}
        for base in bases:
            hints.update(getattr(base, '__annotations__', {}))
        hints.update({key: _kind(kind) for key, kind in namespace.get('__annotations__', {}).items()})
        made = super().__new__(meta, name, (dict,) if name != 'TypedDict' else bases, dict(namespace))
        made.__annotations__ = hints
        made.__total__ = total
        return made

    def __call__(cls, *args, **kwds):
        if cls is _TypedDict:
            name, fields = args
            return _TypedDictMeta(name, (_TypedDict,), {'__annotations__': dict(fields), '__module__': '__main__'}, **kwds)
        return dict(*args, **kwds)

    def __instancecheck__(cls, obj):
        raise TypeError('TypedDict does not support instance and class checks')


class TypedDict(metaclass=_TypedDictMeta):
    pass


_TypedDict = TypedDict


class NewType(_Hint):
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = '__main__'

    def __repr__(self):
        return '%s.%s' % (self.__module__, self.__qualname__)

    def __call__(self, value):
        return value


# --- functions ---

def cast(typ, val):
    return val


def _overload_dummy(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated functions '
                              'outside a stub module should always be followed by an implementation that is not '
                              '@overload-ed.')


def overload(func):
    return _overload_dummy


def final(f):
    if _VERSION >= (3, 11):
        try:
            f.__final__ = True
        except (AttributeError, TypeError):
            pass
    return f


def no_type_check(arg):
    return arg


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    for one in reversed(obj.__mro__) if isinstance(obj, type) else [obj]:
        for name, kind in getattr(one, '__dict__', {}).get('__annotations__', {}).items() if isinstance(obj, type) else \
                getattr(one, '__annotations__', {}).items():
            hints[name] = type(None) if kind is None else kind
    return hints


def get_origin(tp):
    if isinstance(tp, _Alias):
        return tp.__origin__
    return getattr(tp, '__origin__', None) if not isinstance(tp, type) or hasattr(tp, '__args__') else None


def get_args(tp):
    args = getattr(tp, '__args__', ())
    if isinstance(tp, _Alias) and tp.__origin__ is _abc.Callable and args and args[0] is not ...:
        return list(args[:-1]), args[-1]
    return args


# --- names of classes ---

for _name, _origin in (('List', list), ('Dict', dict), ('Set', set), ('FrozenSet', frozenset), ('Tuple', tuple),
                       ('Type', type), ('Deque', _collections.deque),
                       ('DefaultDict', getattr(_collections, 'defaultdict', dict)),
                       ('OrderedDict', getattr(_collections, 'OrderedDict', dict)), ('Counter', _collections.Counter),
                       ('ChainMap', _collections.ChainMap), ('AbstractSet', _abc.Set)):
    globals()[_name] = _Container(_name, _origin)
for _name in ('Hashable', 'Sized', 'Collection', 'Container', 'Iterable', 'Iterator', 'Reversible', 'Generator', 'Callable',
              'Sequence', 'MutableSequence', 'ByteString', 'MutableSet', 'Mapping', 'MutableMapping', 'MappingView',
              'KeysView', 'ItemsView', 'ValuesView', 'Awaitable', 'Coroutine', 'AsyncIterable', 'AsyncIterator',
              'AsyncGenerator'):
    if hasattr(_abc, _name):
        globals()[_name] = _Container(_name, getattr(_abc, _name))
ContextManager = _Container('ContextManager', object)
del _name, _origin

AnyStr = TypeVar('AnyStr', bytes, str)
Text = str
T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')


class IO(Generic[AnyStr]):
    pass


class TextIO(IO[str]):
    pass


class BinaryIO(IO[bytes]):
    pass


if _VERSION >= (3, 9):
    Annotated = _Form('Annotated', lambda form, parameters: _Alias('typing.Annotated', parameters[0], parameters))
if _VERSION >= (3, 10):
    TypeAlias = _Form('TypeAlias')
    Concatenate = _Form('Concatenate', _many)
    TypeGuard = _Form('TypeGuard', _one)
if _VERSION >= (3, 11):
    Self = _Form('Self')
    Never = _Form('Never')
    LiteralString = _Form('LiteralString')
    Required = _Form('Required', _one)
    NotRequired = _Form('NotRequired', _one)

    def assert_never(arg):
        raise AssertionError('Expected code to be unreachable, but got: %r' % (arg,))

    def reveal_type(obj):
        print('Runtime type is %r' % type(obj).__name__, file=sys.stderr)
        return obj
if _VERSION >= (3, 12):
    def override(method):
        try:
            method.__override__ = True
        except (AttributeError, TypeError):
            pass
        return method
if _VERSION < (3, 8):
    del Literal, Final, Protocol, TypedDict, runtime_checkable, final, get_origin, get_args, SupportsIndex
if _VERSION < (3, 10):
    del ParamSpec
