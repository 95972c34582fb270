/* The tables of the content files: each key, its type, whether it is needed and translated.
 * What a key means is said in pack.h; how it is written, in content/README.md and the schemas. */
#include "core/pack.h"

#include <string.h>

const char *const thing_names[THING_COUNT] = {
    "source",  "sign", "activity",   "form",     "measure",    "route", "danger question",
    "outcome", "rule", "definition", "question", "note field", "guard", "setting",
};

static const char *const field_source_list[] = { "derived", "fixed", "text", "date", "time", "choice", "choices" };
const struct choices field_source_words = CHOICES(field_source_list);
static const char *const field_need_list[] = { "required", "optional", "if-safe" };
const struct choices field_need_words = CHOICES(field_need_list);
static const char *naming_list[] = { "none", "agreed", "ground" };
const struct choices naming_words = CHOICES(naming_list);
static const char *const leading_place_list[] = { "anywhere", "tag" };
const struct choices leading_place_words = CHOICES(leading_place_list);

#define TABLE(kind, type, fields) \
    static const struct record type##_record = { kind, sizeof(struct type), fields, (int)(sizeof fields / sizeof *fields) }

#define ID(type, member) \
    { .key = #member, .kind = FIELD_ID, .at = offsetof(struct type, member) }
#define TEXT(type, json_key, member) \
    { .key = json_key, .kind = FIELD_TEXT, .at = offsetof(struct type, member) }
/* Read by the officer or the receiver, so translated. */
#define WORDS(type, json_key, member, more) \
    { .key = json_key, .kind = FIELD_TEXT, .at = offsetof(struct type, member), .flags = FIELD_TRANSLATED | (more) }
/* The same with less room on the screen. */
#define SHORT(type, json_key, member, most) \
    { .key = json_key, .kind = FIELD_TEXT, .at = offsetof(struct type, member), .flags = FIELD_TRANSLATED, .limit = most }
#define MAY_BE_EMPTY(type, json_key, member) \
    { .key = json_key, .kind = FIELD_TEXT, .at = offsetof(struct type, member), .flags = FIELD_EMPTY }
#define MAY_BE_NULL(type, json_key, member) \
    { .key = json_key, .kind = FIELD_TEXT, .at = offsetof(struct type, member), .flags = FIELD_NULLABLE }
#define CHOICE(type, json_key, member, words) \
    { .key = json_key, .kind = FIELD_CHOICE, .at = offsetof(struct type, member), .choices = &words }
#define CHOICES_OF(type, json_key, member, words) \
    { .key = json_key, .kind = FIELD_CHOICES, .at = offsetof(struct type, member), .choices = &words, .flags = FIELD_SOME }
#define OPTIONAL_CHOICES(type, json_key, member, words) \
    { .key = json_key, .kind = FIELD_CHOICES, .at = offsetof(struct type, member), .choices = &words, .flags = FIELD_SOME | FIELD_OPTIONAL }
#define RECORDS(type, json_key, member, table) \
    { .key = json_key, .kind = FIELD_RECORDS, .at = offsetof(struct type, member), .record = &table##_record }
#define SOME_RECORDS(type, json_key, member, table) \
    { .key = json_key, .kind = FIELD_RECORDS, .at = offsetof(struct type, member), .record = &table##_record, .flags = FIELD_SOME }
#define OPTIONAL_RECORDS(type, json_key, member, table) \
    { .key = json_key, .kind = FIELD_RECORDS, .at = offsetof(struct type, member), .record = &table##_record, .flags = FIELD_OPTIONAL }
#define RECORD(type, json_key, member, table) \
    { .key = json_key, .kind = FIELD_RECORD, .at = offsetof(struct type, member), .record = &table##_record }
#define REF(type, json_key, member, thing) \
    { .key = json_key, .kind = FIELD_REF, .at = offsetof(struct type, member), .refers = thing }
#define REFS(type, json_key, member, thing) \
    { .key = json_key, .kind = FIELD_REFS, .at = offsetof(struct type, member), .refers = thing }
#define SOME_REFS(type, json_key, member, thing) \
    { .key = json_key, .kind = FIELD_REFS, .at = offsetof(struct type, member), .refers = thing, .flags = FIELD_SOME }
#define OPTIONAL_REFS(type, json_key, member, thing) \
    { .key = json_key, .kind = FIELD_REFS, .at = offsetof(struct type, member), .refers = thing, .flags = FIELD_OPTIONAL }
#define FLAG(type, json_key, member) \
    { .key = json_key, .kind = FIELD_FLAG, .at = offsetof(struct type, member) }
#define NUMBER(type, json_key, member, most) \
    { .key = json_key, .kind = FIELD_NUMBER, .at = offsetof(struct type, member), .limit = most }
#define EXPR(type, json_key, member) \
    { .key = json_key, .kind = FIELD_OTHER, .at = offsetof(struct type, member), .read = expr_read, .write = expr_write }

/* ---- sources.json and citations */

static const struct field source_fields[] = {
    { .key = "key", .kind = FIELD_ID, .at = offsetof(struct source, key) },
    TEXT(source, "document", document),
    MAY_BE_EMPTY(source, "year", year),
    MAY_BE_EMPTY(source, "place", place),
    TEXT(source, "checked", checked),
};
TABLE("source", source, source_fields);

static const struct field citation_fields[] = {
    REF(citation, "key", key, THING_SOURCE),
    MAY_BE_EMPTY(citation, "place", place),
    CHOICE(citation, "tag", tag, tag_words),
};
TABLE("citation", citation, citation_fields);

#define SOURCES(type) SOME_RECORDS(type, "sources", sources, citation)

/* ---- indicators */

static const struct field strengths_fields[] = {
    CHOICE(strengths, "adult", adult, strength_words),
    CHOICE(strengths, "child", child, strength_words),
};
TABLE("strength", strengths, strengths_fields);

static void read_dimension(struct record_reader *r, const struct json *from, const char *path, void *to) {
    struct indicator *i = (struct indicator *)(void *)((char *)to - offsetof(struct indicator, dimension));
    if (from->kind == JSON_TEXT && from->text[0] == 'D' && from->text[1] >= '1' && from->text[1] <= '0' + DIMENSIONS) {
        i->dimension = from->text;
        i->dimension_number = from->text[1] - '0';
    } else {
        record_problem(r, from, path, "must be null or a key like D5.1");
    }
}

static void write_dimension(struct json_writer *w, const char *key, const void *from) {
    json_write_text(w, key, *(const char *const *)from);
}

static const struct field indicator_fields[] = {
    ID(indicator, id),
    { .key = "short", .kind = FIELD_TEXT, .at = offsetof(struct indicator, short_name), .flags = FIELD_TRANSLATED, .limit = 40 },
    WORDS(indicator, "statement", statement, 0),
    WORDS(indicator, "why", why, 0),
    WORDS(indicator, "look", look, 0),
    WORDS(indicator, "ask", ask, FIELD_NULLABLE),
    { .key = "ask-child",
      .kind = FIELD_REF,
      .at = offsetof(struct indicator, ask_child),
      .refers = THING_QUESTION,
      .flags = FIELD_NULLABLE,
      .hint = "a question for a child stands in questions.json, and here only its id" },
    WORDS(indicator, "caution", caution, 0),
    CHOICES_OF(indicator, "settings", settings, place_kind_words),
    CHOICE(indicator, "who", who, who_words),
    CHOICES_OF(indicator, "gender", gender, gender_words),
    CHOICES_OF(indicator, "known", known, known_words),
    CHOICES_OF(indicator, "elements", elements, element_words),
    { .key = "dimension",
      .kind = FIELD_OTHER,
      .at = offsetof(struct indicator, dimension),
      .read = read_dimension,
      .write = write_dimension,
      .flags = FIELD_NULLABLE },
    { .key = "forms",
      .kind = FIELD_REFS,
      .at = offsetof(struct indicator, forms),
      .refers = THING_FORM,
      .every = "any",
      .flags = FIELD_SOME },
    RECORD(indicator, "strength", strength, strengths),
    CHOICE(indicator, "basis", basis, basis_words),
    { .key = "ordinary-with", .kind = FIELD_CHOICES, .at = offsetof(struct indicator, ordinary_with), .choices = &ordinary_words },
    SOURCES(indicator),
};
TABLE("indicator", indicator, indicator_fields);

static const struct field block_fields[] = {
    { .key = "block", .kind = FIELD_ID, .at = offsetof(struct block, id) },
    WORDS(block, "title", title, 0),
    WORDS(block, "intro", intro, 0),
    SOME_RECORDS(block, "indicators", indicators, indicator),
};
TABLE("block", block, block_fields);

/* ---- rules.json */

static const struct field definition_fields[] = { ID(definition, id), WORDS(definition, "text", text, 0), EXPR(definition, "when", when) };
TABLE("definition", definition, definition_fields);

static void read_unless(struct record_reader *r, const struct json *from, const char *path, void *to) {
    struct firm *f = (struct firm *)(void *)((char *)to - offsetof(struct firm, unless));
    f->has_unless = true;
    expr_read(r, from, path, to);
}

static const struct field firm_fields[] = {
    CHOICE(firm, "known", known, known_words),
    { .key = "unless",
      .kind = FIELD_OTHER,
      .at = offsetof(struct firm, unless),
      .read = read_unless,
      .write = expr_write,
      .flags = FIELD_NULLABLE },
};
TABLE("firm", firm, firm_fields);

static const struct field ordinary_rule_fields[] = {
    CHOICE(ordinary_rule, "with", circumstance, ordinary_words),
    EXPR(ordinary_rule, "when", when),
    CHOICE(ordinary_rule, "strength", strength, strength_words),
    WORDS(ordinary_rule, "text", text, 0),
};
TABLE("ordinary", ordinary_rule, ordinary_rule_fields);

static const struct field dimension_fields[] = { ID(dimension, id), WORDS(dimension, "name", name, 0),
                                                 NUMBER(dimension, "keys", keys, 99) };
TABLE("dimension", dimension, dimension_fields);

static const struct field dimension_pattern_fields[] = {
    NUMBER(dimension_pattern, "strong", strong, 9),
    NUMBER(dimension_pattern, "medium", medium, 9),
    NUMBER(dimension_pattern, "weak", weak, 9),
};
TABLE("dimension pattern", dimension_pattern, dimension_pattern_fields);

static const struct field line_fields[] = {
    ID(line, id),
    WORDS(line, "text", text, 0),
    OPTIONAL_CHOICES(line, "settings", settings, place_kind_words),
};
TABLE("line", line, line_fields);

/* What is still to be checked in a state belongs to no kind of place. */
static const struct record to_check_record = { "line", sizeof(struct line), line_fields, 2 };

static const struct field outcome_fields[] = {
    ID(outcome, id),
    WORDS(outcome, "name", name, 0),
    WORDS(outcome, "meaning", meaning, 0),
    WORDS(outcome, "meaning-for-child", meaning_for_child, FIELD_NULLABLE),
    NUMBER(outcome, "rank", rank, 9),
    FLAG(outcome, "enough", enough),
    { .key = "for-child", .kind = FIELD_REF, .at = offsetof(struct outcome, for_child), .refers = THING_OUTCOME, .flags = FIELD_NULLABLE },
    SOME_RECORDS(outcome, "steps", steps, line),
    OPTIONAL_RECORDS(outcome, "steps-for-child", steps_for_child, line),
    OPTIONAL_RECORDS(outcome, "steps-for-file", steps_for_file, line),
};
TABLE("outcome", outcome, outcome_fields);

static const struct field clause_fields[] = { REF(clause, "outcome", outcome, THING_OUTCOME), EXPR(clause, "when", when) };
TABLE("clause", clause, clause_fields);

static const struct field rule_fields[] = {
    ID(rule, id),
    SHORT(rule, "name", name, 60),
    WORDS(rule, "text", text, 0),
    FLAG(rule, "beside", beside),
    FLAG(rule, "otherwise", otherwise),
    FLAG(rule, "enough", enough),
    SOME_RECORDS(rule, "clauses", clauses, clause),
    SOURCES(rule),
};
TABLE("rule", rule, rule_fields);

static const struct field urgency_row_fields[] = {
    CHOICE(urgency_row, "level", level, urgency_words),
    FLAG(urgency_row, "past", past),
    EXPR(urgency_row, "when", when),
    WORDS(urgency_row, "text", text, 0),
};
TABLE("urgency", urgency_row, urgency_row_fields);

static void read_fact_path(struct record_reader *r, const struct json *from, const char *path, void *to) {
    int fact = from->kind == JSON_TEXT ? fact_find(from->text) : -1;
    if (fact < 0)
        expr_refuse_fact(r, from, path);
    *(int *)to = fact;
}

static void write_fact_path(struct json_writer *w, const char *key, const void *from) {
    json_write_text(w, key, facts[*(const int *)from].path);
}

static const struct field open_first_fields[] = {
    { .key = "fact", .kind = FIELD_OTHER, .at = offsetof(struct open_first, fact), .read = read_fact_path, .write = write_fact_path },
    EXPR(open_first, "when", when),
};
TABLE("open first", open_first, open_first_fields);

/* The value can only be read once the fact is known, so one reader takes both. */
static void read_raise_value(struct record_reader *r, const struct json *from, const char *path, void *to) {
    struct raise_by *by = (struct raise_by *)(void *)((char *)to - offsetof(struct raise_by, value));
    if (by->fact < 0)
        return; /* said at the fact */
    by->value = from->kind == JSON_TEXT ? fact_value_find((enum fact)by->fact, from->text) : 0;
    if (!by->value)
        expr_refuse_value(r, from, path, (enum fact)by->fact);
}

static void write_raise_value(struct json_writer *w, const char *key, const void *from) {
    const struct raise_by *by = (const struct raise_by *)(const void *)((const char *)from - offsetof(struct raise_by, value));
    json_write_text(w, key, facts[by->fact].values[by->value - 1].word);
}

static const struct field raise_by_fields[] = {
    { .key = "fact", .kind = FIELD_OTHER, .at = offsetof(struct raise_by, fact), .read = read_fact_path, .write = write_fact_path },
    { .key = "value", .kind = FIELD_OTHER, .at = offsetof(struct raise_by, value), .read = read_raise_value, .write = write_raise_value },
};
TABLE("would change", raise_by, raise_by_fields);

static const struct field rules_fields[] = {
    SOME_RECORDS(rules, "definitions", definitions, definition),
    SOME_RECORDS(rules, "firm", firm, firm),
    RECORDS(rules, "ordinary", ordinary, ordinary_rule),
    SOME_RECORDS(rules, "dimensions", dimensions, dimension),
    SOME_RECORDS(rules, "dimension-patterns", dimension_patterns, dimension_pattern),
    SOME_RECORDS(rules, "outcomes", outcomes, outcome),
    SOME_RECORDS(rules, "rules", rules, rule),
    SOME_RECORDS(rules, "urgency", urgency, urgency_row),
    RECORDS(rules, "open-first", open_first, open_first),
    RECORDS(rules, "would-change", would_change, raise_by),
};
TABLE("rules", rules, rules_fields);

/* ---- triage.json */

static const struct field danger_at_fields[] = {
    ID(danger_at, id),
    CHOICES_OF(danger_at, "settings", settings, place_kind_words),
    WORDS(danger_at, "action", action, 0),
    SHORT(danger_at, "now", now, 90),
};
TABLE("danger at", danger_at, danger_at_fields);

static const struct field danger_question_fields[] = {
    ID(danger_question, id),
    { .key = "name", .kind = FIELD_TEXT, .at = offsetof(struct danger_question, name), .flags = FIELD_TRANSLATED, .limit = 40 },
    WORDS(danger_question, "question", question, 0),
    SHORT(danger_question, "row", row, 70),
    WORDS(danger_question, "action", action, 0),
    SHORT(danger_question, "now", now, 90),
    OPTIONAL_RECORDS(danger_question, "at", at, danger_at),
    WORDS(danger_question, "note", note, FIELD_NULLABLE),
    CHOICE(danger_question, "yes", yes, effect_words),
    CHOICE(danger_question, "unsure", unsure, effect_words),
    CHOICES_OF(danger_question, "settings", settings, place_kind_words),
    CHOICE(danger_question, "who", who, who_words),
    OPTIONAL_REFS(danger_question, "again", again, THING_INDICATOR),
    SOURCES(danger_question),
};
TABLE("danger", danger_question, danger_question_fields);

static const struct field triage_file_fields[] = { SOME_RECORDS(triage_file, "questions", items, danger_question) };
TABLE("triage", triage_file, triage_file_fields);

/* ---- activities.json, forms.json, measures.json, routes.json */

static const struct field activity_fields[] = {
    ID(activity, id),
    { .key = "name", .kind = FIELD_TEXT, .at = offsetof(struct activity, name), .flags = FIELD_TRANSLATED, .limit = 40 },
    { .key = "child-name",
      .kind = FIELD_TEXT,
      .at = offsetof(struct activity, child_name),
      .flags = FIELD_TRANSLATED | FIELD_NULLABLE,
      .limit = 40 },
    WORDS(activity, "examples", examples, 0),
    FLAG(activity, "offence", offence),
    { .key = "open", .kind = FIELD_FLAG, .at = offsetof(struct activity, open), .flags = FIELD_OPTIONAL },
    WORDS(activity, "caution", caution, 0),
};
TABLE("activity", activity, activity_fields);

static const struct field activities_fields[] = {
    WORDS(activities, "ask", ask, 0),
    NUMBER(activities, "limit", limit, ACTIVITIES_MAX),
    SOME_RECORDS(activities, "activities", activities, activity),
};
TABLE("activities", activities, activities_fields);

static const struct field form_fields[] = {
    ID(form, id),
    WORDS(form, "name", name, 0),
    WORDS(form, "text", text, 0),
    REFS(form, "activities", activities, THING_ACTIVITY),
    REFS(form, "signs", signs, THING_INDICATOR),
    TEXT(form, "htcds", htcds),
    { .key = "named-by", .kind = FIELD_REF, .at = offsetof(struct form, named_by), .refers = THING_SOURCE, .flags = FIELD_NULLABLE },
    SOURCES(form),
};
TABLE("form", form, form_fields);

static const struct field forms_fields[] = {
    EXPR(forms, "activity-when", activity_when),
    REF(forms, "not-known", not_known, THING_FORM),
    SOME_RECORDS(forms, "forms", forms, form),
};
TABLE("forms", forms, forms_fields);

static const struct field measure_fields[] = {
    ID(measure, id),
    WORDS(measure, "name", name, 0),
    WORDS(measure, "text", text, 0),
    WORDS(measure, "reason", reason, 0),
    WORDS(measure, "note", note, FIELD_OPTIONAL),
    EXPR(measure, "when", when),
    SOURCES(measure),
};
TABLE("measure", measure, measure_fields);

static const struct field measure_file_fields[] = { SOME_RECORDS(measure_file, "measures", items, measure) };
TABLE("measures", measure_file, measure_file_fields);

static const struct field guard_fields[] = {
    ID(guard, id),
    SHORT(guard, "name", name, 60),
    WORDS(guard, "differs", differs, 0),
    WORDS(guard, "instead", instead, 0),
    EXPR(guard, "when", when),
    SOURCES(guard),
};
TABLE("guard", guard, guard_fields);

static const struct field guard_file_fields[] = { SOME_RECORDS(guard_file, "guards", items, guard) };
TABLE("guards", guard_file, guard_file_fields);

static const struct field conduct_rule_fields[] = {
    ID(conduct_rule, id),
    WORDS(conduct_rule, "text", text, 0),
    CHOICE(conduct_rule, "moment", moment, step_words),
    CHOICES_OF(conduct_rule, "settings", settings, place_kind_words),
    CHOICE(conduct_rule, "who", who, who_words),
    SOURCES(conduct_rule),
};
TABLE("conduct rule", conduct_rule, conduct_rule_fields);

static const struct field conduct_file_fields[] = { SOME_RECORDS(conduct_file, "rules", items, conduct_rule) };
TABLE("conduct", conduct_file, conduct_file_fields);

static const struct field right_fields[] = {
    ID(right, id),
    SHORT(right, "title", title, 60),
    WORDS(right, "text", text, 0),
    CHOICE(right, "who", who, who_words),
    CHOICES_OF(right, "settings", settings, place_kind_words),
    SOURCES(right),
};
TABLE("right", right, right_fields);

static const struct field right_file_fields[] = { SOME_RECORDS(right_file, "rights", items, right) };
TABLE("rights", right_file, right_file_fields);

static const struct field route_fields[] = {
    ID(route, id),
    WORDS(route, "name", name, 0),
    WORDS(route, "text", text, 0),
    WORDS(route, "reason", reason, 0),
    WORDS(route, "consent", consent, 0),
    WORDS(route, "caution", caution, FIELD_NULLABLE),
    EXPR(route, "when", when),
    FLAG(route, "receives-note", receives_note),
    { .key = "no-contact", .kind = FIELD_FLAG, .at = offsetof(struct route, no_contact), .flags = FIELD_OPTIONAL },
    SOURCES(route),
};
TABLE("route", route, route_fields);

static const struct field routes_fields[] = {
    REF(routes, "receiver-adult", adult, THING_ROUTE),
    REF(routes, "receiver-child", child, THING_ROUTE),
    SOME_RECORDS(routes, "routes", routes, route),
};
TABLE("routes", routes, routes_fields);

/* ---- questions.json, agreements.json */

static const struct field question_fields[] = {
    ID(question, id),
    WORDS(question, "text", text, 0),
    { .key = "allowed-because", .kind = FIELD_TEXT, .at = offsetof(struct question, allowed_because), .flags = FIELD_OPTIONAL },
};
TABLE("question", question, question_fields);

static const struct field questions_fields[] = {
    REF(questions, "open", open, THING_QUESTION),
    SOME_RECORDS(questions, "child", child, question),
};
TABLE("questions", questions, questions_fields);

static const struct field agreement_answer_fields[] = {
    ID(agreement_answer, id),
    WORDS(agreement_answer, "label", label, 0),
    SHORT(agreement_answer, "hint", hint, 60),
    SOME_RECORDS(agreement_answer, "say", say, line),
    SOME_RECORDS(agreement_answer, "leads-to", leads_to, line),
};
TABLE("agreement", agreement_answer, agreement_answer_fields);

static const struct field agreements_fields[] = {
    SOME_RECORDS(agreements, "covers", covers, line),
    SOME_RECORDS(agreements, "answers", answers, agreement_answer),
    SOME_RECORDS(agreements, "grounds", grounds, line),
    SOURCES(agreements),
};
TABLE("agreements", agreements, agreements_fields);

/* ---- what the screens show beside the questions: help.json, hidden.json, languages.json, states.json, prompts.json */

static const struct field help_text_fields[] = {
    ID(help_text, id),
    SHORT(help_text, "title", title, 40),
    WORDS(help_text, "text", text, 0),
};
TABLE("help text", help_text, help_text_fields);

static const struct field help_file_fields[] = { SOME_RECORDS(help_file, "texts", items, help_text) };
TABLE("help", help_file, help_file_fields);

static const struct field hidden_box_fields[] = {
    ID(hidden_box, id),
    SHORT(hidden_box, "title", title, 40),
    SHORT(hidden_box, "text", text, 160),
    SOURCES(hidden_box),
};
TABLE("hidden box", hidden_box, hidden_box_fields);

static const struct field hidden_page_fields[] = {
    ID(hidden_page, id),
    CHOICES_OF(hidden_page, "settings", settings, place_kind_words),
    SHORT(hidden_page, "title", title, 40),
    SHORT(hidden_page, "wait", wait, 75),
    SOME_RECORDS(hidden_page, "boxes", boxes, hidden_box),
};
TABLE("hidden page", hidden_page, hidden_page_fields);

static const struct field hidden_file_fields[] = { SOME_RECORDS(hidden_file, "pages", items, hidden_page) };
TABLE("hidden", hidden_file, hidden_file_fields);

static const struct field spoken_language_fields[] = {
    ID(spoken_language, code),
    SHORT(spoken_language, "name", name, 40),
    { .key = "own", .kind = FIELD_TEXT, .at = offsetof(struct spoken_language, own), .limit = 40 },
};
TABLE("spoken language", spoken_language, spoken_language_fields);

static const struct field languages_fields[] = { SOME_RECORDS(languages, "languages", languages, spoken_language) };
TABLE("languages", languages, languages_fields);

static const struct field country_name_fields[] = { ID(country_name, code), SHORT(country_name, "name", name, 60) };
TABLE("state", country_name, country_name_fields);

static const struct field states_fields[] = { SOME_RECORDS(states, "states", states, country_name) };
TABLE("states", states, states_fields);

static const struct field prompt_fields[] = {
    ID(prompt, id),
    WORDS(prompt, "text", text, 0),
    EXPR(prompt, "when", when),
    SOME_REFS(prompt, "signs", signs, THING_INDICATOR),
};
TABLE("prompt", prompt, prompt_fields);

static const struct field prompts_fields[] = { SOME_RECORDS(prompts, "prompts", prompts, prompt) };
TABLE("prompts", prompts, prompts_fields);

/* ---- settings and countries */

static const struct field group_fields[] = { ID(group, id), WORDS(group, "title", title, 0),
                                             SOME_REFS(group, "signs", signs, THING_INDICATOR) };
TABLE("group", group, group_fields);

static const struct field quick_set_fields[] = {
    SOME_REFS(quick_set, "adult", adult, THING_INDICATOR),
    SOME_REFS(quick_set, "child", child, THING_INDICATOR),
    OPTIONAL_REFS(quick_set, "file", file, THING_INDICATOR),
    OPTIONAL_REFS(quick_set, "file-child", file_child, THING_INDICATOR),
};
TABLE("quick", quick_set, quick_set_fields);

static const struct field lane_row_fields[] = {
    ID(lane_row, id),
    SHORT(lane_row, "noun", noun, 24),
    WORDS(lane_row, "text", text, 0),
    REF(lane_row, "sign", sign, THING_INDICATOR),
    CHOICE(lane_row, "known", known, known_words),
    WORDS(lane_row, "remark", remark, FIELD_NULLABLE),
};
TABLE("lane row", lane_row, lane_row_fields);

static const struct field setting_fields[] = {
    ID(setting, id),
    WORDS(setting, "name", name, 0),
    SHORT(setting, "purpose", purpose, 60),
    NUMBER(setting, "order", order, 99),
    CHOICE(setting, "kind", kind, place_kind_words),
    WORDS(setting, "duty", duty, 0),
    SOME_RECORDS(setting, "begin", begin, line),
    OPTIONAL_RECORDS(setting, "begin-for-child", begin_for_child, line),
    WORDS(setting, "open-question", open_question, 0),
    WORDS(setting, "activity-question", activity_question, FIELD_OPTIONAL),
    RECORD(setting, "quick", quick, quick_set),
    { .key = "mode", .kind = FIELD_CHOICE, .at = offsetof(struct setting, mode), .choices = &talk_mode_words, .flags = FIELD_OPTIONAL },
    CHOICES_OF(setting, "steps", steps, step_words),
    OPTIONAL_RECORDS(setting, "lane", lane, lane_row),
    SOME_REFS(setting, "tiles", tiles, THING_DANGER),
    SOME_RECORDS(setting, "groups", groups, group),
};
TABLE("setting", setting, setting_fields);

static const struct field contact_fields[] = {
    ID(contact, id),
    REF(contact, "route", route, THING_ROUTE),
    CHOICE(contact, "kind", kind, contact_kind_words),
    TEXT(contact, "service", service),
    MAY_BE_NULL(contact, "number", number),
    MAY_BE_NULL(contact, "other", other),
    MAY_BE_NULL(contact, "for-whom", for_whom),
    MAY_BE_NULL(contact, "hours", hours),
    TEXT(contact, "source", source),
    MAY_BE_NULL(contact, "date", date),
    MAY_BE_NULL(contact, "note", note),
};
TABLE("contact", contact, contact_fields);

static const struct field law_status_fields[] = {
    REF(law_status, "instrument", instrument, THING_SOURCE),
    CHOICE(law_status, "status", status, law_status_words),
    TEXT(law_status, "date", date),
    MAY_BE_NULL(law_status, "note", note),
};
TABLE("law status", law_status, law_status_fields);

static const struct field country_fields[] = {
    ID(country, id),
    TEXT(country, "name", name),
    RECORDS(country, "contacts", contacts, contact),
    OPTIONAL_RECORDS(country, "to-check", to_check, to_check),
    OPTIONAL_RECORDS(country, "law", law, law_status),
};
TABLE("country", country, country_fields);

static const struct field own_contacts_fields[] = { SOME_RECORDS(own_contacts, "countries", countries, country) };
TABLE("own contacts", own_contacts, own_contacts_fields);

/* ---- note.json */

static void read_when(struct record_reader *r, const struct json *from, const char *path, void *to) {
    struct note_field *f = (struct note_field *)(void *)((char *)to - offsetof(struct note_field, when));
    f->has_when = true;
    expr_read(r, from, path, to);
}

static const struct field field_value_fields[] = {
    ID(field_value, id),
    WORDS(field_value, "label", label, 0),
    { .key = "naming",
      .kind = FIELD_CHOICE,
      .at = offsetof(struct field_value, naming),
      .choices = &naming_words,
      .flags = FIELD_OPTIONAL },
};
TABLE("value", field_value, field_value_fields);

static const struct field note_field_fields[] = {
    ID(note_field, id),
    WORDS(note_field, "label", label, 0),
    CHOICE(note_field, "source", source, field_source_words),
    CHOICE(note_field, "need", need, field_need_words),
    WORDS(note_field, "text", text, FIELD_OPTIONAL),
    WORDS(note_field, "hint", hint, FIELD_OPTIONAL),
    { .key = "said", .kind = FIELD_FLAG, .at = offsetof(struct note_field, said), .flags = FIELD_OPTIONAL },
    { .key = "values",
      .kind = FIELD_RECORDS,
      .at = offsetof(struct note_field, values),
      .record = &field_value_record,
      .flags = FIELD_OPTIONAL },
    { .key = "share",
      .kind = FIELD_REFS,
      .at = offsetof(struct note_field, share),
      .refers = THING_ROUTE,
      .every = "all",
      .flags = FIELD_SOME },
    { .key = "when",
      .kind = FIELD_OTHER,
      .at = offsetof(struct note_field, when),
      .read = read_when,
      .write = expr_write,
      .flags = FIELD_OPTIONAL },
};
TABLE("note field", note_field, note_field_fields);

static const struct field note_block_plan_fields[] = {
    ID(note_block_plan, id),
    WORDS(note_block_plan, "title", title, 0),
    { .key = "small", .kind = FIELD_FLAG, .at = offsetof(struct note_block_plan, small), .flags = FIELD_OPTIONAL },
    SOME_REFS(note_block_plan, "fields", fields, THING_FIELD),
};
TABLE("note block", note_block_plan, note_block_plan_fields);

static const struct field withheld_fields[] = {
    ID(withheld, id),
    REFS(withheld, "indicators", indicators, THING_INDICATOR),
    REFS(withheld, "activities", activities, THING_ACTIVITY),
    REFS(withheld, "forms", forms, THING_FORM),
    REFS(withheld, "dangers", dangers, THING_DANGER),
    REFS(withheld, "measures", measures, THING_MEASURE),
    SOME_REFS(withheld, "share", share, THING_ROUTE),
};
TABLE("withheld", withheld, withheld_fields);

static const struct field control_code_fields[] = { ID(control_code, id), SOME_REFS(control_code, "signs", signs, THING_INDICATOR) };
TABLE("control", control_code, control_code_fields);

static const struct field note_plan_fields[] = {
    WORDS(note_plan, "title", title, 0),
    REFS(note_plan, "identity", identity, THING_FIELD),
    REFS(note_plan, "identity-child", identity_child, THING_ROUTE),
    REFS(note_plan, "identity-ground", identity_ground, THING_ROUTE),
    REFS(note_plan, "page-lead", page_lead, THING_FIELD),
    REFS(note_plan, "page-when", page_when, THING_FIELD),
    REF(note_plan, "page-whom", page_whom, THING_FIELD),
    REF(note_plan, "page-edge", page_edge, THING_FIELD),
    REF(note_plan, "page-foot", page_foot, THING_FIELD),
    SOME_RECORDS(note_plan, "fields", fields, note_field),
    SOME_RECORDS(note_plan, "blocks", blocks, note_block_plan),
    RECORDS(note_plan, "withheld", withheld, withheld),
    RECORDS(note_plan, "controls", controls, control_code),
};
TABLE("note", note_plan, note_plan_fields);

/* ---- cases */

static const struct field expectation_fields[] = {
    REF(expectation, "outcome", outcome, THING_OUTCOME),
    CHOICE(expectation, "urgency", urgency, urgency_words),
    REFS(expectation, "rules", rules, THING_RULE),
    OPTIONAL_REFS(expectation, "forms", forms, THING_FORM),
    OPTIONAL_REFS(expectation, "routes", routes, THING_ROUTE),
    OPTIONAL_REFS(expectation, "measures", measures, THING_MEASURE),
    OPTIONAL_REFS(expectation, "without-forms", without_forms, THING_FORM),
    OPTIONAL_REFS(expectation, "without-routes", without_routes, THING_ROUTE),
    OPTIONAL_REFS(expectation, "without-measures", without_measures, THING_MEASURE),
    OPTIONAL_REFS(expectation, "guards", guards, THING_GUARD),
    OPTIONAL_REFS(expectation, "without-guards", without_guards, THING_GUARD),
    { .key = "first-open", .kind = FIELD_TEXT, .at = offsetof(struct expectation, first_open), .flags = FIELD_OPTIONAL },
};
TABLE("expectation", expectation, expectation_fields);

static const struct field content_case_fields[] = {
    ID(content_case, id),
    TEXT(content_case, "story", story),
    { .key = "answers", .kind = FIELD_JSON, .at = offsetof(struct content_case, answers) },
    RECORD(content_case, "expect", expect, expectation),
};
TABLE("case", content_case, content_case_fields);

static const struct field case_file_fields[] = { SOME_RECORDS(case_file, "cases", cases, content_case) };
TABLE("cases", case_file, case_file_fields);

/* ---- pack.json */

static const struct field forbidden_fields[] = {
    ID(forbidden, id),
    TEXT(forbidden, "words", words),
    TEXT(forbidden, "instead", instead),
    { .key = "may-stand-in", .kind = FIELD_TEXT, .at = offsetof(struct forbidden, may_stand_in), .flags = FIELD_OPTIONAL },
};
TABLE("forbidden", forbidden, forbidden_fields);

static const struct field leading_fields[] = {
    ID(leading, id),
    CHOICE(leading, "who", who, who_words),
    CHOICE(leading, "at", at, leading_place_words),
    TEXT(leading, "words", words),
    TEXT(leading, "instead", instead),
};
TABLE("leading", leading, leading_fields);

static const struct field pack_about_fields[] = {
    ID(pack_about, id),
    TEXT(pack_about, "name", name),
    TEXT(pack_about, "version", version),
    TEXT(pack_about, "date", date),
    TEXT(pack_about, "legal-status", legal_status),
    TEXT(pack_about, "eu-states", eu_states),
    RECORDS(pack_about, "forbidden", forbidden, forbidden),
    TEXT(pack_about, "child-begins", child_begins),
    RECORDS(pack_about, "leading", leading, leading),
};
TABLE("pack", pack_about, pack_about_fields);

static const struct field source_file_fields[] = { SOME_RECORDS(source_file, "sources", items, source) };
TABLE("sources", source_file, source_file_fields);

/* ---- the files */

#define FILE_OF(file_name, schema_name, type, member) \
    { file_name, schema_name, &type##_record, offsetof(struct pack, member), false }

const struct pack_layout pack_layouts[] = {
    FILE_OF("pack.json", "pack", pack_about, about),
    FILE_OF("sources.json", "sources", source_file, sources),
    FILE_OF("rules.json", "rules", rules, rules),
    FILE_OF("triage.json", "triage", triage_file, dangers),
    FILE_OF("activities.json", "activities", activities, activities),
    FILE_OF("forms.json", "forms", forms, forms),
    FILE_OF("measures.json", "measures", measure_file, measures),
    FILE_OF("guards.json", "guards", guard_file, guards),
    FILE_OF("conduct.json", "conduct", conduct_file, conduct),
    FILE_OF("rights.json", "rights", right_file, rights),
    FILE_OF("routes.json", "routes", routes, routes),
    FILE_OF("questions.json", "questions", questions, questions),
    FILE_OF("agreements.json", "agreements", agreements, agreements),
    FILE_OF("note.json", "note-plan", note_plan, note),
    FILE_OF("help.json", "help", help_file, help),
    FILE_OF("hidden.json", "hidden", hidden_file, hidden),
    FILE_OF("languages.json", "languages", languages, languages),
    FILE_OF("states.json", "states", states, states),
    FILE_OF("prompts.json", "prompts", prompts, prompts),
    FILE_OF("indicators/", "indicators", block, blocks),
    FILE_OF("settings/", "setting", setting, settings),
    { "countries/", "country", &country_record, offsetof(struct pack, countries), true },
    { PACK_OWN_FILES, "own-contacts", &own_contacts_record, offsetof(struct pack, own), true },
    { PACK_CASE_FILES, "cases", &case_file_record, offsetof(struct pack, case_files), true },
    { NULL, NULL, NULL, 0, false },
};

const struct record *const pack_tables[TABLE_COUNT] = {
    [TABLE_INDICATOR] = &indicator_record, [TABLE_SETTING] = &setting_record,   [TABLE_RULE] = &rule_record,
    [TABLE_ROUTE] = &route_record,         [TABLE_ACTIVITY] = &activity_record, [TABLE_FORM] = &form_record,
    [TABLE_MEASURE] = &measure_record,     [TABLE_SOURCE] = &source_record,
};
