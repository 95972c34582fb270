/* The painter: a picture becomes pixels. It draws what the list says, in its order, and decides
 * nothing: shapes by cairo, texts by SDL2_ttf, all at whole pixels so that lines stay crisp at
 * every scale.
 *
 * It needs no window and no display. The same picture always gives the same pixels. */
#ifndef PLATFORM_PAINTER_H
#define PLATFORM_PAINTER_H

#include "base/bytes.h"
#include "platform/faces.h"
#include "platform/raster.h"
#include "ui/draw.h"

/* Rows of 0x00RRGGBB from top to bottom; the topmost byte of each means nothing. */
struct pixels {
    uint32_t *data;
    int width, height;
    int stride; /* bytes from row to row */
};

/* Starts as `{ 0 }`; what it keeps from picture to picture. */
struct painter {
    struct raster raster;
    struct faces faces; /* of pages */
    struct page_picture {
        struct _cairo_surface *image; /* the last page drawn, or NULL */
        unsigned serial;
        int page, width, height;
    } kept_page;        /* drawing one takes longer than all the rest of a picture */
    struct arena arena; /* the icons, each read once */
    struct icon_drawing icons[ICON_COUNT];
};

/* How large a picture is, in pixels of the screen. */
void painter_size(const struct picture *picture, int *width, int *height);

/* Paints a picture; what lies outside the pixels is left out. The fonts of the picture must
 * live until painter_close(). */
bool painter_paint(struct painter *p, const struct picture *picture, struct pixels to, struct error *e);

/* The picture as a PNG file; it lives in the arena. */
bool painter_png(struct painter *p, struct arena *a, const struct picture *picture, struct bytes *out, struct error *e);

/* Overwrites what is kept of drawn texts and pages. */
void painter_forget(struct painter *p);

/* Gives back everything. */
void painter_close(struct painter *p);

#endif
