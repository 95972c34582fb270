/* The fonts of the paragraph engine as cairo draws them on pages.
 *
 * Each is opened when it is first needed, from the same bytes but on a FreeType face of its own:
 * HarfBuzz and cairo must never share one. */
#ifndef PLATFORM_FACES_H
#define PLATFORM_FACES_H

#include "base/error.h"
#include "text/font.h"

struct _cairo_font_face;

/* Starts as `{ 0 }`. */
struct faces {
    const struct font_set *fonts;
    struct _cairo_font_face *faces[FONTS_MAX];
};

/* The face of a font of the set, which must outlive faces_close(). NULL and an error if it cannot be
 * opened. */
struct _cairo_font_face *faces_get(struct faces *f, const struct font_set *fonts, int font, struct error *e);

/* Gives back everything; it may be used again. */
void faces_close(struct faces *f);

#endif
