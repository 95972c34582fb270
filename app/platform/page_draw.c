#include "platform/page_draw.h"

#include <cairo.h>
#include <string.h>

/* Black on paper; grey for what is read second, dark enough for a poor printer. */
#define INK 0.0
#define INK_QUIET 0.27

struct drawing {
    cairo_t *cr;
    struct faces *faces;
    const struct pages *pages;
    enum page_use use;
    struct arena arena; /* of the run being drawn */
};

/* The clusters of a run, in the order of its text: how many bytes and glyphs each has. */
static int make_clusters(struct drawing *d, const struct text_run *run, cairo_text_cluster_t **out) {
    cairo_text_cluster_t *clusters = arena_alloc(&d->arena, (size_t)run->glyph_count, sizeof *clusters);
    int count = 0, end = run->to;
    *out = clusters;
    /* From the end of the text to its beginning, whatever the direction of the glyphs. */
    for (int i = 0; i < run->glyph_count;) {
        int at = run->right_to_left ? i : run->glyph_count - 1 - i, from = run->glyphs[at].cluster, glyphs = 0;
        for (; i < run->glyph_count; i++, glyphs++)
            if (run->glyphs[run->right_to_left ? i : run->glyph_count - 1 - i].cluster != from)
                break;
        clusters[count++] = (cairo_text_cluster_t){ end - from, glyphs };
        end = from;
    }
    for (int a = 0, b = count - 1; a < b; a++, b--) {
        cairo_text_cluster_t kept = clusters[a];
        clusters[a] = clusters[b];
        clusters[b] = kept;
    }
    return count;
}

static bool draw_run(struct drawing *d, const struct paragraph *p, const struct text_run *run, double x, double baseline, struct error *e) {
    cairo_font_face_t *face = faces_get(d->faces, d->pages->fonts, run->font, run->right_to_left, e);
    cairo_glyph_t *glyphs = arena_alloc(&d->arena, (size_t)run->glyph_count, sizeof *glyphs);
    if (!face)
        return false;
    for (int i = 0; i < run->glyph_count; i++)
        glyphs[i] = (cairo_glyph_t){ run->glyphs[i].id, x + (double)run->glyphs[i].x, baseline + (double)run->glyphs[i].y };
    cairo_set_font_face(d->cr, face);
    cairo_set_font_size(d->cr, (double)p->style.size);
    if (d->use == PAGE_SHOWN) {
        cairo_glyph_path(d->cr, glyphs, run->glyph_count);
        cairo_fill(d->cr);
    } else {
        cairo_text_cluster_t *clusters;
        int count = make_clusters(d, run, &clusters);
        cairo_show_text_glyphs(d->cr, p->text + run->from, run->to - run->from, glyphs, run->glyph_count, clusters, count,
                               run->right_to_left ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
    }
    arena_clear(&d->arena);
    return true;
}

static void set_ink(struct drawing *d, bool quiet) {
    double ink = quiet ? INK_QUIET : INK;
    cairo_set_source_rgb(d->cr, ink, ink, ink);
}

/* The run that is read after those before `from`. Who reads the file takes the words in the order in which
 * they were drawn. */
static const struct text_run *next_read(const struct text_line *line, int from) {
    const struct text_run *next = NULL;
    for (int r = 0; r < line->run_count; r++)
        if (line->runs[r].from >= from && (!next || line->runs[r].from < next->from))
            next = &line->runs[r];
    return next;
}

static bool draw_words(struct drawing *d, const struct page_mark *m, struct error *e) {
    set_ink(d, m->quiet);
    for (int l = m->from; l < m->to; l++) {
        const struct text_line *line = &m->text->lines[l];
        double baseline = (double)(m->y + line->baseline - (float)m->from * m->text->style.line);
        for (const struct text_run *run = next_read(line, 0); run; run = next_read(line, run->to))
            if (!draw_run(d, m->text, run, (double)(m->x + line->x), baseline, e))
                return false;
    }
    return true;
}

static void draw_box(struct drawing *d, const struct page_mark *m) {
    double half = (double)m->edge / 2;
    set_ink(d, false);
    cairo_rectangle(d->cr, (double)m->x + half, (double)m->y + half, (double)m->w - 2 * half, (double)m->h - 2 * half);
    if (m->edge <= 0) {
        cairo_fill(d->cr);
        return;
    }
    cairo_set_line_width(d->cr, (double)m->edge);
    cairo_stroke(d->cr);
}

static bool draw_mark(struct drawing *d, const struct page_mark *m, struct error *e) {
    switch (m->kind) {
    case PAGE_BEGIN:
        if (d->use == PAGE_FILED)
            cairo_tag_begin(d->cr, m->tag, NULL);
        return true;
    case PAGE_END:
        if (d->use == PAGE_FILED)
            cairo_tag_end(d->cr, m->tag);
        return true;
    case PAGE_BOX: draw_box(d, m); return true;
    case PAGE_TEXT: return draw_words(d, m, e);
    }
    return true;
}

bool page_draw(cairo_t *cr, struct faces *faces, const struct pages *pages, int page, enum page_use use, struct error *e) {
    struct drawing d = { .cr = cr, .faces = faces, .pages = pages, .use = use };
    const struct page *p = &pages->pages.items[page];
    bool ok = true;
    for (int i = 0; i < p->marks.count && ok; i++)
        ok = draw_mark(&d, &p->marks.items[i], e);
    arena_free(&d.arena);
    cairo_status_t status = cairo_status(cr);
    return ok
           && (status == CAIRO_STATUS_SUCCESS || error_set(e, ERROR_WORLD, "the page cannot be drawn: %s", cairo_status_to_string(status)));
}
