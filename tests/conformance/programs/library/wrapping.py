"""textwrap: paragraphs of every kind, shortened, justified, boxed; indentation."""
import textwrap
t = 'The quick brown fox jumped over the lazy dog. A well-known sentence, extraordinarily long-winded,   with  spaces and a supercalifragilisticexpialidocious word.'
for w in (10, 20, 40, 70):
    print(textwrap.wrap(t, w))
print(textwrap.fill(t, 30))
print(textwrap.fill(t, 30, initial_indent='* ', subsequent_indent='  '))
print(textwrap.shorten(t, 40), textwrap.shorten('Hello  world!', width=12), textwrap.shorten('Hello world!', 11), textwrap.shorten('Hello world', width=10, placeholder='...'), sep='|')
doc = '''
    def f(x):
        return x

    # done
'''
print(repr(textwrap.dedent(doc)), repr(textwrap.indent('a\n\nb\n', '> ')), repr(textwrap.indent('a\n\nb', '+ ', lambda l: True)), repr(textwrap.dedent('\tx\n  y\n')), repr(textwrap.dedent('  a\n   b\n  c')))
w = textwrap.TextWrapper(width=25, break_long_words=False, max_lines=3, placeholder=' [...]')
print(w.wrap(t), w.width)
print(textwrap.wrap(t, 15, break_long_words=False), textwrap.wrap(t, 15, break_on_hyphens=False), textwrap.wrap('a\tb\n c', 10), textwrap.wrap('a\tb\n c', 10, expand_tabs=False, replace_whitespace=False), textwrap.wrap('', 5), textwrap.wrap('   ', 5), textwrap.wrap('  x y', 5, drop_whitespace=False), textwrap.fill('A. B.  C.', 80, fix_sentence_endings=True))
for bad in (lambda: textwrap.wrap('abc', 0), lambda: textwrap.wrap(5), lambda: textwrap.shorten('abc def', 2), lambda: textwrap.dedent(5), lambda: textwrap.wrap('abc', 'x')):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e) if bad.__code__.co_consts[1:] != (5,) else print(type(e).__name__)
def justify(text, width):
    lines = textwrap.wrap(text, width)
    for line in lines[:-1]:
        words = line.split()
        gaps = len(words) - 1
        spare = width - sum(map(len, words))
        if gaps == 0:
            yield words[0]; continue
        q, r = divmod(spare, gaps)
        yield ''.join(word + ' ' * (q + (i < r)) * (i < gaps) for i, word in enumerate(words))
    yield lines[-1]
print(*justify(t, 28), sep='\n')
def box(text, width=24):
    print('+' + '-' * (width + 2) + '+')
    for line in textwrap.wrap(text, width): print('|', line.ljust(width), '|')
    print('+' + '-' * (width + 2) + '+')
box(t)
words = ['well-known', 'e-mail', 'foo--bar', 'x-ray', '--', '-n', '--flag', 'end.', 'Stop!', '"quoted."', 'a-b', 'co-op',
         'hello---there', 'well.--known', "it's", 'tab\there', 'new\nline', 'nb\u00a0sp', '...--w', 'ab-cd-', 'pre-1990', 'Is?']
for step in (1, 3, 5, 7):
    mixed = ' '.join(words[i * step % len(words)] for i in range(len(words)))
    for options in ({}, {'break_on_hyphens': False}, {'drop_whitespace': False}, {'fix_sentence_endings': True},
                    {'max_lines': 3}, {'initial_indent': '* ', 'subsequent_indent': '  '}):
        print(ascii(textwrap.wrap(mixed, 12 + step, **options)))
