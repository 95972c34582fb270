/* Pages as a file and as a picture. What other readers get out of a file: tests/scripts/pdf.sh. */
#include "paper.h"

#include "page/layout.h"
#include "platform/page_draw.h"
#include "platform/pdf.h"

#include <cairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define SCALE 2 /* pixels of a picture per point */

struct fixture {
    struct arena fonts_arena, arena; /* of all tests; of one */
    struct font_set fonts;
    struct faces faces;
};

static const struct language english = { .code = "en", .tag = "en" }, arabic = { .code = "ar", .tag = "ar-XB", .right_to_left = true };

static int open_fonts(void **state) {
    static struct fixture f;
    paper_fonts(&f.fonts_arena, &f.fonts);
    *state = &f;
    return 0;
}

static int close_fonts(void **state) {
    struct fixture *f = *state;
    font_close(&f->fonts);
    arena_free(&f->fonts_arena);
    return 0;
}

static int clean(void **state) {
    struct fixture *f = *state;
    faces_close(&f->faces);
    arena_free(&f->arena);
    return 0;
}

/* ---- pages to write */

static void add_words(struct layout *l, const char *text) {
    layout_open(l, "Sect");
    layout_words(l, "H2", PAGE_HEADING, "Heading");
    layout_words(l, "P", PAGE_BODY, text);
    layout_close(l, "Sect");
}

static struct pages pages_of(struct fixture *f, const struct font_set *fonts, const struct language *language, const char *title,
                             const char *text) {
    struct pages pages = { .fonts = fonts, .language = language, .title = title, .created = "2026-01-02T10:00:00+01:00" };
    struct layout l = layout_begin(&f->arena, &pages);
    layout_open(&l, "Document");
    layout_words(&l, "H1", PAGE_TITLE, "Note");
    add_words(&l, text);
    layout_close(&l, "Document");
    layout_end(&l, &(struct page_edges){ .foot = "Foot", .foot_end = "Page {page} of {pages}" });
    return pages;
}

static struct bytes write_with(struct fixture *f, struct faces *faces, const struct pages *pages) {
    struct buffer out = { .arena = &f->arena };
    struct error e = { 0 };
    if (!pdf_write(faces, pages, &out, &e))
        fail_msg("%s", e.text);
    return buffer_bytes(&out);
}

static struct bytes file_of(struct fixture *f, const struct language *language, const char *title, const char *text) {
    struct pages pages = pages_of(f, &f->fonts, language, title, text);
    return write_with(f, &f->faces, &pages);
}

/* So many words that they need some pages. */
static const char *many_words(struct fixture *f) {
    struct buffer b = { .arena = &f->arena };
    for (int i = 0; i < 1500; i++)
        buffer_printf(&b, "word %d, ", i);
    return buffer_text(&b);
}

/* ---- reading files */

static int count_of(struct bytes file, const char *what) {
    size_t size = strlen(what);
    int count = 0;
    for (size_t i = 0; i + size <= file.size; i++)
        count += !memcmp(file.data + i, what, size);
    return count;
}

/* Where it stands last; fails if it is not there. */
static const char *last_of(struct bytes file, const char *what) {
    size_t size = strlen(what);
    for (size_t i = file.size - size + 1; i-- > 0;)
        if (!memcmp(file.data + i, what, size))
            return file.data + i;
    fail_msg("not in the file: %s", what);
    return NULL;
}

static long number_after(const char *at, const char *key) {
    at = strstr(at, key);
    assert_non_null(at);
    return strtol(at + strlen(key), NULL, 10);
}

static const char *at_offset(struct bytes file, long offset) {
    assert_true(offset > 0 && (size_t)offset < file.size);
    return file.data + offset;
}

static bool begins_with(const char *text, const char *begin) {
    return !strncmp(text, begin, strlen(begin));
}

/* An object of the last table of references, found as a reader finds it. */
static const char *object_of(struct fixture *f, struct bytes file, long number) {
    const char *table = at_offset(file, number_after(last_of(file, "startxref"), "startxref\n"));
    const char *entry = strstr(table, arena_printf(&f->arena, "\n%ld 1\n", number));
    assert_non_null(entry);
    const char *object = at_offset(file, strtol(strchr(entry + 1, '\n'), NULL, 10));
    assert_true(begins_with(object, arena_printf(&f->arena, "%ld 0 obj", number)));
    return arena_copy(&f->arena, object, (size_t)(strstr(object, "endobj") - object));
}

static const char *catalog_of(struct fixture *f, struct bytes file) {
    return object_of(f, file, number_after(last_of(file, "trailer"), "/Root "));
}

static const char *metadata_of(struct fixture *f, struct bytes file) {
    return object_of(f, file, number_after(catalog_of(f, file), "/Metadata "));
}

/* The contents of the file as plain text. */
static struct bytes unpacked(struct fixture *f, struct bytes file) {
    struct buffer b = { .arena = &f->arena };
    char path[] = "/tmp/pdf_test-XXXXXX", part[4096];
    int handle = mkstemp(path);
    assert_true(handle >= 0);
    FILE *packed = fdopen(handle, "wb");
    assert_int_equal(fwrite(file.data, 1, file.size, packed), file.size);
    assert_int_equal(fclose(packed), 0);
    FILE *plain = popen(arena_printf(&f->arena, "qpdf --qdf %s -", path), "r");
    assert_non_null(plain);
    for (size_t got; (got = fread(part, 1, sizeof part, plain)) > 0;)
        buffer_add_bytes(&b, part, got);
    assert_int_equal(pclose(plain), 0);
    unlink(path);
    return buffer_bytes(&b);
}

/* ---- the file */

static void the_same_pages_give_the_same_bytes(void **state) {
    struct fixture *f = *state;
    struct faces others = { 0 };
    struct pages pages = pages_of(f, &f->fonts, &english, "7K-M2Q9", many_words(f));
    struct pages arabic_pages = pages_of(f, &f->fonts, &arabic, "7K-M2Q9", "رقم (7) and (a)");
    struct bytes first = write_with(f, &f->faces, &pages);
    /* Faces that have drawn something else meanwhile, and fresh ones. */
    write_with(f, &f->faces, &arabic_pages);
    struct bytes again = write_with(f, &f->faces, &pages), fresh = write_with(f, &others, &pages);
    faces_close(&others);
    assert_int_equal(first.size, again.size);
    assert_memory_equal(first.data, again.data, first.size);
    assert_int_equal(first.size, fresh.size);
    assert_memory_equal(first.data, fresh.data, first.size);
}

static void the_file_ends_with_a_second_table_of_references(void **state) {
    struct fixture *f = *state;
    struct bytes file = file_of(f, &english, "7K-M2Q9", many_words(f));
    const char *trailer = last_of(file, "trailer");
    assert_int_equal(count_of(file, "%%EOF"), 2);
    assert_string_equal(file.data + file.size - 6, "%%EOF\n");
    assert_true(begins_with(at_offset(file, number_after(last_of(file, "startxref"), "startxref\n")), "xref\n"));
    assert_true(begins_with(at_offset(file, number_after(trailer, "/Prev ")), "xref\n"));
    /* One number more than before: the metadata. */
    assert_int_equal(number_after(trailer, "/Size "), number_after(catalog_of(f, file), "/Metadata ") + 1);
}

static void the_catalog_says_language_metadata_and_whose_title_shows(void **state) {
    struct fixture *f = *state;
    struct bytes file = file_of(f, &english, "7K-M2Q9", "words");
    const char *catalog = catalog_of(f, file), *metadata = metadata_of(f, file);
    assert_non_null(strstr(catalog, "/Type /Catalog"));
    assert_non_null(strstr(catalog, "/StructTreeRoot"));
    assert_non_null(strstr(catalog, "/Lang (en)"));
    assert_non_null(strstr(catalog, "/DisplayDocTitle true"));
    assert_null(strstr(catalog, "/Direction"));
    assert_non_null(strstr(metadata, "/Subtype /XML"));
    assert_non_null(strstr(metadata, "<rdf:li>en</rdf:li>"));
    assert_non_null(strstr(metadata, "<xmp:CreateDate>2026-01-02T10:00:00+01:00<"));
}

static void pages_from_right_to_left_say_so(void **state) {
    struct fixture *f = *state;
    const char *catalog = catalog_of(f, file_of(f, &arabic, "7K-M2Q9", "كلمات"));
    assert_non_null(strstr(catalog, "/Lang (ar-XB)"));
    assert_non_null(strstr(catalog, "/Direction /R2L"));
}

/* Readers stop at such a text, or do not know it. The fonts here have no Hebrew, Devanagari or Chinese. */
static void words_need_no_second_text_beside_their_glyphs(void **state) {
    static const char *const texts[] = {
        "ffi fl offices, fjord. Waffle, office, final flight",
        "Τα ψάρια φεύγουν. Ελληνικά (7)",
        "Лицето не може да си върне паспорта. (7)",
        "one\ntwo  three \n\nfour",
        "caf\xC3\xA9 cafe\xCC\x81 q\xCC\x83",
        "Straße\xC2\xADn\xC2\xAD"
        "bahn, 10\xC2\xA0"
        "000\xE2\x80\xAF€",
        "رقم (7) نمی\xE2\x80\x8Cدارد لا (a)",
        "שם (לוי) 7, 王小明 住在 北京, कोई व्यक्ति, 👩\xE2\x80\x8D👧",
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct buffer wrapped = { .arena = &f->arena };
        for (int k = 0; k < 10; k++)
            buffer_printf(&wrapped, "%s ", texts[i]);
        struct bytes plain = unpacked(f, file_of(f, &english, "7K-M2Q9", buffer_text(&wrapped)));
        assert_true(count_of(plain, "BDC") >= 3);
        assert_int_equal(count_of(plain, "/ActualText"), 0);
        assert_int_equal(count_of(plain, " re W n"), 0); /* nothing is cut off */
    }
}

/* ---- the title */

static const char *skip_to(const char *at, const char *what) {
    at = strstr(at, what);
    assert_non_null(at);
    return at + strlen(what);
}

/* Every element is ended, and no sign of XML stands alone in a text. */
static void is_well_formed(struct fixture *f, const char *xml) {
    const char *open[16];
    int depth = 0;
    for (const char *at = xml; *at;) {
        if (*at == '&')
            assert_true(begins_with(at, "&amp;") || begins_with(at, "&lt;") || begins_with(at, "&gt;") || begins_with(at, "&quot;"));
        if (*at++ != '<')
            continue;
        const char *end = strchr(at, '>');
        assert_non_null(end);
        const char *name = arena_copy(&f->arena, at, strcspn(at, " >"));
        at = end + 1;
        if (*name == '/') {
            assert_true(depth > 0);
            assert_string_equal(name + 1, open[--depth]);
        } else if (*name != '?') {
            assert_true(depth < 16 && strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ:") == strlen(name));
            open[depth++] = name;
        }
    }
    assert_int_equal(depth, 0);
}

static void a_title_with_signs_of_xml_is_escaped(void **state) {
    struct fixture *f = *state;
    const char *metadata = metadata_of(f, file_of(f, &english, "A & B <i> &lt; \"C\"", "words"));
    const char *begin = skip_to(metadata, "stream\n"), *end = strstr(begin, "\nendstream");
    assert_non_null(end);
    assert_int_equal(number_after(metadata, "/Length "), end - begin);
    const char *xml = arena_copy(&f->arena, begin, (size_t)(end - begin));
    is_well_formed(f, xml);
    assert_true(begins_with(skip_to(xml, "\"x-default\">"), "A &amp; B &lt;i&gt; &amp;lt; &quot;C&quot;</rdf:li>"));
}

/* ---- fonts that are damaged */

/* The real font with the name of one of its tables spoilt; the names stay in their order. */
static void add_damaged(struct fixture *f, struct font_set *set, const char *table) {
    struct error e = { 0 };
    struct bytes file = support_file(&f->arena, BUILD_DIR "/fonts/NotoSans-Regular.ttf");
    char *copy = arena_copy(&f->arena, file.data, file.size);
    for (size_t i = 0; i < 400; i++)
        if (!memcmp(copy + i, table, 4))
            copy[i + 3]++;
    assert_true(font_add(set, (struct bytes){ copy, file.size }, "Damaged.ttf", false, &e));
}

static void a_damaged_font_is_named(void **state) {
    static const char *const tables[] = { "loca", "hhea", "hmtx" };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        struct font_set set = { 0 };
        struct faces faces = { 0 };
        struct buffer out = { .arena = &f->arena };
        struct error e = { 0 };
        add_damaged(f, &set, tables[i]);
        struct pages pages = pages_of(f, &set, &english, "7K-M2Q9", "words");
        assert_false(pdf_write(&faces, &pages, &out, &e));
        assert_int_equal(e.kind, ERROR_INPUT);
        assert_non_null(strstr(e.text, "Damaged.ttf"));
        faces_close(&faces);
        font_close(&set);
    }
}

/* What a full disk leaves of a file while it is copied. */
static void a_font_that_was_cut_short_is_named(void **state) {
    struct fixture *f = *state;
    struct bytes file = support_file(&f->arena, BUILD_DIR "/fonts/NotoSans-Regular.ttf");
    for (size_t percent = 1; percent < 100; percent += 7) {
        struct font_set set = { 0 };
        struct faces faces = { 0 };
        struct buffer out = { .arena = &f->arena };
        struct error e = { 0 };
        if (font_add(&set, (struct bytes){ file.data, file.size * percent / 100 }, "Cut.ttf", false, &e)) {
            struct pages pages = pages_of(f, &set, &english, "7K-M2Q9", "words");
            if (pdf_write(&faces, &pages, &out, &e))
                fail_msg("%d %% of a font were taken for a whole one", (int)percent);
        }
        assert_non_null(strstr(e.text, "Cut.ttf"));
        faces_close(&faces);
        font_close(&set);
    }
}

/* ---- the picture */

struct picture {
    cairo_surface_t *surface;
    const unsigned char *data;
    int stride;
};

static struct picture show_page(struct fixture *f, const struct pages *pages, int page) {
    struct picture p = { .surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)PAGE_WIDTH * SCALE, (int)PAGE_HEIGHT * SCALE) };
    struct error e = { 0 };
    cairo_t *cr = cairo_create(p.surface);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_scale(cr, SCALE, SCALE);
    if (!page_draw(cr, &f->faces, pages, page, &e))
        fail_msg("%s", e.text);
    cairo_destroy(cr);
    cairo_surface_flush(p.surface);
    p.data = cairo_image_surface_get_data(p.surface);
    p.stride = cairo_image_surface_get_stride(p.surface);
    return p;
}

/* 0 is black; the colours are all greys. */
static int grey(const struct picture *p, int x, int y) {
    return p->data[y * p->stride + x * 4];
}

/* The darkest grey in a box of points, edges included. */
static int darkest(const struct picture *p, float x, float y, float w, float h) {
    int out = 255;
    for (int row = (int)(y * SCALE); row < (int)((y + h) * SCALE); row++)
        for (int column = (int)(x * SCALE); column < (int)((x + w) * SCALE); column++)
            out = grey(p, column, row) < out ? grey(p, column, row) : out;
    return out;
}

static bool covers(const struct page_mark *m, float x, float y) {
    return x > m->x - 1 && x < m->x + m->w + 1 && y > m->y - 1 && y < m->y + m->h + 1;
}

static bool is_in_a_mark(const struct page *page, int x, int y) {
    for (int i = 0; i < page->marks.count; i++)
        if (covers(&page->marks.items[i], ((float)x + 0.5f) / SCALE, ((float)y + 0.5f) / SCALE))
            return true;
    return false;
}

static void no_ink_outside_the_marks(const struct picture *p, const struct page *page) {
    for (int y = 0; y < (int)PAGE_HEIGHT * SCALE; y++)
        for (int x = 0; x < (int)PAGE_WIDTH * SCALE; x++)
            if (grey(p, x, y) < 255 && !is_in_a_mark(page, x, y))
                fail_msg("ink at %d,%d", x, y);
}

static void each_line_has_ink(const struct picture *p, const struct page_mark *m) {
    for (int i = m->from; i < m->to; i++) {
        const struct text_line *line = &m->text->lines[i];
        float y = m->y + (float)(i - m->from) * m->text->style.line;
        if (darkest(p, m->x + line->x, y, line->width, m->text->style.line) > 150)
            fail_msg("line %d has no ink: %.60s", i, m->text->text + line->from);
    }
}

static void ink_is_where_the_marks_say_and_nowhere_else(void **state) {
    struct fixture *f = *state;
    for (int way = 0; way < 2; way++) {
        struct pages pages = pages_of(f, &f->fonts, way ? &arabic : &english, "7K-M2Q9", way ? "رقم (7) and (a)" : many_words(f));
        for (int i = 0; i < pages.pages.count; i++) {
            const struct page *page = &pages.pages.items[i];
            struct picture p = show_page(f, &pages, i);
            for (int k = 0; k < page->marks.count; k++)
                if (page->marks.items[k].kind == PAGE_TEXT)
                    each_line_has_ink(&p, &page->marks.items[k]);
            no_ink_outside_the_marks(&p, page);
            cairo_surface_destroy(p.surface);
        }
    }
}

/* The left and right half of a line tell whether words stand where their carets do. */
static void a_word_stands_between_its_carets(void **state) {
    struct fixture *f = *state;
    const char *text = "left                              right";
    struct pages pages = pages_of(f, &f->fonts, &english, "7K-M2Q9", text);
    struct picture p = show_page(f, &pages, 0);
    for (int i = 0; i < pages.pages.items[0].marks.count; i++) {
        const struct page_mark *m = &pages.pages.items[0].marks.items[i];
        if (m->kind != PAGE_TEXT || m->text->text != text)
            continue;
        float end_of_left = paragraph_caret(m->text, 4).x, begin_of_right = paragraph_caret(m->text, (int)strlen(text) - 5).x;
        assert_true(darkest(&p, m->x, m->y, end_of_left, m->h) < 100);
        assert_int_equal(darkest(&p, m->x + end_of_left + 1, m->y, begin_of_right - end_of_left - 2, m->h), 255);
        assert_true(darkest(&p, m->x + begin_of_right, m->y, 10, m->h) < 100);
    }
    cairo_surface_destroy(p.surface);
}

static void boxes_are_filled_or_have_their_edge_inside(void **state) {
    struct fixture *f = *state;
    struct page_mark marks[] = { { .kind = PAGE_BOX, .x = 50, .y = 50, .w = 40, .h = 20 },
                                 { .kind = PAGE_BOX, .x = 50, .y = 100, .w = 40, .h = 20, .edge = 1 } };
    struct page page = { .marks = { marks, 2 } };
    struct pages pages = { .fonts = &f->fonts, .language = &english, .pages = { &page, 1 } };
    struct picture p = show_page(f, &pages, 0);
    assert_int_equal(grey(&p, 70 * SCALE, 60 * SCALE), 0);
    assert_int_equal(grey(&p, 70 * SCALE, 110 * SCALE), 255);
    assert_int_equal(grey(&p, 50 * SCALE, 110 * SCALE), 0);
    assert_int_equal(grey(&p, 50 * SCALE - 1, 110 * SCALE), 255);
    assert_int_equal(grey(&p, 90 * SCALE - 1, 110 * SCALE), 0);
    assert_int_equal(grey(&p, 90 * SCALE, 110 * SCALE), 255);
    cairo_surface_destroy(p.surface);
}

static void quiet_words_are_grey_and_dark_enough_for_any_printer(void **state) {
    struct fixture *f = *state;
    struct pages pages = pages_of(f, &f->fonts, &english, "7K-M2Q9", "words");
    struct picture p = show_page(f, &pages, 0);
    for (int i = 0; i < pages.pages.items[0].marks.count; i++) {
        const struct page_mark *m = &pages.pages.items[0].marks.items[i];
        if (m->kind == PAGE_TEXT)
            assert_in_range(darkest(&p, m->x, m->y, m->w, m->h), m->quiet ? 40 : 0, m->quiet ? 110 : 40);
    }
    cairo_surface_destroy(p.surface);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(the_same_pages_give_the_same_bytes, clean),
        cmocka_unit_test_teardown(the_file_ends_with_a_second_table_of_references, clean),
        cmocka_unit_test_teardown(the_catalog_says_language_metadata_and_whose_title_shows, clean),
        cmocka_unit_test_teardown(pages_from_right_to_left_say_so, clean),
        cmocka_unit_test_teardown(words_need_no_second_text_beside_their_glyphs, clean),
        cmocka_unit_test_teardown(a_title_with_signs_of_xml_is_escaped, clean),
        cmocka_unit_test_teardown(a_damaged_font_is_named, clean),
        cmocka_unit_test_teardown(a_font_that_was_cut_short_is_named, clean),
        cmocka_unit_test_teardown(ink_is_where_the_marks_say_and_nowhere_else, clean),
        cmocka_unit_test_teardown(a_word_stands_between_its_carets, clean),
        cmocka_unit_test_teardown(boxes_are_filled_or_have_their_edge_inside, clean),
        cmocka_unit_test_teardown(quiet_words_are_grey_and_dark_enough_for_any_printer, clean),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
