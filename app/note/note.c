#include "note/note.h"

#include <string.h>

/* What is being made. */
struct maker {
    struct arena *arena;
    const struct pack *pack;
    const struct session *session;
    const struct assessment *assessment;
    const struct language *language;
    const struct stamp *stamp;
    struct view view; /* with the outcomes of the assessment */
    int receiver;
    struct note_block *block;
    int capacity; /* of the items of the block */
    bool *cited;  /* sources that stand in the note: its last block names them in full */
};

/* ---- words */

static const char *ui(const struct maker *m, const char *text) {
    return tr(m->language, text);
}

static const char *content(const struct maker *m, const char *kind, const char *id, const char *field, const char *english) {
    return content_text(m->language, kind, id, field, english);
}

static const char *fact_name(const struct maker *m, enum fact fact) {
    return trc(m->language, "fact", facts[fact].label);
}

static const char *fact_value_name(const struct maker *m, enum fact fact, int value) {
    return trc(m->language, fact_context(fact), facts[fact].values[value - 1].label);
}

static const char *sign_name(const struct maker *m, int i) {
    return content(m, "indicator", m->pack->indicators.items[i].id, "short", m->pack->indicators.items[i].short_name);
}

/* What the note calls a danger: less than the question, where the question says too much. */
static const char *danger_name(const struct maker *m, int i) {
    const struct danger_question *q = &m->pack->dangers.items[i];
    return q->note ? content(m, "danger", q->id, "note", q->note) : content(m, "danger", q->id, "name", q->name);
}

static const char *activity_name(const struct maker *m, int i) {
    const struct activity *x = &m->pack->activities.activities.items[i];
    if (m->assessment->child && x->child_name)
        return content(m, "activity", x->id, "child-name", x->child_name);
    return content(m, "activity", x->id, "name", x->name);
}

static const char *outcome_name(const struct maker *m, int i) {
    return content(m, "outcome", m->pack->rules.outcomes.items[i].id, "name", m->pack->rules.outcomes.items[i].name);
}

/* TRANSLATORS: between a name and its value where they stand in one line; {name}: {value} */
static const char *pair(const struct maker *m, const char *name, const char *value) {
    struct buffer b = { .arena = m->arena };
    const struct fill fills[] = { { "name", name }, { "value", value } };
    buffer_fill(&b, ui(m, N_("{name}: {value}")), fills, 2);
    return buffer_text(&b);
}

static void add_to_list(const struct maker *m, struct buffer *list, const char *text) {
    if (list->size)
        buffer_add(list, trc(m->language, "between the entries of a list", "; "));
    buffer_add(list, text);
}

static const char *ground_words(const struct maker *m, struct ground g) {
    switch (g.kind) {
    case GROUND_SIGN: return sign_name(m, g.index);
    case GROUND_FACT: {
        int value = session_fact(m->session, (enum fact)g.index);
        return pair(m, fact_name(m, (enum fact)g.index),
                    value ? fact_value_name(m, (enum fact)g.index, value) : trc(m->language, "answer", "Not asked yet"));
    }
    case GROUND_DANGER: return danger_name(m, g.index);
    case GROUND_ACTIVITY: return activity_name(m, g.index);
    case GROUND_RULE: return m->pack->rules.rules.items[g.index].id;
    case GROUND_DEADLINE: return fact_name(m, FACT_DEADLINE_WHAT);
    case GROUND_RAISE: return ui(m, N_("The officer went higher"));
    }
    return "";
}

static bool may_tell(const struct maker *m, enum thing thing, int index) {
    return note_may_tell(m->pack, m->receiver, thing, index);
}

static const char *kept_back(const struct maker *m) {
    return ui(m, N_("more, kept by the unit"));
}

static const char *grounds_words(const struct maker *m, const struct grounds *g) {
    struct buffer list = { .arena = m->arena };
    bool withheld = false;
    for (int i = 0; i < g->count; i++) {
        if (note_may_tell_ground(m->pack, m->receiver, g->items[i]))
            add_to_list(m, &list, ground_words(m, g->items[i]));
        else
            withheld = true;
    }
    if (withheld)
        add_to_list(m, &list, kept_back(m));
    return buffer_text(&list);
}

/* What was said through someone who came along is not firm (rulings 4). */
static bool through_companion(const struct maker *m) {
    return !(m->view.firm_known & BIT(KNOWN_SAID));
}

static const char *known_text(const struct maker *m, unsigned known) {
    struct buffer list = { .arena = m->arena };
    for (int i = 0; i < known_words.count; i++)
        if (known & BIT(i))
            add_to_list(m, &list, trc(m->language, "how known", known_labels[i]));
    if (known & BIT(KNOWN_SAID) && through_companion(m))
        add_to_list(m, &list, ui(m, N_("through an interpreter who came with the person")));
    return list.size ? buffer_text(&list) : ui(m, N_("not stated"));
}

/* ---- items */

static struct note_item *add_item(struct maker *m, const struct note_field *f, const char *id, const char *label, const char *text) {
    struct note_block *b = m->block;
    b->items.items = arena_grow(m->arena, b->items.items, b->items.count, &m->capacity, sizeof *b->items.items);
    struct note_item *item = &b->items.items[b->items.count++];
    *item = (struct note_item){ .field = f->id, .id = id, .label = label, .text = text };
    return item;
}

static const char *field_label(const struct maker *m, const struct note_field *f) {
    return content(m, "note field", f->id, "label", f->label);
}

static void add_field(struct maker *m, const struct note_field *f, const char *text) {
    add_item(m, f, NULL, field_label(m, f), text);
}

static void add_missing(struct maker *m, const struct note_field *f) {
    add_item(m, f, NULL, field_label(m, f), ui(m, N_("Not filled in")))->missing = true;
}

static void add_line(struct maker *m, struct note_item *item, const char *label, const char *text) {
    if (!text || !*text)
        return;
    item->lines.items = arena_grow(m->arena, item->lines.items, item->lines.count, &item->line_capacity, sizeof *item->lines.items);
    item->lines.items[item->lines.count++] = (struct note_line){ label, text };
}

/* "CETS197, art. 10(2)"; several with semicolons. A text from general knowledge alone says that
 * somebody must check it. */
static const char *sources_words(struct maker *m, const citations *c) {
    struct buffer list = { .arena = m->arena };
    for (int i = 0; i < c->count; i++) {
        const struct citation *x = &c->items[i];
        if (!strcmp(tag_words.words[x->tag], "own") && c->count > 1)
            continue; /* our own wording rests on the others */
        struct buffer one = { .arena = m->arena };
        m->cited[x->key.index] = true;
        buffer_printf(&one, "%s%s%s", m->pack->sources.items[x->key.index].key, x->place[0] ? ", " : "", x->place);
        if (!strcmp(tag_words.words[x->tag], "K"))
            buffer_printf(&one, " (%s)", ui(m, N_("check before deployment")));
        add_to_list(m, &list, buffer_text(&one));
    }
    return buffer_text(&list);
}

/* ---- derived fields: one function each, named after the field */

static void derive_note_ref(struct maker *m, const struct note_field *f) {
    add_field(m, f, m->stamp->reference);
}

static void derive_note_date(struct maker *m, const struct note_field *f) {
    char time[DATE_TIME_SIZE];
    add_field(m, f, arena_string(m->arena, date_time_show(&m->stamp->time, time)));
}

static void derive_receiver(struct maker *m, const struct note_field *f) {
    const struct route *r = &m->pack->routes.routes.items[m->receiver];
    struct note_item *item = add_item(m, f, r->id, field_label(m, f), content(m, "route", r->id, "name", r->name));
    const struct contact *c = note_contact(m->pack, m->session, m->assessment, m->receiver);
    if (!c) {
        add_line(m, item, ui(m, N_("Contact")), ui(m, N_("Not yet checked. Ask your authority, which can add it to the country file.")));
        return;
    }
    add_line(m, item, trc(m->language, "contact", contact_kind_labels[c->kind]),
             pair(m, c->service, note_contact_reach(m->arena, m->language, c)));
    if (c->number)
        add_line(m, item, ui(m, N_("Mail or page")), c->other);
    add_line(m, item, ui(m, N_("Hours")), c->hours);
    add_line(m, item, ui(m, N_("To know")), c->note);
    add_line(m, item, ui(m, N_("Checked in")), note_contact_checked(m->arena, m->language, c, &m->stamp->time));
}

static void derive_urgency(struct maker *m, const struct note_field *f) {
    add_field(m, f, trc(m->language, "urgency", urgency_labels[m->assessment->urgency]));
}

static void derive_deadline(struct maker *m, const struct note_field *f) {
    int what = session_fact(m->session, FACT_DEADLINE_WHAT);
    const char *time = session_text(m->session, TEXT_DEADLINE);
    struct date_time date;
    char shown[DATE_TIME_SIZE];
    if (!what)
        return;
    const char *name = fact_value_name(m, FACT_DEADLINE_WHAT, what);
    if (time && date_time_read(time, &date))
        time = arena_string(m->arena, date_time_show(&date, shown));
    add_field(m, f, time ? pair(m, name, time) : name);
}

static void derive_note_setting(struct maker *m, const struct note_field *f) {
    const struct setting *s = &m->pack->settings.items[m->session->setting];
    const char *stands = session_text(m->session, TEXT_STANDS), *serves = session_text(m->session, TEXT_SERVES);
    struct note_item *item = add_item(m, f, s->id, field_label(m, f), content(m, "setting", s->id, "name", s->name));
    add_line(m, item, ui(m, N_("State")), stands);
    if (serves && (!stands || strcmp(stands, serves) != 0))
        add_line(m, item, ui(m, N_("State served")), serves);
}

/* The danger questions with this answer, or NULL. */
static const char *dangers_with(const struct maker *m, enum danger answer) {
    struct buffer list = { .arena = m->arena };
    unsigned kind = BIT(m->pack->settings.items[m->session->setting].kind);
    for (int i = 0; i < m->pack->dangers.count; i++) {
        const struct danger_question *q = &m->pack->dangers.items[i];
        bool found = answer == DANGER_YES || answer == DANGER_UNSURE;
        /* What the note must not name is named in other words when it is so, else not at all. */
        bool meant = found || (q->settings & kind && who_fits(&m->view, q->who) && !q->note);
        if (meant && session_danger(m->session, i) == answer && may_tell(m, THING_DANGER, i))
            add_to_list(m, &list, danger_name(m, i));
    }
    return list.size ? buffer_text(&list) : NULL;
}

static bool any_danger_answered(const struct maker *m) {
    for (int i = 0; i < m->pack->dangers.count; i++)
        if (session_danger(m->session, i) != DANGER_NOT_ASKED)
            return true;
    return false;
}

static void derive_danger_noted(struct maker *m, const struct note_field *f) {
    const char *yes = dangers_with(m, DANGER_YES), *unsure = dangers_with(m, DANGER_UNSURE), *none = dangers_with(m, DANGER_NONE_NOTED);
    char time[DATE_TIME_SIZE];
    if (yes)
        add_item(m, f, "yes", ui(m, N_("Danger or need: yes")), yes);
    if (unsure)
        add_item(m, f, "unsure", ui(m, N_("Danger or need: unsure")), unsure);
    if (none) {
        struct buffer b = { .arena = m->arena };
        const struct fill fills[] = { { "time", date_time_show(&m->stamp->time, time) }, { "questions", none } };
        /* TRANSLATORS: never "no danger": nothing was seen or told, which is less. */
        buffer_fill(&b, ui(m, N_("By {time}: {questions}")), fills, 2);
        add_item(m, f, "none-noted", ui(m, N_("Nothing seen or told")), buffer_text(&b));
    }
    if (!yes && !unsure && !none)
        add_field(m, f, any_danger_answered(m) ? kept_back(m) : trc(m->language, "danger", danger_labels[DANGER_NOT_ASKED]));
}

/* Several facts in one line. Those not answered are named where the field is required: the
 * reader must not take silence for an answer. */
static const char *facts_words(const struct maker *m, const enum fact *list, int count, bool all) {
    struct buffer b = { .arena = m->arena };
    bool any = false;
    for (int i = 0; i < count; i++)
        any = any || session_fact(m->session, list[i]);
    for (int i = 0; any && i < count; i++) {
        int value = session_fact(m->session, list[i]);
        if (value)
            add_to_list(m, &b, fact_value_name(m, list[i], value));
        else if (all)
            add_to_list(m, &b, pair(m, fact_name(m, list[i]), trc(m->language, "answer", "Not asked yet")));
    }
    return any ? buffer_text(&b) : NULL;
}

static void add_facts(struct maker *m, const struct note_field *f, const enum fact *list, int count) {
    const char *words = facts_words(m, list, count, f->need == NEED_REQUIRED);
    if (words)
        add_field(m, f, words);
    else if (f->need == NEED_REQUIRED)
        add_missing(m, f);
}

static void derive_talk(struct maker *m, const struct note_field *f) {
    static const enum fact list[] = { FACT_TALK_MODE, FACT_TALK_ALONE, FACT_TALK_AGREED };
    add_facts(m, f, list, 3);
}

static void derive_interpreter(struct maker *m, const struct note_field *f) {
    static const enum fact list[] = { FACT_INTERPRETER };
    add_facts(m, f, list, 1);
}

static void derive_child_flag(struct maker *m, const struct note_field *f) {
    int age = session_fact(m->session, FACT_AGE);
    struct note_item *item = add_item(m, f, NULL, field_label(m, f), age ? fact_value_name(m, FACT_AGE, age) : ui(m, N_("Not asked yet")));
    if (m->assessment->child)
        add_line(m, item, ui(m, N_("Path")), ui(m, N_("Child: when in doubt, a child")));
    int began = session_fact(m->session, FACT_BEGAN_UNDER_18);
    if (!m->assessment->child && began)
        add_line(m, item, fact_name(m, FACT_BEGAN_UNDER_18), fact_value_name(m, FACT_BEGAN_UNDER_18, began));
}

static void derive_gender(struct maker *m, const struct note_field *f) {
    static const enum fact list[] = { FACT_GENDER };
    add_facts(m, f, list, 1);
}

/* Codes as names; a code that the content does not know stays as it is. */
static void add_codes(struct maker *m, const struct note_field *f, enum session_text which,
                      const char *(*name)(const struct pack *p, const struct language *l, const char *code)) {
    const char *codes = session_text(m->session, which);
    struct buffer list = { .arena = m->arena };
    for (struct bytes code; session_next_code(&codes, &code);)
        add_to_list(m, &list, name(m->pack, m->language, arena_copy(m->arena, code.data, code.size)));
    if (list.size)
        add_field(m, f, buffer_text(&list));
}

static void derive_citizenship(struct maker *m, const struct note_field *f) {
    add_codes(m, f, TEXT_CITIZENSHIP, pack_state_name);
}

static void derive_languages(struct maker *m, const struct note_field *f) {
    add_codes(m, f, TEXT_LANGUAGES, pack_language_name);
}

static void derive_company(struct maker *m, const struct note_field *f) {
    static const enum fact list[] = { FACT_ACCOMPANIED };
    add_facts(m, f, list, 1);
}

static void derive_guardian_state(struct maker *m, const struct note_field *f) {
    int guardian = session_fact(m->session, FACT_GUARDIAN), plan = session_fact(m->session, FACT_PLAN);
    struct buffer b = { .arena = m->arena };
    if (!guardian && m->assessment->child)
        guardian = fact_value_find(FACT_GUARDIAN, "not-known");
    if (!plan && guardian && guardian == fact_value_find(FACT_GUARDIAN, "absent"))
        plan = fact_value_find(FACT_PLAN, "not-checked");
    if (guardian)
        add_to_list(m, &b, fact_value_name(m, FACT_GUARDIAN, guardian));
    if (plan)
        add_to_list(m, &b, pair(m, fact_name(m, FACT_PLAN), fact_value_name(m, FACT_PLAN, plan)));
    if (b.size)
        add_field(m, f, buffer_text(&b));
}

/* A scale of needs or wishes: what is so, what else was answered, what was not asked. A refusal
 * is never a sign, but the reader must know that it was asked. */
static void add_scale(struct maker *m, const struct note_field *f, int from, int to) {
    int yes = fact_value_find((enum fact)from, "yes");
    struct buffer list = { .arena = m->arena }, open = { .arena = m->arena };
    for (int i = from; i <= to; i++) {
        int value = session_fact(m->session, (enum fact)i);
        if (value == yes)
            add_to_list(m, &list, fact_name(m, (enum fact)i));
        else if (!value || value == fact_value_find((enum fact)i, "not-asked"))
            add_to_list(m, &open, fact_name(m, (enum fact)i));
    }
    if (list.size)
        add_field(m, f, buffer_text(&list));
    for (int i = from; i <= to; i++) {
        int value = session_fact(m->session, (enum fact)i);
        if (value && value != yes && value != fact_value_find((enum fact)i, "not-asked"))
            add_item(m, f, facts[i].path, fact_name(m, (enum fact)i), fact_value_name(m, (enum fact)i, value));
    }
    if (open.size)
        add_item(m, f, "not-asked", trc(m->language, "answer", "Not asked yet"), buffer_text(&open));
}

static void derive_wishes(struct maker *m, const struct note_field *f) {
    add_scale(m, f, FACT_WISH_HELP, FACT_WISH_LAWYER);
    int sex = session_fact(m->session, FACT_WISH_INTERVIEWER_SEX);
    if (sex)
        add_item(m, f, facts[FACT_WISH_INTERVIEWER_SEX].path, fact_name(m, FACT_WISH_INTERVIEWER_SEX),
                 fact_value_name(m, FACT_WISH_INTERVIEWER_SEX, sex));
}

static void derive_needs(struct maker *m, const struct note_field *f) {
    add_scale(m, f, FACT_NEED_MEDICAL, FACT_NEED_WITHDRAWAL);
}

static void derive_outcome(struct maker *m, const struct note_field *f) {
    const struct rules *rules = &m->pack->rules;
    for (int i = 0; i < m->assessment->outcomes.count; i++) {
        const struct outcome *o = &rules->outcomes.items[m->assessment->outcomes.items[i]];
        struct note_item *item = add_item(m, f, o->id, field_label(m, f), outcome_name(m, m->assessment->outcomes.items[i]));
        bool other = m->assessment->child && o->meaning_for_child;
        add_line(m, item, ui(m, N_("Meaning")),
                 other ? content(m, "outcome", o->id, "meaning-for-child", o->meaning_for_child)
                       : content(m, "outcome", o->id, "meaning", o->meaning));
    }
    for (int i = 0; i < m->assessment->rules.count; i++) {
        const struct finding *found = &m->assessment->rules.items[i];
        const struct rule *r = &rules->rules.items[found->index];
        struct note_item *item = add_item(m, f, r->id, r->id, content(m, "rule", r->id, "text", r->text));
        add_line(m, item, ui(m, N_("Because")), grounds_words(m, &found->because));
        add_line(m, item, ui(m, N_("Source")), sources_words(m, &r->sources));
    }
}

/* Also a wish to go higher that changed nothing, because the rules were there already. */
static void derive_officer_override(struct maker *m, const struct note_field *f) {
    const struct slot *raise = session_get(m->session, SLOT_RAISE, 0);
    if (!raise->value)
        return;
    int to = m->assessment->raised ? m->assessment->raised_to : raise->value - 1;
    struct note_item *item = add_item(m, f, NULL, field_label(m, f), outcome_name(m, to));
    add_line(m, item, ui(m, N_("Reason")), raise->text);
}

static void add_element(struct maker *m, const struct note_field *f, const char *id, const char *label, const int *signs, int count) {
    struct buffer list = { .arena = m->arena };
    for (int i = 0; i < count; i++)
        if (may_tell(m, THING_INDICATOR, signs[i]))
            add_to_list(m, &list, sign_name(m, signs[i]));
    if (list.size)
        add_item(m, f, id, label, buffer_text(&list));
}

static void derive_elements(struct maker *m, const struct note_field *f) {
    const struct assessment *r = m->assessment;
    add_element(m, f, "act", ui(m, N_("Act")), r->act.items, r->act.count);
    add_element(m, f, "means", ui(m, N_("Means")), r->means.items, r->means.count);
    /* The law needs no means for a child (fact base 1.2; rulings 14). */
    if (r->child)
        add_item(m, f, "means-not-needed", ui(m, N_("Means")), ui(m, N_("Not needed by law for a child.")));
    else if (session_fact(m->session, FACT_BEGAN_UNDER_18) == fact_value_find(FACT_BEGAN_UNDER_18, "yes"))
        add_item(m, f, "means-not-needed", ui(m, N_("Means")), ui(m, N_("Not needed by law for the time before the age of 18.")));
    add_element(m, f, "purpose", ui(m, N_("Purpose")), r->purpose.items, r->purpose.count);
}

static void derive_dimensions(struct maker *m, const struct note_field *f) {
    for (int i = 0; i < m->assessment->dimensions.count; i++) {
        const struct finding *found = &m->assessment->dimensions.items[i];
        const struct dimension *d = &m->pack->rules.dimensions.items[found->index];
        struct note_item *item = add_item(m, f, d->id, d->id, content(m, "dimension", d->id, "name", d->name));
        add_line(m, item, ui(m, N_("Because")), grounds_words(m, &found->because));
    }
}

static bool shares(const struct maker *m, const char *field) {
    return note_shares(m->pack, m->receiver, field);
}

static const char *quoted(const struct maker *m, const char *words) {
    struct buffer b = { .arena = m->arena };
    const struct fill fill = { "words", words };
    bool companion = through_companion(m);
    /* TRANSLATORS: the quotation marks of your language around the person's own words. */
    buffer_fill(&b,
                companion ? ui(m, N_("\xE2\x80\x9C{words}\xE2\x80\x9D (through an interpreter who came with the person)"))
                          : ui(m, N_("\xE2\x80\x9C{words}\xE2\x80\x9D")),
                &fill, 1);
    return buffer_text(&b);
}

static void derive_indicators(struct maker *m, const struct note_field *f) {
    int before = m->block->items.count;
    bool withheld = false;
    for (int i = 0; i < m->pack->indicators.count; i++) {
        const struct indicator *x = &m->pack->indicators.items[i];
        const struct slot *slot = session_get(m->session, SLOT_SIGN, i);
        if (slot->value != STATE_NOTED)
            continue;
        if (!may_tell(m, THING_INDICATOR, i)) {
            withheld = true;
            continue;
        }
        struct note_item *item = add_item(m, f, x->id, content(m, "indicator", x->id, "statement", x->statement), NULL);
        add_line(m, item, ui(m, N_("How it is known")), known_text(m, slot->known));
        if (slot->when != WHEN_NOW)
            add_line(m, item, trc(m->language, "label", "When"), trc(m->language, "when", when_labels[slot->when]));
        if (slot->text && shares(m, "own-words"))
            add_line(m, item, ui(m, N_("In the person's words")), quoted(m, slot->text));
        add_line(m, item, ui(m, N_("Remark of the officer")), slot->remark);
        add_line(m, item, ui(m, N_("Bear in mind")), content(m, "indicator", x->id, "caution", x->caution));
        add_line(m, item, ui(m, N_("Source")), sources_words(m, &x->sources));
    }
    if (withheld)
        add_field(m, f, kept_back(m));
    else if (m->block->items.count == before)
        add_field(m, f, ui(m, N_("None today. That rules nothing out.")));
}

/* Not every state's law names every form: what was known, and when. */
static void add_law(struct maker *m, struct note_item *item, const struct form *x) {
    const struct law_status *law = x->named_by.index >= 0 ? pack_law(m->pack, session_place(m->session), x->named_by.index) : NULL;
    if (!law || law->status == LAW_BOUND)
        return;
    struct buffer b = { .arena = m->arena };
    const struct fill fill = { "date", law->date };
    buffer_fill(&b,
                law->status == LAW_NOT_BOUND ? ui(m, N_("The state is not bound by the directive that names this form ({date})."))
                                             : ui(m, N_("Not yet checked whether the law of the state names this form ({date}).")),
                &fill, 1);
    add_line(m, item, ui(m, N_("Law")), buffer_text(&b));
}

static void derive_form_suspected(struct maker *m, const struct note_field *f) {
    int before = m->block->items.count;
    bool withheld = false;
    for (int i = 0; i < m->assessment->forms.count; i++) {
        const struct finding *found = &m->assessment->forms.items[i];
        const struct form *x = &m->pack->forms.forms.items[found->index];
        if (!may_tell(m, THING_FORM, found->index)) {
            withheld = true;
            continue;
        }
        struct note_item *item = add_item(m, f, x->id, field_label(m, f), content(m, "form", x->id, "name", x->name));
        add_line(m, item, ui(m, N_("Because")), grounds_words(m, &found->because));
        add_law(m, item, x);
    }
    if (withheld) {
        add_field(m, f, kept_back(m));
    } else if (m->block->items.count == before) {
        const struct form *x = &m->pack->forms.forms.items[m->pack->forms.not_known.index];
        add_item(m, f, x->id, field_label(m, f), content(m, "form", x->id, "name", x->name));
    }
}

static void derive_activities(struct maker *m, const struct note_field *f) {
    for (int i = 0; i < SESSION_ACTIVITIES; i++) {
        const struct slot *slot = session_get(m->session, SLOT_ACTIVITY, i);
        struct buffer times = { .arena = m->arena };
        if (!slot->value || !may_tell(m, THING_ACTIVITY, slot->value - 1))
            continue;
        for (int t = 0; t < activity_time_words.count; t++)
            if (slot->bits & BIT(t))
                add_to_list(m, &times, trc(m->language, "activity", activity_time_labels[t]));
        const char *id = m->pack->activities.activities.items[slot->value - 1].id;
        struct note_item *item = add_item(m, f, id, field_label(m, f), activity_name(m, slot->value - 1));
        add_line(m, item, trc(m->language, "label", "When"), buffer_text(&times));
        add_line(m, item, ui(m, N_("How it is known")), known_text(m, slot->known));
    }
}

static void derive_measures(struct maker *m, const struct note_field *f) {
    for (int i = 0; i < m->assessment->measures.count; i++) {
        int index = m->assessment->measures.items[i].index;
        const struct measure *x = &m->pack->measures.items[index];
        if (!may_tell(m, THING_MEASURE, index))
            continue;
        struct note_item *item = add_item(m, f, x->id, content(m, "measure", x->id, "name", x->name), NULL);
        add_line(m, item, ui(m, N_("What to do")), content(m, "measure", x->id, "text", x->text));
        add_line(m, item, ui(m, N_("Why")), content(m, "measure", x->id, "reason", x->reason));
        add_line(m, item, ui(m, N_("Source")), sources_words(m, &x->sources));
    }
}

static void derive_routes(struct maker *m, const struct note_field *f) {
    struct buffer list = { .arena = m->arena };
    for (int i = 0; i < m->assessment->routes.count; i++) {
        int index = m->assessment->routes.items[i].index;
        const struct route *r = &m->pack->routes.routes.items[index];
        if (index != m->receiver)
            add_to_list(m, &list, content(m, "route", r->id, "name", r->name));
    }
    if (list.size)
        add_field(m, f, buffer_text(&list));
}

static void add_signs_in_state(struct maker *m, const struct note_field *f, enum state state) {
    struct buffer list = { .arena = m->arena };
    for (int i = 0; i < m->pack->indicators.count; i++)
        if (session_sign(m->session, i) == state && may_tell(m, THING_INDICATOR, i))
            add_to_list(m, &list, sign_name(m, i));
    if (!list.size)
        return;
    struct note_item *item = add_item(m, f, state_words.words[state], trc(m->language, "answer", state_labels[state]), buffer_text(&list));
    /* Why it is missing, and what was said all the same. */
    for (int i = 0; i < m->pack->indicators.count; i++) {
        const struct slot *slot = session_get(m->session, SLOT_SIGN, i);
        if ((enum state)slot->value != state || !may_tell(m, THING_INDICATOR, i))
            continue;
        if (slot->text && shares(m, "own-words"))
            add_line(m, item, sign_name(m, i), quoted(m, slot->text));
        add_line(m, item, sign_name(m, i), slot->remark);
    }
}

static int count_not_asked(const struct maker *m) {
    int count = 0;
    for (int i = 0; i < m->pack->indicators.count; i++)
        count += session_sign(m->session, i) == STATE_NOT_ASKED && session_setting_has(m->session, i)
                 && who_fits(&m->view, m->pack->indicators.items[i].who);
    return count;
}

/* Nobody has to finish a list: those of the quick set by name, the others as a number. */
static void add_signs_not_asked(struct maker *m, const struct note_field *f) {
    const struct refs *signs = session_quick(m->session, m->assessment->child);
    struct buffer list = { .arena = m->arena };
    int more = count_not_asked(m);
    for (int i = 0; i < signs->count; i++)
        if (session_sign(m->session, signs->items[i].index) == STATE_NOT_ASKED) {
            add_to_list(m, &list, sign_name(m, signs->items[i].index));
            more--;
        }
    if (more > 0) {
        struct buffer rest = { .arena = m->arena };
        const struct fill fill = { "count", arena_printf(m->arena, "%d", more) };
        buffer_fill(&rest, trn(m->language, "{count} more sign of this setting", "{count} more signs of this setting", (unsigned long)more),
                    &fill, 1);
        add_to_list(m, &list, buffer_text(&rest));
    }
    if (list.size)
        add_item(m, f, state_words.words[STATE_NOT_ASKED], trc(m->language, "answer", state_labels[STATE_NOT_ASKED]), buffer_text(&list));
}

static void derive_not_asked(struct maker *m, const struct note_field *f) {
    static const enum state states[] = { STATE_DECLINED, STATE_NOT_SAFE, STATE_NOT_KNOWN, STATE_NOT_OBSERVABLE };
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        add_signs_in_state(m, f, states[i]);
    add_signs_not_asked(m, f);
    const char *dangers = dangers_with(m, DANGER_NOT_ASKED);
    if (dangers)
        add_item(m, f, "danger", ui(m, N_("Danger questions not asked yet")), dangers);
}

static void derive_signs_no(struct maker *m, const struct note_field *f) {
    add_signs_in_state(m, f, STATE_NOT_NOTED);
}

/* Comes last in note.json, after all that cites. */
static void derive_sources(struct maker *m, const struct note_field *f) {
    for (int i = 0; i < m->pack->sources.count; i++) {
        const struct source *x = &m->pack->sources.items[i];
        if (m->cited[i])
            add_item(m, f, x->key, x->key, x->year[0] ? arena_printf(m->arena, "%s (%s)", x->document, x->year) : x->document);
    }
}

static void derive_content_version(struct maker *m, const struct note_field *f) {
    struct buffer b = { .arena = m->arena };
    const struct pack_about *p = &m->pack->about;
    const struct fill fills[] = { { "pack", p->name }, { "version", p->version }, { "date", p->date }, { "law", p->legal_status } };
    buffer_fill(&b, ui(m, N_("{pack}, version {version} of {date}. Law as of {law}.")), fills, 4);
    struct note_item *item = add_item(m, f, NULL, field_label(m, f), buffer_text(&b));
    if (m->language->draft)
        add_line(m, item, ui(m, N_("Translation")), ui(m, N_("A draft, not yet approved")));
}

static const struct derived {
    const char *field;
    void (*derive)(struct maker *m, const struct note_field *f);
} derived[] = {
    { "note-ref", derive_note_ref },
    { "note-date", derive_note_date },
    { "receiver", derive_receiver },
    { "urgency", derive_urgency },
    { "deadline", derive_deadline },
    { "note-setting", derive_note_setting },
    { "danger-noted", derive_danger_noted },
    { "talk", derive_talk },
    { "interpreter", derive_interpreter },
    { "child-flag", derive_child_flag },
    { "gender", derive_gender },
    { "citizenship", derive_citizenship },
    { "languages", derive_languages },
    { "company", derive_company },
    { "guardian-state", derive_guardian_state },
    { "wishes", derive_wishes },
    { "needs", derive_needs },
    { "outcome", derive_outcome },
    { "officer-override", derive_officer_override },
    { "elements", derive_elements },
    { "dimensions", derive_dimensions },
    { "indicators", derive_indicators },
    { "form-suspected", derive_form_suspected },
    { "activities", derive_activities },
    { "measures", derive_measures },
    { "routes", derive_routes },
    { "not-asked", derive_not_asked },
    { "signs-no", derive_signs_no },
    { "content-version", derive_content_version },
    { "sources", derive_sources },
};

static const struct derived *find_derived(const char *field) {
    for (size_t i = 0; i < sizeof derived / sizeof *derived; i++)
        if (!strcmp(derived[i].field, field))
            return &derived[i];
    return NULL;
}

bool note_can_derive(const char *field) {
    return find_derived(field) != NULL;
}

/* ---- fields and blocks */

static const char *value_name(const struct maker *m, const struct note_field *f, int i) {
    return content(m, "value", f->values.items[i].id, "label", f->values.items[i].label);
}

static const char *typed_text(const struct maker *m, const struct note_field *f) {
    const struct slot *slot = session_get(m->session, SLOT_DETAIL, f->detail);
    struct buffer list = { .arena = m->arena };
    if (slot->value)
        return value_name(m, f, slot->value - 1);
    for (int i = 0; i < f->values.count; i++)
        if (slot->bits & BIT(i))
            add_to_list(m, &list, value_name(m, f, i));
    return list.size ? buffer_text(&list) : slot->text;
}

static bool tells_identity(const struct maker *m, const struct note_field *f) {
    return refs_have(&m->pack->note.identity, (int)(f - m->pack->note.fields.items));
}

static bool is_shown(const struct maker *m, const struct note_field *f) {
    return shares(m, f->id) && (!f->has_when || evaluate(&m->view, &f->when, NULL) == YES);
}

static void make_typed_field(struct maker *m, const struct note_field *f) {
    const char *text = typed_text(m, f);
    if (text)
        add_field(m, f, text);
    else if (f->need == NEED_REQUIRED)
        add_missing(m, f);
}

static void make_field(struct maker *m, const struct note_field *f) {
    const struct derived *d = f->source == NOTE_DERIVED ? find_derived(f->id) : NULL;
    if (d)
        d->derive(m, f);
    else if (f->source == NOTE_FIXED)
        add_field(m, f, content(m, "note field", f->id, "text", f->text));
    else if (f->source != NOTE_DERIVED)
        make_typed_field(m, f);
}

/* What would tell who the person is says only that the unit knows. */
static void make_field_anonymous(struct maker *m, const struct note_field *f) {
    int before = m->block->items.count;
    make_field(m, f);
    for (int i = before; i < m->block->items.count; i++) {
        struct note_item *item = &m->block->items.items[i];
        if (!item->missing)
            *item = (struct note_item){ .field = f->id, .label = item->label, .text = ui(m, N_("Known to the unit")) };
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

int note_receiver(const struct pack *p, const struct assessment *r) {
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
    n.title = content(&m, "note", NULL, "title", p->note.title);
    n.blocks.items = arena_alloc(a, (size_t)p->note.blocks.count, sizeof *n.blocks.items);
    for (int b = 0; b < p->note.blocks.count; b++) {
        const struct note_block_plan *plan = &p->note.blocks.items[b];
        m.block = &n.blocks.items[n.blocks.count];
        m.capacity = 0;
        *m.block =
            (struct note_block){ .id = plan->id, .small = plan->small, .title = content(&m, "note block", plan->id, "title", plan->title) };
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
