/* Reads the compiled catalogues of gettext (.mo files, format as in the GNU gettext manual,
 * chapter "The Format of GNU MO Files").
 *
 * Our own reader: several languages at once, no process-wide locale, the same on every
 * system. A file may come from anywhere: offsets, lengths, order, character set and plural
 * rule are all checked before the first look-up. The bytes must outlive the catalogue. */
#ifndef BASE_CATALOG_H
#define BASE_CATALOG_H

#include "base/arena.h"
#include "base/bytes.h"
#include "base/error.h"
#include "base/plural.h"

struct catalog_entry {
    const char *id;   /* context, \004, msgid; plural forms of msgid follow after a NUL */
    const char *text; /* translation; plural forms follow, each after a NUL */
    size_t text_size;
};

struct catalog {
    const struct catalog_entry *entries; /* sorted by id */
    int count;
    struct plural plural;
};

/* Reads a catalogue; `name` names the file in errors. The entries live in the arena. */
bool catalog_read(struct arena *a, struct bytes file, const char *name, struct catalog *out, struct error *e);

/* The translation, or NULL if there is none or it is empty. `context` may be NULL. */
const char *catalog_find(const struct catalog *c, const char *context, const char *id);

/* The plural form for n of the message whose singular is `id`, or NULL. */
const char *catalog_find_plural(const struct catalog *c, const char *id, unsigned long n);

/* The value of a line of the header entry, copied into the arena, or NULL. */
const char *catalog_header(struct arena *a, const struct catalog *c, const char *field);

#endif
