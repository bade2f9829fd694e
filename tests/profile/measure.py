"""Compares a profile with the interpreter that runs this: PYTHON measure.py PROFILE.json

Exit status 0: they agree, 1: they do not, 77: the profile is of another release."""
import gc
import json
import sys
import types
import weakref

size = sys.getsizeof


class Plain(object):
    pass


class Slotted(object):
    __slots__ = ('a', 'b')


class Text(str):
    pass


def function():
    pass


def generator():
    yield


def frame():
    return sys._getframe()


def made_cell():
    x = 1
    return (lambda: x).__closure__[0]


def made_traceback():
    try:
        raise ValueError
    except ValueError as error:
        return error.__traceback__


def measured_sizes(minor):
    header = size([]) - [].__sizeof__()
    code = generator.__code__
    slots = code.co_nlocals + code.co_stacksize if minor >= 11 else 0
    emptied = {1: 1}
    emptied.clear()
    return {
        'gc_header': header, 'none': size(None), 'object': size(object()),
        'false_size': size(False), 'true_size': size(True), 'int_base': size(1) - 4, 'int_zero': size(0),
        'float_size': size(1.5), 'complex_size': size(1j), 'str_ascii': size('ab') - 2,
        'str_wide': size(u'\u0416\u0416') - 6, 'bytes': size(b''), 'bytearray_empty': size(bytearray()),
        'str_subclass': size(Text('ab')) - 3 - header - (16 if minor >= 11 else 0),
        'tuple': size(()), 'list': size([]), 'dict': size(emptied), 'set': size(set()),
        'dict_keys': size({1: 1}) - size(emptied) - 8 - 5 * 24,
        'dict_entry': (size(dict.fromkeys(range(10))) - size({1: 1}) - 8) // 5,
        'dict_entry_str_only': (size(dict.fromkeys('abcdefghij')) - size({'a': 1}) - 8) // 5,
        'function': size(function), 'method': size(types.MethodType(function, 1)),
        'builtin_method': size([].append),
        'cell': size(made_cell()), 'range': size(range(3)), 'slice': size(slice(3)), 'module': size(sys),
        'generator': size(generator()) - 8 * slots, 'frame': size(frame()) - 8 * frame.__code__.co_stacksize,
        'code': size(function.__code__) - (len(function.__code__.co_code) if minor >= 11 else 0),
        'list_iterator': size(iter([])), 'tuple_iterator': size(iter(())), 'set_iterator': size(iter(set())),
        'dict_iterator': size(iter({})), 'range_iterator': size(iter(range(3))), 'str_iterator': size(iter('a')),
        'enumerate': size(enumerate([])), 'zip': size(zip()), 'map': size(map(str, [])), 'reversed': size(reversed([])),
        'exception': size(ValueError()), 'stop_iteration': size(StopIteration()), 'key_error': size(KeyError()),
        'os_error': size(OSError()), 'traceback': size(made_traceback()), 'weakref': size(weakref.ref(Plain)),
        'property': size(property()), 'type': size(Plain), 'slots_type': size(Slotted), 'static_type': size(int), 'instance': size(Plain()),
        'slotted_instance': size(Slotted()) - 16,
        'instance_preheader': size(Plain()) - Plain().__sizeof__() - header,
        'instance_weakref': Plain.__basicsize__ - object.__basicsize__ - (8 if minor <= 10 else 0),
    }


def capacity(values):
    return (size(values) - size([])) // 8


def fill_name(three, seven, nine):
    return {(3, 7, 9): 'exact', (6, 10, 16): 'resize', (8, 8, 12): 'resize', (4, 8, 10): 'even'}[three, seven, nine]


def measured_lists(minor):
    split = 'a b'.split()
    room = capacity(split)
    split.append(1)
    one = [0] * 1
    one.pop()
    appended = []
    for i in range(17):
        appended.append(i)
    return {
        'from_constants': fill_name(capacity([1, 2, 3]), capacity([1, 2, 3, 4, 5, 6, 7]),
                                    capacity([1, 2, 3, 4, 5, 6, 7, 8, 9])),
        'from_sized': fill_name(*[capacity(list(range(n))) for n in (3, 7, 9)]),
        'from_hashed': fill_name(*[capacity(list(set(range(n)))) for n in (3, 7, 9)]),
        'extend_when_empty': fill_name(*[capacity(sorted(range(n))) for n in (3, 7, 9)]),
        'growth_rounds_to_four': capacity(appended) == 24,
        'append_may_shrink': capacity(split) < room,
        'pop_last_clears': capacity(one) == 0,
    }


def refilled(count, deleted):
    """The size after `count` insertions, which fill the table, `deleted` deletions and one more insertion."""
    items = dict.fromkeys(range(count))
    for i in range(deleted):
        del items[i]
    items[count] = None
    return size(items)


def measured_dicts(minor):
    table = {size(dict.fromkeys(range(5))): 8, size(dict.fromkeys(range(10))): 16}
    # With 1 entry left of 5, then with 5 of 10: double 8 and 32 slots, triple 8 and 16, bit length 16 and 16.
    tables = table[refilled(5, 4)], table.get(refilled(10, 5), 32)
    mixed = {'a': 1}
    before = size(mixed)
    mixed[1] = 1
    sparse = dict.fromkeys(range(15))
    for i in range(5):
        del sparse[i]
    return {
        'growth': {(8, 32): 'double', (8, 16): 'triple', (16, 16): 'bit_length'}[tables],
        'empty_table': table.get(size({}), 0), 'call_table': table.get(size(dict()), 0),
        'str_only_tables': size(mixed) != before,
        'copy_clones': size(sparse.copy()) == size(sparse),
    }


def measured_gc(minor):
    Loop = type('Loop', (), {})
    gc.collect()
    a = Loop()
    a.a = a
    del a
    found = gc.collect()
    kept = []
    Back = type('Back', (), {'__del__': lambda self: kept.append(self)})
    b = Back()
    b.b = b
    del b
    back = gc.collect()
    return {'threshold': list(gc.get_threshold()), 'counts_instance_dict': found == 2, 'counts_resurrected': back > 0}


def measured(minor):
    return {
        'sizes': measured_sizes(minor), 'lists': measured_lists(minor), 'dicts': measured_dicts(minor),
        'instances': {'dict_is_object': minor <= 10},
        'sets': {'grows_at_three_fifths': size(set(range(19))) != size(set(range(18))),
                 'display_merges': size({1, 2, 3, 4, 5}) == size(set(set(range(5)))),
                 'empty_frozenset_singleton': frozenset() is frozenset([])},
        'hashes': {'siphash13': sys.hash_info.algorithm == 'siphash13'},
        'gc': measured_gc(minor),
        'immortal': {'singletons': sys.getrefcount(None) == 4294967295},
    }


def main(path):
    with open(path) as file:
        profile = json.load(file)
    if profile['full'] != '%d.%d.%d' % sys.version_info[:3]:
        return 77
    checked = 1
    wrong = int(sys.getrecursionlimit() != profile['recursion_limit'])
    for group, values in measured(sys.version_info[1]).items():
        for name, value in values.items():
            checked += 1
            if profile[group][name] != value:
                wrong += 1
                print('%s: %s.%s is %r, measured %r' % (path, group, name, profile[group][name], value))
    print('%s: %d checked, %d wrong' % (profile['full'], checked, wrong))
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
