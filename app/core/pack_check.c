/* What no single file can show. Everything here is about a pack that could be read. */
#include "core/pack_play.h"
#include "core/pack_words.h"
#include "core/session.h"

#include "base/date.h"

#include <string.h>

#define QUICK_SET_MAX 7
#define TILES 3
#define STEPS_MIN 3
#define STEPS_MAX 5
#define PROMPT_SIGNS_MIN 2
#define PROMPT_SIGNS_MAX 4
#define OLDEST_YEAR "2000"
#define NUMBER_LETTERS 16 /* "ext. 12", "from abroad" */
#define HIDDEN_BOXES 6    /* what the page has room for, and no hole */

struct check {
    struct arena *arena;
    const struct pack *pack;
    const char *today; /* "2026-01-02", or NULL */
    struct problems *problems;
};

#define PROBLEM(c, at, ...) problem_at((c)->problems, (at), arena_printf((c)->arena, __VA_ARGS__))

/* ---- single things */

/* The future, and what is older than any law or number here. `date` may be a year or a month. */
static void refuse_other_times(struct check *c, const struct origin *at, const char *date, const char *what) {
    if (c->today && strncmp(date, c->today, strlen(date)) > 0)
        PROBLEM(c, at, "%s %s lies after today, %s", what, date, c->today);
    if (strncmp(date, OLDEST_YEAR, 4) < 0)
        PROBLEM(c, at, "%s %s lies before %s; look the year up again", what, date, OLDEST_YEAR);
}

static void check_date(struct check *c, const struct origin *at, const char *date, const char *what) {
    struct date_time parsed;
    if (date_read(date, &parsed))
        refuse_other_times(c, at, date, what);
    else
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

/* Where there are files of states at all, each member of the Union has one. */
static bool lacks_file(const struct check *c, struct bytes code) {
    for (int i = 0; i < c->pack->countries.count; i++)
        if (!strncmp(c->pack->countries.items[i].id, code.data, code.size))
            return false;
    return c->pack->countries.count > 0;
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
        else if (lacks_file(c, code))
            PROBLEM(c, &c->pack->about.origin, "eu-states names %.2s, but there is no countries/%.2s.json; add it, its contacts may be []",
                    code.data, code.data);
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
    const struct hidden_file *hidden = &c->pack->hidden;
    unsigned settings = 0;
    for (int i = 0; i < hidden->count; i++) {
        const struct hidden_page *page = &hidden->items[i];
        if (page->boxes.count != HIDDEN_BOXES)
            PROBLEM(c, &page->origin, "there must be six boxes");
        if (settings & page->settings)
            PROBLEM(c, &page->origin, "a page above is for the same kind of place");
        settings |= page->settings;
    }
    for (int kind = 0; kind < place_kind_words.count; kind++)
        if (!(settings & BIT(kind)))
            PROBLEM(c, &hidden->origin, "no page hides the work in the kind of place %s", place_kind_words.words[kind]);
}

/* `now` stands where the whole action has no room. */
static void check_dangers(struct check *c) {
    for (int i = 0; i < c->pack->dangers.count; i++) {
        const struct danger_question *d = &c->pack->dangers.items[i];
        if (strlen(d->now) > strlen(d->action))
            PROBLEM(c, &d->origin, "now is longer than action, which it shortens");
        for (int k = 0; k < d->at.count; k++) {
            const struct danger_at *at = &d->at.items[k];
            if (strlen(at->now) > strlen(at->action))
                PROBLEM(c, &at->origin, "now is longer than action, which it shortens");
            if (at->settings & ~d->settings)
                PROBLEM(c, &at->origin, "the question is not asked in all of these kinds of place");
        }
    }
}

static bool lists_form(const struct indicator *i, int form) {
    return i->forms.every || refs_have(&i->forms, form);
}

/* Keys of the ILO's list: D1.1 to as many as rules.json says. */
static void check_dimension(struct check *c, const struct indicator *i) {
    const struct dimension *d = &c->pack->rules.dimensions.items[i->dimension_number - 1];
    const char *number = i->dimension + 2;
    size_t digits = *number == '.' && number[1] != '0' ? strspn(number + 1, "0123456789") : 0;
    int key = 0;
    for (size_t k = 1; k <= digits && digits <= 2; k++)
        key = key * 10 + (number[k] - '0');
    if (digits == 0 || number[1 + digits] || key < 1 || key > d->keys)
        PROBLEM(c, &i->origin, "dimension is %.8s; the keys of %s are %s.1 to %s.%d", i->dimension, d->id, d->id, d->id, d->keys);
}

static bool is_all_our_own(const citations *sources) {
    for (int i = 0; i < sources->count; i++)
        if (strcmp(tag_words.words[sources->items[i].tag], "own") != 0 && strcmp(sources->items[i].key.id, "own") != 0)
            return false;
    return true;
}

static void check_indicator(struct check *c, const struct indicator *i) {
    const unsigned any = BIT(choices_find(&gender_words, "any"));
    const unsigned leading = ELEMENT_MEANS | BIT(ELEMENT_PURPOSE);
    if (i->elements & leading && i->ask_child.index >= 0)
        PROBLEM(c, &i->origin, "a sign of means or purpose must not be asked of a child; write null at ask-child");
    if (i->who == WHO_CHILD && i->strength.adult != STRENGTH_NONE)
        PROBLEM(c, &i->origin, "a sign for children only must have the strength none for an adult");
    if (i->who == WHO_ADULT && i->strength.child != STRENGTH_NONE)
        PROBLEM(c, &i->origin, "a sign for adults only must have the strength none for a child");
    if (i->strength.adult == STRENGTH_NONE && i->strength.child == STRENGTH_NONE)
        PROBLEM(c, &i->origin, "a sign without any strength changes nothing");
    if (!strcmp(basis_words.words[i->basis], "ilo") && !i->dimension)
        PROBLEM(c, &i->origin, "a value taken from the ILO needs its key in dimension");
    if (i->dimension)
        check_dimension(c, i);
    if (i->gender & any && i->gender & ~any)
        PROBLEM(c, &i->origin, "gender has any and another beside it; any is everyone, so leave out one or the other");
    if (is_all_our_own(&i->sources))
        PROBLEM(c, &i->origin, "a sign needs a source beside own; name the document that describes it, or leave the sign out");
}

/* Beside the one that opens the talk, a question reaches a child only by a sign. */
static void check_child_questions(struct check *c) {
    const struct questions *q = &c->pack->questions;
    for (int i = 0; i < q->child.count; i++) {
        bool asked = q->open.index == i;
        for (int k = 0; k < c->pack->indicators.count && !asked; k++)
            asked = c->pack->indicators.items[k].ask_child.index == i;
        if (!asked)
            PROBLEM(c, &q->child.items[i].origin, "no sign names this question under ask-child, so no child would hear it");
    }
}

static void check_sources(struct check *c) {
    for (int i = 0; i < c->pack->sources.count; i++)
        if (!c->pack->sources.items[i].cited)
            PROBLEM(c, &c->pack->sources.items[i].origin, "nothing names this source; take it out, or name it where it holds");
}

static void check_forms(struct check *c) {
    for (int f = 0; f < c->pack->forms.forms.count; f++) {
        const struct form *form = &c->pack->forms.forms.items[f];
        for (int s = 0; s < form->signs.count; s++) {
            const struct indicator *i = &c->pack->indicators.items[form->signs.items[s].index];
            if (!lists_form(i, f))
                PROBLEM(c, &form->origin, "the sign %s does not list this form; add it to forms there, in %s", i->id, i->origin.file);
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

/* Digits first, then what parts them, and a few letters: "800 077; +44 20 7946 0000 ext. 12 (abroad)". */
static bool is_number(const char *text) {
    int digits = 0, letters = 0;
    bool plain = *text == '+' || *text == '(' || (*text >= '0' && *text <= '9');
    for (const char *at = text; *at && plain; at++) {
        bool letter = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z');
        bool digit = *at >= '0' && *at <= '9';
        digits += digit;
        letters = *at == ';' ? 0 : letters + letter;
        plain = (digit || (letter && digits >= 2) || strchr(" +()/-.,;*#", *at)) && letters <= NUMBER_LETTERS;
    }
    return plain && digits >= 2;
}

static void check_contact(struct check *c, const struct contact *x) {
    if (x->number && !is_number(x->number))
        PROBLEM(c, &x->origin,
                "number must be one that can be dialled: digits, plain blanks, + ( ) / -, \"ext. 12\" behind; "
                "another way stands in other, words in note, and null where there is no number");
    if (x->date && is_partial_date(x->date))
        refuse_other_times(c, &x->origin, x->date, "the date of the contact");
    else if (x->date)
        PROBLEM(c, &x->origin, "the date of a contact must be like 2026-01-02, 2026-01 or 2026");
}

/* A digit with two more behind it, blanks and strokes between: a number that somebody could dial. A year is none. */
static bool holds_number(const char *text) {
    for (const char *at = text; (at = strpbrk(at, "+0123456789")) != NULL;) {
        size_t size = strspn(at, "+0123456789 -/().");
        int digits = 0;
        for (size_t i = 0; i < size; i++)
            digits += at[i] >= '0' && at[i] <= '9';
        bool year = digits == 4 && (!strncmp(at, "19", 2) || !strncmp(at, "20", 2));
        bool in_a_name = at > text && at[-1] != ' ' && at[-1] != '(';
        if (digits >= 3 && !year && !in_a_name)
            return true;
        at += size;
    }
    return false;
}

static void check_country(struct check *c, const struct country *country) {
    if (!stands_in_states(&c->pack->states, (struct bytes){ country->id, strlen(country->id) }))
        PROBLEM(c, &country->origin, "there is no state %s in states.json", country->id);
    for (int k = 0; k < country->contacts.count; k++)
        check_contact(c, &country->contacts.items[k]);
    for (int k = 0; k < country->to_check.count; k++)
        if (holds_number(country->to_check.items[k].text))
            PROBLEM(c, &country->to_check.items[k].origin,
                    "holds a number that nobody has checked; a contact with its source may have one");
    for (int k = 0; k < country->law.count; k++)
        check_date(c, &country->law.items[k].origin, country->law.items[k].date, "the date of the law");
}

static void check_own(struct check *c) {
    for (int o = 0; o < c->pack->own.count; o++)
        for (int i = 0; i < c->pack->own.items[o].countries.count; i++)
            check_country(c, &c->pack->own.items[o].countries.items[i]);
}

static void check_countries(struct check *c) {
    for (int i = 0; i < c->pack->countries.count; i++)
        check_country(c, &c->pack->countries.items[i]);
    check_own(c);
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

/* An officer who must report says so before the talk; in the booth there is none. */
static void check_duty_is_said(struct check *c, const struct setting *s) {
    for (int i = 0; i < s->begin.count; i++)
        if (strstr(s->begin.items[i].text, "{duty}"))
            return;
    if (s->lane.count == 0)
        PROBLEM(c, &s->origin, "no line of begin holds {duty}, so nobody says what must be reported; write \"I must also report {duty}.\"");
}

/* A line that is meant for other kinds of place would never be said here. */
static void check_begin(struct check *c, const struct setting *s, const line_list *lines) {
    for (int i = 0; i < lines->count; i++)
        if (lines->items[i].settings && !(lines->items[i].settings & BIT(s->kind)))
            PROBLEM(c, &lines->items[i].origin, "the line is not meant for this kind of setting");
}

static void check_setting(struct check *c, const struct setting *s) {
    check_begin(c, s, &s->begin);
    check_begin(c, s, &s->begin_for_child);
    check_duty_is_said(c, s);
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

/* Some steps are for some kinds of place only: what is left must be enough everywhere. */
static void check_step_count(struct check *c, const struct outcome *o, const line_list *steps, bool optional) {
    for (int kind = 0; kind < place_kind_words.count && !(steps->count == 0 && optional); kind++) {
        int count = pack_lines_at(c->arena, steps, kind).count;
        if (count < STEPS_MIN || count > STEPS_MAX) {
            PROBLEM(c, &o->origin, "must have three to five steps in each kind of place, and has %d in %s", count,
                    place_kind_words.words[kind]);
            return;
        }
    }
}

static void check_steps(struct check *c) {
    for (int i = 0; i < c->pack->rules.outcomes.count; i++) {
        const struct outcome *o = &c->pack->rules.outcomes.items[i];
        check_step_count(c, o, &o->steps, false);
        check_step_count(c, o, &o->steps_for_child, true);
        check_step_count(c, o, &o->steps_for_file, true);
    }
}

static void check_lines_are_left(struct check *c, const struct origin *at, const line_list *lines, const char *what) {
    for (int kind = 0; kind < place_kind_words.count; kind++)
        if (pack_lines_at(c->arena, lines, kind).count == 0)
            PROBLEM(c, at, "no line of %s is left for %s", what, place_kind_words.words[kind]);
}

static void check_agreements(struct check *c) {
    const struct agreements *agreements = &c->pack->agreements;
    check_lines_are_left(c, &agreements->origin, &agreements->covers, "covers");
    for (int i = 0; i < agreements->answers.count; i++) {
        const struct agreement_answer *x = &agreements->answers.items[i];
        check_lines_are_left(c, &x->origin, &x->say, "say");
        check_lines_are_left(c, &x->origin, &x->leads_to, "leads-to");
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

static struct check begin_check(struct arena *a, const struct pack *p, const struct date_time *today, struct problems *problems) {
    struct check c = { .arena = a, .pack = p, .problems = problems };
    if (today)
        c.today = arena_printf(a, "%04d-%02d-%02d", today->year, today->month, today->day);
    return c;
}

void pack_check_own(struct arena *a, const struct pack *p, const struct date_time *today, struct problems *problems) {
    struct check c = begin_check(a, p, today, problems);
    check_own(&c);
}

void pack_check(struct arena *a, const struct pack *p, const struct date_time *today, struct problems *problems) {
    struct check c = begin_check(a, p, today, problems);
    check_date(&c, &p->about.origin, p->about.date, "date");
    check_date(&c, &p->about.origin, p->about.legal_status, "legal-status");
    check_states(&c);
    check_languages(&c);
    check_hidden(&c);
    check_dangers(&c);
    pack_check_words(a, p, problems);
    check_sources(&c);
    check_child_questions(&c);
    for (int i = 0; i < p->indicators.count; i++)
        check_indicator(&c, &p->indicators.items[i]);
    check_forms(&c);
    check_countries(&c);
    for (int i = 0; i < p->settings.count; i++)
        check_setting(&c, &p->settings.items[i]);
    check_signs_are_placed(&c);
    check_prompts(&c);
    check_steps(&c);
    check_agreements(&c);
    check_rules(&c);
    check_open_first(&c);
    check_receivers(&c);
    pack_play(a, p, problems);
}
