#include "support.h"

#include "base/record.h"

#include "base/buffer.h"
#include "base/language.h"
#include "base/utf8.h"

#include "mo.h"

#include <stdbool.h>
#include <string.h>

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

enum { THING_BOX = 3, THING_SHELF = 4 };

/* ---- a table with every kind of field */

static const char *const colour_words[] = { "red", "green", "blue" };
static const struct choices colours = CHOICES(colour_words);

struct part {
    struct origin origin;
    const char *id, *label;
};

static const struct field part_fields[] = {
    { .key = "id", .kind = FIELD_ID, .at = offsetof(struct part, id) },
    { .key = "label", .kind = FIELD_TEXT, .at = offsetof(struct part, label), .flags = FIELD_TRANSLATED, .limit = 10 },
};
static const struct record part_record = { "part", sizeof(struct part), part_fields, COUNT(part_fields) };

struct box {
    struct origin origin;
    const char *id, *name, *note, *code;
    int colour;
    unsigned stripes;
    bool open;
    int count;
    struct part lid;
    LIST(struct part) parts;
    struct ref inside;
    struct refs near;
    const struct json *extra;
    int twice;
};

/* The file says half of what the struct holds. */
static void read_half(struct record_reader *r, const struct json *from, const char *path, void *to) {
    if (from->kind == JSON_NUMBER)
        *(int *)to = (int)from->number * 2;
    else
        record_problem(r, from, path, "must be %s", "half");
}

static void write_half(struct json_writer *w, const char *key, const void *from) {
    json_write_int(w, key, *(const int *)from / 2);
}

static const struct field box_fields[] = {
    { .key = "id", .kind = FIELD_ID, .at = offsetof(struct box, id) },
    { .key = "name", .kind = FIELD_TEXT, .at = offsetof(struct box, name), .flags = FIELD_TRANSLATED },
    { .key = "note", .kind = FIELD_TEXT, .at = offsetof(struct box, note), .flags = FIELD_TRANSLATED | FIELD_NULLABLE },
    { .key = "code", .kind = FIELD_TEXT, .at = offsetof(struct box, code), .flags = FIELD_EMPTY },
    { .key = "colour", .kind = FIELD_CHOICE, .at = offsetof(struct box, colour), .choices = &colours },
    { .key = "stripes", .kind = FIELD_CHOICES, .at = offsetof(struct box, stripes), .choices = &colours },
    { .key = "open", .kind = FIELD_FLAG, .at = offsetof(struct box, open) },
    { .key = "count", .kind = FIELD_NUMBER, .at = offsetof(struct box, count), .limit = 1000 },
    { .key = "lid", .kind = FIELD_RECORD, .at = offsetof(struct box, lid), .record = &part_record },
    { .key = "parts", .kind = FIELD_RECORDS, .at = offsetof(struct box, parts), .record = &part_record },
    { .key = "inside", .kind = FIELD_REF, .at = offsetof(struct box, inside), .refers = THING_BOX, .flags = FIELD_NULLABLE },
    { .key = "near", .kind = FIELD_REFS, .at = offsetof(struct box, near), .refers = THING_SHELF, .every = "all" },
    { .key = "extra", .kind = FIELD_JSON, .at = offsetof(struct box, extra), .flags = FIELD_NULLABLE },
    { .key = "twice", .kind = FIELD_OTHER, .at = offsetof(struct box, twice), .read = read_half, .write = write_half },
};
static const struct record box_record = { "box", sizeof(struct box), box_fields, COUNT(box_fields) };

/* As record_write() writes it. */
static const char box_text[] = "{\n"
                               "  'id': 'box-1',\n"
                               "  'name': 'Box',\n"
                               "  'note': 'Heavy',\n"
                               "  'code': '',\n"
                               "  'colour': 'green',\n"
                               "  'stripes': [\n"
                               "    'red',\n"
                               "    'blue'\n"
                               "  ],\n"
                               "  'open': true,\n"
                               "  'count': 12,\n"
                               "  'lid': {\n"
                               "    'id': 'lid',\n"
                               "    'label': 'Lid'\n"
                               "  },\n"
                               "  'parts': [\n"
                               "    {\n"
                               "      'id': 'p1',\n"
                               "      'label': 'One'\n"
                               "    },\n"
                               "    {\n"
                               "      'id': 'p2',\n"
                               "      'label': 'Two'\n"
                               "    }\n"
                               "  ],\n"
                               "  'inside': 'box-2',\n"
                               "  'near': [\n"
                               "    's1',\n"
                               "    's2'\n"
                               "  ],\n"
                               "  'extra': {\n"
                               "    'any': [\n"
                               "      1,\n"
                               "      null\n"
                               "    ]\n"
                               "  },\n"
                               "  'twice': 21\n"
                               "}\n";

/* ---- reading in a test */

struct reading {
    struct arena arena;
    struct problems problems;
    struct record_reader reader;
};

static void begin(struct reading *f) {
    *f = (struct reading){ 0 };
    f->problems.arena = &f->arena;
    f->reader = (struct record_reader){ .arena = &f->arena, .problems = &f->problems, .file = "test.json" };
}

static void read_bytes(struct reading *f, const struct record *record, struct bytes text, const char *path, void *to) {
    struct json_fault fault = { 0 };
    const struct json *root = json_parse(&f->arena, text, &fault);
    if (!root)
        fail_msg("line %d: %s", fault.line, fault.why);
    record_read(&f->reader, record, root, path, to);
}

static void read_text(struct reading *f, const struct record *record, const char *text, void *to) {
    read_bytes(f, record, support_quotes(&f->arena, text), "", to);
}

/* All problems, one a line. */
static const char *problems_text(struct reading *f) {
    struct buffer b = { .arena = &f->arena };
    for (int i = 0; i < f->problems.count; i++)
        buffer_printf(&b, "%s%s", i ? "\n" : "", problem_line(&f->arena, &f->problems.items[i]));
    return buffer_text(&b);
}

static const char *written(struct arena *a, const struct record *record, const void *item, const struct language *l) {
    struct buffer out = { .arena = a };
    struct json_writer w = { .out = &out };
    record_write(&w, NULL, record, item, l);
    json_end(&w);
    return buffer_text(&out);
}

/* ---- what is read */

static void every_kind_of_field_is_read(void **state) {
    struct reading f;
    struct box box = { 0 };
    (void)state;
    begin(&f);
    read_text(&f, &box_record, box_text, &box);
    assert_string_equal(problems_text(&f), "");
    assert_string_equal(box.id, "box-1");
    assert_string_equal(box.name, "Box");
    assert_string_equal(box.note, "Heavy");
    assert_string_equal(box.code, "");
    assert_int_equal(box.colour, 1);
    assert_int_equal(box.stripes, 1 << 0 | 1 << 2);
    assert_true(box.open);
    assert_int_equal(box.count, 12);
    assert_string_equal(box.lid.id, "lid");
    assert_string_equal(box.lid.label, "Lid");
    assert_int_equal(box.parts.count, 2);
    assert_string_equal(box.parts.items[0].id, "p1");
    assert_string_equal(box.parts.items[1].label, "Two");
    assert_string_equal(box.inside.id, "box-2");
    assert_int_equal(box.inside.index, -1);
    assert_false(box.near.every);
    assert_int_equal(box.near.count, 2);
    assert_string_equal(box.near.items[1].id, "s2");
    assert_int_equal(box.near.items[1].index, -1);
    assert_string_equal(json_get(box.extra, "any")->key, "any");
    assert_int_equal(box.twice, 42);
    arena_free(&f.arena);
}

static void every_record_knows_where_it_stands(void **state) {
    struct reading f;
    struct box box = { 0 };
    (void)state;
    begin(&f);
    read_bytes(&f, &box_record, support_quotes(&f.arena, box_text), "boxes/box-1", &box);
    assert_string_equal(box.origin.file, "test.json");
    assert_int_equal(box.origin.line, 1);
    assert_string_equal(box.origin.path, "boxes/box-1");
    assert_int_equal(box.lid.origin.line, 13);
    assert_string_equal(box.lid.origin.path, "boxes/box-1/lid");
    assert_int_equal(box.parts.items[1].origin.line, 22);
    assert_string_equal(box.parts.items[1].origin.path, "boxes/box-1/parts/p2");
    arena_free(&f.arena);
}

static void every_ref_waits_for_its_target(void **state) {
    struct reading f;
    struct box box = { 0 };
    (void)state;
    begin(&f);
    read_text(&f, &box_record, box_text, &box);
    assert_int_equal(f.reader.pending_count, 3);
    assert_ptr_equal(f.reader.pending[0].ref, &box.inside);
    assert_int_equal(f.reader.pending[0].refers, THING_BOX);
    assert_string_equal(f.reader.pending[0].origin.file, "test.json");
    assert_int_equal(f.reader.pending[0].origin.line, 27);
    assert_string_equal(f.reader.pending[0].origin.path, "inside");
    assert_ptr_equal(f.reader.pending[2].ref, &box.near.items[1]);
    assert_int_equal(f.reader.pending[2].refers, THING_SHELF);
    assert_int_equal(f.reader.pending[2].origin.line, 30);
    assert_string_equal(f.reader.pending[2].origin.path, "near");
    arena_free(&f.arena);
}

/* A record whose only field has the key "k". */
struct holder {
    struct origin origin;
    union {
        const char *text;
        int number;
        unsigned bits;
        bool flag;
        struct part part;
        LIST(struct part) parts;
        struct ref ref;
        struct refs refs;
        const struct json *json;
    } value;
};

static struct holder read_field(struct reading *f, struct field field, const char *text) {
    struct holder h = { 0 };
    field.key = "k";
    field.at = offsetof(struct holder, value);
    const struct record record = { "holder", sizeof h, &field, 1 };
    read_text(f, &record, text, &h);
    return h;
}

#define CHOICE \
    { .kind = FIELD_CHOICE, .choices = &colours }
#define PARTS \
    { .kind = FIELD_RECORDS, .record = &part_record }
#define REFS \
    { .kind = FIELD_REFS, .refers = THING_BOX, .every = "all" }
#define ID_64 "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-a"

static void values_within_the_limits_are_accepted(void **state) {
    static const struct {
        struct field field;
        const char *text;
    } cases[] = {
        { { .kind = FIELD_ID }, "{'k': 'a'}" },
        { { .kind = FIELD_ID }, "{'k': '" ID_64 "'}" },
        { { .kind = FIELD_ID }, "{'k': '-'}" },
        { { .kind = FIELD_ID, .flags = FIELD_OPTIONAL }, "{}" },
        { { .kind = FIELD_TEXT, .limit = 3 }, "{'k': 'abc'}" },
        /* Three characters in seven bytes. */
        { { .kind = FIELD_TEXT, .limit = 3 }, "{'k': '\xC3\xBC\xE2\x82\xAC\xC3\xBC'}" },
        { { .kind = FIELD_TEXT, .flags = FIELD_EMPTY }, "{'k': ''}" },
        { { .kind = FIELD_TEXT }, "{'k': 'a  b'}" },
        { { .kind = FIELD_TEXT, .flags = FIELD_NULLABLE }, "{'k': null}" },
        { CHOICE, "{'k': 'blue'}" },
        { { .kind = FIELD_CHOICES, .choices = &colours }, "{'k': []}" },
        { { .kind = FIELD_CHOICES, .choices = &colours, .flags = FIELD_SOME }, "{'k': ['blue', 'red']}" },
        { { .kind = FIELD_FLAG }, "{'k': false}" },
        { { .kind = FIELD_NUMBER, .limit = 7 }, "{'k': 0}" },
        { { .kind = FIELD_NUMBER, .limit = 7 }, "{'k': 7}" },
        { { .kind = FIELD_NUMBER, .limit = 7 }, "{'k': 0.7e1}" },
        { { .kind = FIELD_NUMBER, .limit = INT32_MAX }, "{'k': 2147483647}" },
        { PARTS, "{'k': []}" },
        { PARTS, "{'k': [{'id': 'a', 'label': 'x'}, {'id': 'A', 'label': 'x'}]}" },
        { { .kind = FIELD_REF, .flags = FIELD_NULLABLE }, "{'k': null}" },
        { REFS, "{'k': []}" },
        { REFS, "{'k': ['all']}" },
        { { .kind = FIELD_JSON }, "{'k': [1, {'a': null}]}" },
        { { .kind = FIELD_OTHER, .read = read_half }, "{'k': 1}" },
    };
    (void)state;
    for (int i = 0; i < COUNT(cases); i++) {
        struct reading f;
        begin(&f);
        read_field(&f, cases[i].field, cases[i].text);
        if (f.problems.count)
            fail_msg("%s: %s", cases[i].text, problems_text(&f));
        arena_free(&f.arena);
    }
}

static void each_problem_is_named_with_its_place(void **state) {
    static const struct {
        struct field field;
        const char *text, *expected;
    } cases[] = {
        { { .kind = FIELD_ID }, "\n{}", "test.json:2: the key k is missing" },
        { { .kind = FIELD_ID }, "{\n'k': 1}", "test.json:2: k: must be a text" },
        { { .kind = FIELD_ID }, "{'k': null}", "test.json:1: k: must be a text" },
        { { .kind = FIELD_ID }, "{'k': ''}", "test.json:1: k: must be an id: letters, digits and hyphens, at most 64" },
        { { .kind = FIELD_ID }, "{'k': 'a_b'}", "test.json:1: k: must be an id: letters, digits and hyphens, at most 64" },
        { { .kind = FIELD_ID }, "{'k': '../a'}", "test.json:1: k: must be an id: letters, digits and hyphens, at most 64" },
        { { .kind = FIELD_ID }, "{'k': '\xC3\xBC'}", "test.json:1: k: must be an id: letters, digits and hyphens, at most 64" },
        { { .kind = FIELD_ID }, "{'k': '" ID_64 "b'}", "test.json:1: k: must be an id: letters, digits and hyphens, at most 64" },
        { { .kind = FIELD_TEXT, .flags = FIELD_OPTIONAL }, "{'k': null}", "test.json:1: k: must be a text" },
        { { .kind = FIELD_TEXT, .flags = FIELD_NULLABLE }, "{}", "test.json:1: the key k is missing" },
        { { .kind = FIELD_TEXT }, "{'k': ['a']}", "test.json:1: k: must be a text" },
        { { .kind = FIELD_TEXT }, "{'k': ''}", "test.json:1: k: must not be empty" },
        { { .kind = FIELD_TEXT }, "{'k': ' a'}", "test.json:1: k: begins or ends with a blank" },
        { { .kind = FIELD_TEXT }, "{'k': 'a '}", "test.json:1: k: begins or ends with a blank" },
        { { .kind = FIELD_TEXT, .flags = FIELD_EMPTY }, "{'k': ' '}", "test.json:1: k: begins or ends with a blank" },
        { { .kind = FIELD_TEXT }, "{'k': 'a\\nb'}", "test.json:1: k: holds a line end, tab or other control character" },
        { { .kind = FIELD_TEXT }, "{'k': 'a\\rb'}", "test.json:1: k: holds a line end, tab or other control character" },
        { { .kind = FIELD_TEXT }, "{'k': 'a\\tb'}", "test.json:1: k: holds a line end, tab or other control character" },
        { { .kind = FIELD_TEXT, .limit = 3 },
          "{'k': 'ab\xC3\xBC\xE2\x82\xAC'}",
          "test.json:1: k: has 4 characters, at most 3 are allowed" },
        { CHOICE, "{'k': 'Red'}", "test.json:1: k: \"Red\" is none of: red, green, blue" },
        { CHOICE, "{'k': ''}", "test.json:1: k: \"\" is none of: red, green, blue" },
        { CHOICE, "{'k': 'r\\ned'}", "test.json:1: k: a word with a control character is none of: red, green, blue" },
        { CHOICE, "{'k': '" ID_64 "b'}", "test.json:1: k: \"" ID_64 "...\" is none of: red, green, blue" },
        { { .kind = FIELD_REF, .hint = "look there" },
          "{'k': 'a b'}",
          "test.json:1: k: must be an id: letters, digits and hyphens, at most 64; look there" },
        { CHOICE, "{'k': 1}", "test.json:1: k: must be a text" },
        { { .kind = FIELD_CHOICES, .choices = &colours }, "{'k': 'red'}", "test.json:1: k: must be a list" },
        { { .kind = FIELD_CHOICES, .choices = &colours },
          "{'k': ['red',\n'pink']}",
          "test.json:2: k: \"pink\" is none of: red, green, blue" },
        { { .kind = FIELD_CHOICES, .choices = &colours }, "{'k': ['red',\n'red']}", "test.json:2: k: names \"red\" twice" },
        { { .kind = FIELD_CHOICES, .choices = &colours, .flags = FIELD_SOME }, "{'k': []}", "test.json:1: k: must not be empty" },
        { { .kind = FIELD_FLAG }, "{'k': 'true'}", "test.json:1: k: must be true or false" },
        { { .kind = FIELD_FLAG }, "{'k': 1}", "test.json:1: k: must be true or false" },
        { { .kind = FIELD_NUMBER, .limit = 7 }, "{'k': 8}", "test.json:1: k: must be a whole number from 0 to 7" },
        { { .kind = FIELD_NUMBER, .limit = 7 }, "{'k': -1}", "test.json:1: k: must be a whole number from 0 to 7" },
        { { .kind = FIELD_NUMBER, .limit = 7 }, "{'k': 1.5}", "test.json:1: k: must be a whole number from 0 to 7" },
        { { .kind = FIELD_NUMBER, .limit = 7 }, "{'k': 1e300}", "test.json:1: k: must be a whole number from 0 to 7" },
        { { .kind = FIELD_NUMBER, .limit = 7 }, "{'k': -1e300}", "test.json:1: k: must be a whole number from 0 to 7" },
        { { .kind = FIELD_NUMBER, .limit = 7 }, "{'k': '1'}", "test.json:1: k: must be a whole number from 0 to 7" },
        { { .kind = FIELD_RECORD, .record = &part_record }, "{'k':\n[]}", "test.json:1: k: must be an object" },
        { { .kind = FIELD_RECORD, .record = &part_record }, "{'k': {'id': 'a',\n'label': ''}}", "test.json:2: k/label: must not be empty" },
        { PARTS, "{'k': {}}", "test.json:1: k: must be a list" },
        { PARTS, "{'k': [1]}", "test.json:1: k/0: must be an object" },
        { PARTS, "{'k': [{'id': 'a', 'label': 'x'},\n{'id': 'b'}]}", "test.json:2: k/b: the key label is missing" },
        { PARTS, "{'k': [{'id': 'a', 'label': 'x'}, {'id': 'b',\n'label': ''}]}", "test.json:2: k/b/label: must not be empty" },
        { PARTS, "{'k': [{'id': 'a', 'label': 'x'},\n{'id': 'a', 'label': 'x'}]}", "test.json:2: k: the id a stands twice" },
        /* An id that is none would make a path that misleads. */
        { PARTS, "{'k': [{'id': 'a/b', 'label': 'x'}]}", "test.json:1: k/0/id: must be an id: letters, digits and hyphens, at most 64" },
        { PARTS, "{'k': [{'id': 5, 'label': 'x'}]}", "test.json:1: k/0/id: must be a text" },
        { { .kind = FIELD_REF }, "{'k': null}", "test.json:1: k: must be a text" },
        { { .kind = FIELD_REF }, "{'k': 'a b'}", "test.json:1: k: must be an id: letters, digits and hyphens, at most 64" },
        { REFS, "{'k': 'all'}", "test.json:1: k: must be a list" },
        { REFS, "{'k': ['a',\n1]}", "test.json:2: k: must be a text" },
        { REFS, "{'k': ['a', 'b', 'a']}", "test.json:1: k: names a twice" },
        { { .kind = FIELD_REFS, .flags = FIELD_SOME }, "{'k': []}", "test.json:1: k: must not be empty" },
        { { .kind = FIELD_JSON }, "{}", "test.json:1: the key k is missing" },
        { { .kind = FIELD_OTHER, .read = read_half }, "{'k': 'x'}", "test.json:1: k: must be half" },
        { { .kind = FIELD_FLAG, .flags = FIELD_OPTIONAL }, "{\n'other': 1}", "test.json:2: unknown key other" },
        { { .kind = FIELD_FLAG, .flags = FIELD_OPTIONAL }, "{'K': true}", "test.json:1: unknown key K" },
        { { .kind = FIELD_FLAG, .flags = FIELD_OPTIONAL }, "{'%s%n': true}", "test.json:1: unknown key %s%n" },
        { { .kind = FIELD_FLAG }, "\n[]", "test.json:2: must be an object" },
        { { .kind = FIELD_FLAG }, "null", "test.json:1: must be an object" },
    };
    (void)state;
    for (int i = 0; i < COUNT(cases); i++) {
        struct reading f;
        begin(&f);
        read_field(&f, cases[i].field, cases[i].text);
        if (strcmp(problems_text(&f), cases[i].expected) != 0)
            fail_msg("%s: \"%s\", not \"%s\"", cases[i].text, problems_text(&f), cases[i].expected);
        arena_free(&f.arena);
    }
}

static void reading_goes_on_after_a_problem(void **state) {
    struct reading f;
    struct box box = { 0 };
    (void)state;
    begin(&f);
    read_text(&f, &box_record,
              "{'id': 'box-1',\n'nmae': 'Box',\n'note': 7,\n'code': '',\n'colour': 'pink',\n'stripes': ['red', 'pink'],\n"
              "'open': 1,\n'count': -1,\n'lid': {'id': 'l'},\n'parts': [{'id': 'p', 'label': 'x'}, 5],\n'inside': 3,\n"
              "'near': ['s1', ' '],\n'extra': null,\n'twice': 4}",
              &box);
    assert_string_equal(problems_text(&f), "test.json:2: unknown key nmae\n"
                                           "test.json:1: the key name is missing\n"
                                           "test.json:3: note: must be a text\n"
                                           "test.json:5: colour: \"pink\" is none of: red, green, blue\n"
                                           "test.json:6: stripes: \"pink\" is none of: red, green, blue\n"
                                           "test.json:7: open: must be true or false\n"
                                           "test.json:8: count: must be a whole number from 0 to 1000\n"
                                           "test.json:9: lid: the key label is missing\n"
                                           "test.json:10: parts/1: must be an object\n"
                                           "test.json:11: inside: must be a text\n"
                                           "test.json:12: near: must be an id: letters, digits and hyphens, at most 64");
    assert_string_equal(box.id, "box-1");
    assert_null(box.name);
    assert_int_equal(box.colour, 0);
    assert_int_equal(box.stripes, 1);
    assert_false(box.open);
    assert_int_equal(box.count, 0);
    assert_string_equal(box.parts.items[0].label, "x");
    assert_null(box.inside.id);
    assert_int_equal(box.inside.index, -1);
    assert_int_equal(box.near.count, 2);
    assert_string_equal(box.near.items[0].id, "s1");
    assert_null(box.near.items[1].id);
    assert_int_equal(f.reader.pending_count, 1);
    assert_int_equal(box.twice, 8);
    arena_free(&f.arena);
}

static void a_key_that_is_missing_or_null_leaves_the_member_zero(void **state) {
    static const enum field_kind kinds[] = {
        FIELD_ID,     FIELD_TEXT,    FIELD_CHOICE, FIELD_CHOICES, FIELD_FLAG,  FIELD_NUMBER,
        FIELD_RECORD, FIELD_RECORDS, FIELD_REFS,   FIELD_JSON,    FIELD_OTHER,
    };
    struct reading f;
    (void)state;
    begin(&f);
    for (int i = 0; i < COUNT(kinds); i++) {
        struct field field = { .kind = kinds[i], .choices = &colours, .record = &part_record, .read = read_half };
        static const struct holder zero;
        field.flags = FIELD_OPTIONAL;
        struct holder missing = read_field(&f, field, "{}");
        field.flags = FIELD_NULLABLE;
        struct holder null = read_field(&f, field, "{'k': null}");
        assert_memory_equal(&missing.value, &zero.value, sizeof zero.value);
        assert_memory_equal(&null.value, &zero.value, sizeof zero.value);
    }
    assert_string_equal(problems_text(&f), "");
    arena_free(&f.arena);
}

static void a_ref_that_is_missing_or_null_points_nowhere(void **state) {
    struct reading f;
    (void)state;
    begin(&f);
    struct holder missing = read_field(&f, (struct field){ .kind = FIELD_REF, .flags = FIELD_OPTIONAL }, "{}");
    struct holder null = read_field(&f, (struct field){ .kind = FIELD_REF, .flags = FIELD_NULLABLE }, "{'k': null}");
    struct holder no_object = read_field(&f, (struct field){ .kind = FIELD_REF }, "[]");
    assert_null(missing.value.ref.id);
    assert_int_equal(missing.value.ref.index, -1);
    assert_int_equal(null.value.ref.index, -1);
    assert_int_equal(no_object.value.ref.index, -1);
    assert_int_equal(f.reader.pending_count, 0);
    arena_free(&f.arena);
}

static void the_word_for_all_stands_alone(void **state) {
    struct reading f;
    (void)state;
    begin(&f);
    struct holder every = read_field(&f, (struct field)REFS, "{'k': ['all']}");
    assert_true(every.value.refs.every);
    assert_int_equal(every.value.refs.count, 0);
    assert_int_equal(f.reader.pending_count, 0);
    /* Beside others it is an id like any other, and will not be found. */
    struct holder among = read_field(&f, (struct field)REFS, "{'k': ['all', 'a']}");
    assert_false(among.value.refs.every);
    assert_int_equal(among.value.refs.count, 2);
    struct holder without = read_field(&f, (struct field){ .kind = FIELD_REFS }, "{'k': ['all']}");
    assert_false(without.value.refs.every);
    assert_string_equal(without.value.refs.items[0].id, "all");
    arena_free(&f.arena);
}

static void each_id_after_the_first_is_a_duplicate(void **state) {
    struct reading f;
    (void)state;
    begin(&f);
    read_field(&f, (struct field)PARTS,
               "{'k': [\n{'id': 'b', 'label': 'x'},\n{'id': 'a', 'label': 'x'},\n{'id': 'b', 'label': 'x'},\n{'label': 'x'},\n"
               "{'id': 'b', 'label': 'x'},\n{'label': 'x'}]}");
    assert_string_equal(problems_text(&f), "test.json:5: k/3: the key id is missing\n"
                                           "test.json:7: k/5: the key id is missing\n"
                                           "test.json:4: k: the id b stands twice\n"
                                           "test.json:6: k: the id b stands twice");
    arena_free(&f.arena);
}

static void paths_grow_with_the_nesting(void **state) {
    static const struct field shelf_fields[] = {
        { .key = "boxes", .kind = FIELD_RECORDS, .at = offsetof(struct holder, value), .record = &box_record },
    };
    static const struct record shelf_record = { "shelf", sizeof(struct holder), shelf_fields, 1 };
    struct reading f;
    struct holder shelf = { 0 };
    (void)state;
    begin(&f);
    const char *text = arena_printf(&f.arena, "{'boxes': [%s]}", box_text);
    char *label = strstr(text, "'Two'");
    memcpy(label, "''   ", strlen("'Two'"));
    read_text(&f, &shelf_record, text, &shelf);
    assert_string_equal(problems_text(&f), "test.json:24: boxes/box-1/parts/p2/label: must not be empty");
    arena_free(&f.arena);
}

static void a_text_without_limit_has_at_most_1000_characters(void **state) {
    struct reading f;
    (void)state;
    begin(&f);
    read_field(&f, (struct field){ .kind = FIELD_TEXT }, arena_printf(&f.arena, "{'k': '%01000d'}", 1));
    assert_string_equal(problems_text(&f), "");
    read_field(&f, (struct field){ .kind = FIELD_TEXT }, arena_printf(&f.arena, "{'k': '%01001d'}", 1));
    assert_string_equal(problems_text(&f), "test.json:1: k: has 1001 characters, at most 1000 are allowed");
    arena_free(&f.arena);
}

static void a_long_unknown_key_is_cut_between_characters(void **state) {
    struct reading f;
    (void)state;
    begin(&f);
    for (int before = 0; before < 5; before++) {
        struct buffer b = { .arena = &f.arena };
        buffer_printf(&b, "{\"%.*s", before, "aaaaa");
        for (int i = 0; i < 100; i++)
            buffer_add(&b, i % 2 ? "\xE2\x82\xAC" : "\xF0\x9F\x98\x80");
        buffer_add(&b, "\": 1}");
        struct holder h = { 0 };
        const struct record empty = { "empty", sizeof h, NULL, 0 };
        read_bytes(&f, &empty, buffer_bytes(&b), "", &h);
        const char *text = f.problems.items[before].text;
        assert_true(utf8_valid(support_bytes(text)));
        assert_in_range(strlen(text), strlen("unknown key ") + 60, strlen("unknown key ") + 64);
    }
    arena_free(&f.arena);
}

/* Beyond what is kept, a problem takes no memory: a hostile file may have millions. */
static void very_many_problems_do_not_fill_memory(void **state) {
    static const struct {
        struct field field;
        const char *item;
    } cases[] = {
        { { .kind = FIELD_CHOICES, .choices = &colours }, "''" },
        { { .kind = FIELD_CHOICES, .choices = &colours }, "1" },
        { { .kind = FIELD_CHOICES, .choices = &colours }, "'red'" },
        { { .kind = FIELD_REFS }, "''" },
        { { .kind = FIELD_REFS }, "'a'" },
    };
    enum { ITEMS = 20000 };
    (void)state;
    for (int i = 0; i < COUNT(cases); i++) {
        struct reading f;
        struct holder h = { 0 };
        struct json_fault fault;
        struct buffer b = { .arena = &f.arena };
        struct field field = cases[i].field;
        begin(&f);
        buffer_printf(&b, "{'k': [%s", cases[i].item);
        for (int k = 1; k < ITEMS; k++)
            buffer_printf(&b, ",%s", cases[i].item);
        buffer_add(&b, "]}");
        const struct json *root = json_parse(&f.arena, support_quotes(&f.arena, buffer_text(&b)), &fault);
        assert_non_null(root);
        field.key = "k";
        field.at = offsetof(struct holder, value);
        const struct record record = { "holder", sizeof h, &field, 1 };
        size_t used = f.arena.used;
        record_read(&f.reader, &record, root, "", &h);
        assert_int_equal(f.problems.count, PROBLEMS_MAX);
        assert_in_range(f.problems.left_out, ITEMS - PROBLEMS_MAX - 1, ITEMS - PROBLEMS_MAX);
        /* What the record itself needs for each item, with room for lists that grow. */
        size_t needed = ITEMS * (sizeof(struct ref) + sizeof(struct id) + 4 * sizeof(struct pending_ref));
        assert_in_range(f.arena.used - used, 0, PROBLEMS_MAX * 1000 + needed);
        arena_free(&f.arena);
    }
}

/* ---- what is written */

static void a_record_is_written_as_it_was_read(void **state) {
    struct reading f;
    struct box box = { 0 };
    (void)state;
    begin(&f);
    read_text(&f, &box_record, box_text, &box);
    assert_string_equal(written(&f.arena, &box_record, &box, &language_english), support_quotes(&f.arena, box_text).data);
    arena_free(&f.arena);
}

static void what_is_zero_is_written_as_null_or_empty(void **state) {
    static const char text[] = "{'id':'b','name':'B','note':null,'code':'','colour':'red','stripes':[],'open':false,'count':0,"
                               "'lid':{'id':'l','label':'L'},'parts':[],'inside':null,'near':['all'],'extra':null,'twice':0}";
    struct reading f;
    struct box box = { 0 }, again = { 0 };
    (void)state;
    begin(&f);
    read_text(&f, &box_record, text, &box);
    const char *out = written(&f.arena, &box_record, &box, &language_english);
    assert_string_equal(out, support_quotes(&f.arena, "{\n"
                                                      "  'id': 'b',\n"
                                                      "  'name': 'B',\n"
                                                      "  'note': null,\n"
                                                      "  'code': '',\n"
                                                      "  'colour': 'red',\n"
                                                      "  'stripes': [],\n"
                                                      "  'open': false,\n"
                                                      "  'count': 0,\n"
                                                      "  'lid': {\n"
                                                      "    'id': 'l',\n"
                                                      "    'label': 'L'\n"
                                                      "  },\n"
                                                      "  'parts': [],\n"
                                                      "  'inside': null,\n"
                                                      "  'near': [\n"
                                                      "    'all'\n"
                                                      "  ],\n"
                                                      "  'extra': null,\n"
                                                      "  'twice': 0\n"
                                                      "}\n")
                                 .data);
    read_bytes(&f, &box_record, support_bytes(out), "", &again);
    assert_string_equal(problems_text(&f), "");
    assert_true(again.near.every);
    assert_string_equal(written(&f.arena, &box_record, &again, &language_english), out);
    arena_free(&f.arena);
}

static void a_record_is_written_under_a_key(void **state) {
    struct part part = { .id = "p", .label = "L" };
    struct arena a = { 0 };
    struct buffer out = { .arena = &a };
    struct json_writer w = { .out = &out };
    (void)state;
    json_open_object(&w, NULL);
    record_write(&w, "part", &part_record, &part, &language_english);
    json_close_object(&w);
    assert_string_equal(buffer_text(&out), "{\n  \"part\": {\n    \"id\": \"p\",\n    \"label\": \"L\"\n  }\n}");
    arena_free(&a);
}

static void only_translated_texts_are_written_in_the_language(void **state) {
    static const struct mo_pair pairs[] = {
        MO_PAIR("", MO_TYPE),
        MO_PAIR("box box-1/code\004Box", "not marked as translated"),
        MO_PAIR("box box-1/id\004box-1", "an id is no text"),
        MO_PAIR("box box-1/name\004Box", "Kiste"),
        MO_PAIR("box other/note\004Heavy", "of another box"),
        MO_PAIR("part lid/label\004Lid", "Deckel"),
        MO_PAIR("part p2/label\004Two", "Zwei"),
    };
    struct reading f;
    struct box box = { 0 }, again = { 0 };
    struct catalog content;
    struct error e;
    (void)state;
    begin(&f);
    assert_true(catalog_read(&f.arena, mo_file(&f.arena, false, pairs, COUNT(pairs)), "test.mo", &content, &e));
    const struct language german = { .code = "de", .tag = "de", .content = &content };
    read_text(&f, &box_record, box_text, &box);
    box.code = "Box";
    read_bytes(&f, &box_record, support_bytes(written(&f.arena, &box_record, &box, &german)), "", &again);
    assert_string_equal(again.id, "box-1");
    assert_string_equal(again.name, "Kiste");
    assert_string_equal(again.note, "Heavy");
    assert_string_equal(again.code, "Box");
    assert_string_equal(again.lid.label, "Deckel");
    assert_string_equal(again.parts.items[0].label, "One");
    assert_string_equal(again.parts.items[1].label, "Zwei");
    arena_free(&f.arena);
}

/* ---- small helpers */

static void words_are_found_by_their_exact_letters(void **state) {
    static const struct choices none = { NULL, 0 };
    (void)state;
    assert_int_equal(colours.count, 3);
    assert_int_equal(choices_find(&colours, "red"), 0);
    assert_int_equal(choices_find(&colours, "blue"), 2);
    assert_int_equal(choices_find(&colours, "Blue"), -1);
    assert_int_equal(choices_find(&colours, "blu"), -1);
    assert_int_equal(choices_find(&colours, ""), -1);
    assert_int_equal(choices_find(&none, "red"), -1);
}

static void id_and_texts_of_a_record_are_found_by_its_table(void **state) {
    static const struct record without_id = { "label", sizeof(struct part), part_fields + 1, 1 };
    struct part part = { .id = "p", .label = "L" };
    (void)state;
    assert_string_equal(record_id(&part_record, &part), "p");
    assert_null(record_id(&without_id, &part));
    assert_string_equal(record_text(&part_fields[1], &part), "L");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_field_is_read),
        cmocka_unit_test(every_record_knows_where_it_stands),
        cmocka_unit_test(every_ref_waits_for_its_target),
        cmocka_unit_test(values_within_the_limits_are_accepted),
        cmocka_unit_test(each_problem_is_named_with_its_place),
        cmocka_unit_test(reading_goes_on_after_a_problem),
        cmocka_unit_test(a_key_that_is_missing_or_null_leaves_the_member_zero),
        cmocka_unit_test(a_ref_that_is_missing_or_null_points_nowhere),
        cmocka_unit_test(the_word_for_all_stands_alone),
        cmocka_unit_test(each_id_after_the_first_is_a_duplicate),
        cmocka_unit_test(paths_grow_with_the_nesting),
        cmocka_unit_test(a_text_without_limit_has_at_most_1000_characters),
        cmocka_unit_test(a_long_unknown_key_is_cut_between_characters),
        cmocka_unit_test(very_many_problems_do_not_fill_memory),
        cmocka_unit_test(a_record_is_written_as_it_was_read),
        cmocka_unit_test(what_is_zero_is_written_as_null_or_empty),
        cmocka_unit_test(a_record_is_written_under_a_key),
        cmocka_unit_test(only_translated_texts_are_written_in_the_language),
        cmocka_unit_test(words_are_found_by_their_exact_letters),
        cmocka_unit_test(id_and_texts_of_a_record_are_found_by_its_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
