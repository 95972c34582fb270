/* The fonts text is measured and shaped with: HarfBuzz faces over bytes in memory.
 *
 * Every measure on screen and paper comes from here, in fractions of a pixel; whoever draws
 * uses the same glyph ids on a face of its own (one FT_Face is never shared). Fonts are tried
 * in the order they were added: the first that has a character shows it. The bytes must
 * outlive the set. */
#ifndef TEXT_FONT_H
#define TEXT_FONT_H

#include "base/bytes.h"
#include "base/error.h"

#include <hb.h>
#include <stdint.h>

#define FONTS_MAX 32

struct font {
    const char *name;
    bool bold;
    hb_font_t *font; /* in units of the face */
    float units;     /* units of the face in one em */
};

struct font_set {
    struct font fonts[FONTS_MAX];
    int count;
};

/* Adds a font file; an error if it is none. */
bool font_add(struct font_set *set, struct bytes file, const char *name, bool bold, struct error *e);

/* The font that shows a character in this weight: the first of the weight that has it, else
 * the first of any weight, else font 0, which shows its sign for a missing character. */
int font_for(const struct font_set *set, uint32_t character, bool bold);

/* Does this font have the character? */
bool font_has(const struct font_set *set, int font, uint32_t character);

/* Gives back what HarfBuzz holds. */
void font_close(struct font_set *set);

#endif
