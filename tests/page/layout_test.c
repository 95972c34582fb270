/* Pages without a note: rows of invented words, set on paper in both directions. */
#include "paper.h"

#include "page/layout.h"

#include <math.h>

#define TEXTS_MAX 400

struct fixture {
    struct arena fonts_arena, arena; /* of all tests; of one */
    struct font_set fonts;
    const struct language *language;
    struct pages pages;
    struct layout layout;
    const char *texts[TEXTS_MAX]; /* as they were given, in order */
    int text_count;
    unsigned random;
};

/* Lines break by the same rules in both, so that one is the mirror of the other. */
static const struct language to_the_right = { .code = "en", .tag = "en" },
                             to_the_left = { .code = "ar", .tag = "en", .right_to_left = true };
static const struct language *const both_ways[] = { &to_the_right, &to_the_left };

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
    arena_free(&f->arena);
    return 0;
}

/* ---- setting */

static void begin(struct fixture *f, const struct language *language) {
    arena_free(&f->arena);
    f->language = language;
    f->text_count = 0;
    f->pages = (struct pages){ .fonts = &f->fonts, .language = language, .title = "7K-M2Q9" };
    f->layout = layout_begin(&f->arena, &f->pages);
}

static void end(struct fixture *f) {
    layout_end(&f->layout, &(struct page_edges){ .foot = NULL });
}

static const char *keep(struct fixture *f, const char *text) {
    assert_true(f->text_count < TEXTS_MAX);
    return f->texts[f->text_count++] = text;
}

static void words(struct fixture *f, enum page_type type, const char *text) {
    layout_words(&f->layout, "P", type, keep(f, text));
}

static void two_columns(struct fixture *f, const char *left, const char *right) {
    const struct page_cell cells[] = {
        { .tag = "Lbl", .text = keep(f, left), .w = 168, .type = PAGE_BODY, .quiet = true },
        { .tag = "LBody", .text = keep(f, right), .x = 180, .w = PAGE_INNER - 180, .type = PAGE_BODY },
    };
    layout_row(&f->layout, cells, 2);
}

static void to_fill_in(struct fixture *f, const char *left) {
    const struct page_cell cells[] = {
        { .tag = "Lbl", .text = keep(f, left), .w = 168, .type = PAGE_BODY, .quiet = true },
        { .tag = "LBody",
          .text = keep(f, arena_string(&f->arena, "Not filled in")),
          .x = 180,
          .w = PAGE_INNER - 180,
          .type = PAGE_BOLD,
          .square = true },
    };
    layout_row(&f->layout, cells, 2);
}

/* So many lines: "1", "2", ... */
static const char *lines(struct fixture *f, int count) {
    struct buffer b = { .arena = &f->arena };
    for (int i = 0; i < count; i++)
        buffer_printf(&b, i ? "\n%d" : "%d", i + 1);
    return buffer_text(&b);
}

static void rows_before(struct fixture *f, int count) {
    for (int i = 0; i < count; i++)
        words(f, PAGE_BODY, arena_printf(&f->arena, "before %d", i));
}

/* ---- looking */

static bool near(float a, float b) {
    return fabsf(a - b) < 0.01f;
}

static const struct page *page(const struct fixture *f, int number) {
    assert_true(number < f->pages.pages.count);
    return &f->pages.pages.items[number];
}

/* All pages hold of one text, page after page; the mark points at the text it was given. */
static const char *found(struct fixture *f, const char *text) {
    struct buffer b = { .arena = &f->arena };
    for (int i = 0; i < f->pages.pages.count; i++)
        for (int k = 0; k < page(f, i)->marks.count; k++) {
            const struct page_mark *m = &page(f, i)->marks.items[k];
            if (m->kind != PAGE_TEXT || m->text->text != text)
                continue;
            int from = m->text->lines[m->from].from, to = m->text->lines[m->to - 1].to;
            buffer_add_bytes(&b, text + from, (size_t)(to - from));
        }
    return buffer_text(&b);
}

static void every_text_is_there(struct fixture *f) {
    for (int i = 0; i < f->text_count; i++)
        assert_string_equal(found(f, f->texts[i]), f->texts[i]);
}

/* On every page what was given first comes first. */
static void texts_stand_in_order(const struct fixture *f) {
    for (int i = 0; i < f->pages.pages.count; i++)
        for (int k = 0, at = -1; k < page(f, i)->marks.count; k++) {
            const struct page_mark *m = &page(f, i)->marks.items[k];
            for (int t = 0; m->kind == PAGE_TEXT && t < f->text_count; t++)
                if (m->text->text == f->texts[t]) {
                    assert_true(t > at);
                    at = t;
                }
        }
}

static void no_page_has_a_fault(const struct fixture *f) {
    char what[200];
    for (int i = 0; i < f->pages.pages.count; i++)
        if (page_faults(page(f, i), what, sizeof what))
            fail_msg("page %d of %d: %s", i + 1, f->pages.pages.count, what);
}

/* ---- nothing is lost */

static void five_thousand_words_are_kept_in_their_order(void **state) {
    struct fixture *f = *state;
    for (int way = 0; way < 2; way++) {
        struct buffer text = { .arena = &f->arena }, seen = { .arena = &f->arena };
        begin(f, both_ways[way]);
        for (int i = 0; i < 5000; i++)
            buffer_printf(&text, i ? " word%d" : "word%d", i);
        words(f, PAGE_BODY, buffer_text(&text));
        end(f);
        assert_true(f->pages.pages.count >= 8);
        for (int i = 0; i < f->pages.pages.count; i++)
            buffer_add(&seen, page_words(&f->arena, page(f, i)));
        assert_string_equal(buffer_text(&seen), buffer_text(&text));
        no_page_has_a_fault(f);
    }
}

static void many_short_rows_are_kept_in_their_order(void **state) {
    struct fixture *f = *state;
    struct buffer expected = { .arena = &f->arena }, seen = { .arena = &f->arena };
    begin(f, &to_the_right);
    for (int i = 0; i < 300; i++) {
        buffer_printf(&expected, "row %d\n", i);
        words(f, PAGE_BODY, arena_printf(&f->arena, "row %d", i));
    }
    end(f);
    for (int i = 0; i < f->pages.pages.count; i++)
        buffer_printf(&seen, "%s\n", page_words(&f->arena, page(f, i)));
    assert_string_equal(buffer_text(&seen), buffer_text(&expected));
    no_page_has_a_fault(f);
}

static void a_word_wider_than_its_column_is_broken_and_kept(void **state) {
    static const char *const letters[] = { "m", "Щ", "ش" };
    struct fixture *f = *state;
    for (int i = 0; i < 6; i++) {
        struct buffer word = { .arena = &f->arena };
        begin(f, both_ways[i % 2]);
        for (int k = 0; k < 400; k++)
            buffer_add(&word, letters[i / 2]);
        two_columns(f, buffer_text(&word), "beside it");
        two_columns(f, "the same", buffer_text(&word));
        end(f);
        assert_string_equal(found(f, buffer_text(&word)), arena_printf(&f->arena, "%s%s", buffer_text(&word), buffer_text(&word)));
        no_page_has_a_fault(f);
    }
}

static void an_empty_text_takes_a_line_and_no_more(void **state) {
    struct fixture *f = *state;
    begin(f, &to_the_right);
    float y = f->layout.y;
    two_columns(f, "Name", "");
    assert_true(f->layout.y == y + layout_line(PAGE_BODY));
    words(f, PAGE_BODY, "");
    assert_true(f->layout.y == y + 2 * layout_line(PAGE_BODY));
}

/* ---- where pages end */

/* How many lines of a row of two texts stand on a page. */
static int lines_on(const struct fixture *f, int number, const char *left, const char *right) {
    int most = 0;
    for (int i = 0; number < f->pages.pages.count && i < page(f, number)->marks.count; i++) {
        const struct page_mark *m = &page(f, number)->marks.items[i];
        if (m->kind == PAGE_TEXT && (m->text->text == left || m->text->text == right) && m->to - m->from > most)
            most = m->to - m->from;
    }
    return most;
}

static void a_row_that_is_torn_has_two_lines_on_either_side(void **state) {
    struct fixture *f = *state;
    int torn = 0;
    for (int before = 40; before < 60; before++)
        for (int left = 1; left < 12; left += 3)
            for (int right = 1; right < 12; right++) {
                int count = left > right ? left : right;
                begin(f, &to_the_right);
                rows_before(f, before);
                const char *a = lines(f, left), *b = lines(f, right);
                two_columns(f, a, b);
                end(f);
                int here = lines_on(f, 0, a, b), there = lines_on(f, 1, a, b);
                assert_int_equal(here + there, count);
                if (here > 0 && there > 0 && (here < 2 || there < 2 || count < 4))
                    fail_msg("%d rows before: %d lines were torn into %d and %d", before, count, here, there);
                torn += here > 0 && there > 0;
                every_text_is_there(f);
                no_page_has_a_fault(f);
            }
    assert_true(torn > 50);
}

static float y_on(const struct fixture *f, int number, const char *text) {
    for (int i = 0; i < page(f, number)->marks.count; i++)
        if (page(f, number)->marks.items[i].kind == PAGE_TEXT && page(f, number)->marks.items[i].text->text == text)
            return page(f, number)->marks.items[i].y;
    fail_msg("not on page %d", number + 1);
    return 0;
}

static void both_columns_go_on_side_by_side_over_many_pages(void **state) {
    struct fixture *f = *state;
    begin(f, &to_the_right);
    rows_before(f, 30);
    const char *left = lines(f, 200), *right = lines(f, 160);
    two_columns(f, left, right);
    words(f, PAGE_BODY, "behind");
    end(f);
    assert_int_equal(f->pages.pages.count, 5);
    for (int i = 0; i < 4; i++)
        assert_true(y_on(f, i, left) == y_on(f, i, right));
    every_text_is_there(f);
    texts_stand_in_order(f);
}

/* The page a text begins on. */
static int page_of(const struct fixture *f, const char *text) {
    for (int i = 0; i < f->pages.pages.count; i++)
        if (lines_on(f, i, text, text) > 0)
            return i;
    fail_msg("on no page: %s", text);
    return -1;
}

/* The label is said again, to be seen only; where it goes on itself, it is not. */
static void a_row_that_goes_on_says_what_it_is_about(void **state) {
    struct fixture *f = *state;
    begin(f, &to_the_right);
    two_columns(f, "What the person said", lines(f, 120));
    two_columns(f, lines(f, 120), lines(f, 120));
    end(f);
    assert_true(f->pages.pages.count > 3);
    for (int i = 0; i < f->pages.pages.count; i++) {
        bool again = false;
        for (int k = 0; k < page(f, i)->marks.count; k++) {
            const struct page_mark *m = &page(f, i)->marks.items[k];
            again = again || (m->kind == PAGE_TEXT && m->artifact && !strcmp(m->text->text, "What the person said (continued)"));
        }
        assert_int_equal(again, i == 1 || i == 2);
    }
    every_text_is_there(f);
    no_page_has_a_fault(f);
}

/* Its last piece may be lower than the label with what is added to it. */
static void a_label_that_is_said_again_is_not_cut(void **state) {
    struct fixture *f = *state;
    int said_again = 0;
    for (int before = 30; before < 60; before++) {
        begin(f, &to_the_right);
        rows_before(f, before);
        two_columns(f, "A name of a field that takes a whole line and then goes on over a second one", lines(f, 12));
        two_columns(f, "What comes next", "below it");
        end(f);
        for (int i = 0; i < f->pages.pages.count; i++)
            for (int k = 0; k < page(f, i)->marks.count; k++) {
                const struct page_mark *m = &page(f, i)->marks.items[k];
                if (m->kind != PAGE_TEXT || !m->artifact)
                    continue;
                assert_int_equal(m->to, m->text->line_count);
                said_again++;
            }
        no_page_has_a_fault(f);
    }
    assert_true(said_again > 5);
}

/* Once a page, above the first row of what it heads; not where the page begins with the head itself. */
static void rows_that_begin_a_page_say_what_they_belong_to(void **state) {
    struct fixture *f = *state;
    int said = 0;
    for (int rows = 40; rows < 60; rows++) {
        begin(f, &to_the_right);
        rows_before(f, rows);
        words(f, PAGE_BOLD, "The statement");
        f->layout.about = "The statement";
        for (int i = 0; i < 4; i++)
            two_columns(f, arena_printf(&f->arena, "Label %d", i), lines(f, 2));
        f->layout.about = NULL;
        words(f, PAGE_BODY, "behind");
        end(f);
        every_text_is_there(f);
        no_page_has_a_fault(f);
        const struct page_mark *first = f->pages.pages.count > 1 ? page(f, 1)->marks.items : NULL;
        if (!first)
            continue;
        bool label = first->kind == PAGE_BEGIN && !strcmp(first->tag, "Lbl"), again = first->kind == PAGE_TEXT && first->artifact;
        assert_false(label);
        assert_true(!again || !strcmp(first->text->text, "The statement (continued)"));
        said += again;
    }
    assert_int_equal(said, 8); /* each of the two lines of four rows may be the first of the page, but none is torn */
}

static void a_heading_is_kept_with_what_it_heads(void **state) {
    struct fixture *f = *state;
    int moved = 0;
    for (int before = 40; before < 60; before++)
        for (int count = 1; count < 9; count++) {
            begin(f, &to_the_right);
            rows_before(f, before);
            layout_keep(&f->layout, layout_line(PAGE_HEADING) + 3 * layout_line(PAGE_BODY));
            words(f, PAGE_HEADING, "Heading");
            const char *body = lines(f, count);
            two_columns(f, "Name", body);
            end(f);
            if (page_of(f, "Heading") != page_of(f, body))
                fail_msg("%d rows before, %d lines: the heading stands alone", before, count);
            moved += page_of(f, "Heading");
        }
    assert_true(moved > 20);
}

static void what_is_kept_stays_where_there_is_room(void **state) {
    struct fixture *f = *state;
    begin(f, &to_the_right);
    layout_keep(&f->layout, 2000);
    words(f, PAGE_BODY, "first");
    layout_keep(&f->layout, 600);
    words(f, PAGE_BODY, "second");
    layout_keep(&f->layout, 2000); /* higher than a page: a new one, and no more than that */
    words(f, PAGE_BODY, "third");
    layout_keep(&f->layout, 10);
    words(f, PAGE_BODY, "fourth");
    end(f);
    assert_int_equal(f->pages.pages.count, 2);
    assert_int_equal(page_of(f, "second"), 0);
    assert_int_equal(page_of(f, "third"), 1);
    assert_int_equal(page_of(f, "fourth"), 1);
}

static void a_page_begins_with_words_and_not_with_gaps_or_rules(void **state) {
    struct fixture *f = *state;
    begin(f, &to_the_right);
    words(f, PAGE_BODY, lines(f, 54));
    const char *next = lines(f, 4);
    layout_keep(&f->layout, 100);
    layout_gap(&f->layout, 7);
    layout_rule(&f->layout);
    words(f, PAGE_BODY, next);
    words(f, PAGE_BODY, lines(f, 60));
    end(f);
    assert_true(y_on(f, 1, next) == y_on(f, 2, f->texts[2]));
    for (int i = 0; i < page(f, 1)->marks.count; i++)
        assert_int_not_equal(page(f, 1)->marks.items[i].kind, PAGE_BOX);
}

/* The one square, on the page of the words it is for, in the middle of their line and left of them. */
static void a_square_stands_in_the_row_it_is_for(void **state) {
    struct fixture *f = *state;
    for (int rows = 40; rows < 60; rows++) {
        begin(f, &to_the_right);
        rows_before(f, rows);
        to_fill_in(f, lines(f, 3));
        end(f);
        int squares = 0;
        for (int i = 0; i < f->pages.pages.count; i++)
            for (int k = 0; k < page(f, i)->marks.count; k++) {
                const struct page_mark *box = &page(f, i)->marks.items[k], *text = box + 2; /* the element begins between them */
                if (box->kind != PAGE_BOX)
                    continue;
                squares++;
                assert_true(text->kind == PAGE_TEXT && !strcmp(text->text->text, "Not filled in"));
                assert_true(near(box->y + box->h / 2, text->y + text->h / 2) && box->x + box->w < text->x);
            }
        assert_int_equal(squares, 1);
    }
}

static bool is_framed(const struct page *p, const struct page_mark *words) {
    for (int i = 0; i < p->marks.count; i++) {
        const struct page_mark *m = &p->marks.items[i];
        if (m->kind == PAGE_BOX && m->edge > 0 && m->y < words->y && m->y + m->h > words->y + words->h)
            return true;
    }
    return false;
}

static void a_frame_goes_round_its_words_on_each_page(void **state) {
    struct fixture *f = *state;
    for (int count = 1; count < 150; count += 20) {
        begin(f, &to_the_right);
        rows_before(f, 5);
        f->layout.y += 8;
        struct layout_place from = layout_here(&f->layout);
        f->layout.y += 7;
        const char *inside = lines(f, count), *behind = "behind it";
        words(f, PAGE_SMALL, inside);
        f->layout.y += 7;
        layout_frame(&f->layout, from);
        words(f, PAGE_BODY, behind);
        end(f);
        assert_true(count < 100 || f->pages.pages.count > 1);
        for (int i = 0; i < f->pages.pages.count; i++)
            for (int k = 0; k < page(f, i)->marks.count; k++) {
                const struct page_mark *m = &page(f, i)->marks.items[k];
                if (m->kind == PAGE_TEXT && is_framed(page(f, i), m) != (m->text->text == inside))
                    fail_msg("%d lines, page %d: %s", count, i + 1, m->text->text == inside ? "no frame" : "a frame too much");
            }
    }
}

static void elements_are_ended_in_the_order_they_were_begun(void **state) {
    struct fixture *f = *state;
    const char *open[8];
    int depth = 0;
    begin(f, &to_the_right);
    layout_open(&f->layout, "Document");
    layout_open(&f->layout, "LI");
    two_columns(f, lines(f, 90), lines(f, 130));
    layout_close(&f->layout, "LI");
    layout_close(&f->layout, "Document");
    end(f);
    for (int i = 0; i < f->pages.pages.count; i++)
        for (int k = 0; k < page(f, i)->marks.count; k++) {
            const struct page_mark *m = &page(f, i)->marks.items[k];
            if (m->kind == PAGE_BEGIN)
                open[depth++] = m->tag;
            if (m->kind == PAGE_END)
                assert_string_equal(m->tag, open[--depth]);
            assert_in_range(depth, 0, 7);
        }
    assert_int_equal(depth, 0);
}

static const struct page_mark *mark_of(const struct page *p, const char *text) {
    for (int i = 0; i < p->marks.count; i++)
        if (p->marks.items[i].kind == PAGE_TEXT && !strcmp(p->marks.items[i].text->text, text))
            return &p->marks.items[i];
    fail_msg("not there: %s", text);
    return NULL;
}

static void every_page_says_its_number_and_the_first_has_a_head_of_its_own(void **state) {
    struct fixture *f = *state;
    begin(f, &to_the_right);
    words(f, PAGE_BODY, lines(f, 130));
    layout_end(&f->layout,
               &(struct page_edges){
                   .first_head_end = "7K-M2Q9", .head = "Note 7K-M2Q9", .foot = "To be deleted", .foot_end = "Page {page} of {pages}" });
    assert_int_equal(f->pages.pages.count, 3);
    for (int i = 0; i < 3; i++) {
        const char *all = page_words(&f->arena, page(f, i));
        assert_non_null(strstr(all, arena_printf(&f->arena, "Page %d of 3", i + 1)));
        assert_non_null(strstr(all, "To be deleted"));
        assert_true(!strstr(all, "Note 7K-M2Q9") == (i == 0));
    }
    const struct page_mark *far = mark_of(page(f, 0), "7K-M2Q9");
    assert_true(near(far->x + far->text->lines[0].width, PAGE_WIDTH - PAGE_MARGIN));
    no_page_has_a_fault(f);
}

/* ---- any document */

static unsigned dice(struct fixture *f, unsigned sides) {
    f->random = f->random * 1103515245u + 12345u;
    return f->random / 65536 % sides;
}

/* Half of them in the script that is written the same way as the language. */
static void add_word(struct fixture *f, struct buffer *b) {
    static const char *const latin[] = { "a", "b", "é", "ffi", "m", "W", "(", ")", "7", "-", "." };
    static const char *const greek[] = { "α", "Ω", "ή", "σ" };
    static const char *const cyrillic[] = { "ж", "Щ", "ю", "к" };
    static const char *const arabic[] = { "ل", "ا", "ش", "ه", "ي" };
    static const struct {
        const char *const *letters;
        unsigned count;
    } scripts[] = { { latin, 11 }, { greek, 4 }, { cyrillic, 4 }, { arabic, 5 }, { arabic, 5 }, { arabic, 5 } };
    unsigned script = dice(f, f->language->right_to_left ? 6 : 4), size = dice(f, 60) ? 1 + dice(f, 12) : 90;
    for (unsigned i = 0; i < size; i++)
        buffer_add(b, scripts[script].letters[dice(f, scripts[script].count)]);
}

static const char *any_words(struct fixture *f, unsigned most) {
    struct buffer b = { .arena = &f->arena };
    unsigned count = 1 + dice(f, most);
    for (unsigned i = 0; i < count; i++) {
        if (i)
            buffer_add(&b, dice(f, 40) ? " " : "\n");
        add_word(f, &b);
    }
    return buffer_text(&b);
}

static void any_row(struct fixture *f) {
    switch (dice(f, 8)) {
    case 0:
        layout_keep(&f->layout, 60);
        layout_rule(&f->layout);
        layout_gap(&f->layout, 5);
        words(f, PAGE_HEADING, any_words(f, 6));
        break;
    case 1: words(f, PAGE_TITLE, any_words(f, 20)); break;
    case 2: words(f, (enum page_type)(PAGE_BODY + dice(f, 3)), any_words(f, 300)); break;
    case 3: layout_gap(&f->layout, (float)dice(f, 30)); break;
    case 4: to_fill_in(f, any_words(f, 8)); break;
    default: two_columns(f, any_words(f, 8), any_words(f, 60));
    }
}

static void a_hundred_documents_have_no_fault_and_lose_nothing(void **state) {
    struct fixture *f = *state;
    f->random = 7;
    for (int round = 0; round < 100; round++) {
        begin(f, both_ways[round % 2]);
        words(f, PAGE_TITLE, "A title"); /* beside the head of the first page */
        for (unsigned rows = 1 + dice(f, 60); rows > 0; rows--)
            any_row(f);
        layout_end(&f->layout,
                   &(struct page_edges){
                       .first_head_end = "7K-M2Q9", .head = "Note 7K-M2Q9", .foot = "To be deleted", .foot_end = "{page} of {pages}" });
        no_page_has_a_fault(f);
        every_text_is_there(f);
        texts_stand_in_order(f);
    }
}

/* What was typed keeps its blanks; they are no words and may not push any aside. */
static void blanks_where_a_line_ends_are_no_fault(void **state) {
    struct fixture *f = *state;
    for (int way = 0; way < 2; way++) {
        struct buffer b = { .arena = &f->arena };
        begin(f, both_ways[way]);
        for (int i = 0; i < 60; i++)
            buffer_printf(&b, "word%*s", 1 + i % 20, "");
        two_columns(f, buffer_text(&b), buffer_text(&b));
        end(f);
        no_page_has_a_fault(f);
    }
}

/* ---- the other way round */

static struct pages copy_of_document(struct fixture *f, struct arena *a, const struct language *language) {
    struct pages pages = { .fonts = &f->fonts, .language = language };
    struct layout l = layout_begin(a, &pages);
    const struct page_cell cells[] = { { .text = lines(f, 3), .x = 14, .w = 100, .type = PAGE_BODY, .square = true },
                                       { .text = "Words that take two lines at least, so that the end of the first is not that of the "
                                                 "second, and then some more of them to be sure.",
                                         .x = 126,
                                         .w = 300,
                                         .type = PAGE_BODY } };
    layout_words(&l, "H1", PAGE_TITLE, "A title");
    layout_rule(&l);
    for (int i = 0; i < 40; i++)
        layout_row(&l, cells, 2);
    layout_frame(&l, (struct layout_place){ layout_here(&l).page, l.y - 50 });
    layout_end(&l, &(struct page_edges){ .head = "Head", .head_end = "Its end", .foot = "Foot", .foot_end = "Page {page}" });
    return pages;
}

/* Latin words run from left to right on either page: the blank behind a line hangs over its end. */
static float ink_end(const struct paragraph *p, const struct text_line *line) {
    const struct text_run *last = &line->runs[line->run_count - 1];
    const struct glyph *glyph = &last->glyphs[last->glyph_count - 1];
    return line->x + line->width - (p->text[glyph->cluster] == ' ' ? glyph->advance : 0);
}

static void is_mirror(const struct page_mark *a, const struct page_mark *b) {
    assert_int_equal(a->kind, b->kind);
    assert_true(a->y == b->y && near(a->w, b->w) && a->h == b->h);
    if (a->kind == PAGE_BOX || a->kind == PAGE_TEXT)
        assert_true(near(b->x + b->w, PAGE_WIDTH - a->x));
    for (int i = a->from; a->kind == PAGE_TEXT && i < a->to; i++) {
        const struct text_line *right = &a->text->lines[i], *left = &b->text->lines[i];
        if (a->text->size == b->text->size) /* what is filled in stands apart from right to left */
            assert_int_equal(right->to, left->to);
        assert_true(near(b->x + ink_end(b->text, left), PAGE_WIDTH - (a->x + right->x)));
    }
}

static void pages_from_right_to_left_are_the_mirror(void **state) {
    struct fixture *f = *state;
    struct pages a = copy_of_document(f, &f->arena, &to_the_right), b = copy_of_document(f, &f->arena, &to_the_left);
    assert_true(a.pages.count > 1 && b.pages.count == a.pages.count);
    for (int i = 0; i < a.pages.count; i++) {
        assert_int_equal(a.pages.items[i].marks.count, b.pages.items[i].marks.count);
        for (int k = 0; k < a.pages.items[i].marks.count; k++)
            is_mirror(&a.pages.items[i].marks.items[k], &b.pages.items[i].marks.items[k]);
    }
}

/* ---- the check itself */

struct spot {
    float x, y;
};

/* A page with the same words at each spot. */
static int faults_at(struct fixture *f, const struct spot *spots, int count, const char *say) {
    struct paragraph p = paragraph_make(&f->arena, &f->fonts, "some words", &(struct paragraph_options){ .style = { 10, 14, false } });
    struct page by_hand = { .capacity = 0 };
    char what[200] = "";
    by_hand.marks.items = arena_alloc(&f->arena, (size_t)count, sizeof *by_hand.marks.items);
    for (int i = 0; i < count; i++)
        by_hand.marks.items[by_hand.marks.count++] =
            (struct page_mark){ .kind = PAGE_TEXT, .x = spots[i].x, .y = spots[i].y, .w = 60, .h = 14, .text = &p, .to = 1 };
    int faults = page_faults(&by_hand, what, sizeof what);
    assert_true(faults == 0 ? !*what : strstr(what, say) && strstr(what, "some words"));
    return faults;
}

static void words_outside_the_margins_are_found(void **state) {
    static const struct spot outside[] = { { -20, 400 }, { 30, 400 },  { 520, 400 }, { 590, 400 },
                                           { 100, 20 },  { 100, 805 }, { 100, -50 }, { 100, 900 } };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof outside / sizeof *outside; i++)
        assert_int_equal(faults_at(f, &outside[i], 1, "leave the page"), 1);
}

static void words_over_words_are_found(void **state) {
    static const struct spot over[][2] = {
        { { 100, 100 }, { 100, 100 } }, { { 100, 100 }, { 140, 100 } }, { { 100, 100 }, { 100, 110 } }, { { 100, 100 }, { 70, 92 } }
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof over / sizeof *over; i++)
        assert_int_equal(faults_at(f, over[i], 2, "over words"), 1);
}

static void words_side_by_side_and_below_one_another_are_no_fault(void **state) {
    static const struct spot apart[] = { { 50, 40 }, { 150, 40 }, { 50, 54 }, { 50, 68 }, { 480, 68 }, { 50, 790 } };
    assert_int_equal(faults_at(*state, apart, 6, ""), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(five_thousand_words_are_kept_in_their_order, clean),
        cmocka_unit_test_teardown(many_short_rows_are_kept_in_their_order, clean),
        cmocka_unit_test_teardown(a_word_wider_than_its_column_is_broken_and_kept, clean),
        cmocka_unit_test_teardown(an_empty_text_takes_a_line_and_no_more, clean),
        cmocka_unit_test_teardown(a_row_that_is_torn_has_two_lines_on_either_side, clean),
        cmocka_unit_test_teardown(both_columns_go_on_side_by_side_over_many_pages, clean),
        cmocka_unit_test_teardown(a_row_that_goes_on_says_what_it_is_about, clean),
        cmocka_unit_test_teardown(a_label_that_is_said_again_is_not_cut, clean),
        cmocka_unit_test_teardown(rows_that_begin_a_page_say_what_they_belong_to, clean),
        cmocka_unit_test_teardown(a_heading_is_kept_with_what_it_heads, clean),
        cmocka_unit_test_teardown(what_is_kept_stays_where_there_is_room, clean),
        cmocka_unit_test_teardown(a_page_begins_with_words_and_not_with_gaps_or_rules, clean),
        cmocka_unit_test_teardown(a_square_stands_in_the_row_it_is_for, clean),
        cmocka_unit_test_teardown(a_frame_goes_round_its_words_on_each_page, clean),
        cmocka_unit_test_teardown(elements_are_ended_in_the_order_they_were_begun, clean),
        cmocka_unit_test_teardown(every_page_says_its_number_and_the_first_has_a_head_of_its_own, clean),
        cmocka_unit_test_teardown(a_hundred_documents_have_no_fault_and_lose_nothing, clean),
        cmocka_unit_test_teardown(blanks_where_a_line_ends_are_no_fault, clean),
        cmocka_unit_test_teardown(pages_from_right_to_left_are_the_mirror, clean),
        cmocka_unit_test_teardown(words_outside_the_margins_are_found, clean),
        cmocka_unit_test_teardown(words_over_words_are_found, clean),
        cmocka_unit_test_teardown(words_side_by_side_and_below_one_another_are_no_fault, clean),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
