#include "core/fact.h"

#include "base/language.h"

#include <string.h>

#define VALUES(array) array, (int)(sizeof(array) / sizeof *(array))

static const struct fact_value alone[] = {
    { "yes", NC_("talk.alone", "Alone with the person"), false },
    { "no", NC_("talk.alone", "Others were within sight or hearing"), false },
    { "unsure", NC_("talk.alone", "Not sure whether others could hear"), true },
};
static const struct fact_value mode[] = {
    { "in-person", NC_("talk.mode", "In person"), false },
    { "telephone", NC_("talk.mode", "By telephone"), false },
    { "file", NC_("talk.mode", "From the file only"), false },
};
static const struct fact_value agreed[] = {
    { "yes", NC_("talk.agreed", "Agreed to the talk"), false },
    { "no", NC_("talk.agreed", "Did not agree to the talk"), false },
    { "not-possible", NC_("talk.agreed", "Could not be asked"), true },
};
static const struct fact_value age[] = {
    { "adult", NC_("profile.age", "Adult"), false },
    { "child", NC_("profile.age", "Under 18"), false },
    { "maybe-child", NC_("profile.age", "May be under 18"), false },
};
static const struct fact_value began[] = {
    { "yes", NC_("profile.began-under-18", "Yes"), false },
    { "no", NC_("profile.began-under-18", "No"), false },
    { "not-known", NC_("profile.began-under-18", "Not known"), true },
};
static const struct fact_value gender[] = {
    { "female", NC_("profile.gender", "Female"), false },
    { "male", NC_("profile.gender", "Male"), false },
    { "other", NC_("profile.gender", "Other"), false },
    { "not-stated", NC_("profile.gender", "Not stated"), true },
};
static const struct fact_value accompanied[] = {
    { "alone", NC_("profile.accompanied", "Came alone"), false },
    { "with-adult", NC_("profile.accompanied", "Came with an adult"), false },
    { "with-family", NC_("profile.accompanied", "Came with family"), false },
    { "with-group", NC_("profile.accompanied", "Came with a group"), false },
    { "not-known", NC_("profile.accompanied", "Not known"), true },
};
static const struct fact_value guardian[] = {
    { "present", NC_("profile.guardian", "Present, authority verified"), false },
    { "absent", NC_("profile.guardian", "Not here"), false },
    { "unverified", NC_("profile.guardian", "Authority could not be verified"), false },
    { "not-known", NC_("profile.guardian", "Not checked yet"), true },
    { "not-applicable", NC_("profile.guardian", "Does not apply"), true },
};
static const struct fact_value plan[] = {
    { "verified", NC_("profile.plan", "Plan of the journey verified"), false },
    { "failed", NC_("profile.plan", "Plan of the journey does not hold"), false },
    { "not-checked", NC_("profile.plan", "Not checked yet"), true },
    { "not-applicable", NC_("profile.plan", "Does not apply"), true },
};
static const struct fact_value interpreter[] = {
    { "here", NC_("profile.interpreter", "Professional interpreter, here"), false },
    { "telephone", NC_("profile.interpreter", "Professional interpreter, by telephone"), false },
    { "staff", NC_("profile.interpreter", "Member of staff"), false },
    { "came-with", NC_("profile.interpreter", "Came with the person"), false },
    { "none", NC_("profile.interpreter", "None was to be had"), false },
    { "not-needed", NC_("profile.interpreter", "Not needed"), false },
};
/* Needs and wishes share one scale, so their labels share one context. */
static const struct fact_value scale[] = {
    { "yes", NC_("need or wish", "Yes"), false },
    { "no", NC_("need or wish", "No"), false },
    { "not-asked", NC_("need or wish", "Not asked yet"), true },
    { "not-known", NC_("need or wish", "Person does not know"), true },
    { "declined", NC_("need or wish", "Declined"), true },
    { "not-safe", NC_("need or wish", "Not safe to ask"), true },
};
static const struct fact_value interviewer_sex[] = {
    { "female", NC_("wishes.interviewer-sex", "A woman"), false },
    { "male", NC_("wishes.interviewer-sex", "A man"), false },
    { "any", NC_("wishes.interviewer-sex", "Either"), false },
    { "not-asked", NC_("wishes.interviewer-sex", "Not asked yet"), true },
};
static const struct fact_value deadline[] = {
    { "flight", NC_("deadline.what", "Flight"), false },
    { "transfer", NC_("deadline.what", "Transfer"), false },
    { "release", NC_("deadline.what", "Release"), false },
    { "appointment", NC_("deadline.what", "Appointment"), false },
};

const struct fact_info facts[FACT_COUNT] = {
    [FACT_TALK_ALONE] = { "talk.alone", NC_("fact", "Privacy of the talk"), VALUES(alone) },
    [FACT_TALK_MODE] = { "talk.mode", NC_("fact", "How the talk was held"), VALUES(mode) },
    [FACT_TALK_AGREED] = { "talk.agreed", NC_("fact", "Agreement to the talk"), VALUES(agreed) },
    [FACT_AGE] = { "profile.age", NC_("fact", "Age"), VALUES(age) },
    [FACT_BEGAN_UNDER_18] = { "profile.began-under-18", NC_("fact", "Began before the age of 18"), VALUES(began) },
    [FACT_GENDER] = { "profile.gender", NC_("fact", "Gender as stated"), VALUES(gender) },
    [FACT_ACCOMPANIED] = { "profile.accompanied", NC_("fact", "Company"), VALUES(accompanied) },
    [FACT_GUARDIAN] = { "profile.guardian", NC_("fact", "Parent or guardian"), VALUES(guardian) },
    [FACT_PLAN] = { "profile.plan", NC_("fact", "Plan of the child's journey"), VALUES(plan) },
    [FACT_INTERPRETER] = { "profile.interpreter", NC_("fact", "Interpreter"), VALUES(interpreter) },
    [FACT_NEED_MEDICAL] = { "needs.medical", NC_("fact", "Doctor or nurse"), VALUES(scale) },
    [FACT_NEED_PREGNANCY] = { "needs.pregnancy", NC_("fact", "Care in pregnancy or after birth"), VALUES(scale) },
    [FACT_NEED_SAFE_PLACE] = { "needs.safe-place", NC_("fact", "Safe place tonight"), VALUES(scale) },
    [FACT_NEED_FOOD] = { "needs.food", NC_("fact", "Food, drink, clothes"), VALUES(scale) },
    [FACT_NEED_DISABILITY] = { "needs.disability", NC_("fact", "Support with a disability"), VALUES(scale) },
    [FACT_NEED_CHILD_CARE] = { "needs.child-care", NC_("fact", "Care for children"), VALUES(scale) },
    [FACT_NEED_WITHDRAWAL] = { "needs.withdrawal", NC_("fact", "Care in withdrawal"), VALUES(scale) },
    [FACT_WISH_HELP] = { "wishes.help", NC_("fact", "Asked for help, or said they are forced, held or used"), VALUES(scale) },
    [FACT_WISH_ASYLUM] = { "wishes.asylum", NC_("fact", "Wish for protection (asylum)"), VALUES(scale) },
    [FACT_WISH_CONSULATE] = { "wishes.consulate", NC_("fact", "Wish to reach the own consulate"), VALUES(scale) },
    [FACT_WISH_LAWYER] = { "wishes.lawyer", NC_("fact", "Wish for a lawyer"), VALUES(scale) },
    [FACT_WISH_INTERVIEWER_SEX] = { "wishes.interviewer-sex", NC_("fact", "Sex of officer and interpreter, as chosen"),
                                    VALUES(interviewer_sex) },
    [FACT_DEADLINE_WHAT] = { "deadline.what", NC_("fact", "Deadline"), VALUES(deadline) },
};

int fact_find(const char *path) {
    for (int i = 0; i < FACT_COUNT; i++)
        if (!strcmp(facts[i].path, path))
            return i;
    return -1;
}

int fact_value_find(enum fact fact, const char *word) {
    for (int i = 0; i < facts[fact].value_count; i++)
        if (!strcmp(facts[fact].values[i].word, word))
            return i + 1;
    return 0;
}

bool fact_is_open(enum fact fact, int value) {
    return value == 0 || facts[fact].values[value - 1].open;
}
