#include "screens/model.h"

#include "core/fact.h"
#include "note/note.h"

#include <string.h>

/* ---- the case */

const struct setting *model_setting(const struct model *m) {
    return &m->pack->settings.items[m->session->setting];
}

const struct setting *model_lane(const struct model *m) {
    const struct setting *s = m->session ? model_setting(m) : NULL;
    return s && s->lane.count > 0 ? s : NULL;
}

unsigned model_steps(const struct session *s) {
    unsigned steps = s->pack->settings.items[s->setting].steps;
    return session_on_file(s) ? steps & ~BIT(SCREEN_SAFETY) : steps;
}

bool model_is_child(const struct model *m) {
    return m->assessment && m->assessment->child;
}

bool model_is_meant(const struct model *m, unsigned settings, int who) {
    bool here = (settings & BIT(model_setting(m)->kind)) != 0;
    return here && (who == WHO_ANY || (who == WHO_CHILD) == model_is_child(m));
}

int model_danger_again(const struct model *m) {
    for (int i = 0; i < m->pack->dangers.count && !session_on_file(m->session); i++)
        if (session_asks_again(m->session, i) && model_is_meant(m, m->pack->dangers.items[i].settings, m->pack->dangers.items[i].who))
            return i;
    return -1;
}

const struct date_time *model_time(const struct model *m) {
    return m->has_now ? &m->now : &m->stamp->time;
}

int model_receiver(const struct model *m) {
    return m->view->receiver >= 0 ? m->view->receiver : note_receiver(m->session, m->assessment);
}

/* ---- may it be asked? */

/* A rule may give advice alone (R4 while something is unchecked): then more has to be asked. */
static bool outcome_enough(const struct model *m) {
    for (int i = 0; i < m->assessment->outcomes.count; i++)
        if (m->pack->rules.outcomes.items[m->assessment->outcomes.items[i]].enough)
            return true;
    return false;
}

bool model_enough(const struct model *m) {
    for (int i = 0; m->assessment && i < m->assessment->rules.count; i++)
        if (m->pack->rules.rules.items[m->assessment->rules.items[i].index].enough && outcome_enough(m))
            return true;
    return false;
}

bool model_asking_over(const struct model *m) {
    return model_is_child(m) && model_enough(m);
}

static bool fact_is(const struct model *m, enum fact fact, const char *word) {
    return session_fact(m->session, fact) == fact_value_find(fact, word);
}

const char *model_not_now(const struct model *m) {
    if (model_asking_over(m))
        return tr(m->language, "Nothing more has to be asked.");
    if (fact_is(m, FACT_TALK_MODE, "file"))
        return tr(m->language, "Not now: only the file is here.");
    if (!session_fact(m->session, FACT_TALK_ALONE))
        return tr(m->language, "First say under Begin whether you are alone.");
    if (fact_is(m, FACT_TALK_ALONE, "unsure"))
        return tr(m->language, "Not now: it is not sure that you are alone.");
    if (!fact_is(m, FACT_TALK_ALONE, "yes"))
        return tr(m->language, "Not now: you are not alone.");
    if (fact_is(m, FACT_TALK_AGREED, "no"))
        return tr(m->language, "Not now: the person does not want to talk.");
    return NULL;
}

bool model_may_ask(const struct model *m) {
    return model_not_now(m) == NULL;
}

bool model_has_files(const struct model *m) {
    return model_setting(m)->quick.file.count > 0;
}

/* ---- the machine */

const char *model_language_name(const struct model *m) {
    for (int i = 0; i < m->language_count; i++)
        if (!strcmp(m->languages[i].code, m->language->code))
            return m->languages[i].name;
    return m->language->code;
}
