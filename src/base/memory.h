#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H
/* Host memory for every room. Running out of it is the one failure that nobody handles: these
 * functions then end the process, so that no caller has an error path that no test can reach.
 */
#include <stddef.h>

/* Zeroed memory of `size` bytes (never NULL). Release with free(). */
void *memory_allocate(size_t size);
/* `old` resized to `size` bytes (never NULL); new bytes are not cleared. Release with free().
 */
void *memory_resize(void *old, size_t size);
/* A copy of `size` bytes with one NUL byte behind them. Release with free(). */
char *memory_copy(const void *bytes, size_t size);

#endif
