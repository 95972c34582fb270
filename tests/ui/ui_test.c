/* The kit without a window: what inputs mean, what shows, what is mirrored. */
#include "support.h"

#include "ui/widgets.h"

#include <stdio.h>
#include <stdlib.h>

struct stage {
    struct arena arena;
    struct font_set fonts;
    struct ui ui;
    int chosen[3];   /* of two groups and a set of rows */
    char text[64];   /* of the field */
    int paragraphs;  /* to place, for scrolling */
    bool went, left; /* the primary button; the field was left with other text */
};

static struct language arabic = { .code = "ar", .tag = "ar", .right_to_left = true };

static void add_font(struct stage *s, const char *name, bool bold) {
    struct error e = { 0 };
    struct bytes file = support_file(&s->arena, arena_printf(&s->arena, BUILD_DIR "/fonts/%s", name));
    assert_true(font_add(&s->fonts, file, name, bold, &e));
}

static int set_up(void **state) {
    struct stage *s = calloc(1, sizeof *s);
    add_font(s, "NotoSans-Regular.ttf", false);
    add_font(s, "NotoSans-Bold.ttf", true);
    s->ui = (struct ui){ .fonts = &s->fonts, .language = &language_english, .text = 1, .scale = 1, .width = 1280, .height = 800 };
    s->chosen[0] = s->chosen[1] = -1;
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

/* ---- a small screen: two groups of keys, a field, paragraphs, a footer */

static void show_group(struct stage *s, int which) {
    struct key_item items[] = { { .id = "a", .label = "First", .cap = '1' },
                                { .id = "b", .label = "Second", .cap = '2' },
                                { .id = "c", .label = "Third", .cap = '3' } };
    struct key_group g = { .key = which ? "two" : "one", .items = items, .count = 3, .columns = 3 };
    if (s->chosen[which] >= 0)
        items[s->chosen[which]].on = true;
    int pressed = ui_keys(&s->ui, &g);
    if (pressed >= 0)
        s->chosen[which] = pressed;
    ui_gap(&s->ui, SPACE_3);
}

static void show_body(struct stage *s) {
    const char *text;
    struct text_field f = { .key = "field", .label = "Words", .value = s->text, .limit = 60, .lines = 1, .shortcut = { KEY_PLUS, false } };
    show_group(s, 0);
    show_group(s, 1);
    if (ui_field(&s->ui, &f, &text)) {
        s->left = true;
        snprintf(s->text, sizeof s->text, "%s", text);
    }
    for (int i = 0; i < s->paragraphs; i++) {
        ui_heading(&s->ui, ui_key(&s->ui, "part/%d", i), ui_key(&s->ui, "Part %d", i), NULL);
        ui_words(&s->ui, ui_key(&s->ui, "words/%d", i), TYPE_BODY, PAINT_TEXT, "Words that take a line, or two where the window is narrow.",
                 0);
    }
}

static void show(struct stage *s) {
    struct footer f = { .back = "Back", .primary = { .key = "next", .label = "Go on", .icon = ICON_NEXT } };
    ui_begin(&s->ui);
    if (ui_footer(&s->ui, &f) == FOOTER_PRIMARY)
        s->went = true;
    ui_region(&s->ui, "body", ui_body(&s->ui));
    show_body(s);
    ui_region_end(&s->ui);
    ui_default_focus(&s->ui, "one/a");
    ui_end(&s->ui);
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

static void key(struct stage *s, int key) {
    give(s, (struct input){ .kind = INPUT_KEY, .key = key });
}

static void type(struct stage *s, const char *text) {
    give(s, (struct input){ .kind = INPUT_TEXT, .text = text });
}

static const struct node *node(struct stage *s, const char *name) {
    const struct node *n = picture_find(ui_picture(&s->ui), name);
    assert_non_null(n);
    return n;
}

static void point(struct stage *s, enum input_kind kind, const char *name, bool touch) {
    struct rect box = node(s, name)->box;
    give(s, (struct input){ .kind = kind, .x = box.x + box.w / 2, .y = box.y + box.h / 2, .touch = touch });
}

/* ---- tests */

static void digits_press_the_group_that_has_the_focus(void **state) {
    struct stage *s = *state;
    give(s, (struct input){ 0 });
    key(s, '2');
    assert_int_equal(s->chosen[0], 1);
    assert_int_equal(s->chosen[1], -1);
    point(s, INPUT_DOWN, "two/a", false);
    point(s, INPUT_UP, "two/a", false);
    key(s, '3');
    assert_int_equal(s->chosen[0], 1);
    assert_int_equal(s->chosen[1], 2);
}

static void only_the_active_group_shows_its_key_caps(void **state) {
    struct stage *s = *state;
    s->ui.caps = CAPS_ALWAYS;
    give(s, (struct input){ 0 });
    assert_int_equal(node(s, "one/a")->shortcuts[0].key, '1');
    assert_int_equal(node(s, "two/a")->shortcuts[0].key, 0);
}

static void arrows_move_inside_a_group_and_never_answer(void **state) {
    struct stage *s = *state;
    give(s, (struct input){ 0 });
    key(s, KEY_RIGHT);
    key(s, KEY_RIGHT);
    key(s, KEY_RIGHT);
    assert_string_equal(s->ui.focus, "one/c");
    key(s, KEY_LEFT);
    assert_string_equal(s->ui.focus, "one/b");
    assert_int_equal(s->chosen[0], -1);
    key(s, KEY_SPACE);
    assert_int_equal(s->chosen[0], 1);
}

static void enter_goes_on_from_an_answer_and_presses_a_button_reached_by_tab(void **state) {
    struct stage *s = *state;
    give(s, (struct input){ 0 });
    key(s, KEY_ENTER);
    assert_true(s->went);
    s->went = false;
    while (strcmp(s->ui.focus, "footer/back") != 0)
        key(s, KEY_TAB);
    key(s, KEY_ENTER);
    assert_false(s->went);
}

static void a_button_pressed_by_its_own_key_leaves_the_focus(void **state) {
    struct stage *s = *state;
    give(s, (struct input){ 0 });
    key(s, KEY_RIGHT);
    key(s, KEY_ESCAPE);
    assert_string_equal(s->ui.focus, "one/b");
    key(s, KEY_ENTER);
    assert_true(s->went);
}

static void tab_goes_from_group_to_group_and_comes_to_the_footer_last(void **state) {
    struct stage *s = *state;
    s->chosen[1] = 2;
    give(s, (struct input){ 0 });
    const char *const order[] = { "two/c", "field", "footer/back", "next", "one/a" };
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        key(s, KEY_TAB);
        assert_string_equal(s->ui.focus, order[i]);
    }
}

static void a_field_takes_digits_and_enter_leaves_it(void **state) {
    struct stage *s = *state;
    give(s, (struct input){ 0 });
    key(s, KEY_PLUS);
    assert_true(s->ui.typing);
    type(s, "at 2");
    assert_int_equal(s->chosen[0], -1);
    key(s, KEY_ENTER);
    assert_false(s->ui.typing);
    assert_false(s->went);
    assert_string_equal(s->text, "at 2");
    key(s, '2');
    assert_int_equal(s->chosen[0], 1);
}

static void leaving_a_field_by_any_way_keeps_its_words(void **state) {
    struct stage *s = *state;
    give(s, (struct input){ 0 });
    key(s, KEY_PLUS);
    type(s, "one");
    key(s, KEY_TAB);
    assert_string_equal(s->text, "one");
    key(s, KEY_PLUS);
    type(s, " two");
    point(s, INPUT_DOWN, "one/b", false);
    assert_string_equal(s->text, "one two");
    key(s, KEY_PLUS);
    type(s, " three");
    key(s, KEY_ESCAPE);
    assert_string_equal(s->text, "one two three");
}

static void what_is_too_long_for_a_field_is_said_and_the_rest_stays(void **state) {
    struct stage *s = *state;
    char text[10001];
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    give(s, (struct input){ 0 });
    key(s, KEY_PLUS);
    type(s, text);
    assert_non_null(picture_find(ui_picture(&s->ui), "field/problem"));
    key(s, KEY_ENTER);
    assert_int_equal(strlen(s->text), 60);
}

static void a_press_that_ends_elsewhere_presses_nothing(void **state) {
    struct stage *s = *state;
    give(s, (struct input){ 0 });
    point(s, INPUT_DOWN, "one/a", false);
    point(s, INPUT_UP, "one/b", false);
    assert_int_equal(s->chosen[0], -1);
}

static void a_finger_hides_ring_and_caps_and_a_key_brings_them_back(void **state) {
    struct stage *s = *state;
    give(s, (struct input){ 0 });
    key(s, KEY_TAB);
    assert_true(s->ui.ring);
    point(s, INPUT_DOWN, "one/a", true);
    assert_false(s->ui.ring);
    assert_false(ui_shows_caps(&s->ui));
    point(s, INPUT_UP, "one/a", true);
    assert_int_equal(s->chosen[0], 0);
    key(s, KEY_TAB);
    assert_true(ui_shows_caps(&s->ui));
}

static int shown(struct stage *s, const char *begin) {
    const struct picture *p = ui_picture(&s->ui);
    int count = 0;
    for (int i = 0; i < p->node_count; i++)
        count += !strncmp(p->nodes[i].key, begin, strlen(begin)) && !(p->nodes[i].state & NODE_HIDDEN);
    return count;
}

static void what_does_not_fit_whole_is_left_out_and_named_below(void **state) {
    struct stage *s = *state;
    char what[200];
    s->paragraphs = 40;
    give(s, (struct input){ 0 });
    assert_true(shown(s, "words/") < 40);
    assert_int_equal(picture_faults(ui_picture(&s->ui), what, sizeof what), 0);
    assert_true(strncmp(node(s, "body/more-below")->label, "More below: Part ", 17) == 0);
    assert_null(picture_find(ui_picture(&s->ui), "body/more-above"));
}

static void colours_that_are_no_pair_of_the_theme_are_a_fault(void **state) {
    struct stage *s = *state;
    char what[200];
    give(s, (struct input){ 0 });
    struct picture *p = &s->ui.pictures[s->ui.current];
    for (int i = 0; i < p->draw_count; i++)
        if (p->draws[i].kind == DRAW_TEXT) {
            p->draws[i].paint = PAINT_HAIRLINE;
            break;
        }
    assert_int_equal(picture_faults(p, what, sizeof what), 1);
    assert_non_null(strstr(what, "hairline on "));
}

static void pages_down_show_everything_once_and_end(void **state) {
    struct stage *s = *state;
    bool seen[40] = { false };
    s->paragraphs = 40;
    give(s, (struct input){ 0 });
    for (int page = 0; page < 12; page++) {
        for (int i = 0; i < 40; i++)
            seen[i] |= !(node(s, arena_printf(&s->arena, "words/%d", i))->state & NODE_HIDDEN);
        key(s, KEY_PAGE_DOWN);
    }
    for (int i = 0; i < 40; i++)
        assert_true(seen[i]);
    assert_null(picture_find(ui_picture(&s->ui), "body/more-below"));
    for (int page = 0; page < 12; page++)
        key(s, KEY_PAGE_UP);
    assert_null(picture_find(ui_picture(&s->ui), "body/more-above"));
}

static void tab_scrolls_to_what_it_reaches(void **state) {
    struct stage *s = *state;
    s->paragraphs = 40;
    give(s, (struct input){ 0 });
    for (int page = 0; page < 12; page++)
        key(s, KEY_PAGE_DOWN);
    assert_true(node(s, "one/a")->state & NODE_HIDDEN);
    key(s, KEY_TAB);
    assert_false(node(s, s->ui.focus)->state & NODE_HIDDEN);
}

static void the_whole_picture_is_mirrored_and_so_are_the_arrows(void **state) {
    struct stage *s = *state;
    give(s, (struct input){ 0 });
    struct rect first = node(s, "one/a")->box;
    s->ui.language = &arabic;
    give(s, (struct input){ 0 });
    struct rect mirrored = node(s, "one/a")->box;
    assert_true(mirrored.x + mirrored.w == 1280 - first.x);
    key(s, KEY_LEFT);
    assert_string_equal(s->ui.focus, "one/b");
}

static void nothing_is_cut_in_any_size_and_direction(void **state) {
    static const struct {
        float width, height, text;
    } sizes[] = { { 800, 600, 1 }, { 800, 600, 2 }, { 1280, 800, 1.5f }, { 1920, 1080, 1.25f }, { 1080, 1920, 2 }, { 640, 480, 2 } };
    struct stage *s = *state;
    char what[200] = "";
    s->paragraphs = 12;
    s->ui.caps = CAPS_ALWAYS;
    for (size_t i = 0; i < 2 * sizeof sizes / sizeof *sizes; i++) {
        s->ui.width = sizes[i / 2].width;
        s->ui.height = sizes[i / 2].height;
        s->ui.text = sizes[i / 2].text;
        s->ui.language = i % 2 ? &arabic : &language_english;
        give(s, (struct input){ 0 });
        if (picture_faults(ui_picture(&s->ui), what, sizeof what))
            fail_msg("%gx%g at %g: %s", (double)s->ui.width, (double)s->ui.height, (double)s->ui.text, what);
    }
}

static void forgetting_leaves_no_word_behind(void **state) {
    struct stage *s = *state;
    give(s, (struct input){ 0 });
    key(s, KEY_PLUS);
    type(s, "secret");
    ui_forget(&s->ui);
    assert_int_equal(s->ui.texts.arenas[0].used + s->ui.texts.arenas[1].used, 0);
    for (size_t i = 0; i < sizeof s->ui.edit.text; i++)
        assert_int_equal(s->ui.edit.text[i], 0);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(digits_press_the_group_that_has_the_focus),
        TEST(only_the_active_group_shows_its_key_caps),
        TEST(arrows_move_inside_a_group_and_never_answer),
        TEST(enter_goes_on_from_an_answer_and_presses_a_button_reached_by_tab),
        TEST(a_button_pressed_by_its_own_key_leaves_the_focus),
        TEST(tab_goes_from_group_to_group_and_comes_to_the_footer_last),
        TEST(a_field_takes_digits_and_enter_leaves_it),
        TEST(leaving_a_field_by_any_way_keeps_its_words),
        TEST(what_is_too_long_for_a_field_is_said_and_the_rest_stays),
        TEST(a_press_that_ends_elsewhere_presses_nothing),
        TEST(a_finger_hides_ring_and_caps_and_a_key_brings_them_back),
        TEST(what_does_not_fit_whole_is_left_out_and_named_below),
        TEST(colours_that_are_no_pair_of_the_theme_are_a_fault),
        TEST(pages_down_show_everything_once_and_end),
        TEST(tab_scrolls_to_what_it_reaches),
        TEST(the_whole_picture_is_mirrored_and_so_are_the_arrows),
        TEST(nothing_is_cut_in_any_size_and_direction),
        TEST(forgetting_leaves_no_word_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
