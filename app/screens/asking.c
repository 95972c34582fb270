#include "screens/asking.h"

#include <stdio.h>
#include <string.h>

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

bool has_focus_in(const struct ui *ui, const char *group) {
    size_t size = strlen(group);
    return !strncmp(ui->focus, group, size) && ui->focus[size] == '/';
}

/* ---- facts */

/* Where only a file is here, it is asked what the file says; and before that, whether somebody is. */
static const struct fact_info *info_of(const struct model *m, enum fact fact) {
    bool file = m->session && (fact == FACT_TALK_MODE ? model_has_files(m) : session_on_file(m->session));
    return file ? fact_in_file(fact) : &facts[fact];
}

const char *fact_question(const struct model *m, enum fact fact) {
    return trc(m->language, "question", info_of(m, fact)->question);
}

const char *fact_answer(const struct model *m, enum fact fact, int value) {
    char context[64];
    if (value == 0)
        return "";
    snprintf(context, sizeof context, "%s key", fact_context(fact));
    return trc(m->language, context, info_of(m, fact)->values[value - 1].key);
}

static struct key_item *fact_items(struct ui *ui, const struct model *m, enum fact fact, int count) {
    int now = session_fact(m->session, fact);
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
                         kept_words(ui, m, trc(m->language, "fact", info_of(m, fact)->label), fact_answer(m, fact, value)));
}

/* The last value may be no key. "Not asked yet" is what taking an answer back gives. A file alone is
 * looked at where files are; elsewhere it only shows where it was said before. */
static bool last_is_key(const struct model *m, enum fact fact) {
    int last = facts[fact].value_count;
    if (fact == FACT_TALK_MODE)
        return model_has_files(m) || session_fact(m->session, fact) == last;
    return strcmp(facts[fact].values[last - 1].word, "not-asked") != 0;
}

static struct key_group fact_group(struct ui *ui, const struct model *m, const char *screen, enum fact fact) {
    int count = facts[fact].value_count - !last_is_key(m, fact);
    return (struct key_group){
        .key = ui_key(ui, "%s/%s", screen, facts[fact].path),
        .label = fact_question(m, fact),
        .items = fact_items(ui, m, fact, count),
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

/* ---- how something is known */

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
