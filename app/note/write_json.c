/* The note for programs: content/schema/note.schema.json. The same blocks as on paper, and
 * codes: ids, and names of the IOM Human Trafficking Case Data Standard 2.0 (CC BY 4.0). The
 * status there is always "possible": this program never decides. */
#include "note/note.h"

#include <string.h>

static void write_item(struct json_writer *w, const struct note_item *item) {
    json_open_object(w, NULL);
    json_write_text(w, "field", item->field);
    json_write_text(w, "id", item->id);
    json_write_text(w, "label", item->label);
    json_write_text(w, "text", item->text);
    json_write_flag(w, "missing", item->missing);
    json_open_list(w, "lines");
    for (int i = 0; i < item->lines.count; i++) {
        json_open_object(w, NULL);
        json_write_text(w, "label", item->lines.items[i].label);
        json_write_text(w, "text", item->lines.items[i].text);
        json_close_object(w);
    }
    json_close_list(w);
    json_close_object(w);
}

static void write_blocks(struct json_writer *w, const struct note *n) {
    json_open_list(w, "blocks");
    for (int b = 0; b < n->blocks.count; b++) {
        const struct note_block *block = &n->blocks.items[b];
        json_open_object(w, NULL);
        json_write_text(w, "id", block->id);
        json_write_text(w, "title", block->title);
        json_open_list(w, "items");
        for (int i = 0; i < block->items.count; i++)
            write_item(w, &block->items.items[i]);
        json_close_list(w);
        json_close_object(w);
    }
    json_close_list(w);
}

static void write_outcome_codes(struct json_writer *w, const struct note *n) {
    const struct rules *rules = &n->pack->rules;
    json_write_text(w, "outcome", rules->outcomes.items[n->assessment->outcome].id);
    json_open_list(w, "outcomes");
    for (int i = 0; i < n->assessment->outcomes.count; i++)
        json_write_text(w, NULL, rules->outcomes.items[n->assessment->outcomes.items[i]].id);
    json_close_list(w);
    json_open_list(w, "rules");
    for (int i = 0; i < n->assessment->rules.count; i++)
        json_write_text(w, NULL, rules->rules.items[n->assessment->rules.items[i].index].id);
    json_close_list(w);
}

static void write_citizenship(struct json_writer *w, const struct note *n) {
    const char *codes = session_text(n->session, TEXT_CITIZENSHIP);
    json_open_list(w, "citizenship");
    for (struct bytes code; session_next_code(&codes, &code);)
        json_write_text(w, NULL, arena_copy(w->out->arena, code.data, code.size));
    json_close_list(w);
}

static bool holds_code(const char *codes, struct bytes wanted) {
    for (struct bytes code; session_next_code(&codes, &code);)
        if (code.size == wanted.size && !memcmp(code.data, wanted.data, wanted.size))
            return true;
    return false;
}

/* Own state, another state of the EU, or neither: what statistics count (rulings 19). Of several
 * citizenships the nearest counts. */
static void write_citizenship_group(struct json_writer *w, const struct note *n) {
    static const char *const groups[] = { "non-eu", "eu", "own" };
    const char *codes = session_text(n->session, TEXT_CITIZENSHIP), *state = session_place(n->session);
    int nearest = -1;
    for (struct bytes code; session_next_code(&codes, &code);) {
        int group = state && holds_code(state, code) ? 2 : holds_code(n->pack->about.eu_states, code);
        nearest = group > nearest ? group : nearest;
    }
    if (nearest >= 0)
        json_write_text(w, "citizenship-group", groups[nearest]);
}

static bool shares(const struct note *n, const char *field) {
    return note_shares(n->pack, n->receiver, field);
}

static bool form_is_told(const struct note *n, int i) {
    return note_may_tell(n->pack, n->receiver, THING_FORM, n->assessment->forms.items[i].index);
}

static void write_forms(struct json_writer *w, const struct note *n) {
    json_open_list(w, "forms");
    for (int i = 0; i < n->assessment->forms.count; i++)
        if (form_is_told(n, i))
            json_write_text(w, NULL, n->pack->forms.forms.items[n->assessment->forms.items[i].index].id);
    json_close_list(w);
}

static const struct slot *detail(const struct note *n, const char *field, const struct note_field **f) {
    int index = pack_find(n->pack, THING_FIELD, field);
    *f = index < 0 ? NULL : &n->pack->note.fields.items[index];
    return *f && (*f)->detail >= 0 ? session_get(n->session, SLOT_DETAIL, (*f)->detail) : NULL;
}

static void write_phase(struct json_writer *w, const struct note *n) {
    const struct note_field *f;
    const struct slot *slot = detail(n, "phase", &f);
    json_open_list(w, "phase");
    for (int i = 0; slot && i < f->values.count; i++)
        if (slot->bits & BIT(i))
            json_write_text(w, NULL, f->values.items[i].id);
    json_close_list(w);
}

static bool sign_is_told(const struct note *n, int i) {
    return session_sign(n->session, i) == STATE_NOTED && note_may_tell(n->pack, n->receiver, THING_INDICATOR, i);
}

static void write_signs(struct json_writer *w, const struct note *n) {
    json_open_list(w, "signs");
    for (int i = 0; i < n->pack->indicators.count; i++) {
        const struct slot *slot = session_get(n->session, SLOT_SIGN, i);
        if (!sign_is_told(n, i))
            continue;
        json_open_object(w, NULL);
        json_write_text(w, "id", n->pack->indicators.items[i].id);
        json_open_list(w, "known");
        for (int k = 0; k < known_words.count; k++)
            if (slot->known & BIT(k))
                json_write_text(w, NULL, known_words.words[k]);
        json_close_list(w);
        json_write_text(w, "when", when_words.words[slot->when]);
        json_close_object(w);
    }
    json_close_list(w);
}

static bool has_control(const struct note *n, const struct control_code *c) {
    for (int i = 0; i < c->signs.count; i++)
        if (sign_is_told(n, c->signs.items[i].index))
            return true;
    return false;
}

/* Each code once, though several of our forms may share one. */
static void write_exploitation_types(struct json_writer *w, const struct note *n) {
    json_open_list(w, "vic_TypeOfExploitation");
    for (int i = 0; i < n->assessment->forms.count; i++) {
        const char *code = n->pack->forms.forms.items[n->assessment->forms.items[i].index].htcds;
        bool written = !form_is_told(n, i);
        for (int k = 0; k < i && !written; k++)
            written = form_is_told(n, k) && !strcmp(code, n->pack->forms.forms.items[n->assessment->forms.items[k].index].htcds);
        if (!written)
            json_write_text(w, NULL, code);
    }
    json_close_list(w);
}

/* Told only to those whose note says what it is about. */
static void write_htcds(struct json_writer *w, const struct note *n) {
    json_open_object(w, "htcds");
    json_write_text(w, "vic_TraffickingStatus", "PossibleVictimOfTrafficking");
    if (shares(n, "form-suspected"))
        write_exploitation_types(w, n);
    if (shares(n, "indicators")) {
        json_open_list(w, "vic_MethodsOfControl");
        for (int i = 0; i < n->pack->note.controls.count; i++)
            if (has_control(n, &n->pack->note.controls.items[i]))
                json_write_text(w, NULL, n->pack->note.controls.items[i].id);
        json_close_list(w);
    }
    json_close_object(w);
}

static bool has_field(const struct note *n, const char *field) {
    for (int b = 0; b < n->blocks.count; b++)
        for (int i = 0; i < n->blocks.items[b].items.count; i++)
            if (!strcmp(n->blocks.items[b].items.items[i].field, field))
                return true;
    return false;
}

/* Each code goes to those who read the field it stands for. */
static void write_codes(struct json_writer *w, const struct note *n) {
    int gender = session_fact(n->session, FACT_GENDER);
    json_open_object(w, "codes");
    if (shares(n, "outcome"))
        write_outcome_codes(w, n);
    if (shares(n, "urgency"))
        json_write_text(w, "urgency", urgency_words.words[n->assessment->urgency]);
    if (shares(n, "child-flag"))
        json_write_flag(w, "child", n->assessment->child);
    if (shares(n, "gender") && gender)
        json_write_text(w, "gender", facts[FACT_GENDER].values[gender - 1].word);
    if (shares(n, "citizenship") && n->named) {
        write_citizenship(w, n);
        write_citizenship_group(w, n);
    }
    if (shares(n, "form-suspected"))
        write_forms(w, n);
    if (shares(n, "phase"))
        write_phase(w, n);
    if (shares(n, "indicators"))
        write_signs(w, n);
    if (has_field(n, "purpose-line"))
        write_htcds(w, n);
    json_close_object(w);
}

void note_write_json(const struct note *n, struct buffer *out) {
    struct json_writer w = { .out = out };
    char time[DATE_TIME_SIZE];
    json_open_object(&w, NULL);
    json_write_text(&w, "kind", "waymark-note");
    json_write_int(&w, "version", 1);
    json_write_text(&w, "reference", n->stamp->reference);
    json_write_text(&w, "time", date_time_write(&n->stamp->time, time));
    json_write_text(&w, "language", n->language->tag);
    json_write_text(&w, "receiver", n->pack->routes.routes.items[n->receiver].id);
    json_write_text(&w, "title", n->title);
    json_open_object(&w, "pack");
    json_write_text(&w, "id", n->pack->about.id);
    json_write_text(&w, "version", n->pack->about.version);
    json_write_text(&w, "date", n->pack->about.date);
    json_close_object(&w);
    write_blocks(&w, n);
    write_codes(&w, n);
    json_close_object(&w);
    json_end(&w);
}
