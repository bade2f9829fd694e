#!/usr/bin/env python3
"""Records the memory states of one program under the interpreter that runs this (CPython 3.6 .. 3.13, Linux, needs `cc`).

    pythonX.Y probe.py snippet.py [-o out.json] [--max-events N] [--start warm|clean] [--count 0,0,0] [--delta]

HOW IT OBSERVES WITHOUT DISTURBING
  * A fresh worker process of the same interpreter loads a small C helper (probe.c, built once per version into
    ./.cache), runs gc.collect() twice, fills all free lists to capacity (--start warm, the default; --start clean leaves
    them empty), sets the gc counts (--count) and executes the file exactly as `python file` does (PyRun_FileEx: the AST
    stays alive, which is +1 on every literal's refcount) under a *C level* trace function (PyEval_SetTrace).  A C tracer
    runs no Python code and never builds f_locals, so unlike sys.settrace it adds no references.
  * At each 'line' / 'return' event of the snippet's own code the helper fork()s.  The CHILD is a copy of the whole
    address space (same ids) and may disturb whatever it wants: it runs Inspector.inspect(), writes one record and
    dies.  The PARENT is frozen in C meanwhile and only answers "peek" requests from the child, i.e. it reads raw
    8-byte words of the undisturbed process: that is where reference counts come from.
  * Deaths are logged in the parent by hooks on the object allocator's free()/realloc() and on tp_dealloc of the types
    that have free lists.  They also drive the numbering, so an address that is reused gets a new object number.
  * 3.11+: a trace function forces a PyFrameObject to exist for each call, which would bump the generation-0 counter;
    the helper takes that allocation out of the counter again (and puts it back when the frame object dies).
    3.7-3.11: the same for the temporary bound methods that ceval makes while a trace function is set.
  * For control the snippet is also run twice without tracing: 'plain' (same worker, no hooks) and 'native' (python
    snippet.py).  stdout of all three is reported; "perturbed" is true when traced and plain output differ.

OUTPUT (JSON)
  {"version", "snippet", "events": [...], "stdout", "stdout_plain", "stdout_native", "perturbed", "differs_native",
   "stderr", "exit"}.  Each event is the state BEFORE `line` runs, i.e. AFTER statement `prev` of that frame completed;
  the last event is the module's 'return' = final state.
   event   {"i","event":"line"|"return","func","line","prev","frames":[...],"objects":{...},"limbo":[...],
            "cached":[...],"died":[...],"gc":{...},"stdout","returns":n}   object number 0 = being deallocated
   frame   {"func","line","names":{name: n},"cells":{name: n},"stack":[n..]|null}   outermost (module) first; names in
           definition order; stack = anonymous references on the value stack (loop iterators, pending arguments)
   object  {"type","value","refs":[[label, n]..],"size","rc","rc_graph","rc_const","immortal","shared",
             "tracked","gen"}
             rc        ob_refcnt as it is in memory (sys.getrefcount(name) prints rc + k)
             rc_graph  references found in the recorded graph (names, cells, stack, items, attributes)
             rc_const  references from co_consts of the snippet's code objects
             shared    the interpreter itself holds references (small ints, interned strings, builtins, ...) or the object
                       is immortal: do not compare rc
             gen       0,1,2 = gc list that holds it, 3 = permanent (frozen), null = untracked
           instances also have "dict_size" (getsizeof(__dict__)) and "dict_made" (the dict object really exists)
   limbo   objects still allocated but reachable from no frame: garbage cycles and what only they hold
   cached  the same for leaf objects that something else keeps (constants, small ints, interned strings, ...)
   died    numbers of objects deallocated since the previous event
   gc      {"count":[3],"threshold":[3],"enabled","stats":[[collections, collected, uncollectable]*3]} (stats: deltas)
Objects are numbered by first appearance: frames outermost first, names in order, depth first.
"""
import sys

MAX_REPR = 60


# ---------------------------------------------------------------------------------------------------- inspector (child)
class Inspector:
    """Built before the program starts; inspect() runs only in forked children."""

    def __init__(self, probe, path, main, out_fd, out_path, gc):
        self.probe, self.path, self.main, self.gc = probe, path, main, gc
        self.out_fd, self.out_path = out_fd, out_path
        self.hidden = set(main.__dict__)            # names every module has

    # -- graph ---------------------------------------------------------------------------------
    def is_user_class(self, c):
        return isinstance(c, type) and c.__flags__ & (1 << 9) and type.__dict__['__dict__'].__get__(c).get(
            '__module__') == '__main__'

    def is_proxy(self, o):
        return type(o).__name__ in ('weakproxy', 'weakcallableproxy', 'ProxyType', 'CallableProxyType')

    def is_python_class(self, c):
        """Made by a class statement, of the program or the library: its instances are known by attributes."""
        d = type.__dict__['__dict__'].__get__(c)
        return bool(c.__flags__ & (1 << 9)) and (self.is_user_class(c) or '__slots__' in d or any(
            type(v).__name__ == 'function' for v in d.values()))

    def frame_slots(self, frame):
        """-> names [(name, object)], cells [(name, cell)], stack [objects]|None of a live or suspended frame."""
        code = frame.f_code
        loc, stack = self.probe.slots(frame)
        if not code.co_flags & 1:                   # module or class body: real dict
            ns = self.main.__dict__ if code.co_name == '<module>' else self.probe.namespace(frame)
            names = [(k, v) for k, v in ns.items() if not (k in self.hidden or k in ('__module__', '__qualname__',
                                                            '__firstlineno__', '__static_attributes__'))]
            hidden = [x for x in loc if x is not self.probe]     # 3.12+: loop variables of inlined comprehensions
            return names, [], hidden + (stack or []) if hidden else stack
        if sys.version_info >= (3, 11):
            order = list(code.co_varnames) + [c for c in code.co_cellvars if c not in code.co_varnames]
        else:
            order = list(code.co_varnames) + list(code.co_cellvars)
        order += list(code.co_freevars)
        names, cells = [], []
        celln = set(code.co_cellvars + code.co_freevars)
        for i, slot in enumerate(loc):
            name = order[i] if i < len(order) else '?%d' % i
            if slot is self.probe:                  # sentinel for NULL
                continue
            if name in celln and type(slot).__name__ == 'cell':
                cells.append((name, slot))
            else:
                names.append((name, slot))
        return names, cells, stack

    def children(self, o):
        """-> ordered [(label, object)] of the references o holds that matter to the program."""
        t = type(o)
        if self.is_proxy(o):                        # whose own attributes, __class__ too, are the referent's
            return []
        if isinstance(o, type):
            if not self.is_user_class(o):
                return []
            skip = ('__module__', '__dict__', '__weakref__', '__doc__', '__qualname__', '__slots__',
                    '__firstlineno__', '__static_attributes__')
            d = type.__dict__['__dict__'].__get__(o)
            return ([('base', b) for b in o.__bases__ if self.is_user_class(b)] +
                    [('attr.' + k, v) for k, v in d.items()
                     if not (k in skip and (k != '__doc__' or v is None)) and
                     type(v).__name__ not in ('member_descriptor', 'getset_descriptor')])
        if o is self.main.__dict__ or o is self.main:
            return []
        name = t.__name__
        out = []
        if isinstance(o, (list, tuple)):
            out = [(str(i), x) for i, x in enumerate(list.__iter__(o) if isinstance(o, list) else tuple.__iter__(o))]
        elif isinstance(o, dict):
            self.owned.add(id(o))
            for i, (k, v) in enumerate(dict.items(o)):
                out += [('key%d' % i, k), ('val%d' % i, v)]
        elif isinstance(o, (set, frozenset)):
            its = sorted((set if isinstance(o, set) else frozenset).__iter__(o), key=lambda x: self.short(x))
            out = [('item%d' % i, x) for i, x in enumerate(its)]
        elif name == 'function':
            out = [('__defaults__', o.__defaults__), ('__kwdefaults__', o.__kwdefaults__),
                   ('__closure__', o.__closure__)]
            out = [(k, v) for k, v in out if v is not None]
            out += [('attr.' + k, v) for k, v in sorted(o.__dict__.items())]
        elif name == 'method':
            out = [('__self__', o.__self__), ('__func__', o.__func__)]
        elif name == 'cell':
            try:
                out = [('contents', o.cell_contents)]
            except ValueError:
                pass
        elif name in ('generator', 'coroutine'):
            f = getattr(o, 'gi_frame', None) or getattr(o, 'cr_frame', None)
            if f is not None and not any(f is g for g in self.live_frames):
                out = self.flat(f)
        elif name == 'frame':
            if not any(o is g for g in self.live_frames) and o.f_code.co_filename == self.path and o.f_code.co_flags & 1:
                out = self.flat(o)
        elif name == 'traceback':
            out = [('tb_next', o.tb_next), ('tb_frame', o.tb_frame)]
            out = [(k, v) for k, v in out if v is not None]
        elif isinstance(o, BaseException):
            out = [(a, getattr(o, a)) for a in ('args', '__traceback__', '__cause__', '__context__')
                   if getattr(o, a) is not None]
        elif isinstance(o, self.weakref):
            cb = getattr(o, '__callback__', None)
            out = [('callback', cb)] if cb is not None else []
        elif name == 'builtin_function_or_method':
            s = o.__self__
            out = [('__self__', s)] if s is not None and not isinstance(s, (type, type(sys))) else []
        elif name in self.leaf:
            out = []
        elif self.is_python_class(t):
            out = []
        else:                                        # iterators, dict views, property, partial, deque ...
            out = [('ref%d' % i, x) for i, x in enumerate(self.gc.get_referents(o))
                   if not isinstance(x, type) and type(x).__name__ not in ('module', 'code')]
        if self.is_python_class(t):                      # instance of a class in Python: slots, then __dict__
            for c in reversed(t.__mro__):
                for k, v in type.__dict__['__dict__'].__get__(c).items():
                    if type(v).__name__ == 'member_descriptor' and self.is_python_class(c):
                        try:
                            out.append(('attr.' + k, v.__get__(o)))
                        except AttributeError:
                            pass
            d = self.inst_dict(o)
            if d is not None and id(d) not in self.owned:
                self.owned.add(id(d))
                out += [('attr.' + str(k), v) for k, v in d.items()]
            elif d is not None:
                self.shared_attrs.append((o, d))
        return out

    def is_leaf(self, o):
        return type(o).__name__ in self.leaf or type(o).__name__ == 'frame' or (
            issubclass(type(o), type) and not self.is_user_class(o)) or (type(o) in (tuple, frozenset) and not o)

    def flat(self, frame):
        n, c, s = self.frame_slots(frame)
        return ([('local.' + k, v) for k, v in n] + [('cell.' + k, v) for k, v in c] +
                [('stack%d' % i, v) for i, v in enumerate(s or [])])

    def inst_dict(self, o):
        try:
            d = object.__getattribute__(o, '__dict__')
        except AttributeError:
            return None
        return d if type(d) is dict else None

    def short(self, o):
        t = type(o)
        if t in (int, float, complex, str, bytes, bool, type(None), type(Ellipsis), range, slice, bytearray):
            try:
                r = repr(o)
            except ValueError:                       # int too long for str()
                r = hex(o)
            return r if len(r) <= MAX_REPR else r[:MAX_REPR] + '...(%d)' % len(r)
        if isinstance(o, (type,)) or t.__name__ in ('function', 'module', 'builtin_function_or_method', 'generator'):
            return '<%s>' % o.__name__
        if t in (tuple, frozenset):                  # only used to sort set elements
            return repr(o)[:200] if all(type(x) in (int, str, float, bool, bytes) for x in o) else '<%s>' % t.__name__
        return '<%s>' % t.__name__

    def value(self, o):
        if self.is_proxy(o):
            referent = self.probe.peek(id(o) + 16)
            return 'dead' if referent == id(None) else '-> #%s' % self.num.get(referent, '?')
        if isinstance(o, self.weakref):
            r = self.weakref.__call__(o)
            return 'dead' if r is None else '-> #%s' % self.num.get(id(r), '?')
        if isinstance(o, (list, tuple, dict, set, frozenset)) and type(o).__flags__ & (1 << 9) == 0:
            return None
        return self.short(o)

    # -- one record -----------------------------------------------------------------------------
    def inspect(self, frame, event, arg):
        probe, gc = self.probe, self.gc
        enabled, count, stats = probe.enabled(), probe.counts(), gc.get_stats()
        sys.setrecursionlimit(10 ** 6)
        import os
        self.weakref = type(__import__('_weakref').ref(Inspector))
        self.leaf = {'int', 'str', 'float', 'bool', 'NoneType', 'bytes', 'bytearray', 'complex', 'range', 'slice',
                     'module', 'code', 'builtin_function_or_method', 'ellipsis', 'member_descriptor',
                     'getset_descriptor', 'wrapper_descriptor', 'method_descriptor', 'classmethod_descriptor'}
        self.owned, self.shared_attrs, self.num, order = set(), [], {}, []
        self.live_frames, f = [], frame
        while f is not None:
            if f.f_code.co_filename == self.path:
                self.live_frames.insert(0, f)
            f = f.f_back
        codes = [self.live_frames[0].f_code]
        for c in codes:
            codes += [k for k in c.co_consts if type(k) is type(c)]
        known, dead = probe.known(), probe.dead()
        for n, o in known:
            self.num[id(o)] = n
        edges, refs, seen, info = {}, {}, set(), {}

        def visit(root):                             # iterative depth-first numbering; counts one edge to root
            edges[id(root)] = edges.get(id(root), 0) + 1
            todo = [root]
            while todo:
                o = todo.pop()
                if id(o) in seen:
                    continue
                seen.add(id(o))
                if id(o) not in self.num:
                    dying = probe.peek(id(o)) & 0xffffffff == 0      # its deallocator is running right now
                    self.num[id(o)] = 0 if dying else probe.new(o)
                    if dying:
                        continue
                order.append(o)
                info[id(o)] = (sys.getsizeof(o), gc.is_tracked(o),
                               set(map(id, gc.get_referents(o))) if not issubclass(type(o), type) else ())
                refs[id(o)] = ch = self.children(o)
                for _, x in ch:
                    edges[id(x)] = edges.get(id(x), 0) + 1
                todo.extend(x for _, x in reversed(ch))

        frames = []
        for f in self.live_frames:
            names, cells, stack = self.frame_slots(f)
            rec = {'func': f.f_code.co_name, 'line': f.f_lineno, 'names': {}, 'cells': {}, 'stack': None}
            for k, v in names:
                visit(v)
                rec['names'][k] = self.num[id(v)]
            for k, v in cells:
                visit(v)
                rec['cells'][k] = self.num[id(v)]
                try:
                    rec['names'][k] = self.num[id(v.cell_contents)]
                except ValueError:
                    pass
            if stack is not None:
                if event == 'return' and f is frame:
                    stack = []                       # the value being returned is reported separately
                for v in stack:
                    visit(v)
                rec['stack'] = [self.num[id(v)] for v in stack]
            frames.append(rec)
        ret = None
        if event == 'return' and arg is not probe:
            visit(arg)
            ret = self.num[id(arg)]
        reached = set(seen)
        limbo, cached = set(), set()
        for n, o in known:                           # still allocated, reachable from no frame
            if id(o) not in reached:
                cached.add(n)
                if id(o) not in seen:
                    visit(o)
                    edges[id(o)] -= 1
                if not self.is_leaf(o):
                    limbo |= {n} | {self.num[id(x)] for _, x in refs[id(o)] if id(x) not in reached}
        consts = {}

        def count_consts(t):
            for c in t:
                consts[id(c)] = consts.get(id(c), 0) + 1
                if type(c) in (tuple, frozenset) and id(c) not in seen and id(c) not in counted:
                    counted.add(id(c))
                    count_consts(c)
        counted = set()
        for c in codes:
            count_consts(c.co_consts)
        gens = probe.gens(order)
        objects = {}
        for o, gen in zip(order, gens):
            i = id(o)
            rc = probe.peek(i) & (2 ** 64 - 1)
            imm = sys.version_info >= (3, 12) and bool(rc & 0x80000000)
            size, tracked, before = info[i]
            rec = {'type': type(o).__name__, 'value': self.value(o), 'size': size, 'rc': None if imm else rc,
                   'refs': [[k, self.num[id(x)]] for k, x in refs[i]], 'rc_graph': edges.get(i, 0),
                   'rc_const': consts.get(i, 0), 'immortal': imm, 'tracked': tracked,
                   'gen': gen if gen is not None else (3 if tracked else None)}
            rec['shared'] = imm or ((self.is_leaf(o) or rec['rc_const'] > 0) and
                                    rc - rec['rc_graph'] - rec['rc_const'] not in (0, 1))
            for oo, d in self.shared_attrs:
                if oo is o:
                    rec['refs'] += [['attr.' + str(k), self.num[id(v)]] for k, v in d.items() if id(v) in self.num]
            if self.is_python_class(type(o)) and not issubclass(type(o), type):
                d = self.inst_dict(o)
                if d is not None:
                    rec['dict_size'], rec['dict_made'] = sys.getsizeof(d), id(d) in before
            objects[self.num[i]] = rec
        text = open(self.out_path).read()
        fd = os.open(self.out_path + '.tail', os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        os.dup2(fd, 1)
        sys.stdout.flush()
        text += open(self.out_path + '.tail').read()
        rec = {'event': event, 'func': frame.f_code.co_name, 'line': frame.f_lineno, 'fid': id(frame),
               'frames': frames, 'objects': objects, 'limbo': sorted(limbo - {0}), 'cached': sorted(cached - limbo), 'died': sorted(set(dead)),
               'gc': {'count': list(count), 'threshold': list(gc.get_threshold()), 'enabled': bool(enabled),
                      'stats': [[s[k] - b[k] for k in ('collections', 'collected', 'uncollectable')]
                                for s, b in zip(stats, self.base)]},
               'stdout': text, 'returns': ret}
        os.write(self.out_fd, (repr(rec) + '\n').encode())


# ------------------------------------------------------------------------------------------------------ worker process
def warm():
    """Fill all free lists to their capacity (they are about that full in a normal start)."""
    gc = sys.modules['gc']
    gc.disable()
    for make in [lambda: 0.5 * len(keep), list, dict, lambda: [].append, lambda: Inspector.short.__get__(keep)] + [
            lambda k=k: tuple([0] * k) for k in range(1, 21)]:
        keep = [0.5]
        keep = [make() for _ in range(2100)]
    keep = None
    recurse(250)
    slice(1)
    gc.enable()


def recurse(n):                                      # (a nested function would be a garbage cycle)
    return n and recurse(n - 1)


def worker(path, helper, events_path, out_path, limit, traced, start, count):
    import gc
    import _imp

    class Spec:
        name, origin = '_probe', helper
    probe = _imp.create_dynamic(Spec)
    main = type(sys)('__main__')
    main.__file__ = path
    main.__builtins__ = __builtins__
    sys.modules['__main__'] = main
    sys.argv = [path]
    sys.path[0] = path.rpartition('/')[0]
    old = gc.get_threshold()
    gc.set_threshold(0x13572461, 0x24681357, 0x35791357)
    probe.locate(0x13572461, 0x24681357, 0x35791357)
    gc.set_threshold(*old)
    fill = warm if start == 'warm' else None
    if not traced:
        probe.plain(path, main.__dict__, fill, count)
        return
    import os
    fd = os.open(events_path, os.O_WRONLY | os.O_APPEND)
    ins = Inspector(probe, path, main, fd, out_path, gc)
    freelisted = [float, tuple, list, dict, type(ins.inspect), type(len), slice, type(sys._getframe())]
    probe.setup(ins.inspect, path, freelisted, gc.disable, gc.isenabled, limit)
    gc.collect()
    ins.base = gc.get_stats()
    ins.base[2]['collections'] += 2                  # probe.run() begins with two full collections
    probe.run(path, main.__dict__, fill, count)



# -------------------------------------------------------------------------------------------------------------- driver
def build(here):
    """Compile the helper for this interpreter (once) -> path of the shared object."""
    import os
    import subprocess
    import sysconfig
    import hashlib
    csrc = os.path.join(os.path.dirname(here), 'probe.c')
    src = open(csrc).read()
    tag = 'probe_%d%d_%s' % (sys.version_info[0], sys.version_info[1], hashlib.md5(src.encode()).hexdigest()[:8])
    so = os.path.join(here, tag + '.so')
    if not os.path.exists(so):
        inc = sysconfig.get_paths()['include']
        subprocess.check_call(['cc', '-O1', '-w', '-shared', '-fPIC', '-I' + inc, '-I' + inc + '/internal',
                               csrc, '-o', so, '-ldl'])
    return so


def main():
    import argparse
    import ast
    import json
    import os
    import subprocess
    import tempfile
    ap = argparse.ArgumentParser(description='record the memory states of a snippet')
    ap.add_argument('snippet')
    ap.add_argument('-o', '--out')
    ap.add_argument('--max-events', type=int, default=3000)
    ap.add_argument('--start', choices=['warm', 'clean'], default='warm', help='free lists full (default) or empty')
    ap.add_argument('--delta', action='store_true', help='list an object only in events where its record changed')
    ap.add_argument('--count', default='0,0,0', help='gc counts at the start of the program (default 0,0,0)')
    a = ap.parse_args()
    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), '.cache')
    os.makedirs(here, exist_ok=True)
    helper, path = build(here), os.path.abspath(a.snippet)
    env = dict(os.environ, PYTHONHASHSEED='0', PYTHONDONTWRITEBYTECODE='1')
    outs = {}
    with tempfile.TemporaryDirectory() as tmp:
        events_path = os.path.join(tmp, 'events')
        open(events_path, 'w').close()
        for mode in ('traced', 'plain', 'native'):
            out_path = os.path.join(tmp, mode)
            cmd = [sys.executable, path] if mode == 'native' else [
                sys.executable, os.path.abspath(__file__), '--worker', path, helper, events_path, out_path,
                str(a.max_events), mode, a.start, a.count]
            with open(out_path, 'w') as o:
                p = subprocess.run(cmd, stdout=o, stderr=subprocess.PIPE, env=env)
            outs[mode] = (open(out_path).read(), p.stderr.decode(), p.returncode)
        events = [ast.literal_eval(line) for line in open(events_path)]
    last, before = {}, {}
    for i, e in enumerate(events):
        now = e['objects']
        if a.delta:
            e['objects'] = {n: o for n, o in now.items() if before.get(n) != o}
        before = now
        fid = e.pop('fid')
        e['i'], e['prev'] = i, last.get(fid)
        last[fid] = e['line']
        if e['event'] == 'return':
            last.pop(fid, None)
    doc = {'version': '%d.%d.%d' % sys.version_info[:3], 'snippet': os.path.basename(path),
           'perturbed': outs['traced'][0] != outs['plain'][0], 'differs_native': outs['plain'][0] != outs['native'][0],
           'stdout': outs['traced'][0], 'stdout_plain': outs['plain'][0], 'stdout_native': outs['native'][0],
           'stderr': outs['traced'][1], 'exit': outs['traced'][2], 'events': events}
    text = json.dumps(doc, indent=None, separators=(',', ':'), ensure_ascii=True)
    if a.out:
        with open(a.out, 'w') as f:
            f.write(text + '\n')
    else:
        print(text)


if __name__ == '__main__':
    if sys.argv[1:2] == ['--worker']:
        worker(sys.argv[2], sys.argv[3], sys.argv[4], sys.argv[5], int(sys.argv[6]), sys.argv[7] == 'traced', sys.argv[8],
               tuple(map(int, sys.argv[9].split(','))))
    else:
        main()
