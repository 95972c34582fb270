/* What no single file can show. Everything here is about a pack that could be read. */
#include "core/assess.h"
#include "core/fact.h"

#include <string.h>

#define SENTENCE_WORDS 25
#define QUICK_SET_MAX 7
#define TILES 3
#define STEPS_MIN 3
#define STEPS_MAX 5
#define PROMPT_SIGNS_MIN 2
#define PROMPT_SIGNS_MAX 4
#define HIDDEN_BOXES 6 /* what the page has room for, and no hole */

struct check {
    struct arena *arena;
    const struct pack *pack;
    struct problems *problems;
    bool *sign_shown, *rule_shown, *measure_shown, *route_shown, *form_shown, *guard_shown; /* by a case */
};

static void problem(struct check *c, const struct origin *at, const char *text) {
    problem_add(c->problems, at->file ? at->file : "", at->line, at->path ? at->path : "", "%s", text);
}

#define PROBLEM(c, at, ...) problem((c), (at), arena_printf((c)->arena, __VA_ARGS__))

/* ---- words */

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_word_part(char c) {
    return (c >= 'a' && c <= 'z') || (c & 0x80);
}

/* Does the text hold these words, as words of their own, whatever the case? */
static bool holds_words(const char *text, const char *words) {
    size_t size = strlen(words);
    for (const char *at = text; *at; at++) {
        size_t same = 0;
        while (same < size && at[same] && lower(at[same]) == lower(words[same]))
            same++;
        if (same == size && (at == text || !is_word_part(lower(at[-1]))) && !is_word_part(lower(at[size])))
            return true;
    }
    return false;
}

/* Words in the longest sentence. A sentence ends with a point, question or exclamation mark
 * or colon before a blank. */
static int longest_sentence(const char *text) {
    int longest = 0, words = 0;
    for (const char *at = text; *at;) {
        size_t size = strcspn(at, " ");
        if (size > 0)
            words++;
        if (words > longest)
            longest = words;
        if (size > 0 && strchr(".?!:", at[size - 1]))
            words = 0;
        at += size + (at[size] == ' ');
    }
    return longest;
}

static void check_texts(struct check *c) {
    pack_texts texts = pack_list_texts(c->arena, c->pack);
    for (int i = 0; i < texts.count; i++) {
        const struct pack_text *t = &texts.items[i];
        const char *path = arena_printf(c->arena, "%s%s%s/%s", t->kind, t->id ? " " : "", t->id ? t->id : "", t->field);
        struct origin at = { t->file, t->line, path };
        if (longest_sentence(t->text) > SENTENCE_WORDS)
            PROBLEM(c, &at, "a sentence has %d words, at most %d are easy to read", longest_sentence(t->text), SENTENCE_WORDS);
        for (int f = 0; f < c->pack->about.forbidden.count; f++) {
            const struct forbidden *word = &c->pack->about.forbidden.items[f];
            if (holds_words(t->text, word->words))
                PROBLEM(c, &at, "holds the words %s; %s", word->words, word->instead);
        }
    }
}

/* ---- single things */

static void check_date(struct check *c, const struct origin *at, const char *date, const char *what) {
    struct date_time parsed;
    if (!date_read(date, &parsed))
        PROBLEM(c, at, "%s must be a date like 2026-01-02", what);
}

static bool is_state_code(struct bytes code) {
    return code.size == 2 && strspn(code.data, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") >= 2;
}

static bool stands_in_states(const struct states *s, struct bytes code) {
    for (int i = 0; i < s->states.count; i++)
        if (!strncmp(s->states.items[i].code, code.data, code.size) && !s->states.items[i].code[code.size])
            return true;
    return false;
}

static void check_states(struct check *c) {
    const struct states *states = &c->pack->states;
    for (int i = 0; i < states->states.count; i++)
        if (!is_state_code((struct bytes){ states->states.items[i].code, strlen(states->states.items[i].code) }))
            PROBLEM(c, &states->states.items[i].origin, "the code of a state is two capital letters");
    const char *codes = c->pack->about.eu_states;
    for (struct bytes code; session_next_code(&codes, &code);)
        if (!is_state_code(code))
            PROBLEM(c, &c->pack->about.origin, "eu-states must be codes of two capital letters with a blank between");
        else if (!stands_in_states(states, code))
            PROBLEM(c, &c->pack->about.origin, "eu-states names %.2s, which is missing in states.json", code.data);
}

/* As an answers file has them under languages. */
static void check_languages(struct check *c) {
    const struct languages *l = &c->pack->languages;
    for (int i = 0; i < l->languages.count; i++) {
        const char *code = l->languages.items[i].code;
        size_t size = strspn(code, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-");
        if (size < 2 || size > 16 || code[size])
            PROBLEM(c, &l->languages.items[i].origin, "the code of a language is 2 to 16 letters or hyphens");
    }
}

static void check_hidden(struct check *c) {
    if (c->pack->hidden.boxes.count != HIDDEN_BOXES)
        PROBLEM(c, &c->pack->hidden.origin, "there must be six boxes");
}

/* `now` stands where the whole action has no room. */
static void check_dangers(struct check *c) {
    for (int i = 0; i < c->pack->dangers.count; i++) {
        const struct danger_question *d = &c->pack->dangers.items[i];
        if (strlen(d->now) > strlen(d->action))
            PROBLEM(c, &d->origin, "now is longer than action, which it shortens");
    }
}

static bool lists_form(const struct indicator *i, int form) {
    for (int f = 0; f < i->forms.count; f++)
        if (i->forms.items[f].index == form)
            return true;
    return i->forms.every;
}

static void check_indicator(struct check *c, const struct indicator *i) {
    const unsigned leading = ELEMENT_MEANS | BIT(ELEMENT_PURPOSE);
    if (i->elements & leading && i->ask_child.index >= 0)
        PROBLEM(c, &i->origin, "a sign of means or purpose must not be asked of a child");
    if (i->who == WHO_CHILD && i->strength.adult != STRENGTH_NONE)
        PROBLEM(c, &i->origin, "a sign for children only must have the strength none for an adult");
    if (i->who == WHO_ADULT && i->strength.child != STRENGTH_NONE)
        PROBLEM(c, &i->origin, "a sign for adults only must have the strength none for a child");
    if (i->strength.adult == STRENGTH_NONE && i->strength.child == STRENGTH_NONE)
        PROBLEM(c, &i->origin, "a sign without any strength changes nothing");
    if (!strcmp(basis_words.words[i->basis], "ilo") && !i->dimension)
        PROBLEM(c, &i->origin, "a value taken from the ILO needs its key in dimension");
}

static void check_forms(struct check *c) {
    for (int f = 0; f < c->pack->forms.forms.count; f++) {
        const struct form *form = &c->pack->forms.forms.items[f];
        for (int s = 0; s < form->signs.count; s++) {
            const struct indicator *i = &c->pack->indicators.items[form->signs.items[s].index];
            if (!lists_form(i, f))
                PROBLEM(c, &form->origin, "the sign %s does not list this form", i->id);
        }
    }
}

/* "2022", "2022-05" or a whole date. */
static bool is_partial_date(const char *date) {
    struct date_time parsed;
    char whole[] = "0000-01-01";
    size_t size = strlen(date);
    if (size != 4 && size != 7 && size != 10)
        return false;
    memcpy(whole, date, size);
    return date_read(whole, &parsed);
}

static void check_contact(struct check *c, const struct contact *x) {
    if (!x->number && !x->other)
        PROBLEM(c, &x->origin, "a contact needs a number or another way; what nobody has checked stands in to-check");
    if (x->date && !is_partial_date(x->date))
        PROBLEM(c, &x->origin, "the date of a contact must be like 2026-01-02, 2026-01 or 2026");
}

static void check_countries(struct check *c) {
    for (int i = 0; i < c->pack->countries.count; i++) {
        const struct country *country = &c->pack->countries.items[i];
        for (int k = 0; k < country->contacts.count; k++)
            check_contact(c, &country->contacts.items[k]);
        for (int k = 0; k < country->law.count; k++)
            check_date(c, &country->law.items[k].origin, country->law.items[k].date, "the date of the law");
    }
}

/* ---- settings */

static void check_signs_fit(struct check *c, const struct setting *s, const struct refs *signs, int who, const char *where) {
    if (signs->count > QUICK_SET_MAX)
        PROBLEM(c, &s->origin, "%s has more than %d signs", where, QUICK_SET_MAX);
    for (int i = 0; i < signs->count; i++) {
        const struct indicator *x = &c->pack->indicators.items[signs->items[i].index];
        if (ids_find(&s->signs, x->id) < 0)
            PROBLEM(c, &s->origin, "%s names %s, which stands in no group of the setting", where, x->id);
        if (x->who != WHO_ANY && x->who != who)
            PROBLEM(c, &s->origin, "%s names %s, which is not meant for that age", where, x->id);
    }
}

/* What adult signs of a setting can speak about at all (rulings C, last line). */
static void check_reach(struct check *c, const struct setting *s) {
    unsigned elements = 0;
    for (int i = 0; i < s->signs.count; i++) {
        const struct indicator *x = &c->pack->indicators.items[pack_find(c->pack, THING_INDICATOR, s->signs.items[i].name)];
        if (x->strength.adult != STRENGTH_NONE)
            elements |= x->elements;
    }
    for (int e = ELEMENT_ACT; e <= ELEMENT_PURPOSE; e++)
        if (!(elements & BIT(e)))
            PROBLEM(c, &s->origin, "no sign for adults can show the element %s", element_words.words[e]);
    for (int f = 0; f < c->pack->forms.forms.count; f++) {
        const struct form *form = &c->pack->forms.forms.items[f];
        bool reached = form->activities.count > 0;
        for (int i = 0; i < form->signs.count && !reached; i++)
            reached = ids_find(&s->signs, c->pack->indicators.items[form->signs.items[i].index].id) >= 0;
        if (!reached)
            PROBLEM(c, &s->origin, "neither an activity nor a sign of the setting can name the form %s", form->id);
    }
}

/* The code of the booth carries the rows, and names them by their ids. */
static void check_lane(struct check *c, const struct setting *s) {
    if (s->lane.count > LANE_ROWS)
        PROBLEM(c, &s->origin, "the lane has more than %d rows", LANE_ROWS);
    for (int i = 0; i < s->lane.count; i++) {
        const struct lane_row *r = &s->lane.items[i];
        if (ids_find(&s->signs, r->sign.id) < 0)
            PROBLEM(c, &r->origin, "the row notes %s, which stands in no group of the setting", r->sign.id);
        for (int k = 0; k < i; k++)
            if (!strcmp(s->lane.items[k].id, r->id) || s->lane.items[k].sign.index == r->sign.index)
                PROBLEM(c, &r->origin, "the row %s stands twice", r->id);
    }
}

static void check_setting(struct check *c, const struct setting *s) {
    check_signs_fit(c, s, &s->quick.adult, WHO_ADULT, "the quick set for adults");
    check_signs_fit(c, s, &s->quick.child, WHO_CHILD, "the quick set for children");
    check_signs_fit(c, s, &s->quick.file, WHO_ADULT, "the quick set for an adult's file");
    check_signs_fit(c, s, &s->quick.file_child, WHO_CHILD, "the quick set for a child's file");
    if (s->tiles.count != TILES)
        PROBLEM(c, &s->origin, "there must be three danger questions in tiles");
    for (int i = 0; i < s->tiles.count; i++)
        if (!(c->pack->dangers.items[s->tiles.items[i].index].settings & BIT(s->kind)))
            PROBLEM(c, &s->origin, "the danger question %s is not meant for this setting", s->tiles.items[i].id);
    for (int i = 0; i < s->signs.count; i++) {
        const struct indicator *x = &c->pack->indicators.items[pack_find(c->pack, THING_INDICATOR, s->signs.items[i].name)];
        if (!(x->settings & BIT(s->kind)))
            PROBLEM(c, &s->origin, "the sign %s is not meant for this kind of setting", x->id);
    }
    if (s->lane.count > 0)
        check_lane(c, s); /* seven rows cannot show everything, and need not */
    else
        check_reach(c, s);
}

/* A sign meant for a kind of place must be found in a setting of that kind. */
static void check_signs_are_placed(struct check *c) {
    for (int i = 0; i < c->pack->indicators.count; i++) {
        const struct indicator *x = &c->pack->indicators.items[i];
        for (int kind = 0; kind < place_kind_words.count; kind++) {
            bool exists = false, placed = false;
            for (int s = 0; s < c->pack->settings.count; s++)
                if (c->pack->settings.items[s].kind == kind) {
                    exists = true;
                    placed = placed || ids_find(&c->pack->settings.items[s].signs, x->id) >= 0;
                }
            if (x->settings & BIT(kind) && exists && !placed)
                PROBLEM(c, &x->origin, "is meant for %s but stands in no group of such a setting", place_kind_words.words[kind]);
        }
    }
}

/* A reminder of what cannot be noted in any setting would lead nowhere. */
static bool stands_in_a_setting(const struct pack *p, const char *sign) {
    for (int i = 0; i < p->settings.count; i++)
        if (ids_find(&p->settings.items[i].signs, sign) >= 0)
            return true;
    return false;
}

static void check_prompts(struct check *c) {
    const struct prompts *prompts = &c->pack->prompts;
    for (int i = 0; i < prompts->prompts.count; i++) {
        const struct prompt *p = &prompts->prompts.items[i];
        if (p->signs.count < PROMPT_SIGNS_MIN || p->signs.count > PROMPT_SIGNS_MAX)
            PROBLEM(c, &p->origin, "must name two to four signs");
        for (int s = 0; s < p->signs.count; s++)
            if (!stands_in_a_setting(c->pack, p->signs.items[s].id))
                PROBLEM(c, &p->origin, "the sign %s stands in no group of a setting", p->signs.items[s].id);
    }
}

/* ---- rules */

static void check_steps(struct check *c) {
    for (int i = 0; i < c->pack->rules.outcomes.count; i++) {
        const struct outcome *o = &c->pack->rules.outcomes.items[i];
        int own = o->steps.count, child = o->steps_for_child.count;
        if (own < STEPS_MIN || own > STEPS_MAX || (child && (child < STEPS_MIN || child > STEPS_MAX)))
            PROBLEM(c, &o->origin, "must have three to five steps");
    }
}

static void check_rules(struct check *c) {
    const struct rules *rules = &c->pack->rules;
    for (int i = 0; i < rules->rules.count; i++)
        if (i < rules->rules.count - 1 && rules->rules.items[i].otherwise)
            PROBLEM(c, &rules->rules.items[i].origin, "a rule for all other cases stands before others, which it hides");
    for (int u = 1; u < rules->urgency.count; u++)
        if (rules->urgency.items[u].level > rules->urgency.items[u - 1].level)
            PROBLEM(c, &rules->urgency.items[u].origin, "stands below a lower level, which hides it");
}

static bool tried_in_would_change(const struct rules *rules, int fact) {
    for (int i = 0; i < rules->would_change.count; i++)
        if (rules->would_change.items[i].fact == fact)
            return true;
    return false;
}

static void check_open_first(struct check *c) {
    const struct rules *rules = &c->pack->rules;
    for (int i = 0; i < rules->open_first.count; i++)
        if (!tried_in_would_change(rules, rules->open_first.items[i].fact))
            PROBLEM(c, &rules->open_first.items[i].origin, "this fact stands in no row of would-change, so it is never an open point");
}

static void check_receivers(struct check *c) {
    const struct routes *routes = &c->pack->routes;
    if (!routes->routes.items[routes->adult.index].receives_note || !routes->routes.items[routes->child.index].receives_note)
        PROBLEM(c, &routes->origin, "a note goes to receiver-adult or receiver-child, so both must receive notes");
}

/* ---- cases */

static bool has_finding(const findings *list, int index) {
    for (int i = 0; i < list->count; i++)
        if (list->items[i].index == index)
            return true;
    return false;
}

static void expect_findings(struct check *c, const struct content_case *k, const findings *list, const struct refs *refs, bool present,
                            const char *what) {
    for (int i = 0; i < refs->count; i++)
        if (has_finding(list, refs->items[i].index) != present)
            PROBLEM(c, &k->expect.origin, present ? "the %s %s is missing" : "the %s %s should not be there", what, refs->items[i].id);
}

static const char *rule_list(struct check *c, const findings *rules) {
    struct buffer b = { .arena = c->arena };
    for (int i = 0; i < rules->count; i++)
        buffer_printf(&b, "%s%s", i ? ", " : "", c->pack->rules.rules.items[rules->items[i].index].id);
    return buffer_text(&b);
}

static void expect_assessment(struct check *c, const struct content_case *k, const struct assessment *r) {
    const struct expectation *e = &k->expect;
    if (r->outcome != e->outcome.index)
        PROBLEM(c, &e->origin, "the outcome is %s, expected %s", c->pack->rules.outcomes.items[r->outcome].id, e->outcome.id);
    if (r->urgency != (enum urgency)e->urgency)
        PROBLEM(c, &e->origin, "the urgency is %s, expected %s", urgency_words.words[r->urgency], urgency_words.words[e->urgency]);
    expect_findings(c, k, &r->rules, &e->rules, true, "rule");
    if (r->rules.count != e->rules.count)
        PROBLEM(c, &e->origin, "the rules are %s", rule_list(c, &r->rules));
    expect_findings(c, k, &r->forms, &e->forms, true, "form");
    expect_findings(c, k, &r->routes, &e->routes, true, "route");
    expect_findings(c, k, &r->measures, &e->measures, true, "measure");
    expect_findings(c, k, &r->forms, &e->without_forms, false, "form");
    expect_findings(c, k, &r->routes, &e->without_routes, false, "route");
    expect_findings(c, k, &r->measures, &e->without_measures, false, "measure");
    expect_findings(c, k, &r->guards, &e->guards, true, "guard");
    expect_findings(c, k, &r->guards, &e->without_guards, false, "guard");
    if (e->first_open && (!r->open.count || strcmp(ground_name(c->arena, c->pack, r->open.items[0]), e->first_open) != 0))
        PROBLEM(c, &e->origin, "the first open point is not %s", e->first_open);
}

static void mark_signs(struct check *c, const struct session *s) {
    for (int i = 0; i < c->pack->indicators.count; i++)
        c->sign_shown[i] = c->sign_shown[i] || session_sign(s, i) == STATE_NOTED;
}

static void mark(bool *shown, const findings *list) {
    for (int i = 0; i < list->count; i++)
        shown[list->items[i].index] = true;
}

static void run_case(struct check *c, const struct content_case *k) {
    struct session session;
    struct arena scratch = { 0 };
    if (session_read_json(&scratch, c->pack, k->answers, k->origin.file, &session, c->problems)) {
        struct assessment r = assess(&scratch, c->pack, &session, NULL);
        expect_assessment(c, k, &r);
        mark_signs(c, &session);
        mark(c->rule_shown, &r.rules);
        mark(c->measure_shown, &r.measures);
        mark(c->route_shown, &r.routes);
        mark(c->form_shown, &r.forms);
        mark(c->guard_shown, &r.guards);
    }
    arena_free(&scratch);
}

static void check_cases(struct check *c) {
    const struct pack *p = c->pack;
    c->sign_shown = arena_alloc(c->arena, (size_t)p->indicators.count, sizeof(bool));
    c->rule_shown = arena_alloc(c->arena, (size_t)p->rules.rules.count, sizeof(bool));
    c->measure_shown = arena_alloc(c->arena, (size_t)p->measures.count, sizeof(bool));
    c->route_shown = arena_alloc(c->arena, (size_t)p->routes.routes.count, sizeof(bool));
    c->guard_shown = arena_alloc(c->arena, (size_t)p->guards.count, sizeof(bool));
    c->form_shown = arena_alloc(c->arena, (size_t)p->forms.forms.count, sizeof(bool));
    for (int f = 0; f < p->case_files.count; f++)
        for (int i = 0; i < p->case_files.items[f].cases.count; i++)
            run_case(c, &p->case_files.items[f].cases.items[i]);
    for (int i = 0; i < p->indicators.count; i++)
        if (!c->sign_shown[i])
            PROBLEM(c, &p->indicators.items[i].origin, "no case notes this sign");
    for (int i = 0; i < p->rules.rules.count; i++)
        if (!c->rule_shown[i])
            PROBLEM(c, &p->rules.rules.items[i].origin, "no case makes this rule hold");
    for (int i = 0; i < p->measures.count; i++)
        if (!c->measure_shown[i])
            PROBLEM(c, &p->measures.items[i].origin, "no case leads to this measure");
    for (int i = 0; i < p->routes.routes.count; i++)
        if (!c->route_shown[i])
            PROBLEM(c, &p->routes.routes.items[i].origin, "no case leads to this route");
    for (int i = 0; i < p->forms.forms.count; i++)
        if (!c->form_shown[i])
            PROBLEM(c, &p->forms.forms.items[i].origin, "no case leads to this form");
    for (int i = 0; i < p->guards.count; i++)
        if (!c->guard_shown[i])
            PROBLEM(c, &p->guards.items[i].origin, "no case leads to this guard");
}

/* ---- every way through ends: in each setting, for each age and gender, with what to do and with
 * somebody who can be told */

static const char *path_name(struct check *c, const struct setting *s, const struct session *session, const char *what) {
    const struct fact_info *age = &facts[FACT_AGE], *gender = &facts[FACT_GENDER];
    return arena_printf(c->arena, "%s, %s, %s, %s", s->id, age->values[session_fact(session, FACT_AGE) - 1].word,
                        gender->values[session_fact(session, FACT_GENDER) - 1].word, what);
}

static bool has_receiver(const struct pack *p, const struct assessment *r) {
    for (int i = 0; i < r->routes.count; i++)
        if (p->routes.routes.items[r->routes.items[i].index].receives_note)
            return true;
    return false;
}

static void check_end(struct check *c, const struct setting *s, const struct session *session, const char *what, bool noted) {
    struct arena scratch = { 0 };
    struct assessment r = assess_without_pairs(&scratch, c->pack, session, NULL);
    const struct outcome *o = &c->pack->rules.outcomes.items[r.outcome];
    if (o->steps.count == 0 && (!r.child || o->steps_for_child.count == 0))
        PROBLEM(c, &s->origin, "the path %s ends without a next step", path_name(c, s, session, what));
    if (noted && !has_receiver(c->pack, &r))
        PROBLEM(c, &s->origin, "the path %s ends without anybody to tell", path_name(c, s, session, what));
    arena_free(&scratch);
}

/* Nothing noted, and then the whole quick set: it must be able to lead to somebody. */
static void check_path(struct check *c, int setting, int age, int gender) {
    struct arena scratch = { 0 };
    const struct setting *s = &c->pack->settings.items[setting];
    struct session session = session_new(&scratch, c->pack, setting);
    session_set(&session, SLOT_FACT, FACT_AGE, (struct slot){ .value = age });
    session_set(&session, SLOT_FACT, FACT_GENDER, (struct slot){ .value = gender });
    check_end(c, s, &session, "nothing noted", false);
    const struct refs *quick = session_quick(&session, age != fact_value_find(FACT_AGE, "adult"));
    for (int i = 0; i < quick->count; i++)
        session_set(&session, SLOT_SIGN, quick->items[i].index, (struct slot){ .value = STATE_NOTED, .known = BIT(KNOWN_SAID) });
    check_end(c, s, &session, "the quick set noted", true);
    arena_free(&scratch);
}

static void check_paths(struct check *c) {
    for (int s = 0; s < c->pack->settings.count; s++)
        for (int age = 1; age <= facts[FACT_AGE].value_count; age++)
            for (int gender = 1; gender <= facts[FACT_GENDER].value_count; gender++)
                check_path(c, s, age, gender);
}

void pack_check(struct arena *a, const struct pack *p, struct problems *problems) {
    struct check c = { .arena = a, .pack = p, .problems = problems };
    check_date(&c, &p->about.origin, p->about.date, "date");
    check_date(&c, &p->about.origin, p->about.legal_status, "legal-status");
    check_states(&c);
    check_languages(&c);
    check_hidden(&c);
    check_dangers(&c);
    check_texts(&c);
    for (int i = 0; i < p->indicators.count; i++)
        check_indicator(&c, &p->indicators.items[i]);
    check_forms(&c);
    check_countries(&c);
    for (int i = 0; i < p->settings.count; i++)
        check_setting(&c, &p->settings.items[i]);
    check_signs_are_placed(&c);
    check_prompts(&c);
    check_steps(&c);
    check_rules(&c);
    check_open_first(&c);
    check_receivers(&c);
    check_paths(&c);
    check_cases(&c);
}
