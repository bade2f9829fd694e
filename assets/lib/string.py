"""String constants, capwords, Template and Formatter."""

import sys

_VERSION = sys.version_info[:2]

__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits', 'octdigits',
           'printable', 'punctuation', 'whitespace', 'Formatter', 'Template']

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    words = [word.capitalize() for word in s.split(sep)]
    return (sep or ' ').join(words)


# --- Template ---

def _name_at(text, start):
    """The identifier of ASCII letters that begins here; '' where there is none."""
    end = start
    while end < len(text) and (text[end] in ascii_letters or text[end] == '_' or (end > start and text[end] in digits)):
        end += 1
    return text[start:end]


class Template:
    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)' if _VERSION >= (3, 7) else r'[_a-z][_a-z0-9]*'
    if _VERSION >= (3, 7):
        braceidpattern = None

    def __init__(self, template):
        self.template = template

    def _parts(self):
        """Plain text, and (name, as written, place) of each delimiter; the name is None where nothing can follow it,
        '' where it stands for itself."""
        text, delimiter = self.template, self.delimiter
        at = 0
        while True:
            found = text.find(delimiter, at)
            if found < 0:
                yield text[at:]
                return
            yield text[at:found]
            begin = found + len(delimiter)
            name = _name_at(text, begin)
            braced = _name_at(text, begin + 1) if text.startswith('{', begin) else ''
            if text.startswith(delimiter, begin):
                name, at = '', begin + len(delimiter)
            elif name:
                at = begin + len(name)
            elif braced and text.startswith('}', begin + 1 + len(braced)):
                name, at = braced, begin + len(braced) + 2
            else:
                name, at = None, begin
            yield name, text[found:at], found

    def _invalid(self, place):
        lines = self.template[:place].splitlines(keepends=True)
        if lines:
            column = place - len(''.join(lines[:-1]))
        else:
            lines, column = [''], 0
        if lines[-1].endswith(('\n', '\r')):
            lines, column = lines + [''], 0
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (len(lines), column + 1))

    def _replace(self, mapping, given, safe):
        def value_of(name):
            return given[name] if name in given else mapping[name]

        result = []
        for part in self._parts():
            if isinstance(part, str):
                result.append(part)
                continue
            name, written, place = part
            if name is None and not safe:
                self._invalid(place)
            if not name:
                result.append(self.delimiter if name == '' else written)
                continue
            try:
                result.append(str(value_of(name)))
            except KeyError:
                if not safe:
                    raise
                result.append(written)
        return ''.join(result)

    def substitute(*args, **kws):
        return _substitute('substitute', args, kws)

    def safe_substitute(*args, **kws):
        return _substitute('safe_substitute', args, kws)

    if _VERSION >= (3, 11):
        def is_valid(self):
            return all(isinstance(part, str) or part[0] is not None for part in self._parts())

        def get_identifiers(self):
            names = []
            for part in self._parts():
                name = '' if isinstance(part, str) else part[0]
                if name and name not in names:
                    names.append(name)
            return names


def _substitute(method, args, kws):
    """Any keyword may be a name of the template, even self."""
    shown = 'Template.' + method if _VERSION >= (3, 10) else method
    if not args:
        raise TypeError("descriptor '%s' of 'Template' object needs an argument" % method if _VERSION < (3, 8) else
                        "%s() missing 1 required positional argument: 'self'" % shown)
    if len(args) > 2:
        raise TypeError('Too many positional arguments' if _VERSION < (3, 8) else
                        '%s() takes from 1 to 2 positional arguments but %d were given' % (shown, len(args)))
    if not isinstance(args[0].template, str):
        raise TypeError('expected string or bytes-like object' + (
            ", got '%s'" % type(args[0].template).__name__ if _VERSION >= (3, 11) else ''))
    return args[0]._replace(args[1] if len(args) > 1 else {}, kws, method == 'safe_substitute')


# --- Formatter ---

def _name_end(text, at):
    """Where the name of a field ends: at : ! or }, but not between brackets."""
    in_brackets = False
    while at < len(text) and (in_brackets or text[at] not in '}:!'):
        if text[at] == '{':
            raise ValueError("unexpected '{' in field name")
        in_brackets = text[at] != ']' if in_brackets else text[at] == '['
        at += 1
    if at == len(text):
        raise ValueError("expected '}' before end of string")
    return at


def _spec_end(text, at):
    """The place of the } that ends a specification, which may have fields itself."""
    depth = 1
    while at < len(text):
        depth += (text[at] == '{') - (text[at] == '}')
        if not depth:
            return at
        at += 1
    raise ValueError("unmatched '{' in format spec")


def _parse_field(text, start):
    """Name, specification and conversion of the field that begins behind a {, and the place behind its }."""
    at = _name_end(text, start)
    name, conversion = text[start:at], None
    if text[at] == '!':
        if at + 1 == len(text):
            raise ValueError('end of string while looking for conversion specifier')
        conversion = text[at + 1]
        at += 2
        if at < len(text) and text[at] not in ':}':
            raise ValueError("expected ':' after conversion specifier")
    if text[at:at + 1] == '}':
        return name, '', conversion, at + 1
    end = _spec_end(text, at + 1)
    return name, text[at + 1:end], conversion, end + 1


def _parse_format(text):
    literal, at = '', 0
    while at < len(text):
        char = text[at]
        at += 1
        if char not in '{}':
            literal += char
        elif text[at:at + 1] == char:
            yield literal + char, None, None, None
            literal, at = '', at + 1
        elif char == '}':
            raise ValueError("Single '}' encountered in format string")
        elif at == len(text):
            raise ValueError("Single '{' encountered in format string")
        else:
            name, spec, conversion, at = _parse_field(text, at)
            yield literal, name, spec, conversion
            literal = ''
    if literal:
        yield literal, None, None, None


def _split_name(name):
    """The first part of a field's name, an int where it is a number, and (is attribute, name) of the others."""
    at = 0
    while at < len(name) and name[at] not in '.[':
        at += 1
    first, rest = name[:at], []
    while at < len(name):
        if name[at] == '.':
            end = at + 1
            while end < len(name) and name[end] not in '.[':
                end += 1
            key = name[at + 1:end]
        elif name[at] == '[':
            end = name.find(']', at)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key = name[at + 1:end]
            end += 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if not key:
            raise ValueError('Empty attribute in format string')
        is_attribute = name[at] == '.'
        rest.append((is_attribute, key if is_attribute or not key.isdigit() else int(key)))
        at = end
    return int(first) if first.isdigit() else first, rest


class Formatter:
    def format(*args, **kwargs):
        if not args:
            raise TypeError("descriptor 'format' of 'Formatter' object needs an argument" if _VERSION < (3, 8) else
                            "Formatter.format() missing 1 required positional argument: 'self'" if _VERSION >= (3, 10)
                            else "format() missing 1 required positional argument: 'self'")
        self, *values = args
        if not values:
            raise TypeError("format() missing 1 required positional argument: 'format_string'" if _VERSION < (3, 10)
                            else "Formatter.format() missing 1 required positional argument: 'format_string'")
        rest = values[1:] if _VERSION < (3, 8) else tuple(values[1:])
        return self.vformat(values[0], rest, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if name is None:
                continue
            numbered = name.isdigit()
            if (name == '' and auto_arg_index is False) or (numbered and auto_arg_index):
                raise ValueError('cannot switch from manual field specification to automatic field numbering')
            if name == '':
                name = str(auto_arg_index)
                auto_arg_index += 1
            elif numbered:
                auto_arg_index = False
            value, used = self.get_field(name, args, kwargs)
            used_args.add(used)
            value = self.convert_field(value, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            result.append(self.format_field(value, spec))
        return ''.join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError('Unknown conversion specifier {0!s}'.format(conversion))

    def parse(self, format_string):
        if not isinstance(format_string, str):
            raise TypeError('expected str, got %s' % type(format_string).__name__)
        return _parse_format(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _split_name(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            value = getattr(value, key) if is_attribute else value[key]
        return value, first
