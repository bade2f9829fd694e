"""Shallow and deep copies."""

import sys

__all__ = ['Error', 'copy', 'deepcopy']
if sys.version_info >= (3, 13):
    __all__.append('replace')


class Error(Exception):
    def _method(self):
        pass


error = Error
_METHOD = type(Error()._method)

_ATOMS = (int, float, complex, bool, str, bytes, type(None), type(Ellipsis), type(NotImplemented), type,
          type(lambda: None), type(len))
if sys.version_info >= (3, 7):
    _ATOMS += (property,)
if sys.version_info >= (3, 10):
    _ATOMS += (range,)


def _is_atom(x):
    return type(x) in _ATOMS or isinstance(x, type)


def _remade(x, memo):
    """Made anew of what __reduce_ex__ says; with a memo, of copies of that."""
    made = x.__reduce_ex__(4)
    if isinstance(made, str):
        return x
    function, args = made[:2]
    if memo is not None:
        args = tuple(deepcopy(argument, memo) for argument in args)
    y = function(*args)
    state = made[2] if len(made) > 2 else None
    if memo is not None:
        memo[id(x)] = y
        state = deepcopy(state, memo)
    if state is not None:
        if hasattr(y, '__setstate__'):
            y.__setstate__(state)
        else:
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
                for name, value in (slots or {}).items():
                    setattr(y, name, value)
            if state:
                y.__dict__.update(state)
    for item in made[3] or () if len(made) > 3 else ():
        y.append(item if memo is None else deepcopy(item, memo))
    for key, value in made[4] or () if len(made) > 4 else ():
        if memo is not None:
            key, value = deepcopy(key, memo), deepcopy(value, memo)
        y[key] = value
    return y


def copy(x):
    cls = type(x)
    if _is_atom(x) or cls in (tuple, frozenset, range, slice):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    if cls is _METHOD:
        return cls(x.__func__, x.__self__)
    method = getattr(cls, '__copy__', None)
    if method is not None:
        return method(x)
    return _remade(x, None)


def deepcopy(x, memo=None, _nil=[]):
    if memo is None:
        memo = {}
    if _is_atom(x):
        return x
    known = memo.get(id(x), _nil)
    if known is not _nil:
        return known
    y = _copied(x, memo)
    if y is not x:
        memo[id(x)] = y
        _keep_until_done(x, memo)
    return y


def _keep_until_done(x, memo):
    """An id in memo must not become another object's while the copying lasts."""
    kept = memo.get(id(memo))
    if kept is None:
        memo[id(memo)] = [x]
    else:
        kept.append(x)


def _copied(x, memo):
    cls = type(x)
    if cls in (list, dict):
        return _copied_container(x, memo)
    if cls is tuple:
        return _copied_tuple(x, memo)
    if cls is _METHOD:
        return cls(x.__func__, deepcopy(x.__self__, memo))
    method = getattr(x, '__deepcopy__', None)
    if method is not None:
        return method(memo)
    if cls is range:
        return range(x.start, x.stop, x.step)
    if cls is frozenset:
        return frozenset([deepcopy(item, memo) for item in x])
    return _remade(x, memo)


def _copied_container(x, memo):
    memo[id(x)] = y = [] if isinstance(x, list) else {}
    if isinstance(x, list):
        for item in x:
            y.append(deepcopy(item, memo))
    else:
        for key, value in x.items():
            y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _copied_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    if id(x) in memo:
        return memo[id(x)]
    for item, other in zip(items, x):
        if item is not other:
            return tuple(items)
    return x


if sys.version_info >= (3, 13):
    def replace(obj, **changes):
        method = getattr(type(obj), '__replace__', None)
        if method is None:
            raise TypeError('replace() does not support %s objects' % type(obj).__name__)
        return method(obj, **changes)
