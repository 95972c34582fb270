#include "platform/painter.h"

#include "base/buffer.h"
#include "platform/page_draw.h"

#include <SDL2/SDL.h>
#include <cairo.h>
#include <math.h>
#include <string.h>

#define TURN 6.283185307179586 /* radians */

enum { DASH = 4, DASH_GAP = 3 };

/* One picture on its way to the pixels: cairo and SDL write on the same memory. */
struct sheet {
    struct painter *painter;
    const struct picture *picture;
    SDL_Surface *surface;
    cairo_surface_t *image;
    cairo_t *cairo;
};

/* A box in whole pixels of the screen. */
struct area {
    int x, y, w, h;
};

static int whole(float v) {
    return (int)floorf(v + 0.5f);
}

/* Both edges are rounded, not the width: boxes that touch still touch. Nothing vanishes. */
static struct area area_of(const struct sheet *s, struct rect box) {
    float scale = s->picture->scale;
    int x = whole(box.x * scale), y = whole(box.y * scale);
    int w = whole((box.x + box.w) * scale) - x, h = whole((box.y + box.h) * scale) - y;
    return (struct area){ x, y, w < 1 && box.w > 0 ? 1 : w, h < 1 && box.h > 0 ? 1 : h };
}

static uint32_t colour_of(const struct sheet *s, enum paint paint) {
    return theme_colour(s->picture->theme, paint);
}

static void set_colour(const struct sheet *s, enum paint paint) {
    uint32_t c = colour_of(s, paint);
    cairo_set_source_rgb(s->cairo, (c >> 16 & 255) / 255.0, (c >> 8 & 255) / 255.0, (c & 255) / 255.0);
}

/* ---- boxes */

/* Most boxes have no round corner: SDL fills them in a fraction of the time. */
static void fill_area(const struct sheet *s, struct area a, enum paint paint) {
    SDL_Rect rect = { a.x, a.y, a.w, a.h };
    if (a.w <= 0 || a.h <= 0)
        return;
    cairo_surface_flush(s->image);
    SDL_FillRect(s->surface, &rect, colour_of(s, paint));
    cairo_surface_mark_dirty(s->image);
}

static void plain_edge(const struct sheet *s, struct area a, int edge, enum paint paint) {
    int w = edge < a.w ? edge : a.w, h = edge < a.h ? edge : a.h;
    fill_area(s, (struct area){ a.x, a.y, a.w, h }, paint);
    fill_area(s, (struct area){ a.x, a.y + a.h - h, a.w, h }, paint);
    fill_area(s, (struct area){ a.x, a.y + h, w, a.h - 2 * h }, paint);
    fill_area(s, (struct area){ a.x + a.w - w, a.y + h, w, a.h - 2 * h }, paint);
}

/* A quarter of a circle, or the corner itself. `quarter` counts from the right, clockwise. */
static void corner(cairo_t *c, double x, double y, double radius, int quarter) {
    static const struct { int x, y; /* from the corner to the centre */ } inwards[] = { { -1, -1 }, { 1, -1 }, { 1, 1 }, { -1, 1 } };
    if (radius > 0)
        cairo_arc(c, x + inwards[quarter].x * radius, y + inwards[quarter].y * radius, radius, TURN / 4 * quarter,
                  TURN / 4 * (quarter + 1));
    else
        cairo_line_to(c, x, y);
}

static void box_path(const struct sheet *s, const struct draw *d, struct area a, double inset) {
    double x = a.x + inset, y = a.y + inset, w = a.w - 2 * inset, h = a.h - 2 * inset;
    double radius = fmax(0, fmin((double)d->radius * (double)s->picture->scale - inset, fmin(w, h) / 2));
    cairo_new_path(s->cairo);
    corner(s->cairo, x + w, y + h, d->corners & CORNER_BOTTOM_RIGHT ? radius : 0, 0);
    corner(s->cairo, x, y + h, d->corners & CORNER_BOTTOM_LEFT ? radius : 0, 1);
    corner(s->cairo, x, y, d->corners & CORNER_TOP_LEFT ? radius : 0, 2);
    corner(s->cairo, x + w, y, d->corners & CORNER_TOP_RIGHT ? radius : 0, 3);
    cairo_close_path(s->cairo);
}

static void stroke_edge(const struct sheet *s, const struct draw *d, struct area a, int edge) {
    double scale = (double)s->picture->scale, dashes[] = { DASH * scale, DASH_GAP * scale };
    box_path(s, d, a, edge / 2.0);
    set_colour(s, d->edge_paint);
    cairo_set_line_width(s->cairo, edge);
    cairo_set_line_cap(s->cairo, CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(s->cairo, CAIRO_LINE_JOIN_MITER);
    cairo_set_dash(s->cairo, dashes, d->dashed ? 2 : 0, 0);
    cairo_stroke(s->cairo);
}

static void draw_box(const struct sheet *s, const struct draw *d) {
    struct area a = area_of(s, d->box);
    int edge = d->edge > 0 ? (int)fmaxf(1, roundf(d->edge * s->picture->scale)) : 0;
    bool round = d->radius > 0 && (d->corners & CORNERS);
    if (d->filled && !round)
        fill_area(s, a, d->paint);
    if (d->filled && round) {
        /* Under the middle of the edge, so that the fill does not shine through its rim. */
        box_path(s, d, a, d->dashed ? 0 : edge / 2.0);
        set_colour(s, d->paint);
        cairo_fill(s->cairo);
    }
    if (edge && !round && !d->dashed)
        plain_edge(s, a, edge, d->edge_paint);
    else if (edge)
        stroke_edge(s, d, a, edge);
}

/* ---- icons */

static void add_step(cairo_t *c, const struct icon_step *step) {
    double p[6];
    for (int i = 0; i < 6; i++)
        p[i] = (double)step->p[i];
    switch (step->verb) {
    case ICON_MOVE: cairo_move_to(c, p[0], p[1]); break;
    case ICON_LINE: cairo_line_to(c, p[0], p[1]); break;
    case ICON_CURVE: cairo_curve_to(c, p[0], p[1], p[2], p[3], p[4], p[5]); break;
    case ICON_ARC: (p[4] > p[3] ? cairo_arc : cairo_arc_negative)(c, p[0], p[1], p[2], p[3], p[4]); break;
    case ICON_CLOSE_PATH: cairo_close_path(c); break;
    }
}

static void draw_shape(const struct sheet *s, const struct draw *d, const struct icon_shape *shape) {
    double dashes[] = { (double)shape->dash, (double)shape->gap };
    bool dashed = shape->dash > 0;
    cairo_new_path(s->cairo);
    for (int i = 0; i < shape->count; i++)
        add_step(s->cairo, &shape->steps[i]);
    set_colour(s, shape->cut ? d->behind : d->paint);
    if (shape->filled) {
        cairo_fill(s->cairo);
        return;
    }
    cairo_set_line_width(s->cairo, 2);
    cairo_set_line_cap(s->cairo, dashed ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(s->cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_set_dash(s->cairo, dashes, dashed ? 2 : 0, 0);
    cairo_stroke(s->cairo);
}

static const struct icon_drawing *drawing_of(struct painter *p, enum icon icon) {
    if (icon != ICON_NONE && p->icons[icon].count == 0)
        p->icons[icon] = icon_shapes(&p->arena, icon);
    return &p->icons[icon];
}

static void draw_icon(const struct sheet *s, const struct draw *d) {
    const struct icon_drawing *drawing = drawing_of(s->painter, d->icon);
    struct area a = area_of(s, d->box);
    double wide = (double)a.w / ICON_GRID, high = (double)a.h / ICON_GRID;
    cairo_save(s->cairo);
    cairo_translate(s->cairo, d->mirrored ? a.x + a.w : a.x, a.y);
    cairo_scale(s->cairo, d->mirrored ? -wide : wide, high);
    for (int i = 0; i < drawing->count; i++)
        draw_shape(s, d, &drawing->shapes[i]);
    cairo_restore(s->cairo);
}

/* ---- texts */

static bool draw_line(const struct sheet *s, const struct draw *d, const struct text_line *line, float x, int baseline, struct error *e) {
    uint32_t colour = colour_of(s, d->paint);
    for (int r = 0; r < line->run_count; r++) {
        const struct text_run *run = &line->runs[r];
        struct raster_image image;
        if (!raster_run(&s->painter->raster, s->picture->fonts, d->text, run, colour, &image, e))
            return false;
        SDL_Rect at = { whole(x + run->x) + image.left, baseline + image.top, 0, 0 };
        if (image.surface)
            SDL_BlitSurface(image.surface, NULL, s->surface, &at);
    }
    return true;
}

static bool draw_text(const struct sheet *s, const struct draw *d, struct error *e) {
    const struct paragraph *p = d->text;
    float x = d->box.x * s->picture->scale, y = d->box.y * s->picture->scale - (float)d->from * p->style.line;
    bool ok = true;
    cairo_surface_flush(s->image);
    for (int l = d->from; l < d->to && ok; l++)
        ok = draw_line(s, d, &p->lines[l], x + p->lines[l].x, whole(y + p->lines[l].baseline), e);
    cairo_surface_mark_dirty(s->image);
    return ok;
}

/* ---- pages */

static void forget_page(struct painter *p) {
    struct page_picture *k = &p->kept_page;
    if (k->image) {
        cairo_surface_flush(k->image);
        memset(cairo_image_surface_get_data(k->image), 0,
               (size_t)cairo_image_surface_get_stride(k->image) * (size_t)cairo_image_surface_get_height(k->image));
        cairo_surface_destroy(k->image);
    }
    *k = (struct page_picture){ .image = NULL };
}

/* Draws the page as large as it will stand on the screen; what hangs over the edge too, for then only
 * the place changes. */
static bool make_page(struct painter *p, const struct draw *d, struct area paper, struct error *e) {
    forget_page(p);
    cairo_surface_t *image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, paper.w, paper.h);
    cairo_t *cr = cairo_create(image);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_scale(cr, (double)paper.w / (double)PAGE_WIDTH, (double)paper.w / (double)PAGE_WIDTH);
    bool ok = page_draw(cr, &p->faces, d->pages, d->page, e);
    cairo_destroy(cr);
    p->kept_page = (struct page_picture){ image, ok ? d->pages->serial : 0, d->page, paper.w, paper.h };
    return ok;
}

static bool draw_page(const struct sheet *s, const struct draw *d, struct error *e) {
    const struct page_picture *kept = &s->painter->kept_page;
    struct area clip = area_of(s, d->clip), paper = area_of(s, d->box);
    bool same =
        kept->serial && kept->serial == d->pages->serial && kept->page == d->page && kept->width == paper.w && kept->height == paper.h;
    if (!same && !make_page(s->painter, d, paper, e))
        return false;
    cairo_save(s->cairo);
    cairo_rectangle(s->cairo, clip.x, clip.y, clip.w, clip.h);
    cairo_clip(s->cairo);
    cairo_set_source_surface(s->cairo, kept->image, paper.x, paper.y);
    cairo_paint(s->cairo);
    cairo_restore(s->cairo);
    return true;
}

/* ---- the whole picture */

static bool draw_all(const struct sheet *s, struct error *e) {
    fill_area(s, (struct area){ 0, 0, s->surface->w, s->surface->h }, PAINT_PAGE);
    for (int i = 0; i < s->picture->draw_count; i++) {
        const struct draw *d = &s->picture->draws[i];
        switch (d->kind) {
        case DRAW_BOX: draw_box(s, d); break;
        case DRAW_ICON: draw_icon(s, d); break;
        case DRAW_TEXT:
            if (!draw_text(s, d, e))
                return false;
            break;
        case DRAW_PAGE:
            if (!draw_page(s, d, e))
                return false;
        }
    }
    cairo_status_t status = cairo_status(s->cairo);
    return status == CAIRO_STATUS_SUCCESS || error_set(e, ERROR_WORLD, "the window cannot be drawn: %s", cairo_status_to_string(status));
}

void painter_size(const struct picture *picture, int *width, int *height) {
    *width = whole(picture->width * picture->scale);
    *height = whole(picture->height * picture->scale);
}

bool painter_paint(struct painter *p, const struct picture *picture, struct pixels to, struct error *e) {
    struct sheet s = {
        .painter = p,
        .picture = picture,
        .surface = SDL_CreateRGBSurfaceWithFormatFrom(to.data, to.width, to.height, 32, to.stride, SDL_PIXELFORMAT_RGB888),
        .image = cairo_image_surface_create_for_data((unsigned char *)to.data, CAIRO_FORMAT_RGB24, to.width, to.height, to.stride),
    };
    s.cairo = cairo_create(s.image);
    bool ok = s.surface ? draw_all(&s, e) : error_set(e, ERROR_WORLD, "the window cannot be drawn: %s", SDL_GetError());
    cairo_destroy(s.cairo);
    cairo_surface_destroy(s.image);
    SDL_FreeSurface(s.surface);
    return ok;
}

static cairo_status_t add_to_file(void *file, const unsigned char *data, unsigned size) {
    buffer_add_bytes(file, (const char *)data, size);
    return CAIRO_STATUS_SUCCESS;
}

static bool write_png(struct arena *a, struct pixels from, struct bytes *out, struct error *e) {
    struct buffer file = { .arena = a };
    cairo_surface_t *image =
        cairo_image_surface_create_for_data((unsigned char *)from.data, CAIRO_FORMAT_RGB24, from.width, from.height, from.stride);
    cairo_status_t status = cairo_surface_write_to_png_stream(image, add_to_file, &file);
    cairo_surface_destroy(image);
    *out = buffer_bytes(&file);
    return status == CAIRO_STATUS_SUCCESS || error_set(e, ERROR_WORLD, "the picture cannot be made: %s", cairo_status_to_string(status));
}

bool painter_png(struct painter *p, struct arena *a, const struct picture *picture, struct bytes *out, struct error *e) {
    struct arena scratch = { 0 };
    struct pixels to = { 0 };
    painter_size(picture, &to.width, &to.height);
    to.stride = to.width * 4;
    to.data = arena_alloc(&scratch, (size_t)to.width * (size_t)to.height, sizeof *to.data);
    bool ok = painter_paint(p, picture, to, e) && write_png(a, to, out, e);
    arena_free(&scratch);
    return ok;
}

void painter_forget(struct painter *p) {
    raster_forget(&p->raster);
    forget_page(p);
}

void painter_close(struct painter *p) {
    raster_close(&p->raster);
    forget_page(p);
    faces_close(&p->faces);
    arena_free(&p->arena);
    *p = (struct painter){ 0 };
}
