/* The note block by block: which fields there are, and those that are typed or fixed. */
#include "note/maker.h"

#include <string.h>

bool note_waits(const struct session *s, const char *field) {
    static const char *const fields[] = { "talk",   "interpreter", "person-where", "docs-where",     "danger-noted", "needs",
                                          "wishes", "wants",       "fears",        "agree-referral", "info-given",   "heard-summary" };
    for (size_t i = 0; session_on_file(s) && i < sizeof fields / sizeof *fields; i++)
        if (!strcmp(fields[i], field))
            return true;
    return false;
}

static const char *value_name(const struct maker *m, const struct note_field *f, int i) {
    return maker_content(m, "value", f->values.items[i].id, "label", f->values.items[i].label);
}

static const char *typed_text(const struct maker *m, const struct note_field *f) {
    const struct slot *slot = session_get(m->session, SLOT_DETAIL, f->detail);
    struct buffer list = { .arena = m->arena };
    if (slot->value)
        return value_name(m, f, slot->value - 1);
    for (int i = 0; i < f->values.count; i++)
        if (slot->bits & BIT(i))
            maker_add_to_list(m, &list, value_name(m, f, i));
    return list.size ? buffer_text(&list) : slot->text;
}

static bool tells_identity(const struct maker *m, const struct note_field *f) {
    return refs_have(&m->pack->note.identity, (int)(f - m->pack->note.fields.items));
}

static bool is_shown(const struct maker *m, const struct note_field *f) {
    return maker_shares(m, f->id) && (!f->has_when || evaluate(&m->view, &f->when, NULL) == YES);
}

/* Nobody has to say from a file that a child's agreement is not waited for. */
static const char *child_text(const struct maker *m, const struct note_field *f) {
    for (int i = 0; m->assessment->child && note_waits(m->session, f->id) && i < f->values.count; i++)
        if (f->values.items[i].naming == NAMING_GROUND)
            return value_name(m, f, i);
    return NULL;
}

static void make_typed_field(struct maker *m, const struct note_field *f) {
    const char *text = typed_text(m, f);
    if (!text)
        text = child_text(m, f);
    if (text)
        maker_add_field(m, f, text);
    else if (f->need == NEED_REQUIRED)
        maker_add_missing(m, f);
}

static void make_field(struct maker *m, const struct note_field *f) {
    if (f->source == NOTE_DERIVED)
        maker_derive(m, f);
    else if (f->source == NOTE_FIXED)
        maker_add_field(m, f, maker_content(m, "note field", f->id, "text", f->text));
    else
        make_typed_field(m, f);
}

/* What would tell who the person is says only that the unit knows. */
static void make_field_anonymous(struct maker *m, const struct note_field *f) {
    int before = m->block->items.count;
    make_field(m, f);
    for (int i = before; i < m->block->items.count; i++) {
        struct note_item *item = &m->block->items.items[i];
        if (!item->missing)
            *item = (struct note_item){ .field = f->id, .label = item->label, .text = maker_ui(m, N_("Known to the unit")) };
    }
}

/* Conditions on fields see the outcomes of the assessment, the officer's raise included. */
static struct view view_of_assessment(struct arena *a, const struct pack *p, const struct session *s, const struct assessment *r,
                                      const struct stamp *stamp) {
    struct view v = view_make(a, p, s, stamp, true);
    for (int i = 0; i < r->outcomes.count; i++)
        v.outcomes |= BIT(r->outcomes.items[i]);
    return v;
}

static bool receives(const struct pack *p, const struct assessment *r, int route) {
    return findings_find(&r->routes, route) && p->routes.routes.items[route].receives_note;
}

int note_receiver(const struct session *s, const struct assessment *r) {
    const struct pack *p = s->pack;
    if (session_on_file(s))
        return -1;
    /* A child beside an adult has a route too, but the note is about the adult, whom it needs to ask. */
    bool adult = !r->child && p->rules.outcomes.items[r->outcomes.items[r->outcomes.count - 1]].for_child.index >= 0;
    if (adult && receives(p, r, p->routes.adult.index))
        return p->routes.adult.index;
    for (int i = 0; i < r->routes.count; i++)
        if (p->routes.routes.items[r->routes.items[i].index].receives_note)
            return r->routes.items[i].index;
    return r->child ? p->routes.child.index : p->routes.adult.index;
}

struct note note_make(struct arena *a, const struct pack *p, const struct session *s, const struct assessment *r, int receiver,
                      const struct language *l, const struct stamp *stamp) {
    struct maker m = { .arena = a, .pack = p, .session = s, .assessment = r, .language = l, .stamp = stamp, .receiver = receiver };
    m.view = view_of_assessment(a, p, s, r, stamp);
    m.cited = arena_alloc(a, (size_t)p->sources.count, sizeof *m.cited);
    bool named = note_may_name(p, receiver, s, r->child);
    struct note n = { .language = l, .pack = p, .session = s, .assessment = r, .stamp = stamp, .receiver = receiver };
    n.title = maker_content(&m, "note", NULL, "title", p->note.title);
    n.blocks.items = arena_alloc(a, (size_t)p->note.blocks.count, sizeof *n.blocks.items);
    for (int b = 0; b < p->note.blocks.count; b++) {
        const struct note_block_plan *plan = &p->note.blocks.items[b];
        m.block = &n.blocks.items[n.blocks.count];
        m.capacity = 0;
        *m.block = (struct note_block){ .id = plan->id,
                                        .small = plan->small,
                                        .title = maker_content(&m, "note block", plan->id, "title", plan->title) };
        for (int i = 0; i < plan->fields.count; i++) {
            const struct note_field *f = &p->note.fields.items[plan->fields.items[i].index];
            if (!is_shown(&m, f))
                continue;
            if (tells_identity(&m, f) && !named)
                make_field_anonymous(&m, f);
            else
                make_field(&m, f);
        }
        n.blocks.count += m.block->items.count > 0;
    }
    n.named = named;
    return n;
}
