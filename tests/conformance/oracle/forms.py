"""A trace of heapstep in the form of probe.py: the same numbering, the same order, so that canon.py
can write both."""
import json

MAX_REPR = 60
TEXTS = {'int', 'float', 'complex', 'str', 'bytes', 'bool', 'NoneType', 'ellipsis', 'range', 'slice',
         'bytearray'}
NAMED = {'type', 'function', 'module', 'builtin_function_or_method', 'generator'}
PLAIN = {'list', 'tuple', 'dict', 'set', 'frozenset'}
LABELLED = {'list', 'tuple', 'function', 'method', 'cell', 'traceback', 'weakref'}
ANONYMOUS = {'0', 'over', 'fget', 'fset', 'fdel', '__func__', 'type', 'self'}
LISTED = {'float', 'tuple', 'list', 'dict', 'method', 'builtin_function_or_method', 'slice', 'frame'}
HIDDEN = {'attr.__slots__', 'attr.__doc__', 'attr.__firstlineno__', 'attr.__static_attributes__'}
ADDRESSES = 1 << 45, 1 << 47
LEAVES = TEXTS | {'module', 'code', 'builtin_function_or_method', 'member_descriptor', 'frame',
                  'getset_descriptor', 'wrapper_descriptor', 'method_descriptor', 'classmethod_descriptor'}


def short(text):
    return text if len(text) <= MAX_REPR else text[:MAX_REPR] + '...(%d)' % len(text)


def mask(text):
    """Addresses, which id() gives, differ."""
    return '<address>' if text.isdigit() and ADDRESSES[0] < int(text) < ADDRESSES[1] else text


class Forms:
    """Walks through the events, keeping what has been said of each object."""

    def __init__(self, trace):
        self.trace = trace
        self.objects = {}
        self.numbers = {}
        self.known = []
        self.gone = set()
        self.last_line = {}

    def number(self, id):
        if id not in self.numbers:
            if self.objects.get(id, {}).get('dying'):
                return 0
            self.numbers[id] = len(self.numbers) + 1
            self.known.append(id)
        return self.numbers[id]

    def value(self, o):
        if o['type'] in PLAIN:
            return None
        if 'referent' in o:
            referent = o['referent']
            return 'dead' if not referent else '-> #%s' % self.numbers.get(referent, '?')
        if o['type'] in TEXTS:
            return mask(short(o.get('value', '')))
        if 'value' in o and (o['type'] in NAMED or 'built_in' in o):
            return '<%s>' % o['value']
        return '<%s>' % o['type']

    def sort_key(self, id):
        """What probe.py sorts the items of a set by."""
        o = self.objects[id]
        if o['type'] in ('tuple', 'frozenset'):
            items = [self.objects[i] for _, i in o['references']]
            if all(i['type'] in ('int', 'str', 'float', 'bool', 'bytes') for i in items):
                inside = ', '.join(i['value'] for i in items)
                return '(%s%s)' % (inside, ',' if len(items) == 1 else '')
            return '<%s>' % o['type']
        return self.value(o) or '<%s>' % o['type']

    def references(self, id):
        """In the order of probe.py's Inspector.children."""
        o = self.objects[id]
        items = [r for r in o['references'] if not r[0].startswith('attr.')]
        attributes = [r for r in o['references'] if r[0].startswith('attr.')]
        if o['type'] in ('set', 'frozenset'):
            items = [['item%d' % i, r[1]] for i, r in
                     enumerate(sorted(items, key=lambda r: self.sort_key(r[1])))]
        elif o['type'] == 'method':
            items.sort(key=lambda r: r[0] != '__self__')
        elif o['type'] == 'function':
            attributes.sort()
        elif o['type'] == 'type':
            attributes = [r for r in attributes if r[0] not in HIDDEN]
        elif o['type'] in ('generator', 'frame'):
            items.sort(key=lambda r: ['local', 'cell.', 'stack'].index(r[0][:5]))
        elif items and o['type'] not in LABELLED and not self.is_of_program(o) and (
                items[0][0] in ANONYMOUS or o['type'].endswith('iterator')):
            items = [['ref%d' % i, r[1]] for i, r in enumerate(
                r for r in items if self.objects[r[1]]['type'] not in ('type', 'module', 'code'))]
        return items + attributes

    def is_of_program(self, o):
        return not self.objects.get(o.get('class'), {'built_in': True}).get('built_in')

    def take_objects(self, event):
        self.died = [id for id in event['died'] if self.objects.pop(id, None)]
        for o in event['objects']:
            if o['id'] in self.gone:
                continue
            self.objects[o['id']] = o
            if o.get('dying') and o['type'] in LISTED:
                del self.objects[o['id']]
                self.died.append(o['id'])
                self.gone.add(o['id'])

    def frames(self, event, visit, returning, visible):
        frames = []
        running = event['frames'][-1]['id'] if event['frames'] else None
        for i, f in enumerate(event['frames']):
            seen = i < len(visible) and visible[i] or f['id'] == running
            stack = f['stack'] if seen else []
            if returning and f['id'] == running:
                stack = []
            cells = f['cells']
            for name, id in f['names'].items():
                if name not in cells:
                    visit(id)
            for id in cells.values():
                visit(id)
            for id in stack:
                visit(id)
            names = {k: self.number(v) for k, v in f['names'].items() if k not in cells}
            names.update({k: self.number(f['names'][k]) for k in cells if k in f['names']})
            frames.append({'func': f['function'], 'names': names})
        return frames

    def event(self, event, visible):
        """One event; `visible`: for each frame whether its evaluation stack can be seen."""
        self.take_objects(event)
        seen, order = set(), []

        def visit(root):
            todo = [root]
            while todo:
                id = todo.pop()
                if id in seen:
                    continue
                seen.add(id)
                if not self.number(id):
                    continue
                order.append(id)
                todo.extend(r[1] for r in reversed(self.references(id)))
        frames = self.frames(event, visit, event['kind'] == 'return', visible)
        if 'returns' in event:
            visit(event['returns'])
        reached, limbo, cached = set(seen), set(), set()
        for id in [k for k in self.known if k in self.objects]:
            if id in reached:
                continue
            cached.add(self.numbers[id])
            if id not in seen:
                visit(id)
            if not self.is_leaf(self.objects[id]):
                limbo.add(self.numbers[id])
                limbo.update(self.number(r[1]) for r in self.references(id) if r[1] not in reached)
        fid = event['frames'][-1]['id']
        form = {'event': event['kind'], 'func': event['function'], 'line': event['line'],
                'prev': self.last_line.get(fid), 'frames': frames,
                'objects': {self.numbers[id]: self.form(self.objects[id]) for id in order},
                'limbo': sorted(limbo - {0}), 'cached': sorted(cached - limbo),
                'died': sorted(self.numbers[id] for id in self.died if id in self.numbers),
                'gc': self.collector(event['gc'])}
        self.last_line[fid] = event['line']
        if event['kind'] == 'return':
            self.last_line.pop(fid)
        return form

    def is_leaf(self, o):
        return o['type'] in LEAVES or o.get('built_in') or (
            o['type'] in ('tuple', 'frozenset') and not o['references'])

    def form(self, o):
        generation = o['generation']
        return {'type': o['type'], 'value': self.value(o), 'size': o['size'], 'rc': o.get('refcount'),
                'refs': [[label, self.number(id)] for label, id in self.references(o['id'])],
                'tracked': generation is not None, 'gen': 3 if generation == 'permanent' else generation,
                'shared': False}

    @staticmethod
    def collector(g):
        return {'count': g['count'], 'threshold': g['threshold'], 'enabled': g['enabled'],
                'stats': [[a, b, 0] for a, b in zip(g['collections'], g['collected'])]}


def heads(trace):
    """What canon.event_head writes of each event, without looking at objects."""
    last, heads = {}, []
    for e in trace['events']:
        fid = e['frames'][-1]['id']
        heads.append({'event': e['kind'], 'func': e['function'], 'line': e['line'], 'prev': last.get(fid)})
        last[fid] = e['line']
        if e['kind'] == 'return':
            last.pop(fid)
    return heads


def convert(trace, visible):
    """The events of a trace in probe.py's form; `visible[i]` belongs to event i."""
    forms = Forms(trace)
    return [forms.event(e, visible.get(i, [])) for i, e in enumerate(trace['events'])]
