/* From a session to an answers file: what is not answered is left out. */
#include "core/session.h"

#include <string.h>

struct group_writer {
    struct json_writer *json;
    const char *group;
    bool open;
};

static void open_group(struct group_writer *g) {
    if (!g->open)
        json_open_object(g->json, g->group);
    g->open = true;
}

static void close_group(struct group_writer *g) {
    if (g->open)
        json_close_object(g->json);
}

static void write_words(struct json_writer *w, const char *key, const struct choices *words, unsigned bits) {
    if (!bits)
        return;
    json_open_list(w, key);
    for (int i = 0; i < words->count; i++)
        if (bits & BIT(i))
            json_write_text(w, NULL, words->words[i]);
    json_close_list(w);
}

static void write_facts(struct group_writer *g, const struct session *s) {
    size_t size = strlen(g->group);
    for (int f = 0; f < FACT_COUNT; f++) {
        int value = session_fact(s, (enum fact)f);
        if (!value || strncmp(facts[f].path, g->group, size) != 0 || facts[f].path[size] != '.')
            continue;
        open_group(g);
        json_write_text(g->json, facts[f].path + size + 1, facts[f].values[value - 1].word);
    }
}

static void write_codes(struct group_writer *g, const struct session *s, const char *key, enum session_text which) {
    const char *codes = session_text(s, which);
    if (!codes)
        return;
    open_group(g);
    json_open_list(g->json, key);
    for (struct bytes code; session_next_code(&codes, &code);)
        json_write_text(g->json, NULL, arena_copy(g->json->out->arena, code.data, code.size));
    json_close_list(g->json);
}

static void write_group_text(struct group_writer *g, const struct session *s, const char *key, enum session_text which) {
    if (!session_text(s, which))
        return;
    open_group(g);
    json_write_text(g->json, key, session_text(s, which));
}

static void write_place(struct json_writer *w, const struct session *s) {
    struct group_writer g = { w, "place", false };
    write_group_text(&g, s, "stands", TEXT_STANDS);
    write_group_text(&g, s, "serves", TEXT_SERVES);
    close_group(&g);
}

static void write_group(struct json_writer *w, const struct session *s, const char *group) {
    struct group_writer g = { w, group, false };
    write_facts(&g, s);
    close_group(&g);
}

static void write_profile(struct json_writer *w, const struct session *s) {
    struct group_writer g = { w, "profile", false };
    write_facts(&g, s);
    write_codes(&g, s, "languages", TEXT_LANGUAGES);
    write_codes(&g, s, "citizenship", TEXT_CITIZENSHIP);
    close_group(&g);
}

static void write_deadline(struct json_writer *w, const struct session *s) {
    struct group_writer g = { w, "deadline", false };
    write_facts(&g, s);
    write_group_text(&g, s, "time", TEXT_DEADLINE);
    close_group(&g);
}

static void write_activities(struct json_writer *w, const struct session *s) {
    bool open = false;
    for (int i = 0; i < SESSION_ACTIVITIES; i++) {
        const struct slot *slot = session_get(s, SLOT_ACTIVITY, i);
        if (!slot->value)
            continue;
        if (!open)
            json_open_list(w, "activities");
        open = true;
        json_open_object(w, NULL);
        json_write_text(w, "id", s->pack->activities.activities.items[slot->value - 1].id);
        write_words(w, "when", &activity_time_words, slot->bits);
        write_words(w, "known", &known_words, slot->known);
        json_close_object(w);
    }
    if (open)
        json_close_list(w);
}

static void write_triage(struct json_writer *w, const struct session *s) {
    struct group_writer g = { w, "triage", false };
    for (int i = 0; i < s->pack->dangers.count; i++) {
        if (session_danger(s, i) == DANGER_NOT_ASKED)
            continue;
        open_group(&g);
        json_write_text(w, s->pack->dangers.items[i].id, danger_words.words[session_danger(s, i)]);
    }
    close_group(&g);
}

static bool is_empty(const struct slot *slot) {
    return !slot->value && !slot->known && !slot->bits && !slot->when && !slot->text && !slot->remark;
}

static void write_answers(struct json_writer *w, const struct session *s) {
    struct group_writer g = { w, "answers", false };
    for (int i = 0; i < s->pack->indicators.count; i++) {
        const struct slot *slot = session_get(s, SLOT_SIGN, i);
        if (is_empty(slot))
            continue;
        open_group(&g);
        json_open_object(w, s->pack->indicators.items[i].id);
        json_write_text(w, "state", state_words.words[slot->value]);
        write_words(w, "known", &known_words, slot->known);
        if (slot->when != WHEN_NOW)
            json_write_text(w, "when", when_words.words[slot->when]);
        if (slot->text)
            json_write_text(w, "words", slot->text);
        if (slot->remark)
            json_write_text(w, "remark", slot->remark);
        json_close_object(w);
    }
    close_group(&g);
}

static void write_raise(struct json_writer *w, const struct session *s) {
    const struct slot *slot = session_get(s, SLOT_RAISE, 0);
    if (!slot->value)
        return;
    json_open_object(w, "raise");
    json_write_text(w, "to", s->pack->rules.outcomes.items[slot->value - 1].id);
    if (slot->text)
        json_write_text(w, "reason", slot->text);
    json_close_object(w);
}

static void write_detail(struct json_writer *w, const struct note_field *f, const struct slot *slot) {
    if (slot->text) {
        json_write_text(w, f->id, slot->text);
    } else if (slot->value) {
        json_write_text(w, f->id, f->values.items[slot->value - 1].id);
    } else {
        json_open_list(w, f->id);
        for (int i = 0; i < f->values.count; i++)
            if (slot->bits & BIT(i))
                json_write_text(w, NULL, f->values.items[i].id);
        json_close_list(w);
    }
}

static void write_details(struct json_writer *w, const struct session *s) {
    struct group_writer g = { w, "details", false };
    for (int i = 0; i < s->pack->note.fields.count; i++) {
        const struct note_field *f = &s->pack->note.fields.items[i];
        if (f->detail < 0 || is_empty(session_get(s, SLOT_DETAIL, f->detail)))
            continue;
        open_group(&g);
        write_detail(w, f, session_get(s, SLOT_DETAIL, f->detail));
    }
    close_group(&g);
}

void session_write(const struct session *s, struct buffer *out) {
    struct json_writer w = { .out = out };
    json_open_object(&w, NULL);
    json_write_text(&w, "setting", s->pack->settings.items[s->setting].id);
    write_place(&w, s);
    write_group(&w, s, "talk");
    write_profile(&w, s);
    write_activities(&w, s);
    write_group(&w, s, "needs");
    write_group(&w, s, "wishes");
    write_triage(&w, s);
    write_answers(&w, s);
    write_raise(&w, s);
    write_deadline(&w, s);
    write_details(&w, s);
    json_close_object(&w);
    json_end(&w);
}
