/* One thing chosen from a long list: by typing, with the arrows, or by scrolling. */
#include "screens/asking.h"
#include "screens/fold.h"
#include "screens/words.h"

#include <stdlib.h>
#include <string.h>

struct entry {
    const char *key;   /* of the content: "ro" */
    const char *name;  /* what it is found by, first */
    const char *other; /* a second name it is found by, or NULL */
    const char *text;  /* quiet, below; or NULL */
    const char *code;  /* what is chosen */
    int index;         /* of it in the pack */
    int rank;          /* the lower the earlier */
    bool chosen;       /* it is what stands there now */
};

struct entries {
    struct entry *items;
    int count, capacity;
};

static void add(struct ui *ui, struct entries *list, struct entry entry) {
    list->items = arena_grow(&ui->p->arena, list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = entry;
}

/* ---- what there is to choose */

/* The row that takes a choice back; it stands first. */
static void add_none(struct ui *ui, struct entries *list, const char *name, bool chosen) {
    add(ui, list, (struct entry){ .key = "none", .name = name, .code = "", .index = -1, .rank = -1, .chosen = chosen });
}

static const struct spoken_language *find_language(const struct model *m, const char *code) {
    for (int i = 0; i < m->pack->languages.languages.count; i++)
        if (!strcmp(m->pack->languages.languages.items[i].code, code))
            return &m->pack->languages.languages.items[i];
    return NULL;
}

static const char *language_name(const struct model *m, const struct spoken_language *s) {
    return content_text(m->language, "spoken language", s->code, "name", s->name);
}

/* The screen can be read only in a language one knows: its own name comes first. */
static void list_screen_languages(struct ui *ui, const struct model *m, struct entries *list) {
    for (int i = 0; i < m->language_count; i++) {
        const struct language_choice *c = &m->languages[i];
        const struct spoken_language *s = find_language(m, c->code);
        const char *name = s ? language_name(m, s) : c->code;
        bool same = !strcmp(name, c->name);
        const char *draft = tr(m->language, "Draft translation, not yet approved");
        const char *text = !c->draft ? (same ? NULL : name) : same ? draft : ui_key(ui, "%s %s", sentence(ui, name), draft);
        add(ui, list,
            (struct entry){ .key = c->code,
                            .name = c->name,
                            .other = name,
                            .text = text,
                            .code = c->code,
                            .index = i,
                            .chosen = !strcmp(c->code, m->language->code) });
    }
}

static void list_talk_languages(struct ui *ui, const struct model *m, struct entries *list) {
    const char *now = session_text(m->session, TEXT_LANGUAGES);
    if (now)
        add_none(ui, list, tr(m->language, "Not noted"), false);
    for (int i = 0; i < m->pack->languages.languages.count; i++) {
        const struct spoken_language *s = &m->pack->languages.languages.items[i];
        const char *name = language_name(m, s);
        bool same = !s->own || !strcmp(name, s->own);
        add(ui, list,
            (struct entry){ .key = s->code,
                            .name = name,
                            .other = s->own,
                            .text = same ? NULL : s->own,
                            .code = s->code,
                            .index = i,
                            .chosen = now && !strcmp(now, s->code) });
    }
}

static void add_states(struct ui *ui, const struct model *m, struct entries *list, const char *now) {
    for (int i = 0; i < m->pack->states.states.count; i++) {
        const struct country_name *s = &m->pack->states.states.items[i];
        add(ui, list,
            (struct entry){ .key = s->code,
                            .name = content_text(m->language, "state", s->code, "name", s->name),
                            .other = s->code,
                            .code = s->code,
                            .index = i,
                            .chosen = now && !strcmp(now, s->code) });
    }
}

static void list_citizenships(struct ui *ui, const struct model *m, struct entries *list) {
    const char *now = session_text(m->session, TEXT_CITIZENSHIP);
    if (now)
        add_none(ui, list, tr(m->language, "Not noted"), false);
    add_states(ui, m, list, now);
}

static void list_states(struct ui *ui, const struct model *m, struct entries *list) {
    const char *now = m->preferences->texts[PREFERENCE_STATE];
    add_none(ui, list, tr(m->language, "Not set"), !*now);
    add_states(ui, m, list, now);
}

/* Of a case: where it goes on. The booth lane is no place for a talk. */
static void list_settings(struct ui *ui, const struct model *m, struct entries *list) {
    for (int i = 0; i < m->pack->settings.count; i++) {
        const struct setting *s = &m->pack->settings.items[i];
        if (s->lane.count > 0)
            continue;
        add(ui, list,
            (struct entry){ .key = s->id,
                            .name = content_text(m->language, "setting", s->id, "name", s->name),
                            .text = content_text(m->language, "setting", s->id, "purpose", s->purpose),
                            .code = s->id,
                            .index = i,
                            .chosen = i == m->session->setting });
    }
}

static int rank_of_route(const struct model *m, int route) {
    const findings *routes = &m->assessment->routes;
    const struct finding *found = findings_find(routes, route);
    return found ? (int)(found - routes->items) : routes->count;
}

static void list_receivers(struct ui *ui, const struct model *m, struct entries *list) {
    int now = model_receiver(m);
    for (int i = 0; i < m->pack->routes.routes.count; i++) {
        const struct route *r = &m->pack->routes.routes.items[i];
        int rank = rank_of_route(m, i);
        if (!r->receives_note)
            continue;
        add(ui, list,
            (struct entry){ .key = r->id,
                            .name = content_text(m->language, "route", r->id, "name", r->name),
                            .text = rank < m->assessment->routes.count ? tr(m->language, "Part of the next step") : NULL,
                            .code = r->id,
                            .index = i,
                            .rank = rank,
                            .chosen = i == now });
    }
}

/* ---- what choosing does */

static struct action chosen_plain(struct ui *ui, const struct model *m, const struct entry *e) {
    (void)ui;
    (void)m;
    return (struct action){ .kind = ACTION_CHOSEN, .index = e->index, .text = e->code };
}

static struct action chosen_text(struct ui *ui, const struct model *m, const struct entry *e, enum session_text slot, const char *what) {
    bool none = !*e->code;
    struct action out = action_answer(ui, SLOT_TEXT, (int)slot, (struct slot){ .text = none ? NULL : e->code },
                                      kept_words(ui, m, what, none ? "" : e->name));
    out.kind = ACTION_CHOSEN;
    out.index = e->index;
    out.text = e->code;
    return out;
}

static struct action chosen_talk_language(struct ui *ui, const struct model *m, const struct entry *e) {
    return chosen_text(ui, m, e, TEXT_LANGUAGES, tr(m->language, "Language of the talk"));
}

static struct action chosen_citizenship(struct ui *ui, const struct model *m, const struct entry *e) {
    return chosen_text(ui, m, e, TEXT_CITIZENSHIP, tr(m->language, "Citizenship"));
}

static const struct chooser {
    const char *title, *hint; /* marked for translation with the context "choose" */
    bool ordered;             /* by rank alone; else by name too */
    void (*list)(struct ui *ui, const struct model *m, struct entries *list);
    struct action (*take)(struct ui *ui, const struct model *m, const struct entry *e);
} choosers[] = {
    [CHOICE_LANGUAGE] = { NC_("choose", "Screen language"), NC_("choose", "For this screen and for the note."), true, list_screen_languages,
                          chosen_plain },
    [CHOICE_TALK_LANGUAGE] = { NC_("choose", "Language of the talk"), NC_("choose", "The one the person speaks best."), false,
                               list_talk_languages, chosen_talk_language },
    [CHOICE_CITIZENSHIP] = { NC_("choose", "Citizenship"), NC_("choose", "As the person says it, or as the papers do."), false,
                             list_citizenships, chosen_citizenship },
    [CHOICE_STATE] = { NC_("choose", "State you serve"), NC_("choose", "Numbers, contacts and duties follow it."), false, list_states,
                       chosen_plain },
    [CHOICE_RECEIVER] = { NC_("choose", "Who gets this note?"), NC_("choose", "Each receiver gets a note of its own, with what it needs."),
                          true, list_receivers, chosen_plain },
    [CHOICE_SETTING] = { NC_("choose", "Setting"), NC_("choose", "Every answer stays. Only lists and lines to say change."), true,
                         list_settings, chosen_plain },
};

/* ---- finding */

static enum fold_place place_in(const char *name, const char *typed) {
    return name ? fold_place(name, (struct bytes){ typed, strlen(typed) }) : FOLD_NOWHERE;
}

static int by_rank(const void *a, const void *b) {
    const struct entry *x = a, *y = b;
    return x->rank != y->rank ? x->rank - y->rank : x->index - y->index;
}

static int by_name(const void *a, const void *b) {
    const struct entry *x = a, *y = b;
    int order = x->rank != y->rank ? x->rank - y->rank : fold_compare(x->name, y->name);
    return order ? order : x->index - y->index;
}

/* What fits the typed words: names that begin with them first. While nothing is typed the one
 * that is chosen now comes first, so that Enter keeps it. */
static void find(struct entries *list, const char *typed, bool ordered) {
    int all = list->count;
    list->count = 0;
    for (int i = 0; i < all; i++) {
        struct entry e = list->items[i];
        enum fold_place name = place_in(e.name, typed), other = place_in(e.other, typed);
        if (name == FOLD_NOWHERE && other == FOLD_NOWHERE)
            continue;
        bool begins = name == FOLD_BEGINS || other == FOLD_BEGINS;
        e.rank = !*typed && e.chosen ? -2 : e.rank + (begins ? 0 : all);
        list->items[list->count++] = e;
    }
    if (list->count > 0)
        qsort(list->items, (size_t)list->count, sizeof *list->items, ordered ? by_rank : by_name);
}

/* ---- on screen */

static const char *row_key(struct ui *ui, const struct entry *e) {
    return ui_key(ui, "choose/%s", e->key);
}

static struct action find_field(struct ui *ui, const struct model *m, const struct entries *list, int current) {
    const char *text;
    struct text_field f = {
        .key = "choose/find",
        .label = tr(m->language, "Find"),
        .value = m->view->find,
        .limit = (int)sizeof m->view->find - 1,
        .lines = 1,
        .inside = true,
        .live = true,
        .hits = list->count,
        .enter = list->count > 0 ? row_key(ui, &list->items[current]) : NULL,
    };
    if (!ui_field(ui, &f, &text))
        return action_none;
    return (struct action){ .kind = ACTION_FIND, .text = arena_string(&ui->p->arena, text) };
}

static struct action rows(struct ui *ui, const struct model *m, const struct entries *list, int current) {
    const struct chooser *c = &choosers[m->view->choice];
    struct action out = { 0 };
    ui_panel(ui, 0);
    for (int i = 0; i < list->count; i++) {
        const struct entry *e = &list->items[i];
        struct row r = {
            .key = row_key(ui, e),
            .label = e->name,
            .text = e->text,
            .end = e->chosen ? tr(m->language, "Chosen") : NULL,
            .bold = e->chosen,
            .current = i == current,
            .group = "choose/row",
            .position = i + 1,
            .of = list->count,
        };
        ui_more_title(ui, e->name);
        if (ui_row(ui, &r))
            out = c->take(ui, m, e);
    }
    ui_panel_end(ui);
    return out;
}

struct action choose_show(struct ui *ui, const struct model *m) {
    const struct chooser *c = &choosers[m->view->choice];
    struct action out = frame_top(ui, m, NULL);
    action_take(&out, frame_footer(ui, m, &(struct frame_footer){ 0 }));
    struct entries list = { 0 };
    c->list(ui, m, &list);
    find(&list, ui_field_text(ui, "choose/find", m->view->find), c->ordered);
    int hit = ui->hit < list.count ? ui->hit : list.count - 1;

    ui_columns(ui, "choose", ui_body(ui), (struct column[]){ { 0.4f, false }, { 0.6f, false } }, 2);
    frame_problem(ui, m);
    ui_title(ui, trc(m->language, "choose", c->title), NULL);
    ui_words(ui, "choose/hint", TYPE_BODY, PAINT_QUIET, trc(m->language, "choose", c->hint), 0);
    ui_gap(ui, SPACE_3);
    action_take(&out, find_field(ui, m, &list, hit));
    ui_next_column(ui);
    if (list.count > 0)
        action_take(&out, rows(ui, m, &list, ui->typing ? hit : -1));
    else
        ui_words(ui, "choose/nothing", TYPE_BODY, PAINT_TEXT, tr(m->language, "Nothing in the list has these letters. Type fewer of them."),
                 0);
    ui_columns_end(ui);
    ui_default_field(ui, "choose/find");
    return out;
}
