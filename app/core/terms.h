/* The words of the field, each as a value: what the pack, the session and the assessment
 * share. The order of each enum is the order of its words in terms.c. */
#ifndef CORE_TERMS_H
#define CORE_TERMS_H

#include "base/record.h"

/* How much a sign weighs (ILO operational indicators; fact base 2). No numbers, no sums. */
enum strength { STRENGTH_NONE, STRENGTH_WEAK, STRENGTH_MEDIUM, STRENGTH_STRONG };

/* What a sign says something about (Palermo Protocol article 3; rulings 12). */
enum element {
    ELEMENT_ACT,
    ELEMENT_COERCION,
    ELEMENT_DECEPTION,
    ELEMENT_VULNERABILITY,
    ELEMENT_PURPOSE,
    ELEMENT_CHILD,
    ELEMENT_PRESENTATION
};

/* The answer about one sign. Only NOTED counts; none of the others is a no but NOT_NOTED. */
enum state { STATE_NOT_ASKED, STATE_NOTED, STATE_NOT_NOTED, STATE_NOT_KNOWN, STATE_DECLINED, STATE_NOT_SAFE, STATE_NOT_OBSERVABLE };

/* How it is known (rulings 13). */
enum known { KNOWN_SEEN, KNOWN_SAID, KNOWN_DOCUMENT, KNOWN_OFFICIAL, KNOWN_THIRD_PARTY };

enum when { WHEN_NOW, WHEN_BEFORE, WHEN_BOTH };

/* The answer to a danger question (rulings 5). */
enum danger { DANGER_NOT_ASKED, DANGER_YES, DANGER_UNSURE, DANGER_NONE_NOTED };

/* How soon an answer to a danger question asks for action. */
enum effect { EFFECT_NONE, EFFECT_TODAY, EFFECT_NOW };

enum urgency { URGENCY_NONE, URGENCY_SOON, URGENCY_TODAY, URGENCY_NOW };

/* What an activity is: a promise, something done, something expected. */
enum activity_time { ACTIVITY_PROMISED, ACTIVITY_DONE, ACTIVITY_EXPECTED };

/* For whom a sign is meant. */
enum who { WHO_ANY, WHO_ADULT, WHO_CHILD };

/* The kinds of place a setting belongs to (fact base 0: B, C, A, R). */
enum place_kind { PLACE_BORDER, PLACE_CONSULAR, PLACE_ASYLUM, PLACE_RECEPTION };

/* The screens a walk can have; the order is that of the walk. */
enum step { STEP_SAFETY, STEP_WHO, STEP_BEGIN, STEP_SIGNS, STEP_NEXT, STEP_AGREEMENT, STEP_NOTE, STEP_HAND_OVER };

/* Circumstances in which a sign is ordinary (rulings R3). */
enum ordinary { ORDINARY_GUARDIAN, ORDINARY_COUNT };

extern const struct choices strength_words, element_words, state_words, known_words, when_words, danger_words, effect_words, urgency_words,
    activity_time_words, who_words, place_kind_words, ordinary_words, gender_words, basis_words, tag_words, step_words, talk_mode_words,
    contact_kind_words, law_status_words;

/* Rows of a booth lane: as many as its code can carry. */
#define LANE_ROWS 7

#define BIT(n) (1u << (n))
#define ELEMENT_MEANS (BIT(ELEMENT_COERCION) | BIT(ELEMENT_DECEPTION) | BIT(ELEMENT_VULNERABILITY))

/* The words as the officer and the receiver read them, marked for translation with the
 * context that stands in the second place. */
extern const char *const state_labels[];
extern const char *const known_labels[];
extern const char *const when_labels[];
extern const char *const danger_labels[];
extern const char *const urgency_labels[];
extern const char *const activity_time_labels[];
extern const char *const element_labels[];
extern const char *const contact_kind_labels[];

/* Short words for the officer's keys: states from STATE_NOTED on, and ways of knowing. */
extern const char *const state_keys[], *const known_keys[];
/* The same ways behind a word: "Noted, said". */
extern const char *const known_after[];

#endif
