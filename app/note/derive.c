/* The fields that the program works out: one function each, named after the field, and their table. */
#include "note/maker.h"

#include <string.h>

static void derive_note_ref(struct maker *m, const struct note_field *f) {
    maker_add_field(m, f, m->stamp->reference);
}

static void derive_note_date(struct maker *m, const struct note_field *f) {
    char time[DATE_TIME_SIZE];
    maker_add_field(m, f, arena_string(m->arena, date_time_show(&m->stamp->time, time)));
}

static void derive_receiver(struct maker *m, const struct note_field *f) {
    const struct route *r = &m->pack->routes.routes.items[m->receiver];
    struct note_item *item = maker_add_item(m, f, r->id, maker_field_label(m, f), maker_content(m, "route", r->id, "name", r->name));
    const struct contact *c = note_contact(m->pack, m->session, m->assessment, m->receiver);
    if (!c) {
        maker_add_line(m, item, maker_ui(m, N_("Contact")), maker_ui(m, N_("Number not yet checked")));
        return;
    }
    maker_add_line(m, item, trc(m->language, "contact", contact_kind_labels[c->kind]),
                   maker_pair(m, c->service, note_contact_reach(m->arena, m->language, c)));
    if (c->number)
        maker_add_line(m, item, maker_ui(m, N_("Mail or page")), c->other);
    maker_add_line(m, item, maker_ui(m, N_("Hours")), c->hours);
    maker_add_line(m, item, maker_ui(m, N_("To know")), c->note);
    maker_add_line(m, item, maker_ui(m, N_("Checked in")), note_contact_checked(m->arena, m->language, c, &m->stamp->time));
}

static void derive_urgency(struct maker *m, const struct note_field *f) {
    maker_add_field(m, f, trc(m->language, "urgency", urgency_labels[m->assessment->urgency]));
}

static void derive_deadline(struct maker *m, const struct note_field *f) {
    int what = session_fact(m->session, FACT_DEADLINE_WHAT);
    const char *time = session_text(m->session, TEXT_DEADLINE);
    struct date_time date;
    char shown[DATE_TIME_SIZE];
    if (!what)
        return;
    const char *name = maker_fact_value_name(m, FACT_DEADLINE_WHAT, what);
    if (time && date_time_read(time, &date))
        time = arena_string(m->arena, date_time_show(&date, shown));
    maker_add_field(m, f, time ? maker_pair(m, name, time) : name);
}

static void derive_note_setting(struct maker *m, const struct note_field *f) {
    const struct setting *s = &m->pack->settings.items[m->session->setting];
    const char *stands = session_text(m->session, TEXT_STANDS), *serves = session_text(m->session, TEXT_SERVES);
    struct note_item *item = maker_add_item(m, f, s->id, maker_field_label(m, f), maker_content(m, "setting", s->id, "name", s->name));
    maker_add_line(m, item, maker_ui(m, N_("State")), stands);
    if (serves && (!stands || strcmp(stands, serves) != 0))
        maker_add_line(m, item, maker_ui(m, N_("State served")), serves);
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
        if (meant && session_danger(m->session, i) == answer && maker_may_tell(m, THING_DANGER, i))
            maker_add_to_list(m, &list, maker_danger_name(m, i));
    }
    return list.size ? buffer_text(&list) : NULL;
}

static bool any_danger_answered(const struct maker *m) {
    for (int i = 0; i < m->pack->dangers.count; i++)
        if (session_danger(m->session, i) != DANGER_NOT_ASKED)
            return true;
    return false;
}

/* Whatever the answer is: that it was withheld must not tell which it was. */
static bool any_danger_kept_back(const struct maker *m) {
    for (int i = 0; i < m->pack->dangers.count; i++)
        if (session_danger(m->session, i) != DANGER_NOT_ASKED && !maker_may_tell(m, THING_DANGER, i))
            return true;
    return false;
}

/* One sentence for all that waits for the person. */
static void derive_file_only(struct maker *m, const struct note_field *f) {
    if (session_on_file(m->session))
        maker_add_field(m, f,
                        maker_ui(m, N_("Only the file was here; the person was not asked, so what only the person can say is left out.")));
}

static void derive_danger_noted(struct maker *m, const struct note_field *f) {
    const char *yes = dangers_with(m, DANGER_YES), *unsure = dangers_with(m, DANGER_UNSURE), *none = dangers_with(m, DANGER_NONE_NOTED);
    char time[DATE_TIME_SIZE];
    if (yes)
        maker_add_item(m, f, "yes", maker_ui(m, N_("Danger or need: yes")), yes);
    if (unsure)
        maker_add_item(m, f, "unsure", maker_ui(m, N_("Danger or need: unsure")), unsure);
    if (none) {
        struct buffer b = { .arena = m->arena };
        const struct fill fills[] = { { "time", date_time_show(&m->stamp->time, time) }, { "questions", none } };
        /* TRANSLATORS: never "no danger": nothing was seen or told, which is less. */
        tr_fill(&b, m->language, maker_ui(m, N_("By {time}: {questions}")), fills, 2);
        maker_add_item(m, f, "none-noted", maker_ui(m, N_("Nothing seen or told")), buffer_text(&b));
    }
    bool silent = !yes && !unsure && !none;
    if (any_danger_kept_back(m) || (silent && any_danger_answered(m)))
        maker_add_field(m, f, maker_kept_back(m));
    else if (silent && !note_waits(m->session, f->id))
        maker_add_field(m, f, trc(m->language, "danger", danger_labels[DANGER_NOT_ASKED]));
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
            maker_add_to_list(m, &b, maker_fact_value_name(m, list[i], value));
        else if (all)
            maker_add_to_list(m, &b, maker_pair(m, maker_fact_name(m, list[i]), trc(m->language, "answer", "Not asked yet")));
    }
    return any ? buffer_text(&b) : NULL;
}

static void add_facts(struct maker *m, const struct note_field *f, const enum fact *list, int count) {
    const char *words = facts_words(m, list, count, f->need == NEED_REQUIRED);
    if (words)
        maker_add_field(m, f, words);
    else if (f->need == NEED_REQUIRED)
        maker_add_missing(m, f);
}

static void derive_talk(struct maker *m, const struct note_field *f) {
    static const enum fact list[] = { FACT_TALK_MODE, FACT_TALK_ALONE, FACT_TALK_AGREED };
    if (!note_waits(m->session, f->id)) /* there was none */
        add_facts(m, f, list, 3);
}

static void derive_interpreter(struct maker *m, const struct note_field *f) {
    static const enum fact list[] = { FACT_INTERPRETER };
    add_facts(m, f, list, 1);
}

static void derive_child_flag(struct maker *m, const struct note_field *f) {
    int age = session_fact(m->session, FACT_AGE);
    struct note_item *item = maker_add_item(m, f, NULL, maker_field_label(m, f),
                                            age ? maker_fact_value_name(m, FACT_AGE, age) : maker_ui(m, N_("Not asked yet")));
    if (m->assessment->child)
        maker_add_line(m, item, maker_ui(m, N_("Path")), maker_ui(m, N_("Child: when in doubt, a child")));
    int began = session_fact(m->session, FACT_BEGAN_UNDER_18);
    if (!m->assessment->child && began)
        maker_add_line(m, item, maker_fact_name(m, FACT_BEGAN_UNDER_18), maker_fact_value_name(m, FACT_BEGAN_UNDER_18, began));
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
        maker_add_to_list(m, &list, name(m->pack, m->language, arena_copy(m->arena, code.data, code.size)));
    if (list.size)
        maker_add_field(m, f, buffer_text(&list));
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
        maker_add_to_list(m, &b, maker_fact_value_name(m, FACT_GUARDIAN, guardian));
    if (plan)
        maker_add_to_list(m, &b, maker_pair(m, maker_fact_name(m, FACT_PLAN), maker_fact_value_name(m, FACT_PLAN, plan)));
    if (b.size)
        maker_add_field(m, f, buffer_text(&b));
}

/* A scale of needs or wishes: what is so, what else was answered, what was not asked. A refusal
 * is never a sign, but the reader must know that it was asked. */
static void add_scale(struct maker *m, const struct note_field *f, int from, int to) {
    int yes = fact_value_find((enum fact)from, "yes");
    struct buffer list = { .arena = m->arena }, open = { .arena = m->arena };
    for (int i = from; i <= to; i++) {
        int value = session_fact(m->session, (enum fact)i);
        if (value == yes)
            maker_add_to_list(m, &list, maker_fact_name(m, (enum fact)i));
        else if ((!value || value == fact_value_find((enum fact)i, "not-asked"))
                 && session_asks_wish(m->session, m->assessment->child, (enum fact)i))
            maker_add_to_list(m, &open, maker_fact_name(m, (enum fact)i));
    }
    if (list.size)
        maker_add_field(m, f, buffer_text(&list));
    for (int i = from; i <= to; i++) {
        int value = session_fact(m->session, (enum fact)i);
        if (value && value != yes && value != fact_value_find((enum fact)i, "not-asked"))
            maker_add_item(m, f, facts[i].path, maker_fact_name(m, (enum fact)i), maker_fact_value_name(m, (enum fact)i, value));
    }
    if (open.size && !note_waits(m->session, f->id))
        maker_add_item(m, f, "not-asked", trc(m->language, "answer", "Not asked yet"), buffer_text(&open));
}

static void derive_wishes(struct maker *m, const struct note_field *f) {
    add_scale(m, f, FACT_WISH_HELP, FACT_WISH_LAWYER);
    int sex = session_fact(m->session, FACT_WISH_INTERVIEWER_SEX);
    if (sex)
        maker_add_item(m, f, facts[FACT_WISH_INTERVIEWER_SEX].path, maker_fact_name(m, FACT_WISH_INTERVIEWER_SEX),
                       maker_fact_value_name(m, FACT_WISH_INTERVIEWER_SEX, sex));
}

static void derive_needs(struct maker *m, const struct note_field *f) {
    add_scale(m, f, FACT_NEED_MEDICAL, FACT_NEED_WITHDRAWAL);
}

static void derive_outcome(struct maker *m, const struct note_field *f) {
    const struct rules *rules = &m->pack->rules;
    for (int i = 0; i < m->assessment->outcomes.count; i++) {
        const struct outcome *o = &rules->outcomes.items[m->assessment->outcomes.items[i]];
        struct note_item *item =
            maker_add_item(m, f, o->id, maker_field_label(m, f), maker_outcome_name(m, m->assessment->outcomes.items[i]));
        bool other = m->assessment->child && o->meaning_for_child;
        maker_add_line(m, item, maker_ui(m, N_("Meaning")),
                       other ? maker_content(m, "outcome", o->id, "meaning-for-child", o->meaning_for_child)
                             : maker_content(m, "outcome", o->id, "meaning", o->meaning));
    }
    for (int i = 0; i < m->assessment->rules.count; i++) {
        const struct finding *found = &m->assessment->rules.items[i];
        const struct rule *r = &rules->rules.items[found->index];
        struct note_item *item = maker_add_item(m, f, r->id, r->id, maker_content(m, "rule", r->id, "text", r->text));
        maker_add_line(m, item, maker_ui(m, N_("Because")), maker_grounds_words(m, &found->because));
        maker_add_line(m, item, maker_ui(m, N_("Source")), maker_sources_words(m, &r->sources));
    }
}

/* Also a wish to go higher that changed nothing, because the rules were there already. */
static void derive_officer_override(struct maker *m, const struct note_field *f) {
    const struct slot *raise = session_get(m->session, SLOT_RAISE, 0);
    if (!raise->value)
        return;
    int to = m->assessment->raised ? m->assessment->raised_to : raise->value - 1;
    struct note_item *item = maker_add_item(m, f, NULL, maker_field_label(m, f), maker_outcome_name(m, to));
    maker_add_line(m, item, maker_ui(m, N_("Reason")), raise->text);
}

static void add_element(struct maker *m, const struct note_field *f, const char *id, const char *label, const int *signs, int count) {
    struct buffer list = { .arena = m->arena };
    for (int i = 0; i < count; i++)
        if (maker_may_tell(m, THING_INDICATOR, signs[i]))
            maker_add_to_list(m, &list, maker_sign_name(m, signs[i]));
    if (list.size)
        maker_add_item(m, f, id, label, buffer_text(&list));
}

static void derive_elements(struct maker *m, const struct note_field *f) {
    const struct assessment *r = m->assessment;
    add_element(m, f, "act", maker_ui(m, N_("Act")), r->act.items, r->act.count);
    add_element(m, f, "means", maker_ui(m, N_("Means")), r->means.items, r->means.count);
    /* The law needs no means for a child (fact base 1.2; rulings 14). */
    if (r->child)
        maker_add_item(m, f, "means-not-needed", maker_ui(m, N_("Means")), maker_ui(m, N_("Not needed by law for a child.")));
    else if (session_fact(m->session, FACT_BEGAN_UNDER_18) == fact_value_find(FACT_BEGAN_UNDER_18, "yes"))
        maker_add_item(m, f, "means-not-needed", maker_ui(m, N_("Means")),
                       maker_ui(m, N_("Not needed by law for the time before the age of 18.")));
    add_element(m, f, "purpose", maker_ui(m, N_("Purpose")), r->purpose.items, r->purpose.count);
}

static void derive_dimensions(struct maker *m, const struct note_field *f) {
    for (int i = 0; i < m->assessment->dimensions.count; i++) {
        const struct finding *found = &m->assessment->dimensions.items[i];
        const struct dimension *d = &m->pack->rules.dimensions.items[found->index];
        struct note_item *item = maker_add_item(m, f, d->id, d->id, maker_content(m, "dimension", d->id, "name", d->name));
        maker_add_line(m, item, maker_ui(m, N_("Because")), maker_grounds_words(m, &found->because));
    }
}

static const char *quoted(const struct maker *m, const char *words) {
    struct buffer b = { .arena = m->arena };
    const struct fill fill = { "words", words };
    bool companion = maker_through_companion(m);
    /* TRANSLATORS: the quotation marks of your language around the person's own words. */
    tr_fill(&b, m->language,
            companion ? maker_ui(m, N_("\xE2\x80\x9C{words}\xE2\x80\x9D (through an interpreter who came with the person)"))
                      : maker_ui(m, N_("\xE2\x80\x9C{words}\xE2\x80\x9D")),
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
        if (!maker_may_tell(m, THING_INDICATOR, i)) {
            withheld = true;
            continue;
        }
        struct note_item *item = maker_add_item(m, f, x->id, maker_content(m, "indicator", x->id, "statement", x->statement), NULL);
        maker_add_line(m, item, maker_ui(m, N_("How it is known")), maker_known_text(m, slot->known));
        if (slot->when != WHEN_NOW)
            maker_add_line(m, item, trc(m->language, "label", "When"), trc(m->language, "when", when_labels[slot->when]));
        if (slot->text && maker_shares(m, "own-words"))
            maker_add_line(m, item, maker_ui(m, N_("In the person's words")), quoted(m, slot->text));
        maker_add_line(m, item, maker_ui(m, N_("Remark of the officer")), slot->remark);
        maker_add_line(m, item, maker_ui(m, N_("Bear in mind")), maker_content(m, "indicator", x->id, "caution", x->caution));
        maker_add_line(m, item, maker_ui(m, N_("Source")), maker_sources_words(m, &x->sources));
    }
    if (withheld)
        maker_add_field(m, f, maker_kept_back(m));
    else if (m->block->items.count == before)
        maker_add_field(m, f, maker_ui(m, N_("None today. That rules nothing out.")));
}

/* Not every state's law names every form: what was known, and when. */
static void add_law(struct maker *m, struct note_item *item, const struct form *x) {
    const struct law_status *law = x->named_by.index >= 0 ? pack_law(m->pack, session_place(m->session), x->named_by.index) : NULL;
    if (!law || law->status == LAW_BOUND)
        return;
    struct buffer b = { .arena = m->arena };
    const struct fill fill = { "date", law->date };
    tr_fill(&b, m->language,
            law->status == LAW_NOT_BOUND ? maker_ui(m, N_("The state is not bound by the directive that names this form ({date})."))
                                         : maker_ui(m, N_("Not yet checked whether the law of the state names this form ({date}).")),
            &fill, 1);
    maker_add_line(m, item, maker_ui(m, N_("Law")), buffer_text(&b));
}

static void derive_form_suspected(struct maker *m, const struct note_field *f) {
    int before = m->block->items.count;
    bool withheld = false;
    for (int i = 0; i < m->assessment->forms.count; i++) {
        const struct finding *found = &m->assessment->forms.items[i];
        const struct form *x = &m->pack->forms.forms.items[found->index];
        if (!maker_may_tell(m, THING_FORM, found->index)) {
            withheld = true;
            continue;
        }
        struct note_item *item = maker_add_item(m, f, x->id, maker_field_label(m, f), maker_content(m, "form", x->id, "name", x->name));
        maker_add_line(m, item, maker_ui(m, N_("Because")), maker_grounds_words(m, &found->because));
        add_law(m, item, x);
    }
    if (withheld) {
        maker_add_field(m, f, maker_kept_back(m));
    } else if (m->block->items.count == before) {
        const struct form *x = &m->pack->forms.forms.items[m->pack->forms.not_known.index];
        maker_add_item(m, f, x->id, maker_field_label(m, f), maker_content(m, "form", x->id, "name", x->name));
    }
}

static void derive_activities(struct maker *m, const struct note_field *f) {
    bool withheld = false;
    for (int i = 0; i < SESSION_ACTIVITIES; i++) {
        const struct slot *slot = session_get(m->session, SLOT_ACTIVITY, i);
        struct buffer times = { .arena = m->arena };
        if (!slot->value)
            continue;
        if (!maker_may_tell(m, THING_ACTIVITY, slot->value - 1)) {
            withheld = true;
            continue;
        }
        for (int t = 0; t < activity_time_words.count; t++)
            if (slot->bits & BIT(t))
                maker_add_to_list(m, &times, trc(m->language, "activity", activity_time_labels[t]));
        const char *id = m->pack->activities.activities.items[slot->value - 1].id;
        struct note_item *item = maker_add_item(m, f, id, maker_field_label(m, f), maker_activity_name(m, slot->value - 1));
        maker_add_line(m, item, trc(m->language, "label", "When"), buffer_text(&times));
        maker_add_line(m, item, maker_ui(m, N_("How it is known")), maker_known_text(m, slot->known));
    }
    if (withheld)
        maker_add_field(m, f, maker_kept_back(m));
}

static void derive_measures(struct maker *m, const struct note_field *f) {
    bool withheld = false;
    for (int i = 0; i < m->assessment->measures.count; i++) {
        int index = m->assessment->measures.items[i].index;
        const struct measure *x = &m->pack->measures.items[index];
        if (!maker_may_tell(m, THING_MEASURE, index)) {
            withheld = true;
            continue;
        }
        if (x->note) {
            maker_add_item(m, f, NULL, maker_field_label(m, f), maker_content(m, "measure", x->id, "note", x->note));
            continue;
        }
        struct note_item *item = maker_add_item(m, f, x->id, maker_content(m, "measure", x->id, "name", x->name), NULL);
        maker_add_line(m, item, maker_ui(m, N_("What to do")), maker_content(m, "measure", x->id, "text", x->text));
        maker_add_line(m, item, maker_ui(m, N_("Why")), maker_content(m, "measure", x->id, "reason", x->reason));
        maker_add_line(m, item, maker_ui(m, N_("Source")), maker_sources_words(m, &x->sources));
    }
    if (withheld)
        maker_add_field(m, f, maker_kept_back(m));
}

static void derive_routes(struct maker *m, const struct note_field *f) {
    struct buffer list = { .arena = m->arena };
    for (int i = 0; i < m->assessment->routes.count; i++) {
        int index = m->assessment->routes.items[i].index;
        const struct route *r = &m->pack->routes.routes.items[index];
        if (index != m->receiver)
            maker_add_to_list(m, &list, maker_content(m, "route", r->id, "name", r->name));
    }
    if (list.size)
        maker_add_field(m, f, buffer_text(&list));
}

static void add_signs_in_state(struct maker *m, const struct note_field *f, enum state state) {
    struct buffer list = { .arena = m->arena };
    for (int i = 0; i < m->pack->indicators.count; i++)
        if (session_sign(m->session, i) == state && maker_may_tell(m, THING_INDICATOR, i))
            maker_add_to_list(m, &list, maker_sign_name(m, i));
    if (!list.size)
        return;
    struct note_item *item =
        maker_add_item(m, f, state_words.words[state], trc(m->language, "answer", state_labels[state]), buffer_text(&list));
    /* Why it is missing, and what was said all the same. */
    for (int i = 0; i < m->pack->indicators.count; i++) {
        const struct slot *slot = session_get(m->session, SLOT_SIGN, i);
        if ((enum state)slot->value != state || !maker_may_tell(m, THING_INDICATOR, i))
            continue;
        if (slot->text && maker_shares(m, "own-words"))
            maker_add_line(m, item, maker_sign_name(m, i), quoted(m, slot->text));
        maker_add_line(m, item, maker_sign_name(m, i), slot->remark);
    }
}

/* Not asked, and the receiver may know that there is such a sign. */
static bool is_told_not_asked(const struct maker *m, int i) {
    return session_sign(m->session, i) == STATE_NOT_ASKED && maker_may_tell(m, THING_INDICATOR, i);
}

static int count_not_asked(const struct maker *m) {
    int count = 0;
    for (int i = 0; i < m->pack->indicators.count; i++)
        count += is_told_not_asked(m, i) && session_setting_has(m->session, i) && who_fits(&m->view, m->pack->indicators.items[i].who);
    return count;
}

/* Nobody has to finish a list: those of the quick set by name, the others as a number. What the
 * receiver may not read is not counted either: the number would tell that it was answered. */
static void add_signs_not_asked(struct maker *m, const struct note_field *f) {
    const struct refs *signs = session_quick(m->session, m->assessment->child);
    struct buffer list = { .arena = m->arena };
    int more = count_not_asked(m);
    for (int i = 0; i < signs->count; i++)
        if (is_told_not_asked(m, signs->items[i].index)) {
            maker_add_to_list(m, &list, maker_sign_name(m, signs->items[i].index));
            more--;
        }
    if (more > 0) {
        struct buffer rest = { .arena = m->arena };
        const struct fill fill = { "count", arena_printf(m->arena, "%d", more) };
        tr_fill(&rest, m->language,
                trn(m->language, "{count} more sign of this setting", "{count} more signs of this setting", (unsigned long)more), &fill, 1);
        maker_add_to_list(m, &list, buffer_text(&rest));
    }
    if (list.size)
        maker_add_item(m, f, state_words.words[STATE_NOT_ASKED], trc(m->language, "answer", state_labels[STATE_NOT_ASKED]),
                       buffer_text(&list));
}

static void derive_not_asked(struct maker *m, const struct note_field *f) {
    static const enum state states[] = { STATE_DECLINED, STATE_NOT_SAFE, STATE_NOT_KNOWN, STATE_NOT_OBSERVABLE };
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        add_signs_in_state(m, f, states[i]);
    add_signs_not_asked(m, f);
    const char *dangers = note_waits(m->session, "danger-noted") ? NULL : dangers_with(m, DANGER_NOT_ASKED);
    if (dangers)
        maker_add_item(m, f, "danger", maker_ui(m, N_("Danger questions not asked yet")), dangers);
}

static void derive_signs_no(struct maker *m, const struct note_field *f) {
    add_signs_in_state(m, f, STATE_NOT_NOTED);
}

/* Comes last in note.json, after all that cites. */
static void derive_sources(struct maker *m, const struct note_field *f) {
    for (int i = 0; i < m->pack->sources.count; i++) {
        const struct source *x = &m->pack->sources.items[i];
        if (m->cited[i])
            maker_add_item(m, f, x->key, x->key, x->year[0] ? arena_printf(m->arena, "%s (%s)", x->document, x->year) : x->document);
    }
}

static void derive_content_version(struct maker *m, const struct note_field *f) {
    struct buffer b = { .arena = m->arena };
    const struct pack_about *p = &m->pack->about;
    const struct fill fills[] = { { "pack", p->name }, { "version", p->version }, { "date", p->date }, { "law", p->legal_status } };
    tr_fill(&b, m->language, maker_ui(m, N_("{pack}, version {version} of {date}. Law as of {law}.")), fills, 4);
    struct note_item *item = maker_add_item(m, f, NULL, maker_field_label(m, f), buffer_text(&b));
    if (m->language->draft)
        maker_add_line(m, item, maker_ui(m, N_("Translation")), maker_ui(m, N_("A draft, not yet approved")));
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
    { "file-only", derive_file_only },
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

void maker_derive(struct maker *m, const struct note_field *f) {
    const struct derived *d = find_derived(f->id);
    if (d)
        d->derive(m, f);
}
