/* Text that grows: what a writer fills piece by piece.
 *
 * Start with `struct buffer b = { .arena = a };`. The text lives in the arena and is always
 * terminated by NUL once something was added. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include "base/arena.h"
#include "base/bytes.h"

struct buffer {
    struct arena *arena;
    char *text;
    size_t size, capacity;
};

void buffer_add(struct buffer *b, const char *text);
void buffer_add_bytes(struct buffer *b, const char *data, size_t size);
/* Adds text as HTML and XML write it, also within quotation marks. */
void buffer_add_escaped(struct buffer *b, const char *text, size_t size);
void buffer_printf(struct buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* One name and what stands for it in a sentence. */
struct fill {
    const char *name, *value;
};

/* Adds a sentence in which each `{name}` is replaced. Names that are not in `fills` are left
 * out. Translated sentences are filled this way, by tr_fill(), and never by printf: a damaged
 * catalogue must not be able to choose what a format reads. */
void buffer_fill(struct buffer *b, const char *sentence, const struct fill *fills, int count);

/* What was added so far; "" (never NULL) if nothing. */
const char *buffer_text(const struct buffer *b);
struct bytes buffer_bytes(const struct buffer *b);

#endif
