#include "screens/sign_list.h"

#include "core/evaluate.h"
#include "core/fact.h"
#include "screens/asking.h"
#include "screens/detail.h"
#include "screens/words.h"

/* ---- which signs */

static const int *copy_refs(struct ui *ui, const struct refs *from) {
    int *signs = arena_alloc(&ui->p->arena, (size_t)from->count, sizeof *signs);
    for (int i = 0; i < from->count; i++)
        signs[i] = from->items[i].index;
    return signs;
}

static struct sign_list quick_set(struct ui *ui, const struct model *m) {
    const struct refs *signs = session_quick(m->session, model_is_child(m));
    return (struct sign_list){ tr(m->language, "Quick set"), copy_refs(ui, signs), signs->count, true };
}

bool prompt_fits(struct ui *ui, const struct model *m, const struct prompt *p) {
    struct view view = view_make(&ui->p->arena, m->pack, m->session, m->stamp, false);
    return evaluate(&view, &p->when, NULL) == YES;
}

static bool has_sign(const int *signs, int count, int sign) {
    for (int i = 0; i < count; i++)
        if (signs[i] == sign)
            return true;
    return false;
}

/* Those of the setting, each once; answered ones stay, so that no row moves. */
static struct sign_list prompted(struct ui *ui, const struct model *m) {
    int *signs = arena_alloc(&ui->p->arena, (size_t)m->pack->indicators.count, sizeof *signs), count = 0;
    for (int i = 0; i < m->pack->prompts.prompts.count; i++) {
        const struct prompt *p = &m->pack->prompts.prompts.items[i];
        if (!prompt_fits(ui, m, p))
            continue;
        for (int k = 0; k < p->signs.count; k++) {
            int sign = p->signs.items[k].index;
            if (session_setting_has(m->session, sign) && !has_sign(signs, count, sign))
                signs[count++] = sign;
        }
    }
    return (struct sign_list){ tr(m->language, "For this person"), signs, count, false };
}

static struct sign_list single(struct ui *ui, const struct model *m) {
    int *sign = arena_alloc(&ui->p->arena, 1, sizeof *sign);
    *sign = m->view->single;
    return (struct sign_list){ tr(m->language, "One sign"), sign, 1, false };
}

struct sign_list sign_list_make(struct ui *ui, const struct model *m, int list) {
    const struct setting *s = model_setting(m);
    if (list == LIST_PROMPTS)
        return prompted(ui, m);
    if (list == LIST_SINGLE)
        return single(ui, m);
    if (list < 0 || list >= s->groups.count)
        return quick_set(ui, m);
    const struct group *g = &s->groups.items[list];
    return (struct sign_list){ content_text(m->language, "group", g->id, "title", g->title), copy_refs(ui, &g->signs), g->signs.count,
                               false };
}

/* ---- how far */

int sign_list_rows(const struct sign_list *l) {
    return l->count + l->open_question;
}

int sign_list_row(const struct model *m, const struct sign_list *l) {
    int row = m->view->row, last = sign_list_rows(l) - 1;
    return row > last ? last : row < 0 ? 0 : row;
}

int sign_list_count(const struct model *m, const struct sign_list *l, bool noted) {
    int count = 0;
    for (int i = 0; i < l->count; i++) {
        enum state state = session_sign(m->session, l->signs[i]);
        count += noted ? state == STATE_NOTED : state != STATE_NOT_ASKED;
    }
    return count;
}

const char *sign_list_progress(struct ui *ui, const struct model *m, const struct sign_list *l) {
    const char *answered = ui_key(ui, "%d", sign_list_count(m, l, false)), *all = ui_key(ui, "%d", l->count);
    /* TRANSLATORS: how many signs of a list are answered: "5 of 7 answered". */
    return ui_fill(ui, tr(m->language, "{count} of {all} answered"), (struct fill[]){ { "count", answered }, { "all", all } }, 2);
}

/* ---- rows */

/* The answer to the open question, in a few words. */
static const char *open_question_words(struct ui *ui, const struct model *m) {
    int help = session_fact(m->session, FACT_WISH_HELP), field = detail_find(m, "own-words");
    struct fill fill = { "answer", fact_answer(m, FACT_WISH_HELP, help) };
    if (help)
        return ui_fill(ui, tr(m->language, "Asked for help: {answer}"), &fill, 1);
    if (field >= 0 && detail_slot(m, field)->text)
        return tr(m->language, "Own words written");
    return trc(m->language, "answer", state_labels[STATE_NOT_ASKED]);
}

static struct row row_of(struct ui *ui, const struct model *m, const struct sign_list *l, int row) {
    bool question = row == l->count;
    const char *words = question ? open_question_words(ui, m) : sign_state_words(ui, m, l->signs[row]);
    return (struct row){
        .key = question ? "signs/list/open-question" : ui_key(ui, "signs/list/%s", m->pack->indicators.items[l->signs[row]].id),
        .icon = question ? ICON_SAID : state_icon(session_sign(m->session, l->signs[row])),
        .label = question ? tr(m->language, "One open question") : sign_name(m, l->signs[row]),
        .text = ui->portrait ? NULL : words,
        .end = ui->portrait ? words : NULL,
        .current = row == sign_list_row(m, l),
        .group = "signs/list",
        .position = row + 1,
        .of = sign_list_rows(l),
    };
}

const char *sign_list_answer_key(struct ui *ui, const struct model *m, const struct sign_list *l, int row) {
    if (row == l->count) {
        int help = session_fact(m->session, FACT_WISH_HELP);
        bool none = help == 0 || help == fact_value_find(FACT_WISH_HELP, "not-asked");
        return ui_key(ui, "signs/%s/%s", facts[FACT_WISH_HELP].path, none ? "yes" : facts[FACT_WISH_HELP].values[help - 1].word);
    }
    enum state state = session_sign(m->session, l->signs[row]);
    return ui_key(ui, "signs/%s/%s", m->pack->indicators.items[l->signs[row]].id, state_words.words[state ? state : STATE_NOTED]);
}

/* The keyboard goes on to the answers of the row that was opened. */
static struct action open_row(struct ui *ui, const struct model *m, const struct sign_list *l, int row) {
    const char *focus = m->view->screen == SCREEN_SIGNS ? sign_list_answer_key(ui, m, l, row) : NULL;
    return (struct action){ .kind = ACTION_OPEN_LIST, .index = m->view->list, .value = row, .focus = focus };
}

static struct action show_rows(struct ui *ui, const struct model *m) {
    struct sign_list l = sign_list_make(ui, m, m->view->list);
    struct action out = { 0 };
    ui_panel_heading(ui, "signs/list/title", l.title, sign_list_progress(ui, m, &l));
    for (int i = 0; i < sign_list_rows(&l); i++) {
        struct row r = row_of(ui, m, &l, i);
        if (ui_row(ui, &r))
            out = open_row(ui, m, &l, i);
    }
    return out;
}

static struct action show_more(struct ui *ui, const struct model *m) {
    struct row more = {
        .key = "signs/more", .icon = ICON_MENU, .label = tr(m->language, "More signs, by group"), .bold = true, .arrow = true
    };
    return ui_row(ui, &more) ? action_go(SCREEN_GROUPS) : action_none;
}

struct action sign_list_show(struct ui *ui, const struct model *m) {
    ui_panel(ui, 0);
    struct action out = show_rows(ui, m);
    ui_pin(ui);
    action_take(&out, show_more(ui, m));
    ui_panel_end(ui);
    return out;
}

struct action sign_list_inline(struct ui *ui, const struct model *m) {
    ui_panel(ui, 0);
    struct action out = show_rows(ui, m);
    action_take(&out, show_more(ui, m));
    ui_panel_end(ui);
    return out;
}
