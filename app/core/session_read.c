/* From an answers file to a session. The file may come from anywhere: each value is checked,
 * all problems are listed with their place, and none of them repeats what the file says. */
#include "core/session.h"

#include "base/utf8.h"

#include <string.h>

struct reader {
    const struct pack *pack;
    struct session *session;
    struct arena *arena;
    struct problems *problems;
    const char *name;
};

static void problem(struct reader *r, const struct json *at, const char *path, const char *text) {
    problem_add(r->problems, r->name, at->line, path, "%s", text);
}

static const char *join(struct reader *r, const char *path, const char *key) {
    return arena_printf(r->arena, "%s%s%s", path, path[0] ? "." : "", key);
}

static bool is_object(struct reader *r, const struct json *from, const char *path) {
    if (from->kind == JSON_OBJECT)
        return true;
    problem(r, from, path, "must be an object");
    return false;
}

static bool is_list(struct reader *r, const struct json *from, const char *path, int most) {
    if (from->kind != JSON_LIST)
        problem(r, from, path, "must be a list");
    else if (from->count > most)
        problem_add(r->problems, r->name, from->line, path, "has more than %d entries", most);
    return from->kind == JSON_LIST && from->count <= most;
}

/* Line ends and tabs are typed, so they are fine. */
static bool disturbs(const char *text) {
    const char *end = text + strlen(text);
    while (text < end) {
        if (utf8_disturbs(utf8_next(&text, end)))
            return true;
    }
    return false;
}

/* A text that was typed in: not too long, and nothing in it that could disturb a note. */
static const char *read_typed(struct reader *r, const struct json *from, const char *path) {
    if (from->kind != JSON_TEXT) {
        problem(r, from, path, "must be a text");
        return NULL;
    }
    if (strlen(from->text) > SESSION_TEXT_MAX) {
        problem_add(r->problems, r->name, from->line, path, "is longer than %d bytes", SESSION_TEXT_MAX);
        return NULL;
    }
    if (disturbs(from->text)) {
        problem(r, from, path, "holds a control character");
        return NULL;
    }
    return from->text[strspn(from->text, " \n\t")] ? from->text : NULL; /* blanks say nothing */
}

static int read_word(struct reader *r, const struct choices *words, const struct json *from, const char *path) {
    int index = from->kind == JSON_TEXT ? choices_find(words, from->text) : -1;
    if (index >= 0)
        return index;
    struct buffer list = { .arena = r->arena };
    for (int i = 0; i < words->count; i++)
        buffer_printf(&list, "%s%s", i ? ", " : "", words->words[i]);
    problem_add(r->problems, r->name, from->line, path, "is none of: %s", buffer_text(&list));
    return -1;
}

static unsigned read_word_list(struct reader *r, const struct choices *words, const struct json *from, const char *path) {
    unsigned bits = 0;
    if (!is_list(r, from, path, words->count))
        return 0;
    for (int i = 0; i < from->count; i++) {
        int index = read_word(r, words, &from->items[i], path);
        if (index >= 0)
            bits |= BIT(index);
    }
    return bits;
}

static void read_fact(struct reader *r, enum fact fact, const struct json *from, const char *path) {
    int value = from->kind == JSON_TEXT ? fact_value_find(fact, from->text) : 0;
    if (value) {
        session_set(r->session, SLOT_FACT, (int)fact, (struct slot){ .value = value });
        return;
    }
    struct buffer list = { .arena = r->arena };
    for (int i = 0; i < facts[fact].value_count; i++)
        buffer_printf(&list, "%s%s", i ? ", " : "", facts[fact].values[i].word);
    problem_add(r->problems, r->name, from->line, path, "is none of: %s", buffer_text(&list));
}

static bool capital_letters(const char *text, size_t least, size_t most) {
    size_t size = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    return text[size] == '\0' && size >= least && size <= most;
}

static void read_country(struct reader *r, enum session_text which, const struct json *from, const char *path) {
    if (from->kind == JSON_TEXT && capital_letters(from->text, 2, 2))
        session_set(r->session, SLOT_TEXT, (int)which, (struct slot){ .text = from->text });
    else
        problem(r, from, path, "must be a country code of two capital letters");
}

/* "ro", "pt-PT", "sr_Latn": as people write them. */
static bool is_language(const char *code) {
    size_t size = strspn(code, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_");
    return size >= 2 && size <= 16 && code[size] == '\0';
}

static bool is_citizenship(const char *code) {
    return capital_letters(code, 2, 3);
}

static void read_codes(struct reader *r, enum session_text which, bool (*valid)(const char *), const struct json *from, const char *path) {
    struct buffer codes = { .arena = r->arena };
    if (!is_list(r, from, path, SESSION_CODES))
        return;
    for (int i = 0; i < from->count; i++) {
        const struct json *code = &from->items[i];
        if (code->kind == JSON_TEXT && valid(code->text))
            buffer_printf(&codes, "%s%s", i ? " " : "", code->text);
        else
            problem(r, code, path, "holds something that is no code");
    }
    session_set(r->session, SLOT_TEXT, (int)which, (struct slot){ .text = buffer_text(&codes) });
}

static void read_clock(struct reader *r, const struct json *from, const char *path) {
    struct date_time time;
    int hour, minute;
    if (from->kind == JSON_TEXT && (clock_read(from->text, &hour, &minute) || date_time_read(from->text, &time)))
        session_set(r->session, SLOT_TEXT, TEXT_DEADLINE, (struct slot){ .text = from->text });
    else
        problem(r, from, path, "must be a time like 14:20 or 2026-01-02T14:20:00+01:00");
}

/* place, talk, profile, needs, wishes, deadline: facts, and a few texts beside them. */
static void read_fact_group(struct reader *r, const struct json *from, const char *group) {
    if (!is_object(r, from, group))
        return;
    for (int i = 0; i < from->count; i++) {
        const struct json *item = &from->items[i];
        const char *path = join(r, group, item->key);
        int fact = fact_find(path);
        if (fact >= 0)
            read_fact(r, (enum fact)fact, item, path);
        else if (!strcmp(path, "place.stands"))
            read_country(r, TEXT_STANDS, item, path);
        else if (!strcmp(path, "place.serves"))
            read_country(r, TEXT_SERVES, item, path);
        else if (!strcmp(path, "profile.languages"))
            read_codes(r, TEXT_LANGUAGES, is_language, item, path);
        else if (!strcmp(path, "profile.citizenship"))
            read_codes(r, TEXT_CITIZENSHIP, is_citizenship, item, path);
        else if (!strcmp(path, "deadline.time"))
            read_clock(r, item, path);
        else
            problem(r, item, group, "unknown key");
    }
}

static bool activity_stands(const struct session *s, int count, int activity) {
    for (int i = 0; i < count; i++)
        if (session_get(s, SLOT_ACTIVITY, i)->value == activity + 1)
            return true;
    return false;
}

static void read_activity(struct reader *r, int index, const struct json *from, const char *path) {
    struct slot slot = { 0 };
    if (!is_object(r, from, path))
        return;
    for (int i = 0; i < from->count; i++) {
        const struct json *item = &from->items[i];
        if (!strcmp(item->key, "id"))
            slot.value = item->kind == JSON_TEXT ? pack_find(r->pack, THING_ACTIVITY, item->text) + 1 : 0;
        else if (!strcmp(item->key, "when"))
            slot.bits = read_word_list(r, &activity_time_words, item, join(r, path, "when"));
        else if (!strcmp(item->key, "known"))
            slot.known = read_word_list(r, &known_words, item, join(r, path, "known"));
        else
            problem(r, item, path, "unknown key");
    }
    if (slot.value == 0)
        problem(r, from, path, "needs the id of an activity of the content");
    else if (activity_stands(r->session, index, slot.value - 1))
        problem(r, from, path, "stands twice");
    else
        session_set(r->session, SLOT_ACTIVITY, index, slot);
}

static void read_activities(struct reader *r, const struct json *from, const char *path) {
    if (!is_list(r, from, path, r->pack->activities.limit))
        return;
    for (int i = 0; i < from->count; i++)
        read_activity(r, i, &from->items[i], arena_printf(r->arena, "%s.%d", path, i));
}

static void read_triage(struct reader *r, const struct json *from, const char *path) {
    if (!is_object(r, from, path))
        return;
    for (int i = 0; i < from->count; i++) {
        const struct json *item = &from->items[i];
        int danger = pack_find(r->pack, THING_DANGER, item->key);
        if (danger < 0) {
            problem(r, item, path, "unknown key: no danger question of the content");
            continue;
        }
        int value = read_word(r, &danger_words, item, join(r, path, item->key));
        if (value >= 0)
            session_set(r->session, SLOT_DANGER, danger, (struct slot){ .value = value });
    }
}

static void read_answer(struct reader *r, int indicator, const struct json *from, const char *path) {
    struct slot slot = { 0 };
    bool has_state = false;
    if (!is_object(r, from, path))
        return;
    for (int i = 0; i < from->count; i++) {
        const struct json *item = &from->items[i];
        const char *at = join(r, path, item->key);
        int word = -1;
        if (!strcmp(item->key, "state")) {
            word = read_word(r, &state_words, item, at);
            slot.value = word < 0 ? STATE_NOT_ASKED : word;
            has_state = true;
        } else if (!strcmp(item->key, "known")) {
            slot.known = read_word_list(r, &known_words, item, at);
        } else if (!strcmp(item->key, "when")) {
            word = read_word(r, &when_words, item, at);
            slot.when = word < 0 ? WHEN_NOW : word;
        } else if (!strcmp(item->key, "words")) {
            slot.text = read_typed(r, item, at);
        } else if (!strcmp(item->key, "remark")) {
            slot.remark = read_typed(r, item, at);
        } else {
            problem(r, item, path, "unknown key");
        }
    }
    if (!has_state)
        problem(r, from, path, "the key state is missing");
    session_set(r->session, SLOT_SIGN, indicator, slot);
}

static void read_answers(struct reader *r, const struct json *from, const char *path) {
    if (!is_object(r, from, path))
        return;
    for (int i = 0; i < from->count; i++) {
        const struct json *item = &from->items[i];
        int indicator = pack_find(r->pack, THING_INDICATOR, item->key);
        if (indicator < 0)
            problem(r, item, path, "unknown key: no sign of the content");
        else
            read_answer(r, indicator, item, join(r, path, item->key));
    }
}

static void read_raise(struct reader *r, const struct json *from, const char *path) {
    struct slot slot = { 0 };
    if (!is_object(r, from, path))
        return;
    for (int i = 0; i < from->count; i++) {
        const struct json *item = &from->items[i];
        if (!strcmp(item->key, "to"))
            slot.value = item->kind == JSON_TEXT ? pack_find(r->pack, THING_OUTCOME, item->text) + 1 : 0;
        else if (!strcmp(item->key, "reason"))
            slot.text = read_typed(r, item, join(r, path, "reason"));
        else
            problem(r, item, path, "unknown key");
    }
    if (slot.value == 0)
        problem(r, from, path, "needs in to the id of a next step");
    else
        session_set(r->session, SLOT_RAISE, 0, slot);
}

static int field_value(const struct note_field *f, const char *word) {
    for (int i = 0; i < f->values.count; i++)
        if (!strcmp(f->values.items[i].id, word))
            return i;
    return -1;
}

static unsigned read_field_values(struct reader *r, const struct note_field *f, const struct json *from, const char *path) {
    unsigned bits = 0;
    if (!is_list(r, from, path, f->values.count))
        return 0;
    for (int i = 0; i < from->count; i++) {
        int value = from->items[i].kind == JSON_TEXT ? field_value(f, from->items[i].text) : -1;
        if (value < 0)
            problem(r, &from->items[i], path, "holds something that is no value of this field");
        else
            bits |= BIT(value);
    }
    return bits;
}

static void read_detail(struct reader *r, const struct note_field *f, const struct json *from, const char *path) {
    struct slot slot = { 0 };
    struct date_time date;
    int hour, minute;
    switch ((enum field_source)f->source) {
    case NOTE_DERIVED:
    case NOTE_FIXED: problem(r, from, path, "is worked out by the program and cannot be typed in"); return;
    case NOTE_TEXT: slot.text = read_typed(r, from, path); break;
    case NOTE_DATE:
        slot.text = read_typed(r, from, path);
        if (slot.text && !date_read(slot.text, &date)) {
            problem(r, from, path, "must be a date like 2026-01-02");
            return;
        }
        break;
    case NOTE_TIME:
        slot.text = read_typed(r, from, path);
        if (slot.text && !clock_read(slot.text, &hour, &minute)) {
            problem(r, from, path, "must be a time like 14:20");
            return;
        }
        break;
    case NOTE_CHOICE:
        slot.value = from->kind == JSON_TEXT ? field_value(f, from->text) + 1 : 0;
        if (slot.value == 0)
            problem(r, from, path, "is no value of this field");
        break;
    case NOTE_CHOICES: slot.bits = read_field_values(r, f, from, path); break;
    }
    session_set(r->session, SLOT_DETAIL, f->detail, slot);
}

static void read_details(struct reader *r, const struct json *from, const char *path) {
    if (!is_object(r, from, path))
        return;
    for (int i = 0; i < from->count; i++) {
        const struct json *item = &from->items[i];
        int field = pack_find(r->pack, THING_FIELD, item->key);
        if (field < 0)
            problem(r, item, path, "unknown key: no field of the note");
        else
            read_detail(r, &r->pack->note.fields.items[field], item, join(r, path, item->key));
    }
}

static const struct part {
    const char *key;
    void (*read)(struct reader *r, const struct json *from, const char *path);
} parts[] = {
    { "place", read_fact_group }, { "talk", read_fact_group },     { "profile", read_fact_group }, { "activities", read_activities },
    { "needs", read_fact_group }, { "wishes", read_fact_group },   { "triage", read_triage },      { "answers", read_answers },
    { "raise", read_raise },      { "deadline", read_fact_group }, { "details", read_details },
};

static const struct part *find_part(const char *key) {
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!strcmp(parts[i].key, key))
            return &parts[i];
    return NULL;
}

static void read_parts(struct reader *r, const struct json *root) {
    for (int i = 0; i < root->count; i++) {
        const struct part *part = find_part(root->items[i].key);
        if (part)
            part->read(r, &root->items[i], part->key);
        else if (strcmp(root->items[i].key, "setting") != 0)
            problem(r, &root->items[i], "", "unknown key");
    }
    if (!session_fact(r->session, FACT_AGE) && !json_get(json_get(root, "profile"), "age"))
        problem(r, root, "profile.age", "is missing; if in doubt write maybe-child");
    if (session_text(r->session, TEXT_DEADLINE) && !session_fact(r->session, FACT_DEADLINE_WHAT))
        problem(r, root, "deadline.what", "is missing: a time alone does not say what ends then");
}

static const char *setting_list(struct reader *r) {
    struct buffer list = { .arena = r->arena };
    for (int i = 0; i < r->pack->settings.count; i++)
        buffer_printf(&list, "%s%s", i ? ", " : "", r->pack->settings.items[i].id);
    return buffer_text(&list);
}

bool session_read_json(struct arena *a, const struct pack *p, const struct json *root, const char *name, struct session *out,
                       struct problems *ps) {
    struct reader r = { .pack = p, .session = out, .arena = a, .problems = ps, .name = name };
    int before = ps->count + ps->left_out;
    const struct json *setting = json_get(root, "setting");
    int index = setting && setting->kind == JSON_TEXT ? pack_find_setting(p, setting->text) : -1;
    if (!is_object(&r, root, ""))
        return false;
    if (index < 0) {
        problem_add(ps, name, setting ? setting->line : root->line, "setting", "%s one of: %s", setting ? "must be" : "is missing; it is",
                    setting_list(&r));
        index = 0;
    }
    *out = session_new(a, p, index);
    read_parts(&r, root);
    out->change_count = 0;
    return ps->count + ps->left_out == before;
}

bool session_read(struct arena *a, const struct pack *p, struct bytes text, const char *name, struct session *out, struct problems *ps) {
    struct json_fault fault;
    const struct json *root = json_parse(a, text, &fault);
    if (!root) {
        problem_add(ps, name, fault.line, "", "%s", fault.why);
        return false;
    }
    return session_read_json(a, p, root, name, out, ps);
}

bool stamp_read(struct arena *a, struct bytes text, const char *name, struct stamp *out, struct error *e) {
    struct json_fault fault;
    const struct json *root = json_parse(a, text, &fault);
    *out = (struct stamp){ 0 };
    if (!root)
        return error_set(e, ERROR_INPUT, "%s:%d: %s", name, fault.line, fault.why);
    const struct json *reference = json_get(root, "reference"), *time = json_get(root, "time");
    if (root->kind != JSON_OBJECT || root->count != 2 || !reference || !time)
        return error_set(e, ERROR_INPUT, "%s: a stamp has the keys reference and time and no others", name);
    if (reference->kind != JSON_TEXT || !stamp_reference_valid(reference->text))
        return error_set(e, ERROR_INPUT, "%s:%d: reference: must look like 7K-M2Q9, in capital letters and digits", name, reference->line);
    if (time->kind != JSON_TEXT || !date_time_read(time->text, &out->time))
        return error_set(e, ERROR_INPUT, "%s:%d: time: must look like 2026-01-02T10:00:00+01:00", name, time->line);
    out->reference = reference->text;
    out->has_time = true;
    return true;
}
