"""Names of the built-in types that have none in builtins, and a few helpers."""

import sys
from enum import DynamicClassAttribute

_minor = sys.version_info[1]


def _function():
    yield


def _cell():
    value = 1

    def inner():
        return value
    return inner


class _Class:
    def method(self):
        pass


FunctionType = LambdaType = type(_function)
CodeType = type(_function.__code__)
GeneratorType = type(_function())
MethodType = type(_Class().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
if _minor >= 7:
    MethodDescriptorType = type(str.join)
    WrapperDescriptorType = type(object.__init__)
    MethodWrapperType = type(object().__str__)
MemberDescriptorType = type(FunctionType.__globals__)
GetSetDescriptorType = type(FunctionType.__code__)
ModuleType = type(sys)
if _minor >= 10:
    NoneType = type(None)
    NotImplementedType = type(NotImplemented)
    EllipsisType = type(Ellipsis)
try:
    raise TypeError
except TypeError as _error:
    TracebackType = type(_error.__traceback__)
    FrameType = type(_error.__traceback__.tb_frame)
if _minor >= 8:
    CellType = type(_cell().__closure__[0])
MappingProxyType = type(_Class.__dict__)


_shown = set()  # the ids of namespaces whose repr is under way


class SimpleNamespace:
    def __init__(self, *args, **kwargs):
        if args:
            if _minor < 13:
                raise TypeError("no positional arguments expected")
            if len(args) > 1:
                raise TypeError("SimpleNamespace expected at most 1 argument, got %d" % len(args))
            self.__dict__.update(args[0])
        self.__dict__.update(kwargs)

    def __repr__(self):
        name = type(self).__name__ if type(self) is not SimpleNamespace else (
            'namespace')
        if id(self) in _shown:
            return '%s(...)' % name
        names = list(self.__dict__)
        if _minor < 9:
            names.sort()
        _shown.add(id(self))
        try:
            return '%s(%s)' % (name, ', '.join(['%s=%r' % (key, self.__dict__[key]) for key in names]))
        finally:
            _shown.discard(id(self))

    def __eq__(self, other):
        if isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, SimpleNamespace):
            return self.__dict__ < other.__dict__
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, SimpleNamespace):
            return self.__dict__ <= other.__dict__
        return NotImplemented

    __hash__ = None


def new_class(name, bases=(), kwds=None, exec_body=None):
    kwds = dict(kwds or {})
    metaclass = kwds.pop('metaclass', type(bases[0]) if bases else type)
    namespace = metaclass.__prepare__(name, bases, **kwds) if hasattr(metaclass, '__prepare__') else {}
    if exec_body is not None:
        exec_body(namespace)
    return metaclass(name, bases, namespace, **kwds)


del _function, _cell, _Class
