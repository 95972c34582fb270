#include "screens/finding.h"

#include "screens/fold.h"

#include <string.h>

/* ---- fitting */

static bool next_word(const char **at, struct bytes *word) {
    *at += strspn(*at, " ");
    *word = (struct bytes){ *at, strcspn(*at, " ") };
    *at += word->size;
    return word->size > 0;
}

int finding_rank(const char *typed, const char *name, const char *more) {
    struct bytes word;
    int rank = -1;
    while (next_word(&typed, &word)) {
        int place = (int)fold_place(name, word);
        if (place == FOLD_NOWHERE) {
            if (fold_place(more, word) > FOLD_BEGINS_WORD)
                return -1;
            place += 1;
        }
        rank = place > rank ? place : rank;
    }
    return rank;
}

void hits_add(struct hits *h, int item, int rank) {
    int at = h->count < HITS_MAX ? h->count : HITS_MAX;
    if (rank < 0)
        return;
    h->all++;
    while (at > 0 && h->ranks[at - 1] > rank)
        at--;
    if (at == HITS_MAX)
        return;
    h->count += h->count < HITS_MAX;
    for (int i = h->count - 1; i > at; i--) {
        h->items[i] = h->items[i - 1];
        h->ranks[i] = h->ranks[i - 1];
    }
    h->items[at] = item;
    h->ranks[at] = rank;
}

void hits_fit(struct ui *ui, struct hits *h, int lines, float below) {
    const struct region *r = ui->region;
    float row = ui_lines(ui, TYPE_LABEL, lines) + 13, field = ui_control(ui, 48, 1) + SPACE_3;
    int most = (int)((r->box.y + r->box.h - r->y - field - below) / (row < 60 ? 60 : row));
    h->count = h->count > most ? most : h->count;
    if (h->count < 1 && h->all > 0)
        h->count = 1;
}

/* ---- the field */

int hits_current(const struct ui *ui, const struct hits *h) {
    if (!*ui->editing)
        return -1;
    return ui->hit < h->count ? ui->hit : h->count - 1;
}

struct action finding_field(struct ui *ui, const struct model *m, const char *key, const char *end, const struct hits *h,
                            const char *enter) {
    const char *text;
    struct text_field f = {
        .key = key,
        .label = tr(m->language, "Find"),
        .value = m->view->find,
        .limit = (int)sizeof m->view->find - 1,
        .lines = 1,
        .inside = true,
        .end = end,
        .live = true,
        .hits = h->count,
        .enter = enter,
    };
    if (!ui_field(ui, &f, &text))
        return action_none;
    return (struct action){ .kind = ACTION_FIND, .text = arena_string(&ui->p->arena, text) };
}
