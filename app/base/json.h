/* JSON in and out. All JSON of the program goes through here.
 *
 * Reading: cJSON parses, and a strict scan before it refuses what cJSON lets pass (RFC 8259
 * and more): invalid UTF-8, raw control characters, \u0000, lone surrogates, numbers like
 * 01 or 1e999, trailing bytes, nesting over 64. Duplicate keys are refused after it. The
 * result is a tree in the caller's arena in which every value knows its line; look-ups are
 * case-sensitive. A byte order mark at the start is skipped: some editors write one.
 *
 * Writing: two spaces of indent, keys in the order they are given. Our own few lines rather
 * than cJSON's printer, because the same answers must give the same bytes with every version
 * of the library, and a half-built tree would need giving back. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/bytes.h"
#include "base/error.h"

#include <stdbool.h>

#define JSON_MAX_DEPTH 64

enum json_kind { JSON_NULL, JSON_FLAG, JSON_NUMBER, JSON_TEXT, JSON_LIST, JSON_OBJECT };

struct json {
    enum json_kind kind;
    int line;                 /* where the value, or its key, begins; from 1 */
    const char *key;          /* in an object; else NULL */
    const char *text;         /* JSON_TEXT, valid UTF-8 without NUL */
    double number;            /* JSON_NUMBER, finite */
    bool flag;                /* JSON_FLAG */
    const struct json *items; /* JSON_LIST and JSON_OBJECT, in the order of the file */
    int count;
};

/* Where and why a text is no acceptable JSON; `why` never quotes the text. */
struct json_fault {
    int line;
    const char *why;
    const char *key; /* the key that stands twice, or NULL: for content only, others may hold an answer there */
};

/* The tree, or NULL and the fault. */
const struct json *json_parse(struct arena *a, struct bytes text, struct json_fault *fault);

/* The value of a key, or NULL; NULL too if `object` is NULL or no object. */
const struct json *json_get(const struct json *object, const char *key);

struct json_writer {
    struct buffer *out;
    int depth;
    bool has_item[JSON_MAX_DEPTH + 16]; /* a value that was read may be written inside others */
};

/* `key` is NULL inside a list and at the top. */
void json_open_object(struct json_writer *w, const char *key);
void json_close_object(struct json_writer *w);
void json_open_list(struct json_writer *w, const char *key);
void json_close_list(struct json_writer *w);
void json_write_text(struct json_writer *w, const char *key, const char *text); /* NULL: null */
void json_write_int(struct json_writer *w, const char *key, int number);
void json_write_flag(struct json_writer *w, const char *key, bool flag);
/* A value that was read, written again; NULL is null. */
void json_write(struct json_writer *w, const char *key, const struct json *value);
/* Ends the last line. */
void json_end(struct json_writer *w);

#endif
