/* What the program needs from the world: a short list of functions.
 *
 * main.c fills it from platform/; tests fill it from memory. Paths are UTF-8. A function that
 * fails fills the error, with the path and what to do, and leaves nothing half-done. */
#ifndef HOST_H
#define HOST_H

#include "base/arena.h"
#include "base/bytes.h"
#include "base/date.h"
#include "base/error.h"

struct host_file {
    const char *name; /* inside the folder */
    struct bytes bytes;
};

struct host_names {
    const char **items; /* sorted by byte, so that order never depends on the disk */
    int count;
};

enum host_stream { HOST_OUT, HOST_ERR };

struct host {
    void *self;
    const char *program_folder; /* where the program file lies */

    /* The whole file; an error if it is longer than `limit`. "-" is standard input. */
    bool (*read_file)(void *self, struct arena *a, const char *path, size_t limit, struct bytes *out, struct error *e);
    /* Names of the files in a folder; a folder that is missing is an error. */
    bool (*list_folder)(void *self, struct arena *a, const char *path, struct host_names *out, struct error *e);
    bool (*is_folder)(void *self, const char *path);
    /* Writes all of the files or none, making the folder if it is missing. Only the owner may
     * read them. An error if a file of one of the names is there already: it may be another
     * person's note. */
    bool (*write_files)(void *self, const char *folder, const struct host_file *files, int count, struct error *e);
    bool (*now)(void *self, struct date_time *out, struct error *e);
    bool (*random)(void *self, unsigned char *out, size_t size, struct error *e);
    bool (*print)(void *self, enum host_stream stream, struct bytes text);
};

#endif
