#ifndef RUN_MEMORY_FILE_H
#define RUN_MEMORY_FILE_H
/* The types of module _io that need no file system. */
#include "run/types/native_type.h"

extern const NativeType type_io_base, type_text_io_base, type_buffered_io_base, type_string_io,
    type_bytes_io;

#endif
