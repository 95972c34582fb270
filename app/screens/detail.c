#include "screens/detail.h"

#include "screens/asking.h"
#include "screens/words.h"

#include <string.h>

static const struct note_field *field_at(const struct model *m, int field) {
    return &m->pack->note.fields.items[field];
}

int detail_find(const struct model *m, const char *id) {
    int field = pack_find(m->pack, THING_FIELD, id);
    return field >= 0 && field_at(m, field)->detail >= 0 ? field : -1;
}

const char *detail_label(const struct model *m, int field) {
    const struct note_field *f = field_at(m, field);
    return content_text(m->language, "note field", f->id, "label", f->label);
}

const struct slot *detail_slot(const struct model *m, int field) {
    return session_get(m->session, SLOT_DETAIL, field_at(m, field)->detail);
}

static struct action answer(struct ui *ui, const struct model *m, int field, struct slot value, const char *words) {
    return action_answer(ui, SLOT_DETAIL, field_at(m, field)->detail, value, kept_words(ui, m, detail_label(m, field), words));
}

/* ---- texts */

static bool can_be_read(const struct note_field *f, const char *text) {
    struct date_time t;
    int hour, minute;
    if (!*text)
        return true;
    if (f->source == NOTE_DATE)
        return date_read(text, &t);
    return f->source != NOTE_TIME || clock_read(text, &hour, &minute);
}

static const char *form_of(const struct model *m, const struct note_field *f) {
    if (f->source == NOTE_DATE)
        return tr(m->language, "As 2026-12-31: year, month, day.");
    if (f->source == NOTE_TIME)
        return tr(m->language, "As 14:20: hours and minutes.");
    return NULL;
}

/* What cannot be read stays in the field while it is typed, so the words can be mended. */
static struct action show_text(struct ui *ui, const struct model *m, const char *key, int field, const char *label) {
    const struct note_field *f = field_at(m, field);
    const struct slot *s = detail_slot(m, field);
    const char *form = form_of(m, f), *text;
    const char *hint = f->hint ? content_text(m->language, "note field", f->id, "hint", f->hint) : NULL;
    bool typing = !strcmp(ui->editing, key), unread = typing && !can_be_read(f, ui_field_text(ui, key, s->text));
    struct text_field box = {
        .key = key,
        .label = label,
        .value = s->text,
        .hint = form && typing ? form : hint,
        .problem = unread && strlen(ui_field_text(ui, key, s->text)) >= 5 && form ? form : NULL,
        .limit = form ? 10 : SESSION_TEXT_MAX,
        .lines = 1,
    };
    if (!ui_field(ui, &box, &text))
        return action_none;
    if (!can_be_read(f, text))
        return (struct action){ .kind = ACTION_SAY, .text = words_pair(ui, label, form) };
    return answer(ui, m, field, (struct slot){ .text = arena_string(&ui->p->arena, text) }, *text ? tr(m->language, "written") : "");
}

/* ---- choices */

/* As many as a slot has bits. */
#define VALUES_MAX 32

static struct key_item *make_items(struct ui *ui, const struct model *m, const struct note_field *f, const struct slot *s) {
    struct key_item *items = arena_alloc(&ui->p->arena, (size_t)f->values.count, sizeof *items);
    bool many = f->source == NOTE_CHOICES;
    for (int i = 0; i < f->values.count; i++) {
        const struct field_value *v = &f->values.items[i];
        items[i] = (struct key_item){
            .id = v->id,
            .label = content_text(m->language, "value", v->id, "label", v->label),
            .cap = i < 9 ? '1' + i : 0,
            .on = many ? (s->bits & BIT(i)) != 0 : s->value == i + 1,
        };
    }
    return items;
}

static struct action show_choices(struct ui *ui, const struct model *m, const char *key, int field, const char *label) {
    const struct note_field *f = field_at(m, field);
    struct slot s = *detail_slot(m, field);
    struct key_group g = { .key = key,
                           .label = label,
                           .items = make_items(ui, m, f, &s),
                           .count = f->values.count < VALUES_MAX ? f->values.count : VALUES_MAX,
                           .columns = 3,
                           .many = f->source == NOTE_CHOICES };
    ui_label(ui, label, NULL);
    int pressed = ui_keys(ui, &g);
    if (pressed < 0)
        return action_none;
    if (g.many)
        s.bits ^= BIT(pressed);
    else
        s.value = s.value == pressed + 1 ? 0 : pressed + 1;
    bool on = g.many ? (s.bits & BIT(pressed)) != 0 : s.value != 0;
    return answer(ui, m, field, s, on ? g.items[pressed].label : "");
}

struct action detail_show(struct ui *ui, const struct model *m, const char *screen, int field, const char *label) {
    const struct note_field *f = field_at(m, field);
    const char *key = ui_key(ui, "%s/%s", screen, f->id);
    label = label ? label : detail_label(m, field);
    switch ((enum field_source)f->source) {
    case NOTE_DERIVED:
    case NOTE_FIXED: return action_none;
    case NOTE_TEXT:
    case NOTE_DATE:
    case NOTE_TIME: return show_text(ui, m, key, field, label);
    case NOTE_CHOICE:
    case NOTE_CHOICES: return show_choices(ui, m, key, field, label);
    }
    return action_none;
}

struct action detail_show_id(struct ui *ui, const struct model *m, const char *screen, const char *id, const char *label) {
    int field = detail_find(m, id);
    return field < 0 ? action_none : detail_show(ui, m, screen, field, label);
}
