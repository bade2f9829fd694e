#ifndef RUN_TEXT_H
#define RUN_TEXT_H
/* Writing values as text: repr, str and format specifications. Writers append to a Text of the
 * host's; law: whatever object a writer makes on the way is gone when it returns. */
#include "run/values/protocol.h"

/* repr and str of built-in kinds: no method of the program is asked for the value itself. */
bool repr_write_builtin(Run *run, ObjectId value, Text *ret_text);
bool str_write_builtin(Run *run, ObjectId value, Text *ret_text);
/* repr_object.c: "<function f at 0x…>" and the like; every kind that repr.c does not write
 * itself. */
bool repr_write_object(Run *run, ObjectId value, Text *ret_text);
/* 'text' with escapes, as repr writes it; `ascii`: all beyond ASCII escaped too. */
void str_write_repr(Slice text, bool ascii, Text *ret_text);
void bytes_write_repr(Slice bytes, Text *ret_text);
/* An int in base 2, 8, 10 or 16; false: too many digits for a str (ValueError). */
bool int_write(Run *run, ObjectId value, int base, Text *ret_text);
/* One part of a complex number: a float's repr without ".0". */
void complex_write(ComplexPayload number, Text *ret_text);
/* ascii(value) */
/* PyObject_ASCII: what repr() gives, where that is ASCII. */
ObjectId object_ascii(Run *run, ObjectId value);
bool ascii_write(Run *run, ObjectId value, Text *ret_text);
/* repr_set.c */
bool repr_write_set(Run *run, ObjectId set, Text *ret_text);
/* Guards a container that is being written: false when it is already (or raised()). */
bool writing_enter(Run *run, ObjectId container);
void writing_leave(Run *run);
bool point_is_printable(uint32_t point);

/* Format specifications: [[fill]align][sign][z][#][0][width][,_][.precision][type]. */
typedef struct FormatSpec {
    uint32_t fill;
    char align; /* < > = ^ */
    bool align_given, alternate, no_negative_zero;
    char sign;                /* + - space; 0: not given */
    char grouping;            /* , or _; 0: none */
    int64_t width, precision; /* -1: not given */
    uint32_t type;            /* a code point; 0: not given */
} FormatSpec;
/* `type_name` is for messages; `align` is the type's own. */
bool format_spec_read(Run *run, Slice spec, const char *type_name, char align,
                      FormatSpec *ret_spec);
bool format_str(Run *run, ObjectId value, Slice spec, Text *ret_text);
bool format_int(Run *run, ObjectId value, Slice spec, Text *ret_text);
bool format_float(Run *run, double value, Slice spec, const char *type_name, Text *ret_text);
bool format_complex(Run *run, ObjectId value, Slice spec, Text *ret_text);
/* The number's digits in `body` (no sign), a decimal point and what follows it included, with
 * sign and prefix into the field that `spec` describes. */
void format_number(const FormatSpec *spec, bool negative, const char *prefix, Slice body,
                   Text *ret_text);
/* A double as printf's conversions e f g (and r: repr, or 0: none given) write it, without
 * sign. */
void float_write_as(double value, char type, int64_t precision, bool alternate, Text *ret_text);
/* Pads `body` (`points` code points) to the width. */
void format_pad(const FormatSpec *spec, char align, Slice body, Text *ret_text);
/* object_format's work: appends. */
bool format_write(Run *run, ObjectId value, Slice spec, Text *ret_text);
/* The same as the built-in types do it. */
bool format_write_builtin(Run *run, ObjectId value, Slice spec, Text *ret_text);

#endif
