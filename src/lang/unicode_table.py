#!/usr/bin/env python3
"""Writes unicode_table.c: the names of characters, from the Unicode data of the Python that builds heapstep.

usage: unicode_table.py OUTPUT
"""
import sys
import unicodedata

PAGE = 4000  # a C compiler need not take longer literals than 4095

# Those that follow from the character's number: unicode_name.c knows them.
COMPUTED = ('CJK UNIFIED IDEOGRAPH-', 'HANGUL SYLLABLE ')

# Names besides the own one. Control characters have only such.
ALIASES = [
    'NULL', 'START OF HEADING', 'START OF TEXT', 'END OF TEXT', 'END OF TRANSMISSION', 'ENQUIRY', 'ACKNOWLEDGE', 'ALERT',
    'BACKSPACE', 'CHARACTER TABULATION', 'HORIZONTAL TABULATION', 'LINE FEED', 'NEW LINE', 'END OF LINE',
    'LINE TABULATION', 'VERTICAL TABULATION', 'FORM FEED', 'CARRIAGE RETURN', 'SHIFT OUT', 'SHIFT IN', 'DATA LINK ESCAPE',
    'DEVICE CONTROL ONE', 'DEVICE CONTROL TWO', 'DEVICE CONTROL THREE', 'DEVICE CONTROL FOUR', 'NEGATIVE ACKNOWLEDGE',
    'SYNCHRONOUS IDLE', 'END OF TRANSMISSION BLOCK', 'CANCEL', 'END OF MEDIUM', 'SUBSTITUTE', 'ESCAPE',
    'INFORMATION SEPARATOR FOUR', 'INFORMATION SEPARATOR THREE', 'INFORMATION SEPARATOR TWO', 'INFORMATION SEPARATOR ONE',
    'FILE SEPARATOR', 'GROUP SEPARATOR', 'RECORD SEPARATOR', 'UNIT SEPARATOR', 'DELETE', 'NEXT LINE', 'BYTE ORDER MARK',
    'NUL', 'SOH', 'STX', 'ETX', 'EOT', 'ENQ', 'ACK', 'BEL', 'BS', 'HT', 'TAB', 'LF', 'NL', 'EOL', 'VT', 'FF', 'CR', 'SO',
    'SI', 'DLE', 'DC1', 'DC2', 'DC3', 'DC4', 'NAK', 'SYN', 'ETB', 'CAN', 'EOM', 'EM', 'SUB', 'ESC', 'FS', 'GS', 'RS', 'US',
    'SP', 'DEL', 'NEL', 'NBSP', 'SHY', 'CGJ', 'ZWSP', 'ZWNJ', 'ZWJ', 'LRM', 'RLM', 'LRE', 'RLE', 'PDF', 'LRO', 'RLO',
    'NNBSP', 'WJ', 'BOM', 'ZWNBSP', 'LRI', 'RLI', 'FSI', 'PDI', 'ALM',
] + ['VS%d' % number for number in range(1, 257)]


def find(alias):
    try:
        return unicodedata.lookup(alias)
    except KeyError:
        return None


def rows():
    """Sorted (name, character, whether it is an alias)."""
    own = [(unicodedata.name(chr(point), ''), point, False) for point in range(0x110000)]
    names = [row for row in own if row[0] and not row[0].startswith(COMPUTED)]
    taken = {name for name, _, _ in names}
    aliases = [(alias, ord(find(alias)), True) for alias in ALIASES if find(alias) and alias not in taken]
    return sorted(names + aliases)


def pages_of(names):
    """Texts of at most PAGE characters, and where each name begins in them."""
    pages, places = [''], []
    for name in names:
        if len(pages[-1]) + len(name) + 1 > PAGE:
            pages.append('')
        places.append((len(pages) - 1) * PAGE + len(pages[-1]))
        pages[-1] += name + '\0'
    return pages, places


def main():
    table = rows()
    pages, places = pages_of([name for name, _, _ in table])
    with open(sys.argv[1], 'w', encoding='ascii') as out:
        out.write('/* Made by unicode_table.py. */\n#include "lang/unicode_name.h"\n\n')
        out.write('const char unicode_pages[][UNICODE_PAGE] = {\n')
        for page in pages:
            out.write('    "%s",\n' % page.replace('\0', '\\000'))
        out.write('};\n\nconst UnicodeRow unicode_rows[] = {\n')
        for (_, point, alias), place in zip(table, places):
            out.write('    {%d, 0x%x, %d},\n' % (place, point, alias))
        out.write('};\n\nconst size_t unicode_row_count = sizeof unicode_rows / sizeof *unicode_rows;\n')


main()
