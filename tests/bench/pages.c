/* How long a page of a note takes as PDF, beside what cairo itself needs for the same glyphs.
 *
 * The reference is a PDF surface of the same size, on which the glyphs of the same pages are put
 * with one cairo_show_glyphs() a run, with the same faces: no words behind the glyphs, no structure,
 * no update, nothing laid out. Fonts are embedded by both. Work and reference take turns, so that a
 * busy machine slows both; the median of the turns is shown, for one page. */
#include "base/buffer.h"
#include "commands/pack_files.h"
#include "note/note.h"
#include "platform/faces.h"
#include "platform/pdf.h"
#include "platform/posix.h"
#include "resources.h"
#include "support.h"

#include <cairo-pdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define TURN_SECONDS 0.3
#define TURNS 9

struct subject {
    const struct note *note;
    const struct font_set *fonts;
    const struct pages *pages;
    struct faces *faces;
};

struct work {
    const char *name;
    void (*run)(const struct subject *s, struct arena *a);
};

static _Noreturn void give_up(const char *why) {
    fprintf(stderr, "pages: %s\n", why);
    exit(1);
}

/* ---- measuring */

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* The seconds of one run. */
static double take_turn(const struct work *w, const struct subject *s) {
    double begin = now(), passed = 0;
    int runs = 0;
    for (; passed < TURN_SECONDS; passed = now() - begin, runs++) {
        struct arena a = { 0 };
        w->run(s, &a);
        arena_free(&a);
    }
    return passed / runs;
}

static int compare_seconds(const void *a, const void *b) {
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static double median(double turns[TURNS]) {
    qsort(turns, TURNS, sizeof *turns, compare_seconds);
    return turns[TURNS / 2];
}

static void compare(const struct work *w, const struct work *reference, const struct subject *s) {
    double own[TURNS], other[TURNS];
    for (int i = 0; i < TURNS; i++) {
        own[i] = take_turn(w, s);
        other[i] = take_turn(reference, s);
    }
    double a = median(own), b = median(other);
    printf("%-32s %6d %12.1f   %-22s %12.1f %8.2f\n", w->name, s->pages->pages.count, a * 1e6 / s->pages->pages.count, reference->name,
           b * 1e6 / s->pages->pages.count, a / b);
    fflush(stdout);
}

/* ---- the work */

static void set_pages(const struct subject *s, struct arena *a) {
    note_pages(a, s->note, s->fonts);
}

static void write_file(struct arena *a, struct faces *faces, const struct pages *pages) {
    struct buffer out = { .arena = a };
    struct error e = { 0 };
    if (!pdf_write(faces, pages, &out, &e))
        give_up(e.text);
}

static void write_pages(const struct subject *s, struct arena *a) {
    write_file(a, s->faces, s->pages);
}

static void set_and_write(const struct subject *s, struct arena *a) {
    struct pages pages = note_pages(a, s->note, s->fonts);
    write_file(a, s->faces, &pages);
}

/* As the first note after the start. */
static void open_and_write(const struct subject *s, struct arena *a) {
    struct faces faces = { 0 };
    write_file(a, &faces, s->pages);
    faces_close(&faces);
}

/* ---- the reference */

static cairo_status_t add_to_file(void *file, const unsigned char *data, unsigned size) {
    buffer_add_bytes(file, (const char *)data, size);
    return CAIRO_STATUS_SUCCESS;
}

static void put_run(cairo_t *cr, const struct subject *s, const struct text_style *style, const struct text_run *run, double x, double y) {
    static cairo_glyph_t glyphs[10000];
    struct error e = { 0 };
    cairo_font_face_t *face = faces_get(s->faces, s->fonts, run->font, &e);
    if (!face || run->glyph_count > 10000)
        give_up("a run cannot be drawn");
    for (int i = 0; i < run->glyph_count; i++)
        glyphs[i] = (cairo_glyph_t){ run->glyphs[i].id, x + (double)run->glyphs[i].x, y + (double)run->glyphs[i].y };
    cairo_set_font_face(cr, face);
    cairo_set_font_size(cr, (double)style->size);
    cairo_show_glyphs(cr, glyphs, run->glyph_count);
}

static void put_mark(cairo_t *cr, const struct subject *s, const struct page_mark *m) {
    for (int i = m->from; m->kind == PAGE_TEXT && i < m->to; i++) {
        const struct text_line *line = &m->text->lines[i];
        for (int r = 0; r < line->run_count; r++)
            put_run(cr, s, &m->text->style, &line->runs[r], (double)(m->x + line->x),
                    (double)(m->y + line->baseline - (float)m->from * m->text->style.line));
    }
}

static void show_glyphs(const struct subject *s, struct arena *a) {
    struct buffer out = { .arena = a };
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(add_to_file, &out, (double)PAGE_WIDTH, (double)PAGE_HEIGHT);
    cairo_t *cr = cairo_create(surface);
    for (int i = 0; i < s->pages->pages.count; i++) {
        for (int k = 0; k < s->pages->pages.items[i].marks.count; k++)
            put_mark(cr, s, &s->pages->pages.items[i].marks.items[k]);
        cairo_show_page(cr);
    }
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
        give_up("cairo writes no PDF");
    cairo_surface_destroy(surface);
}

static const struct work both = { "set and write a note", set_and_write }, setting = { "set it (note_pages)", set_pages },
                         writing = { "write it (pdf_write)", write_pages }, opening = { "write it, fonts opened anew", open_and_write },
                         first_page = { "write page one alone", write_pages }, glyphs_alone = { "cairo_show_glyphs", show_glyphs };

/* ---- what is written */

static const struct pack *read_pack(struct arena *a, const struct host *host) {
    struct problems problems = { .arena = a };
    struct pack_files files;
    struct error e = { 0 };
    if (!pack_files_load(host, a, SOURCE_DIR "/content", PACK_TO_WORK, &files, &e))
        give_up(e.text);
    const struct pack *pack = pack_read(a, files.items, files.count, &problems);
    if (problems.count)
        give_up(problem_line(a, &problems.items[0]));
    return pack;
}

static struct note make_note(struct arena *a, const struct pack *pack) {
    struct problems problems = { .arena = a };
    struct error e = { 0 };
    struct session *session = arena_alloc(a, 1, sizeof *session);
    struct stamp *stamp = arena_alloc(a, 1, sizeof *stamp);
    struct assessment *assessment = arena_alloc(a, 1, sizeof *assessment);
    if (!stamp_read(a, support_file(a, "tests/golden/stamp.json"), "stamp.json", stamp, &e))
        give_up(e.text);
    if (!session_read(a, pack, support_file(a, "tests/golden/adult/answers.json"), "answers.json", session, &problems))
        give_up(problem_line(a, &problems.items[0]));
    *assessment = assess(a, pack, session, stamp);
    return note_make(a, pack, session, assessment, note_receiver(session, assessment), &language_english, stamp);
}

int main(int count, char **arguments) {
    struct arena a = { 0 };
    struct host host = posix_host(&a, arguments[0]);
    struct font_set fonts = { 0 };
    struct faces faces = { 0 };
    struct error e = { 0 };
    (void)count;
    if (!resources_fonts(&host, &a, NULL, &fonts, &e))
        give_up(e.text);
    struct note note = make_note(&a, read_pack(&a, &host));
    struct pages pages = note_pages(&a, &note, &fonts), first = pages;
    struct subject s = { &note, &fonts, &pages, &faces };
    first.pages.count = 1;
    printf("%-32s %6s %12s   %-22s %12s %8s\n", "work", "pages", "us/page", "beside", "us/page", "times");
    compare(&both, &glyphs_alone, &s);
    compare(&setting, &glyphs_alone, &s);
    compare(&writing, &glyphs_alone, &s);
    compare(&opening, &glyphs_alone, &s);
    s.pages = &first;
    compare(&first_page, &glyphs_alone, &s);
    faces_close(&faces);
    font_close(&fonts);
    arena_free(&a);
    return 0;
}
