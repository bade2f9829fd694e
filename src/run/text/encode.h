#ifndef RUN_ENCODE_H
#define RUN_ENCODE_H
/* Encodings between str and bytes: utf-8, ascii, latin-1, utf-16 and utf-32 with their byte
 * orders, and those of charmap.h. */
#include "run/values/objects.h"

/* Appends; names in any spelling that Python takes. `errors` is "strict", "ignore", "replace",
 * "backslashreplace", "surrogateescape", "surrogatepass" or (encoding) "xmlcharrefreplace". */
bool text_encode(Run *run, Slice utf8, const char *encoding, const char *errors,
                 Text *ret_bytes);
bool text_decode(Run *run, Slice bytes, const char *encoding, const char *errors,
                 Text *ret_utf8);
/* The two optional str arguments of encode() and decode(). */
bool encode_options(Run *run, const char *function, ObjectId encoding, ObjectId errors,
                    const char **ret_encoding, const char **ret_errors);

#endif
