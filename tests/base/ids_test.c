#include "support.h"

#include "base/ids.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

static void an_empty_list_finds_nothing(void **state) {
    struct ids ids = ids_sort(NULL, 0);
    (void)state;
    assert_int_equal(ids_find(&ids, "a"), -1);
    assert_int_equal(ids_next_duplicate(&ids, 0), -1);
}

static void each_name_finds_its_own_thing(void **state) {
    struct id items[] = { { "pear", 0 }, { "apple", 1 }, { "Apple", 2 }, { "", 3 }, { "apples", 4 }, { "\xC3\xA4pfel", 5 }, { "9", 6 } };
    struct ids ids = ids_sort(items, COUNT(items));
    (void)state;
    assert_int_equal(ids.count, COUNT(items));
    assert_int_equal(ids_find(&ids, "pear"), 0);
    assert_int_equal(ids_find(&ids, "apple"), 1);
    assert_int_equal(ids_find(&ids, "Apple"), 2);
    assert_int_equal(ids_find(&ids, ""), 3);
    assert_int_equal(ids_find(&ids, "apples"), 4);
    assert_int_equal(ids_find(&ids, "\xC3\xA4pfel"), 5);
    assert_int_equal(ids_find(&ids, "9"), 6);
}

static void names_that_are_not_there_are_not_found(void **state) {
    static const char *const names[] = { "", "a", "app", "applesauce", "PEAR", "pear ", "zzz", "\xFF" };
    struct id items[] = { { "pear", 0 }, { "apple", 1 }, { "apples", 2 } };
    struct ids ids = ids_sort(items, COUNT(items));
    (void)state;
    for (int i = 0; i < COUNT(names); i++)
        assert_int_equal(ids_find(&ids, names[i]), -1);
}

static void every_name_of_a_long_list_is_found(void **state) {
    struct arena a = { 0 };
    (void)state;
    for (int count = 0; count < 60; count++) {
        struct id *items = arena_alloc(&a, (size_t)count, sizeof *items);
        for (int i = 0; i < count; i++)
            items[i] = (struct id){ arena_printf(&a, "%d", i * 37 % 61), i };
        struct ids ids = ids_sort(items, count);
        for (int i = 0; i < count; i++)
            assert_int_equal(ids_find(&ids, arena_printf(&a, "%d", i * 37 % 61)), i);
    }
    arena_free(&a);
}

static void of_equal_names_the_least_index_is_found(void **state) {
    struct id items[] = { { "b", 4 }, { "a", 9 }, { "b", 2 }, { "c", 0 }, { "b", 7 }, { "a", 1 } };
    struct ids ids = ids_sort(items, COUNT(items));
    (void)state;
    assert_int_equal(ids_find(&ids, "a"), 1);
    assert_int_equal(ids_find(&ids, "b"), 2);
    assert_int_equal(ids_find(&ids, "c"), 0);
}

static void each_duplicate_is_named_once_after_the_first(void **state) {
    struct id items[] = { { "b", 4 }, { "a", 9 }, { "b", 2 }, { "c", 0 }, { "b", 7 }, { "a", 1 } };
    struct ids ids = ids_sort(items, COUNT(items));
    static const int expected[] = { 9, 4, 7 };
    int found = 0;
    (void)state;
    for (int at = ids_next_duplicate(&ids, 0); at >= 0; at = ids_next_duplicate(&ids, at + 1)) {
        assert_true(found < COUNT(expected));
        assert_int_equal(ids.items[at].index, expected[found]);
        found++;
    }
    assert_int_equal(found, COUNT(expected));
}

static void different_names_have_no_duplicate(void **state) {
    struct id items[] = { { "a", 0 }, { "A", 1 }, { "aa", 2 }, { "", 3 } };
    struct ids ids = ids_sort(items, COUNT(items)), single = ids_sort(items, 1);
    (void)state;
    assert_int_equal(ids_next_duplicate(&ids, 0), -1);
    assert_int_equal(ids_next_duplicate(&ids, COUNT(items)), -1);
    assert_int_equal(ids_next_duplicate(&single, 0), -1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_list_finds_nothing),
        cmocka_unit_test(each_name_finds_its_own_thing),
        cmocka_unit_test(names_that_are_not_there_are_not_found),
        cmocka_unit_test(every_name_of_a_long_list_is_found),
        cmocka_unit_test(of_equal_names_the_least_index_is_found),
        cmocka_unit_test(each_duplicate_is_named_once_after_the_first),
        cmocka_unit_test(different_names_have_no_duplicate),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
