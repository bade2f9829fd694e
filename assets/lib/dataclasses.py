"""Classes that are mostly data: their methods are made from annotated fields."""

import copy
import sys
from _heapstep import define as _define

_VERSION = sys.version_info[:2]

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'MISSING', 'fields', 'asdict', 'astuple',
           'make_dataclass', 'replace', 'is_dataclass']
if _VERSION >= (3, 10):
    __all__.append('KW_ONLY')


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


class InitVar:
    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return 'dataclasses.InitVar[%s]' % name

    def __class_getitem__(cls, type):
        return InitVar(type)


_FIELD, _CLASSVAR, _INITVAR = '_FIELD', '_FIELD_CLASSVAR', '_FIELD_INITVAR'
_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata',
                 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = metadata if metadata is not None else {}
        self.kw_only = kw_only
        self._field_type = None

    def __set_name__(self, owner, name):
        set_name = getattr(type(self.default), '__set_name__', None)
        if set_name:
            set_name(self.default, owner, name)

    def __repr__(self):
        parts = ['name=%r' % (self.name,), 'type=%r' % (self.type,), 'default=%r' % (self.default,),
                 'default_factory=%r' % (self.default_factory,), 'init=%r' % (self.init,), 'repr=%r' % (self.repr,),
                 'hash=%r' % (self.hash,), 'compare=%r' % (self.compare,), 'metadata=mappingproxy(%r)' % self.metadata]
        if _VERSION >= (3, 10):
            parts.append('kw_only=%r' % (self.kw_only,))
        return 'Field(%s,_field_type=%s)' % (','.join(parts), self._field_type)


class _DataclassParams:
    def __init__(self, **values):
        self.__dict__.update(values)

    def __repr__(self):
        return '_DataclassParams(%s)' % ','.join('%s=%r' % item for item in self.__dict__.items())


def _field(default, default_factory, init, repr, hash, compare, metadata, kw_only):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


if _VERSION >= (3, 10):
    def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
              metadata=None, kw_only=MISSING):
        return _field(default, default_factory, init, repr, hash, compare, metadata, kw_only)
else:
    def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
              metadata=None):
        return _field(default, default_factory, init, repr, hash, compare, metadata, MISSING)


# --- methods from texts ---

def _make(cls, name, parameters, body, names, result=''):
    """A function with the class's globals; `names` are what its text refers to besides."""
    lines = ['def __create_fn__(%s):' % ', '.join(names), ' def %s(%s)%s:' % (name, ', '.join(parameters), result)]
    lines += ['  ' + line for line in body or ['pass']]
    lines.append(' return ' + name)
    module = sys.modules.get(cls.__module__)
    made = {}
    _define('\n'.join(lines) + '\n', module.__dict__ if module else {}, made)
    function = made['__create_fn__'](**names)
    if _VERSION >= (3, 10):
        function.__qualname__ = '%s.%s' % (cls.__qualname__, name)
    return function


def _tuple_of(prefix, fields):
    return '(%s,)' % ','.join('%s.%s' % (prefix, f.name) for f in fields) if fields else '()'


def _set_new(cls, name, value):
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _parameter(f):
    if f.default is MISSING and f.default_factory is MISSING:
        return '%s: _type_%s' % (f.name, f.name)
    if f.default_factory is not MISSING:
        return '%s: _type_%s = _HAS_DEFAULT_FACTORY' % (f.name, f.name)
    return '%s: _type_%s = _dflt_%s' % (f.name, f.name, f.name)


def _init_line(f, frozen, self_name, slots):
    name = f.name
    if f._field_type == _INITVAR:
        return None
    if f.default_factory is not MISSING:
        value = '_dflt_%s() if %s is _HAS_DEFAULT_FACTORY else %s' % (name, name, name) if f.init else \
            '_dflt_%s()' % name
    elif f.init:
        value = name
    elif slots and f.default is not MISSING:
        value = '_dflt_%s' % name
    else:
        return None
    if frozen:
        return '_object_setattr(%s, %r, %s)' % (self_name, name, value)
    return '%s.%s = %s' % (self_name, name, value)


def _init(cls, all_fields, std_fields, kw_fields, frozen, has_post_init, self_name, slots):
    seen_default = None
    for f in std_fields:
        if not f.init:
            continue
        if not (f.default is MISSING and f.default_factory is MISSING):
            seen_default = f
        elif seen_default:
            after = ' %r' % seen_default.name if _VERSION >= (3, 13) else ''
            raise TypeError('non-default argument %r follows default argument%s' % (f.name, after))
    names = {'_type_' + f.name: f.type for f in all_fields}
    names['_HAS_DEFAULT_FACTORY'] = _HAS_DEFAULT_FACTORY
    names['_object_setattr'] = object.__setattr__
    for f in all_fields:
        if f.default_factory is not MISSING:
            names['_dflt_' + f.name] = f.default_factory
        elif f.default is not MISSING:
            names['_dflt_' + f.name] = f.default
    body = [line for line in (_init_line(f, frozen, self_name, slots) for f in all_fields) if line]
    if has_post_init:
        extra = ','.join(f.name for f in all_fields if f._field_type == _INITVAR)
        body.append('%s.__post_init__(%s)' % (self_name, extra))
    parameters = [self_name] + [_parameter(f) for f in std_fields if f.init]
    if any(f.init for f in kw_fields):
        parameters += ['*'] + [_parameter(f) for f in kw_fields if f.init]
    return _make(cls, '__init__', parameters, body, names, ' -> None')


def _repr(fields):
    running = set()

    def __repr__(self):
        key = id(self)
        if key in running:
            return '...'
        running.add(key)
        try:
            return '%s(%s)' % (self.__class__.__qualname__,
                               ', '.join('%s=%r' % (f.name, getattr(self, f.name)) for f in fields))
        finally:
            running.discard(key)
    return __repr__


def _compare(cls, name, sign, fields):
    ours, theirs = _tuple_of('self', fields), _tuple_of('other', fields)
    if name == '__eq__' and _VERSION >= (3, 13):
        parts = ['self.%s==other.%s' % (f.name, f.name) for f in fields]
        body = ['if self is other:', ' return True', 'if other.__class__ is self.__class__:',
                ' return ' + (' and '.join(parts) or 'True'), 'return NotImplemented']
    else:
        body = ['if other.__class__ is self.__class__:', ' return %s%s%s' % (ours, sign, theirs),
                'return NotImplemented']
    return _make(cls, name, ['self', 'other'], body, {})


def _frozen_methods(cls, fields):
    names = {'cls': cls, 'FrozenInstanceError': FrozenInstanceError}
    test = 'type(self) is cls'
    if fields:
        test += ' or name in (%s,)' % ', '.join(repr(f.name) for f in fields)
    for name, parameters, verb, rest in (('__setattr__', ['self', 'name', 'value'], 'assign to', 'name, value'),
                                         ('__delattr__', ['self', 'name'], 'delete', 'name')):
        body = ['if %s:' % test, " raise FrozenInstanceError('cannot %s field %%r' %% (name,))" % verb,
                'super(cls, self).%s(%s)' % (name, rest)]
        if _set_new(cls, name, _make(cls, name, parameters, body, names)):
            raise TypeError('Cannot overwrite attribute %s in class %s' % (name, cls.__name__))


# --- fields of a class ---

def _names(cls, annotation, module, name):
    """Does an annotation that is a text mean module.name, as the class's module has imported it?"""
    known = getattr(sys.modules.get(cls.__module__), '__dict__', {})
    head = annotation.split('[')[0].strip()
    if head.startswith(module + '.'):
        return head == module + '.' + name and module in known
    return head == name and name in known


def _is_classvar(cls, annotation):
    if isinstance(annotation, str):
        return _names(cls, annotation, 'typing', 'ClassVar')
    return 'typing' in sys.modules and repr(annotation).split('[')[0] == 'typing.ClassVar'


def _is_initvar(cls, annotation):
    if isinstance(annotation, str):
        return _names(cls, annotation, 'dataclasses', 'InitVar')
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(cls, annotation):
    if isinstance(annotation, str):
        return _names(cls, annotation, 'dataclasses', 'KW_ONLY')
    return annotation is KW_ONLY


def _is_mutable(value):
    if _VERSION >= (3, 11):
        return getattr(value.__class__, '__hash__', None) is None
    return isinstance(value, (list, dict, set))


def _get_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if type(default).__name__ == 'member_descriptor':
            default = MISSING
        f = _field(default, MISSING, True, True, None, True, None, MISSING)
    f.name, f.type = name, annotation
    f._field_type = (_CLASSVAR if _is_classvar(cls, annotation) else _INITVAR if _is_initvar(cls, annotation)
                     else _FIELD)
    if f._field_type in (_CLASSVAR, _INITVAR) and f.default_factory is not MISSING:
        raise TypeError('field %s cannot have a default factory' % name)
    if f._field_type in (_FIELD, _INITVAR):
        if f.kw_only is MISSING:
            f.kw_only = kw_only
    elif f.kw_only is not MISSING:
        raise TypeError('field %s is a ClassVar but specifies kw_only' % name)
    if f._field_type == _FIELD and _is_mutable(f.default):
        raise ValueError('mutable default %s for field %s is not allowed: use default_factory'
                         % (f.default.__class__, name))
    return f


def _collect(cls, kw_only):
    """The fields of all bases, then the class's own, by name."""
    found = {}
    any_frozen, all_frozen, has_bases = False, None, False
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is None or _FIELDS not in getattr(base, '__dict__', {}):
            continue
        has_bases = True
        for f in base_fields.values():
            found[f.name] = f
        any_frozen = any_frozen or getattr(base, _PARAMS).frozen
    annotations = cls.__dict__.get('__annotations__', {})
    own, seen_marker = [], False
    for name, annotation in annotations.items():
        if _VERSION >= (3, 10) and _is_kw_only(cls, annotation):
            if seen_marker:
                raise TypeError('%r is KW_ONLY, but KW_ONLY has already been specified' % name)
            seen_marker = kw_only = True
        else:
            own.append(_get_field(cls, name, annotation, kw_only))
    for f in own:
        found[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in annotations:
            raise TypeError('%r is a field but has no type annotation' % name)
    return found, has_bases, any_frozen


def _hash_of(cls, fields, params, has_explicit_hash):
    """What is done about __hash__: the table of the documentation."""
    if params.unsafe_hash:
        if has_explicit_hash:
            raise TypeError('Cannot overwrite attribute __hash__ in class %s' % cls.__name__)
    elif not params.eq:
        return
    elif not params.frozen:
        if not has_explicit_hash:
            cls.__hash__ = None
        return
    elif has_explicit_hash:
        return
    hashed = [f for f in fields if (f.compare if f.hash is None else f.hash)]
    cls.__hash__ = _make(cls, '__hash__', ['self'], ['return hash(%s)' % _tuple_of('self', hashed)], {})


def _with_slots(cls, names):
    if '__slots__' in cls.__dict__:
        raise TypeError('%s already specifies __slots__' % cls.__name__)
    values = dict(cls.__dict__)
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = getattr(base, '__dict__', {}).get('__slots__', ())
        inherited.update((slots,) if isinstance(slots, str) else slots)
    values['__slots__'] = tuple(name for name in names if name not in inherited)
    for name in names:
        values.pop(name, None)
    values.pop('__dict__', None)
    values.pop('__weakref__', None)
    made = type(cls)(cls.__name__, cls.__bases__, values)
    made.__qualname__ = cls.__qualname__
    return made


def _add_order(cls, instance_fields):
    compared = [f for f in instance_fields if f.compare]
    for name, sign in (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')):
        if _set_new(cls, name, _compare(cls, name, sign, compared)):
            raise TypeError('Cannot overwrite attribute %s in class %s%s Consider using functools.total_ordering'
                            % (name, cls.__name__, '' if _VERSION >= (3, 13) else '.'))


def _process(cls, params, match_args, kw_only, slots):
    found, has_bases, any_frozen = _collect(cls, kw_only)
    if has_bases:
        if any_frozen and not params.frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if not any_frozen and params.frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    setattr(cls, _FIELDS, found)
    setattr(cls, _PARAMS, params)
    class_hash = cls.__dict__.get('__hash__', MISSING)
    has_explicit_hash = not (class_hash is MISSING or (class_hash is None and '__eq__' in cls.__dict__))
    if params.order and not params.eq:
        raise ValueError('eq must be true if order is true')
    taking_part = [f for f in found.values() if f._field_type in (_FIELD, _INITVAR)]
    std = [f for f in taking_part if f.init and not f.kw_only]
    keyword = [f for f in taking_part if f.init and f.kw_only]
    instance_fields = [f for f in found.values() if f._field_type == _FIELD]
    if params.init:
        self_name = '__dataclass_self__' if 'self' in found else 'self'
        _set_new(cls, '__init__', _init(cls, taking_part, std, keyword, params.frozen, hasattr(cls, '__post_init__'),
                                        self_name, slots))
    if params.repr:
        function = _repr([f for f in instance_fields if f.repr])
        function.__qualname__ = cls.__qualname__ + '.__repr__'
        _set_new(cls, '__repr__', function)
    if params.eq:
        _set_new(cls, '__eq__', _compare(cls, '__eq__', '==', [f for f in instance_fields if f.compare]))
    if params.order:
        _add_order(cls, instance_fields)
    if params.frozen:
        _frozen_methods(cls, instance_fields)
    _hash_of(cls, instance_fields, params, has_explicit_hash)
    if not getattr(cls, '__doc__', None):
        cls.__doc__ = cls.__name__ + '(%s)' % ', '.join(f.name for f in std)
    if match_args and _VERSION >= (3, 10):
        _set_new(cls, '__match_args__', tuple(f.name for f in std))
    if _VERSION >= (3, 13):
        _set_new(cls, '__replace__', _replace)
    return _with_slots(cls, [f.name for f in instance_fields]) if slots else cls


def _dataclass(cls, init, repr, eq, order, unsafe_hash, frozen, match_args=True, kw_only=False, slots=False):
    def wrap(cls):
        params = _DataclassParams(init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen)
        return _process(cls, params, match_args, kw_only, slots)
    return wrap if cls is None else wrap(cls)


if _VERSION >= (3, 11):
    def dataclass(cls=None, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
                  match_args=True, kw_only=False, slots=False, weakref_slot=False):
        return _dataclass(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots)
elif _VERSION >= (3, 10):
    def dataclass(cls=None, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
                  match_args=True, kw_only=False, slots=False):
        return _dataclass(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots)
else:
    def dataclass(cls=None, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False):
        return _dataclass(cls, init, repr, eq, order, unsafe_hash, frozen)


# --- functions on dataclasses ---

def fields(class_or_instance):
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple(f for f in found.values() if f._field_type == _FIELD)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _as_dict(obj, dict_factory)


def _as_dict(obj, factory):
    if _is_instance(obj):
        return factory([(f.name, _as_dict(getattr(obj, f.name), factory)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return type(obj)(*[_as_dict(value, factory) for value in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_as_dict(value, factory) for value in obj])
    if isinstance(obj, dict):
        return type(obj)((_as_dict(key, factory), _as_dict(value, factory)) for key, value in obj.items())
    return copy.deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _as_tuple(obj, tuple_factory)


def _as_tuple(obj, factory):
    if _is_instance(obj):
        return factory([_as_tuple(getattr(obj, f.name), factory) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return type(obj)(*[_as_tuple(value, factory) for value in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_as_tuple(value, factory) for value in obj])
    if isinstance(obj, dict):
        return type(obj)((_as_tuple(key, factory), _as_tuple(value, factory)) for key, value in obj.items())
    return copy.deepcopy(obj)


def replace(*args, **changes):
    obj, = args
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    return _replace(obj, **changes)


def _replace(self, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type == _CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise (TypeError if _VERSION >= (3, 13) else ValueError)(
                    'field %s is declared with init=False, it cannot be specified with replace()' % f.name)
            continue
        if f.name not in changes:
            if f._field_type == _INITVAR and f.default is MISSING:
                raise (TypeError if _VERSION >= (3, 13) else ValueError)(
                    'InitVar %r must be specified with replace()' % f.name)
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    values = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, 'typing.Any'
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, values[item[0]] = item
        else:
            raise TypeError('Invalid field: %r' % (item,))
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError('Field names must be valid identifiers: %r' % name)
        if name in annotations:
            raise TypeError('Field name duplicated: %r' % name)
        annotations[name] = kind
    values['__annotations__'] = annotations
    cls = type(cls_name, bases, values)
    if _VERSION >= (3, 12):
        cls.__module__ = options.pop('module', None) or '__main__'
    else:
        cls.__module__ = 'types'
    return dataclass(cls, **options)
