#include "screens/change.h"

#include "core/fact.h"
#include "screens/asking.h"
#include "screens/reasons.h"
#include "screens/words.h"

#include <string.h>

#define POINTS_MAX 3 /* more would be a list to finish */

struct point {
    struct ground what;
    int outcome; /* what it could change to */
};

/* With a file alone nobody can be asked, and nothing is seen or heard. */
static bool can_be_known(const struct model *m, struct ground g) {
    if (!session_on_file(m->session))
        return true;
    if (g.kind == GROUND_SIGN)
        return (m->pack->indicators.items[g.index].known & ~(BIT(KNOWN_SEEN) | BIT(KNOWN_SAID))) != 0;
    return g.kind != GROUND_DANGER && (g.kind != GROUND_FACT || g.index != FACT_WISH_HELP);
}

int change_outcome(const struct model *m, struct ground g) {
    const struct outcome *outcomes = m->pack->rules.outcomes.items;
    int best = -1;
    for (int i = 0; can_be_known(m, g) && i < m->assessment->would_change.count; i++) {
        const struct would_change *w = &m->assessment->would_change.items[i];
        for (int k = 0; k < w->change_count; k++)
            if (w->changes[k].what.kind == g.kind && w->changes[k].what.index == g.index
                && (best < 0 || outcomes[w->outcome].rank > outcomes[best].rank))
                best = w->outcome;
    }
    return best;
}

static int find_points(const struct model *m, struct point points[POINTS_MAX]) {
    int count = 0;
    for (int i = 0; i < m->assessment->open.count && count < POINTS_MAX; i++) {
        struct ground g = m->assessment->open.items[i];
        int outcome = change_outcome(m, g);
        if (outcome >= 0)
            points[count++] = (struct point){ g, outcome };
    }
    return count;
}

static const char *sign_question(struct ui *ui, const struct model *m, int sign) {
    const struct indicator *x = &m->pack->indicators.items[sign];
    const struct question *child = x->ask_child.index >= 0 ? &m->pack->questions.child.items[x->ask_child.index] : NULL;
    const char *ask = content_text(m->language, "indicator", x->id, "ask", x->ask);
    if (model_is_child(m))
        ask = child ? content_text(m->language, "question", child->id, "text", child->text) : NULL;
    if (!ask || session_on_file(m->session))
        return content_text(m->language, "indicator", x->id, "look", x->look);
    if (!model_may_ask(m))
        return model_not_now(m);
    return quoted(ui, ask);
}

static const char *point_question(struct ui *ui, const struct model *m, struct ground g) {
    if (g.kind == GROUND_SIGN)
        return sign_question(ui, m, g.index);
    if (g.kind == GROUND_FACT)
        return fact_question(m, (enum fact)g.index);
    if (g.kind != GROUND_DANGER)
        return NULL;
    const struct danger_question *q = &m->pack->dangers.items[g.index];
    return content_text(m->language, "danger", q->id, "row", q->row);
}

/* The request for help is the open question, behind the signs of the quick set. */
static struct action open_question(const struct model *m) {
    int count = session_quick(m->session, model_is_child(m))->count;
    return (struct action){ .kind = ACTION_OPEN_LIST, .index = LIST_QUICK, .value = count };
}

static struct action open_fact(struct ui *ui, const struct model *m, enum fact fact) {
    if (fact == FACT_WISH_HELP)
        return open_question(m);
    struct action out = action_go(fact <= FACT_TALK_AGREED ? SCREEN_BEGIN : fact <= FACT_INTERPRETER ? SCREEN_WHO : SCREEN_NEEDS);
    out.focus = ui_key(ui, "%s/%s/%s", screens[out.screen].id, facts[fact].path, facts[fact].values[0].word);
    return out;
}

/* Where the question is answered. */
static struct action open_point(struct ui *ui, const struct model *m, struct ground g) {
    if (g.kind == GROUND_FACT)
        return open_fact(ui, m, (enum fact)g.index);
    if (g.kind == GROUND_SIGN)
        return (struct action){ .kind = ACTION_OPEN_SIGN, .index = g.index };
    struct action out = action_go(SCREEN_SAFETY);
    out.focus = ui_key(ui, "safety/%s/yes", m->pack->dangers.items[g.index].id);
    return out;
}

static const char *points_heading(const struct model *m, int count) {
    if (session_on_file(m->session))
        return tr(m->language, "What would change it");
    switch (count) {
    case 1: return tr(m->language, "One question could change it");
    case 2: return tr(m->language, "Two questions could change it");
    default: return tr(m->language, "Three questions could change it");
    }
}

static struct action show_points(struct ui *ui, const struct model *m, const char *screen) {
    struct point points[POINTS_MAX];
    int count = find_points(m, points);
    struct action out = { 0 };
    if (count == 0)
        return out;
    ui_panel(ui, 0);
    ui_panel_heading(ui, ui_key(ui, "%s/change", screen), points_heading(m, count), NULL);
    for (int i = 0; i < count; i++) {
        struct ground g = points[i].what;
        const char *label = ground_label(m, g), *question = point_question(ui, m, g);
        struct row row = {
            .key = ui_key(ui, "%s/change/%s", screen, ground_name(&ui->p->arena, m->pack, g)),
            .icon = ground_icon(m, g),
            .label = label,
            .text = question && strcmp(question, label) != 0 ? question : NULL,
            .end = outcome_name(m, points[i].outcome),
            .bold = true,
            .arrow = true,
            .group = ui_key(ui, "%s/change", screen),
            .position = i + 1,
            .of = count,
        };
        if (ui_row(ui, &row))
            out = open_point(ui, m, g);
    }
    ui_panel_end(ui);
    ui_gap(ui, SPACE_3);
    return out;
}

/* The first danger question that is open and could change something, or NULL. */
static const struct ground *find_danger(const struct model *m) {
    for (int i = 0; i < m->assessment->open.count; i++) {
        const struct ground *g = &m->assessment->open.items[i];
        if (g->kind == GROUND_DANGER && change_outcome(m, *g) >= 0)
            return g;
    }
    return NULL;
}

/* Once child protection is to be called only danger could change anything. */
static struct action show_danger_alone(struct ui *ui, const struct model *m, const char *screen) {
    const struct ground *danger = find_danger(m);
    struct action out = { 0 };
    if (danger) {
        struct row row = {
            .key = ui_key(ui, "%s/change/danger", screen),
            .icon = ICON_ATTENTION,
            .label = tr(m->language, "Danger, or a doctor needed"),
            .end = outcome_name(m, change_outcome(m, *danger)),
            .bold = true,
            .arrow = true,
        };
        ui_panel(ui, 0);
        ui_panel_heading(ui, ui_key(ui, "%s/change", screen), tr(m->language, "What would change it"), NULL);
        if (ui_row(ui, &row))
            out = open_point(ui, m, *danger);
        ui_panel_end(ui);
        ui_gap(ui, SPACE_3);
    }
    ui_panel(ui, SPACE_3);
    ui_words(ui, ui_key(ui, "%s/no-questions", screen), TYPE_BODY, PAINT_QUIET,
             session_on_file(m->session) ? tr(m->language, "Nothing more has to be found in the file.")
                                         : tr(m->language, "Nothing more has to be asked. See only to what is needed tonight."),
             0);
    ui_panel_end(ui);
    ui_gap(ui, SPACE_3);
    return out;
}

struct action change_show(struct ui *ui, const struct model *m, const char *screen) {
    bool asked = !model_asking_over(m);
    return asked ? show_points(ui, m, screen) : show_danger_alone(ui, m, screen);
}
