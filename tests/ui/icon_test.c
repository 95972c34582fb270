#include "support.h"

#include "base/buffer.h"
#include "ui/icon.h"

#include <math.h>

#define HEAD "<svg viewBox=\"0 0 24 24\">"
#define TAIL "</svg>"

static int open_arena(void **state) {
    static struct arena a;
    *state = &a;
    return 0;
}

static int clean(void **state) {
    arena_free(*state);
    return 0;
}

static bool near(float a, float b) {
    return fabsf(a - b) < 0.01f;
}

static struct icon_drawing parsed(struct arena *a, const char *svg) {
    struct icon_drawing drawing;
    if (!icon_parse(a, svg, &drawing))
        fail_msg("refused: %s", svg);
    return drawing;
}

static void points_are_on_the_grid(const struct icon_step *step, const char *name) {
    static const int points[] = { [ICON_MOVE] = 1, [ICON_LINE] = 1, [ICON_CURVE] = 3 };
    if (step->verb == ICON_ARC && (step->p[2] <= 0 || step->p[2] > ICON_GRID))
        fail_msg("%s: an arc of radius %g", name, (double)step->p[2]);
    if (step->verb == ICON_ARC || step->verb == ICON_CLOSE_PATH)
        return;
    for (int i = 0; i < points[step->verb] * 2; i++)
        if (!(step->p[i] >= 0 && step->p[i] <= ICON_GRID))
            fail_msg("%s: a point outside the grid", name);
}

static void every_icon_but_none_has_a_drawing_inside_the_grid(void **state) {
    for (int icon = ICON_NONE + 1; icon < ICON_COUNT; icon++) {
        struct icon_drawing drawing = icon_shapes(*state, (enum icon)icon);
        const char *name = icon_name((enum icon)icon);
        if (drawing.count == 0)
            fail_msg("%s: nothing is drawn", name);
        for (int s = 0; s < drawing.count; s++) {
            assert_int_equal(drawing.shapes[s].steps[0].verb, ICON_MOVE);
            assert_true(drawing.shapes[s].count > 1);
            for (int i = 0; i < drawing.shapes[s].count; i++)
                points_are_on_the_grid(&drawing.shapes[s].steps[i], name);
        }
    }
    assert_int_equal(icon_shapes(*state, ICON_NONE).count, 0);
}

static void names_differ(void **state) {
    (void)state;
    for (int i = 0; i < ICON_COUNT; i++)
        for (int k = 0; k < i; k++)
            assert_string_not_equal(icon_name((enum icon)i), icon_name((enum icon)k));
}

static void shut_is_open_upside_down(void **state) {
    struct icon_drawing open = icon_shapes(*state, ICON_OPEN), shut = icon_shapes(*state, ICON_SHUT);
    assert_int_equal(open.count, shut.count);
    assert_int_equal(open.shapes[0].count, shut.shapes[0].count);
    for (int i = 0; i < open.shapes[0].count; i++) {
        assert_true(near(shut.shapes[0].steps[i].p[0], open.shapes[0].steps[i].p[0]));
        assert_true(near(shut.shapes[0].steps[i].p[1], 24 - open.shapes[0].steps[i].p[1]));
    }
}

static void looks_are_read(void **state) {
    struct icon_drawing noted = icon_shapes(*state, ICON_NOTED), dashed = icon_shapes(*state, ICON_NOT_ASKED);
    assert_int_equal(noted.count, 2);
    assert_true(noted.shapes[0].filled && !noted.shapes[0].cut);
    assert_true(noted.shapes[1].cut && !noted.shapes[1].filled);
    assert_true(near(dashed.shapes[0].dash, 4.07f) && near(dashed.shapes[0].gap, 3));
}

static void arrows_turn_round_and_signs_do_not(void **state) {
    (void)state;
    assert_true(icon_mirrors(ICON_BACK) && icon_mirrors(ICON_NEXT) && icon_mirrors(ICON_UNDO));
    assert_true(icon_mirrors(ICON_SPEAK) && icon_mirrors(ICON_MEASURE));
    assert_false(icon_mirrors(ICON_TICK) || icon_mirrors(ICON_HELP) || icon_mirrors(ICON_TIME));
}

/* Where an arc begins and ends, by its centre, radius and angles. */
static void arc_goes(const struct icon_step *arc, float x1, float y1, float x2, float y2) {
    const float *p = arc->p;
    assert_int_equal(arc->verb, ICON_ARC);
    assert_true(near(p[0] + p[2] * cosf(p[3]), x1) && near(p[1] + p[2] * sinf(p[3]), y1));
    assert_true(near(p[0] + p[2] * cosf(p[4]), x2) && near(p[1] + p[2] * sinf(p[4]), y2));
}

static void arcs_keep_their_ends_and_their_side(void **state) {
    static const struct {
        const char *flags;
        float x, y; /* centre */
        bool clockwise, large;
    } arcs[] = { { "0 1", 4, 9, true, false }, { "0 0", 9, 4, false, false }, { "1 1", 9, 4, true, true }, { "1 0", 4, 9, false, true } };
    for (size_t i = 0; i < sizeof arcs / sizeof *arcs; i++) {
        const char *svg = arena_printf(*state, HEAD "<path d=\"M4 4 A5 5 0 %s 9 9\"/>" TAIL, arcs[i].flags);
        const struct icon_step *arc = &parsed(*state, svg).shapes[0].steps[1];
        float turn = arc->p[4] - arc->p[3];
        arc_goes(arc, 4, 4, 9, 9);
        assert_true(near(arc->p[0], arcs[i].x) && near(arc->p[1], arcs[i].y));
        assert_int_equal(turn > 0, arcs[i].clockwise);
        assert_int_equal(fabsf(turn) > 3.1416f, arcs[i].large);
    }
}

static void rectangles_have_round_corners(void **state) {
    struct icon_drawing round = parsed(*state, HEAD "<rect x=\"3\" y=\"4\" width=\"10\" height=\"8\" rx=\"2\"/>" TAIL);
    const struct icon_step *steps = round.shapes[0].steps;
    assert_int_equal(round.shapes[0].count, 10);
    arc_goes(&steps[2], 11, 4, 13, 6);
    arc_goes(&steps[8], 3, 6, 5, 4);
    struct icon_drawing sharp = parsed(*state, HEAD "<rect x=\"3\" y=\"4\" width=\"10\" height=\"8\"/>" TAIL);
    assert_int_equal(sharp.shapes[0].count, 6);
}

static void what_is_broken_or_strange_is_refused(void **state) {
    static const char *const broken[] = {
        "",
        "<",
        "svg",
        "<svg>",
        HEAD,
        HEAD TAIL,
        "<svg viewBox=\"0 0 16 16\"><path d=\"M1 1 L2 2\"/></svg>",
        HEAD "<path d=\"M1 1 L2 2\"/>",
        HEAD "<path d=\"M1 1 L2 2\"/></svg",
        HEAD "<path d=\"M1 1 L2 2\"/></svg>more",
        HEAD "<path d=\"M1 1 L2 2\"></path>" TAIL,
        HEAD "<path d=\"M1 1 L2 2" TAIL,
        HEAD "<path/>" TAIL,
        HEAD "<path d=\"\"/>" TAIL,
        HEAD "<path d=\"M1 1\"/>" TAIL,
        HEAD "<path d=\"L1 1 L2 2\"/>" TAIL,
        HEAD "<path d=\"Z\"/>" TAIL,
        HEAD "<path d=\"M1 1 M2 2\"/>" TAIL,
        HEAD "<path d=\"M1 1 l2 2\"/>" TAIL,
        HEAD "<path d=\"M1 1 L2\"/>" TAIL,
        HEAD "<path d=\"M1 1 L2 25\"/>" TAIL,
        HEAD "<path d=\"M1 1 L2 -1\"/>" TAIL,
        HEAD "<path d=\"M1 1 L2 1e9\"/>" TAIL,
        HEAD "<path d=\"M1 1 L2 nan\"/>" TAIL,
        HEAD "<path d=\"M1 1 L2 99999999999999999999999999999999999999999999\"/>" TAIL,
        HEAD "<path d=\"M1 1 C2 2 3 3 4 40\"/>" TAIL,
        HEAD "<path d=\"M1 1 A3 4 0 0 1 5 5\"/>" TAIL,
        HEAD "<path d=\"M1 1 A0 0 0 0 1 5 5\"/>" TAIL,
        HEAD "<path d=\"M1 1 A1 1 0 0 1 20 20\"/>" TAIL,
        HEAD "<path d=\"M1 1 A5 5 0 0 1 1 1\"/>" TAIL,
        HEAD "<path d=\"M1 1 L2 2\" fill=\"red\"/>" TAIL,
        HEAD "<path d=\"M1 1 L2 2\" fill=\"currentColor\"/>" TAIL,
        HEAD "<path d=\"M1 1 L2 2\" stroke=\"none\"/>" TAIL,
        HEAD "<path d=\"M1 1 L2 2\" onclick=\"x\"/>" TAIL,
        HEAD "<path d=M1/>" TAIL,
        HEAD "<circle cx=\"12\" cy=\"12\"/>" TAIL,
        HEAD "<circle cx=\"12\" cy=\"12\" r=\"0\"/>" TAIL,
        HEAD "<circle cx=\"12\" cy=\"12\" r=\"13\"/>" TAIL,
        HEAD "<circle cx=\"12\" cy=\"12\" r=\"9\" stroke-dasharray=\"0 0\"/>" TAIL,
        HEAD "<circle cx=\"12\" cy=\"12\" r=\"9\" stroke-dasharray=\"4\"/>" TAIL,
        HEAD "<rect x=\"3\" y=\"3\" width=\"0\" height=\"4\"/>" TAIL,
        HEAD "<rect x=\"3\" y=\"3\" width=\"4\" height=\"4\" rx=\"3\"/>" TAIL,
        HEAD "<rect x=\"20\" y=\"3\" width=\"8\" height=\"4\"/>" TAIL,
        HEAD "<script>x</script>" TAIL,
        HEAD "<title>no end" TAIL,
        HEAD "<!-- no -->" TAIL,
    };
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        struct icon_drawing drawing;
        if (icon_parse(*state, broken[i], &drawing))
            fail_msg("accepted: %s", broken[i]);
    }
}

static void a_text_that_ends_anywhere_or_never_is_refused(void **state) {
    const char *whole = HEAD "<title>x</title><path d=\"M1 1 C2 2 3 3 4 4 A5 5 0 0 1 9 9 Z\"/><circle cx=\"12\" cy=\"12\" r=\"9\"/>" TAIL;
    struct icon_drawing drawing;
    struct buffer b = { .arena = *state };
    assert_true(icon_parse(*state, whole, &drawing));
    for (size_t size = 0; size < strlen(whole); size++)
        assert_false(icon_parse(*state, arena_copy(*state, whole, size), &drawing));
    buffer_add(&b, HEAD "<path d=\"M1 1");
    for (int i = 0; i < 10000; i++)
        buffer_add(&b, " L2 2");
    buffer_add(&b, "\"/>" TAIL);
    assert_false(icon_parse(*state, buffer_text(&b), &drawing));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(every_icon_but_none_has_a_drawing_inside_the_grid, clean),
        cmocka_unit_test_teardown(names_differ, clean),
        cmocka_unit_test_teardown(shut_is_open_upside_down, clean),
        cmocka_unit_test_teardown(looks_are_read, clean),
        cmocka_unit_test_teardown(arrows_turn_round_and_signs_do_not, clean),
        cmocka_unit_test_teardown(arcs_keep_their_ends_and_their_side, clean),
        cmocka_unit_test_teardown(rectangles_have_round_corners, clean),
        cmocka_unit_test_teardown(what_is_broken_or_strange_is_refused, clean),
        cmocka_unit_test_teardown(a_text_that_ends_anywhere_or_never_is_refused, clean),
    };
    return cmocka_run_group_tests(tests, open_arena, NULL);
}
