"""Characters by their names."""
print(ascii('\N{SNOWMAN}\N{snowman}\N{Greek Small Letter Alpha}'), '\N{BULLET} \N{EM DASH} \N{LATIN SMALL LETTER E WITH ACUTE}')
print(ascii('\N{HANGUL SYLLABLE GAG}\N{HANGUL SYLLABLE A}\N{CJK UNIFIED IDEOGRAPH-4E00}\N{CJK COMPATIBILITY IDEOGRAPH-F900}'))
print(repr('\N{NULL}\N{LINE FEED}\N{TAB}\N{ESC}\N{NBSP}\N{ZWJ}'), len('\N{GRINNING FACE}'), r'\N{SNOWMAN}')
cards = {'hearts': '\N{BLACK HEART SUIT}', 'spades': '\N{BLACK SPADE SUIT}'}
for suit, sign in sorted(cards.items()):
    print(f'{suit:\N{MIDDLE DOT}<10}{sign}{ord(sign):\N{LOW LINE}>8x}')
print(f'\N{DIGIT ONE}{2}\N{DIGIT THREE}', '\N{DEGREE SIGN}C' == '\xb0C', ['\N{PILE OF POO}'], '\N{KELVIN SIGN}'.lower())
