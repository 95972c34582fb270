#include "note/maker.h"

#include <string.h>

/* ---- words */

const char *maker_ui(const struct maker *m, const char *text) {
    return tr(m->language, text);
}

const char *maker_content(const struct maker *m, const char *kind, const char *id, const char *field, const char *english) {
    return content_text(m->language, kind, id, field, english);
}

const char *maker_fact_name(const struct maker *m, enum fact fact) {
    return trc(m->language, "fact", facts[fact].label);
}

const char *maker_fact_value_name(const struct maker *m, enum fact fact, int value) {
    const struct fact_info *info = session_on_file(m->session) ? fact_in_file(fact) : &facts[fact];
    return trc(m->language, fact_context(fact), info->values[value - 1].label);
}

const char *maker_sign_name(const struct maker *m, int i) {
    return maker_content(m, "indicator", m->pack->indicators.items[i].id, "short", m->pack->indicators.items[i].short_name);
}

const char *maker_danger_name(const struct maker *m, int i) {
    const struct danger_question *q = &m->pack->dangers.items[i];
    return q->note ? maker_content(m, "danger", q->id, "note", q->note) : maker_content(m, "danger", q->id, "name", q->name);
}

const char *maker_activity_name(const struct maker *m, int i) {
    const struct activity *x = &m->pack->activities.activities.items[i];
    if (m->assessment->child && x->child_name)
        return maker_content(m, "activity", x->id, "child-name", x->child_name);
    return maker_content(m, "activity", x->id, "name", x->name);
}

const char *maker_outcome_name(const struct maker *m, int i) {
    return maker_content(m, "outcome", m->pack->rules.outcomes.items[i].id, "name", m->pack->rules.outcomes.items[i].name);
}

const char *maker_pair(const struct maker *m, const char *name, const char *value) {
    return tr_pair(m->arena, m->language, name, value);
}

void maker_add_to_list(const struct maker *m, struct buffer *list, const char *text) {
    if (list->size)
        buffer_add(list, trc(m->language, "between the entries of a list", "; "));
    buffer_add(list, text);
}

static const char *ground_words(const struct maker *m, struct ground g) {
    switch (g.kind) {
    case GROUND_SIGN: return maker_sign_name(m, g.index);
    case GROUND_FACT: {
        int value = session_fact(m->session, (enum fact)g.index);
        return maker_pair(m, maker_fact_name(m, (enum fact)g.index),
                          value ? maker_fact_value_name(m, (enum fact)g.index, value) : trc(m->language, "answer", "Not asked yet"));
    }
    case GROUND_DANGER: return maker_danger_name(m, g.index);
    case GROUND_ACTIVITY: return maker_activity_name(m, g.index);
    case GROUND_RULE: return m->pack->rules.rules.items[g.index].id;
    case GROUND_DEADLINE: return maker_fact_name(m, FACT_DEADLINE_WHAT);
    case GROUND_RAISE: return maker_ui(m, N_("The officer went higher"));
    }
    return "";
}

bool maker_may_tell(const struct maker *m, enum thing thing, int index) {
    return note_may_tell(m->pack, m->receiver, thing, index);
}

bool maker_shares(const struct maker *m, const char *field) {
    return note_shares(m->pack, m->receiver, field);
}

const char *maker_kept_back(const struct maker *m) {
    return maker_ui(m, N_("more, kept by the unit"));
}

const char *maker_grounds_words(const struct maker *m, const struct grounds *g) {
    struct buffer list = { .arena = m->arena };
    bool withheld = false;
    for (int i = 0; i < g->count; i++) {
        if (note_may_tell_ground(m->pack, m->receiver, g->items[i]))
            maker_add_to_list(m, &list, ground_words(m, g->items[i]));
        else
            withheld = true;
    }
    if (withheld)
        maker_add_to_list(m, &list, maker_kept_back(m));
    return buffer_text(&list);
}

bool maker_through_companion(const struct maker *m) {
    return !(m->view.firm_known & BIT(KNOWN_SAID));
}

const char *maker_known_text(const struct maker *m, unsigned known) {
    struct buffer list = { .arena = m->arena };
    for (int i = 0; i < known_words.count; i++)
        if (known & BIT(i))
            maker_add_to_list(m, &list, trc(m->language, "how known", known_labels[i]));
    if (known & BIT(KNOWN_SAID) && maker_through_companion(m))
        maker_add_to_list(m, &list, maker_ui(m, N_("through an interpreter who came with the person")));
    return list.size ? buffer_text(&list) : maker_ui(m, N_("not stated"));
}

/* ---- items */

struct note_item *maker_add_item(struct maker *m, const struct note_field *f, const char *id, const char *label, const char *text) {
    struct note_block *b = m->block;
    b->items.items = arena_grow(m->arena, b->items.items, b->items.count, &m->capacity, sizeof *b->items.items);
    struct note_item *item = &b->items.items[b->items.count++];
    *item = (struct note_item){ .field = f->id, .id = id, .label = label, .text = text };
    return item;
}

const char *maker_field_label(const struct maker *m, const struct note_field *f) {
    return maker_content(m, "note field", f->id, "label", f->label);
}

void maker_add_field(struct maker *m, const struct note_field *f, const char *text) {
    maker_add_item(m, f, NULL, maker_field_label(m, f), text);
}

void maker_add_missing(struct maker *m, const struct note_field *f) {
    if (!note_waits(m->session, f->id))
        maker_add_item(m, f, NULL, maker_field_label(m, f), maker_ui(m, N_("Not filled in")))->missing = true;
}

void maker_add_line(struct maker *m, struct note_item *item, const char *label, const char *text) {
    if (!text || !*text)
        return;
    item->lines.items = arena_grow(m->arena, item->lines.items, item->lines.count, &item->line_capacity, sizeof *item->lines.items);
    item->lines.items[item->lines.count++] = (struct note_line){ label, text };
}

const char *maker_sources_words(struct maker *m, const citations *c) {
    struct buffer list = { .arena = m->arena };
    for (int i = 0; i < c->count; i++) {
        const struct citation *x = &c->items[i];
        if (!strcmp(tag_words.words[x->tag], "own") && c->count > 1)
            continue; /* our own wording rests on the others */
        struct buffer one = { .arena = m->arena };
        m->cited[x->key.index] = true;
        buffer_printf(&one, "%s%s%s", m->pack->sources.items[x->key.index].key, x->place[0] ? ", " : "", x->place);
        if (!strcmp(tag_words.words[x->tag], "K"))
            buffer_printf(&one, " (%s)", maker_ui(m, N_("check before deployment")));
        maker_add_to_list(m, &list, buffer_text(&one));
    }
    return buffer_text(&list);
}
