#ifndef LANG_NUMBER_LITERAL_H
#define LANG_NUMBER_LITERAL_H
/* Numbers: where one ends (for the lexer) and what it is worth (for the parser). */
#include <gmp.h>
#include <stdbool.h>

#include "base/text.h"

/* From 3.7 on (their last patch releases) decimal integers may not be longer. */
enum { NUMBER_DIGIT_LIMIT = 4300 };

typedef struct NumberScan {
    size_t
        length;   /* bytes of the number; with a message, up to where CPython's cursor stands */
    size_t zeros; /* leading zeros that make it wrong; the message is about them */
    char message[112]; /* "" where all is well */
    bool strict;
} NumberScan;

/* The number at the start of `text`, which begins with a digit or with '.' and a digit
 * (Parser/tokenizer.c, tok_get_normal_mode). `strict`: no word may follow at once, as from 3.10
 * on. */
NumberScan number_scan(Slice text, bool strict);

/* What messages call the literal that a number is: "hexadecimal", "decimal" … */
const char *number_kind_name(Slice text);

typedef enum NumberKind {
    NUMBER_INT,
    NUMBER_FLOAT,
    NUMBER_IMAGINARY,
} NumberKind;

/* The value of a number that number_scan accepted; `ret_integer` must be initialised. For
 * decimal integers `*ret_digits` is the number of digits, else 0; past NUMBER_DIGIT_LIMIT
 * digits nothing is converted unless `unlimited`. */
NumberKind number_value(Slice text, bool unlimited, mpz_t ret_integer, double *ret_real,
                        size_t *ret_digits);

#endif
