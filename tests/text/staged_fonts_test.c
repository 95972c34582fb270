/* The fonts of assets/fonts.json, as staged, show every text of the interface and the content. */
#include "paper.h"

#include "text/paragraph.h"

#include <glob.h>

struct fixture {
    struct arena arena;
    struct font_set fonts;
};

static int open_fonts(void **state) {
    static struct fixture f;
    staged_fonts(&f.arena, &f.fonts);
    *state = &f;
    return 0;
}

static int close_fonts(void **state) {
    struct fixture *f = *state;
    font_close(&f->fonts);
    arena_free(&f->arena);
    return 0;
}

static void is_shown(const struct fixture *f, const char *path, const char *text) {
    const struct paragraph_options o = { .style = { 10, 14, false } };
    struct arena scratch = { 0 };
    struct paragraph p = paragraph_make(&scratch, &f->fonts, text, &o);
    for (int l = 0; l < p.line_count; l++)
        for (int r = 0; r < p.lines[l].run_count; r++) {
            int missing = text_run_missing(&p.lines[l].runs[r]);
            if (missing >= 0)
                fail_msg("%s: no font shows what begins at byte %d of: %.400s", path, missing, text);
        }
    arena_free(&scratch);
}

/* A file that holds texts holds nothing else that could not be shown. */
static int files_are_shown(const struct fixture *f, const char *pattern) {
    glob_t found;
    int lines = 0;
    if (glob(pattern, 0, NULL, &found) != 0)
        return 0;
    for (size_t i = 0; i < found.gl_pathc; i++) {
        struct arena a = { 0 };
        char *at = arena_string(&a, support_file(&a, found.gl_pathv[i]).data);
        for (char *line; (line = strsep(&at, "\n")); lines++)
            is_shown(f, found.gl_pathv[i], line);
        arena_free(&a);
    }
    globfree(&found);
    return lines;
}

static void every_text_of_the_content_is_shown(void **state) {
    struct fixture *f = *state;
    assert_true(files_are_shown(f, "content/*.json") > 1000);
    assert_true(files_are_shown(f, "content/*/*.json") > 100);
}

static void every_text_of_the_interface_and_its_translations_is_shown(void **state) {
    struct fixture *f = *state;
    assert_true(files_are_shown(f, BUILD_DIR "/pot/*.pot") > 1000);
    assert_true(files_are_shown(f, BUILD_DIR "/po/*/*.po") > 1000);
}

/* Names are written as people write them. */
static void names_are_shown_in_the_scripts_we_ship(void **state) {
    static const char *const names[] = {
        "Müller Łukasz Ştefan",
        "Ελένη",
        "Олена Їжак",
        "أحمد",
        "پروین",
        "מרים",
        "ሰላም",
        "प्रिया",
        "প্রিয়া",
        "ਸਿੰਘ",
        "ગીતા",
        "தமிழ்",
        "లక్ష్మి",
        "ಲಕ್ಷ್ಮಿ",
        "മാധവി",
        "නිමල්",
        "ସୀତା",
        "สมชาย",
        "ລາວ",
        "សុខា",
        "မြန်မာ",
        "მარიამ",
        "Անի",
        "ދިވެހި",
        "ⵜⴰⵎⴰⵣⵉⵖⵜ",
        "ߒߞߏ",
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        is_shown(f, "names", names[i]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_text_of_the_content_is_shown),
        cmocka_unit_test(every_text_of_the_interface_and_its_translations_is_shown),
        cmocka_unit_test(names_are_shown_in_the_scripts_we_ship),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
