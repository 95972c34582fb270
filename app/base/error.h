/* How the world and the input fail: one sentence that says where, what, and what to do.
 *
 * A function that can fail returns bool and takes a `struct error *`. An error never quotes
 * an answer or a name. The program's own faults are asserts, kept in releases. */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stdbool.h>

/* The values are the exit statuses of the command line (design 6). */
enum error_kind {
    ERROR_NONE = 0,
    ERROR_INPUT = 1, /* the input has a problem */
    ERROR_USAGE = 2, /* the call is wrong */
    ERROR_WORLD = 3  /* disk, memory, display failed */
};

struct error {
    enum error_kind kind;
    char text[512];
};

/* Fills the error and returns false, so that `return error_set(...)` reads well. */
bool error_set(struct error *e, enum error_kind kind, const char *format, ...) __attribute__((format(printf, 3, 4)));

#endif
