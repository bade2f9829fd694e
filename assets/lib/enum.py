"""Enumerations: Enum, IntEnum, StrEnum, Flag, IntFlag, auto, unique."""

import sys

_minor = sys.version_info[1]

__all__ = ['EnumMeta', 'Enum', 'IntEnum', 'Flag', 'IntFlag', 'auto', 'unique']
if _minor >= 11:
    __all__ += ['StrEnum', 'EnumType', 'member', 'nonmember', 'verify', 'UNIQUE', 'CONTINUOUS',
                'NAMED_FLAGS', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP', 'property', 'global_enum']

_property = property


class auto:
    def __init__(self, value=None):
        self._given = value
        self.value = value


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


def _is_private(cls_name, name):
    start = '_%s__' % cls_name
    return len(name) > len(start) and name.startswith(start) and not name.endswith('__')


def _is_descriptor(value):
    return (hasattr(value, '__get__') or hasattr(value, '__set__') or hasattr(value, '__delete__'))


class _EnumDict(dict):
    """The namespace of an enumeration's body: it notes which names are members."""

    def __init__(self, cls_name):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = []
        self._last_values = []
        self._generate = None
        self._ignored = []

    def __setitem__(self, key, value):
        if _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key == '_generate_next_value_':
                if self._member_names:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self._generate = value.__func__ if isinstance(value, staticmethod) else value
            elif key == '_ignore_':
                if isinstance(value, str):
                    value = value.replace(',', ' ').split()
                self._ignored = list(value)
            elif key not in ('_order_', '_create_pseudo_member_', '_missing_', '_numeric_repr_', '_value_repr_'
                             ) + (('_iter_member_', '_boundary_', '_add_alias_', '_add_value_alias_', '_name_',
                                   '_value_')):
                raise ValueError(('_sunder_ names, such as %r, are reserved for future Enum use' % key)
                                 if _minor >= 11 else '_names_ are reserved for future Enum use')
        elif _is_dunder(key):
            pass
        elif key in self._member_names:
            if _minor >= 11:
                raise TypeError('%r already defined as %r' % (key, self[key]))
            raise TypeError('Attempted to reuse key: %r' % key)
        elif key in self._ignored:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not _is_descriptor(value):
            if key in self:
                if _minor >= 11:
                    raise TypeError('%r already defined as %r' % (key, self[key]))
                raise TypeError('%r already defined as: %r' % (key, self[key]))
            if isinstance(value, member):
                value = value.value
            value = self._resolve(key, value)
            self._member_names.append(key)
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _resolve(self, key, value):
        if isinstance(value, auto):
            return self._next(key, value)
        if type(value) is tuple and any(isinstance(part, auto) for part in value) and _minor >= 11:
            return tuple(self._next(key, part) if isinstance(part, auto) else part for part in value)
        return value

    def _next(self, key, value):
        if value.value is None:
            value.value = self._generate(key, 1, len(self._member_names), self._last_values[:])
        return value.value


def _find_data_type(bases):
    """The type that mixes data into the members; object: none."""
    for base in bases:
        for parent in base.__mro__:
            if parent is object:
                continue
            if isinstance(parent, EnumMeta):
                if parent._member_type_ is not object:
                    return parent._member_type_
                continue
            if '__new__' in parent.__dict__ or parent in (int, str, float, tuple, bytes, complex, list, dict):
                return base if not isinstance(base, EnumMeta) else parent
    return object


def _find_new(namespace, data_type, bases):
    """The __new__ that makes the members, and whether it is the class's own."""
    own = namespace.get('__new__')
    if own is not None:
        return own.__func__ if isinstance(own, staticmethod) else own
    for base in bases:
        saved = base.__dict__.get('__new_member__')
        if saved is not None:
            return saved
    for base in bases:
        if not isinstance(base, EnumMeta):
            for parent in base.__mro__:
                new = parent.__dict__.get('__new__')
                if new is not None and parent is not object:
                    return new.__func__ if isinstance(new, staticmethod) else new
    return None


class EnumMeta(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        namespace = _EnumDict(cls)
        generate = None
        for base in bases:
            generate = generate or getattr(base, '_generate_next_value_', None)
            if isinstance(base, EnumMeta):
                _check_extendable(cls, base)
        namespace._generate = generate or _count_up
        return namespace

    def __new__(metacls, cls, bases, classdict, **kwds):
        names = getattr(classdict, '_member_names', [])
        for name in getattr(classdict, '_ignored', []):
            classdict.pop(name, None)
        if 'mro' in names or '' in names:
            raise ValueError('Invalid enum member name: mro' if _minor < 11 else "invalid enum member name(s) 'mro'")
        values = {name: classdict[name] for name in names}
        namespace = {key: value for key, value in classdict.items() if key not in values and key != '_ignore_'}
        if '_generate_next_value_' in namespace and not isinstance(namespace['_generate_next_value_'], staticmethod):
            namespace['_generate_next_value_'] = staticmethod(namespace['_generate_next_value_'])
        data_type = _find_data_type(bases)
        new = _find_new(classdict, data_type, bases)
        if '__new__' in namespace:
            namespace['__new_member__'] = new
            del namespace['__new__']
        kwds.pop('boundary', None)
        kwds.pop('_simple', None)
        namespace['_member_names_'] = []
        namespace['_member_map_'] = {}
        namespace['_value2member_map_'] = {}
        namespace['_unhashable_values_'] = []
        namespace['_member_type_'] = data_type
        enum_class = super().__new__(metacls, cls, bases, namespace, **kwds)
        if data_type is not object:
            _take_text(enum_class, namespace, data_type, bases[-1])
        for name, value in values.items():
            _add_member(enum_class, name, value, data_type, new)
        return enum_class

    def __init__(cls, *args, **kwds):
        pass

    def __call__(cls, value, names=None, *rest, module=None, qualname=None, type=None, start=1):
        if names is None and not (type or module or qualname) or cls._member_map_ and _minor >= 12:
            if rest or names is not None:
                value = (value, names) + rest
            if _minor >= 11 and not cls._member_map_:
                raise TypeError("%r has no members defined" % cls if _minor == 11 else
                                "%r has no members; specify `names=()` if you meant to create a new, empty, enum"
                                % cls)
            return _lookup(cls, value)
        return _create(cls, value, names, module, qualname, type, start)

    def __bool__(cls):
        return True

    def __contains__(cls, member):
        if isinstance(member, cls):
            return True
        if not isinstance(member, Enum) and 8 <= _minor < 12:
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'"
                            % (member.__class__.__qualname__, cls.__class__.__qualname__))
        if _minor >= 12:
            try:
                return member in cls._value2member_map_
            except TypeError:
                return member in cls._unhashable_values_
        return False

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError("%s: cannot delete Enum member." % cls.__name__
                                 if _minor < 11 else "%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __dir__(self):
        return (['__class__', '__doc__', '__members__', '__module__'] + self._member_names_)

    if _minor < 12:
        def __getattr__(cls, name):
            if _is_dunder(name):
                raise AttributeError(name)
            try:
                return cls._member_map_[name]
            except KeyError:
                raise AttributeError(name) from None

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    @_property
    def __members__(cls):
        return _MappingProxy(cls._member_map_)

    def __repr__(cls):
        if _minor >= 11 and issubclass(cls, Flag):
            return "<flag %r>" % cls.__name__
        return "<enum %r>" % cls.__name__

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError('Cannot reassign members.' if _minor < 11 else
                                 'cannot reassign member %r' % name)
        super().__setattr__(name, value)


if _minor >= 11:
    EnumMeta.__name__ = EnumMeta.__qualname__ = 'EnumType'
    EnumMeta.__call__.__qualname__ = 'EnumType.__call__'
EnumType = EnumMeta


class DynamicClassAttribute:
    """An attribute of the members that their class does not have."""

    def __init__(self, fget):
        self.fget = fget
        self.name = fget.__name__

    def __get__(self, instance, owner=None):
        if instance is None:
            if self.name in owner._member_map_:
                return owner._member_map_[self.name]
            raise AttributeError(self.name if _minor < 11 else '%r has no attribute %r' % (owner, self.name))
        return self.fget(instance)

    def __set__(self, instance, value):
        if _minor >= 11:
            raise AttributeError("<enum 'Enum'> cannot set attribute %r" % self.name)
        raise AttributeError("can't set attribute")

    def __delete__(self, instance):
        if _minor >= 11:
            raise AttributeError("<enum 'Enum'> cannot delete attribute %r" % self.name)
        raise AttributeError("can't delete attribute")


Enum = Flag = None
_MappingProxy = type(type.__dict__)


def _after_highest(last_values):
    try:
        last = sorted(last_values)[-1]
    except TypeError:
        raise TypeError('unable to sort non-numeric values') from None
    try:
        return last + 1
    except TypeError:
        raise TypeError('unable to increment %r' % (last,)) from None


def _count_up(name, start, count, last_values):
    if _minor >= 11 and last_values:
        try:
            return _after_highest(last_values)
        except TypeError:
            if _minor >= 13:
                raise
    for value in reversed(last_values):
        try:
            return value + 1
        except TypeError:
            pass
    return start


def _check_extendable(name, base):
    if base._member_names_:
        if _minor >= 11:
            raise TypeError("<enum %r> cannot extend %r" % (name, base))
        if _minor >= 8:
            raise TypeError("%s: cannot extend enumeration %r" % (name, base.__name__))
        raise TypeError("Cannot extend enumerations")


def _take_text(enum_class, namespace, data_type, first_enum):
    """The enumeration's own texts come before those of the data that is mixed in."""
    for name in ('__repr__', '__str__', '__format__'):
        if name in namespace or not isinstance(first_enum, EnumMeta):
            continue
        found = getattr(enum_class, name)
        if found == getattr(data_type, name, None) or found == getattr(object, name):
            type.__setattr__(enum_class, name, getattr(first_enum, name))


def _add_member(enum_class, name, value, data_type, new):
    args = value if isinstance(value, tuple) else (value,)
    if data_type is tuple:
        args = (args,)
    if new is not None:
        made = new(enum_class, *args)
        if not hasattr(made, '_value_'):
            made._value_ = value if data_type is object else _data_value(data_type, args)
    elif data_type is not object:
        made = data_type.__new__(enum_class, *args)
        if not hasattr(made, '_value_'):
            made._value_ = _data_value(data_type, args)
    else:
        made = object.__new__(enum_class)
        made._value_ = value
    value = made._value_
    made._name_ = name
    made.__objclass__ = enum_class
    made._sort_order_ = len(enum_class._member_names_)
    made.__init__(*args)
    value = made._value_
    for known in enum_class._member_map_.values():
        if known._value_ == value:
            made = known
            break
    else:
        is_flag = Flag is not None and issubclass(enum_class, Flag)
        if not is_flag or _minor < 11 or _is_single_bit(value):
            enum_class._member_names_.append(name)
    enum_class._member_map_[name] = made
    type.__setattr__(enum_class, name, made)
    try:
        enum_class._value2member_map_.setdefault(value, made)
    except TypeError:
        enum_class._unhashable_values_.append(value)


def _data_value(data_type, args):
    return data_type(*args)


def _is_single_bit(value):
    return isinstance(value, int) and value > 0 and value & (value - 1) == 0


def _lookup(cls, value):
    if type(value) is cls:
        return value
    try:
        return cls._value2member_map_[value]
    except KeyError:
        pass
    except TypeError:
        for known in cls._member_map_.values():
            if known._value_ == value:
                return known
    error = None
    try:
        result = cls._missing_(value)
    except Exception as raised:
        error = raised
        result = None
    if isinstance(result, cls):
        return result
    if _minor == 6 and error is None and cls._missing_.__func__ not in (
            Enum.__dict__['_missing_'].__func__, Flag.__dict__['_missing_'].__func__):
        return result
    refusal = ValueError("%r is not a valid %s" % (value, cls.__qualname__ if _minor >= 9 else cls.__name__))
    if error is not None:
        if isinstance(error, ValueError) and not hasattr(error, '_own'):
            raise error
        if not isinstance(error, ValueError):
            error.__context__ = refusal
        raise error
    if result is None:
        if _minor == 7:
            refusal.__context__ = ValueError(refusal.args[0])
        raise refusal
    problem = TypeError("error in %s._missing_: returned %r instead of None or a valid member"
                        % (cls.__name__, result))
    problem.__context__ = refusal
    raise problem


def _create(cls, class_name, names, module, qualname, mixin, start):
    metacls = cls.__class__
    bases = (cls,) if mixin is None else (mixin, cls)
    namespace = metacls.__prepare__(class_name, bases)
    if isinstance(names, str):
        names = names.replace(',', ' ').split()
    if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
        given, names, last = names, [], []
        generate = namespace._generate
        for count, name in enumerate(given):
            value = generate(name, start, count, last[:])
            last.append(value)
            names.append((name, value))
    elif hasattr(names, 'items'):
        names = list(names.items())
    for name, value in names or ():
        namespace[name] = value
    namespace['__module__'] = module or _caller_module()
    if qualname is not None:
        namespace['__qualname__'] = qualname
    return metacls.__new__(metacls, class_name, bases, namespace)


def _caller_module():
    depth = 1
    while True:
        try:
            name = sys._getframe(depth).f_globals.get('__name__', '__main__')
        except ValueError:
            return '__main__'
        if name != 'enum':
            return name
        depth += 1


class Enum(metaclass=EnumMeta):
    @DynamicClassAttribute
    def name(self):
        return self._name_

    @DynamicClassAttribute
    def value(self):
        return self._value_

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return _count_up(name, start, count, last_values)

    @classmethod
    def _missing_(cls, value):
        return None

    def __init__(self, *args, **kwds):
        pass

    def __repr__(self):
        if _minor >= 12:
            text = self._member_type_.__repr__ if self._member_type_ in (int, str, float) else repr
            return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, text(self._value_))
        return "<%s.%s: %r>" % (self.__class__.__name__, self._name_, self._value_)

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        added = [name for cls in self.__class__.__mro__ for name in cls.__dict__
                 if name[0] != '_' and name not in self._member_map_]
        return ['__class__', '__doc__', '__module__'] + added

    def __format__(self, spec):
        if _minor >= 11 or self._member_type_ is object or (
                _minor >= 8 and type(self).__str__ not in (Enum.__str__, Flag.__str__)):
            return str.__format__(str(self), spec)
        return self._member_type_.__format__(self._value_, spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class IntEnum(int, Enum):
    if _minor >= 11:
        def __str__(self):
            return int.__repr__(self._value_)

        def __format__(self, spec):
            return int.__format__(self._value_, spec)


if _minor >= 11:
    class StrEnum(str, Enum):
        def __new__(cls, *values):
            if len(values) > 3:
                raise TypeError('too many arguments for str(): %r' % (values,))
            if len(values) == 1 and not isinstance(values[0], str):
                raise TypeError('%r is not a string' % (values[0],))
            value = str(*values)
            made = str.__new__(cls, value)
            made._value_ = value
            return made

        def __str__(self):
            return str.__str__(self._value_)

        def __format__(self, spec):
            return str.__format__(self._value_, spec)

        @staticmethod
        def _generate_next_value_(name, start, count, last_values):
            return name.lower()


def _high_bit(value):
    return value.bit_length() - 1


def _flag_next(name, start, count, last_values):
    if not last_values:
        return start if start is not None else 1
    if _minor >= 11:
        last = max(last_values)
    else:
        last = last_values[-1]
    try:
        return 2 ** (_high_bit(last) + 1)
    except Exception:
        raise TypeError('invalid %s value: %r' % (
            'flag' if _minor >= 11 else 'Flag', last)) from None


def _all_bits(cls):
    bits = 0
    for one in cls._member_map_.values():
        bits |= one._value_
    return bits


def _parts(cls, value):
    """The members that a value is made of, the names' order by version."""
    singles = [one for one in cls._member_map_.values() if _is_single_bit(one._value_)]
    seen, found = set(), []
    for one in sorted(singles, key=lambda one: one._value_):
        if one._value_ & value and one._value_ not in seen:
            seen.add(one._value_)
            found.append(one)
    return found


class Flag(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return _flag_next(name, start, count, last_values)

    @classmethod
    def _missing_(cls, value):
        shown = value
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__ if _minor >= 9 else cls.__name__))
        is_int = issubclass(cls, int)
        known = _all_bits(cls)
        if value < 0:
            value = value if is_int and _minor < 11 else value & known
            if value in cls._value2member_map_:
                return cls._value2member_map_[value]
        if value & ~known and not is_int:
            if _minor >= 11:
                width = max(value.bit_length(), known.bit_length()) if value >= 0 else known.bit_length()
                raise ValueError("%r invalid value %r\n    given %s\n  allowed %s" % (
                    cls, shown, _bits(value, width), _bits(known, width)))
            raise ValueError("%r is not a valid %s" % (shown, cls.__qualname__ if _minor >= 9 else cls.__name__))
        made = int.__new__(cls, value) if is_int else object.__new__(cls)
        made._value_ = value
        made._name_ = _flag_name(cls, value)
        made.__objclass__ = cls
        return cls._value2member_map_.setdefault(value, made)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            if _minor >= 8:
                raise TypeError("unsupported operand type(s) for 'in': %s and %s" % (
                    repr(type(other).__qualname__), repr(self.__class__.__qualname__)))
            return NotImplemented
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        if _minor < 11:
            raise TypeError("'%s' object is not iterable" % type(self).__name__)
        return iter(_parts(self.__class__, self._value_))

    def __len__(self):
        return bin(self._value_).count('1')

    def __repr__(self):
        if _minor >= 11:
            name = self._name_
            if name is None:
                return "<%s: %r>" % (self.__class__.__name__, self._value_)
            return "<%s.%s: %r>" % (self.__class__.__name__, name, self._value_)
        name = self._name_ if self._name_ is not None else _old_name(self)
        return "<%s.%s: %r>" % (self.__class__.__name__, name, self._value_)

    def __str__(self):
        if _minor >= 11:
            name = self._name_
            if name is None:
                return "%s(%r)" % (self.__class__.__name__, self._value_)
            return "%s.%s" % (self.__class__.__name__, name)
        name = self._name_ if self._name_ is not None else _old_name(self)
        return "%s.%s" % (self.__class__.__name__, name)

    def __bool__(self):
        return bool(self._value_)

    def _operand(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if isinstance(self, int) and isinstance(other, int):
            return other
        return NotImplemented

    def __or__(self, other):
        other = self._operand(other)
        return other if other is NotImplemented else self.__class__(self._value_ | other)

    def __and__(self, other):
        other = self._operand(other)
        return other if other is NotImplemented else self.__class__(self._value_ & other)

    def __xor__(self, other):
        other = self._operand(other)
        return other if other is NotImplemented else self.__class__(self._value_ ^ other)

    def __invert__(self):
        if isinstance(self, int) and _minor < 11:
            return self.__class__(~self._value_)
        return self.__class__(_single_bits(self.__class__) & ~self._value_)


def _single_bits(cls):
    bits = 0
    for one in cls._member_map_.values():
        if _is_single_bit(one._value_) or _minor < 11:
            bits |= one._value_
    return bits


def _bits(value, width):
    if value < 0:
        return '0b1 ' + bin((1 << width) + value)[2:].rjust(width, '1')
    return '0b0 ' + bin(value)[2:].rjust(width, '0')


def _flag_name(cls, value):
    if _minor < 11 or not value:
        return None
    parts = _parts(cls, value)
    names = [one._name_ for one in parts]
    rest = value
    for one in parts:
        rest &= ~one._value_
    if not names:
        return None
    if rest and value > 0:
        names.append(repr(rest))
    return '|'.join(names)


def _old_name(member):
    """Before 3.11: the members' names, the greatest first; else the number."""
    cls, value = member.__class__, member._value_
    negative = value < 0
    members = sorted(((one._value_, one._name_) for one in _distinct(cls)), reverse=True)
    names, rest = [], value
    for number, name in members:
        if number and number & value == number:
            names.append(name)
            rest &= ~number
    if len(names) > 1 and members and any(number == value for number, name in members):
        names = names[1:]
    if isinstance(member, int):
        if rest and not negative:
            names.append(str(rest))
    if not names:
        return '%r' % value
    return '|'.join(names)


def _distinct(cls):
    return list({id(one): one for one in cls._member_map_.values()}.values())


class IntFlag(int, Flag):
    __ror__ = Flag.__or__
    __rand__ = Flag.__and__
    __rxor__ = Flag.__xor__
    if _minor >= 11:
        def __str__(self):
            return int.__repr__(self._value_)

        def __format__(self, spec):
            return int.__format__(self._value_, spec)
    __or__ = Flag.__or__
    __and__ = Flag.__and__
    __xor__ = Flag.__xor__
    __invert__ = Flag.__invert__
    __repr__ = Flag.__repr__
    __bool__ = Flag.__bool__


def unique(enumeration):
    aliases = [(name, one._name_) for name, one in enumeration.__members__.items() if name != one._name_]
    if aliases:
        raise ValueError('duplicate values found in %r: %s' % (
            enumeration, ', '.join('%s -> %s' % pair for pair in aliases)))
    return enumeration


class FlagBoundary:
    pass


STRICT, CONFORM, EJECT, KEEP = 'strict', 'conform', 'eject', 'keep'
UNIQUE, CONTINUOUS, NAMED_FLAGS = 'one name per value', 'no skipped values', 'named flags'


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check == UNIQUE:
                aliases = [(name, one._name_) for name, one in enumeration.__members__.items()
                           if name != one._name_]
                if aliases:
                    raise ValueError('aliases found in %r: %s' % (
                        enumeration, ', '.join('%s -> %s' % pair for pair in aliases)))
            elif check == CONTINUOUS:
                values = sorted(one._value_ for one in enumeration)
                missing = [n for n in range(values[0], values[-1]) if n not in values]
                if missing:
                    raise ValueError('invalid enum %r: missing values %s' % (
                        enumeration.__name__, ', '.join(str(n) for n in missing)))
        return enumeration


def global_enum(cls, update_str=False):
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


property = _property
