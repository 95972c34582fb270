/* Texts as pixels: runs rastered by SDL2_ttf, and kept for the next picture.
 *
 * Most of a picture is what the last one was, so a run is rastered once and then only copied.
 * What is kept has a limit; the runs not used for longest go first. A kept run shows what a
 * person said: its pixels and its text are overwritten before they are given back. */
#ifndef PLATFORM_RASTER_H
#define PLATFORM_RASTER_H

#include "base/error.h"
#include "text/paragraph.h"

struct SDL_Surface;
struct raster_open;
struct raster_kept;

/* A run as pixels with alpha. `left` and `top` say where its corner lies, from where the run
 * begins on the baseline. The surface is NULL where the run has nothing to see. */
struct raster_image {
    struct SDL_Surface *surface;
    int left, top;
};

/* Starts as `{ 0 }`. */
struct raster {
    const struct font_set *fonts;
    struct raster_open *open; /* fonts, each in one size */
    int open_count;
    bool started;
    struct raster_kept **buckets;
    struct raster_kept *newest, *oldest;
    size_t kept_bytes; /* never more than RASTER_BUDGET, but for a single larger run */
    int kept_count;
};

#define RASTER_BUDGET ((size_t)8 << 20)

/* The pixels of a run of a paragraph, in a colour 0xRRGGBB; they live until the next call. The
 * font set, and the bytes of its fonts, must live until raster_close(). */
bool raster_run(struct raster *r, const struct font_set *fonts, const struct paragraph *p, const struct text_run *run, uint32_t colour,
                struct raster_image *out, struct error *e);

/* Overwrites and gives back every run that is kept. */
void raster_forget(struct raster *r);

/* Gives back everything, the fonts too. It may be used again. */
void raster_close(struct raster *r);

#endif
