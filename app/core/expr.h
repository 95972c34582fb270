/* Conditions in three values, as content files write them. An open answer makes a condition
 * unknown, never no.
 *
 *   { "all": [..] }  { "any": [..] }  { "not": {..} }  { "at-least": 2, "of": [..] }
 *   { "fact": "profile.guardian", "in": ["absent", "missing"] }    missing: nothing was said
 *   { "is": "child" }                     a definition of rules.json
 *   { "signs": { "at-least": 2, ... } }   so many noted signs match
 *   { "two-elements": { "one-of": ["purpose"], "with-firm": true, ... } }
 *                                         two noted signs cover two different elements, of
 *                                         which one is listed
 *   { "dimension": { "with-firm": true } } one dimension is positive (fact base 2.3)
 *   { "danger": "now" }                   a danger answer with at least this effect
 *   { "danger-ids": ["t-pregnant"] }      one of these was answered yes, or unsure with an effect
 *   { "activity": ["household"], "times": ["done"] }    times may be left out
 *   { "outcome": ["refer-child"] }        for measures, routes, forms and urgency
 *   { "setting": ["border"] }             the kind of place
 *   { "place": ["visa-desk"] }            one of these settings
 *   { "deadline": "today" | "any" }
 *   { "always": true }
 *
 * A match for signs takes any of: strength (at least this), elements (one of), all-elements,
 * without-elements, firm, ids, who, forms; under signs also noted-only: a sign that was not asked
 * counts as not noted. { "not": { "signs": { "noted-only": true, .. } } } takes something away once
 * a sign is noted, and leaves it while nobody asked. */
#ifndef CORE_EXPR_H
#define CORE_EXPR_H

#include "core/fact.h"
#include "core/terms.h"

enum truth { NO, UNKNOWN, YES };

enum expr_kind {
    EXPR_ALL,
    EXPR_ANY,
    EXPR_NOT,
    EXPR_AT_LEAST,
    EXPR_FACT,
    EXPR_IS,
    EXPR_SIGNS,
    EXPR_TWO_ELEMENTS,
    EXPR_DIMENSION,
    EXPR_DANGER,
    EXPR_DANGER_IDS,
    EXPR_ACTIVITY,
    EXPR_OUTCOME,
    EXPR_SETTING,
    EXPR_PLACE,
    EXPR_DEADLINE,
    EXPR_ALWAYS
};

/* Which noted signs are meant; what is zero or empty does not restrict. */
struct match {
    struct origin origin;
    int strength; /* at least, as it counts for this person */
    unsigned elements, all_elements, without_elements;
    unsigned one_of; /* EXPR_TWO_ELEMENTS: one of the two elements is among these */
    bool firm, noted_only;
    struct refs ids, forms;
    unsigned who;
    int at_least;
    bool with_firm;
};

struct expr {
    enum expr_kind kind;
    LIST(struct expr) parts;
    int number;    /* EXPR_AT_LEAST; EXPR_FACT: the fact; EXPR_DANGER: the effect; EXPR_DEADLINE: 1 for today */
    unsigned bits; /* EXPR_FACT: values, bit 0 for missing; EXPR_ACTIVITY: times; EXPR_SETTING: kinds */
    struct ref is;
    struct refs refs; /* EXPR_DANGER_IDS, EXPR_ACTIVITY, EXPR_OUTCOME, EXPR_PLACE */
    struct match match;
    const struct json *from; /* as it was written, for printing the rules */
};

/* What an editor reads who wrote no fact, or no value of it: what stands there and what may stand there. */
void expr_refuse_fact(struct record_reader *r, const struct json *from, const char *path);
void expr_refuse_value(struct record_reader *r, const struct json *from, const char *path, enum fact fact);

/* For the tables of the pack reader: FIELD_OTHER into a struct expr. */
void expr_read(struct record_reader *r, const struct json *from, const char *path, void *to);
void expr_write(struct json_writer *w, const char *key, const void *from);

#endif
