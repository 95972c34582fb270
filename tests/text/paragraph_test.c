#include "support.h"

#include "base/buffer.h"
#include "base/language.h"
#include "base/utf8.h"
#include "text/paragraph.h"

#include <SDL2/SDL_ttf.h>
#include <fribidi.h>
#include <stdio.h>
#include <stdlib.h>

#define FONTS 12
#define BIDI_MAX 256 /* characters in a line of Unicode's test */

struct fixture {
    struct arena arena; /* the fonts */
    struct font_set fonts;
    struct arena scratch;
};

static const struct text_style body = { 18, 28, false };

static const char *const font_files[FONTS] = {
    "NotoSans-Regular.ttf",         "NotoSans-Bold.ttf",         "NotoNaskhArabic-Regular.ttf",    "NotoNaskhArabic-Bold.ttf",
    "NotoSansEthiopic-Regular.ttf", "NotoSansEthiopic-Bold.ttf", "NotoSansDevanagari-Regular.ttf", "NotoSansDevanagari-Bold.ttf",
    "NotoSansBengali-Regular.ttf",  "NotoSansBengali-Bold.ttf",  "NotoSansArmenian-Regular.ttf",   "NotoSansGeorgian-Regular.ttf",
};

static struct bytes font_file(struct arena *a, int i) {
    return support_file(a, arena_printf(a, "%s/fonts/%s", BUILD_DIR, font_files[i]));
}

static int open_fonts(void **state) {
    static struct fixture f;
    struct error e = { 0 };
    for (int i = 0; i < FONTS; i++)
        assert_true(font_add(&f.fonts, font_file(&f.arena, i), font_files[i], strstr(font_files[i], "Bold") != NULL, &e));
    *state = &f;
    return 0;
}

static int close_fonts(void **state) {
    struct fixture *f = *state;
    font_close(&f->fonts);
    arena_free(&f->arena);
    return 0;
}

static int clean(void **state) {
    struct fixture *f = *state;
    arena_free(&f->scratch);
    return 0;
}

static struct paragraph lay_out(struct fixture *f, const char *text, float width, bool right_to_left) {
    struct paragraph_options o = { .style = body, .width = width, .right_to_left = right_to_left, .language = right_to_left ? "ar" : "en" };
    return paragraph_make(&f->scratch, &f->fonts, text, &o);
}

/* One text in each script that we ship fonts for. */
static const struct {
    const char *language, *text;
    bool right_to_left;
} samples[] = {
    { "en", "Someone else keeps the person's passport, and the person cannot simply get it back.", false },
    { "de", "Aufenthaltsgenehmigungsverfahren, Straßenüberquerungen und Größenordnungen.", false },
    { "el", "Το πρόσωπο δεν μπορεί να πάρει πίσω το διαβατήριό του.", false },
    { "bg", "Лицето не може да си върне паспорта.", false },
    { "vi", "Người khác giữ hộ chiếu của người này.", false },
    { "ar", "شخص آخر يحتفظ بجواز السفر رقم 112 (A-7).", true },
    { "fa", "گذرنامهٔ او را کس دیگری نگه می‌دارد.", true },
    { "am", "ሌላ ሰው የሰውየውን ፓስፖርት ይይዛል።", false },
    { "hi", "कोई और व्यक्ति का पासपोर्ट रखता है।", false },
    { "bn", "অন্য কেউ ব্যক্তির পাসপোর্ট রাখে।", false },
    { "hy", "Մեկ ուրիշը պահում է անձնագիրը։", false },
    { "ka", "სხვა ადამიანი ინახავს პასპორტს.", false },
    { "en", "Call Ana \xE2\x80\x94 المحطة 12, room 3.", false },
};
#define SAMPLES (sizeof samples / sizeof *samples)

static void every_character_has_a_glyph_in_a_font_we_ship(void **state) {
    struct fixture *f = *state;
    for (size_t i = 0; i < SAMPLES; i++) {
        struct paragraph p = lay_out(f, samples[i].text, 0, samples[i].right_to_left);
        for (int r = 0; r < p.lines[0].run_count; r++)
            if (text_run_missing(&p.lines[0].runs[r]) >= 0)
                fail_msg("%s: a character is missing", samples[i].language);
    }
}

static void a_run_tells_what_no_font_has(void **state) {
    static const struct {
        const char *text;
        int missing;
    } rows[] = { { "plain", -1 }, { "", -1 }, { "ab \xE7\x8E\x8B\xE5\xB0\x8F", 3 }, { "\xE1\x8F\xA3 ab", 0 }, { "caf\xC3\xA9", -1 } };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct paragraph p = lay_out(f, rows[i].text, 0, false);
        int missing = -1;
        for (int r = 0; r < p.lines[0].run_count && missing < 0; r++)
            missing = text_run_missing(&p.lines[0].runs[r]);
        assert_int_equal(missing, rows[i].missing);
    }
}

static void lines_follow_one_another_and_leave_no_byte_out(void **state) {
    struct fixture *f = *state;
    for (size_t i = 0; i < SAMPLES; i++)
        for (float width = 20; width < 400; width += 37) {
            struct paragraph p = lay_out(f, samples[i].text, width, samples[i].right_to_left);
            assert_int_equal(p.lines[0].from, 0);
            for (int l = 1; l < p.line_count; l++)
                assert_int_equal(p.lines[l].from, p.lines[l - 1].to);
            assert_int_equal(p.lines[p.line_count - 1].to, p.size);
        }
}

static int clusters(const struct paragraph *p, const struct text_line *line) {
    int count = 0;
    for (int at = line->from; at < line->to; at = paragraph_next(p, at))
        count++;
    return count;
}

static uint32_t glyph_of(const struct fixture *f, int font, uint32_t character) {
    hb_codepoint_t glyph = 0;
    hb_font_get_nominal_glyph(f->fonts.fonts[font].font, character, &glyph);
    return glyph;
}

/* U+00AD: where a word may be divided. */
static void a_divided_word_shows_its_hyphen_and_a_whole_one_none(void **state) {
    struct fixture *f = *state;
    const char *text = "Stra\xC3\x9F"
                       "en\xC2\xAD"
                       "bahn\xC2\xAD"
                       "halte\xC2\xAD"
                       "stelle";
    for (int paper = 0; paper < 2; paper++) {
        struct paragraph_options o = { .style = body, .width = 100, .language = "de", .paper = paper };
        struct paragraph p = paragraph_make(&f->scratch, &f->fonts, text, &o);
        assert_true(p.line_count > 1);
        for (int l = 0; l < p.line_count; l++) {
            const struct text_line *line = &p.lines[l];
            int hyphens = 0;
            for (int r = 0; r < line->run_count; r++)
                for (int g = 0; g < line->runs[r].glyph_count; g++)
                    hyphens += line->runs[r].glyphs[g].id == glyph_of(f, line->runs[r].font, 0x2010);
            assert_int_equal(hyphens, l < p.line_count - 1);
            assert_true(line->width <= 100);
            assert_true(line->runs[0].glyphs[0].x > -1 && line->runs[0].glyphs[0].x < 2); /* no line is moved */
        }
    }
}

/* A reader of the file would find them inside words. */
static void marks_that_only_steer_leave_no_trace_on_paper(void **state) {
    struct fixture *f = *state;
    const char *text = "\xE2\x81\xA8"
                       "Auf\xC2\xAD"
                       "ent\xC2\xAD"
                       "halt\xE2\x81\xA9 \xE2\x80\xAE"
                       "ab\xE2\x80\xAC\xC2\xAD";
    struct paragraph_options o = { .style = body, .language = "de", .paper = true };
    struct paragraph p = paragraph_make(&f->scratch, &f->fonts, text, &o);
    int glyphs = 0;
    for (int r = 0; r < p.lines[0].run_count; r++)
        glyphs += p.lines[0].runs[r].glyph_count;
    assert_int_equal(glyphs, strlen("Aufenthalt ab"));
    assert_int_equal(p.lines[0].to, p.size);
}

static void no_line_is_wider_than_asked_but_for_one_cluster(void **state) {
    struct fixture *f = *state;
    for (size_t i = 0; i < SAMPLES; i++)
        for (float width = 8; width < 400; width += 29) {
            struct paragraph p = lay_out(f, samples[i].text, width, samples[i].right_to_left);
            for (int l = 0; l < p.line_count; l++)
                if (p.lines[l].width > width + 0.5f && clusters(&p, &p.lines[l]) > 2)
                    fail_msg("%s at %g: line %d is %g wide", samples[i].language, (double)width, l, (double)p.lines[l].width);
        }
}

static void words_stay_whole_where_they_fit(void **state) {
    struct fixture *f = *state;
    struct paragraph p = lay_out(f, "one two three four five six", 100, false);
    assert_true(p.line_count > 1);
    for (int l = 0; l < p.line_count - 1; l++)
        assert_int_equal(p.text[p.lines[l].to - 1], ' ');
}

static void a_time_is_broken_only_at_its_blanks(void **state) {
    static const char *const texts[] = { "2026-01-02 10:00 (UTC+01:00)",
                                         "Ab 2026-01-02 (UTC\xE2\x88\x92"
                                         "05:30) Ende",
                                         "EUR\xC2\xB1"
                                         "5 US$7" };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (float width = 120; width < 400; width += 5) {
            struct paragraph p = lay_out(f, texts[i], width, false);
            for (int l = 0; l < p.line_count - 1; l++)
                if (texts[i][p.lines[l].to - 1] != ' ')
                    fail_msg("%s is broken before %s", texts[i], texts[i] + p.lines[l].to);
        }
}

static void blanks_at_the_end_of_a_line_take_no_room(void **state) {
    struct fixture *f = *state;
    float with = lay_out(f, "word   ", 0, false).width, without = lay_out(f, "word", 0, false).width;
    assert_true(with == without);
}

static void a_line_end_begins_a_new_line(void **state) {
    static const struct {
        const char *text;
        int lines;
    } rows[] = { { "", 1 }, { "a", 1 }, { "a\nb", 2 }, { "a\n", 2 }, { "\n", 2 }, { "\n\n", 3 }, { "a\n\nb", 3 } };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(lay_out(f, rows[i].text, 200, false).line_count, rows[i].lines);
}

static void arabic_runs_from_right_to_left_and_numbers_do_not(void **state) {
    struct fixture *f = *state;
    const char *text = "رقم 112 هنا";
    struct paragraph p = lay_out(f, text, 0, true);
    const struct text_line *line = &p.lines[0];
    assert_int_equal(line->run_count, 3);
    assert_true(line->runs[0].right_to_left && !line->runs[1].right_to_left && line->runs[2].right_to_left);
    assert_memory_equal(text + line->runs[1].from, "112", 3);
    assert_int_equal(line->runs[2].from, 0); /* what is read first stands at the right */
}

static void the_language_says_on_which_side_a_paragraph_stands(void **state) {
    struct fixture *f = *state;
    assert_true(lay_out(f, "Latin words", 300, false).lines[0].x == 0);
    struct paragraph p = lay_out(f, "Latin words", 300, true);
    assert_true(p.lines[0].x > 0 && p.lines[0].x + p.lines[0].width > 299.9f);
}

/* Each as it is seen from left to right. */
static void what_has_no_letter_from_right_to_left_runs_from_left_to_right(void **state) {
    static const char *const texts[] = { "+40 721 000 111", "2026-01-02 10:00 (UTC+01:00)", "7K-M2Q9", "14:20", "Ana (2).", "A. B!" };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct paragraph p = lay_out(f, texts[i], 300, true);
        float last = -1;
        assert_false(p.lines[0].right_to_left);
        assert_true(p.lines[0].x + p.lines[0].width > 299.9f); /* at the edge of its language all the same */
        for (int at = 0; at <= p.size; at++) {
            float x = paragraph_caret(&p, at).x;
            if (x <= last)
                fail_msg("%s: turned at %d", texts[i], at);
            last = x;
        }
    }
    struct paragraph two = lay_out(f, "رقم (7)\n+40 721\n", 300, true);
    assert_true(two.lines[0].right_to_left);
    assert_false(two.lines[1].right_to_left);
}

/* The full stop stands where reading ends, in a note of another language too. */
static void what_has_only_letters_from_right_to_left_runs_so_in_every_language(void **state) {
    struct fixture *f = *state;
    const char *text = "او گفت: نه.";
    struct paragraph p = lay_out(f, text, 300, false);
    assert_true(p.lines[0].right_to_left && p.lines[0].x + p.lines[0].width > 299.9f);
    assert_true(paragraph_caret(&p, p.size - 1).x < p.lines[0].x + p.lines[0].width / 4); /* the full stop */
    assert_false(lay_out(f, "Amir: نه.", 300, false).lines[0].right_to_left);
    assert_false(lay_out(f, "112.", 300, false).lines[0].right_to_left);
}

/* A number in a sentence is turned unless it stands apart, also behind another part of the sentence. */
static void what_stands_apart_keeps_its_own_direction(void **state) {
    struct fixture *f = *state;
    const struct language arabic = { .code = "ar", .tag = "ar", .right_to_left = true };
    static const char *const sentences[] = { "اتصل {value} الآن", "{name}: {value}" };
    for (int s = 0; s < 4; s++) {
        struct buffer b = { .arena = &f->scratch };
        const char *number = "2026-01-03 06:30 (UTC+01:00)";
        struct fill fills[] = { { "name", "النقل" }, { "value", number } };
        tr_fill(&b, &arabic, sentences[s % 2], fills, 2);
        const char *text = s < 2 ? buffer_text(&b) : language_apart(&f->scratch, &arabic, buffer_text(&b));
        struct paragraph p = lay_out(f, text, 0, true);
        int from = (int)(strchr(text, '2') - text), to = from + (int)strlen(number), name = (int)(strstr(text, "ا") - text);
        for (int at = from; at + 1 < to; at++)
            if (paragraph_caret(&p, at).x >= paragraph_caret(&p, at + 1).x)
                fail_msg("sentence %d: the number is turned at %d", s, at - from);
        assert_true(paragraph_caret(&p, name).x > paragraph_caret(&p, from).x);
    }
}

static void carets_stand_where_reading_begins_and_ends(void **state) {
    struct fixture *f = *state;
    struct paragraph p = lay_out(f, "abc", 300, false);
    assert_true(paragraph_caret(&p, 0).x == 0);
    assert_true(paragraph_caret(&p, 3).x == p.lines[0].width);
    p = lay_out(f, "سلام", 300, true);
    assert_true(paragraph_caret(&p, 0).x > 299.9f);
    assert_true(paragraph_caret(&p, p.size).x < 300.1f - p.lines[0].width);
}

static void carets_move_one_way_within_one_direction(void **state) {
    struct fixture *f = *state;
    for (size_t i = 0; i < SAMPLES - 1; i++) {
        if (samples[i].right_to_left)
            continue;
        struct paragraph p = lay_out(f, samples[i].text, 0, false);
        float last = -1;
        for (int at = 0; at < p.size; at = paragraph_next(&p, at)) {
            float x = paragraph_caret(&p, at).x;
            if (x < last)
                fail_msg("%s: the caret goes back at %d", samples[i].language, at);
            last = x;
        }
    }
}

static void a_click_on_a_caret_finds_its_place_again(void **state) {
    struct fixture *f = *state;
    for (size_t i = 0; i < SAMPLES; i++) {
        struct paragraph p = lay_out(f, samples[i].text, 180, samples[i].right_to_left);
        for (int at = 0; at <= p.size; at = paragraph_next(&p, at)) {
            struct caret c = paragraph_caret(&p, at);
            int hit = paragraph_hit(&p, c.x, ((float)c.line + 0.5f) * body.line);
            /* Two places may share one x at the border of directions. */
            float away = paragraph_caret(&p, hit).x - c.x;
            assert_true(away > -0.1f && away < 0.1f);
            assert_int_equal(paragraph_caret(&p, hit).line, c.line);
            if (at == p.size)
                break;
        }
    }
}

static void points_outside_find_the_nearest_end(void **state) {
    struct fixture *f = *state;
    struct paragraph p = lay_out(f, "one two three four five", 100, false);
    assert_int_equal(paragraph_hit(&p, -50, -50), 0);
    assert_int_equal(paragraph_hit(&p, 5000, 5000), p.size);
}

static void going_forth_and_back_visits_the_same_places(void **state) {
    struct fixture *f = *state;
    for (size_t i = 0; i < SAMPLES; i++) {
        struct paragraph p = lay_out(f, samples[i].text, 0, samples[i].right_to_left);
        int forth = 0, back = 0;
        for (int at = 0; at < p.size; at = paragraph_next(&p, at)) {
            assert_true((samples[i].text[at] & 0xC0) != 0x80);
            forth++;
        }
        for (int at = p.size; at > 0; at = paragraph_previous(&p, at))
            back++;
        assert_int_equal(forth, back);
    }
}

static void a_letter_and_its_marks_are_one_place(void **state) {
    struct fixture *f = *state;
    const char *text = "e\xCC\x81x"; /* e with a combining accent */
    struct paragraph p = lay_out(f, text, 0, false);
    assert_int_equal(paragraph_next(&p, 0), 3);
    assert_int_equal(paragraph_previous(&p, 3), 0);
}

static void a_selection_across_directions_is_in_pieces(void **state) {
    struct fixture *f = *state;
    struct text_span spans[8];
    struct paragraph p = lay_out(f, "abc سلام", 0, false);
    assert_int_equal(paragraph_selection(&p, 0, 0, p.size, spans, 8), 1);
    assert_true(spans[0].from == 0 && spans[0].to > p.width - 0.1f);
    /* "bc" and the first Arabic letter, which stands at the far right */
    assert_int_equal(paragraph_selection(&p, 0, 1, 6, spans, 8), 2);
    assert_int_equal(paragraph_selection(&p, 0, 2, 2, spans, 8), 0);
}

static void bold_text_takes_the_bold_font(void **state) {
    struct fixture *f = *state;
    struct paragraph_options o = { .style = { 18, 28, true } };
    struct paragraph p = paragraph_make(&f->scratch, &f->fonts, "bold سلام", &o);
    for (int r = 0; r < p.lines[0].run_count; r++)
        assert_true(f->fonts.fonts[p.lines[0].runs[r].font].bold);
    assert_true(p.width > lay_out(f, "bold سلام", 0, false).width);
}

static void twice_the_size_is_twice_the_width(void **state) {
    struct fixture *f = *state;
    struct paragraph_options large = { .style = { 36, 56, false }, .language = "en" };
    float once = lay_out(f, samples[0].text, 0, false).width;
    float twice = paragraph_make(&f->scratch, &f->fonts, samples[0].text, &large).width;
    assert_true(twice > once * 2 - 0.1f && twice < once * 2 + 0.1f);
}

static bool has_letter(const uint32_t codes[], int count, bool right_to_left) {
    for (int i = 0; i < count; i++)
        if (FRIBIDI_IS_STRONG(fribidi_get_bidi_type(codes[i])) && (FRIBIDI_IS_RTL(fribidi_get_bidi_type(codes[i])) != 0) == right_to_left)
            return true;
    return false;
}

/* Each line of Unicode's own test: code points, direction, resolved levels, and the order in
 * which they are seen. Lines with marks that change direction, and with blanks at the end, are
 * left out: those are not drawn, so there is no place to compare. So are those that only a paragraph
 * turns: a text whose letters all run the other way is not turned here, and one without letters runs to the
 * right. */
static bool bidi_line(const char *line, uint32_t codes[], int *count, int *direction, const char **order) {
    char *end;
    const char *first = strchr(line, ';'), *second = first ? strchr(first + 1, ';') : NULL,
               *third = second ? strchr(second + 1, ';') : NULL;
    if (!third || *line == '#')
        return false;
    *direction = atoi(first + 1);
    *order = strchr(third + 1, ';') + 1;
    if (memchr(third, 'x', (size_t)(*order - third)))
        return false;
    *count = 0;
    for (const char *at = line; at < first && *count < BIDI_MAX; at = end)
        codes[(*count)++] = (uint32_t)strtoul(at, &end, 16);
    for (int i = 0; i < *count; i++)
        if ((codes[i] >= 0x202A && codes[i] <= 0x202E) || (codes[i] >= 0x2066 && codes[i] <= 0x2069) || codes[i] < 0x20 || codes[i] == 0x85
            || codes[i] == 0x2028 || codes[i] == 0x2029 || codes[i] == 0x200B || codes[i] == 0xFEFF)
            return false;
    bool right = has_letter(codes, *count, true), left = has_letter(codes, *count, false);
    return *direction != 2 && codes[*count - 1] != ' ' && (*direction == 1 ? right : left || !right);
}

static const char *utf8_of(struct arena *a, const uint32_t codes[], int count, int offsets[]) {
    char *text = arena_alloc(a, (size_t)count * 4 + 1, 1);
    int size = 0;
    for (int i = 0; i < count; i++) {
        uint32_t c = codes[i];
        offsets[i] = size;
        if (c < 0x80) {
            text[size++] = (char)c;
        } else if (c < 0x800) {
            text[size++] = (char)(0xC0 | c >> 6);
            text[size++] = (char)(0x80 | (c & 63));
        } else if (c < 0x10000) {
            text[size++] = (char)(0xE0 | c >> 12);
            text[size++] = (char)(0x80 | (c >> 6 & 63));
            text[size++] = (char)(0x80 | (c & 63));
        } else {
            text[size++] = (char)(0xF0 | c >> 18);
            text[size++] = (char)(0x80 | (c >> 12 & 63));
            text[size++] = (char)(0x80 | (c >> 6 & 63));
            text[size++] = (char)(0x80 | (c & 63));
        }
    }
    return text;
}

/* The order in which whole runs are seen says the order of their characters. */
static int seen_order(const struct paragraph *p, const int offsets[], int count, int order[]) {
    int seen = 0;
    for (int r = 0; r < p->lines[0].run_count; r++) {
        const struct text_run *run = &p->lines[0].runs[r];
        int first = 0, last = 0;
        while (first < count && offsets[first] < run->from)
            first++;
        for (last = first; last < count && offsets[last] < run->to; last++) {
        }
        for (int i = 0; i < last - first; i++)
            order[seen++] = run->right_to_left ? last - 1 - i : first + i;
    }
    return seen;
}

static void the_order_on_the_line_is_that_of_unicodes_own_test(void **state) {
    struct fixture *f = *state;
    FILE *file = fopen("/usr/share/unicode/BidiCharacterTest.txt", "r");
    char line[8192];
    int compared = 0;
    if (!file)
        skip(); /* the package unicode-data is not there */
    while (fgets(line, sizeof line, file)) {
        uint32_t codes[BIDI_MAX];
        int offsets[BIDI_MAX], order[BIDI_MAX], count, direction;
        const char *expected;
        char *end;
        if (!bidi_line(line, codes, &count, &direction, &expected))
            continue;
        struct paragraph p = lay_out(f, utf8_of(&f->scratch, codes, count, offsets), 0, direction == 1);
        assert_int_equal(seen_order(&p, offsets, count, order), count);
        for (int i = 0; i < count; i++, expected = end)
            if (order[i] != strtol(expected, &end, 10))
                fail_msg("%s", line);
        compared++;
        if (compared % 500 == 0)
            arena_free(&f->scratch);
    }
    fclose(file);
    assert_true(compared > 5000);
}

/* Any text at all: nothing is lost, nothing overlaps, and carets are found. */
/* FriBidi forgets the direction it was given behind a line end. */
static void a_line_end_does_not_change_the_direction(void **state) {
    struct fixture *f = *state;
    struct paragraph p = lay_out(f, "abc \xD8\xA7\xD8\xA8\ndef \xD8\xA7\xD8\xA8", 400, true);
    assert_int_equal(p.line_count, 2);
    for (int l = 0; l < 2; l++) {
        assert_true(p.lines[l].runs[0].right_to_left);
        assert_false(p.lines[l].runs[p.lines[l].run_count - 1].right_to_left);
    }
}

static void any_text_can_be_laid_out(void **state) {
    static const struct {
        uint32_t from, to;
    } blocks[] = { { 0x20, 0x7E },   { 0x5D0, 0x5EA }, { 0x620, 0x655 },     { 0x200B, 0x200F }, { 0x202A, 0x202E }, { 0x2066, 0x2069 },
                   { 0x300, 0x30F }, { 0x915, 0x94D }, { 0x1F600, 0x1F64F }, { 0x4E00, 0x4E20 }, { 0x9, 0xD } };
    struct fixture *f = *state;
    unsigned random = 1;
    for (int round = 0; round < 400; round++) {
        struct buffer b = { .arena = &f->scratch };
        for (int i = 0; i < 40; i++) {
            random = random * 1103515245u + 12345u;
            size_t block = random / 65536 % (sizeof blocks / sizeof *blocks);
            uint32_t c = blocks[block].from + random / 7 % (blocks[block].to - blocks[block].from + 1);
            int offset;
            buffer_add(&b, utf8_of(&f->scratch, &c, 1, &offset));
        }
        assert_true(utf8_valid(buffer_bytes(&b)));
        struct paragraph p = lay_out(f, buffer_text(&b), (float)(round % 7) * 60, round % 2);
        assert_int_equal(p.lines[p.line_count - 1].to, p.size);
        for (int at = 0; at < p.size; at = paragraph_next(&p, at)) {
            struct caret c = paragraph_caret(&p, at);
            assert_true(c.line < p.line_count && c.x > -1 && c.x < p.width + 500);
        }
        arena_free(&f->scratch);
    }
}

/* Flags are two letters of a kind of their own; libunibreak 1.1 ends the program at the second, and at
 * some of the code points that are no characters. */
static void no_two_characters_end_the_program(void **state) {
    struct fixture *f = *state;
    for (uint32_t first = 0x20; first < 0x110000; first += 0x800) {
        struct buffer b = { .arena = &f->scratch };
        for (uint32_t c = first; c < first + 0x800 && c < 0x110000; c++) {
            const uint32_t codes[] = { c, c, 'a', c };
            int offsets[4];
            if (c < 0xD800 || c > 0xDFFF)
                buffer_add(&b, utf8_of(&f->scratch, codes, 4, offsets));
        }
        lay_out(f, buffer_text(&b), 100, false);
        arena_clear(&f->scratch);
    }
}

static void a_flag_is_not_torn(void **state) {
    struct fixture *f = *state;
    const char *text = "ab \xF0\x9F\x87\xB7\xF0\x9F\x87\xB4 cd"; /* R and O: Romania */
    for (float width = 30; width < 100; width += 3) {
        struct paragraph p = lay_out(f, text, width, false);
        for (int l = 0; l < p.line_count; l++)
            assert_int_not_equal(p.lines[l].to, 7);
    }
}

/* What a run covers with ink: glyphs may reach beyond their advances on either side. */
static float ink_width(const struct fixture *f, const struct text_run *run, float size) {
    const struct font *font = &f->fonts.fonts[run->font];
    float left = 0, right = run->width;
    for (int g = 0; g < run->glyph_count; g++) {
        hb_glyph_extents_t e;
        float x = run->glyphs[g].x - run->x;
        if (!hb_font_get_glyph_extents(font->font, run->glyphs[g].id, &e) || e.width == 0)
            continue;
        float from = x + (float)e.x_bearing * size / font->units, to = from + (float)e.width * size / font->units;
        left = from < left ? from : left;
        right = to > right ? to : right;
    }
    return right - left;
}

/* The screen rasters each run with SDL2_ttf; if it were wider than what is measured here, words
 * would be cut. */
static int sdl_width(struct fixture *f, const struct paragraph *p, const struct text_run *run, int size) {
    struct bytes file = font_file(&f->scratch, run->font);
    TTF_Font *font = TTF_OpenFontRW(SDL_RWFromConstMem(file.data, (int)file.size), 1, size);
    char script[5] = { 0 };
    int width, height;
    assert_non_null(font);
    hb_tag_to_string(hb_script_to_iso15924_tag(run->script), script);
    TTF_SetFontHinting(font, TTF_HINTING_NONE);
    TTF_SetFontScriptName(font, script);
    TTF_SetFontDirection(font, run->right_to_left ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    const char *text = arena_copy(&f->scratch, p->text + run->from, (size_t)(run->to - run->from));
    assert_int_equal(TTF_SizeUTF8(font, text, &width, &height), 0);
    TTF_CloseFont(font);
    return width;
}

static void sdl_ttf_is_within_a_pixel_of_what_we_measure(void **state) {
    struct fixture *f = *state;
    assert_int_equal(TTF_Init(), 0);
    for (int size = 16; size <= 40; size += 6)
        for (size_t i = 0; i < SAMPLES; i++) {
            struct paragraph_options o = { .style = { (float)size, (float)size * 1.5f, false },
                                           .width = 700,
                                           .right_to_left = samples[i].right_to_left };
            struct paragraph p = paragraph_make(&f->scratch, &f->fonts, samples[i].text, &o);
            for (int l = 0; l < p.line_count; l++)
                for (int r = 0; r < p.lines[l].run_count; r++) {
                    const struct text_run *run = &p.lines[l].runs[r];
                    float ours = ink_width(f, run, (float)size), theirs = (float)sdl_width(f, &p, run, size);
                    if (theirs < ours - 1 || theirs > ours + 1)
                        fail_msg("%s at %d: SDL2_ttf %g, measured %g", samples[i].language, size, (double)theirs, (double)ours);
                }
        }
    TTF_Quit();
}

static void what_is_no_font_is_refused(void **state) {
    struct font_set set = { 0 };
    struct error e = { 0 };
    (void)state;
    assert_false(font_add(&set, support_bytes("not a font at all"), "x.ttf", false, &e));
    assert_non_null(strstr(e.text, "x.ttf"));
    assert_false(font_add(&set, (struct bytes){ "", 0 }, "empty.ttf", false, &e));
    assert_int_equal(set.count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(every_character_has_a_glyph_in_a_font_we_ship, clean),
        cmocka_unit_test_teardown(a_run_tells_what_no_font_has, clean),
        cmocka_unit_test_teardown(lines_follow_one_another_and_leave_no_byte_out, clean),
        cmocka_unit_test_teardown(a_divided_word_shows_its_hyphen_and_a_whole_one_none, clean),
        cmocka_unit_test_teardown(marks_that_only_steer_leave_no_trace_on_paper, clean),
        cmocka_unit_test_teardown(no_line_is_wider_than_asked_but_for_one_cluster, clean),
        cmocka_unit_test_teardown(words_stay_whole_where_they_fit, clean),
        cmocka_unit_test_teardown(a_time_is_broken_only_at_its_blanks, clean),
        cmocka_unit_test_teardown(blanks_at_the_end_of_a_line_take_no_room, clean),
        cmocka_unit_test_teardown(a_line_end_begins_a_new_line, clean),
        cmocka_unit_test_teardown(arabic_runs_from_right_to_left_and_numbers_do_not, clean),
        cmocka_unit_test_teardown(the_language_says_on_which_side_a_paragraph_stands, clean),
        cmocka_unit_test_teardown(what_has_no_letter_from_right_to_left_runs_from_left_to_right, clean),
        cmocka_unit_test_teardown(what_has_only_letters_from_right_to_left_runs_so_in_every_language, clean),
        cmocka_unit_test_teardown(what_stands_apart_keeps_its_own_direction, clean),
        cmocka_unit_test_teardown(carets_stand_where_reading_begins_and_ends, clean),
        cmocka_unit_test_teardown(carets_move_one_way_within_one_direction, clean),
        cmocka_unit_test_teardown(a_click_on_a_caret_finds_its_place_again, clean),
        cmocka_unit_test_teardown(points_outside_find_the_nearest_end, clean),
        cmocka_unit_test_teardown(going_forth_and_back_visits_the_same_places, clean),
        cmocka_unit_test_teardown(a_letter_and_its_marks_are_one_place, clean),
        cmocka_unit_test_teardown(a_selection_across_directions_is_in_pieces, clean),
        cmocka_unit_test_teardown(bold_text_takes_the_bold_font, clean),
        cmocka_unit_test_teardown(twice_the_size_is_twice_the_width, clean),
        cmocka_unit_test_teardown(the_order_on_the_line_is_that_of_unicodes_own_test, clean),
        cmocka_unit_test_teardown(a_line_end_does_not_change_the_direction, clean),
        cmocka_unit_test_teardown(any_text_can_be_laid_out, clean),
        cmocka_unit_test_teardown(no_two_characters_end_the_program, clean),
        cmocka_unit_test_teardown(a_flag_is_not_torn, clean),
        cmocka_unit_test_teardown(sdl_ttf_is_within_a_pixel_of_what_we_measure, clean),
        cmocka_unit_test_teardown(what_is_no_font_is_refused, clean),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
