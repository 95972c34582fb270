/* Words in a file, so that every reader of it finds them again.
 *
 * A reader of a PDF knows what a glyph says from a table of its font: one text a glyph. Where a glyph says
 * something else than before, and where a character is several glyphs or has none, cairo writes the text
 * beside the glyphs (/ActualText): some readers do not know that, and others lose what follows. Here such
 * a cluster becomes one glyph of a font of the file's own, with the same outlines and a text of its own. */
#ifndef PLATFORM_FILE_WORDS_H
#define PLATFORM_FILE_WORDS_H

#include "base/record.h"
#include "text/paragraph.h"

struct _cairo_font_face;

/* A glyph of the file's own font. */
struct own_glyph {
    int font;
    const struct glyph *glyphs; /* places in ems, from the left end of the cluster */
    int glyph_count;
    float advance; /* in ems */
    struct bytes text;
};

/* What a glyph says. */
#define SAID_MOST 20 /* bytes: some characters in one */
struct said {
    size_t size; /* 0: nothing yet */
    char text[SAID_MOST];
};

/* Starts with the fonts; one for each file. */
struct file_words {
    const struct font_set *fonts;
    struct arena arena;
    struct said *said[FONTS_MAX]; /* by each glyph of a font that was used */
    LIST(struct own_glyph) own;
    int capacity;
    struct _cairo_font_face *face;
};

/* May this glyph say this text? It may if it says nothing else in this file. */
bool file_words_says(struct file_words *w, int font, uint32_t glyph, struct bytes text);

/* The number of the glyph that stands for `count` glyphs of a run, in file_words_face(). Their left end is
 * at `left`, and `em` is the size of the font. The text must outlive the file. */
unsigned file_words_own(struct file_words *w, const struct text_run *run, int first, int count, float left, float em, struct bytes text);
struct _cairo_font_face *file_words_face(struct file_words *w);

/* Gives back everything; the file must be finished. */
void file_words_close(struct file_words *w);

#endif
