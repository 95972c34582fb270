#include "support.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* More than the arena asks the system for at once. */
#define LARGE ((size_t)300 * 1000)

static bool is_zero(const char *data, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (data[i])
            return false;
    return true;
}

static void every_piece_is_aligned_for_any_type(void **state) {
    static const size_t sizes[] = { 0, 1, 2, 3, 7, 8, 15, 16, 17, 31, 100, 65535, 65536, 65537, 1 };
    struct arena a = { 0 };
    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        assert_int_equal((uintptr_t)arena_alloc(&a, sizes[i], 1) % _Alignof(max_align_t), 0);
    arena_free(&a);
}

static void every_piece_is_zeroed_also_after_the_arena_was_given_back(void **state) {
    struct arena a = { 0 };
    (void)state;
    for (int round = 0; round < 3; round++) {
        for (size_t size = 1; size < 70000; size = size * 3 + 1) {
            char *piece = arena_alloc(&a, size, 1);
            assert_true(is_zero(piece, size));
            memset(piece, 'x', size);
        }
        arena_free(&a);
    }
}

static void a_cleared_arena_gives_zeroed_pieces_and_counts_from_nothing(void **state) {
    struct arena a = { 0 };
    (void)state;
    for (int round = 0; round < 3; round++) {
        for (size_t size = 1; size < 70000; size = size * 3 + 1) {
            char *piece = arena_alloc(&a, size, 1);
            assert_true(is_zero(piece, size));
            memset(piece, 'x', size);
        }
        arena_clear(&a);
        assert_int_equal(a.used, 0);
    }
    arena_free(&a);
    arena_clear(&a);
    assert_null(a.blocks);
}

static void pieces_do_not_overlap(void **state) {
    struct arena a = { 0 };
    char *pieces[500];
    (void)state;
    for (int i = 0; i < 500; i++) {
        pieces[i] = arena_alloc(&a, (size_t)i + 1, 1);
        memset(pieces[i], i % 251 + 1, (size_t)i + 1);
    }
    for (int i = 0; i < 500; i++)
        for (int at = 0; at <= i; at++)
            assert_int_equal((unsigned char)pieces[i][at], i % 251 + 1);
    arena_free(&a);
}

static void a_count_of_zero_is_never_null(void **state) {
    struct arena a = { 0 };
    (void)state;
    assert_non_null(arena_alloc(&a, 0, 8));
    assert_non_null(arena_alloc(&a, 8, 0));
    arena_free(&a);
}

static void a_count_of_zero_is_never_null_in_a_full_block(void **state) {
    struct arena a = { 0 };
    (void)state;
    arena_alloc(&a, 64 * 1024, 1);
    assert_non_null(arena_alloc(&a, 0, 8));
    arena_free(&a);
}

static void large_pieces_leave_the_small_ones_in_place(void **state) {
    struct arena a = { 0 };
    (void)state;
    char *before = arena_string(&a, "before");
    char *large = arena_alloc(&a, LARGE, 1);
    char *after = arena_string(&a, "after");
    assert_true(is_zero(large, LARGE));
    memset(large, 'x', LARGE);
    assert_string_equal(before, "before");
    assert_string_equal(after, "after");
    /* The block with room is still the one that small pieces come from. */
    assert_int_equal(after - before, 16);
    arena_free(&a);
}

static void a_large_piece_may_come_first(void **state) {
    struct arena a = { 0 };
    (void)state;
    char *large = arena_alloc(&a, LARGE, 1);
    memset(large, 'x', LARGE);
    assert_string_equal(arena_string(&a, "after"), "after");
    assert_int_equal(large[LARGE - 1], 'x');
    arena_free(&a);
}

static void used_counts_what_was_handed_out_and_starts_again(void **state) {
    struct arena a = { 0 };
    (void)state;
    arena_alloc(&a, 10, 10);
    assert_in_range(a.used, 100, 100 + 15);
    arena_alloc(&a, LARGE, 1);
    assert_in_range(a.used, LARGE + 100, LARGE + 100 + 30);
    arena_free(&a);
    assert_int_equal(a.used, 0);
}

static void an_arena_may_be_given_back_twice_or_unused(void **state) {
    struct arena a = { 0 };
    (void)state;
    arena_free(&a);
    arena_string(&a, "text");
    arena_free(&a);
    arena_free(&a);
    assert_null(a.blocks);
}

static void a_copy_is_terminated_and_keeps_every_byte(void **state) {
    struct arena a = { 0 };
    (void)state;
    char *copy = arena_copy(&a, "a\0b-more", 3);
    assert_memory_equal(copy, "a\0b", 4);
    assert_string_equal(arena_copy(&a, NULL, 0), "");
    assert_string_equal(arena_string(&a, ""), "");
    arena_free(&a);
}

static void a_copy_lives_apart_from_its_source(void **state) {
    struct arena a = { 0 };
    char source[] = "text";
    (void)state;
    char *copy = arena_string(&a, source);
    source[0] = 'n';
    assert_string_equal(copy, "text");
    arena_free(&a);
}

static void printf_gives_strings_of_any_length(void **state) {
    struct arena a = { 0 };
    (void)state;
    assert_string_equal(arena_printf(&a, "%s:%d", "rules.json", 12), "rules.json:12");
    assert_string_equal(arena_printf(&a, "%s", ""), "");
    char *wide = arena_printf(&a, "%*d", (int)LARGE, 7);
    assert_int_equal(strlen(wide), LARGE);
    assert_int_equal(wide[LARGE - 1], '7');
    arena_free(&a);
}

static void a_growing_array_keeps_its_items_and_zeroes_the_rest(void **state) {
    struct arena a = { 0 };
    int *items = NULL, capacity = 0;
    (void)state;
    for (int count = 0; count < 1000; count++) {
        items = arena_grow(&a, items, count, &capacity, sizeof *items);
        assert_true(capacity > count);
        assert_int_equal(items[count], 0);
        items[count] = count;
    }
    for (int i = 0; i < 1000; i++)
        assert_int_equal(items[i], i);
    arena_free(&a);
}

static void a_growing_array_with_room_stays_where_it_is(void **state) {
    struct arena a = { 0 };
    int capacity = 0;
    (void)state;
    int *items = arena_grow(&a, NULL, 0, &capacity, sizeof *items);
    int *same = arena_grow(&a, items, capacity - 1, &capacity, sizeof *items);
    assert_ptr_equal(items, same);
    arena_free(&a);
}

/* The exit status of a process of its own that asks for too much. */
static int status_of_asking_for(size_t count, size_t size) {
    int status = 0;
    /* What cmocka has not written yet must not be written by both processes. */
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        struct arena a = { 0 };
        if (!freopen("/dev/null", "w", stderr))
            _exit(1);
        arena_alloc(&a, count, size);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void a_size_that_does_not_fit_a_number_ends_with_status_3(void **state) {
    (void)state;
    assert_int_equal(status_of_asking_for(SIZE_MAX / 2 + 2, 2), 3);
    assert_int_equal(status_of_asking_for(2, SIZE_MAX / 2 + 2), 3);
    assert_int_equal(status_of_asking_for(SIZE_MAX, 1), 3);
    assert_int_equal(status_of_asking_for(SIZE_MAX - 16, 1), 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_piece_is_aligned_for_any_type),
        cmocka_unit_test(every_piece_is_zeroed_also_after_the_arena_was_given_back),
        cmocka_unit_test(a_cleared_arena_gives_zeroed_pieces_and_counts_from_nothing),
        cmocka_unit_test(pieces_do_not_overlap),
        cmocka_unit_test(a_count_of_zero_is_never_null),
        cmocka_unit_test(a_count_of_zero_is_never_null_in_a_full_block),
        cmocka_unit_test(large_pieces_leave_the_small_ones_in_place),
        cmocka_unit_test(a_large_piece_may_come_first),
        cmocka_unit_test(used_counts_what_was_handed_out_and_starts_again),
        cmocka_unit_test(an_arena_may_be_given_back_twice_or_unused),
        cmocka_unit_test(a_copy_is_terminated_and_keeps_every_byte),
        cmocka_unit_test(a_copy_lives_apart_from_its_source),
        cmocka_unit_test(printf_gives_strings_of_any_length),
        cmocka_unit_test(a_growing_array_keeps_its_items_and_zeroes_the_rest),
        cmocka_unit_test(a_growing_array_with_room_stays_where_it_is),
        cmocka_unit_test(a_size_that_does_not_fit_a_number_ends_with_status_3),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
