#include "support.h"

#include "base/language.h"

#include "mo.h"

#include <string.h>

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

static const struct mo_pair german_ui[] = {
    MO_PAIR("", "Language: de\n" MO_TYPE "Plural-Forms: nplurals=2; plural=(n != 1);\n"),
    MO_PAIR("No", "Nein"),
    MO_PAIR("Open", ""),
    MO_PAIR("answer\004No", "Nein, das nicht"),
    MO_PAIR("{n} sign\0{n} signs", "{n} Zeichen\0{n} Zeichen alle"),
};

static const struct mo_pair german_content[] = {
    MO_PAIR("", "Language: de\n" MO_TYPE),
    MO_PAIR("indicator papers-held/short\004Papers held", "Papiere einbehalten"),
    MO_PAIR("note/title\004Note", "Vermerk"),
};

static struct catalog *catalog_of(struct arena *a, const struct mo_pair *pairs, int count) {
    struct catalog *c = arena_alloc(a, 1, sizeof *c);
    struct error e = { 0 };
    if (!catalog_read(a, mo_file(a, false, pairs, count), "test.mo", c, &e))
        fail_msg("%s", e.text);
    return c;
}

static struct language german(struct arena *a) {
    return (struct language){
        .code = "de",
        .tag = "de",
        .ui = catalog_of(a, german_ui, COUNT(german_ui)),
        .content = catalog_of(a, german_content, COUNT(german_content)),
    };
}

static void english_needs_no_catalogue(void **state) {
    const struct language *l = &language_english;
    (void)state;
    assert_string_equal(l->code, "en");
    assert_string_equal(l->tag, "en");
    assert_false(l->right_to_left);
    assert_string_equal(tr(l, "No"), "No");
    assert_string_equal(trc(l, "answer", "No"), "No");
    assert_string_equal(trn(l, "{n} sign", "{n} signs", 1), "{n} sign");
    assert_string_equal(trn(l, "{n} sign", "{n} signs", 0), "{n} signs");
    assert_string_equal(trn(l, "{n} sign", "{n} signs", 2), "{n} signs");
    assert_string_equal(content_text(l, "indicator", "papers-held", "short", "Papers held"), "Papers held");
}

static void texts_are_shown_in_the_language(void **state) {
    struct arena a = { 0 };
    struct language l = german(&a);
    (void)state;
    assert_string_equal(tr(&l, "No"), "Nein");
    assert_string_equal(trc(&l, "answer", "No"), "Nein, das nicht");
    assert_string_equal(trn(&l, "{n} sign", "{n} signs", 1), "{n} Zeichen");
    assert_string_equal(trn(&l, "{n} sign", "{n} signs", 0), "{n} Zeichen alle");
    assert_string_equal(content_text(&l, "indicator", "papers-held", "short", "Papers held"), "Papiere einbehalten");
    assert_string_equal(content_text(&l, "note", NULL, "title", "Note"), "Vermerk");
    arena_free(&a);
}

static void a_text_without_translation_is_shown_in_english(void **state) {
    struct arena a = { 0 };
    struct language l = german(&a);
    (void)state;
    assert_string_equal(tr(&l, "Yes"), "Yes");
    assert_string_equal(tr(&l, "Open"), "Open");
    assert_string_equal(trc(&l, "other", "No"), "No");
    assert_string_equal(trn(&l, "{n} day", "{n} days", 1), "{n} day");
    assert_string_equal(trn(&l, "{n} day", "{n} days", 5), "{n} days");
    /* Two languages at once: the missing one does not borrow from the other. */
    assert_string_equal(tr(&language_english, "No"), "No");
    arena_free(&a);
}

static void the_empty_text_stays_empty(void **state) {
    struct arena a = { 0 };
    struct language l = german(&a);
    (void)state;
    assert_string_equal(tr(&l, ""), "");
    assert_string_equal(trc(&l, "answer", ""), "");
    assert_string_equal(content_text(&l, "note", NULL, "title", ""), "");
    arena_free(&a);
}

/* Changed English means that the translation is of another text. */
static void content_is_found_only_by_its_place_and_its_english(void **state) {
    struct arena a = { 0 };
    struct language l = german(&a);
    (void)state;
    assert_string_equal(content_text(&l, "indicator", "papers-held", "short", "Papers taken"), "Papers taken");
    assert_string_equal(content_text(&l, "indicator", "papers-held", "ask", "Papers held"), "Papers held");
    assert_string_equal(content_text(&l, "indicator", "papers", "short", "Papers held"), "Papers held");
    assert_string_equal(content_text(&l, "rule", "papers-held", "short", "Papers held"), "Papers held");
    assert_string_equal(content_text(&l, "indicator", NULL, "short", "Papers held"), "Papers held");
    assert_string_equal(tr(&l, "Papers held"), "Papers held");
    arena_free(&a);
}

static void no_text_stays_no_text(void **state) {
    struct arena a = { 0 };
    struct language l = german(&a);
    (void)state;
    assert_null(content_text(&l, "indicator", "papers-held", "short", NULL));
    assert_null(content_text(&language_english, "indicator", "papers-held", "short", NULL));
    arena_free(&a);
}

static void each_catalogue_may_be_missing(void **state) {
    struct arena a = { 0 };
    struct language l = german(&a);
    (void)state;
    l.ui = NULL;
    assert_string_equal(tr(&l, "No"), "No");
    assert_string_equal(content_text(&l, "note", NULL, "title", "Note"), "Vermerk");
    l = german(&a);
    l.content = NULL;
    assert_string_equal(tr(&l, "No"), "Nein");
    assert_string_equal(content_text(&l, "note", NULL, "title", "Note"), "Note");
    arena_free(&a);
}

static void a_context_names_kind_id_and_field(void **state) {
    char out[64], small[10];
    (void)state;
    content_context(out, sizeof out, "indicator", "papers-held", "short");
    assert_string_equal(out, "indicator papers-held/short");
    content_context(out, sizeof out, "note", NULL, "title");
    assert_string_equal(out, "note/title");
    content_context(small, sizeof small, "indicator", "papers-held", "short");
    assert_string_equal(small, "indicator");
}

static void a_context_longer_than_any_room_finds_nothing(void **state) {
    struct arena a = { 0 };
    struct language l = german(&a);
    (void)state;
    const char *name = arena_printf(&a, "%01000d", 0);
    assert_string_equal(content_text(&l, name, name, name, "Note"), "Note");
    arena_free(&a);
}

static void language_codes_are_letters_that_may_be_part_of_a_path(void **state) {
    static const char *const valid[] = {
        "en", "de", "ckb", "prs", "pt_PT", "sr@latin", "en_XA", "ar_XB", "zh_Hant_TW", "abcdefghijklmnop",
    };
    static const char *const invalid[] = {
        "",
        "e",
        ".",
        "..",
        "/",
        "a/",
        "../de",
        "de/..",
        "de/ui",
        "de\\ui",
        "de.",
        "de.UTF-8",
        "de-DE",
        "de DE",
        " de",
        "de ",
        "de\n",
        "C:",
        "d:e",
        "_de",
        "de_",
        "@latin",
        "sr@",
        "__",
        "d3",
        "12",
        "%s",
        "d%n",
        "*",
        "de*",
        "~a",
        "d\xC3\xBC",
        "\xC3\xBC\xC3\xBC",
        "abcdefghijklmnopq",
    };
    (void)state;
    for (int i = 0; i < COUNT(valid); i++)
        if (!language_code_valid(valid[i]))
            fail_msg("\"%s\" is refused", valid[i]);
    for (int i = 0; i < COUNT(invalid); i++)
        if (language_code_valid(invalid[i]))
            fail_msg("\"%s\" is accepted", invalid[i]);
}

static void the_direction_follows_from_the_code(void **state) {
    static const char *const right_to_left[] = { "ar", "ar_XB", "ar_EG", "fa", "fa_AF", "he", "ps", "ur", "prs", "ckb", "ar@x" };
    static const char *const left_to_right[] = { "en", "en_XA", "de", "arn", "a", "", "AR", "hea", "pt_ar", "_ar", "sr@latin" };
    (void)state;
    for (int i = 0; i < COUNT(right_to_left); i++)
        if (!language_code_right_to_left(right_to_left[i]))
            fail_msg("\"%s\" runs left to right", right_to_left[i]);
    for (int i = 0; i < COUNT(left_to_right); i++)
        if (language_code_right_to_left(left_to_right[i]))
            fail_msg("\"%s\" runs right to left", left_to_right[i]);
}

#define LEFT "\xE2\x81\xA6\xE2\x80\x8E"
#define RIGHT "\xE2\x81\xA7"
#define END "\xE2\x81\xA9"

static const char *filled_in(struct arena *a, const struct language *l) {
    struct buffer b = { .arena = a };
    tr_fill(&b, l, "{name}: {value}", (struct fill[]){ { "name", "Call" }, { "value", "+40 721" } }, 2);
    return buffer_text(&b);
}

static void what_is_filled_in_stands_apart_from_right_to_left(void **state) {
    struct arena a = { 0 };
    const struct language arabic = { .code = "ar", .tag = "ar", .right_to_left = true };
    (void)state;
    assert_string_equal(filled_in(&a, &language_english), "Call: +40 721");
    assert_string_equal(filled_in(&a, &arabic), LEFT "Call" END ": " LEFT "+40 721" END);
    assert_string_equal(language_apart(&a, &arabic, "7 اتصل"), RIGHT "7 اتصل" END);
    assert_string_equal(language_apart(&a, &arabic, "(7) Уфа اتصل"), LEFT "(7) Уфа اتصل" END);
    /* Made of parts: of the language, though no letter stands outside of them. */
    assert_string_equal(language_apart(&a, &arabic, filled_in(&a, &arabic)), arena_printf(&a, RIGHT "%s" END, filled_in(&a, &arabic)));
    assert_string_equal(language_apart(&a, &arabic, ""), "");
    assert_string_equal(language_apart(&a, &language_english, "7"), "7");
    arena_free(&a);
}

static void texts_in_tables_stay_as_they_are(void **state) {
    static const char *const texts[] = { N_("No"), NC_("answer", "Yes") };
    (void)state;
    assert_string_equal(texts[0], "No");
    assert_string_equal(texts[1], "Yes");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english_needs_no_catalogue),
        cmocka_unit_test(texts_are_shown_in_the_language),
        cmocka_unit_test(a_text_without_translation_is_shown_in_english),
        cmocka_unit_test(the_empty_text_stays_empty),
        cmocka_unit_test(content_is_found_only_by_its_place_and_its_english),
        cmocka_unit_test(no_text_stays_no_text),
        cmocka_unit_test(each_catalogue_may_be_missing),
        cmocka_unit_test(a_context_names_kind_id_and_field),
        cmocka_unit_test(a_context_longer_than_any_room_finds_nothing),
        cmocka_unit_test(language_codes_are_letters_that_may_be_part_of_a_path),
        cmocka_unit_test(the_direction_follows_from_the_code),
        cmocka_unit_test(what_is_filled_in_stands_apart_from_right_to_left),
        cmocka_unit_test(texts_in_tables_stay_as_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
