#ifndef RUN_STREAM_BYTES_H
#define RUN_STREAM_BYTES_H
/* sys.stdin.buffer, sys.stdout.buffer and sys.stderr.buffer: the bytes beneath the texts. Law:
 * a stream and its buffer share what is read and written; nothing is held back in between. */
#include "run/native.h"

/* Makes the three; once, before the program starts. */
void stream_bytes_startup(Run *run);

#endif
