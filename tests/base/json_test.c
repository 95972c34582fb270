#include "support.h"

#include "base/json.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

/* Parses in memory of exactly the text's size, so that a look behind its end is caught. */
static const struct json *parse_bytes(struct arena *a, struct bytes text, struct json_fault *fault) {
    char *exact = malloc(text.size + !text.size);
    if (text.size)
        memcpy(exact, text.data, text.size);
    const struct json *root = json_parse(a, (struct bytes){ exact, text.size }, fault);
    free(exact);
    return root;
}

/* JSON written with single quotes that must be accepted. */
static const struct json *parse(struct arena *a, const char *text) {
    struct json_fault fault = { 0 };
    const struct json *root = parse_bytes(a, support_quotes(a, text), &fault);
    if (!root)
        fail_msg("%s is refused: line %d, %s", text, fault.line, fault.why);
    return root;
}

static struct json_fault fault_of_bytes(struct arena *a, struct bytes text) {
    struct json_fault fault = { .line = -1 };
    if (parse_bytes(a, text, &fault))
        fail_msg("%.*s is accepted", (int)text.size, text.data);
    if (fault.line < 0 || !fault.why || !*fault.why)
        fail_msg("%.*s is refused without a reason", (int)text.size, text.data);
    return fault;
}

static struct json_fault fault_of(struct arena *a, const char *text) {
    return fault_of_bytes(a, support_quotes(a, text));
}

/* ---- what is read */

static void each_kind_of_value_is_read(void **state) {
    struct arena a = { 0 };
    (void)state;
    const struct json *root = parse(&a, "{'null': null, 'yes': true, 'no': false, 'number': -12.5e1, 'text': 'word', 'list': [1, [], {}]}");
    assert_int_equal(root->kind, JSON_OBJECT);
    assert_int_equal(root->count, 6);
    assert_null(root->key);
    assert_int_equal(json_get(root, "null")->kind, JSON_NULL);
    assert_int_equal(json_get(root, "yes")->kind, JSON_FLAG);
    assert_true(json_get(root, "yes")->flag);
    assert_int_equal(json_get(root, "no")->kind, JSON_FLAG);
    assert_false(json_get(root, "no")->flag);
    assert_int_equal(json_get(root, "number")->kind, JSON_NUMBER);
    assert_true(json_get(root, "number")->number == -125.0);
    assert_int_equal(json_get(root, "text")->kind, JSON_TEXT);
    assert_string_equal(json_get(root, "text")->text, "word");
    const struct json *list = json_get(root, "list");
    assert_int_equal(list->kind, JSON_LIST);
    assert_int_equal(list->count, 3);
    assert_null(list->items[0].key);
    assert_int_equal(list->items[1].kind, JSON_LIST);
    assert_int_equal(list->items[2].kind, JSON_OBJECT);
    assert_int_equal(list->items[2].count, 0);
    arena_free(&a);
}

static void items_stay_in_the_order_of_the_file(void **state) {
    struct arena a = { 0 };
    (void)state;
    const struct json *root = parse(&a, "{'b': 1, 'c': 2, 'a': 3}");
    assert_string_equal(root->items[0].key, "b");
    assert_string_equal(root->items[1].key, "c");
    assert_string_equal(root->items[2].key, "a");
    arena_free(&a);
}

static void look_ups_are_case_sensitive(void **state) {
    struct arena a = { 0 };
    (void)state;
    const struct json *root = parse(&a, "{'Key': 1, 'key': 2, '': 3}");
    assert_true(json_get(root, "Key")->number == 1);
    assert_true(json_get(root, "key")->number == 2);
    assert_true(json_get(root, "")->number == 3);
    assert_null(json_get(root, "KEY"));
    arena_free(&a);
}

static void look_ups_in_what_is_no_object_find_nothing(void **state) {
    struct arena a = { 0 };
    (void)state;
    assert_null(json_get(NULL, "key"));
    assert_null(json_get(parse(&a, "['key']"), "key"));
    assert_null(json_get(parse(&a, "'key'"), "key"));
    assert_null(json_get(parse(&a, "null"), "key"));
    assert_null(json_get(parse(&a, "{}"), "key"));
    arena_free(&a);
}

static void escapes_are_decoded(void **state) {
    struct arena a = { 0 };
    (void)state;
    assert_string_equal(parse(&a, "'\\b\\f\\n\\r\\t\\/\\\\\\\"'")->text, "\b\f\n\r\t/\\\"");
    assert_string_equal(parse(&a, "'\\u0041\\u00fC\\u20AC\\uFFFF'")->text, "A\xC3\xBC\xE2\x82\xAC\xEF\xBF\xBF");
    assert_string_equal(parse(&a, "'\\uD83D\\uDE00\\uDBFF\\uDFFF'")->text, "\xF0\x9F\x98\x80\xF4\x8F\xBF\xBF");
    assert_string_equal(parse(&a, "'\\u0001\\u001f\\u007f'")->text, "\x01\x1F\x7F");
    /* An escaped backslash before "u0000" is no escape of NUL. */
    assert_string_equal(parse(&a, "'\\\\u0000'")->text, "\\u0000");
    assert_string_equal(parse(&a, "{'k\\u0065y': 1}")->items[0].key, "key");
    arena_free(&a);
}

static void utf8_is_kept_as_it_is(void **state) {
    struct arena a = { 0 };
    (void)state;
    const char *text = "\xC3\xBC \xD8\xB4 \xE2\x82\xAC \xF0\x9F\x98\x80";
    assert_string_equal(parse(&a, arena_printf(&a, "'%s'", text))->text, text);
    arena_free(&a);
}

static void numbers_of_every_form_are_read(void **state) {
    static const struct {
        const char *text;
        double number;
    } cases[] = {
        { "0", 0 },
        { "-0", 0 },
        { "7", 7 },
        { "10", 10 },
        { "-1", -1 },
        { "0.5", 0.5 },
        { "1.50", 1.5 },
        { "1e2", 100 },
        { "1E+2", 100 },
        { "25e-1", 2.5 },
        { "0e0", 0 },
        { "1e308", 1e308 },
        { "1e-999", 0 },
        { "2147483648", 2147483648.0 },
        { "9007199254740992", 9007199254740992.0 },
    };
    struct arena a = { 0 };
    (void)state;
    for (int i = 0; i < COUNT(cases); i++)
        if (parse(&a, cases[i].text)->number != cases[i].number)
            fail_msg("%s is read as %g", cases[i].text, parse(&a, cases[i].text)->number);
    arena_free(&a);
}

static void blanks_may_stand_between_all_parts(void **state) {
    struct arena a = { 0 };
    (void)state;
    const struct json *root = parse(&a, " \t\r\n{ \n'a' \t: [ 1 , 2 ] , 'b':{ } }\r\n ");
    assert_int_equal(root->count, 2);
    assert_int_equal(root->items[0].count, 2);
    arena_free(&a);
}

static void a_byte_order_mark_is_skipped_once(void **state) {
    struct arena a = { 0 };
    (void)state;
    assert_int_equal(parse(&a, "\xEF\xBB\xBF{}")->kind, JSON_OBJECT);
    assert_int_equal(parse(&a, "\xEF\xBB\xBF\n[]")->line, 2);
    fault_of(&a, "\xEF\xBB\xBF\xEF\xBB\xBF{}");
    fault_of(&a, " \xEF\xBB\xBF{}");
    fault_of(&a, "{}\xEF\xBB\xBF");
    fault_of(&a, "\xEF\xBB\xBF");
    fault_of(&a, "\xEF\xBB");
    arena_free(&a);
}

/* ---- lines */

static void every_value_knows_its_line(void **state) {
    struct arena a = { 0 };
    (void)state;
    const struct json *root = parse(&a, "\n{\n 'a': 1,\n\n 'b': [\n  true,\n  {\n   'c': null }, 'x'\n ],\r\n 'd': {}\n}\n");
    assert_int_equal(root->line, 2);
    assert_int_equal(root->items[0].line, 3);
    const struct json *list = &root->items[1];
    assert_int_equal(list->line, 5);
    assert_int_equal(list->items[0].line, 6);
    assert_int_equal(list->items[1].line, 7);
    assert_int_equal(list->items[1].items[0].line, 8);
    assert_int_equal(list->items[2].line, 8);
    assert_int_equal(root->items[2].line, 10);
    arena_free(&a);
}

static void a_member_stands_where_its_key_begins(void **state) {
    struct arena a = { 0 };
    (void)state;
    const struct json *root = parse(&a, "{\n'a'\n:\n[\n1],\n'b':\n'x'}");
    assert_int_equal(root->items[0].line, 2);
    assert_int_equal(root->items[0].items[0].line, 5);
    assert_int_equal(root->items[1].line, 6);
    arena_free(&a);
}

static void line_ends_inside_escapes_are_not_counted(void **state) {
    struct arena a = { 0 };
    (void)state;
    assert_int_equal(parse(&a, "['\\n\\n', 1]")->items[1].line, 1);
    arena_free(&a);
}

static void a_fault_names_its_line(void **state) {
    static const struct {
        const char *text;
        int line;
    } cases[] = {
        { "", 1 },
        { "nul", 1 },
        { "{\n 'a': 1,\n 'b': 01\n}", 3 },
        { "[\n1,\n\n]", 4 },
        { "{'a': 1}\n\nmore", 3 },
        { "[\n'a\nb']", 2 },
        { "[\n'\\q']", 2 },
        { "{\n'a': 1,\n'b': 2,\n'a': 3}", 4 },
        { "{'a':\n{\n'b': 1,\n'\\u0062':\n\n2}}", 4 },
    };
    struct arena a = { 0 };
    (void)state;
    for (int i = 0; i < COUNT(cases); i++)
        if (fault_of(&a, cases[i].text).line != cases[i].line)
            fail_msg("%s fails on line %d", cases[i].text, fault_of(&a, cases[i].text).line);
    arena_free(&a);
}

/* ---- what is refused */

static void bad_numbers_are_refused(void **state) {
    static const char *const texts[] = {
        "01",    "-01",      "00",        "1.",
        ".5",    "-.5",      "1.e2",      "-",
        "+1",    "--1",      "1e",        "1e+",
        "1E-",   "1e1.5",    "1e999",     "-1e999",
        "1.5.5", "0x10",     "1f",        "NaN",
        "nan",   "Infinity", "-Infinity", "inf",
        "1_000", "\xD9\xA1", "1 2",       "1000000000000000000000000000000000000000000000000000000000000000000000000000000",
    };
    struct arena a = { 0 };
    (void)state;
    for (int i = 0; i < COUNT(texts); i++) {
        fault_of(&a, texts[i]);
        fault_of(&a, arena_printf(&a, "[%s]", texts[i]));
        fault_of(&a, arena_printf(&a, "{'a': %s}", texts[i]));
    }
    arena_free(&a);
}

static void bad_words_are_refused(void **state) {
    static const char *const texts[] = {
        "True", "TRUE", "tru", "truee", "true false", "nul", "Null", "none", "undefined", "fals", "a", "_", "@",
    };
    struct arena a = { 0 };
    (void)state;
    for (int i = 0; i < COUNT(texts); i++)
        fault_of(&a, texts[i]);
    arena_free(&a);
}

static void bad_structure_is_refused(void **state) {
    static const char *const texts[] = {
        "",
        " ",
        "\n",
        ",",
        ":",
        "{",
        "}",
        "[",
        "]",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[,]",
        "[1,,2]",
        "[1 2]",
        "[1}",
        "{]",
        "{'a'}",
        "{'a':}",
        "{'a' 1}",
        "{'a':1,}",
        "{,}",
        "{,'a':1}",
        "{'a':1,,'b':2}",
        "{'a':1 'b':2}",
        "{'a'::1}",
        "{a:1}",
        "{1:1}",
        "{null:1}",
        "{[]:1}",
        "{'a':1",
        "{'a':",
        "{'a",
        "{'a'",
        "[]]",
        "{}}",
        "{}{}",
        "[][]",
        "{},",
        "1,",
        "'a' 'b'",
        "{} x",
        "1,5",
        "[] //",
        "// c\n{}",
        "/* c */{}",
        "{}/* c */",
        "[1/**/]",
        "(1)",
        "[\f1]",
        "[\v1]",
        "[1]\v",
        "\xC2\xA0{}",
        "[1;2]",
        "\"\"\"",
        "{'a'=1}",
    };
    struct arena a = { 0 };
    (void)state;
    for (int i = 0; i < COUNT(texts); i++)
        fault_of(&a, texts[i]);
    arena_free(&a);
}

static void nothing_at_all_is_refused(void **state) {
    struct arena a = { 0 };
    struct json_fault fault = { 0 };
    (void)state;
    assert_null(json_parse(&a, (struct bytes){ NULL, 0 }, &fault));
    assert_int_equal(fault.line, 1);
    assert_string_equal(fault.why, "the text ends too early");
    arena_free(&a);
}

static void texts_that_do_not_end_are_refused(void **state) {
    static const char *const texts[] = {
        "'", "'a", "'\\", "'\\'", "'a\\\\\\'", "['a]", "'\\u", "'\\u0", "'\\u004", "'\\u0041", "'\\u004'",
    };
    struct arena a = { 0 };
    (void)state;
    for (int i = 0; i < COUNT(texts); i++)
        fault_of(&a, texts[i]);
    arena_free(&a);
}

static void unknown_escapes_are_refused(void **state) {
    struct arena a = { 0 };
    (void)state;
    for (int c = 1; c < 128; c++)
        if (!strchr("\"\\/bfnrtu", c))
            fault_of_bytes(&a, support_bytes(arena_printf(&a, "\"\\%c\"", c)));
    static const char *const texts[] = {
        "'\\u004G'", "'\\u 041'", "'\\u+041'", "'\\u-041'", "'\\u0x41'", "'\\U00000041'", "'\\x41'", "'\\u{41}'",
    };
    for (int i = 0; i < COUNT(texts); i++)
        fault_of(&a, texts[i]);
    arena_free(&a);
}

static void raw_control_characters_are_refused(void **state) {
    struct arena a = { 0 };
    (void)state;
    for (char c = 0; c < 0x20; c++) {
        const char value[] = { '"', 'a', c, 'b', '"' }, key[] = { '{', '"', c, '"', ':', '1', '}' }, escaped[] = { '"', '\\', c, '"' };
        assert_int_equal(fault_of_bytes(&a, (struct bytes){ value, sizeof value }).line, 1);
        assert_int_equal(fault_of_bytes(&a, (struct bytes){ key, sizeof key }).line, 1);
        assert_int_equal(fault_of_bytes(&a, (struct bytes){ escaped, sizeof escaped }).line, 1);
        if (c == '\t' || c == '\n' || c == '\r')
            continue;
        const char between[] = { '[', c, '1', ']' }, behind[] = { '1', c };
        fault_of_bytes(&a, (struct bytes){ between, sizeof between });
        fault_of_bytes(&a, (struct bytes){ behind, sizeof behind });
    }
    arena_free(&a);
}

static void nul_is_refused_in_every_disguise(void **state) {
    static const char *const texts[] = { "'\\u0000'", "'a\\u0000b'", "{'\\u0000': 1}", "{'a\\u0000': 1, 'a': 2}" };
    struct arena a = { 0 };
    (void)state;
    for (int i = 0; i < COUNT(texts); i++)
        assert_string_equal(fault_of(&a, texts[i]).why, "\\u0000 is not allowed");
    /* cJSON looks no further than the end of the value. */
    fault_of_bytes(&a, (struct bytes){ "{}\0", 3 });
    fault_of_bytes(&a, (struct bytes){ "{}\0{", 4 });
    fault_of_bytes(&a, (struct bytes){ "\0", 1 });
    arena_free(&a);
}

static void lone_surrogates_are_refused(void **state) {
    static const char *const texts[] = {
        "'\\uD800'",
        "'\\uDBFF'",
        "'\\uDC00'",
        "'\\uDFFF'",
        "'\\ud83d'",
        "'\\uD83Dx'",
        "'\\uD83D\\n'",
        "'\\uD83D\\u0041'",
        "'\\uD83D\\uD83D'",
        "'\\uDE00\\uD83D'",
        "'\\uD83D\\uDE00\\uDE00'",
        "'\\uD83D \\uDE00'",
        "'\\uD83DuDE00'",
        "'\\uD83D\\UDE00'",
        "{'\\uD800': 1}",
    };
    struct arena a = { 0 };
    (void)state;
    for (int i = 0; i < COUNT(texts); i++)
        assert_string_equal(fault_of(&a, texts[i]).why, "a surrogate stands alone");
    arena_free(&a);
}

static void bad_utf8_is_refused_everywhere(void **state) {
    static const char *const bad[] = {
        "\x80",
        "\xBF",
        "\xC0\x80",
        "\xC1\xBF",
        "\xC2",
        "\xC3(",
        "\xE0\x80\x80",
        "\xE0\x9F\xBF",
        "\xE2\x82",
        "\xED\xA0\x80",
        "\xED\xBF\xBF",
        "\xF0\x80\x80\x80",
        "\xF0\x8F\xBF\xBF",
        "\xF0\x9F\x98",
        "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80",
        "\xF8\x88\x80\x80\x80",
        "\xFE",
        "\xFF",
    };
    static const char *const places[] = { "'%s'", "{'%s': 1}", "[%s]", "%s{}", "{}%s", "['a', 'b%s']", "'\\%s'", "'\\u00%s'" };
    struct arena a = { 0 };
    (void)state;
    for (int i = 0; i < COUNT(bad); i++)
        for (int k = 0; k < COUNT(places); k++) {
            const char *at = strstr(places[k], "%s");
            const char *text = arena_printf(&a, "%.*s%s%s", (int)(at - places[k]), places[k], bad[i], at + 2);
            assert_string_equal(fault_of(&a, text).why, "not valid UTF-8");
        }
    arena_free(&a);
}

static void a_key_may_stand_only_once_in_an_object(void **state) {
    static const char *const texts[] = {
        "{'a': 1, 'a': 1}",
        "{'a': 1, 'b': 2, 'a': 3}",
        "{'': 1, '': 2}",
        "[{'x': {'a': null, 'a': null}}]",
        "{'a': {'b': 1, 'b': 2}}",
        /* Equal only once the escapes are decoded. */
        "{'a': 1, '\\u0061': 2}",
        "{'/': 1, '\\/': 2}",
        "{'\xC3\xBC': 1, '\\u00FC': 2}",
        "{'\\uD83D\\uDE00': 1, '\xF0\x9F\x98\x80': 2}",
        "{'\\n': 1, '\\u000A': 2}",
    };
    struct arena a = { 0 };
    (void)state;
    for (int i = 0; i < COUNT(texts); i++)
        assert_string_equal(fault_of(&a, texts[i]).why, "a key stands twice in one object");
    assert_string_equal(fault_of(&a, texts[1]).key, "a");
    assert_null(fault_of(&a, "{").key);
    parse(&a, "[{'a': 1}, {'a': {'a': 1}}, 'a', 'a']");
    parse(&a, "{'a': 1, 'A': 2, 'a ': 3}");
    /* The same look, composed and decomposed, is not the same key. */
    parse(&a, "{'\xC3\xBC': 1, 'u\xCC\x88': 2}");
    arena_free(&a);
}

static struct bytes nested(struct arena *a, int depth, const char *open, const char *inside, const char *close) {
    struct buffer b = { .arena = a };
    for (int i = 0; i < depth; i++)
        buffer_add(&b, open);
    buffer_add(&b, inside);
    for (int i = 0; i < depth; i++)
        buffer_add(&b, close);
    return buffer_bytes(&b);
}

static void nesting_ends_at_64(void **state) {
    static const struct {
        const char *open, *inside, *close;
    } shapes[] = { { "[", "", "]" }, { "[", "1", "]" }, { "{\"a\":", "true", "}" }, { "[ {\"a\":1}, ", "null", "]" } };
    struct arena a = { 0 };
    struct json_fault fault;
    (void)state;
    for (int i = 0; i < 3; i++) {
        assert_non_null(parse_bytes(&a, nested(&a, 64, shapes[i].open, shapes[i].inside, shapes[i].close), &fault));
        fault = fault_of_bytes(&a, nested(&a, 65, shapes[i].open, shapes[i].inside, shapes[i].close));
        assert_string_equal(fault.why, "nested more than 64 deep");
    }
    assert_non_null(parse_bytes(&a, nested(&a, 63, shapes[3].open, shapes[3].inside, shapes[3].close), &fault));
    fault_of_bytes(&a, nested(&a, 64, shapes[3].open, shapes[3].inside, shapes[3].close));
    /* What was closed again does not count. */
    parse(&a, arena_printf(&a, "[%s[]]", nested(&a, 200, "[[]], ", "", "").data));
    fault_of_bytes(&a, nested(&a, 100000, "[", "", ""));
    fault_of_bytes(&a, nested(&a, 100000, "{\"a\":", "", ""));
    arena_free(&a);
}

static void no_beginning_of_a_text_is_a_text(void **state) {
    struct arena a = { 0 };
    (void)state;
    struct bytes whole = support_quotes(&a, "{'a\\u00fc': [1, -2.5e3, true, null], '\xF0\x9F\x98\x80': {'b': '\\uD83D\\uDE00\\n'}}");
    for (size_t size = 0; size < whole.size; size++)
        fault_of_bytes(&a, (struct bytes){ whole.data, size });
    arena_free(&a);
}

/* Whatever one byte becomes, the answer is a tree or a reason. */
static void no_single_byte_does_harm(void **state) {
    struct arena a = { 0 };
    (void)state;
    struct bytes whole = support_quotes(&a, "\xEF\xBB\xBF{'a\\u00fc': [1, -2.5e3, true], '\xC3\xBC': {'b': '\\uD83D\\uDE00\\n'}}");
    for (size_t at = 0; at < whole.size; at++)
        for (int c = 0; c < 256; c++) {
            struct arena scratch = { 0 };
            struct json_fault fault = { .line = -1 };
            char *text = arena_copy(&scratch, whole.data, whole.size);
            text[at] = (char)c;
            if (!parse_bytes(&scratch, (struct bytes){ text, whole.size }, &fault) && (fault.line < 0 || !fault.why))
                fail_msg("byte %d as %d is refused without a reason", (int)at, c);
            arena_free(&scratch);
        }
    arena_free(&a);
}

static void a_reason_never_quotes_the_text(void **state) {
    static const char *const texts[] = {
        "{'secret': secret}", "{'secret': 1, 'secret': 2}", "['secret' 'secret']", "{secret: 1}", "'\\secret'",
    };
    struct arena a = { 0 };
    (void)state;
    for (int i = 0; i < COUNT(texts); i++)
        assert_null(strstr(fault_of(&a, texts[i]).why, "secret"));
    arena_free(&a);
}

/* ---- what is written */

static void the_written_bytes_are_exact(void **state) {
    struct arena a = { 0 };
    struct buffer out = { .arena = &a };
    struct json_writer w = { .out = &out };
    (void)state;
    json_open_object(&w, NULL);
    json_write_text(&w, "text", "a");
    json_write_text(&w, "nothing", NULL);
    json_write_int(&w, "number", -7);
    json_write_flag(&w, "yes", true);
    json_write_flag(&w, "no", false);
    json_open_list(&w, "empty");
    json_close_list(&w);
    json_open_object(&w, "none");
    json_close_object(&w);
    json_open_list(&w, "list");
    json_write_int(&w, NULL, 1);
    json_open_object(&w, NULL);
    json_write_text(&w, "k", "v");
    json_close_object(&w);
    json_open_list(&w, NULL);
    json_write_flag(&w, NULL, true);
    json_close_list(&w);
    json_close_list(&w);
    json_write_text(&w, "last", "");
    json_close_object(&w);
    json_end(&w);
    assert_string_equal(buffer_text(&out), "{\n"
                                           "  \"text\": \"a\",\n"
                                           "  \"nothing\": null,\n"
                                           "  \"number\": -7,\n"
                                           "  \"yes\": true,\n"
                                           "  \"no\": false,\n"
                                           "  \"empty\": [],\n"
                                           "  \"none\": {},\n"
                                           "  \"list\": [\n"
                                           "    1,\n"
                                           "    {\n"
                                           "      \"k\": \"v\"\n"
                                           "    },\n"
                                           "    [\n"
                                           "      true\n"
                                           "    ]\n"
                                           "  ],\n"
                                           "  \"last\": \"\"\n"
                                           "}\n");
    arena_free(&a);
}

static const char *written_text(struct arena *a, const char *text) {
    struct buffer out = { .arena = a };
    struct json_writer w = { .out = &out };
    json_write_text(&w, NULL, text);
    return buffer_text(&out);
}

static void texts_are_written_with_as_few_escapes_as_json_allows(void **state) {
    struct arena a = { 0 };
    (void)state;
    assert_string_equal(written_text(&a, "a/b\"c\\d"), "\"a/b\\\"c\\\\d\"");
    assert_string_equal(written_text(&a, "\n\t\r\b\f\x01\x1F\x7F"), "\"\\n\\t\\u000d\\u0008\\u000c\\u0001\\u001f\\u007f\"");
    assert_string_equal(written_text(&a, "\xC3\xBC\xE2\x82\xAC\xF0\x9F\x98\x80"), "\"\xC3\xBC\xE2\x82\xAC\xF0\x9F\x98\x80\"");
    assert_string_equal(written_text(&a, "%s%n"), "\"%s%n\"");
    arena_free(&a);
}

static void every_character_survives_writing_and_reading(void **state) {
    struct arena a = { 0 };
    (void)state;
    for (int c = 1; c < 256; c++) {
        struct json_fault fault;
        const char *text = c < 128 ? arena_printf(&a, "a%cb", c) : arena_printf(&a, "a%c%cb", 0xC0 | c >> 6, 0x80 | (c & 0x3F));
        const struct json *read = parse_bytes(&a, support_bytes(written_text(&a, text)), &fault);
        assert_non_null(read);
        assert_string_equal(read->text, text);
    }
    arena_free(&a);
}

static void keys_are_escaped_like_texts(void **state) {
    struct arena a = { 0 };
    struct buffer out = { .arena = &a };
    struct json_writer w = { .out = &out };
    (void)state;
    json_open_object(&w, NULL);
    json_write_int(&w, "a\"\n\\", 1);
    json_close_object(&w);
    assert_string_equal(buffer_text(&out), "{\n  \"a\\\"\\n\\\\\": 1\n}");
    arena_free(&a);
}

static const char *written(struct arena *a, const struct json *value) {
    struct buffer out = { .arena = a };
    struct json_writer w = { .out = &out };
    json_write(&w, NULL, value);
    json_end(&w);
    return buffer_text(&out);
}

static void values_are_written_as_they_were_read(void **state) {
    static const char text[] = "{\n"
                               "  \"b\": [\n"
                               "    1,\n"
                               "    -0.5,\n"
                               "    1000000000000,\n"
                               "    null,\n"
                               "    true,\n"
                               "    false,\n"
                               "    \"\xC3\xBC\\n\\u0001\",\n"
                               "    [],\n"
                               "    {}\n"
                               "  ],\n"
                               "  \"a\": {\n"
                               "    \"\": 0\n"
                               "  }\n"
                               "}\n";
    struct arena a = { 0 };
    (void)state;
    assert_string_equal(written(&a, parse(&a, text)), text);
    assert_string_equal(written(&a, NULL), "null\n");
    arena_free(&a);
}

static void every_number_survives_writing_and_reading(void **state) {
    static const double numbers[] = {
        0,
        1,
        -1,
        0.1,
        1.0 / 3,
        999999999,
        1e9,
        -1e9,
        1000000001,
        2147483647,
        2147483648.0,
        -2147483649.0,
        9007199254740991.0,
        1e21,
        1e300,
        -1e-300,
        5e-324,
        1.7976931348623157e308,
        123456.789,
    };
    struct arena a = { 0 };
    (void)state;
    for (int i = 0; i < COUNT(numbers); i++) {
        struct json value = { .kind = JSON_NUMBER, .number = numbers[i] };
        if (parse(&a, written(&a, &value))->number != numbers[i])
            fail_msg("%.17g is written as %s", numbers[i], written(&a, &value));
    }
    arena_free(&a);
}

static void every_int_is_written(void **state) {
    struct arena a = { 0 };
    struct buffer out = { .arena = &a };
    struct json_writer w = { .out = &out };
    (void)state;
    json_open_list(&w, NULL);
    json_write_int(&w, NULL, INT_MIN);
    json_write_int(&w, NULL, INT_MAX);
    json_close_list(&w);
    assert_string_equal(buffer_text(&out), "[\n  -2147483648,\n  2147483647\n]");
    arena_free(&a);
}

/* Answers kept as they are stand a few levels inside what the program writes. */
static void the_deepest_value_that_can_be_read_may_be_written_inside_others(void **state) {
    struct arena a = { 0 };
    struct buffer out = { .arena = &a };
    struct json_writer w = { .out = &out };
    struct json_fault fault;
    (void)state;
    const struct json *deepest = parse_bytes(&a, nested(&a, 64, "[", "1", "]"), &fault);
    for (int i = 0; i < 15; i++)
        json_open_list(&w, NULL);
    json_write(&w, NULL, deepest);
    for (int i = 0; i < 15; i++)
        json_close_list(&w);
    json_end(&w);
    assert_int_equal(w.depth, 0);
    size_t opened = 0;
    for (const char *at = buffer_text(&out); *at; at++)
        opened += *at == '[';
    assert_int_equal(opened, 15 + 64);
    arena_free(&a);
}

static void the_tree_lives_in_the_arena_alone(void **state) {
    struct arena a = { 0 };
    char text[] = "{\"key\": [\"value\"]}";
    struct json_fault fault;
    (void)state;
    const struct json *root = json_parse(&a, support_bytes(text), &fault);
    memset(text, '-', strlen(text));
    assert_string_equal(root->items[0].key, "key");
    assert_string_equal(root->items[0].items[0].text, "value");
    arena_free(&a);
}

/* In time that grows with the size: looking for equal keys compares no key with all others. */
static void very_many_keys_and_items_are_read(void **state) {
    struct arena a = { 0 };
    struct buffer b = { .arena = &a };
    (void)state;
    buffer_add(&b, "{\"list\": [0");
    for (int i = 0; i < 100000; i++)
        buffer_add(&b, ",\n0");
    buffer_add(&b, "]");
    for (int i = 0; i < 100000; i++)
        buffer_printf(&b, ",\n\"k%d\": 0", i);
    buffer_add(&b, "}");
    struct json_fault fault;
    const struct json *root = json_parse(&a, buffer_bytes(&b), &fault);
    assert_non_null(root);
    assert_int_equal(root->count, 100001);
    assert_int_equal(root->items[0].count, 100001);
    assert_int_equal(root->items[100000].line, 200001);
    arena_free(&a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_of_value_is_read),
        cmocka_unit_test(items_stay_in_the_order_of_the_file),
        cmocka_unit_test(look_ups_are_case_sensitive),
        cmocka_unit_test(look_ups_in_what_is_no_object_find_nothing),
        cmocka_unit_test(escapes_are_decoded),
        cmocka_unit_test(utf8_is_kept_as_it_is),
        cmocka_unit_test(numbers_of_every_form_are_read),
        cmocka_unit_test(blanks_may_stand_between_all_parts),
        cmocka_unit_test(a_byte_order_mark_is_skipped_once),
        cmocka_unit_test(every_value_knows_its_line),
        cmocka_unit_test(a_member_stands_where_its_key_begins),
        cmocka_unit_test(line_ends_inside_escapes_are_not_counted),
        cmocka_unit_test(a_fault_names_its_line),
        cmocka_unit_test(bad_numbers_are_refused),
        cmocka_unit_test(bad_words_are_refused),
        cmocka_unit_test(bad_structure_is_refused),
        cmocka_unit_test(nothing_at_all_is_refused),
        cmocka_unit_test(texts_that_do_not_end_are_refused),
        cmocka_unit_test(unknown_escapes_are_refused),
        cmocka_unit_test(raw_control_characters_are_refused),
        cmocka_unit_test(nul_is_refused_in_every_disguise),
        cmocka_unit_test(lone_surrogates_are_refused),
        cmocka_unit_test(bad_utf8_is_refused_everywhere),
        cmocka_unit_test(a_key_may_stand_only_once_in_an_object),
        cmocka_unit_test(nesting_ends_at_64),
        cmocka_unit_test(no_beginning_of_a_text_is_a_text),
        cmocka_unit_test(no_single_byte_does_harm),
        cmocka_unit_test(a_reason_never_quotes_the_text),
        cmocka_unit_test(the_written_bytes_are_exact),
        cmocka_unit_test(texts_are_written_with_as_few_escapes_as_json_allows),
        cmocka_unit_test(every_character_survives_writing_and_reading),
        cmocka_unit_test(keys_are_escaped_like_texts),
        cmocka_unit_test(values_are_written_as_they_were_read),
        cmocka_unit_test(every_number_survives_writing_and_reading),
        cmocka_unit_test(every_int_is_written),
        cmocka_unit_test(the_deepest_value_that_can_be_read_may_be_written_inside_others),
        cmocka_unit_test(the_tree_lives_in_the_arena_alone),
        cmocka_unit_test(very_many_keys_and_items_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
