/* Paragraphs that were laid out before: the same words in the same style and width are shown
 * again and again, and shaping them is the most expensive thing in a picture.
 *
 * Two generations: when one is full the older is given back (and overwritten). What was used in
 * the present picture is always in the younger or the one before, so it stays. */
#ifndef UI_TEXTS_H
#define UI_TEXTS_H

#include "text/paragraph.h"

#define TEXTS_SLOTS 4096

struct texts_entry {
    unsigned hash;
    struct paragraph_options options;
    const struct paragraph *paragraph;
};

struct texts {
    struct arena arenas[2];
    struct texts_entry *tables[2]; /* of TEXTS_SLOTS, or NULL */
    int counts[2];
    int young;
};

const struct paragraph *texts_get(struct texts *t, const struct font_set *fonts, const char *text, const struct paragraph_options *options);

/* Overwrites everything: paragraphs handed out before are gone. */
void texts_forget(struct texts *t);

#endif
