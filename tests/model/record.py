"""Writes what the interpreter that runs it does with values and containers, for test_replay.c:

    PYTHONHASHSEED=0 python3.12 record.py [SCALE] > replay/3.12.txt

Each line is an operation and, behind " = ", what came of it. The operations are drawn from a generator
of our own, so that every version is asked the same; SCALE times as many of them are written."""
import os
import struct
import sys

SIZE = sys.getsizeof
STATE = [20240501]


def draw(limit):
    STATE[0] = (STATE[0] * 6364136223846793005 + 1442695040888963407) % 2 ** 64
    return (STATE[0] >> 33) % limit


def pick(choices):
    return choices[draw(len(choices))]


def tell(operation, *results):
    print(('%s = %s' % (operation, ' '.join(str(result) for result in results))).rstrip())


def listed(items):
    """The items, or a checksum of them when they are many (FNV-1a of the text)."""
    text = ' '.join(str(item) for item in items)
    if len(items) <= 24:
        return text
    checksum = 14695981039346656037
    for byte in text.encode('utf-8'):
        checksum = (checksum ^ byte) * 1099511628211 % 2 ** 64
    return '#%016x' % checksum


# --- values ---

ALPHABETS = ['abcdefgh_019 ', u'ab\xe9\xff', u'a\u0416\u20ac', u'a\U0001f40d\u0416']


def texts(count):
    for alphabet in ALPHABETS:
        for _ in range(count):
            yield ''.join(pick(alphabet) for _ in range(draw(24)))


def as_hex(text):
    return text.encode('utf-8').hex() or '-'


def doubles(count):
    for value in (0.0, -0.0, 1.0, 0.1, 1e16, 1e15, 123456789012345678.0, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308,
                  2.2250738585072014e-308, 1e22, 1e23, 0.3, 2 / 3, 100.0, 1.5e300, float('inf'), -float('inf')):
        yield value
    for exponent in range(-1074, 1024, max(1, 120 // count)):
        yield 2.0 ** exponent
    for _ in range(count * 2):
        yield struct.unpack('<d', struct.pack('<Q', draw(2 ** 31) << 33 | draw(2 ** 31) << 2 | draw(4)))[0]
        yield draw(10 ** 6) / 10 ** draw(9)


def ints(count):
    for value in (0, 1, -1, 256, 257, -5, -6, 2 ** 30 - 1, 2 ** 30,
                  2 ** 60, 2 ** 61 - 1, 2 ** 61, 2 ** 63 - 1, 2 ** 63, -2 ** 63):
        yield value
    for _ in range(count):
        yield (draw(2 ** 31) << draw(150)) * pick((1, -1)) + draw(100)


def values(count):
    for text in texts(count):
        tell('str ' + as_hex(text), SIZE(text) if len(text) > 1 else 0, hash(text))
        data = text.encode('utf-8')
        tell('bytes ' + as_hex(text), SIZE(data), hash(data))
    for value in doubles(count):
        if value == value:
            tell('float %016x' % struct.unpack('<Q', struct.pack('<d', value))[0], repr(value), hash(value))
    for value in ints(count):
        tell('int %d' % value, SIZE(value), hash(value))
    for length in range(12):
        items = tuple(draw(10 ** 6) for _ in range(length))
        tell(' '.join(['tuple'] + [str(item) for item in items]), SIZE(items), hash(items))
        tell(' '.join(['frozenset'] + [str(item) for item in items]), hash(frozenset(items)))
    for _ in range(8):
        a, b = draw(1000) / 8, draw(1000) - 500.0
        tell('complex %r %r' % (a, b), hash(complex(a, b)))


# --- lists ---

def list_step(items):
    kind, size = draw(9), len(items)
    count = pick((0, 1, 1, 2, 3, 5, 9, 20))
    start = draw(size + 1)
    stop = start + draw(size + 1 - start)
    if kind == 0 or size == 0 and kind in (4, 5):
        for _ in range(count):
            items.append(0)
        return 'append %d' % count
    if kind == 1:
        items.insert(start, 0)
        return 'insert %d' % start
    if kind == 2:
        items.extend([0] * count)
        return 'extend %d' % count
    if kind == 3:
        items[start:stop] = [0] * count
        return 'assign %d %d %d' % (start, stop, count)
    if kind == 4:
        items.pop()
        return 'pop %d' % (size - 1)
    if kind == 5:
        items.pop(min(start, size - 1))
        return 'pop %d' % min(start, size - 1)
    if kind == 6:
        del items[start:stop]
        return 'assign %d %d 0' % (start, stop)
    if kind == 7 and draw(4) == 0:
        items.clear()
        return 'clear'
    items.extend(0 for _ in range(count))
    return 'generate %d' % count


def lists(rounds):
    for _ in range(rounds):
        items = []
        tell('list', SIZE(items), 0)
        for _ in range(30):
            step = list_step(items)
            tell(step, SIZE(items), len(items))


def fills():
    for count in range(24):
        tell('from_exact %d' % count, SIZE([0] * count))
        tell('from_constants %d' % count, SIZE(eval('[' + '0,' * count + ']')))
        tell('from_sized %d' % count, SIZE(list(range(count))))
        tell('from_hashed %d' % count, SIZE(list(set(range(count)))))
        tell('from_generator %d' % count, SIZE(list(0 for _ in range(count))))


# --- dicts ---

def key(kinds):
    return pick(kinds), draw(pick((4, 12, 50)))


def key_value(name):
    return name[1] if name[0] == 'i' else 's%d' % name[1]


def dict_step(items, kinds):
    kind, name = draw(16), key(kinds)
    if kind < 8:
        items[key_value(name)] = 0
        return 'set %s%d' % name
    if kind < 12:
        items.pop(key_value(name), None)
        return 'delete %s%d' % name
    if kind == 12 and items:
        items.popitem()
        return 'popitem'
    if kind == 13 and draw(3) == 0:
        items.clear()
        return 'clear'
    return 'copy'


def dicts(rounds):
    for turn in range(rounds):
        items = dict() if turn % 4 == 3 else {}
        kinds = pick(('i', 's', 'is', 'ss' * 6 + 'i'))
        tell('dict_call' if turn % 4 == 3 else 'dict', SIZE(items), 0)
        for _ in range(60):
            step = dict_step(items, kinds)
            if step == 'copy':
                items = items.copy()
            last = list(items)[-1] if items else '-'
            tell(step, SIZE(items), len(items), last)


# --- sets ---

def set_key(limit):
    return pick('iiss'), draw(limit)


def set_step(items, limit):
    kind, name = draw(20), set_key(limit)
    if kind < 9:
        items.add(key_value(name))
        return 'add %s%d' % name
    if kind < 15:
        items.discard(key_value(name))
        return 'discard %s%d' % name
    if kind == 15 and items:
        items.pop()
        return 'pop'
    if kind == 16:
        return 'copy_set'
    if kind == 17 and draw(4) == 0:
        items.clear()
        return 'clear'
    names = [set_key(limit) for _ in range(draw(8))]
    items.update({key_value(name) for name in names})
    return ' '.join(['update'] + ['%s%d' % name for name in names])


def sets(rounds):
    for _ in range(rounds):
        items, limit = set(), pick((6, 20, 60, 200))
        tell('set_new', SIZE(items), 0)
        for _ in range(50):
            step = set_step(items, limit)
            if step == 'copy_set':
                items = items.copy()
            tell(step, SIZE(items), listed(list(items)))
    items = set()
    tell('set_new', SIZE(items), 0)
    for i in range(400):
        name = 'is'[i % 2], i * 7
        items.add(key_value(name))
        tell('add %s%d' % name, SIZE(items), listed(list(items)) if i % 10 == 9 else '...')


# --- instances ---

def instance_step(objects, names, make):
    kind, index = draw(14), draw(len(objects))
    name = pick(names)
    if len(names) > 18:  # many attributes in one order
        index, name = 0, names.pop(0)
    if kind == 0 and len(objects) < 6:
        objects.append(make())
        return 'new'
    if kind < 9:
        setattr(objects[index], name, 0)
        return 'setattr %d %s' % (index, name)
    if kind < 11:
        if hasattr(objects[index], name):
            delattr(objects[index], name)
        return 'delattr %d %s' % (index, name)
    return None


def instances(rounds):
    for turn in range(rounds):
        made = type('Made', (), {})
        objects, names = [made()], ['n%d' % i for i in range(pick((2, 4, 7, 12, 90)))]
        tell('class', 0)
        tell('new', len(objects))
        for _ in range(pick((3, 10, 25, 60))):
            step = instance_step(objects, names, made)
            if step:
                tell(step, len(objects))
        for index, each in enumerate(objects):
            tell('look %d' % index, SIZE(each), SIZE(each.__dict__), listed(list(each.__dict__)))
        tell('look_class', SIZE(made))
        for _ in range(10):
            step = instance_step(objects, names, made)
            if step:
                tell(step, len(objects))
        for index, each in enumerate(objects):
            tell('look %d' % index, SIZE(each), SIZE(each.__dict__), listed(list(each.__dict__)))


def main():
    if os.environ.get('PYTHONHASHSEED') != '0':
        sys.exit('PYTHONHASHSEED must be 0')
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    print('# CPython %d.%d.%d' % sys.version_info[:3])
    values(4 * scale)
    fills()
    lists(5 * scale)
    dicts(8 * scale)
    sets(6 * scale)
    instances(12 * scale)


main()
