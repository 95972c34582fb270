/* Reads JSON objects into structs by tables: one line per key.
 *
 * A table is the single place that says which keys an object has, of which type, which are
 * required and which are translated. The pack reader, the catalogue extractor and the test
 * that compares the JSON Schemas with the program all use the same tables. Everything wrong
 * is collected with file, line and path; reading goes on.
 *
 * Every struct read this way begins with a `struct origin`. */
#ifndef BASE_RECORD_H
#define BASE_RECORD_H

#include "base/json.h"
#include "base/ids.h"
#include "base/problem.h"

#include <stddef.h>

/* Where a record stands, so that later checks can say it too. */
struct origin {
    const char *file;
    int line;
    const char *path;
};

/* A problem at the place a thing was read from. */
void problem_at(struct problems *ps, const struct origin *at, const char *text);

/* The words a key may have as its value; the index is what the struct holds. */
struct choices {
    const char *const *words;
    int count;
};
#define CHOICES(array) \
    { array, (int)(sizeof(array) / sizeof *(array)) }

/* The index of a word, or -1. */
int choices_find(const struct choices *c, const char *word);

/* A list in a struct: items, then their number. */
#define LIST(type)   \
    struct {         \
        type *items; \
        int count;   \
    }

/* The id of another thing, resolved when all files are read. */
struct ref {
    const char *id;
    int index; /* -1 until resolved */
};

struct refs {
    struct ref *items;
    int count;
    bool every; /* the word for "all of them" stood there: `items` is empty */
};

/* Is the thing with this index among them? Not asked where they stand for every one. */
bool refs_have(const struct refs *refs, int index);

enum field_kind {
    FIELD_ID,      /* const char *: letters, digits, hyphens; at most 64 */
    FIELD_TEXT,    /* const char *: at most `limit` characters, 1000 if 0 */
    FIELD_CHOICE,  /* int, index into `choices` */
    FIELD_CHOICES, /* unsigned, a bit for each word of `choices` */
    FIELD_FLAG,    /* bool */
    FIELD_NUMBER,  /* int, 0 to `limit` */
    FIELD_RECORD,  /* struct of table `record` */
    FIELD_RECORDS, /* LIST of structs of table `record` */
    FIELD_REF,     /* struct ref to a thing of kind `refers` */
    FIELD_REFS,    /* struct refs */
    FIELD_JSON,    /* const struct json *: kept as it is */
    FIELD_OTHER    /* read by `read`, written by `write` */
};

enum field_flags {
    FIELD_OPTIONAL = 1,   /* the key may be missing: the member stays zero */
    FIELD_NULLABLE = 2,   /* null is allowed: the member stays zero, a ref -1 */
    FIELD_TRANSLATED = 4, /* a text the officer or receiver reads */
    FIELD_SOME = 8,       /* a list must not be empty */
    FIELD_EMPTY = 16      /* a text may be empty */
};

struct record_reader;

struct field {
    const char *key;
    enum field_kind kind;
    size_t at; /* offset of the member */
    unsigned flags;
    int limit;
    int refers;
    const char *every; /* FIELD_REFS: the word for "all of them", or NULL */
    const char *hint;  /* where no id stands: what else to do; or NULL */
    const struct choices *choices;
    const struct record *record;
    void (*read)(struct record_reader *r, const struct json *from, const char *path, void *to);
    void (*write)(struct json_writer *w, const char *key, const void *from);
};

struct record {
    const char *kind; /* "indicator": named in problems and in catalogue contexts */
    size_t size;
    const struct field *fields;
    int field_count;
};

/* A ref that waits for its target. */
struct pending_ref {
    struct ref *ref;
    int refers;
    struct origin origin;
};

struct record_reader {
    struct arena *arena;
    struct problems *problems;
    const char *file;
    struct pending_ref *pending; /* for the caller to resolve */
    int pending_count, pending_capacity;
};

/* Reads one object into `to`, zeroed before. */
void record_read(struct record_reader *r, const struct record *record, const struct json *from, const char *path, void *to);

/* Writes one record as JSON by its table, its texts in the given language: all keys, in the
 * order of the table. `key` is NULL inside a list. */
struct language;
void record_write(struct json_writer *w, const char *key, const struct record *record, const void *item, const struct language *l);

/* Adds a problem at the line of a value. */
void record_problem(struct record_reader *r, const struct json *at, const char *path, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* For problems: a text in quotes, cut where it is long; "this" for what is no text. */
const char *record_quote(struct record_reader *r, const struct json *value);

/* For problems: the words of a choice with commas between. */
const char *record_words(struct record_reader *r, const struct choices *c);

/* For FIELD_OTHER readers: reads a ref, adding it to the pending ones. */
void record_read_ref(struct record_reader *r, const struct json *from, const char *path, int refers, struct ref *to);

/* The id of a record read with this table, or NULL if the table has no FIELD_ID. */
const char *record_id(const struct record *record, const void *item);

/* The value of a text member of a record. */
const char *record_text(const struct field *field, const void *item);

#endif
