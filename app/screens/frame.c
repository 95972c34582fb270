/* What all screens share: bars, bands, answers and their words. */
#include "screens/screen.h"

#include "core/fact.h"
#include "note/note.h"

#include <stdio.h>
#include <string.h>

/* ---- actions */

const struct action action_none = { .kind = ACTION_NONE };

void action_take(struct action *out, struct action other) {
    if (out->kind == ACTION_NONE)
        *out = other;
}

struct action action_go(enum screen screen) {
    return (struct action){ .kind = ACTION_GO, .screen = screen };
}

struct action action_answer(struct ui *ui, enum slot_kind kind, int index, struct slot value, const char *kept) {
    struct answer *answer = arena_alloc(&ui->p->arena, 1, sizeof *answer);
    *answer = (struct answer){ kind, index, value };
    return (struct action){ .kind = ACTION_ANSWER, .answers = answer, .answer_count = 1, .kept = kept };
}

const char *kept_words(struct ui *ui, const struct model *m, const char *what, const char *answer) {
    if (!*answer)
        /* TRANSLATORS: an answer was taken back; {what} is the question or sign. */
        return ui_fill(ui, tr(m->language, "Taken back: {what}"), (struct fill[]){ { "what", what } }, 1);
    return ui_fill(ui, tr(m->language, "Kept: {what}, {answer}"), (struct fill[]){ { "what", what }, { "answer", answer } }, 2);
}

/* ---- the case in words */

bool model_is_child(const struct model *m) {
    return m->assessment && m->assessment->child;
}

/* A rule may give advice alone (R4 while something is unchecked): then more has to be asked. */
static bool outcome_enough(const struct model *m) {
    for (int i = 0; i < m->assessment->outcomes.count; i++)
        if (m->pack->rules.outcomes.items[m->assessment->outcomes.items[i]].enough)
            return true;
    return false;
}

const struct setting *model_lane(const struct model *m) {
    const struct setting *s = m->session ? &m->pack->settings.items[m->session->setting] : NULL;
    return s && s->lane.count > 0 ? s : NULL;
}

const struct date_time *model_time(const struct model *m) {
    return m->has_now ? &m->now : &m->stamp->time;
}

bool model_enough(const struct model *m) {
    for (int i = 0; m->assessment && i < m->assessment->rules.count; i++)
        if (m->pack->rules.rules.items[m->assessment->rules.items[i].index].enough && outcome_enough(m))
            return true;
    return false;
}

static bool fact_is(const struct model *m, enum fact fact, const char *word) {
    return session_fact(m->session, fact) == fact_value_find(fact, word);
}

bool model_asking_over(const struct model *m) {
    return model_is_child(m) && model_enough(m);
}

const char *model_not_now(const struct model *m) {
    if (model_asking_over(m))
        return tr(m->language, "Nothing more has to be asked.");
    if (fact_is(m, FACT_TALK_MODE, "file"))
        return tr(m->language, "Not now: only the file is here.");
    if (!fact_is(m, FACT_TALK_ALONE, "yes"))
        return tr(m->language, "Not now: you are not alone.");
    if (fact_is(m, FACT_TALK_AGREED, "no"))
        return tr(m->language, "Not now: the person does not want to talk.");
    return NULL;
}

bool model_may_ask(const struct model *m) {
    return model_not_now(m) == NULL;
}

int model_receiver(const struct model *m) {
    return m->view->receiver >= 0 ? m->view->receiver : note_receiver(m->pack, m->assessment);
}

const char *model_language_name(const struct model *m) {
    for (int i = 0; i < m->language_count; i++)
        if (!strcmp(m->languages[i].code, m->language->code))
            return m->languages[i].name;
    return m->language->code;
}

const char *quoted(struct ui *ui, const char *words) {
    return ui_fill(ui, tr(ui->language, "\xE2\x80\x9C{words}\xE2\x80\x9D"), (struct fill[]){ { "words", words } }, 1);
}

const char *sentence(struct ui *ui, const char *words) {
    /* TRANSLATORS: makes a sentence of a few words, in bold at the start of a line. */
    return ui_fill(ui, trc(ui->language, "sentence", "{words}."), (struct fill[]){ { "words", words } }, 1);
}

bool has_focus_in(const struct ui *ui, const char *group) {
    size_t size = strlen(group);
    return !strncmp(ui->focus, group, size) && ui->focus[size] == '/';
}

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

const char *sign_name(const struct model *m, int indicator) {
    const struct indicator *i = &m->pack->indicators.items[indicator];
    return content_text(m->language, "indicator", i->id, "short", i->short_name);
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

struct key_group known_group(struct ui *ui, const struct model *m, const char *key, const char *digits, unsigned known) {
    static const enum icon icons[] = { ICON_SEEN, ICON_SAID, ICON_DOCUMENT, ICON_OFFICIAL, ICON_THIRD_PARTY };
    static const int caps[] = { '7', '8', '9', '0', KEY_MINUS };
    int count = known_words.count;
    struct key_item *items = arena_alloc(&ui->p->arena, (size_t)count, sizeof *items);
    for (int k = 0; k < count; k++)
        items[k] = (struct key_item){ .id = known_words.words[k],
                                      .label = trc(m->language, "how known key", known_keys[k]),
                                      .icon = icons[k],
                                      .cap = digits ? caps[k] : 0,
                                      .on = (known & BIT(k)) != 0 };
    return (struct key_group){ .key = key,
                               .label = tr(m->language, "How do you know?"),
                               .digits = digits,
                               .items = items,
                               .count = count,
                               .columns = count,
                               .many = true };
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

/* ---- facts */

const char *fact_question(const struct model *m, enum fact fact) {
    return trc(m->language, "question", facts[fact].question);
}

const char *fact_answer(const struct model *m, enum fact fact, int value) {
    char context[64];
    if (value == 0)
        return "";
    snprintf(context, sizeof context, "%s key", fact_context(fact));
    return trc(m->language, context, facts[fact].values[value - 1].key);
}

static struct key_item *fact_items(struct ui *ui, const struct model *m, enum fact fact) {
    int count = facts[fact].value_count, now = session_fact(m->session, fact);
    struct key_item *items = arena_alloc(&ui->p->arena, (size_t)count, sizeof *items);
    for (int v = 0; v < count; v++)
        items[v] =
            (struct key_item){ .id = facts[fact].values[v].word, .label = fact_answer(m, fact, v + 1), .cap = '1' + v, .on = now == v + 1 };
    return items;
}

/* The same key again takes the answer back to "not asked". */
static struct action answer_fact(struct ui *ui, const struct model *m, enum fact fact, int pressed) {
    int now = session_fact(m->session, fact), value = now == pressed + 1 ? 0 : pressed + 1;
    if (pressed < 0)
        return action_none;
    return action_answer(ui, SLOT_FACT, (int)fact, (struct slot){ .value = value },
                         kept_words(ui, m, trc(m->language, "fact", facts[fact].label), fact_answer(m, fact, value)));
}

static struct key_group fact_group(struct ui *ui, const struct model *m, const char *screen, enum fact fact) {
    int count = facts[fact].value_count;
    /* "Not asked yet" is no key: it is what taking an answer back gives. */
    if (!strcmp(facts[fact].values[count - 1].word, "not-asked"))
        count--;
    return (struct key_group){
        .key = ui_key(ui, "%s/%s", screen, facts[fact].path),
        .label = fact_question(m, fact),
        .items = fact_items(ui, m, fact),
        .count = count,
        .columns = count,
        .height = 56,
    };
}

struct action fact_keys(struct ui *ui, const struct model *m, const char *screen, enum fact fact, int columns) {
    struct key_group g = fact_group(ui, m, screen, fact);
    g.columns = columns;
    return answer_fact(ui, m, fact, ui_keys(ui, &g));
}

/* ---- the bar at the top */

static const char *step_label(const struct model *m, int step) {
    return trc(m->language, "step", screens[step].title);
}

static int current_step(const struct model *m) {
    const struct screen_info *s = &screens[m->view->screen];
    if (s->overlay)
        s = &screens[m->view->under];
    return s->step < STEP_COUNT ? (int)s->step : -1;
}

static struct action top_action(const struct model *m, int pressed) {
    static const struct action back = { .kind = ACTION_BACK };
    switch (pressed) {
    case TOP_NOTHING: return action_none;
    case TOP_STEPS: return action_go(SCREEN_STEPS);
    case TOP_FIND: return action_go(SCREEN_FIND);
    case TOP_HELP: return m->view->screen == SCREEN_HELP ? back : action_go(SCREEN_HELP);
    case TOP_HIDE: return (struct action){ .kind = ACTION_HIDE };
    case TOP_SETTINGS: return action_go(SCREEN_SETTINGS);
    default: return action_go((enum screen)(pressed - TOP_STEP));
    }
}

/* Keys that work everywhere and have no button on this screen. */
static struct action hidden_shortcut(struct ui *ui, const char *key, const char *label, struct shortcut shortcut, struct action action) {
    ui_node(ui, ROLE_SHORTCUT, key, label, (struct rect){ 0, 0, 0, 0 })->shortcuts[0] = shortcut;
    return ui_pressed(ui, key) ? action : action_none;
}

static void bands(struct ui *ui, const struct model *m) {
    const struct outcome *o = &m->pack->rules.outcomes.items[m->assessment->outcome];
    if (m->assessment->urgency == URGENCY_NOW)
        ui_band(ui, "band/now", ICON_ATTENTION, sentence(ui, content_text(m->language, "outcome", o->id, "name", o->name)),
                content_text(m->language, "outcome", o->id, "meaning", o->meaning), true);
    if (m->assessment->child)
        ui_band(ui, "band/child", ICON_CHILD, sentence(ui, fact_answer(m, FACT_AGE, session_fact(m->session, FACT_AGE))),
                tr(m->language, "Tell and hear the child. Help does not wait for agreement."), false);
}

static void steps_bar(const struct model *m, struct top_bar *t, struct step_word *steps) {
    unsigned shown = m->pack->settings.items[m->session->setting].steps;
    int current = current_step(m);
    for (int i = 0; i < STEP_COUNT; i++) {
        if (!(shown & BIT(i)))
            continue;
        if (i == current)
            t->step = t->step_count;
        steps[t->step_count++] = (struct step_word){ screens[i].id, step_label(m, i), (m->view->visited & BIT(i)) != 0, i };
    }
}

static void lane_bar(const struct model *m, struct top_bar *t) {
    const struct setting *s = model_lane(m);
    t->beside = content_text(m->language, "setting", s->id, "name", s->name);
    t->extra_on = model_is_child(m);
    t->extra = (struct button){
        .key = "bar/extra", .label = tr(m->language, "May be under 18"), .icon = ICON_CHILD, .cap = "8", .shortcut = { '8', false }
    };
}

struct action frame_top(struct ui *ui, const struct model *m, const char *place) {
    struct step_word steps[STEP_COUNT];
    enum screen here = m->view->screen;
    bool in_case = m->session != NULL;
    struct top_bar t = {
        .name = in_case ? m->stamp->reference : "Waymark",
        .steps = steps,
        .step = -1,
        .place = place,
        .find = in_case && screens[here].step == SCREEN_SIGNS,
        .settings = !in_case,
    };
    if (in_case && model_lane(m))
        lane_bar(m, &t);
    else if (in_case)
        steps_bar(m, &t, steps);
    struct action out = top_action(m, ui_top_bar(ui, &t));
    if (in_case)
        bands(ui, m);
    action_take(&out, hidden_shortcut(ui, "key/language", tr(m->language, "Language"), (struct shortcut){ KEY_F4, false },
                                      (struct action){ .kind = ACTION_CHOOSE, .index = CHOICE_LANGUAGE }));
    in_case = in_case && !model_lane(m); /* the lane leads nowhere else */
    if (in_case && here != SCREEN_NEXT_STEP)
        action_take(&out, hidden_shortcut(ui, "key/next-step", step_label(m, SCREEN_NEXT_STEP), (struct shortcut){ KEY_F5, false },
                                          action_go(SCREEN_NEXT_STEP)));
    if (in_case && !t.find)
        action_take(&out, hidden_shortcut(ui, "key/find", tr(m->language, "Find"), (struct shortcut){ 'f', true }, action_go(SCREEN_FIND)));
    return out;
}

/* ---- the bar at the bottom */

struct action frame_footer(struct ui *ui, const struct model *m, const struct frame_footer *f) {
    struct footer bar = {
        .lead = f->lead,
        .back = f->no_back ? NULL : tr(m->language, "Back"),
        .kept = m->session && m->can_undo && *m->view->kept ? m->view->kept : NULL,
        .words = f->words,
        .second = f->second,
        .primary = { .key = f->next ? "footer/next" : NULL, .label = f->next, .icon = f->icon ? f->icon : ICON_NEXT },
    };
    switch (ui_footer(ui, &bar)) {
    case FOOTER_NOTHING: return action_none;
    case FOOTER_LEAD: return f->lead_action;
    case FOOTER_BACK: return (struct action){ .kind = ACTION_BACK };
    case FOOTER_UNDO: return (struct action){ .kind = ACTION_UNDO };
    case FOOTER_REDO: return (struct action){ .kind = ACTION_REDO };
    case FOOTER_SECOND: return f->second_action;
    case FOOTER_PRIMARY: return f->action;
    }
    return action_none;
}

void frame_problem(struct ui *ui, const struct model *m) {
    if (!*m->view->problem)
        return;
    ui_attention(ui, "problem", ICON_ATTENTION, tr(m->language, "Look here."), m->view->problem, NULL);
    ui_gap(ui, SPACE_3);
}
