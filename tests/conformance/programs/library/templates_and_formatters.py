"""string.Template and string.Formatter: values, mistakes, subclasses."""
from string import Template, Formatter
f = Formatter()
def t(x):
    try: print(repr(x()))
    except Exception as e: print(type(e).__name__, e)
T = Template
for x in (lambda: T('$a').substitute({'a': 1}, {'b': 2}), lambda: T(), lambda: T('$a').substitute(1), lambda: T('$self').substitute(self=5) , lambda: T('$mapping').substitute({'mapping': 3}), lambda: T(5).substitute(), lambda: T('$a').substitute(None), lambda: T.substitute(), lambda: T('x').template, lambda: T('$a ${b').safe_substitute(a=1), lambda: T('a\r\nb\n\n$').substitute(), lambda: T('$$$a').substitute(a=2), lambda: T('$é').substitute(), lambda: T('$1').substitute(), lambda: T('${}').substitute(), lambda: T('${a b}').substitute(), lambda: T('$a.b$a').substitute(a='x'),
          lambda: f.format(), lambda: f.format('{'), lambda: f.format('}'), lambda: f.format('{0', 1), lambda: f.format('{0!r', 1), lambda: f.format('{0!}', 1), lambda: f.format('{0!rr}', 1), lambda: f.format('{0!x}', 1), lambda: f.format('{0[}', 1), lambda: f.format('{0[a]b}', {'a': 1}), lambda: f.format('{0.}', 1), lambda: f.format('{:{:{:{}}}}', 1, 2, 3, 4), lambda: f.format('{:>{}}|', 'a', 5), lambda: f.format('{0:>{1}}|', 'a', 5), lambda: f.format('{a[b][0].real}', a={'b': [5]}), lambda: f.format('{-1}', 1), lambda: f.format('{x}'), lambda: f.format('{2}', 1), lambda: f.format('{{}}'), lambda: f.format('{!r}', 'q'), lambda: f.format('{:5}{:<5}|', 1, 2), lambda: f.format('{a}{}', 1, a=2), lambda: f.vformat('{}{}', [1, 2], {}), lambda: list(f.parse('')), lambda: list(f.parse('a{{b}}c{d.e[0]!r:>{w}}f')), lambda: list(f.parse('{}{')), lambda: f.get_field('a.b', (), {'a': 1}), lambda: f.get_value(0, [5], {}), lambda: f.get_value('k', [], {}), lambda: f.format_field(1.5, '.2f'), lambda: f.convert_field('é', 'a'), lambda: f.format('{0} {1}', 1), lambda: f.format('{self}', self=3), lambda: f.format('{format_string}', format_string=3), lambda: f.format('{0:{1}{2}}', 3, '>', 4), lambda: f.format(5), lambda: f.format('{ }', 1), lambda: f.format('{0 }', 1), lambda: f.format('{a!s:^7}|', a=[1])):
    t(x)
class D(Template): delimiter = '%%'
print(D('%%a % %%{a} %%%%').substitute(a=1))
print(T('$a').delimiter, T('').template == '')
class Shout(Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str): return kwargs.get(key, '{' + key + '?}')
        return super().get_value(key, args, kwargs)
    def format_field(self, value, spec):
        if spec == 'up': return str(value).upper()
        return super().format_field(value, spec)
    def convert_field(self, value, conv):
        if conv == 'q': return '"' + str(value) + '"'
        return super().convert_field(value, conv)
    def check_unused_args(self, used, args, kwargs):
        print('used', sorted(map(str, used)))
print(Shout().format('{a:up} {b} {0!q} {1:>4}', 'x', 7, a='abc'))
