#include "support.h"

#include "base/catalog.h"

#include "mo.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

#define PLURAL_PL "Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"

/* Polish, sorted by id as strcmp sorts. */
static const struct mo_pair polish[] = {
    MO_PAIR("", "Project-Id-Version: waymark\nLanguage: pl\n" MO_TYPE PLURAL_PL "X-Empty:\nX-Blank: \nX-Spaced:    value \n"),
    MO_PAIR("No", "Nie"),
    MO_PAIR("Not translated", ""),
    MO_PAIR("button\004No", "Nie teraz"),
    MO_PAIR("indicator papers-held/short\004No", "Bez dokument\xC3\xB3w"),
    MO_PAIR("{n} day\0{n} days", "{n} dzie\xC5\x84\0\0{n} dni"),
    MO_PAIR("{n} sign\0{n} signs", "{n} znak\0{n} znaki\0{n} znak\xC3\xB3w"),
};

static struct bytes polish_file(struct arena *a, bool big) {
    return mo_file(a, big, polish, COUNT(polish));
}

static struct catalog read_good(struct arena *a, struct bytes file) {
    struct catalog c;
    struct error e = { 0 };
    if (!catalog_read(a, file, "test.mo", &c, &e))
        fail_msg("%s", e.text);
    return c;
}

/* Reads from memory of exactly the file's size, so that a look behind its end is caught. */
static struct error error_of(struct bytes file) {
    struct arena a = { 0 };
    struct catalog c;
    struct error e = { 0 };
    char *exact = malloc(file.size + !file.size);
    if (file.size)
        memcpy(exact, file.data, file.size);
    if (catalog_read(&a, (struct bytes){ exact, file.size }, "test.mo", &c, &e))
        e.kind = ERROR_NONE;
    else if (e.kind != ERROR_INPUT || strncmp(e.text, "test.mo: ", 9) != 0)
        fail_msg("refused with status %d and \"%s\"", e.kind, e.text);
    free(exact);
    arena_free(&a);
    return e;
}

/* The error of a catalogue with only this header entry. */
static struct error error_of_header(struct arena *a, const char *header) {
    const struct mo_pair pair = { "", 0, header, strlen(header) };
    return error_of(mo_file(a, false, &pair, 1));
}

static void patch(struct bytes file, size_t at, uint32_t number) {
    for (int i = 0; i < 4; i++)
        ((char *)file.data)[at + (size_t)i] = (char)(number >> 8 * i & 0xFF);
}

/* Where a file of mo_file() says length and offset of a string. */
static size_t id_length(int index) {
    return MO_HEADER_SIZE + (size_t)index * 8;
}
static size_t id_offset(int index) {
    return id_length(index) + 4;
}
static size_t text_length(int count, int index) {
    return id_length(count + index);
}
static size_t text_offset(int count, int index) {
    return text_length(count, index) + 4;
}

/* ---- look-ups */

static void texts_are_found_in_both_byte_orders(void **state) {
    struct arena a = { 0 };
    (void)state;
    for (int big = 0; big < 2; big++) {
        struct catalog c = read_good(&a, polish_file(&a, big));
        assert_int_equal(c.count, COUNT(polish));
        assert_string_equal(catalog_find(&c, NULL, "No"), "Nie");
        assert_string_equal(catalog_find(&c, "button", "No"), "Nie teraz");
        assert_string_equal(catalog_find(&c, "indicator papers-held/short", "No"), "Bez dokument\xC3\xB3w");
        assert_int_equal(c.plural.forms, 3);
    }
    arena_free(&a);
}

static void what_is_not_there_is_not_found(void **state) {
    struct arena a = { 0 };
    (void)state;
    struct catalog c = read_good(&a, polish_file(&a, false));
    assert_null(catalog_find(&c, NULL, "no"));
    assert_null(catalog_find(&c, NULL, "N"));
    assert_null(catalog_find(&c, NULL, "No "));
    assert_null(catalog_find(&c, NULL, "zzz"));
    assert_null(catalog_find(&c, "", "No"));
    assert_null(catalog_find(&c, "Button", "No"));
    assert_null(catalog_find(&c, "button", "Not translated"));
    assert_null(catalog_find_plural(&c, "no such", 1));
    arena_free(&a);
}

static void an_empty_translation_counts_as_none(void **state) {
    struct arena a = { 0 };
    (void)state;
    struct catalog c = read_good(&a, polish_file(&a, false));
    assert_null(catalog_find(&c, NULL, "Not translated"));
    arena_free(&a);
}

static void the_header_is_never_shown_as_a_text(void **state) {
    static const struct mo_pair pairs[] = {
        MO_PAIR("", MO_TYPE),
        MO_PAIR("context\004", "empty id in a context"),
    };
    struct arena a = { 0 };
    (void)state;
    struct catalog c = read_good(&a, mo_file(&a, false, pairs, COUNT(pairs)));
    assert_null(catalog_find(&c, NULL, ""));
    assert_null(catalog_find(&c, "context", ""));
    assert_null(catalog_find_plural(&c, "", 1));
    arena_free(&a);
}

static void each_number_gets_its_plural_form(void **state) {
    struct arena a = { 0 };
    (void)state;
    struct catalog c = read_good(&a, polish_file(&a, true));
    assert_string_equal(catalog_find_plural(&c, "{n} sign", 1), "{n} znak");
    assert_string_equal(catalog_find_plural(&c, "{n} sign", 3), "{n} znaki");
    assert_string_equal(catalog_find_plural(&c, "{n} sign", 0), "{n} znak\xC3\xB3w");
    assert_string_equal(catalog_find_plural(&c, "{n} sign", 12), "{n} znak\xC3\xB3w");
    assert_string_equal(catalog_find(&c, NULL, "{n} sign"), "{n} znak");
    arena_free(&a);
}

static void a_plural_form_that_is_empty_or_missing_is_not_found(void **state) {
    struct arena a = { 0 };
    (void)state;
    struct catalog c = read_good(&a, polish_file(&a, false));
    assert_string_equal(catalog_find_plural(&c, "{n} day", 1), "{n} dzie\xC5\x84");
    assert_null(catalog_find_plural(&c, "{n} day", 2));
    assert_string_equal(catalog_find_plural(&c, "{n} day", 5), "{n} dni");
    /* A message without plural has only the first form; what follows belongs to another. */
    assert_string_equal(catalog_find_plural(&c, "No", 1), "Nie");
    assert_null(catalog_find_plural(&c, "No", 2));
    assert_null(catalog_find_plural(&c, "No", 5));
    arena_free(&a);
}

static void a_last_plural_form_that_is_cut_stays_inside_the_file(void **state) {
    static const struct mo_pair pairs[] = {
        MO_PAIR("", MO_TYPE "Plural-Forms: nplurals=8; plural=n;\n"),
        MO_PAIR("a\0b", "one\0two\0"),
    };
    struct arena a = { 0 };
    (void)state;
    struct bytes file = mo_file(&a, false, pairs, COUNT(pairs));
    char *exact = malloc(file.size);
    memcpy(exact, file.data, file.size);
    struct catalog c = read_good(&a, (struct bytes){ exact, file.size });
    assert_string_equal(catalog_find_plural(&c, "a", 0), "one");
    assert_string_equal(catalog_find_plural(&c, "a", 1), "two");
    for (unsigned long n = 2; n < 8; n++)
        assert_null(catalog_find_plural(&c, "a", n));
    assert_string_equal(catalog_find_plural(&c, "a", 8), "one");
    free(exact);
    arena_free(&a);
}

static void without_a_plural_rule_the_english_one_holds(void **state) {
    static const struct mo_pair pairs[] = {
        MO_PAIR("", MO_TYPE),
        MO_PAIR("a\0b", "one\0other"),
    };
    struct arena a = { 0 };
    (void)state;
    struct catalog c = read_good(&a, mo_file(&a, false, pairs, COUNT(pairs)));
    assert_string_equal(catalog_find_plural(&c, "a", 1), "one");
    assert_string_equal(catalog_find_plural(&c, "a", 0), "other");
    assert_string_equal(catalog_find_plural(&c, "a", 2), "other");
    arena_free(&a);
}

static void a_key_longer_than_any_room_is_not_found(void **state) {
    struct arena a = { 0 };
    (void)state;
    struct catalog c = read_good(&a, polish_file(&a, false));
    for (size_t size = 4080; size < 4110; size++) {
        char *name = arena_alloc(&a, size + 1, 1);
        memset(name, 'x', size);
        assert_null(catalog_find(&c, NULL, name));
        assert_null(catalog_find(&c, name, "No"));
        assert_null(catalog_find(&c, "button", name));
    }
    arena_free(&a);
}

static void every_text_of_a_large_catalogue_is_found(void **state) {
    struct arena a = { 0 };
    struct mo_pair *pairs = arena_alloc(&a, 1000, sizeof *pairs);
    (void)state;
    pairs[0] = (struct mo_pair)MO_PAIR("", MO_TYPE);
    for (int i = 1; i < 1000; i++)
        pairs[i] = (struct mo_pair){ arena_printf(&a, "id %04d", i), 7, arena_printf(&a, "text %04d", i), 9 };
    struct catalog c = read_good(&a, mo_file(&a, false, pairs, 1000));
    for (int i = 1; i < 1000; i++)
        assert_string_equal(catalog_find(&c, NULL, pairs[i].id), pairs[i].text);
    arena_free(&a);
}

/* ---- the header entry */

static void header_lines_are_read_by_name(void **state) {
    struct arena a = { 0 };
    (void)state;
    struct catalog c = read_good(&a, polish_file(&a, false));
    assert_string_equal(catalog_header(&a, &c, "Language"), "pl");
    assert_string_equal(catalog_header(&a, &c, "Content-Type"), "text/plain; charset=UTF-8");
    assert_string_equal(catalog_header(&a, &c, "X-Blank"), "");
    assert_string_equal(catalog_header(&a, &c, "X-Spaced"), "value ");
    assert_null(catalog_header(&a, &c, "Lang"));
    assert_null(catalog_header(&a, &c, "language"));
    assert_null(catalog_header(&a, &c, "Type"));
    assert_null(catalog_header(&a, &c, "X-Missing"));
    arena_free(&a);
}

static void the_last_header_line_needs_no_line_end(void **state) {
    static const struct mo_pair pair = MO_PAIR("", MO_TYPE "Language: de");
    struct arena a = { 0 };
    (void)state;
    struct catalog c = read_good(&a, mo_file(&a, false, &pair, 1));
    assert_string_equal(catalog_header(&a, &c, "Language"), "de");
    arena_free(&a);
}

static void a_character_set_other_than_utf_8_is_refused(void **state) {
    static const char *const headers[] = {
        "Content-Type: text/plain; charset=ISO-8859-1\n",
        "Content-Type: text/plain; charset=CHARSET\n",
        "Content-Type: text/plain; charset=UTF-16\n",
        "Content-Type: text/plain\n",
        "Content-Type:\n",
        "Content-Type: \n",
        "Language: pl\n",
        "charset=UTF-8\n",
        "X-Content-Type: charset=UTF-8\n",
        "Content-Type: text/plain;\ncharset=UTF-8\n",
        "Content-Type",
        "\n\n",
        "",
    };
    struct arena a = { 0 };
    (void)state;
    for (int i = 0; i < COUNT(headers); i++)
        if (error_of_header(&a, headers[i]).kind != ERROR_INPUT)
            fail_msg("\"%s\" is accepted", headers[i]);
    assert_int_equal(error_of_header(&a, "Content-Type: text/plain; charset=UTF-8\n").kind, ERROR_NONE);
    assert_int_equal(error_of_header(&a, "Content-Type: text/plain; charset=utf-8").kind, ERROR_NONE);
    arena_free(&a);
}

static void a_catalogue_without_header_entry_is_refused(void **state) {
    static const struct mo_pair pairs[] = { MO_PAIR("No", "Nie"), MO_PAIR("Yes", "Tak") };
    struct arena a = { 0 };
    (void)state;
    assert_int_equal(error_of(mo_file(&a, false, pairs, COUNT(pairs))).kind, ERROR_INPUT);
    arena_free(&a);
}

static void a_hostile_plural_rule_is_refused(void **state) {
    static const char *const rules[] = {
        "nplurals=2",
        "nplurals=0; plural=0;",
        "nplurals=1000000; plural=0;",
        "nplurals=2; plural=system(n);",
        "nplurals=2; plural=((((n;",
        "nplurals=2; plural=;",
        "nonsense",
        " ",
    };
    struct arena a = { 0 };
    (void)state;
    for (int i = 0; i < COUNT(rules); i++)
        if (error_of_header(&a, arena_printf(&a, MO_TYPE "Plural-Forms: %s\n", rules[i])).kind != ERROR_INPUT)
            fail_msg("\"%s\" is accepted", rules[i]);
    char *deep = arena_printf(&a, MO_TYPE "Plural-Forms: nplurals=2; plural=%0400d;\n", 0);
    for (char *at = strstr(deep, "plural=0") + strlen("plural="); *at == '0'; at++)
        *at = '(';
    assert_int_equal(error_of_header(&a, deep).kind, ERROR_INPUT);
    arena_free(&a);
}

static void a_plural_rule_that_divides_by_zero_gives_the_first_form(void **state) {
    static const struct mo_pair pairs[] = {
        MO_PAIR("", MO_TYPE "Plural-Forms: nplurals=3; plural=2 / n;\n"),
        MO_PAIR("a\0b", "first\0second\0third"),
    };
    struct arena a = { 0 };
    (void)state;
    struct catalog c = read_good(&a, mo_file(&a, false, pairs, COUNT(pairs)));
    assert_string_equal(catalog_find_plural(&c, "a", 0), "first");
    assert_string_equal(catalog_find_plural(&c, "a", 1), "third");
    arena_free(&a);
}

/* ---- damage */

static void a_file_cut_at_any_length_is_refused(void **state) {
    struct arena a = { 0 };
    (void)state;
    for (int big = 0; big < 2; big++) {
        struct bytes whole = polish_file(&a, big);
        for (size_t size = 0; size < whole.size; size++)
            if (error_of((struct bytes){ whole.data, size }).kind != ERROR_INPUT)
                fail_msg("%d of %d bytes are accepted", (int)size, (int)whole.size);
        assert_int_equal(error_of(whole).kind, ERROR_NONE);
    }
    arena_free(&a);
}

static void bytes_behind_the_last_string_do_no_harm(void **state) {
    struct arena a = { 0 };
    (void)state;
    struct bytes whole = polish_file(&a, false);
    char *longer = arena_copy(&a, whole.data, whole.size);
    assert_int_equal(error_of((struct bytes){ longer, whole.size + 1 }).kind, ERROR_NONE);
    arena_free(&a);
}

static void other_files_are_refused(void **state) {
    static const struct {
        size_t at;
        uint32_t number;
    } patches[] = {
        { 0, 0 },
        { 0, 0x950412df },
        { 0, 0x12de9504 },
        { 0, 0xFFFFFFFF },
        /* Major revisions 0 and 1 exist; this one may mean anything. */
        { 4, 0x00020000 },
        { 4, 0xFFFF0000 },
        /* Its own bytes the wrong way round. */
        { 0, 0xde120495 },
    };
    struct arena a = { 0 };
    (void)state;
    for (int i = 0; i < COUNT(patches); i++) {
        struct bytes file = polish_file(&a, false);
        patch(file, patches[i].at, patches[i].number);
        assert_int_equal(error_of(file).kind, ERROR_INPUT);
    }
    assert_int_equal(error_of(support_bytes("{ \"this\": \"is JSON and longer than a header\" }")).kind, ERROR_INPUT);
    arena_free(&a);
}

static void newer_minor_and_major_revisions_are_read(void **state) {
    static const uint32_t revisions[] = { 0x00000000, 0x00000001, 0x00010000, 0x00010001 };
    struct arena a = { 0 };
    (void)state;
    for (int i = 0; i < COUNT(revisions); i++) {
        struct bytes file = polish_file(&a, false);
        patch(file, 4, revisions[i]);
        assert_int_equal(error_of(file).kind, ERROR_NONE);
    }
    arena_free(&a);
}

static void entries_out_of_order_are_refused(void **state) {
    static const struct mo_pair unsorted[] = { MO_PAIR("", MO_TYPE), MO_PAIR("b", "1"), MO_PAIR("a", "2") };
    static const struct mo_pair header_last[] = { MO_PAIR("a", "1"), MO_PAIR("", MO_TYPE) };
    static const struct mo_pair twice[] = { MO_PAIR("", MO_TYPE), MO_PAIR("a", "1"), MO_PAIR("a", "2") };
    static const struct mo_pair twice_before_nul[] = { MO_PAIR("", MO_TYPE), MO_PAIR("a\0b", "1"), MO_PAIR("a\0c", "2") };
    /* strcmp compares bytes as unsigned. */
    static const struct mo_pair signed_order[] = { MO_PAIR("", MO_TYPE), MO_PAIR("\xC3\xBC", "1"), MO_PAIR("a", "2") };
    static const struct mo_pair sorted[] = { MO_PAIR("", MO_TYPE), MO_PAIR("a", "1"), MO_PAIR("\xC3\xBC", "2") };
    struct arena a = { 0 };
    (void)state;
    assert_int_equal(error_of(mo_file(&a, false, unsorted, COUNT(unsorted))).kind, ERROR_INPUT);
    assert_int_equal(error_of(mo_file(&a, false, header_last, COUNT(header_last))).kind, ERROR_INPUT);
    assert_int_equal(error_of(mo_file(&a, false, twice, COUNT(twice))).kind, ERROR_INPUT);
    assert_int_equal(error_of(mo_file(&a, false, twice_before_nul, COUNT(twice_before_nul))).kind, ERROR_INPUT);
    assert_int_equal(error_of(mo_file(&a, false, signed_order, COUNT(signed_order))).kind, ERROR_INPUT);
    assert_int_equal(error_of(mo_file(&a, false, sorted, COUNT(sorted))).kind, ERROR_NONE);
    arena_free(&a);
}

static void numbers_that_point_outside_are_refused(void **state) {
    static const uint32_t numbers[] = { 0x7FFFFFFF, 0x80000000, 0xFFFFFFF8, 0xFFFFFFFF, 0x20000000, 0x10000 };
    static const struct mo_pair pairs[] = { MO_PAIR("", MO_TYPE), MO_PAIR("a", "1") };
    const size_t places[] = {
        8,
        12,
        16, /* the count and both tables */
        id_length(0),
        id_offset(0),
        id_length(1),
        id_offset(1),
        text_length(2, 0),
        text_offset(2, 0),
        text_length(2, 1),
        text_offset(2, 1),
    };
    struct arena a = { 0 };
    (void)state;
    for (int i = 0; i < COUNT(numbers); i++)
        for (int k = 0; k < COUNT(places); k++) {
            struct bytes file = mo_file(&a, false, pairs, COUNT(pairs));
            patch(file, places[k], numbers[i]);
            if (error_of(file).kind != ERROR_INPUT)
                fail_msg("%x at %d is accepted", (unsigned)numbers[i], (int)places[k]);
        }
    arena_free(&a);
}

static void strings_at_the_very_end_are_refused_beyond_it(void **state) {
    static const struct mo_pair pairs[] = { MO_PAIR("", MO_TYPE), MO_PAIR("a", "1") };
    struct arena a = { 0 };
    (void)state;
    uint32_t size = (uint32_t)mo_file(&a, false, pairs, COUNT(pairs)).size;
    for (uint32_t offset = size - 3; offset < size + 3; offset++)
        for (uint32_t length = 0; length < 4; length++) {
            struct bytes file = mo_file(&a, false, pairs, COUNT(pairs));
            patch(file, text_offset(2, 1), offset);
            patch(file, text_length(2, 1), length);
            /* Only a string whose NUL is the file's last byte or the one before the "1" fits. */
            bool fits = offset + length == size - 1 || offset + length == size - 3;
            assert_int_equal(error_of(file).kind, fits ? ERROR_NONE : ERROR_INPUT);
        }
    arena_free(&a);
}

static void a_string_without_its_nul_is_refused(void **state) {
    struct arena a = { 0 };
    (void)state;
    for (int i = 0; i < 2 * COUNT(polish); i++) {
        struct bytes file = polish_file(&a, false);
        const unsigned char *table = (const unsigned char *)file.data + id_length(i);
        size_t length = table[0] | (size_t)table[1] << 8, offset = table[4] | (size_t)table[5] << 8;
        assert_int_equal(file.data[offset + length], 0);
        ((char *)file.data)[offset + length] = 'x';
        assert_int_equal(error_of(file).kind, ERROR_INPUT);
    }
    arena_free(&a);
}

static void an_empty_catalogue_is_refused(void **state) {
    struct arena a = { 0 };
    (void)state;
    assert_int_equal(error_of(mo_file(&a, false, NULL, 0)).kind, ERROR_INPUT);
    arena_free(&a);
}

static void bad_utf8_is_refused_in_ids_and_texts(void **state) {
    static const struct mo_pair in_id[] = { MO_PAIR("", MO_TYPE), MO_PAIR("a\xFF", "1") };
    static const struct mo_pair in_text[] = { MO_PAIR("", MO_TYPE), MO_PAIR("a", "\xC3(") };
    static const struct mo_pair in_plural[] = { MO_PAIR("", MO_TYPE), MO_PAIR("a\0b", "1\0\xED\xA0\x80") };
    static const struct mo_pair in_header[] = { MO_PAIR("", MO_TYPE "X: \x80\n") };
    static const struct mo_pair cut[] = { MO_PAIR("", MO_TYPE), MO_PAIR("a", "\xE2\x82") };
    struct arena a = { 0 };
    (void)state;
    assert_int_equal(error_of(mo_file(&a, false, in_id, COUNT(in_id))).kind, ERROR_INPUT);
    assert_int_equal(error_of(mo_file(&a, false, in_text, COUNT(in_text))).kind, ERROR_INPUT);
    assert_int_equal(error_of(mo_file(&a, false, in_plural, COUNT(in_plural))).kind, ERROR_INPUT);
    assert_int_equal(error_of(mo_file(&a, false, in_header, COUNT(in_header))).kind, ERROR_INPUT);
    assert_int_equal(error_of(mo_file(&a, false, cut, COUNT(cut))).kind, ERROR_INPUT);
    arena_free(&a);
}

/* Many entries that all name the same long text would make a small file slow to check. */
static void strings_that_share_their_bytes_are_refused(void **state) {
    enum { ENTRIES = 2000, LONG = 20000 };
    struct arena a = { 0 };
    struct mo_pair *pairs = arena_alloc(&a, ENTRIES, sizeof *pairs);
    char *text = arena_alloc(&a, LONG + 1, 1);
    (void)state;
    memset(text, 'x', LONG);
    pairs[0] = (struct mo_pair)MO_PAIR("", MO_TYPE);
    for (int i = 1; i < ENTRIES; i++)
        pairs[i] = (struct mo_pair){ arena_printf(&a, "%04d", i), 4, "", 0 };
    pairs[ENTRIES - 1] = (struct mo_pair){ "9999", 4, text, LONG };
    struct bytes file = mo_file(&a, false, pairs, ENTRIES);
    assert_int_equal(error_of(file).kind, ERROR_NONE);
    for (int i = 1; i < ENTRIES; i++) {
        patch(file, text_length(ENTRIES, i), LONG);
        patch(file, text_offset(ENTRIES, i), (uint32_t)(file.size - LONG - 1));
    }
    assert_int_equal(error_of(file).kind, ERROR_INPUT);
    arena_free(&a);
}

/* Whatever one byte becomes, the file is refused or all look-ups stay inside it. */
static void no_single_byte_does_harm(void **state) {
    static const int changes[] = { 0x00, 0x01, 0x04, 0x0A, 0x20, 0x7F, 0x80, 0xFF };
    static const char *const ids[] = { "No", "Not translated", "{n} sign", "{n} day", "a", "zzz", "" };
    struct arena a = { 0 };
    (void)state;
    struct bytes whole = polish_file(&a, false);
    for (size_t at = 0; at < whole.size; at++)
        for (int i = 0; i < COUNT(changes); i++) {
            struct arena scratch = { 0 };
            struct error e;
            struct catalog c;
            char *file = malloc(whole.size);
            memcpy(file, whole.data, whole.size);
            file[at] = (char)changes[i];
            if (catalog_read(&scratch, (struct bytes){ file, whole.size }, "test.mo", &c, &e))
                for (int k = 0; k < COUNT(ids); k++) {
                    catalog_find(&c, NULL, ids[k]);
                    catalog_find(&c, "button", ids[k]);
                    for (unsigned long n = 0; n < 8; n++)
                        catalog_find_plural(&c, ids[k], n);
                    catalog_header(&scratch, &c, ids[k]);
                }
            free(file);
            arena_free(&scratch);
        }
    arena_free(&a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_found_in_both_byte_orders),
        cmocka_unit_test(what_is_not_there_is_not_found),
        cmocka_unit_test(an_empty_translation_counts_as_none),
        cmocka_unit_test(the_header_is_never_shown_as_a_text),
        cmocka_unit_test(each_number_gets_its_plural_form),
        cmocka_unit_test(a_plural_form_that_is_empty_or_missing_is_not_found),
        cmocka_unit_test(a_last_plural_form_that_is_cut_stays_inside_the_file),
        cmocka_unit_test(without_a_plural_rule_the_english_one_holds),
        cmocka_unit_test(a_key_longer_than_any_room_is_not_found),
        cmocka_unit_test(every_text_of_a_large_catalogue_is_found),
        cmocka_unit_test(header_lines_are_read_by_name),
        cmocka_unit_test(the_last_header_line_needs_no_line_end),
        cmocka_unit_test(a_character_set_other_than_utf_8_is_refused),
        cmocka_unit_test(a_catalogue_without_header_entry_is_refused),
        cmocka_unit_test(a_hostile_plural_rule_is_refused),
        cmocka_unit_test(a_plural_rule_that_divides_by_zero_gives_the_first_form),
        cmocka_unit_test(a_file_cut_at_any_length_is_refused),
        cmocka_unit_test(bytes_behind_the_last_string_do_no_harm),
        cmocka_unit_test(other_files_are_refused),
        cmocka_unit_test(newer_minor_and_major_revisions_are_read),
        cmocka_unit_test(entries_out_of_order_are_refused),
        cmocka_unit_test(numbers_that_point_outside_are_refused),
        cmocka_unit_test(strings_at_the_very_end_are_refused_beyond_it),
        cmocka_unit_test(a_string_without_its_nul_is_refused),
        cmocka_unit_test(an_empty_catalogue_is_refused),
        cmocka_unit_test(bad_utf8_is_refused_in_ids_and_texts),
        cmocka_unit_test(strings_that_share_their_bytes_are_refused),
        cmocka_unit_test(no_single_byte_does_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
