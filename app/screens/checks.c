#include "screens/checks.h"

#include "core/fact.h"
#include "screens/detail.h"
#include "screens/reasons.h"
#include "screens/words.h"

#include <string.h>

struct maker {
    struct ui *ui;
    const struct model *m;
    checks list;
    int room;
};

static void add(struct maker *c, struct check check) {
    if (c->list.count == c->room) {
        struct check *more = arena_alloc(&c->ui->p->arena, (size_t)c->room * 2 + 16, sizeof *more);
        if (c->list.count)
            memcpy(more, c->list.items, (size_t)c->list.count * sizeof *more);
        c->list.items = more;
        c->room = c->room * 2 + 16;
    }
    c->list.items[c->list.count++] = check;
}

/* ---- where something is mended */

static const struct note_field *field_at(const struct model *m, int field) {
    return &m->pack->note.fields.items[field];
}

/* The keyboard goes to the field, or to the answer of a choice that is down, else to the first. */
static struct action open_field(const struct maker *c, int field) {
    const struct note_field *f = field_at(c->m, field);
    int chosen = detail_slot(c->m, field)->value;
    struct action out = { .kind = ACTION_GO, .screen = SCREEN_DETAILS, .focus = ui_key(c->ui, "details/%s", f->id) };
    if (f->values.count > 0)
        out.focus = ui_key(c->ui, "%s/%s", out.focus, f->values.items[chosen > 0 && chosen <= f->values.count ? chosen - 1 : 0].id);
    return out;
}

static struct action open_fact(const struct maker *c, enum screen screen, enum fact fact) {
    struct action out = action_go(screen);
    out.focus = ui_key(c->ui, "%s/%s/%s", screens[screen].id, facts[fact].path, facts[fact].values[0].word);
    return out;
}

/* ---- what nobody filled in */

/* Those that are worked out are answered on a screen of their own. */
static struct action open_derived(const struct maker *c, const char *id) {
    if (!strcmp(id, "talk"))
        return open_fact(c, SCREEN_BEGIN, FACT_TALK_ALONE);
    if (!strcmp(id, "interpreter"))
        return open_fact(c, SCREEN_WHO, FACT_INTERPRETER);
    return action_none;
}

static void check_missing_item(struct maker *c, const struct note_item *item) {
    int field = item->missing ? pack_find(c->m->pack, THING_FIELD, item->field) : -1;
    if (field < 0)
        return;
    const struct note_field *f = field_at(c->m, field);
    struct check check = { .id = f->id, .name = detail_label(c->m, field) };
    check.hint = f->hint ? content_text(c->m->language, "note field", f->id, "hint", f->hint) : NULL;
    check.fix = f->detail >= 0 ? open_field(c, field) : open_derived(c, f->id);
    if (!strcmp(f->id, "agree-referral") || !strcmp(f->id, "heard-summary")) /* which have a row of their own */
        return;
    if (check.fix.kind != ACTION_NONE)
        add(c, check);
}

static void check_missing(struct maker *c, const struct note *n) {
    for (int b = 0; b < n->blocks.count; b++)
        for (int i = 0; i < n->blocks.items[b].items.count; i++)
            check_missing_item(c, &n->blocks.items[b].items.items[i]);
}

/* ---- words */

/* Labels and judgements in what the officer typed; what the person said stays as it was said. */
static void check_words(struct maker *c) {
    const struct model *m = c->m;
    const char *name = tr(m->language, "A word that judges");
    for (int i = 0; i < m->pack->note.fields.count; i++) {
        const struct note_field *f = field_at(m, i);
        const char *text = f->detail >= 0 && !f->said ? detail_slot(m, i)->text : NULL;
        if (text && pack_forbidden(&c->ui->p->arena, m->pack, text))
            add(c, (struct check){ ui_key(c->ui, "words/%s", f->id), name, detail_label(m, i), false, open_field(c, i) });
    }
    if (m->assessment->raised && m->assessment->raised_reason && pack_forbidden(&c->ui->p->arena, m->pack, m->assessment->raised_reason))
        add(c, (struct check){ "words/raise", name, tr(m->language, "You went higher"), false, action_go(SCREEN_HIGHER) });
}

/* ---- answers */

static bool any_danger_answered(const struct model *m) {
    for (int i = 0; i < m->pack->dangers.count; i++)
        if (session_danger(m->session, i) != DANGER_NOT_ASKED)
            return true;
    return false;
}

static bool any_need_answered(const struct model *m) {
    for (int i = FACT_NEED_MEDICAL; i <= FACT_NEED_WITHDRAWAL; i++)
        if (session_fact(m->session, (enum fact)i))
            return true;
    return false;
}

static void check_answers(struct maker *c) {
    const struct model *m = c->m;
    const struct language *l = m->language;
    int again = model_danger_again(m);
    if (again >= 0)
        add(c, (struct check){ "danger", tr(l, "Look again at Safety"), danger_name(m, again), false, action_go(SCREEN_SAFETY) });
    else if (!any_danger_answered(m) && !note_waits(m->session, "danger-noted"))
        add(c, (struct check){ "danger", tr(l, "Danger, or a doctor needed"), NULL, false, action_go(SCREEN_SAFETY) });
    if (!session_fact(m->session, FACT_AGE))
        add(c, (struct check){ "age", tr(l, "May the person be under 18?"), tr(l, "When in doubt, a child."), false,
                               open_fact(c, SCREEN_WHO, FACT_AGE) });
    if (!any_need_answered(m) && !note_waits(m->session, "needs"))
        add(c, (struct check){ "needs", tr(l, "What is needed tonight"), NULL, false, action_go(SCREEN_NEEDS) });
}

static bool has_detail(const struct model *m, const char *id) {
    int field = detail_find(m, id);
    const struct slot *s = field >= 0 ? detail_slot(m, field) : NULL;
    return s && (s->value || s->bits || s->text);
}

/* ---- signs */

/* Of the signs noted, the first that does not say how it is known. */
static void check_known(struct maker *c) {
    const struct model *m = c->m;
    bool noted = false;
    for (int i = 0; i < m->pack->indicators.count; i++) {
        const struct slot *s = session_get(m->session, SLOT_SIGN, i);
        if (s->value != STATE_NOTED)
            continue;
        noted = true;
        if (s->known)
            continue;
        struct action fix = { .kind = ACTION_OPEN_SIGN, .index = i };
        add(c, (struct check){ "known", tr(m->language, "How a sign is known"), sign_name(m, i), false, fix });
        return;
    }
    if (noted)
        add(c, (struct check){ "known", tr(m->language, "Each sign says how it is known"), NULL, true, action_none });
}

/* ---- the person */

static void check_person(struct maker *c) {
    const struct model *m = c->m;
    const struct language *l = m->language;
    bool agreed = has_detail(m, "agree-referral"), heard = has_detail(m, "heard-summary");
    int summary = detail_find(m, "heard-summary");
    if (!model_is_child(m) && !note_waits(m->session, "agree-referral"))
        add(c, (struct check){ "agreement", agreed ? tr(l, "Agreement") : tr(l, "Ask for agreement"), NULL, agreed,
                               action_go(SCREEN_AGREEMENT) });
    if (summary >= 0 && !note_waits(m->session, "heard-summary"))
        add(c, (struct check){ "heard", heard ? tr(l, "The person has heard the summary") : tr(l, "Read the summary to the person"),
                               tr(l, "Slowly, through the interpreter."), heard, open_field(c, summary) });
}

checks checks_make(struct ui *ui, const struct model *m, const struct note *n) {
    struct maker c = { .ui = ui, .m = m };
    check_missing(&c, n);
    check_words(&c);
    check_answers(&c);
    check_known(&c);
    check_person(&c);
    return c.list;
}
