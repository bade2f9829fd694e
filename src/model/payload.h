#ifndef MODEL_PAYLOAD_H
#define MODEL_PAYLOAD_H
/* The immutable insides of objects: digits, texts, what a code object or a C function is. They
 * are no part of a State, since they never change while an object lives; State rows and
 * payloads share ids. With a journal a payload outlives its object (a cursor may go back to
 * it). */
#include <gmp.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"
#include "model/object.h"

/* A str's or bytes' insides. */
typedef struct TextPayload {
    uint32_t length;      /* code points; bytes of a bytes object */
    uint32_t byte_length; /* of `bytes` */
    uint8_t width;        /* bytes a character has in CPython: 1, 2 or 4 */
    bool ascii;
    bool hashed; /* `hash` is known */
    int64_t hash;
    const uint32_t *points;     /* code points by index; NULL when ascii */
    struct TextPayload *former; /* what a str that has grown was before; NULL: nothing else */
    char bytes[];               /* UTF-8 (surrogates as WTF-8), one NUL byte behind */
} TextPayload;

typedef struct BigPayload {
    mpz_t value;
} BigPayload;

typedef struct ComplexPayload {
    double real, imaginary;
} ComplexPayload;

typedef union Payload {
    int64_t integer; /* KIND_INT with Object.a == 0, KIND_BOOL */
    BigPayload *big; /* KIND_INT with Object.a == 1 */
    double real;     /* KIND_FLOAT */
    ComplexPayload *complex;
    TextPayload *text; /* KIND_STR, KIND_BYTES; the name of a built-in type or a module */
    const void *code;  /* KIND_CODE, KIND_FRAME, KIND_FUNCTION: a lang Code */
    /* KIND_BUILTIN and others: run's own descriptor; its first field is its name, a C string.
     */
    const void *native;
    uint64_t bits;
} Payload;

typedef struct Payloads {
    Payload **pages;
    size_t page_capacity, page_count;
} Payloads;

void payloads_done(Payloads *payloads);
/* Makes sure that page number `page` is there. */
void payloads_reserve(Payloads *payloads, size_t page);

#endif
