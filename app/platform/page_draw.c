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
    struct file_words *words; /* NULL: on the screen */
    struct arena arena;       /* of the run being drawn */
};

/* Characters of a run that belong together, and their glyphs. */
struct cluster {
    int from, to;      /* bytes */
    int first, count;  /* glyphs */
    float left, width; /* in the line */
};

/* The clusters of a run, in the order of its text. */
static int make_clusters(struct drawing *d, const struct text_run *run, struct cluster **out) {
    struct cluster *clusters = arena_alloc(&d->arena, (size_t)run->glyph_count, sizeof *clusters);
    int count = 0;
    float left = run->x;
    for (int i = 0; i < run->glyph_count; i++) {
        int from = run->glyphs[i].cluster;
        if (count == 0 || clusters[count - 1].from != from)
            clusters[count++] = (struct cluster){ .from = from, .first = i, .left = left };
        clusters[count - 1].count++;
        clusters[count - 1].width += run->glyphs[i].advance;
        left += run->glyphs[i].advance;
    }
    for (int a = 0, b = count - 1; run->right_to_left && a < b; a++, b--) {
        struct cluster kept = clusters[a];
        clusters[a] = clusters[b];
        clusters[b] = kept;
    }
    for (int i = 0; i < count; i++)
        clusters[i].to = i + 1 < count ? clusters[i + 1].from : run->to;
    *out = clusters;
    return count;
}

static void show(struct drawing *d, cairo_font_face_t *face, const struct paragraph *p, struct bytes text, const cairo_glyph_t *glyphs,
                 const cairo_text_cluster_t *clusters, int count) {
    cairo_set_font_face(d->cr, face);
    cairo_set_font_size(d->cr, (double)p->style.size);
    cairo_show_text_glyphs(d->cr, text.data, (int)text.size, glyphs, count, clusters, count, 0);
}

static struct bytes words_of(const struct paragraph *p, const struct cluster *c, int count) {
    return (struct bytes){ p->text + c->from, (size_t)(c[count - 1].to - c->from) };
}

static bool says(struct drawing *d, const struct paragraph *p, const struct text_run *run, const struct cluster *c) {
    return c->count == 1 && file_words_says(d->words, run->font, run->glyphs[c->first].id, words_of(p, c, 1));
}

/* What one glyph may say, in units of UTF-16: of more, mutool reads nothing, and poppler of eight times as much. */
#define UNITS_MOST 8

static int units_of(struct bytes text) {
    int units = 0;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        units += (byte & 0xC0) != 0x80; /* begins a character */
        units += byte >= 0xF0;          /* which takes two */
    }
    return units;
}

/* How many clusters go into one glyph: what takes no room and has no glyph of its own, such as a mark
 * between two letters, goes with what stands before. */
static int standing_together(struct drawing *d, const struct paragraph *p, const struct text_run *run, const struct cluster *c, int count) {
    int together = 1;
    while (together < count && c[together].width <= 0 && !says(d, p, run, &c[together])
           && units_of(words_of(p, c, together + 1)) <= UNITS_MOST)
        together++;
    return together;
}

/* Clusters that no glyph of the font says. */
static void file_own_glyph(struct drawing *d, const struct paragraph *p, const struct text_run *run, const struct cluster *c, int count,
                           double x, double baseline) {
    const struct cluster *first = run->right_to_left ? &c[count - 1] : c;
    struct bytes text = words_of(p, c, count);
    int glyphs = 0;
    for (int i = 0; i < count; i++)
        glyphs += c[i].count;
    unsigned own = file_words_own(d->words, run, first->first, glyphs, first->left, p->style.size, text);
    const cairo_glyph_t glyph = { own, x + (double)first->left, baseline };
    const cairo_text_cluster_t cluster = { (int)text.size, 1 };
    show(d, file_words_face(d->words), p, text, &glyph, &cluster, 1);
}

/* A run in a file: each glyph with the text it says, in the order in which that is read. */
static void file_run(struct drawing *d, const struct paragraph *p, const struct text_run *run, cairo_font_face_t *face, double x,
                     double baseline) {
    struct cluster *clusters;
    int count = make_clusters(d, run, &clusters), begin = 0;
    cairo_glyph_t *glyphs = arena_alloc(&d->arena, (size_t)count, sizeof *glyphs);
    cairo_text_cluster_t *sizes = arena_alloc(&d->arena, (size_t)count, sizeof *sizes);
    for (int i = 0, together; i < count; i += together) {
        const struct cluster *c = &clusters[i];
        const struct glyph *g = &run->glyphs[c->first];
        together = standing_together(d, p, run, c, count - i);
        glyphs[i] = (cairo_glyph_t){ g->id, x + (double)g->x, baseline + (double)g->y };
        sizes[i] = (cairo_text_cluster_t){ c->to - c->from, 1 };
        if (together == 1 && says(d, p, run, c))
            continue;
        if (i > begin)
            show(d, face, p, words_of(p, clusters + begin, i - begin), glyphs + begin, sizes + begin, i - begin);
        file_own_glyph(d, p, run, c, together, x, baseline);
        begin = i + together;
    }
    if (count > begin)
        show(d, face, p, words_of(p, clusters + begin, count - begin), glyphs + begin, sizes + begin, count - begin);
}

static void show_outlines(struct drawing *d, const struct paragraph *p, const struct text_run *run, cairo_font_face_t *face, double x,
                          double baseline) {
    cairo_glyph_t *glyphs = arena_alloc(&d->arena, (size_t)run->glyph_count, sizeof *glyphs);
    for (int i = 0; i < run->glyph_count; i++)
        glyphs[i] = (cairo_glyph_t){ run->glyphs[i].id, x + (double)run->glyphs[i].x, baseline + (double)run->glyphs[i].y };
    cairo_set_font_face(d->cr, face);
    cairo_set_font_size(d->cr, (double)p->style.size);
    cairo_glyph_path(d->cr, glyphs, run->glyph_count);
    cairo_fill(d->cr);
}

static bool draw_run(struct drawing *d, const struct paragraph *p, const struct text_run *run, double x, double baseline, struct error *e) {
    cairo_font_face_t *face = faces_get(d->faces, d->pages->fonts, run->font, e);
    if (!face)
        return false;
    if (d->words)
        file_run(d, p, run, face, x, baseline);
    else
        show_outlines(d, p, run, face, x, baseline);
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
        if (d->words)
            cairo_tag_begin(d->cr, m->tag, NULL);
        return true;
    case PAGE_END:
        if (d->words)
            cairo_tag_end(d->cr, m->tag);
        return true;
    case PAGE_BOX: draw_box(d, m); return true;
    case PAGE_TEXT: return draw_words(d, m, e);
    }
    return true;
}

static bool draw_marks(struct drawing *d, int page, bool artifacts, bool others, struct error *e) {
    const struct page *p = &d->pages->pages.items[page];
    bool ok = true;
    for (int i = 0; i < p->marks.count && ok; i++)
        if (p->marks.items[i].artifact ? artifacts : others)
            ok = draw_mark(d, &p->marks.items[i], e);
    arena_free(&d->arena);
    cairo_status_t status = cairo_status(d->cr);
    return ok
           && (status == CAIRO_STATUS_SUCCESS || error_set(e, ERROR_WORLD, "the page cannot be drawn: %s", cairo_status_to_string(status)));
}

bool page_draw(cairo_t *cr, struct faces *faces, const struct pages *pages, int page, struct error *e) {
    struct drawing d = { .cr = cr, .faces = faces, .pages = pages };
    return draw_marks(&d, page, true, true, e);
}

bool page_file(cairo_t *cr, struct faces *faces, const struct pages *pages, int page, struct file_words *words, bool artifacts,
               struct error *e) {
    struct drawing d = { .cr = cr, .faces = faces, .pages = pages, .words = words };
    return draw_marks(&d, page, artifacts, !artifacts, e);
}
