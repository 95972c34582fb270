/* Holds the JSON Schemas in content/schema to the program: to the tables of the pack reader,
 * to the facts, to conditions and answers. Editors check their files with the schemas, so
 * both must know the same keys and words. Each difference is printed with file and key. */
#include "base/json.h"
#include "core/pack.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define TEXT_MAX 1000 /* where a field sets no limit */
#define DEFS "#/$defs/"
#define ID_KEY "^[A-Za-z0-9-]{1,64}$"

struct check {
    struct arena arena;
    const char *file;          /* of the schema being looked at */
    const struct json *schema; /* NULL if it could not be read */
    int failures;
};

static void differ(struct check *c, const char *place, const char *key, const char *what) {
    print_error("%s: %s/%s: %s\n", c->file, place, key, what);
    c->failures++;
}

/* Says whether nothing differed, once the memory is given back. */
static void finish(struct check *c) {
    arena_free(&c->arena);
    if (c->failures)
        fail_msg("differences, each printed above: %d", c->failures);
}

/* ---- reading */

static struct bytes read_file(struct arena *a, const char *name) {
    struct buffer text = { .arena = a };
    char part[4096];
    FILE *file = fopen(arena_printf(a, "%s/content/%s", SOURCE_DIR, name), "rb");
    size_t size = 0;
    while (file && (size = fread(part, 1, sizeof part, file)) > 0)
        buffer_add_bytes(&text, part, size);
    if (file)
        fclose(file);
    return buffer_bytes(&text);
}

static const struct json *read_json(struct check *c, const char *name) {
    struct json_fault fault = { 0 };
    const struct json *root = json_parse(&c->arena, read_file(&c->arena, name), &fault);
    c->file = name;
    if (!root)
        differ(c, "", "", arena_printf(&c->arena, "cannot be read: line %d, %s", fault.line, fault.why));
    return root;
}

static void open_schema(struct check *c, const char *name) {
    c->schema = read_json(c, arena_printf(&c->arena, "schema/%s.schema.json", name));
}

/* The value at a path of keys, like "properties/age/enum", or NULL. */
static const struct json *at(struct check *c, const struct json *from, const char *path) {
    while (from && *path) {
        size_t size = strcspn(path, "/");
        from = json_get(from, arena_copy(&c->arena, path, size));
        path += size + (path[size] == '/');
    }
    return from;
}

static bool is_word(const struct json *value, const char *word) {
    return value && value->kind == JSON_TEXT && !strcmp(value->text, word);
}

static bool is_number(const struct json *value, int number) {
    return value && value->kind == JSON_NUMBER && value->number == number;
}

static bool is_false(const struct json *value) {
    return value && value->kind == JSON_FLAG && !value->flag;
}

static bool holds_word(const struct json *list, const char *word) {
    for (int i = 0; list && list->kind == JSON_LIST && i < list->count; i++)
        if (is_word(&list->items[i], word))
            return true;
    return false;
}

static bool same_json(const struct json *a, const struct json *b) {
    if (!a || !b || a->kind != b->kind || a->count != b->count || a->flag != b->flag || a->number != b->number
        || (a->kind == JSON_TEXT && strcmp(a->text, b->text) != 0))
        return false;
    for (int i = 0; i < a->count; i++)
        if (!same_json(&a->items[i], a->kind == JSON_LIST ? &b->items[i] : json_get(b, a->items[i].key)))
            return false;
    return true;
}

static bool same_words(const struct json *list, const struct choices *words) {
    if (!list || list->kind != JSON_LIST || list->count != words->count)
        return false;
    for (int i = 0; i < words->count; i++)
        if (!is_word(&list->items[i], words->words[i]))
            return false;
    return true;
}

/* Does a property refer to this definition, alone or as one of two ways? */
static bool refers_to(const struct json *property, const char *name) {
    const struct json *target = json_get(property, "$ref"), *ways = json_get(property, "anyOf");
    if (target && target->kind == JSON_TEXT && !strncmp(target->text, DEFS, strlen(DEFS)) && !strcmp(target->text + strlen(DEFS), name))
        return true;
    for (int i = 0; ways && i < ways->count; i++)
        if (refers_to(&ways->items[i], name))
            return true;
    return false;
}

/* ---- the tables */

/* One aspect in which tables and schemas are compared. */
struct look {
    void (*record)(struct check *c, const struct record *record, const struct json *schema);
    void (*field)(struct check *c, const struct record *record, const struct field *field, const struct json *property);
};

/* Under $defs a record has its kind as name, with hyphens for blanks. */
static const char *definition_name(struct check *c, const struct record *record) {
    char *name = arena_string(&c->arena, record->kind);
    for (char *blank = strchr(name, ' '); blank; blank = strchr(blank, ' '))
        *blank = '-';
    return name;
}

/* A key that the schema lacks is told by the look at the keys; the others pass over it. */
static void walk(struct check *c, const struct look *look, const struct record *record, const struct json *schema) {
    if (look->record)
        look->record(c, record, schema);
    for (int i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        const struct json *property = json_get(json_get(schema, "properties"), field->key);
        if (property && look->field)
            look->field(c, record, field, property);
        if (field->record)
            walk(c, look, field->record, json_get(json_get(c->schema, "$defs"), definition_name(c, field->record)));
    }
}

static void compare_all(const struct look *look) {
    struct check c = { 0 };
    for (const struct pack_layout *l = pack_layouts; l->name; l++) {
        open_schema(&c, l->schema);
        if (c.schema)
            walk(&c, look, l->record, c.schema);
    }
    finish(&c);
}

static const struct field *find_field(const struct record *record, const char *key) {
    for (int i = 0; i < record->field_count; i++)
        if (!strcmp(record->fields[i].key, key))
            return &record->fields[i];
    return NULL;
}

static void look_at_keys(struct check *c, const struct record *record, const struct json *schema) {
    const struct json *properties = json_get(schema, "properties");
    for (int i = 0; i < record->field_count; i++)
        if (!json_get(properties, record->fields[i].key))
            differ(c, record->kind, record->fields[i].key, "is missing in the schema");
    for (int i = 0; properties && i < properties->count; i++)
        if (!find_field(record, properties->items[i].key))
            differ(c, record->kind, properties->items[i].key, "is unknown to the program");
}

static void each_schema_has_the_keys_of_its_table(void **state) {
    (void)state;
    compare_all(&(struct look){ .record = look_at_keys });
}

static void look_at_required(struct check *c, const struct record *record, const struct json *schema) {
    const struct json *required = json_get(schema, "required");
    for (int i = 0; i < record->field_count; i++) {
        bool needed = !(record->fields[i].flags & FIELD_OPTIONAL);
        if (holds_word(required, record->fields[i].key) != needed)
            differ(c, record->kind, record->fields[i].key, needed ? "must be required" : "must not be required");
    }
    for (int i = 0; required && i < required->count; i++)
        if (required->items[i].kind != JSON_TEXT || !find_field(record, required->items[i].text))
            differ(c, record->kind, "required", "names a key that is unknown to the program");
}

static void what_the_program_needs_is_required(void **state) {
    (void)state;
    compare_all(&(struct look){ .record = look_at_required });
}

static void look_at_words(struct check *c, const struct record *record, const struct field *field, const struct json *property) {
    if (field->kind == FIELD_CHOICE && !same_words(json_get(property, "enum"), field->choices))
        differ(c, record->kind, field->key, "enum has other words");
    if (field->kind == FIELD_CHOICES && !same_words(at(c, property, "items/enum"), field->choices))
        differ(c, record->kind, field->key, "enum of the items has other words");
}

static void choices_have_the_same_words_in_the_same_order(void **state) {
    (void)state;
    compare_all(&(struct look){ .field = look_at_words });
}

static void look_at_limit(struct check *c, const struct record *record, const struct field *field, const struct json *property) {
    if (field->kind == FIELD_NUMBER
        && (!is_number(json_get(property, "maximum"), field->limit) || !is_number(json_get(property, "minimum"), 0)))
        differ(c, record->kind, field->key, arena_printf(&c->arena, "must have a minimum of 0 and a maximum of %d", field->limit));
    int most = field->limit ? field->limit : TEXT_MAX;
    if (field->kind == FIELD_TEXT && !is_number(json_get(property, "maxLength"), most))
        differ(c, record->kind, field->key, arena_printf(&c->arena, "must have a maxLength of %d", most));
}

static void texts_and_numbers_have_the_same_limits(void **state) {
    (void)state;
    compare_all(&(struct look){ .field = look_at_limit });
}

static bool allows_null(const struct json *property) {
    const struct json *type = json_get(property, "type"), *ways = json_get(property, "anyOf");
    if (is_word(type, "null") || holds_word(type, "null"))
        return true;
    for (int i = 0; ways && i < ways->count; i++)
        if (allows_null(&ways->items[i]))
            return true;
    return false;
}

static void look_at_null(struct check *c, const struct record *record, const struct field *field, const struct json *property) {
    bool nullable = field->flags & FIELD_NULLABLE;
    if (allows_null(property) != nullable)
        differ(c, record->kind, field->key, nullable ? "must allow null" : "must not allow null");
}

static void null_stands_only_where_the_program_takes_it(void **state) {
    (void)state;
    compare_all(&(struct look){ .field = look_at_null });
}

/* The type of a value, or of one that is no null; NULL where a reference or an enum says it. */
static const char *type_of(const struct field *field) {
    switch (field->kind) {
    case FIELD_TEXT: return "string";
    case FIELD_FLAG: return "boolean";
    case FIELD_NUMBER: return "integer";
    case FIELD_CHOICES:
    case FIELD_RECORDS:
    case FIELD_REFS: return "array";
    case FIELD_ID:
    case FIELD_CHOICE:
    case FIELD_RECORD:
    case FIELD_REF:
    case FIELD_JSON:
    case FIELD_OTHER: break;
    }
    return NULL;
}

/* What a value, or each item of a list, refers to; NULL where it refers to nothing certain. */
static const char *reference_of(struct check *c, const struct field *field) {
    switch (field->kind) {
    case FIELD_ID:
    case FIELD_REF:
    case FIELD_REFS: return "id";
    case FIELD_TEXT: return field->flags & FIELD_EMPTY ? "one-line-or-empty" : "one-line";
    case FIELD_RECORD:
    case FIELD_RECORDS: return definition_name(c, field->record);
    case FIELD_JSON: return "answers";
    case FIELD_CHOICE:
    case FIELD_CHOICES:
    case FIELD_FLAG:
    case FIELD_NUMBER:
    case FIELD_OTHER: break;
    }
    return field->write == expr_write ? "condition" : NULL;
}

static void look_at_type(struct check *c, const struct record *record, const struct field *field, const struct json *property) {
    const struct json *type = json_get(property, "type"), *items = json_get(property, "items");
    const char *expected = type_of(field), *reference = reference_of(c, field);
    if (expected && !is_word(type, expected) && !holds_word(type, expected))
        differ(c, record->kind, field->key, arena_printf(&c->arena, "must have the type %s", expected));
    if (reference && !refers_to(items ? items : property, reference))
        differ(c, record->kind, field->key, arena_printf(&c->arena, "must refer to " DEFS "%s", reference));
}

static void each_key_has_the_type_of_its_field(void **state) {
    (void)state;
    compare_all(&(struct look){ .field = look_at_type });
}

static void look_at_list(struct check *c, const struct record *record, const struct field *field, const struct json *property) {
    const struct json *least = json_get(property, "minItems"), *every = at(c, property, "if/contains/const");
    bool some = field->flags & FIELD_SOME;
    if (some ? !is_number(least, 1) : least != NULL)
        differ(c, record->kind, field->key, some ? "must have a minItems of 1" : "may be empty");
    if ((json_get(property, "uniqueItems") != NULL) != (field->kind == FIELD_CHOICES))
        differ(c, record->kind, field->key, "uniqueItems stands with lists of words and no others");
    if (field->every ? !is_word(every, field->every) || !is_number(at(c, property, "then/maxItems"), 1) : every != NULL)
        differ(c, record->kind, field->key, "must know the word for all of them, and that it stands alone");
}

static void lists_are_empty_only_where_the_program_takes_it(void **state) {
    (void)state;
    compare_all(&(struct look){ .field = look_at_list });
}

/* ---- all schemas */

static const char *const outputs[] = { "answers", "stamp", "assessment", "note" };
#define OUTPUTS ((int)(sizeof outputs / sizeof *outputs))

static void for_all_schemas(void (*look)(struct check *c)) {
    struct check c = { 0 };
    for (const struct pack_layout *l = pack_layouts; l->name; l++) {
        open_schema(&c, l->schema);
        look(&c);
    }
    for (int i = 0; i < OUTPUTS; i++) {
        open_schema(&c, outputs[i]);
        look(&c);
    }
    finish(&c);
}

static void look_for_open_objects(struct check *c, const struct json *value, const char *place) {
    if (!value)
        return;
    if (is_word(json_get(value, "type"), "object") && !is_false(json_get(value, "additionalProperties")))
        differ(c, place, "additionalProperties", "must be false");
    for (int i = 0; i < value->count; i++)
        look_for_open_objects(c, &value->items[i], value->items[i].key ? value->items[i].key : place);
}

static void look_for_open_objects_in_file(struct check *c) {
    look_for_open_objects(c, c->schema, "");
}

static void no_object_takes_unknown_keys(void **state) {
    (void)state;
    for_all_schemas(look_for_open_objects_in_file);
}

static void look_at_references(struct check *c, const struct json *value) {
    const struct json *target = json_get(value, "$ref");
    bool local = target && target->kind == JSON_TEXT && !strncmp(target->text, DEFS, strlen(DEFS));
    if (target && (!local || !json_get(json_get(c->schema, "$defs"), target->text + strlen(DEFS))))
        differ(c, "$ref", target->kind == JSON_TEXT ? target->text : "", "leads nowhere");
    for (int i = 0; value && i < value->count; i++)
        look_at_references(c, &value->items[i]);
}

static void look_at_references_of_file(struct check *c) {
    look_at_references(c, c->schema);
}

static void each_reference_stays_in_its_file(void **state) {
    (void)state;
    for_all_schemas(look_at_references_of_file);
}

static void look_at_head(struct check *c) {
    if (!is_word(json_get(c->schema, "$schema"), "https://json-schema.org/draft/2020-12/schema"))
        differ(c, "", "$schema", "must name the draft 2020-12");
    if (!json_get(c->schema, "description"))
        differ(c, "", "description", "is missing");
}

static void each_schema_says_what_it_is_for(void **state) {
    (void)state;
    for_all_schemas(look_at_head);
}

/* ---- facts */

static struct choices fact_paths(struct arena *a) {
    const char **words = arena_alloc(a, FACT_COUNT, sizeof *words);
    for (int i = 0; i < FACT_COUNT; i++)
        words[i] = facts[i].path;
    return (struct choices){ words, FACT_COUNT };
}

static struct choices fact_words(struct arena *a, int fact, bool with_missing) {
    const char **words = arena_alloc(a, (size_t)facts[fact].value_count + 1, sizeof *words);
    for (int i = 0; i < facts[fact].value_count; i++)
        words[i] = facts[fact].values[i].word;
    words[facts[fact].value_count] = "missing";
    return (struct choices){ words, facts[fact].value_count + with_missing };
}

/* The row of an allOf whose `if` is about this fact. */
static const struct json *fact_row(struct check *c, const struct json *rows, const char *path) {
    for (int i = 0; rows && i < rows->count; i++) {
        const struct json *fact = at(c, &rows->items[i], "if/properties/fact");
        if (is_word(json_get(fact, "const"), path) || holds_word(json_get(fact, "enum"), path))
            return &rows->items[i];
    }
    return NULL;
}

/* `words`: where in a row the words stand. */
static void compare_fact_rows(struct check *c, const struct json *rows, const char *words, bool with_missing) {
    for (int f = 0; f < FACT_COUNT; f++) {
        struct choices expected = fact_words(&c->arena, f, with_missing);
        if (!same_words(at(c, fact_row(c, rows, facts[f].path), words), &expected))
            differ(c, "allOf", facts[f].path, "has other words");
    }
}

/* The branch of the conditions with this key. */
static const struct json *condition_branch(struct check *c, const char *key) {
    const struct json *branches = at(c, c->schema, "$defs/condition/oneOf");
    for (int i = 0; branches && i < branches->count; i++)
        if (json_get(json_get(&branches->items[i], "properties"), key))
            return &branches->items[i];
    return NULL;
}

static void rules_know_every_fact_and_its_values(void **state) {
    (void)state;
    struct check c = { 0 };
    struct choices paths = fact_paths(&c.arena);
    open_schema(&c, "rules");
    if (!same_words(at(&c, c.schema, "$defs/fact/enum"), &paths))
        differ(&c, "fact", "enum", "has other facts");
    compare_fact_rows(&c, json_get(condition_branch(&c, "fact"), "allOf"), "then/properties/in/items/enum", true);
    compare_fact_rows(&c, at(&c, c.schema, "$defs/would-change/allOf"), "then/properties/value/enum", false);
    finish(&c);
}

/* "profile.age" as a path in the schema of answers files. */
static const char *answer_path(struct check *c, const char *fact) {
    size_t group = strcspn(fact, ".");
    return arena_printf(&c->arena, "properties/%.*s/properties/%s", (int)group, fact, fact + group + 1);
}

static void answers_name_every_fact_and_its_values(void **state) {
    (void)state;
    struct check c = { 0 };
    open_schema(&c, "answers");
    for (int f = 0; f < FACT_COUNT; f++) {
        struct choices expected = fact_words(&c.arena, f, false);
        const struct json *property = at(&c, c.schema, answer_path(&c, facts[f].path));
        const struct json *words = refers_to(property, "scale") ? at(&c, c.schema, "$defs/scale/enum") : json_get(property, "enum");
        if (!same_words(words, &expected))
            differ(&c, "facts", facts[f].path, "has other words");
    }
    finish(&c);
}

/* What stands beside the facts. */
static bool is_text_of_answers(const char *path) {
    return !strcmp(path, "profile.languages") || !strcmp(path, "profile.citizenship") || !strcmp(path, "deadline.time");
}

static void answers_name_no_fact_that_is_unknown(void **state) {
    (void)state;
    static const char *const groups[] = { "talk", "profile", "needs", "wishes", "deadline" };
    struct check c = { 0 };
    open_schema(&c, "answers");
    for (size_t g = 0; g < sizeof groups / sizeof *groups; g++) {
        const struct json *properties = at(&c, c.schema, arena_printf(&c.arena, "properties/%s/properties", groups[g]));
        for (int i = 0; properties && i < properties->count; i++) {
            const char *path = arena_printf(&c.arena, "%s.%s", groups[g], properties->items[i].key);
            if (fact_find(path) < 0 && !is_text_of_answers(path))
                differ(&c, "facts", path, "is unknown to the program");
        }
    }
    finish(&c);
}

static void the_assessment_names_every_fact_and_its_values(void **state) {
    (void)state;
    struct check c = { 0 };
    struct choices paths = fact_paths(&c.arena);
    open_schema(&c, "assessment");
    if (!same_words(at(&c, c.schema, "$defs/fact/enum"), &paths))
        differ(&c, "fact", "enum", "has other facts");
    for (int f = 0; f < FACT_COUNT; f++) {
        struct choices expected = fact_words(&c.arena, f, false);
        if (!same_words(at(&c, c.schema, arena_printf(&c.arena, "$defs/change/properties/%s/enum", facts[f].path)), &expected))
            differ(&c, "change", facts[f].path, "has other words");
    }
    finish(&c);
}

/* ---- conditions */

/* Reads a condition that holds nothing but nulls, and says whether a problem at this path
 * begins so. */
static bool condition_has_problem(struct check *c, const char *text, const char *path, const char *first, const char *second) {
    struct problems problems = { .arena = &c->arena };
    struct record_reader reader = { .arena = &c->arena, .problems = &problems, .file = c->file };
    struct json_fault fault;
    struct expr e;
    expr_read(&reader, json_parse(&c->arena, (struct bytes){ text, strlen(text) }, &fault), "", &e);
    for (int i = 0; i < problems.count; i++) {
        const struct problem *p = &problems.items[i];
        if (!strcmp(p->path, path) && (!strncmp(p->text, first, strlen(first)) || !strncmp(p->text, second, strlen(second))))
            return true;
    }
    return false;
}

/* { "fact": null, "in": null } for the keys of a schema. */
static const char *nulls_for(struct check *c, const struct json *schema) {
    const struct json *properties = json_get(schema, "properties");
    struct buffer text = { .arena = &c->arena };
    buffer_add(&text, "{");
    for (int i = 0; properties && i < properties->count; i++)
        buffer_printf(&text, "%s\"%s\": null", i ? ", " : "", properties->items[i].key);
    buffer_add(&text, "}");
    return buffer_text(&text);
}

static void every_kind_of_condition_is_known_to_the_program(void **state) {
    (void)state;
    struct check c = { 0 };
    open_schema(&c, "rules");
    const struct json *branches = at(&c, c.schema, "$defs/condition/oneOf");
    if (!branches || branches->count != EXPR_ALWAYS + 1)
        differ(&c, "condition", "oneOf", arena_printf(&c.arena, "must have %d kinds", EXPR_ALWAYS + 1));
    for (int i = 0; branches && i < branches->count; i++) {
        const char *text = nulls_for(&c, &branches->items[i]);
        if (condition_has_problem(&c, text, "", "is no condition", "must have the key"))
            differ(&c, "condition", text, "is refused by the program");
    }
    finish(&c);
}

static void every_restriction_of_signs_is_known_to_the_program(void **state) {
    (void)state;
    struct check c = { 0 };
    open_schema(&c, "rules");
    const char *text = arena_printf(&c.arena, "{\"signs\": %s}", nulls_for(&c, at(&c, c.schema, "$defs/signs")));
    if (condition_has_problem(&c, text, "/signs", "unknown key", "must be an object"))
        differ(&c, "signs", text, "holds a key that is unknown to the program");
    finish(&c);
}

static void conditions_are_the_same_in_every_file(void **state) {
    (void)state;
    static const char *const names[] = { "condition", "signs", "fact", "id" };
    struct check c = { 0 };
    open_schema(&c, "rules");
    const struct json *first = json_get(c.schema, "$defs");
    for (const struct pack_layout *l = pack_layouts; l->name; l++) {
        open_schema(&c, l->schema);
        const struct json *defs = json_get(c.schema, "$defs");
        for (size_t n = 0; json_get(defs, "condition") && n < sizeof names / sizeof *names; n++)
            if (!same_json(json_get(defs, names[n]), json_get(first, names[n])))
                differ(&c, "$defs", names[n], "differs from the one in schema/rules.schema.json");
    }
    finish(&c);
}

/* ---- answers and what comes out */

static void words_of_answers_and_outputs_are_those_of_the_program(void **state) {
    (void)state;
    static const struct {
        const char *schema, *path;
        const struct choices *words;
    } rows[] = {
        { "answers", "properties/triage/patternProperties/" ID_KEY "/enum", &danger_words },
        { "answers", "$defs/answer/properties/state/enum", &state_words },
        { "answers", "$defs/answer/properties/when/enum", &when_words },
        { "answers", "$defs/known/items/enum", &known_words },
        { "answers", "$defs/activity/properties/when/items/enum", &activity_time_words },
        { "assessment", "properties/urgency/enum", &urgency_words },
        { "note", "$defs/codes/properties/urgency/enum", &urgency_words },
        { "note", "$defs/sign/properties/known/items/enum", &known_words },
        { "note", "$defs/sign/properties/when/enum", &when_words },
    };
    struct check c = { 0 };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        open_schema(&c, rows[i].schema);
        if (!same_words(at(&c, c.schema, rows[i].path), rows[i].words))
            differ(&c, "", rows[i].path, "has other words");
    }
    finish(&c);
}

static void cases_hold_answers_as_an_answers_file_does(void **state) {
    (void)state;
    static const char *const keys[] = { "type", "properties", "required", "additionalProperties" };
    struct check c = { 0 };
    open_schema(&c, "answers");
    const struct json *answers = c.schema, *defs = json_get(answers, "$defs");
    open_schema(&c, "cases");
    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
        if (!same_json(json_get(answers, keys[k]), at(&c, c.schema, arena_printf(&c.arena, "$defs/answers/%s", keys[k]))))
            differ(&c, "answers", keys[k], "differs from schema/answers.schema.json");
    for (int i = 0; defs && i < defs->count; i++)
        if (!same_json(&defs->items[i], json_get(json_get(c.schema, "$defs"), defs->items[i].key)))
            differ(&c, "$defs", defs->items[i].key, "differs from schema/answers.schema.json");
    finish(&c);
}

static const char *text_of(const struct json *object, const char *key) {
    const struct json *value = json_get(object, key);
    return value && value->kind == JSON_TEXT ? value->text : "";
}

/* The ids of the values of a field of the note. */
static struct choices value_ids(struct arena *a, const struct json *field) {
    const struct json *values = json_get(field, "values");
    const char **words = arena_alloc(a, values ? (size_t)values->count : 0, sizeof *words);
    for (int i = 0; values && i < values->count; i++)
        words[i] = text_of(&values->items[i], "id");
    return (struct choices){ words, values ? values->count : 0 };
}

static bool detail_fits(struct check *c, const struct json *field, int source, const struct json *property) {
    struct choices values = value_ids(&c->arena, field);
    switch ((enum field_source)source) {
    case NOTE_DERIVED:
    case NOTE_FIXED: return property == NULL;
    case NOTE_TEXT: return refers_to(property, "typed");
    case NOTE_DATE: return refers_to(property, "date");
    case NOTE_TIME: return refers_to(property, "clock");
    case NOTE_CHOICE: return same_words(json_get(property, "enum"), &values);
    case NOTE_CHOICES: return same_words(at(c, property, "items/enum"), &values) && is_number(json_get(property, "maxItems"), values.count);
    }
    return false;
}

static void details_are_the_fields_of_the_note_that_are_typed_in(void **state) {
    (void)state;
    struct check c = { 0 };
    const struct json *fields = json_get(read_json(&c, "note.json"), "fields");
    open_schema(&c, "answers");
    const struct json *details = at(&c, c.schema, "properties/details/properties");
    int typed = 0;
    for (int i = 0; fields && i < fields->count; i++) {
        const char *id = text_of(&fields->items[i], "id");
        int source = choices_find(&field_source_words, text_of(&fields->items[i], "source"));
        typed += source != NOTE_DERIVED && source != NOTE_FIXED;
        if (!detail_fits(&c, &fields->items[i], source, json_get(details, id)))
            differ(&c, "details", id, "does not fit the field in note.json");
    }
    if (!details || details->count != typed)
        differ(&c, "details", "properties", "holds a key that is no field of note.json");
    finish(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_schema_has_the_keys_of_its_table),
        cmocka_unit_test(what_the_program_needs_is_required),
        cmocka_unit_test(choices_have_the_same_words_in_the_same_order),
        cmocka_unit_test(texts_and_numbers_have_the_same_limits),
        cmocka_unit_test(null_stands_only_where_the_program_takes_it),
        cmocka_unit_test(each_key_has_the_type_of_its_field),
        cmocka_unit_test(lists_are_empty_only_where_the_program_takes_it),
        cmocka_unit_test(no_object_takes_unknown_keys),
        cmocka_unit_test(each_reference_stays_in_its_file),
        cmocka_unit_test(each_schema_says_what_it_is_for),
        cmocka_unit_test(rules_know_every_fact_and_its_values),
        cmocka_unit_test(answers_name_every_fact_and_its_values),
        cmocka_unit_test(answers_name_no_fact_that_is_unknown),
        cmocka_unit_test(the_assessment_names_every_fact_and_its_values),
        cmocka_unit_test(every_kind_of_condition_is_known_to_the_program),
        cmocka_unit_test(every_restriction_of_signs_is_known_to_the_program),
        cmocka_unit_test(conditions_are_the_same_in_every_file),
        cmocka_unit_test(words_of_answers_and_outputs_are_those_of_the_program),
        cmocka_unit_test(cases_hold_answers_as_an_answers_file_does),
        cmocka_unit_test(details_are_the_fields_of_the_note_that_are_typed_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
