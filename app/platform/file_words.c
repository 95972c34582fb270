#include "platform/file_words.h"

#include "base/utf8.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

/* A glyph that the font has for a character says that one, to cairo: of several the first, of those in
 * the table of two bytes. */
static struct said *of_its_own(struct file_words *w, hb_font_t *font) {
    struct said *out = arena_alloc(&w->arena, hb_face_get_glyph_count(hb_font_get_face(font)), sizeof *out);
    hb_set_t *characters = hb_set_create();
    hb_face_collect_unicodes(hb_font_get_face(font), characters);
    for (hb_codepoint_t c = HB_SET_VALUE_INVALID, glyph; hb_set_next(characters, &c) && c < 0x10000;)
        if (hb_font_get_nominal_glyph(font, c, &glyph) && !out[glyph].size)
            out[glyph].size = (size_t)utf8_write(c, out[glyph].text);
    hb_set_destroy(characters);
    return out;
}

bool file_words_says(struct file_words *w, int font, uint32_t glyph, struct bytes text) {
    if (!w->said[font])
        w->said[font] = of_its_own(w, w->fonts->fonts[font].font);
    struct said *s = &w->said[font][glyph];
    if (glyph == 0)
        return false; /* the sign for a missing character says nothing */
    if (!s->size && text.size <= SAID_MOST) {
        memcpy(s->text, text.data, text.size);
        s->size = text.size;
    }
    return s->size && s->size == text.size && !memcmp(s->text, text.data, text.size);
}

/* ---- the font of the file's own */

struct pen {
    cairo_t *cr;
    double x, y, scale;
};

static void move_to(hb_draw_funcs_t *f, void *pen, hb_draw_state_t *state, float x, float y, void *data) {
    const struct pen *p = pen;
    (void)f, (void)state, (void)data;
    cairo_move_to(p->cr, p->x + (double)x * p->scale, p->y - (double)y * p->scale);
}

static void line_to(hb_draw_funcs_t *f, void *pen, hb_draw_state_t *state, float x, float y, void *data) {
    const struct pen *p = pen;
    (void)f, (void)state, (void)data;
    cairo_line_to(p->cr, p->x + (double)x * p->scale, p->y - (double)y * p->scale);
}

static void curve_to(hb_draw_funcs_t *f, void *pen, hb_draw_state_t *state, float ax, float ay, float bx, float by, float x, float y,
                     void *data) {
    const struct pen *p = pen;
    (void)f, (void)state, (void)data;
    cairo_curve_to(p->cr, p->x + (double)ax * p->scale, p->y - (double)ay * p->scale, p->x + (double)bx * p->scale,
                   p->y - (double)by * p->scale, p->x + (double)x * p->scale, p->y - (double)y * p->scale);
}

static void close_path(hb_draw_funcs_t *f, void *pen, hb_draw_state_t *state, void *data) {
    const struct pen *p = pen;
    (void)f, (void)state, (void)data;
    cairo_close_path(p->cr);
}

/* HarfBuzz hands out the outlines as they stand in the font; cairo would round them to its small grid. */
static hb_draw_funcs_t *draw_funcs(void) {
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(funcs, move_to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, line_to, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(funcs, curve_to, NULL, NULL);
    hb_draw_funcs_set_close_path_func(funcs, close_path, NULL, NULL);
    return funcs;
}

static const cairo_user_data_key_t key;

static cairo_status_t render(cairo_scaled_font_t *scaled, unsigned long number, cairo_t *cr, cairo_text_extents_t *extents) {
    const struct file_words *w = cairo_font_face_get_user_data(cairo_scaled_font_get_font_face(scaled), &key);
    if (number >= (unsigned long)w->own.count)
        return CAIRO_STATUS_INVALID_INDEX;
    const struct own_glyph *own = &w->own.items[number];
    const struct font *font = &w->fonts->fonts[own->font];
    hb_draw_funcs_t *funcs = draw_funcs();
    for (int i = 0; i < own->glyph_count; i++) {
        struct pen pen = { cr, (double)own->glyphs[i].x, (double)own->glyphs[i].y, 1 / (double)font->units };
        hb_font_get_glyph_shape(font->font, own->glyphs[i].id, funcs, &pen);
    }
    hb_draw_funcs_destroy(funcs);
    cairo_fill(cr);
    extents->x_advance = (double)own->advance;
    return CAIRO_STATUS_SUCCESS;
}

/* cairo cuts off what is larger than it thinks the font is. */
static cairo_status_t begin(cairo_scaled_font_t *scaled, cairo_t *cr, cairo_font_extents_t *extents) {
    (void)scaled, (void)cr;
    *extents = (cairo_font_extents_t){ .ascent = 4, .descent = 4, .height = 8, .max_x_advance = 100, .max_y_advance = 8 };
    return CAIRO_STATUS_SUCCESS;
}

cairo_font_face_t *file_words_face(struct file_words *w) {
    if (!w->face) {
        w->face = cairo_user_font_face_create();
        cairo_user_font_face_set_init_func(w->face, begin);
        cairo_user_font_face_set_render_glyph_func(w->face, render);
        cairo_font_face_set_user_data(w->face, &key, w, NULL);
    }
    return w->face;
}

static bool near(float a, float b) {
    return fabsf(a - b) < 0.0005f;
}

static bool same(const struct own_glyph *a, const struct own_glyph *b) {
    if (a->font != b->font || a->glyph_count != b->glyph_count || a->text.size != b->text.size || !near(a->advance, b->advance)
        || memcmp(a->text.data, b->text.data, a->text.size) != 0)
        return false;
    for (int i = 0; i < a->glyph_count; i++)
        if (a->glyphs[i].id != b->glyphs[i].id || !near(a->glyphs[i].x, b->glyphs[i].x) || !near(a->glyphs[i].y, b->glyphs[i].y))
            return false;
    return true;
}

unsigned file_words_own(struct file_words *w, const struct text_run *run, int first, int count, float left, float em, struct bytes text) {
    struct glyph *placed = arena_alloc(&w->arena, (size_t)count, sizeof *placed);
    struct own_glyph own = { .font = run->font, .glyphs = placed, .glyph_count = count, .text = text };
    for (int i = 0; i < count; i++) {
        const struct glyph *g = &run->glyphs[first + i];
        placed[i] = (struct glyph){ .id = g->id, .x = (g->x - left) / em, .y = g->y / em };
        own.advance += g->advance / em;
    }
    for (int i = 0; i < w->own.count; i++)
        if (same(&w->own.items[i], &own))
            return (unsigned)i;
    w->own.items = arena_grow(&w->arena, w->own.items, w->own.count, &w->capacity, sizeof *w->own.items);
    w->own.items[w->own.count] = own;
    return (unsigned)w->own.count++;
}

void file_words_close(struct file_words *w) {
    if (w->face)
        cairo_font_face_destroy(w->face);
    arena_free(&w->arena);
    *w = (struct file_words){ .fonts = w->fonts };
}
