/* Pages of paper beside a list: which keys are whose, and what shows. */
#include "paper.h"

#include "page/layout.h"
#include "ui/widgets.h"

#include <stdlib.h>

#define PAPER "note/pages"
#define STEPS_MOST 12 /* of the zoom */

struct stage {
    struct arena arena;
    struct font_set fonts;
    struct ui ui;
    struct pages pages;
    int list; /* paragraphs in the list */
};

static const struct language arabic = { .code = "ar", .tag = "ar", .right_to_left = true };

/* A note of so many pages; the last has little on it. */
static void set_pages(struct stage *s, int count) {
    s->pages = (struct pages){ .fonts = &s->fonts, .language = s->ui.language, .title = "7K-M2Q9" };
    struct layout l = layout_begin(&s->arena, &s->pages);
    for (int i = 0; i < count; i++) {
        layout_keep(&l, i ? PAGE_HEIGHT : 0);
        layout_words(&l, "P", PAGE_BODY, arena_printf(&s->arena, "These words stand on page %d.", i + 1));
    }
    layout_end(&l, &(struct page_edges){ .foot = NULL });
    assert_int_equal(s->pages.pages.count, count);
}

static int set_up(void **state) {
    struct stage *s = calloc(1, sizeof *s);
    paper_fonts(&s->arena, &s->fonts);
    s->ui = (struct ui){ .fonts = &s->fonts, .language = &language_english, .text = 1, .scale = 1, .width = 1280, .height = 800 };
    s->list = 2;
    set_pages(s, 3);
    *state = s;
    return 0;
}

static int tear_down(void **state) {
    struct stage *s = *state;
    ui_forget(&s->ui);
    font_close(&s->fonts);
    arena_free(&s->arena);
    free(s);
    return 0;
}

/* ---- a small screen: the pages at the start, a list beside them; else the list first */

static void show_list(struct stage *s) {
    struct key_item items[] = { { .id = "a", .label = "First", .cap = '1' }, { .id = "b", .label = "Second", .cap = '2' } };
    struct key_group g = { .key = "list", .items = items, .count = 2, .columns = 2 };
    ui_keys(&s->ui, &g);
    ui_default_focus(&s->ui, "list/a");
    for (int i = 0; i < s->list; i++)
        ui_words(&s->ui, ui_key(&s->ui, "words/%d", i), TYPE_BODY, PAINT_TEXT, "Words that take a line, or two where the window is narrow.",
                 0);
}

static void show(struct stage *s) {
    struct ui *ui = &s->ui;
    ui_begin(ui);
    struct rect body = ui_body(ui);
    const struct column columns[] = { { ui_paper_width(ui, body.h), false }, { 1, false } };
    ui_columns(ui, "note", body, columns, 2);
    if (!ui->columns.side_by_side)
        show_list(s);
    else
        ui_paper(ui, PAPER, &s->pages, body.h);
    ui_next_column(ui);
    if (ui->columns.side_by_side)
        show_list(s);
    else
        ui_paper(ui, PAPER, &s->pages, body.h / 2);
    ui_columns_end(ui);
    ui_end(ui);
}

static void give(struct stage *s, struct input in) {
    in.milliseconds = s->ui.milliseconds + 100;
    ui_input(&s->ui, &in);
    show(s);
    for (int i = 0; i < 4; i++) {
        ui_settle(&s->ui);
        show(s);
    }
}

static void look(struct stage *s) {
    give(s, (struct input){ 0 });
}

static void key(struct stage *s, int key) {
    give(s, (struct input){ .kind = INPUT_KEY, .key = key });
}

static void control(struct stage *s, int key) {
    give(s, (struct input){ .kind = INPUT_KEY, .key = key, .control = true });
}

static void focus(struct stage *s, const char *name) {
    ui_set_focus(&s->ui, name);
    look(s);
}

static const struct node *node(struct stage *s, const char *name) {
    const struct node *n = picture_find(ui_picture(&s->ui), name);
    if (!n)
        fail_msg("not there: %s", name);
    return n;
}

static const struct draw *drawn(struct stage *s) {
    const struct picture *p = ui_picture(&s->ui);
    for (int i = 0; i < p->draw_count; i++)
        if (p->draws[i].kind == DRAW_PAGE)
            return &p->draws[i];
    fail_msg("no page is drawn");
    return NULL;
}

/* The page that is read aloud, whether it is scrolled away or not. */
static void is_on_page(struct stage *s, int number) {
    const struct node *n = node(s, PAPER);
    assert_string_equal(n->label, arena_printf(&s->arena, "Page %d of %d", number, s->pages.pages.count));
    assert_string_equal(n->description, arena_printf(&s->arena, "These words stand on page %d.", number));
}

static void shows_page(struct stage *s, int number) {
    is_on_page(s, number);
    assert_int_equal(drawn(s)->page, number - 1);
}

static void shows_upper_edge(struct stage *s) {
    assert_true(drawn(s)->box.y > drawn(s)->clip.y - 0.1f);
}

static void shows_lower_edge(struct stage *s) {
    struct rect box = drawn(s)->box, clip = drawn(s)->clip;
    assert_true(box.y + box.h < clip.y + clip.h + 0.1f);
}

static void make_larger(struct stage *s, int steps) {
    for (int i = 0; i < steps; i++)
        key(s, KEY_PLUS);
}

static void make_narrow(struct stage *s) {
    s->ui.width = 800;
    s->ui.height = 600;
}

/* ---- the Page keys */

static void page_down_turns_the_page_where_no_list_needs_it(void **state) {
    struct stage *s = *state;
    look(s);
    shows_page(s, 1);
    key(s, KEY_PAGE_DOWN);
    shows_page(s, 2);
    key(s, KEY_PAGE_DOWN);
    key(s, KEY_PAGE_DOWN);
    shows_page(s, 3);
    key(s, KEY_PAGE_UP);
    shows_page(s, 2);
    key(s, KEY_PAGE_UP);
    key(s, KEY_PAGE_UP);
    shows_page(s, 1);
}

static void a_list_that_does_not_show_whole_keeps_the_page_keys(void **state) {
    struct stage *s = *state;
    s->list = 60;
    look(s);
    key(s, KEY_PAGE_DOWN);
    shows_page(s, 1);
    assert_true(node(s, "words/0")->state & NODE_HIDDEN);
    /* Who went to the page means the page. */
    focus(s, PAPER);
    key(s, KEY_PAGE_DOWN);
    shows_page(s, 2);
}

static void where_lists_stand_one_after_another_the_page_keys_stay_theirs(void **state) {
    struct stage *s = *state;
    make_narrow(s);
    s->list = 60;
    look(s);
    for (int i = 0; i < 30; i++)
        key(s, KEY_PAGE_DOWN);
    assert_null(picture_find(ui_picture(&s->ui), "note/more-below"));
    assert_false(node(s, PAPER)->state & NODE_HIDDEN);
    shows_page(s, 1);
    key(s, KEY_PAGE_UP);
    assert_non_null(picture_find(ui_picture(&s->ui), "note/more-below"));
    /* Also where everything shows: one key should not scroll on one day and move the page on another. */
    s->list = 0;
    focus(s, "list/a");
    float before = drawn(s)->box.y;
    key(s, KEY_PAGE_DOWN);
    shows_page(s, 1);
    assert_true(drawn(s)->box.y == before);
}

static void control_with_a_page_key_and_star_turn_pages_everywhere(void **state) {
    struct stage *s = *state;
    for (int narrow = 0; narrow < 2; narrow++) {
        s->list = 60;
        if (narrow)
            make_narrow(s);
        look(s);
        control(s, KEY_PAGE_DOWN);
        is_on_page(s, 2);
        key(s, KEY_STAR);
        is_on_page(s, 3);
        key(s, KEY_STAR);
        is_on_page(s, 3);
        control(s, KEY_PAGE_UP);
        control(s, KEY_PAGE_UP);
        is_on_page(s, 1);
        control(s, KEY_PAGE_UP);
        is_on_page(s, 1);
        assert_string_equal(s->ui.focus, narrow ? PAPER : "list/a"); /* in one column it comes into sight */
    }
}

static void the_keys_beside_the_page_stop_at_the_first_and_the_last(void **state) {
    struct stage *s = *state;
    look(s);
    assert_true(node(s, PAPER "/previous")->state & NODE_DISABLED);
    assert_false(node(s, PAPER "/next")->state & NODE_DISABLED);
    key(s, KEY_STAR);
    key(s, KEY_STAR);
    assert_false(node(s, PAPER "/previous")->state & NODE_DISABLED);
    assert_true(node(s, PAPER "/next")->state & NODE_DISABLED);
}

/* ---- larger pages */

static void larger_and_smaller_stop_at_their_ends(void **state) {
    struct stage *s = *state;
    look(s);
    assert_true(node(s, PAPER "/smaller")->state & NODE_DISABLED);
    float whole = drawn(s)->box.w, last = whole;
    for (int i = 0; i < STEPS_MOST; i++) {
        key(s, KEY_PLUS);
        assert_true(drawn(s)->box.w > last);
        last = drawn(s)->box.w;
    }
    assert_true(last > whole * 3.99f && last < whole * 4.01f);
    assert_true(node(s, PAPER "/larger")->state & NODE_DISABLED);
    key(s, KEY_PLUS);
    assert_true(drawn(s)->box.w == last);
    for (int i = 0; i < STEPS_MOST + 3; i++)
        key(s, KEY_MINUS);
    assert_true(drawn(s)->box.w == whole);
    assert_true(node(s, PAPER "/smaller")->state & NODE_DISABLED);
    shows_page(s, 1);
}

static void past_the_lower_edge_of_a_larger_page_comes_the_next(void **state) {
    struct stage *s = *state;
    look(s);
    make_larger(s, 3);
    shows_upper_edge(s);
    key(s, KEY_PAGE_DOWN);
    shows_page(s, 1);
    shows_lower_edge(s);
    key(s, KEY_PAGE_DOWN);
    shows_page(s, 2);
    shows_upper_edge(s);
    key(s, KEY_PAGE_UP);
    shows_page(s, 1);
    shows_lower_edge(s);
}

/* Every point of a page has shown before the next one comes. */
static void nothing_of_a_larger_page_is_left_out(void **state) {
    struct stage *s = *state;
    static const int keys[] = { KEY_PAGE_DOWN, KEY_DOWN };
    for (int k = 0; k < 2; k++) {
        s->ui.paper = (struct paper){ 0 };
        focus(s, PAPER);
        make_larger(s, 7);
        float seen = 0;
        for (int i = 0; i < 100 && seen < drawn(s)->box.h - 0.1f; i++, key(s, keys[k])) {
            float from = drawn(s)->clip.y - drawn(s)->box.y;
            assert_true(drawn(s)->page == 0 && from <= seen + 0.1f);
            seen = from + drawn(s)->clip.h;
        }
        shows_page(s, 2);
    }
}

static void arrows_move_over_a_larger_page_only_while_it_has_the_focus(void **state) {
    static const int keys[] = { KEY_DOWN, KEY_RIGHT, KEY_UP, KEY_LEFT };
    struct stage *s = *state;
    look(s);
    make_larger(s, 4);
    struct rect before = drawn(s)->box;
    for (int i = 0; i < 4; i++) {
        key(s, keys[i]);
        assert_true(drawn(s)->box.x == before.x && drawn(s)->box.y == before.y);
    }
    focus(s, PAPER);
    key(s, KEY_DOWN);
    assert_true(drawn(s)->box.y < before.y && drawn(s)->box.x == before.x);
    key(s, KEY_UP);
    assert_true(drawn(s)->box.y == before.y);
    assert_string_equal(s->ui.focus, PAPER);
}

static void arrows_to_the_side_show_what_lies_there_in_both_directions(void **state) {
    static const struct language *const languages[] = { &language_english, &arabic };
    struct stage *s = *state;
    for (int i = 0; i < 2; i++) {
        s->ui.language = languages[i];
        s->ui.paper = (struct paper){ 0 };
        focus(s, PAPER);
        make_larger(s, 4);
        int onward = i ? KEY_LEFT : KEY_RIGHT, back = i ? KEY_RIGHT : KEY_LEFT;
        float begin = drawn(s)->box.x;
        key(s, back);
        assert_true(drawn(s)->box.x == begin);
        key(s, onward);
        assert_true(i ? drawn(s)->box.x > begin : drawn(s)->box.x < begin);
        for (int k = 0; k < 30; k++)
            key(s, onward);
        struct rect box = drawn(s)->box, clip = drawn(s)->clip;
        assert_true(i ? box.x > clip.x - 0.1f : box.x + box.w < clip.x + clip.w + 0.1f);
        key(s, back);
        assert_true(i ? drawn(s)->box.x < box.x : drawn(s)->box.x > box.x);
    }
}

static void a_wheel_over_the_page_moves_it(void **state) {
    struct stage *s = *state;
    look(s);
    struct rect clip = drawn(s)->clip;
    const struct input wheel = { .kind = INPUT_WHEEL, .x = clip.x + 50, .y = clip.y + 50, .rows = 1 };
    give(s, wheel);
    shows_page(s, 2);
    make_larger(s, 4);
    float before = drawn(s)->box.y;
    give(s, wheel);
    shows_page(s, 2);
    assert_true(drawn(s)->box.y < before);
}

/* ---- notes that change, windows of every size */

static void a_shorter_note_never_shows_a_page_that_is_not_there(void **state) {
    struct stage *s = *state;
    look(s);
    key(s, KEY_PAGE_DOWN);
    key(s, KEY_PAGE_DOWN);
    shows_page(s, 3);
    for (int count = 2; count > 0; count--) {
        set_pages(s, count);
        look(s);
        shows_page(s, count);
        key(s, KEY_PAGE_DOWN);
        key(s, KEY_STAR);
        shows_page(s, count);
    }
}

static void the_paper_is_never_drawn_over_what_stands_beside_it(void **state) {
    static const struct {
        float width, height, text;
    } sizes[] = { { 800, 600, 1 }, { 800, 600, 2 }, { 1280, 800, 1 }, { 1280, 800, 2 }, { 1920, 1080, 1.5f }, { 1080, 1920, 1 } };
    struct stage *s = *state;
    char what[200] = "";
    for (size_t i = 0; i < 4 * sizeof sizes / sizeof *sizes; i++) {
        s->ui.paper = (struct paper){ 0 };
        s->ui.width = sizes[i / 4].width;
        s->ui.height = sizes[i / 4].height;
        s->ui.text = sizes[i / 4].text;
        s->ui.language = i % 2 ? &arabic : &language_english;
        focus(s, PAPER);
        make_larger(s, i / 2 % 2 ? 5 : 0);
        if (picture_faults(ui_picture(&s->ui), what, sizeof what))
            fail_msg("%gx%g at %g: %s", (double)s->ui.width, (double)s->ui.height, (double)s->ui.text, what);
        struct rect shown = drawn(s)->clip, larger = node(s, PAPER "/larger")->box;
        assert_true(shown.x >= 0 && shown.x + shown.w <= s->ui.width);
        assert_true(i % 2 ? larger.x + larger.w <= shown.x : larger.x >= shown.x + shown.w);
    }
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(page_down_turns_the_page_where_no_list_needs_it),
        TEST(a_list_that_does_not_show_whole_keeps_the_page_keys),
        TEST(where_lists_stand_one_after_another_the_page_keys_stay_theirs),
        TEST(control_with_a_page_key_and_star_turn_pages_everywhere),
        TEST(the_keys_beside_the_page_stop_at_the_first_and_the_last),
        TEST(larger_and_smaller_stop_at_their_ends),
        TEST(past_the_lower_edge_of_a_larger_page_comes_the_next),
        TEST(nothing_of_a_larger_page_is_left_out),
        TEST(arrows_move_over_a_larger_page_only_while_it_has_the_focus),
        TEST(arrows_to_the_side_show_what_lies_there_in_both_directions),
        TEST(a_wheel_over_the_page_moves_it),
        TEST(a_shorter_note_never_shows_a_page_that_is_not_there),
        TEST(the_paper_is_never_drawn_over_what_stands_beside_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
