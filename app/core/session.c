#include "core/session.h"

#include "core/fact.h"

#include <assert.h>
#include <string.h>

/* The slots of one kind stand together, the kinds in the order of the enum. */
static int kind_count(const struct pack *p, enum slot_kind kind) {
    switch (kind) {
    case SLOT_FACT: return FACT_COUNT;
    case SLOT_TEXT: return TEXT_COUNT;
    case SLOT_RAISE: return 1;
    case SLOT_ACTIVITY: return SESSION_ACTIVITIES;
    case SLOT_DANGER: return p->dangers.count;
    case SLOT_SIGN: return p->indicators.count;
    case SLOT_DETAIL: return p->detail_count;
    }
    return 0;
}

int session_slot_index(const struct session *s, enum slot_kind kind, int index) {
    assert(index >= 0 && index < kind_count(s->pack, kind));
    for (int k = SLOT_FACT; k < (int)kind; k++)
        index += kind_count(s->pack, (enum slot_kind)k);
    return index;
}

int session_slot_count(const struct pack *p) {
    int count = 0;
    for (int k = SLOT_FACT; k <= SLOT_DETAIL; k++)
        count += kind_count(p, (enum slot_kind)k);
    return count;
}

struct session session_new(struct arena *a, const struct pack *p, int setting) {
    struct session s = { .arena = a, .pack = p, .setting = setting };
    s.slots = arena_alloc(a, (size_t)session_slot_count(p), sizeof *s.slots);
    return s;
}

const struct slot *session_get(const struct session *s, enum slot_kind kind, int index) {
    return &s->slots[session_slot_index(s, kind, index)];
}

static bool same_text(const char *a, const char *b) {
    return a == b || (a && b && !strcmp(a, b));
}

static bool same(const struct slot *a, const struct slot *b) {
    return a->value == b->value && a->known == b->known && a->bits == b->bits && a->when == b->when && same_text(a->text, b->text)
           && same_text(a->remark, b->remark);
}

static const char *keep(struct session *s, const char *text) {
    return text && *text ? arena_string(s->arena, text) : NULL;
}

void session_set_more(struct session *s, enum slot_kind kind, int index, struct slot value) {
    int at = session_slot_index(s, kind, index);
    if (value.text && !*value.text)
        value.text = NULL;
    if (value.remark && !*value.remark)
        value.remark = NULL;
    if (same(&s->slots[at], &value))
        return;
    value.text = keep(s, value.text);
    value.remark = keep(s, value.remark);
    s->changes = arena_grow(s->arena, s->changes, s->change_count, &s->change_capacity, sizeof *s->changes);
    s->changes[s->change_count++] = (struct change){ at, s->step, s->slots[at] };
    s->redo_count = 0;
    s->slots[at] = value;
}

void session_set(struct session *s, enum slot_kind kind, int index, struct slot value) {
    s->step++;
    session_set_more(s, kind, index, value);
}

static void swap_change(struct session *s, struct change *c) {
    struct slot now = s->slots[c->slot];
    s->slots[c->slot] = c->other;
    c->other = now;
}

bool session_undo(struct session *s) {
    if (s->change_count == 0)
        return false;
    int step = s->changes[s->change_count - 1].step;
    while (s->change_count > 0 && s->changes[s->change_count - 1].step == step) {
        swap_change(s, &s->changes[--s->change_count]);
        s->redo_count++;
    }
    return true;
}

bool session_redo(struct session *s) {
    if (s->redo_count == 0)
        return false;
    int step = s->changes[s->change_count].step;
    while (s->redo_count > 0 && s->changes[s->change_count].step == step) {
        swap_change(s, &s->changes[s->change_count++]);
        s->redo_count--;
    }
    return true;
}

int session_fact(const struct session *s, enum fact fact) {
    return session_get(s, SLOT_FACT, (int)fact)->value;
}

enum state session_sign(const struct session *s, int indicator) {
    return (enum state)session_get(s, SLOT_SIGN, indicator)->value;
}

enum danger session_danger(const struct session *s, int danger) {
    return (enum danger)session_get(s, SLOT_DANGER, danger)->value;
}

const char *session_text(const struct session *s, enum session_text text) {
    return session_get(s, SLOT_TEXT, (int)text)->text;
}

bool session_next_code(const char **at, struct bytes *code) {
    if (!*at || !**at)
        return false;
    *code = (struct bytes){ *at, strcspn(*at, " ") };
    *at += code->size + ((*at)[code->size] == ' ');
    return true;
}

const char *session_place(const struct session *s) {
    const char *place = session_text(s, TEXT_SERVES);
    return place ? place : session_text(s, TEXT_STANDS);
}

int session_look_again(struct session *s, int sign) {
    const struct pack *p = s->pack;
    int first = -1;
    for (int i = p->dangers.count - 1; i >= 0; i--)
        if (refs_have(&p->dangers.items[i].again, sign) && session_danger(s, i) == DANGER_NONE_NOTED) {
            session_set_more(s, SLOT_DANGER, i, (struct slot){ .value = DANGER_NOT_ASKED });
            first = i;
        }
    return first;
}

bool session_asks_again(const struct session *s, int danger) {
    const struct refs *again = &s->pack->dangers.items[danger].again;
    for (int i = 0; i < again->count && session_danger(s, danger) == DANGER_NOT_ASKED; i++)
        if (session_sign(s, again->items[i].index) == STATE_NOTED)
            return true;
    return false;
}

bool session_asks_wish(const struct session *s, bool child, enum fact wish) {
    int kind = s->pack->settings.items[s->setting].kind;
    bool asylum = kind == PLACE_CONSULAR || kind == PLACE_ASYLUM;
    if (wish == FACT_WISH_ASYLUM)
        return !asylum;
    if (wish == FACT_WISH_CONSULATE)
        return !asylum && !child && session_fact(s, FACT_WISH_ASYLUM) == fact_value_find(FACT_WISH_ASYLUM, "no");
    return true;
}

bool session_on_file(const struct session *s) {
    return s->pack->settings.items[s->setting].quick.file.count > 0
           && session_fact(s, FACT_TALK_MODE) == fact_value_find(FACT_TALK_MODE, "file");
}

const struct refs *session_quick(const struct session *s, bool child) {
    const struct quick_set *quick = &s->pack->settings.items[s->setting].quick;
    const struct refs *file = child ? &quick->file_child : &quick->file;
    if (session_on_file(s) && file->count > 0)
        return file;
    return child ? &quick->child : &quick->adult;
}

line_list session_lines(struct arena *a, const struct session *s, const line_list *lines) {
    return pack_lines_at(a, lines, s->pack->settings.items[s->setting].kind);
}

line_list session_steps(struct arena *a, const struct session *s, int outcome, bool child) {
    const struct outcome *o = &s->pack->rules.outcomes.items[outcome];
    if (session_on_file(s) && o->steps_for_file.count > 0)
        return session_lines(a, s, &o->steps_for_file);
    return session_lines(a, s, child && o->steps_for_child.count > 0 ? &o->steps_for_child : &o->steps);
}

line_list session_begin(struct arena *a, const struct session *s, bool child) {
    const struct setting *setting = &s->pack->settings.items[s->setting];
    return session_lines(a, s, child && setting->begin_for_child.count > 0 ? &setting->begin_for_child : &setting->begin);
}

bool session_setting_has(const struct session *s, int indicator) {
    const struct setting *setting = &s->pack->settings.items[s->setting];
    return ids_find(&setting->signs, s->pack->indicators.items[indicator].id) >= 0;
}

bool stamp_reference_valid(const char *reference) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    return strlen(reference) == 7 && strspn(reference, letters) == 2 && reference[2] == '-' && strspn(reference + 3, letters) == 4;
}
