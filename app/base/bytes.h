/* A run of bytes that somebody else owns: a file read, a string built.
 * Not terminated by NUL unless the function that returns it says so. */
#ifndef BASE_BYTES_H
#define BASE_BYTES_H

#include <stddef.h>

struct bytes {
    const char *data;
    size_t size;
};

#endif
