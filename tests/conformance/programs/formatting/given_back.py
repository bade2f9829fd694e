"""A field that is all of the result: what it names may live no longer than the formatting."""


class Point:
    def __init__(self, x):
        self.x = x

    def __getitem__(self, key):
        return 'item ' + str(key)

    def __getattr__(self, name):
        return 'attribute ' + name

    def __str__(self):
        return 'point ' + str(self.x)

    def __format__(self, spec):
        return spec + ' of ' + str(self.x)


class Fresh(dict):
    def __missing__(self, key):
        return 'made for ' + key


p = Point(3)
for pattern in ('{0.__class__.__name__}', '{0.name}', '{0[key]}', '{0[0]}', '{0.a.__class__.__name__}', '{0!s}', '{0!r:.6}', '{0:spec}', '{0:}', '{}'):
    print(pattern.format(p), pattern.format(p) + '!')
print('{k}'.format_map(Fresh()), '%(k)s' % Fresh(), '%(k)s' % {'k': 'v'}, '%(k)s' % p)
print('%s' % p, '%s' % (p,), '%.30s' % p, '%s' % str(p), '%s' % 'text', '%r' % 'text', '%s' % ('a' + 'b',))
print(f'{p}', f'{p!s}', f'{p.name}', f'{p["k"]}', f'{p[0]:}', f'{str(p)}', f'{p:x}', f'{"a" + "b"}')
print(format(p), format(p, 'q'), format('a' + 'b'), format(str(p), ''), format('text', '4'))
for pattern in ('{0[}', '{0[]}', '{0[a]b}', '{} {0}', '{-1}', '{ 0}', '{0 }', '{a b}', '{0.x[0]}', '{0', '}', '{0!}', '{0!z}', '{0:{1}'):
    for arguments in (1, 2), ((),), (), ('text',), ([1],):
        try:
            print(pattern.format(*arguments))
        except Exception as error:
            print(pattern, type(error).__name__, error)
