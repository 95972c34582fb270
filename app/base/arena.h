/* Memory by lifetime: what belongs together is given back together.
 *
 * Start with `struct arena a = { 0 };`. All memory is zeroed, aligned for any type, and
 * lives until arena_free(). There are four lifetimes in the program: pack, session, frame,
 * scratch. A function that takes an arena returns things that live there.
 *
 * Memory is overwritten before it is given back, because it may hold what a person said.
 * When the machine has no memory left the program ends with status 3: nothing sensible can
 * be done half-way, and whatever is stored already is safe. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *blocks;
    size_t used; /* bytes handed out, for tests and the benchmark */
};

/* Room for `count` things of `size` bytes, zeroed. Never NULL, also for a count of 0. */
void *arena_alloc(struct arena *a, size_t count, size_t size);

/* A copy of `size` bytes of `text`, terminated by NUL. */
char *arena_copy(struct arena *a, const char *text, size_t size);

/* A copy of a whole string. */
char *arena_string(struct arena *a, const char *text);

/* A string built as printf would. */
char *arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *format, va_list args);

/* Room for one more item in an array that grows: returns `items` or a larger copy of it.
 * `*capacity` is kept by this function and starts at 0. */
void *arena_grow(struct arena *a, void *items, int count, int *capacity, size_t size);

/* Overwrites and gives back everything; the arena may be used again. */
void arena_free(struct arena *a);

/* The same, but keeps one block for what comes next: for work that is done again and again. */
void arena_clear(struct arena *a);

#endif
