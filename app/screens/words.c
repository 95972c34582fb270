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

/* ---- signs */

const char *sign_name(const struct model *m, int indicator) {
    const struct indicator *i = &m->pack->indicators.items[indicator];
    return content_text(m->language, "indicator", i->id, "short", i->short_name);
}

const char *sign_state_words(struct ui *ui, const struct model *m, int indicator) {
    const struct slot *s = session_get(m->session, SLOT_SIGN, indicator);
    struct buffer b = { .arena = &ui->p->arena };
    buffer_add(&b, trc(m->language, "answer", state_labels[s->value]));
    for (int k = 0; s->value == STATE_NOTED && k < known_words.count; k++)
        if (s->known & BIT(k))
            buffer_printf(&b, ", %s", trc(m->language, "how known, after noted", known_after[k]));
    return buffer_text(&b);
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
    return today ? clock_words(ui, t) : ui_key(ui, "%04d-%02d-%02d, %02d:%02d", t.year, t.month, t.day, t.hour, t.minute);
}

const char *deadline_words_of(struct ui *ui, const struct model *m) {
    int what = session_fact(m->session, FACT_DEADLINE_WHAT);
    const char *time = session_text(m->session, TEXT_DEADLINE);
    if (what == 0)
        return "";
    struct fill fills[] = { { "what", fact_answer(m, FACT_DEADLINE_WHAT, what) }, { "time", deadline_time(ui, m, time) } };
    /* TRANSLATORS: "Flight at 14:20." */
    return ui_fill(ui, time ? tr(m->language, "{what} at {time}.") : "{what}.", fills, 2);
}

/* ---- sources */

const char *source_keys(struct ui *ui, const struct model *m, const citations *list) {
    struct buffer b = { .arena = &ui->p->arena };
    for (int i = 0; i < list->count; i++) {
        const struct citation *c = &list->items[i];
        const char *tag = tag_words.words[c->tag];
        if (!strcmp(tag, "own"))
            continue;
        buffer_printf(&b, "%s%s", b.size ? ", " : "", m->pack->sources.items[c->key.index].key);
        if (!strcmp(tag, "K"))
            buffer_printf(&b, " (%s)", tr(m->language, "check before deployment"));
    }
    return buffer_text(&b);
}
