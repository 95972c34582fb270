/* A list of what is wrong with files that people edit: all of it, each with its place.
 *
 * An error stops at the first thing that fails; an editor wants the whole list. At most
 * PROBLEMS_MAX are kept, the rest only counted, so that a hostile file cannot fill memory. */
#ifndef BASE_PROBLEM_H
#define BASE_PROBLEM_H

#include "base/arena.h"

#define PROBLEMS_MAX 500

struct problem {
    const char *file; /* "" where it is about no single file */
    int line;         /* from 1; 0 where it is about a whole file */
    const char *path; /* "indicators/3/short"; "" at the top */
    const char *text;
};

struct problems {
    struct arena *arena;
    struct problem *items;
    int count;    /* kept in items */
    int capacity; /* of items */
    int left_out; /* found after PROBLEMS_MAX */
};

void problem_add(struct problems *ps, const char *file, int line, const char *path, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
void problem_vadd(struct problems *ps, const char *file, int line, const char *path, const char *format, va_list args);

/* One line for a person: "rules.json:12: rules/R5/when: what is wrong". */
const char *problem_line(struct arena *a, const struct problem *p);

#endif
