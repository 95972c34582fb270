/* A language: up to three catalogues and a direction. Every call names its language, so the
 * screen, the note and the card for the person can be in three different ones at once.
 *
 * English is the source: a text without translation is shown in English. Sentences have
 * `{name}` places, filled by tr_fill(). */
#ifndef BASE_LANGUAGE_H
#define BASE_LANGUAGE_H

#include "base/buffer.h"
#include "base/catalog.h"

#include <stdbool.h>

struct language {
    const char *code; /* "en", "de", "en_XA" */
    const char *tag;  /* for HTML and PDF: "en", "en-XA" */
    bool right_to_left;
    bool draft;               /* no named body has approved the translation yet */
    const struct catalog *ui; /* NULL: English */
    const struct catalog *content;
    const struct catalog *card;
};

extern const struct language language_english;

/* Is this a language code we would look for: "de", "pt_PT", "sr@latin"? Letters only, short,
 * so that it can be part of a path. */
bool language_code_valid(const char *code);

/* Is the script of this language written from right to left? */
bool language_code_right_to_left(const char *code);

/* Texts of the program, marked in C for extraction. */
const char *tr(const struct language *l, const char *id);
const char *trc(const struct language *l, const char *context, const char *id);
const char *trn(const struct language *l, const char *one, const char *many, unsigned long n);

/* Marks a text in a table for extraction; it is translated where it is shown. */
#define N_(text) text
#define NC_(context, text) text

/* Fills a translated sentence like buffer_fill(). In a language that runs from right to left each value
 * stands apart: the words round it turn no telephone number, date or reference. */
void tr_fill(struct buffer *b, const struct language *l, const char *sentence, const struct fill *fills, int count);
/* "Name: value". */
const char *tr_pair(struct arena *a, const struct language *l, const char *name, const char *value);

/* A text that is put beside others of the language, in the same way: between U+2066 or U+2067, which say how
 * it runs, and U+2069. How it runs its first letter says, and where there is none, from left to right; what is
 * made of parts that stand apart is of the language. The mark that lets a direction be guessed, U+2068, would
 * find no letter there, and FriBidi 1.0 forgets where such a part ends: behind it a date would run backwards
 * but for the U+200E at its head. */
#define LANGUAGE_LEFT_APART "\xE2\x81\xA6"
#define LANGUAGE_RIGHT_APART "\xE2\x81\xA7"
#define LANGUAGE_END_APART "\xE2\x81\xA9"
const char *language_apart(struct arena *a, const struct language *l, const char *text);

/* A text of the content: `english` is what the pack says, and stands in the catalogue under
 * the context "kind id/field", or "kind/field" where id is NULL. NULL stays NULL. */
const char *content_text(const struct language *l, const char *kind, const char *id, const char *field, const char *english);

/* Builds that context. `size` bytes of room; cut if the names are longer. */
void content_context(char *out, size_t size, const char *kind, const char *id, const char *field);

#endif
