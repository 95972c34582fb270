#include "screens/reasons.h"

#include "core/fact.h"
#include "screens/asking.h"
#include "screens/words.h"

#include <string.h>

/* ---- names */

const char *outcome_name(const struct model *m, int outcome) {
    const struct outcome *o = &m->pack->rules.outcomes.items[outcome];
    return content_text(m->language, "outcome", o->id, "name", o->name);
}

const char *outcome_meaning(const struct model *m, int outcome) {
    const struct outcome *o = &m->pack->rules.outcomes.items[outcome];
    if (model_is_child(m) && o->meaning_for_child)
        return content_text(m->language, "outcome", o->id, "meaning-for-child", o->meaning_for_child);
    return content_text(m->language, "outcome", o->id, "meaning", o->meaning);
}

void outcome_steps(struct ui *ui, const struct model *m, const char *key, int outcome) {
    line_list steps = session_steps(&ui->p->arena, m->session, outcome, model_is_child(m));
    for (int i = 0; i < steps.count; i++)
        ui_numbered(ui, ui_key(ui, "%s/%s", key, steps.items[i].id), i + 1, TYPE_BODY,
                    content_text(m->language, "line", steps.items[i].id, "text", steps.items[i].text));
}

int outcome_decided(const struct assessment *r) {
    return r->outcomes.items[r->outcomes.count - 1];
}

const char *rule_number(struct ui *ui, const struct model *m, int rule) {
    struct fill fill = { "number", m->pack->rules.rules.items[rule].id };
    /* TRANSLATORS: with a blank that does not break. */
    return ui_fill(ui, tr(m->language, "Rule\xC2\xA0{number}"), &fill, 1);
}

const char *rule_text(const struct model *m, int rule) {
    const struct rule *r = &m->pack->rules.rules.items[rule];
    return content_text(m->language, "rule", r->id, "text", r->text);
}

const char *rule_name(const struct model *m, int rule) {
    const struct rule *r = &m->pack->rules.rules.items[rule];
    return content_text(m->language, "rule", r->id, "name", r->name);
}

const char *danger_name(const struct model *m, int danger) {
    const struct danger_question *q = &m->pack->dangers.items[danger];
    return content_text(m->language, "danger", q->id, "name", q->name);
}

const char *danger_action(const struct model *m, int danger) {
    const struct danger_question *q = &m->pack->dangers.items[danger];
    const struct danger_at *at = pack_danger_at(q, model_setting(m)->kind);
    return at ? content_text(m->language, "danger at", at->id, "action", at->action)
              : content_text(m->language, "danger", q->id, "action", q->action);
}

const char *danger_now(const struct model *m, int danger) {
    const struct danger_question *q = &m->pack->dangers.items[danger];
    const struct danger_at *at = pack_danger_at(q, model_setting(m)->kind);
    return at ? content_text(m->language, "danger at", at->id, "now", at->now) : content_text(m->language, "danger", q->id, "now", q->now);
}

const char *activity_name(const struct model *m, int activity) {
    const struct activity *a = &m->pack->activities.activities.items[activity];
    if (model_is_child(m) && a->child_name)
        return content_text(m->language, "activity", a->id, "child-name", a->child_name);
    return content_text(m->language, "activity", a->id, "name", a->name);
}

const char *ground_label(const struct model *m, struct ground g) {
    switch (g.kind) {
    case GROUND_SIGN: return sign_name(m, g.index);
    case GROUND_FACT: return trc(m->language, "fact", facts[g.index].label);
    case GROUND_DANGER: return danger_name(m, g.index);
    case GROUND_ACTIVITY: return activity_name(m, g.index);
    case GROUND_RULE: return m->pack->rules.rules.items[g.index].id;
    case GROUND_DEADLINE: return trc(m->language, "fact", facts[FACT_DEADLINE_WHAT].label);
    case GROUND_RAISE: return tr(m->language, "You went higher");
    }
    return "";
}

static enum icon fact_icon(const struct model *m, enum fact fact) {
    int value = session_fact(m->session, fact);
    return value == 0 ? ICON_NOT_ASKED : fact_is_open(fact, value) ? ICON_NOT_KNOWN : ICON_NOTED;
}

enum icon ground_icon(const struct model *m, struct ground g) {
    switch (g.kind) {
    case GROUND_SIGN: return state_icon(session_sign(m->session, g.index));
    case GROUND_FACT: return fact_icon(m, (enum fact)g.index);
    case GROUND_DANGER: return session_danger(m->session, g.index) ? ICON_ATTENTION : ICON_NOT_ASKED;
    case GROUND_ACTIVITY:
    case GROUND_RULE: return ICON_NOTED;
    case GROUND_DEADLINE: return ICON_TIME;
    case GROUND_RAISE: return ICON_ADD;
    }
    return ICON_NONE;
}

/* ---- what stands at the end of a row */

/* The three kinds of means by name: a rule may rest on two of them. */
static const char *const element_shorts[] = {
    NC_("element, short", "Act"),        NC_("element, short", "Force"),
    NC_("element, short", "Deception"),  NC_("element, short", "Weak position used"),
    NC_("element, short", "Purpose"),    NC_("element, short", "Child"),
    NC_("element, short", "Impression"),
};

/* "Force; Purpose" */
static const char *element_shorts_of(struct ui *ui, const struct model *m, int sign) {
    unsigned elements = m->pack->indicators.items[sign].elements;
    const char *words = "";
    for (int e = 0; e < element_words.count; e++)
        if (elements & BIT(e))
            words = words_join(ui, words, trc(m->language, "element, short", element_shorts[e]));
    return words;
}

static const char *sign_end(struct ui *ui, const struct model *m, int sign) {
    struct fill fills[] = { { "elements", element_shorts_of(ui, m, sign) }, { "known", sign_known_words(ui, m, sign) } };
    if (!*fills[0].value || !*fills[1].value)
        return *fills[0].value ? fills[0].value : fills[1].value;
    /* TRANSLATORS: what a sign speaks for, and how it is known: "Force; Purpose · Seen; Said". */
    return ui_fill(ui, tr(m->language, "{elements} \xC2\xB7 {known}"), fills, 2);
}

static const char *fact_end(const struct model *m, enum fact fact) {
    int value = session_fact(m->session, fact);
    return value ? fact_answer(m, fact, value) : trc(m->language, "answer", state_labels[STATE_NOT_ASKED]);
}

static const char *activity_end(struct ui *ui, const struct model *m, int activity) {
    const char *times = "";
    for (int i = 0; i < SESSION_ACTIVITIES; i++) {
        const struct slot *s = session_get(m->session, SLOT_ACTIVITY, i);
        for (int t = 0; s->value == activity + 1 && t < activity_time_words.count; t++)
            if (s->bits & BIT(t))
                times = words_join(ui, times, trc(m->language, "activity", activity_time_labels[t]));
    }
    return times;
}

static const char *ground_end(struct ui *ui, const struct model *m, struct ground g) {
    switch (g.kind) {
    case GROUND_SIGN: return sign_end(ui, m, g.index);
    case GROUND_FACT: return fact_end(m, (enum fact)g.index);
    case GROUND_DANGER: return trc(m->language, "danger", danger_labels[session_danger(m->session, g.index)]);
    case GROUND_ACTIVITY: return activity_end(ui, m, g.index);
    case GROUND_DEADLINE: return deadline_words_of(ui, m);
    case GROUND_RAISE: return outcome_name(m, g.index);
    case GROUND_RULE: return "";
    }
    return "";
}

/* ---- rows */

void reasons_show(struct ui *ui, const struct model *m, const char *key, const struct grounds *because) {
    for (int i = 0; i < because->count; i++) {
        struct ground g = because->items[i];
        struct row row = {
            .key = ui_key(ui, "%s/%s", key, ground_name(&ui->p->arena, m->pack, g)),
            .icon = ground_icon(m, g),
            .label = ground_label(m, g),
            .end = ground_end(ui, m, g),
        };
        ui_fact_row(ui, &row);
    }
}
