/* Pixels of pictures, without a window. */
#include "support.h"

#include "platform/painter.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define FONTS 12

struct fixture {
    struct arena fonts_arena, arena; /* of all tests; of one */
    struct font_set fonts;
    struct painter painter;
    struct picture picture;
    struct draw draws[600];
    struct pixels pixels;
};

static const char *const font_files[FONTS] = {
    "NotoSans-Regular.ttf",         "NotoSans-Bold.ttf",         "NotoNaskhArabic-Regular.ttf",    "NotoNaskhArabic-Bold.ttf",
    "NotoSansEthiopic-Regular.ttf", "NotoSansEthiopic-Bold.ttf", "NotoSansDevanagari-Regular.ttf", "NotoSansDevanagari-Bold.ttf",
    "NotoSansBengali-Regular.ttf",  "NotoSansBengali-Bold.ttf",  "NotoSansArmenian-Regular.ttf",   "NotoSansGeorgian-Regular.ttf",
};

static int open_fonts(void **state) {
    struct fixture *f = calloc(1, sizeof *f);
    struct error e = { 0 };
    for (int i = 0; i < FONTS; i++) {
        struct bytes file = support_file(&f->fonts_arena, arena_printf(&f->fonts_arena, "%s/fonts/%s", BUILD_DIR, font_files[i]));
        assert_true(font_add(&f->fonts, file, font_files[i], strstr(font_files[i], "Bold") != NULL, &e));
    }
    *state = f;
    return 0;
}

static int close_fonts(void **state) {
    struct fixture *f = *state;
    font_close(&f->fonts);
    arena_free(&f->fonts_arena);
    free(f);
    return 0;
}

static int clean(void **state) {
    struct fixture *f = *state;
    painter_close(&f->painter);
    arena_free(&f->arena);
    return 0;
}

static void begin(struct fixture *f, float width, float height, float scale) {
    f->picture = (struct picture){ .width = width, .height = height, .scale = scale, .draws = f->draws, .fonts = &f->fonts };
    painter_size(&f->picture, &f->pixels.width, &f->pixels.height);
    f->pixels.stride = f->pixels.width * 4;
    f->pixels.data = arena_alloc(&f->arena, (size_t)f->pixels.width * (size_t)f->pixels.height, 4);
}

static void add(struct fixture *f, struct draw d) {
    f->draws[f->picture.draw_count++] = d;
}

static void paint(struct fixture *f) {
    struct error e = { 0 };
    if (!painter_paint(&f->painter, &f->picture, f->pixels, &e))
        fail_msg("%s", e.text);
}

static uint32_t pixel(const struct fixture *f, int x, int y) {
    return f->pixels.data[y * f->pixels.width + x] & 0xFFFFFF;
}

static void pixel_is(const struct fixture *f, int x, int y, enum paint paint) {
    if (pixel(f, x, y) != theme_colour(THEME_LIGHT, paint))
        fail_msg("%d,%d is %06x, expected %s", x, y, (unsigned)pixel(f, x, y), theme_paint_name(paint));
}

static const struct paragraph *lay_out(struct fixture *f, const char *text, float size, float width, bool right_to_left) {
    struct paragraph *p = arena_alloc(&f->arena, 1, sizeof *p);
    struct paragraph_options o = { .style = { size, size * 1.5f, false }, .width = width, .right_to_left = right_to_left };
    *p = paragraph_make(&f->arena, &f->fonts, text, &o);
    return p;
}

static struct draw text_at(const struct paragraph *p, float x, float y, float width, float scale) {
    return (
        struct draw){ .kind = DRAW_TEXT, .box = { x, y, width, p->height / scale }, .paint = PAINT_TEXT, .text = p, .to = p->line_count };
}

/* ---- boxes */

static void a_plain_box_covers_its_pixels_and_no_others(void **state) {
    struct fixture *f = *state;
    begin(f, 40, 30, 1);
    add(f, (struct draw){ .kind = DRAW_BOX, .box = { 10, 5, 20, 10 }, .filled = true, .paint = PAINT_ACCENT });
    paint(f);
    pixel_is(f, 10, 5, PAINT_ACCENT);
    pixel_is(f, 29, 14, PAINT_ACCENT);
    pixel_is(f, 9, 5, PAINT_PAGE);
    pixel_is(f, 10, 4, PAINT_PAGE);
    pixel_is(f, 30, 14, PAINT_PAGE);
    pixel_is(f, 29, 15, PAINT_PAGE);
}

static void an_edge_is_inside_its_box(void **state) {
    static const float radii[] = { 0, 8 };
    struct fixture *f = *state;
    for (int i = 0; i < 2; i++) {
        begin(f, 60, 60, 1);
        add(f, (struct draw){ .kind = DRAW_BOX,
                              .box = { 10, 10, 40, 40 },
                              .filled = true,
                              .paint = PAINT_SURFACE,
                              .edge = 2,
                              .edge_paint = PAINT_EDGE,
                              .radius = radii[i],
                              .corners = CORNERS });
        paint(f);
        pixel_is(f, 30, 9, PAINT_PAGE);
        pixel_is(f, 30, 10, PAINT_EDGE);
        pixel_is(f, 30, 11, PAINT_EDGE);
        pixel_is(f, 30, 12, PAINT_SURFACE);
        pixel_is(f, 49, 30, PAINT_EDGE);
        pixel_is(f, 48, 30, PAINT_EDGE);
        pixel_is(f, 47, 30, PAINT_SURFACE);
        pixel_is(f, 50, 30, PAINT_PAGE);
        pixel_is(f, 10, 10, radii[i] > 0 ? PAINT_PAGE : PAINT_EDGE);
    }
}

static void only_the_corners_named_are_round(void **state) {
    static const struct {
        unsigned corner;
        int x, y;
    } corners[] = {
        { CORNER_TOP_LEFT, 10, 10 }, { CORNER_TOP_RIGHT, 49, 10 }, { CORNER_BOTTOM_LEFT, 10, 49 }, { CORNER_BOTTOM_RIGHT, 49, 49 }
    };
    struct fixture *f = *state;
    for (int i = 0; i < 4; i++) {
        begin(f, 60, 60, 1);
        add(f, (struct draw){ .kind = DRAW_BOX,
                              .box = { 10, 10, 40, 40 },
                              .filled = true,
                              .paint = PAINT_ACCENT,
                              .radius = 8,
                              .corners = corners[i].corner });
        paint(f);
        for (int k = 0; k < 4; k++)
            pixel_is(f, corners[k].x, corners[k].y, k == i ? PAINT_PAGE : PAINT_ACCENT);
    }
}

static void hair_lines_stay_whole_pixels_at_every_scale(void **state) {
    static const float scales[] = { 1, 1.25f, 1.5f, 2, 3 };
    struct fixture *f = *state;
    for (size_t s = 0; s < sizeof scales / sizeof *scales; s++)
        for (float y = 3; y < 20; y += 1.3f) {
            int lines = 0;
            begin(f, 10, 30, scales[s]);
            add(f, (struct draw){ .kind = DRAW_BOX, .box = { 0, y, 10, 1 }, .filled = true, .paint = PAINT_HAIRLINE });
            paint(f);
            for (int row = 0; row < f->pixels.height; row++) {
                uint32_t c = pixel(f, 4, row);
                lines += c == theme_colour(THEME_LIGHT, PAINT_HAIRLINE);
                assert_true(c == theme_colour(THEME_LIGHT, PAINT_HAIRLINE) || c == theme_colour(THEME_LIGHT, PAINT_PAGE));
            }
            assert_true(lines >= 1 && lines <= (int)scales[s] + 1);
        }
}

static void a_dashed_edge_has_gaps(void **state) {
    struct fixture *f = *state;
    int dashes = 0;
    begin(f, 100, 60, 1);
    add(f, (struct draw){ .kind = DRAW_BOX, .box = { 10, 10, 80, 40 }, .edge = 2, .edge_paint = PAINT_EDGE, .dashed = true });
    paint(f);
    for (int x = 11; x < 89; x++)
        dashes += pixel(f, x, 10) == theme_colour(THEME_LIGHT, PAINT_PAGE) && pixel(f, x - 1, 10) != theme_colour(THEME_LIGHT, PAINT_PAGE);
    assert_true(dashes > 5);
    pixel_is(f, 50, 30, PAINT_PAGE);
}

static void what_lies_outside_the_window_is_left_out(void **state) {
    struct fixture *f = *state;
    const struct paragraph *p = lay_out(f, "outside", 18, 0, false);
    begin(f, 20, 20, 1);
    add(f, (struct draw){ .kind = DRAW_BOX, .box = { -50, -50, 500, 500 }, .filled = true, .paint = PAINT_SURFACE, .edge = 2 });
    add(f, (struct draw){ .kind = DRAW_ICON, .box = { 15, 15, 24, 24 }, .icon = ICON_HELP });
    add(f, text_at(p, -30, -8, 100, 1));
    add(f, text_at(p, 300, 300, 100, 1));
    paint(f);
    pixel_is(f, 0, 19, PAINT_SURFACE);
}

/* ---- icons */

static int inked(const struct fixture *f, int from, int to) {
    int count = 0;
    for (int y = 0; y < f->pixels.height; y++)
        for (int x = from; x < to; x++)
            count += pixel(f, x, y) != theme_colour(THEME_LIGHT, PAINT_PAGE);
    return count;
}

static void every_icon_leaves_ink_in_its_box(void **state) {
    struct fixture *f = *state;
    for (int icon = ICON_NONE + 1; icon < ICON_COUNT; icon++) {
        begin(f, 72, 24, 2);
        add(f, (struct draw){ .kind = DRAW_ICON, .box = { 24, 0, 24, 24 }, .icon = (enum icon)icon, .paint = PAINT_TEXT });
        paint(f);
        if (inked(f, 48, 96) < 40 || inked(f, 0, 48) || inked(f, 96, 144))
            fail_msg("%s: %d pixels, %d before, %d behind", icon_name((enum icon)icon), inked(f, 48, 96), inked(f, 0, 48),
                     inked(f, 96, 144));
    }
}

static void a_mirrored_icon_is_the_same_from_the_other_side(void **state) {
    struct fixture *f = *state;
    begin(f, 48, 24, 1);
    add(f, (struct draw){ .kind = DRAW_ICON, .box = { 0, 0, 24, 24 }, .icon = ICON_SPEAK, .paint = PAINT_TEXT });
    add(f, (struct draw){ .kind = DRAW_ICON, .box = { 24, 0, 24, 24 }, .icon = ICON_SPEAK, .paint = PAINT_TEXT, .mirrored = true });
    paint(f);
    for (int y = 0; y < 24; y++)
        for (int x = 0; x < 24; x++)
            assert_true(abs((int)(pixel(f, x, y) & 255) - (int)(pixel(f, 47 - x, y) & 255)) < 8);
}

static void the_tick_of_noted_is_cut_out(void **state) {
    struct fixture *f = *state;
    begin(f, 24, 24, 4);
    add(f, (struct draw){ .kind = DRAW_ICON, .box = { 0, 0, 24, 24 }, .icon = ICON_NOTED, .paint = PAINT_ACCENT, .behind = PAINT_SURFACE });
    paint(f);
    pixel_is(f, 20, 20, PAINT_ACCENT);
    pixel_is(f, 42, 62, PAINT_SURFACE); /* where the tick turns */
}

/* ---- texts */

static const struct {
    const char *name, *text;
    bool right_to_left;
} samples[] = {
    { "Latin", "Someone else keeps the passport, and the person cannot get it back.", false },
    { "Greek", "Το πρόσωπο δεν μπορεί να πάρει πίσω το διαβατήριό του.", false },
    { "Cyrillic", "Лицето не може да си върне паспорта.", false },
    { "Vietnamese", "Người khác giữ hộ chiếu của người này.", false },
    { "Arabic", "شخص آخر يحتفظ بجواز السفر رقم 112 (A-7).", true },
    { "Ethiopic", "ሌላ ሰው የሰውየውን ፓስፖርት ይይዛል።", false },
    { "Devanagari", "कोई और व्यक्ति का पासपोर्ट रखता है।", false },
    { "mixed", "Call Ana \xE2\x80\x94 المحطة 12, room 3.", false },
};
#define SAMPLES (sizeof samples / sizeof *samples)

/* Where ink must be: a glyph may reach beyond its advance on either side. */
static void ink_of_line(const struct fixture *f, const struct paragraph *p, const struct text_line *line, float *left, float *right) {
    *left = 10000;
    *right = -10000;
    for (int r = 0; r < line->run_count; r++)
        for (int g = 0; g < line->runs[r].glyph_count; g++) {
            const struct font *font = &f->fonts.fonts[line->runs[r].font];
            const struct glyph *glyph = &line->runs[r].glyphs[g];
            hb_glyph_extents_t box;
            if (!hb_font_get_glyph_extents(font->font, glyph->id, &box) || box.width == 0)
                continue;
            float x = line->x + glyph->x + (float)box.x_bearing * p->style.size / font->units;
            float end = x + (float)box.width * p->style.size / font->units;
            *left = x < *left ? x : *left;
            *right = end > *right ? end : *right;
        }
}

static void columns_of_ink(const struct fixture *f, int top, int bottom, int *first, int *last) {
    *first = f->pixels.width;
    *last = -1;
    for (int y = top; y < bottom; y++)
        for (int x = 0; x < f->pixels.width; x++)
            if (pixel(f, x, y) != theme_colour(THEME_LIGHT, PAINT_PAGE)) {
                *first = x < *first ? x : *first;
                *last = x > *last ? x : *last;
            }
}

static void texts_stand_where_they_were_laid_out(void **state) {
    static const float sizes[] = { 16, 18, 23, 28, 40 };
    struct fixture *f = *state;
    for (size_t i = 0; i < SAMPLES; i++)
        for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
            const struct paragraph *p = lay_out(f, samples[i].text, sizes[s], 300, samples[i].right_to_left);
            for (int l = 0; l < p->line_count; l++) {
                float left, right;
                int first, last;
                struct draw d = text_at(p, 50, 20, 300, 1);
                d.from = l;
                d.to = l + 1;
                begin(f, 500, 120, 1);
                add(f, d);
                paint(f);
                ink_of_line(f, p, &p->lines[l], &left, &right);
                columns_of_ink(f, 0, f->pixels.height, &first, &last);
                if ((float)first < 50 + left - 2 || (float)first > 50 + left + 2 || (float)last > 50 + right + 1
                    || (float)last < 50 + right - 3)
                    fail_msg("%s at %g, line %d: ink from %d to %d, expected %g to %g", samples[i].name, (double)sizes[s], l, first, last,
                             (double)(50 + left), (double)(50 + right));
            }
        }
}

static void a_line_stands_at_the_top_of_its_box(void **state) {
    struct fixture *f = *state;
    const struct paragraph *p = lay_out(f, "one two three four five six seven", 20, 120, false);
    assert_true(p->line_count >= 3);
    for (int l = 0; l < p->line_count; l++) {
        int first, last;
        struct draw d = text_at(p, 10, 40, 120, 1);
        d.from = l;
        d.to = l + 1;
        begin(f, 200, 120, 1);
        add(f, d);
        paint(f);
        columns_of_ink(f, 0, 40, &first, &last);
        assert_int_equal(last, -1);
        columns_of_ink(f, 40, 70, &first, &last);
        assert_true(last > first);
        columns_of_ink(f, 70, 120, &first, &last);
        assert_int_equal(last, -1);
    }
}

static void the_same_picture_gives_the_same_pixels(void **state) {
    struct fixture *f = *state;
    begin(f, 400, 300, 1.5f);
    for (size_t i = 0; i < SAMPLES; i++)
        add(f, text_at(lay_out(f, samples[i].text, 27, 570, samples[i].right_to_left), 10, 5 + 36 * (float)i, 380, 1.5f));
    add(f, (struct draw){ .kind = DRAW_ICON, .box = { 5, 260, 24, 24 }, .icon = ICON_CARE, .paint = PAINT_TEXT });
    paint(f);
    size_t size = (size_t)f->pixels.stride * (size_t)f->pixels.height;
    char *once = arena_copy(&f->arena, (const char *)f->pixels.data, size);
    paint(f);
    assert_memory_equal(once, f->pixels.data, size);
    painter_close(&f->painter);
    paint(f);
    assert_memory_equal(once, f->pixels.data, size);
}

/* ---- what is kept */

static void ten_thousand_texts_stay_within_the_budget(void **state) {
    struct fixture *f = *state;
    begin(f, 600, 40, 1);
    for (int i = 0; i < 10000; i++) {
        struct arena scratch = f->arena;
        f->arena = (struct arena){ 0 };
        f->picture.draw_count = 0;
        add(f, text_at(lay_out(f, arena_printf(&f->arena, "text number %d of ten thousand", i), 18, 0, false), 0, 0, 600, 1));
        paint(f);
        arena_free(&f->arena);
        f->arena = scratch;
        assert_true(f->painter.raster.kept_bytes <= RASTER_BUDGET);
    }
    assert_true(f->painter.raster.kept_bytes > RASTER_BUDGET / 2);
    assert_true(f->painter.raster.kept_count < 10000);
}

static void forgetting_leaves_nothing(void **state) {
    struct fixture *f = *state;
    begin(f, 400, 100, 1);
    add(f, text_at(lay_out(f, samples[7].text, 20, 0, false), 10, 10, 380, 1));
    paint(f);
    assert_true(f->painter.raster.kept_count >= 3 && f->painter.raster.kept_bytes > 0);
    painter_forget(&f->painter);
    assert_int_equal(f->painter.raster.kept_count, 0);
    assert_int_equal(f->painter.raster.kept_bytes, 0);
    assert_null(f->painter.raster.newest);
    paint(f);
    assert_true(inked(f, 0, f->pixels.width) > 100);
}

static void a_colour_of_its_own_is_another_image(void **state) {
    struct fixture *f = *state;
    const struct paragraph *p = lay_out(f, "III", 30, 0, false);
    struct draw other = text_at(p, 60, 0, 60, 1);
    other.paint = PAINT_ACCENT;
    begin(f, 120, 50, 1);
    add(f, text_at(p, 0, 0, 60, 1));
    add(f, other);
    paint(f);
    assert_int_equal(f->painter.raster.kept_count, 2);
    bool text = false, accent = false;
    for (int x = 0; x < 120; x++) {
        text |= x < 60 && pixel(f, x, 25) == theme_colour(THEME_LIGHT, PAINT_TEXT);
        accent |= x >= 60 && pixel(f, x, 25) == theme_colour(THEME_LIGHT, PAINT_ACCENT);
    }
    assert_true(text && accent);
}

/* ---- files */

static uint32_t number_at(struct bytes file, size_t at) {
    const unsigned char *b = (const unsigned char *)file.data + at;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

static void a_png_file_has_the_size_of_the_picture(void **state) {
    struct fixture *f = *state;
    struct bytes file;
    struct error e = { 0 };
    begin(f, 320, 200, 1.5f);
    add(f, text_at(lay_out(f, samples[0].text, 27, 450, false), 10, 10, 300, 1.5f));
    assert_true(painter_png(&f->painter, &f->arena, &f->picture, &file, &e));
    assert_true(file.size > 100);
    assert_memory_equal(file.data, "\x89PNG\r\n\x1a\n", 8);
    assert_int_equal(number_at(file, 16), 480);
    assert_int_equal(number_at(file, 20), 300);
}

/* Not a test of right or wrong: says how long a full screen takes, where WAYMARK_TIMES is set. */
static double milliseconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1000 + (double)t.tv_nsec / 1e6;
}

static void full_screen(struct fixture *f) {
    begin(f, 1920, 1080, 1);
    for (int i = 0; i < 100; i++)
        add(f, (struct draw){ .kind = DRAW_BOX,
                              .box = { (float)(i % 4) * 480 + 4, (float)(i / 4) * 43, 470, 40 },
                              .filled = true,
                              .paint = PAINT_SURFACE,
                              .edge = i % 2 ? 2 : 0,
                              .edge_paint = PAINT_EDGE,
                              .radius = 8,
                              .corners = i % 3 ? CORNERS : 0 });
    for (int i = 0; i < 150; i++)
        add(f,
            text_at(lay_out(f, arena_printf(&f->arena, "%d: %s", i, samples[i % SAMPLES].text), 18, 0, samples[i % SAMPLES].right_to_left),
                    (float)(i % 3) * 640 + 8, (float)(i / 3) * 21, 640, 1));
    for (int i = 0; i < 30; i++)
        add(f, (struct draw){ .kind = DRAW_ICON,
                              .box = { (float)i * 60, 500, 24, 24 },
                              .icon = (enum icon)(i % (ICON_COUNT - 1) + 1),
                              .paint = PAINT_TEXT });
}

static void a_full_screen_is_painted_again_from_what_is_kept(void **state) {
    struct fixture *f = *state;
    full_screen(f);
    double begun = milliseconds();
    paint(f);
    double first = milliseconds();
    int kept = f->painter.raster.kept_count;
    for (int i = 0; i < 20; i++)
        paint(f);
    double last = milliseconds();
    assert_int_equal(f->painter.raster.kept_count, kept);
    if (getenv("WAYMARK_TIMES"))
        printf("first %.2f ms, again %.2f ms, %d runs, %zu KB kept\n", first - begun, (last - first) / 20, kept,
               f->painter.raster.kept_bytes / 1024);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(a_plain_box_covers_its_pixels_and_no_others, clean),
        cmocka_unit_test_teardown(an_edge_is_inside_its_box, clean),
        cmocka_unit_test_teardown(only_the_corners_named_are_round, clean),
        cmocka_unit_test_teardown(hair_lines_stay_whole_pixels_at_every_scale, clean),
        cmocka_unit_test_teardown(a_dashed_edge_has_gaps, clean),
        cmocka_unit_test_teardown(what_lies_outside_the_window_is_left_out, clean),
        cmocka_unit_test_teardown(every_icon_leaves_ink_in_its_box, clean),
        cmocka_unit_test_teardown(a_mirrored_icon_is_the_same_from_the_other_side, clean),
        cmocka_unit_test_teardown(the_tick_of_noted_is_cut_out, clean),
        cmocka_unit_test_teardown(texts_stand_where_they_were_laid_out, clean),
        cmocka_unit_test_teardown(a_line_stands_at_the_top_of_its_box, clean),
        cmocka_unit_test_teardown(the_same_picture_gives_the_same_pixels, clean),
        cmocka_unit_test_teardown(ten_thousand_texts_stay_within_the_budget, clean),
        cmocka_unit_test_teardown(forgetting_leaves_nothing, clean),
        cmocka_unit_test_teardown(a_colour_of_its_own_is_another_image, clean),
        cmocka_unit_test_teardown(a_png_file_has_the_size_of_the_picture, clean),
        cmocka_unit_test_teardown(a_full_screen_is_painted_again_from_what_is_kept, clean),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
