#include "support.h"

#include "ui/theme.h"

static const char *const theme_names[THEME_COUNT] = { "light", "dark", "high contrast" };

static void every_pair_in_use_has_the_contrast_it_needs(void **state) {
    (void)state;
    for (int i = 0; i < theme_pair_count; i++)
        for (int t = 0; t < THEME_COUNT; t++) {
            const struct theme_pair *p = &theme_pairs[i];
            double contrast = theme_contrast(theme_colour((enum theme)t, p->front), theme_colour((enum theme)t, p->back));
            if (contrast < p->least)
                fail_msg("%s, %s: %s on %s has %.2f, needs %g", theme_names[t], p->use, theme_paint_name(p->front),
                         theme_paint_name(p->back), contrast, p->least);
        }
}

static void contrast_is_that_of_wcag(void **state) {
    (void)state;
    assert_true(theme_contrast(0x000000, 0xFFFFFF) > 20.99 && theme_contrast(0x000000, 0xFFFFFF) < 21.01);
    assert_true(theme_contrast(0x123456, 0x123456) > 0.99 && theme_contrast(0x123456, 0x123456) < 1.01);
    /* Known value: this grey is the lightest that text on white may have at 4.5. */
    assert_true(theme_contrast(0x767676, 0xFFFFFF) > 4.5 && theme_contrast(0x777777, 0xFFFFFF) < 4.5);
}

/* A pure red, amber or green could be read as a verdict: the one hue of the paper themes is the
 * petrol blue, and what is strong elsewhere is dark or light. */
static void no_fill_is_red_amber_or_green(void **state) {
    static const enum paint fills[] = { PAINT_PAGE,   PAINT_SURFACE,  PAINT_SUNKEN,       PAINT_HOVER,   PAINT_PRESSED,
                                        PAINT_ACCENT, PAINT_SELECTED, PAINT_ATTENTION_BG, PAINT_INVERSE, PAINT_DISABLED_BG };
    (void)state;
    for (size_t i = 0; i < sizeof fills / sizeof *fills; i++)
        for (int t = 0; t < THEME_COUNT; t++) {
            uint32_t c = theme_colour((enum theme)t, fills[i]);
            int red = (int)(c >> 16 & 255), green = (int)(c >> 8 & 255), blue = (int)(c & 255);
            if (red - blue > 40 || green - blue > 40)
                fail_msg("%s in %s is %06x", theme_paint_name(fills[i]), theme_names[t], (unsigned)c);
        }
}

static void the_largest_text_of_a_working_screen_is_28(void **state) {
    (void)state;
    for (int i = 0; i < TYPE_COUNT; i++)
        assert_true(i == TYPE_DISPLAY || type_styles[i].size <= 28);
}

static void high_contrast_is_drawn_heavier(void **state) {
    (void)state;
    assert_true(theme_lines(THEME_CONTRAST).edge > theme_lines(THEME_LIGHT).edge);
    assert_true(theme_lines(THEME_CONTRAST).focus > theme_lines(THEME_DARK).focus);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_pair_in_use_has_the_contrast_it_needs),
        cmocka_unit_test(contrast_is_that_of_wcag),
        cmocka_unit_test(no_fill_is_red_amber_or_green),
        cmocka_unit_test(the_largest_text_of_a_working_screen_is_28),
        cmocka_unit_test(high_contrast_is_drawn_heavier),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
