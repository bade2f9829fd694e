#include "base/sink.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool fail(Text *ret_error, const char *path)
{
    text_append_format(ret_error, "cannot write %s: %s", path, strerror(errno));
    return false;
}

static bool write_all(const char *path, const char *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    if (!file)
        return false;
    bool written = fwrite(bytes, 1, length, file) == length && fflush(file) == 0;
    int saved = errno;
    bool closed = fclose(file) == 0;
    if (!written)
        errno = saved;
    return written && closed;
}

bool sink_write(const char *path, const char *bytes, size_t length, Text *ret_error)
{
    Text beside = {0};
    text_append_format(&beside, "%s.%ld.part", path, (long)getpid());
    bool done = write_all(text_string(&beside), bytes, length) &&
                rename(text_string(&beside), path) == 0;
    if (!done) {
        fail(ret_error, path);
        unlink(text_string(&beside));
    }
    text_done(&beside);
    return done;
}

bool sink_make_folder(const char *path, Text *ret_error)
{
    Text part = {0};
    bool made = true;
    for (const char *p = path; made && *p; p++) {
        text_append_char(&part, *p);
        if (p[1] != '/' && p[1] != '\0')
            continue;
        struct stat status;
        made = mkdir(text_string(&part), 0777) == 0 ||
               (stat(text_string(&part), &status) == 0 && S_ISDIR(status.st_mode));
    }
    if (!made)
        fail(ret_error, path);
    text_done(&part);
    return made;
}
