#include "screens/words.h"

#include "core/fact.h"
#include "screens/asking.h"

#include <string.h>

const char *quoted(struct ui *ui, const char *words) {
    return ui_fill(ui, tr(ui->language, "\xE2\x80\x9C{words}\xE2\x80\x9D"), (struct fill[]){ { "words", words } }, 1);
}

const char *sentence(struct ui *ui, const char *words) {
    /* TRANSLATORS: makes a sentence of a few words, in bold at the start of a line. */
    return ui_fill(ui, trc(ui->language, "sentence", "{words}."), (struct fill[]){ { "words", words } }, 1);
}

const char *words_join(struct ui *ui, const char *list, const char *next) {
    return *list ? ui_key(ui, "%s%s%s", list, trc(ui->language, "between the entries of a list", "; "), next) : next;
}

const char *words_pair(struct ui *ui, const char *name, const char *value) {
    return tr_pair(&ui->p->arena, ui->language, name, value);
}

const char *words_comma(struct ui *ui, const char *first, const char *next) {
    return ui_fill(ui, tr(ui->language, "{first}, {next}"), (struct fill[]){ { "first", first }, { "next", next } }, 2);
}

/* ---- signs */

const char *sign_name(const struct model *m, int indicator) {
    const struct indicator *i = &m->pack->indicators.items[indicator];
    return content_text(m->language, "indicator", i->id, "short", i->short_name);
}

const char *sign_state_words(struct ui *ui, const struct model *m, int indicator) {
    const struct slot *s = session_get(m->session, SLOT_SIGN, indicator);
    const char *state = trc(m->language, "answer", state_labels[s->value]), *known = "";
    for (int k = 0; s->value == STATE_NOTED && k < known_words.count; k++)
        if (s->known & BIT(k))
            known = words_join(ui, known, trc(m->language, "how known, after noted", known_after[k]));
    return *known ? words_comma(ui, state, known) : state;
}

const char *sign_known_words(struct ui *ui, const struct model *m, int indicator) {
    unsigned known = session_get(m->session, SLOT_SIGN, indicator)->known;
    const char *words = "";
    for (int k = 0; k < known_words.count; k++)
        if (known & BIT(k))
            words = words_join(ui, words, trc(m->language, "how known key", known_keys[k]));
    return words;
}

enum icon state_icon(enum state state) {
    switch (state) {
    case STATE_NOT_ASKED: return ICON_NOT_ASKED;
    case STATE_NOTED: return ICON_NOTED;
    case STATE_NOT_NOTED: return ICON_NOT_NOTED;
    case STATE_NOT_KNOWN: return ICON_NOT_KNOWN;
    case STATE_DECLINED: return ICON_DECLINED;
    case STATE_NOT_SAFE: return ICON_NOT_SAFE;
    case STATE_NOT_OBSERVABLE: return ICON_NOT_OBSERVABLE;
    }
    return ICON_NONE;
}

/* ---- time */

const char *clock_words(struct ui *ui, struct date_time t) {
    return ui_key(ui, "%02d:%02d", t.hour, t.minute);
}

const char *urgency_words_of(const struct model *m) {
    return trc(m->language, "urgency", urgency_labels[m->assessment->urgency]);
}

/* What is typed is either a clock time or a date and a time. Of another day the date is said. */
static const char *deadline_time(struct ui *ui, const struct model *m, const char *text) {
    struct date_time t;
    if (!text || !date_time_read(text, &t))
        return text ? text : "";
    bool today = m->has_now && date_days(&t) == date_days(&m->now);
    return today ? clock_words(ui, t) : words_comma(ui, ui_key(ui, "%04d-%02d-%02d", t.year, t.month, t.day), clock_words(ui, t));
}

const char *deadline_words_of(struct ui *ui, const struct model *m) {
    int what = session_fact(m->session, FACT_DEADLINE_WHAT);
    const char *time = session_text(m->session, TEXT_DEADLINE);
    if (what == 0)
        return "";
    struct fill fills[] = { { "what", fact_answer(m, FACT_DEADLINE_WHAT, what) }, { "time", deadline_time(ui, m, time) } };
    /* TRANSLATORS: "Flight at 14:20." */
    return time ? ui_fill(ui, tr(m->language, "{what} at {time}."), fills, 2) : sentence(ui, fills[0].value);
}

/* ---- sources */

static bool is_own(const struct citation *c) {
    return !strcmp(tag_words.words[c->tag], "own");
}

/* Named at several places a source stands once. */
static bool stands_before(const citations *list, int at) {
    for (int i = 0; i < at; i++)
        if (list->items[i].key.index == list->items[at].key.index && !is_own(&list->items[i]))
            return true;
    return false;
}

/* One place of it that is to be checked is enough. */
static bool needs_check(const citations *list, int source) {
    for (int i = 0; i < list->count; i++)
        if (list->items[i].key.index == source && !strcmp(tag_words.words[list->items[i].tag], "K"))
            return true;
    return false;
}

const char *source_keys(struct ui *ui, const struct model *m, const citations *list) {
    const char *keys = "";
    for (int i = 0; i < list->count; i++) {
        struct fill key = { "key", m->pack->sources.items[list->items[i].key.index].key };
        if (is_own(&list->items[i]) || stands_before(list, i))
            continue;
        bool check = needs_check(list, list->items[i].key.index);
        keys = words_join(ui, keys, check ? ui_fill(ui, tr(m->language, "{key} (check before deployment)"), &key, 1) : key.value);
    }
    return keys;
}
