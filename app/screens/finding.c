#include "screens/finding.h"

#include "base/utf8.h"

#include <string.h>

/* ---- letters */

/* Letters that stand in the same order twice: capital ones, then small ones so far behind. */
static const struct letters {
    uint32_t from, to, by;
} capitals[] = {
    { 'A', 'Z', 32 },     { 0xC0, 0xD6, 32 },   { 0xD8, 0xDE, 32 },   { 0x391, 0x3A9, 32 },
    { 0x400, 0x40F, 80 }, { 0x410, 0x42F, 32 }, { 0x531, 0x556, 48 },
};
/* Letters that stand in pairs: an even capital one, then the small one. */
static const struct letters even_pairs[] = {
    { 0x100, 0x137, 1 }, { 0x14A, 0x177, 1 }, { 0x460, 0x481, 1 }, { 0x48A, 0x4BF, 1 }, { 0x1E00, 0x1EFF, 1 }
};
static const struct letters odd_pairs[] = { { 0x139, 0x148, 1 }, { 0x179, 0x17E, 1 }, { 0x4C1, 0x4CE, 1 } };

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

static const struct letters *find_letters(const struct letters *list, int count, uint32_t c) {
    for (int i = 0; i < count; i++)
        if (c >= list[i].from && c <= list[i].to)
            return &list[i];
    return NULL;
}

static uint32_t small(uint32_t c) {
    const struct letters *l = find_letters(capitals, COUNT(capitals), c);
    if (l)
        return c + l->by;
    if (find_letters(even_pairs, COUNT(even_pairs), c))
        return c | 1;
    return find_letters(odd_pairs, COUNT(odd_pairs), c) && c % 2 ? c + 1 : c;
}

/* ---- fitting */

static bool begins_with(const char *text, const char *end, struct bytes word) {
    const char *at = word.data, *stop = word.data + word.size;
    while (at < stop) {
        if (text == end || small(utf8_next(&text, end)) != small(utf8_next(&at, stop)))
            return false;
    }
    return true;
}

static bool is_between(char c) {
    return c == ' ' || c == '-' || c == '(' || c == '/' || c == ',';
}

enum { BEGINS, BEGINS_WORD, INSIDE, NOWHERE };

static int place_of(const char *text, struct bytes word) {
    const char *end = text + strlen(text), *at = text;
    int best = NOWHERE;
    if (begins_with(text, end, word))
        return BEGINS;
    while (at < end && best > BEGINS_WORD) {
        bool begins = at > text && is_between(at[-1]);
        if ((begins || best > INSIDE) && begins_with(at, end, word))
            best = begins ? BEGINS_WORD : INSIDE;
        utf8_next(&at, end);
    }
    return best;
}

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
        int place = place_of(name, word);
        if (place == NOWHERE) {
            if (place_of(more, word) > BEGINS_WORD)
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
