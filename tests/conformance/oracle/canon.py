"""The comparable core of a recording as lines: what a recording of probe.py and a trace of
heapstep (forms.py) have to agree in.

Left out on purpose: counts of objects that the interpreter shares (rc=-), addresses, references of
the evaluation stack, sizes that nobody can compute."""

NO_SIZE = {'module', 'frame', 'code', 'builtin_function_or_method'}
NO_COUNT = NO_SIZE | {'type', 'function', 'traceback'}


def object_line(number, o, unreachable, shared):
    count = '-' if shared or o['type'] in NO_COUNT else o['rc']
    return '  #%s %s%s%s%s size=%s rc=%s %s' % (
        number, o['type'], '' if o['value'] is None else ' ' + o['value'],
        ''.join(' %s:#%s' % tuple(r) for r in o['refs']), ' UNREACHABLE' if unreachable else '',
        '-' if o['type'] in NO_SIZE else o['size'], count,
        'gen%s' % o['gen'] if o['tracked'] else 'untracked')


def event_head(e):
    return '@ %s %s line=%s after=%s' % (e['event'], e['func'], e['line'], e['prev'])


def event_lines(e, shares=None):
    """The lines of one event. `shares`: for each object whether its count is left out; None: as the
    event itself says."""
    lines = []
    for f in e['frames']:
        lines.append('  frame %s: %s' % (f['func'], ' '.join('%s=#%d' % x for x in f['names'].items())))
    limbo, cached = set(map(str, e['limbo'])), set(map(str, e['cached']))
    for n, o in e['objects'].items():
        if str(n) in cached:
            continue
        shared = o['shared'] if shares is None else shares.get(str(n), True)
        lines.append(object_line(n, o, str(n) in limbo, shared))
    if e['died']:
        lines.append('  died ' + ' '.join('#%d' % x for x in e['died']))
    g = e['gc']
    lines.append('  gc count=%s threshold=%s %s collections=%s collected=%s' % (
        g['count'], g['threshold'], 'on' if g['enabled'] else 'off',
        [s[0] for s in g['stats']], [s[1] for s in g['stats']]))
    return lines
