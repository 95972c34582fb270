#include "support.h"

#include "screens/fold.h"

#include <stdlib.h>

static enum fold_place place(const char *text, const char *words) {
    return fold_place(text, support_bytes(words));
}

/* ---- places */

static void small_and_capital_letters_are_alike(void **state) {
    (void)state;
    assert_int_equal(place("Romania", "ROM"), FOLD_BEGINS);
    assert_int_equal(place("ÖSTERREICH", "österreich"), FOLD_BEGINS);
    assert_int_equal(place("Österreich", "ÖSTER"), FOLD_BEGINS);
    assert_int_equal(place("БЪЛГАРИЯ", "бълг"), FOLD_BEGINS);
    assert_int_equal(place("ελληνικά", "ΕΛΛΗ"), FOLD_BEGINS);
    assert_int_equal(place("Հայաստան", "հայ"), FOLD_BEGINS);
}

static void accents_need_not_be_typed(void **state) {
    (void)state;
    assert_int_equal(place("Österreich", "osterreich"), FOLD_BEGINS);
    assert_int_equal(place("Čeština", "cest"), FOLD_BEGINS);
    assert_int_equal(place("Tiếng Việt", "tieng viet"), FOLD_BEGINS);
    assert_int_equal(place("Türkiye", "turk"), FOLD_BEGINS);
    assert_int_equal(place("ελληνικά", "ελληνικα"), FOLD_BEGINS);
    assert_int_equal(place("Łódź", "lodz"), FOLD_BEGINS);
    assert_int_equal(place("İstanbul", "istanbul"), FOLD_BEGINS);
}

static void accents_may_be_typed_where_there_are_none_and_in_two_ways(void **state) {
    (void)state;
    assert_int_equal(place("Osterreich", "österreich"), FOLD_BEGINS);
    assert_int_equal(place("Österreich", "o\xCC\x88sterreich"), FOLD_BEGINS);
    assert_int_equal(place("O\xCC\x88sterreich", "österreich"), FOLD_BEGINS);
}

static void some_letters_are_two(void **state) {
    (void)state;
    assert_int_equal(place("Straße", "strasse"), FOLD_BEGINS);
    assert_int_equal(place("STRASSE", "straße"), FOLD_BEGINS);
    assert_int_equal(place("Straße", "stras"), FOLD_BEGINS);
    assert_int_equal(place("Færøerne", "faero"), FOLD_BEGINS);
    assert_int_equal(place("Straße", "strase"), FOLD_NOWHERE);
}

static void what_begins_comes_before_what_begins_a_word_and_that_before_what_is_inside(void **state) {
    (void)state;
    assert_int_equal(place("Côte d'Ivoire", "cot"), FOLD_BEGINS);
    assert_int_equal(place("São Tomé and Príncipe", "prin"), FOLD_BEGINS_WORD);
    assert_int_equal(place("Guinea-Bissau", "bis"), FOLD_BEGINS_WORD);
    assert_int_equal(place("Åland (Finland)", "fin"), FOLD_BEGINS_WORD);
    assert_int_equal(place("Niger, Nigeria", "ger"), FOLD_INSIDE);
    assert_int_equal(place("Romania", "x"), FOLD_NOWHERE);
    assert_int_equal(place("Oman", "omanx"), FOLD_NOWHERE);
}

static void nothing_typed_fits_everything(void **state) {
    (void)state;
    assert_int_equal(place("Romania", ""), FOLD_BEGINS);
    assert_int_equal(place("", ""), FOLD_BEGINS);
    assert_int_equal(place("", "a"), FOLD_NOWHERE);
}

static void letters_of_other_kinds_are_not_alike(void **state) {
    (void)state;
    assert_int_equal(place("Þingvellir", "p"), FOLD_NOWHERE);
    assert_int_equal(place("шум", "щум"), FOLD_NOWHERE);
    assert_int_equal(place("한국", "한국"), FOLD_BEGINS);
    assert_int_equal(place("日本", "中"), FOLD_NOWHERE);
    assert_int_equal(place("\xFF", "ÿ"), FOLD_NOWHERE);
}

/* ---- order */

static int by_fold(const void *a, const void *b) {
    return fold_compare(*(const char *const *)a, *(const char *const *)b);
}

static void names_with_accents_stand_where_those_without_would(void **state) {
    const char *names[] = { "Zypern", "Österreich", "Albanien", "Oman", "Ägypten", "Papua-Neuguinea", "Åland", "Afghanistan" };
    const char *ordered[] = { "Afghanistan", "Ägypten", "Åland", "Albanien", "Oman", "Österreich", "Papua-Neuguinea", "Zypern" };
    (void)state;
    qsort(names, sizeof names / sizeof *names, sizeof *names, by_fold);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_string_equal(names[i], ordered[i]);
}

static void a_shorter_name_comes_first_and_case_changes_nothing(void **state) {
    (void)state;
    assert_true(fold_compare("Niger", "Nigeria") < 0);
    assert_true(fold_compare("nigeria", "Niger") > 0);
    assert_int_equal(fold_compare("OMAN", "oman"), 0);
    assert_int_equal(fold_compare("Österreich", "osterreich"), 0);
    assert_true(fold_compare("Россия", "Romania") > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_and_capital_letters_are_alike),
        cmocka_unit_test(accents_need_not_be_typed),
        cmocka_unit_test(accents_may_be_typed_where_there_are_none_and_in_two_ways),
        cmocka_unit_test(some_letters_are_two),
        cmocka_unit_test(what_begins_comes_before_what_begins_a_word_and_that_before_what_is_inside),
        cmocka_unit_test(nothing_typed_fits_everything),
        cmocka_unit_test(letters_of_other_kinds_are_not_alike),
        cmocka_unit_test(names_with_accents_stand_where_those_without_would),
        cmocka_unit_test(a_shorter_name_comes_first_and_case_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
