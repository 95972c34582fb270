#include "screens/deadline.h"

#include "core/fact.h"
#include "screens/asking.h"
#include "screens/words.h"

#include <string.h>

#define TIME_BYTES 25 /* the longest form: 2026-12-31T14:20:00+01:00 */

/* ---- reading and showing a time */

#define DIGITS "0123456789"

/* "9:05", "14.20", "1420" as "14:20"; false where it is no clock time. */
static bool read_clock(const char *typed, char clock[6]) {
    size_t digits = strspn(typed, DIGITS), hours = digits > 2 ? digits - 2 : 0;
    const char *minutes = typed + hours;
    int hour, minute;
    if (typed[digits] == ':' || typed[digits] == '.') {
        hours = digits;
        minutes = typed + digits + 1;
    }
    if (hours < 1 || hours > 2 || strlen(minutes) != 2 || strspn(minutes, DIGITS) != 2)
        return false;
    memcpy(clock, "00:00", 6);
    memcpy(clock + 2 - hours, typed, hours);
    memcpy(clock + 3, minutes, 2);
    return clock_read(clock, &hour, &minute);
}

const char *deadline_read(struct arena *a, const char *typed, const struct date_time *here) {
    char clock[6], day[11] = "", whole[DATE_TIME_SIZE];
    struct date_time t;
    if (date_time_read(typed, &t))
        return arena_string(a, typed);
    if (strlen(typed) > 11 && typed[10] == ' ') {
        memcpy(day, typed, 10);
        typed += 11;
    }
    if (!read_clock(typed, clock))
        return NULL;
    if (!*day)
        return arena_string(a, clock);
    if (!date_read(day, &t))
        return NULL;
    clock_read(clock, &t.hour, &t.minute);
    t.offset = here->offset;
    return arena_string(a, date_time_write(&t, whole));
}

/* As it would be typed. */
static const char *shown(struct ui *ui, const char *kept) {
    struct date_time t;
    if (kept && date_time_read(kept, &t))
        return ui_key(ui, "%04d-%02d-%02d %02d:%02d", t.year, t.month, t.day, t.hour, t.minute);
    return kept;
}

/* ---- answers */

/* A time alone does not say what ends then: it goes when its cause is taken back. */
static struct action with_time(struct ui *ui, const struct model *m, struct action what) {
    if (what.kind != ACTION_ANSWER || what.answers->value.value || !session_text(m->session, TEXT_DEADLINE))
        return what;
    struct answer *both = arena_alloc(&ui->p->arena, 2, sizeof *both);
    both[0] = what.answers[0];
    both[1] = (struct answer){ .kind = SLOT_TEXT, .index = TEXT_DEADLINE };
    what.answers = both;
    what.answer_count = 2;
    return what;
}

static struct action show_time(struct ui *ui, const struct model *m, const char *key) {
    const char *value = shown(ui, session_text(m->session, TEXT_DEADLINE)), *text;
    const char *typing = strcmp(ui->editing, key) ? "" : ui_field_text(ui, key, value);
    const char *form = tr(m->language, "As 14:20, or with the day: 2026-12-31 14:20");
    bool unread = strlen(typing) >= 5 && !deadline_read(&ui->p->arena, typing, &m->stamp->time);
    /* A day that is still being typed is no mistake yet. */
    unread = unread && !(strlen(typing) < 16 && strlen(typing) > 4 && typing[4] == '-');
    struct text_field f = { .key = key,
                            .label = tr(m->language, "Time"),
                            .value = value,
                            .hint = form,
                            .problem = unread ? form : NULL,
                            .limit = TIME_BYTES,
                            .lines = 1 };
    if (!ui_field(ui, &f, &text))
        return action_none;
    const char *kept = *text ? deadline_read(&ui->p->arena, text, &m->stamp->time) : "";
    if (!kept)
        return (struct action){ .kind = ACTION_SAY,
                                .text =
                                    tr(m->language, "That time could not be read. Write it as 14:20, or with the day: 2026-12-31 14:20") };
    return action_answer(ui, SLOT_TEXT, TEXT_DEADLINE, (struct slot){ .text = kept }, kept_words(ui, m, f.label, shown(ui, kept)));
}

/* What was opened is wanted: the focus goes there, so that it shows. */
static const char *first_key(struct ui *ui, const char *screen, int what) {
    const struct fact_info *f = &facts[FACT_DEADLINE_WHAT];
    return ui_key(ui, "%s/%s/%s", screen, f->path, f->values[what ? what - 1 : 0].word);
}

struct action deadline_show(struct ui *ui, const struct model *m, const char *screen) {
    int what = session_fact(m->session, FACT_DEADLINE_WHAT);
    struct disclosure d = {
        .key = ui_key(ui, "%s/deadline", screen),
        .label = what ? trc(m->language, "fact", facts[FACT_DEADLINE_WHAT].label) : tr(m->language, "Set a deadline"),
        .end = what ? deadline_words_of(ui, m) : NULL,
        .open = m->view->more,
        .shortcut = true,
    };
    struct action out = { 0 };
    if (ui_disclosure(ui, &d))
        out = (struct action){ .kind = ACTION_MORE, .focus = d.open ? NULL : first_key(ui, screen, what) };
    if (!d.open)
        return out;
    ui_gap(ui, SPACE_3);
    action_take(&out, with_time(ui, m, fact_keys(ui, m, screen, FACT_DEADLINE_WHAT, 2)));
    if (what) {
        ui_gap(ui, SPACE_3);
        action_take(&out, show_time(ui, m, ui_key(ui, "%s/time", screen)));
    }
    return out;
}
