#include "core/expr.h"

#include "core/pack.h"

#include <string.h>

/* Signs that match: the keys of EXPR_SIGNS, EXPR_TWO_ELEMENTS and EXPR_DIMENSION. */
#define MATCH(member) offsetof(struct match, member)
static const struct field match_fields[] = {
    { .key = "at-least", .kind = FIELD_NUMBER, .at = MATCH(at_least), .flags = FIELD_OPTIONAL, .limit = 100 },
    { .key = "strength", .kind = FIELD_CHOICE, .at = MATCH(strength), .flags = FIELD_OPTIONAL, .choices = &strength_words },
    { .key = "elements", .kind = FIELD_CHOICES, .at = MATCH(elements), .flags = FIELD_OPTIONAL, .choices = &element_words },
    { .key = "all-elements", .kind = FIELD_CHOICES, .at = MATCH(all_elements), .flags = FIELD_OPTIONAL, .choices = &element_words },
    { .key = "without-elements", .kind = FIELD_CHOICES, .at = MATCH(without_elements), .flags = FIELD_OPTIONAL, .choices = &element_words },
    { .key = "firm", .kind = FIELD_FLAG, .at = MATCH(firm), .flags = FIELD_OPTIONAL },
    { .key = "noted-only", .kind = FIELD_FLAG, .at = MATCH(noted_only), .flags = FIELD_OPTIONAL },
    { .key = "with-firm", .kind = FIELD_FLAG, .at = MATCH(with_firm), .flags = FIELD_OPTIONAL },
    { .key = "ids", .kind = FIELD_REFS, .at = MATCH(ids), .flags = FIELD_OPTIONAL | FIELD_SOME, .refers = THING_INDICATOR },
    { .key = "forms", .kind = FIELD_REFS, .at = MATCH(forms), .flags = FIELD_OPTIONAL | FIELD_SOME, .refers = THING_FORM },
    { .key = "who", .kind = FIELD_CHOICES, .at = MATCH(who), .flags = FIELD_OPTIONAL, .choices = &who_words },
    { .key = "one-of", .kind = FIELD_CHOICES, .at = MATCH(one_of), .flags = FIELD_OPTIONAL, .choices = &element_words },
};
static const struct record match_record = { "signs", sizeof(struct match), match_fields, sizeof match_fields / sizeof *match_fields };

/* A key that has no meaning for this kind of condition would be read and do nothing. */
static void refuse_key(struct record_reader *r, const struct json *from, const char *path, const char *key) {
    if (json_get(from, key))
        record_problem(r, from, path, "the key %s means nothing here", key);
}

static void read_match(struct record_reader *r, const struct json *from, const char *path, struct expr *e) {
    record_read(r, &match_record, from, path, &e->match);
    if (e->kind == EXPR_SIGNS) {
        refuse_key(r, from, path, "one-of");
        refuse_key(r, from, path, "with-firm");
        if (json_get(from, "at-least") && e->match.at_least == 0)
            record_problem(r, from, path, "at-least must be 1 or more");
        if (e->match.at_least == 0)
            e->match.at_least = 1;
    } else {
        refuse_key(r, from, path, "at-least");
        refuse_key(r, from, path, "noted-only");
    }
    if (e->kind == EXPR_TWO_ELEMENTS && !e->match.one_of)
        record_problem(r, from, path, "the key one-of is missing");
    for (int i = 0; e->kind == EXPR_DIMENSION && from->kind == JSON_OBJECT && i < from->count; i++)
        if (strcmp(from->items[i].key, "with-firm") != 0)
            refuse_key(r, from, path, from->items[i].key);
}

static void read_parts(struct record_reader *r, const struct json *from, const char *path, struct expr *e) {
    if (from->kind != JSON_LIST || from->count == 0) {
        record_problem(r, from, path, "must be a list of conditions");
        return;
    }
    e->parts.items = arena_alloc(r->arena, (size_t)from->count, sizeof *e->parts.items);
    e->parts.count = from->count;
    for (int i = 0; i < from->count; i++)
        expr_read(r, &from->items[i], arena_printf(r->arena, "%s/%d", path, i), &e->parts.items[i]);
}

static void read_not(struct record_reader *r, const struct json *from, const char *path, struct expr *e) {
    e->parts.items = arena_alloc(r->arena, 1, sizeof *e->parts.items);
    e->parts.count = 1;
    expr_read(r, from, path, &e->parts.items[0]);
}

static void read_at_least(struct record_reader *r, const struct json *from, const char *path, struct expr *e) {
    if (from->kind != JSON_NUMBER || from->number < 1 || from->number > 100 || from->number != (int)from->number)
        record_problem(r, from, path, "must be a whole number from 1 to 100");
    else
        e->number = (int)from->number;
}

/* Lists are only made while problems are kept, as in base/record. */
void expr_refuse_fact(struct record_reader *r, const struct json *from, const char *path) {
    struct buffer b = { .arena = r->arena };
    for (int i = 0; i < FACT_COUNT && r->problems->count < PROBLEMS_MAX; i++)
        buffer_printf(&b, "%s%s", i ? ", " : "", facts[i].path);
    record_problem(r, from, path, "%s is no fact; the facts are: %s", record_quote(r, from), buffer_text(&b));
}

void expr_refuse_value(struct record_reader *r, const struct json *from, const char *path, enum fact fact) {
    struct buffer b = { .arena = r->arena };
    for (int i = 0; i < facts[fact].value_count && r->problems->count < PROBLEMS_MAX; i++)
        buffer_printf(&b, "%s%s", i ? ", " : "", facts[fact].values[i].word);
    record_problem(r, from, path, "%s is no value of %s; its values are: %s", record_quote(r, from), facts[fact].path, buffer_text(&b));
}

static void read_fact(struct record_reader *r, const struct json *from, const char *path, struct expr *e) {
    e->number = from->kind == JSON_TEXT ? fact_find(from->text) : -1;
    if (e->number < 0)
        expr_refuse_fact(r, from, path);
}

static void read_fact_values(struct record_reader *r, const struct json *from, const char *path, struct expr *e) {
    if (from->kind != JSON_LIST || from->count == 0) {
        record_problem(r, from, path, "must be a list of values");
        return;
    }
    for (int i = 0; i < from->count; i++) {
        const struct json *word = &from->items[i];
        bool missing = word->kind == JSON_TEXT && !strcmp(word->text, "missing");
        int value = word->kind == JSON_TEXT ? fact_value_find((enum fact)e->number, word->text) : 0;
        if (!value && !missing)
            expr_refuse_value(r, word, path, (enum fact)e->number);
        else
            e->bits |= BIT(value);
    }
}

static void read_refs(struct record_reader *r, const struct json *from, const char *path, int thing, struct refs *to) {
    if (from->kind != JSON_LIST || from->count == 0) {
        record_problem(r, from, path, "must be a list of ids");
        return;
    }
    to->items = arena_alloc(r->arena, (size_t)from->count, sizeof *to->items);
    to->count = from->count;
    for (int i = 0; i < from->count; i++)
        record_read_ref(r, &from->items[i], path, thing, &to->items[i]);
}

static unsigned read_words(struct record_reader *r, const struct choices *c, const struct json *from, const char *path) {
    unsigned bits = 0;
    for (int i = 0; from->kind == JSON_LIST && i < from->count; i++) {
        int index = from->items[i].kind == JSON_TEXT ? choices_find(c, from->items[i].text) : -1;
        if (index < 0)
            record_problem(r, &from->items[i], path, "%s is none of: %s", record_quote(r, &from->items[i]), record_words(r, c));
        else
            bits |= BIT(index);
    }
    if (from->kind != JSON_LIST || from->count == 0)
        record_problem(r, from, path, "must be a list of words");
    return bits;
}

static void read_is(struct record_reader *r, const struct json *from, const char *path, struct expr *e) {
    record_read_ref(r, from, path, THING_DEFINITION, &e->is);
}

static void read_danger(struct record_reader *r, const struct json *from, const char *path, struct expr *e) {
    int effect = from->kind == JSON_TEXT ? choices_find(&effect_words, from->text) : -1;
    if (effect <= EFFECT_NONE)
        record_problem(r, from, path, "must be now or today");
    else
        e->number = effect;
}

static void read_place(struct record_reader *r, const struct json *from, const char *path, struct expr *e) {
    read_refs(r, from, path, THING_SETTING, &e->refs);
}

static void read_danger_ids(struct record_reader *r, const struct json *from, const char *path, struct expr *e) {
    read_refs(r, from, path, THING_DANGER, &e->refs);
}

static void read_activity(struct record_reader *r, const struct json *from, const char *path, struct expr *e) {
    read_refs(r, from, path, THING_ACTIVITY, &e->refs);
}

static void read_times(struct record_reader *r, const struct json *from, const char *path, struct expr *e) {
    e->bits = read_words(r, &activity_time_words, from, path);
}

static void read_outcome(struct record_reader *r, const struct json *from, const char *path, struct expr *e) {
    read_refs(r, from, path, THING_OUTCOME, &e->refs);
}

static void read_setting(struct record_reader *r, const struct json *from, const char *path, struct expr *e) {
    e->bits = read_words(r, &place_kind_words, from, path);
}

static void read_deadline(struct record_reader *r, const struct json *from, const char *path, struct expr *e) {
    bool today = from->kind == JSON_TEXT && !strcmp(from->text, "today");
    if (!today && (from->kind != JSON_TEXT || strcmp(from->text, "any") != 0))
        record_problem(r, from, path, "must be today or any");
    e->number = today;
}

static void read_always(struct record_reader *r, const struct json *from, const char *path, struct expr *e) {
    (void)e;
    if (from->kind != JSON_FLAG || !from->flag)
        record_problem(r, from, path, "must be true");
}

/* The first key says the kind; a few kinds take a second one. */
static const struct kind_row {
    const char *key;
    void (*read)(struct record_reader *r, const struct json *from, const char *path, struct expr *e);
    const char *second;
    void (*read_second)(struct record_reader *r, const struct json *from, const char *path, struct expr *e);
    bool second_optional;
} kinds[] = {
    [EXPR_ALL] = { "all", read_parts, NULL, NULL, false },
    [EXPR_ANY] = { "any", read_parts, NULL, NULL, false },
    [EXPR_NOT] = { "not", read_not, NULL, NULL, false },
    [EXPR_AT_LEAST] = { "at-least", read_at_least, "of", read_parts, false },
    [EXPR_FACT] = { "fact", read_fact, "in", read_fact_values, false },
    [EXPR_IS] = { "is", read_is, NULL, NULL, false },
    [EXPR_SIGNS] = { "signs", read_match, NULL, NULL, false },
    [EXPR_TWO_ELEMENTS] = { "two-elements", read_match, NULL, NULL, false },
    [EXPR_DIMENSION] = { "dimension", read_match, NULL, NULL, false },
    [EXPR_DANGER] = { "danger", read_danger, NULL, NULL, false },
    [EXPR_DANGER_IDS] = { "danger-ids", read_danger_ids, NULL, NULL, false },
    [EXPR_ACTIVITY] = { "activity", read_activity, "times", read_times, true },
    [EXPR_OUTCOME] = { "outcome", read_outcome, NULL, NULL, false },
    [EXPR_SETTING] = { "setting", read_setting, NULL, NULL, false },
    [EXPR_PLACE] = { "place", read_place, NULL, NULL, false },
    [EXPR_DEADLINE] = { "deadline", read_deadline, NULL, NULL, false },
    [EXPR_ALWAYS] = { "always", read_always, NULL, NULL, false },
};

static int find_kind(const struct json *from) {
    for (int i = 0; i < (int)(sizeof kinds / sizeof *kinds); i++)
        if (from->kind == JSON_OBJECT && from->count > 0 && !strcmp(from->items[0].key, kinds[i].key))
            return i;
    return -1;
}

static void refuse_kind(struct record_reader *r, const struct json *from, const char *path) {
    struct buffer b = { .arena = r->arena };
    bool object = from->kind == JSON_OBJECT && from->count > 0;
    struct json key = { .kind = JSON_TEXT, .text = object ? from->items[0].key : "" };
    for (int i = 0; i < (int)(sizeof kinds / sizeof *kinds) && r->problems->count < PROBLEMS_MAX; i++)
        buffer_printf(&b, "%s%s", i ? ", " : "", kinds[i].key);
    record_problem(r, from, path, "%s%sis no condition; a condition is an object that begins with one of: %s",
                   object ? record_quote(r, &key) : "", object ? " " : "", buffer_text(&b));
}

void expr_read(struct record_reader *r, const struct json *from, const char *path, void *to) {
    struct expr *e = to;
    int kind = find_kind(from);
    *e = (struct expr){ .kind = EXPR_ALWAYS, .is = { NULL, -1 }, .from = from };
    if (kind < 0) {
        refuse_kind(r, from, path);
        return;
    }
    const struct kind_row *row = &kinds[kind];
    const struct json *second = row->second ? json_get(from, row->second) : NULL;
    e->kind = (enum expr_kind)kind;
    if (from->count != (second ? 2 : 1) || (row->second && !second && !row->second_optional)) {
        record_problem(r, from, path, row->second ? "must have the keys %s and %s and no others" : "must have the key %s and no other",
                       row->key, row->second);
        return;
    }
    row->read(r, &from->items[0], arena_printf(r->arena, "%s/%s", path, row->key), e);
    if (second && e->number >= 0)
        row->read_second(r, second, arena_printf(r->arena, "%s/%s", path, row->second), e);
    if (e->number < 0)
        e->number = 0; /* a fact that is none: said once, and its values mean nothing */
    if (e->kind == EXPR_AT_LEAST && e->number > e->parts.count)
        record_problem(r, from, path, "at-least is more than there are conditions");
}

void expr_write(struct json_writer *w, const char *key, const void *from) {
    const struct expr *e = from;
    json_write(w, key, e->from);
}
