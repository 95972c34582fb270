#include "core/fact.h"

#include "base/language.h"

#include <string.h>

#define VALUES(array) array, (int)(sizeof(array) / sizeof *(array))

static const struct fact_value alone[] = {
    { "yes", NC_("talk.alone", "Alone with the person"), NC_("talk.alone key", "Yes"), false },
    { "no", NC_("talk.alone", "Others were within sight or hearing"), NC_("talk.alone key", "No"), false },
    { "unsure", NC_("talk.alone", "Not sure whether others could hear"), NC_("talk.alone key", "Unsure"), true },
};
static const struct fact_value mode[] = {
    { "in-person", NC_("talk.mode", "In person"), NC_("talk.mode key", "In person"), false },
    { "telephone", NC_("talk.mode", "By telephone"), NC_("talk.mode key", "Telephone"), false },
    { "file", NC_("talk.mode", "From the file only"), NC_("talk.mode key", "File only"), false },
};
static const struct fact_value agreed[] = {
    { "yes", NC_("talk.agreed", "Agreed to the talk"), NC_("talk.agreed key", "Yes"), false },
    { "no", NC_("talk.agreed", "Did not agree to the talk"), NC_("talk.agreed key", "No"), false },
    { "not-possible", NC_("talk.agreed", "Could not be asked"), NC_("talk.agreed key", "Not possible"), true },
};
static const struct fact_value age[] = {
    { "adult", NC_("profile.age", "Adult"), NC_("profile.age key", "18 or over"), false },
    { "child", NC_("profile.age", "Under 18"), NC_("profile.age key", "Under 18"), false },
    { "maybe-child", NC_("profile.age", "May be under 18"), NC_("profile.age key", "May be under 18"), false },
};
static const struct fact_value began[] = {
    { "yes", NC_("profile.began-under-18", "Yes"), NC_("profile.began-under-18 key", "Yes"), false },
    { "no", NC_("profile.began-under-18", "No"), NC_("profile.began-under-18 key", "No"), false },
    { "not-known", NC_("profile.began-under-18", "Not known"), NC_("profile.began-under-18 key", "Not known"), true },
};
static const struct fact_value gender[] = {
    { "female", NC_("profile.gender", "Female"), NC_("profile.gender key", "Woman or girl"), false },
    { "male", NC_("profile.gender", "Male"), NC_("profile.gender key", "Man or boy"), false },
    { "other", NC_("profile.gender", "Other"), NC_("profile.gender key", "Other"), false },
    { "not-stated", NC_("profile.gender", "Not stated"), NC_("profile.gender key", "Not stated"), true },
};
static const struct fact_value accompanied[] = {
    { "alone", NC_("profile.accompanied", "Came alone"), NC_("profile.accompanied key", "Alone"), false },
    { "with-adult", NC_("profile.accompanied", "Came with an adult"), NC_("profile.accompanied key", "With an adult"), false },
    { "with-family", NC_("profile.accompanied", "Came with family"), NC_("profile.accompanied key", "With family"), false },
    { "with-group", NC_("profile.accompanied", "Came with a group"), NC_("profile.accompanied key", "With a group"), false },
    { "not-known", NC_("profile.accompanied", "Not known"), NC_("profile.accompanied key", "Not known"), true },
};
static const struct fact_value guardian[] = {
    { "present", NC_("profile.guardian", "Present, authority verified"), NC_("profile.guardian key", "Present, verified"), false },
    { "absent", NC_("profile.guardian", "Not here"), NC_("profile.guardian key", "Not here"), false },
    { "unverified", NC_("profile.guardian", "Authority could not be verified"), NC_("profile.guardian key", "Not verified"), false },
    { "not-known", NC_("profile.guardian", "Not checked yet"), NC_("profile.guardian key", "Not checked yet"), true },
    { "not-applicable", NC_("profile.guardian", "Does not apply"), NC_("profile.guardian key", "Does not apply"), true },
};
static const struct fact_value guardian_in_file[] = {
    { "present", NC_("profile.guardian", "Named in the file, authority verified"), NC_("profile.guardian key", "Yes, verified"), false },
    { "absent", NC_("profile.guardian", "Not named in the file"), NC_("profile.guardian key", "None named"), false },
    { "unverified", NC_("profile.guardian", "Authority could not be verified"), NC_("profile.guardian key", "Not verified"), false },
    { "not-known", NC_("profile.guardian", "Not checked yet"), NC_("profile.guardian key", "Not checked yet"), true },
    { "not-applicable", NC_("profile.guardian", "Does not apply"), NC_("profile.guardian key", "Does not apply"), true },
};
static const struct fact_value plan[] = {
    { "verified", NC_("profile.plan", "Verified"), NC_("profile.plan key", "Verified"), false },
    { "failed", NC_("profile.plan", "Does not hold"), NC_("profile.plan key", "Does not hold"), false },
    { "not-checked", NC_("profile.plan", "Not checked yet"), NC_("profile.plan key", "Not checked yet"), true },
    { "not-applicable", NC_("profile.plan", "Does not apply"), NC_("profile.plan key", "Does not apply"), true },
};
static const struct fact_value interpreter[] = {
    { "here", NC_("profile.interpreter", "Professional interpreter, here"), NC_("profile.interpreter key", "Here"), false },
    { "telephone", NC_("profile.interpreter", "Professional interpreter, by telephone"), NC_("profile.interpreter key", "Telephone"),
      false },
    { "staff", NC_("profile.interpreter", "Member of staff"), NC_("profile.interpreter key", "Staff"), false },
    { "came-with", NC_("profile.interpreter", "Came with the person"), NC_("profile.interpreter key", "Came with the person"), false },
    { "none", NC_("profile.interpreter", "None was to be had"), NC_("profile.interpreter key", "None"), false },
    { "not-needed", NC_("profile.interpreter", "Not needed"), NC_("profile.interpreter key", "Not needed"), false },
};
/* Needs and wishes share one scale, so their labels share one context. */
static const struct fact_value scale[] = {
    { "yes", NC_("need or wish", "Yes"), NC_("need or wish key", "Yes"), false },
    { "no", NC_("need or wish", "No"), NC_("need or wish key", "No"), false },
    { "not-asked", NC_("need or wish", "Not asked yet"), NC_("need or wish key", "Not asked yet"), true },
    { "not-known", NC_("need or wish", "Person does not know"), NC_("need or wish key", "Does not know"), true },
    { "declined", NC_("need or wish", "Declined"), NC_("need or wish key", "Declined"), true },
    { "not-safe", NC_("need or wish", "Not safe to ask"), NC_("need or wish key", "Not safe to ask"), true },
};
static const struct fact_value interviewer_sex[] = {
    { "female", NC_("wishes.interviewer-sex", "A woman"), NC_("wishes.interviewer-sex key", "A woman"), false },
    { "male", NC_("wishes.interviewer-sex", "A man"), NC_("wishes.interviewer-sex key", "A man"), false },
    { "any", NC_("wishes.interviewer-sex", "Either"), NC_("wishes.interviewer-sex key", "Either"), false },
    { "not-asked", NC_("wishes.interviewer-sex", "Not asked yet"), NC_("wishes.interviewer-sex key", "Not asked yet"), true },
};
static const struct fact_value deadline[] = {
    { "flight", NC_("deadline.what", "Flight"), NC_("deadline.what key", "Flight"), false },
    { "transfer", NC_("deadline.what", "Transfer"), NC_("deadline.what key", "Transfer"), false },
    { "release", NC_("deadline.what", "Release"), NC_("deadline.what key", "Release"), false },
    { "appointment", NC_("deadline.what", "Appointment"), NC_("deadline.what key", "Appointment"), false },
};

const struct fact_info facts[FACT_COUNT] = {
    [FACT_TALK_ALONE] = { "talk.alone", NC_("fact", "Privacy of the talk"), NC_("question", "Are you alone with the person?"),
                          VALUES(alone) },
    [FACT_TALK_MODE] = { "talk.mode", NC_("fact", "How the talk was held"), NC_("question", "How do you talk?"), VALUES(mode) },
    [FACT_TALK_AGREED] = { "talk.agreed", NC_("fact", "Agreement to the talk"), NC_("question", "Does the person agree to talk?"),
                           VALUES(agreed) },
    [FACT_AGE] = { "profile.age", NC_("fact", "Age"), NC_("question", "May the person be under 18?"), VALUES(age) },
    [FACT_BEGAN_UNDER_18] = { "profile.began-under-18", NC_("fact", "Began before the age of 18"),
                              NC_("question", "Did it begin before the age of 18?"), VALUES(began) },
    [FACT_GENDER] = { "profile.gender", NC_("fact", "Gender as stated"), NC_("question", "Gender, as the person says"), VALUES(gender) },
    [FACT_ACCOMPANIED] = { "profile.accompanied", NC_("fact", "Company"), NC_("question", "Did the person come alone?"),
                           VALUES(accompanied) },
    [FACT_GUARDIAN] = { "profile.guardian", NC_("fact", "Parent or guardian"), NC_("question", "Is a parent or guardian here?"),
                        VALUES(guardian) },
    [FACT_PLAN] = { "profile.plan", NC_("fact", "Plan for the child"), NC_("question", "Does the plan for the child hold?"), VALUES(plan) },
    [FACT_INTERPRETER] = { "profile.interpreter", NC_("fact", "Interpreter"), NC_("question", "Interpreter"), VALUES(interpreter) },
    [FACT_NEED_MEDICAL] = { "needs.medical", NC_("fact", "Doctor or nurse"), NC_("question", "A doctor or nurse"), VALUES(scale) },
    [FACT_NEED_PREGNANCY] = { "needs.pregnancy", NC_("fact", "Care in pregnancy or after birth"),
                              NC_("question", "Care in pregnancy or after birth"), VALUES(scale) },
    [FACT_NEED_SAFE_PLACE] = { "needs.safe-place", NC_("fact", "Safe place tonight"), NC_("question", "A safe place tonight"),
                               VALUES(scale) },
    [FACT_NEED_FOOD] = { "needs.food", NC_("fact", "Food, drink, clothes"), NC_("question", "Food, drink or clothes"), VALUES(scale) },
    [FACT_NEED_DISABILITY] = { "needs.disability", NC_("fact", "Support with a disability"), NC_("question", "Support with a disability"),
                               VALUES(scale) },
    [FACT_NEED_CHILD_CARE] = { "needs.child-care", NC_("fact", "Care for children"), NC_("question", "Care for children"), VALUES(scale) },
    [FACT_NEED_WITHDRAWAL] = { "needs.withdrawal", NC_("fact", "Care in withdrawal"), NC_("question", "Care in withdrawal"),
                               VALUES(scale) },
    [FACT_WISH_HELP] = { "wishes.help", NC_("fact", "Asked for help, or said they are forced, held or used"),
                         NC_("question", "Asked for help, or said they are forced, held or used?"), VALUES(scale) },
    [FACT_WISH_ASYLUM] = { "wishes.asylum", NC_("fact", "Wish for protection (asylum)"), NC_("question", "Wants protection (asylum)?"),
                           VALUES(scale) },
    [FACT_WISH_CONSULATE] = { "wishes.consulate", NC_("fact", "Wish to reach their own consulate"),
                              NC_("question", "Wants to reach their own consulate?"), VALUES(scale) },
    [FACT_WISH_LAWYER] = { "wishes.lawyer", NC_("fact", "Wish for a lawyer"), NC_("question", "Wants a lawyer?"), VALUES(scale) },
    [FACT_WISH_INTERVIEWER_SEX] = { "wishes.interviewer-sex", NC_("fact", "Sex of officer and interpreter, as chosen"),
                                    NC_("question", "Wants to talk with a woman or a man?"), VALUES(interviewer_sex) },
    [FACT_DEADLINE_WHAT] = { "deadline.what", NC_("fact", "Deadline"), NC_("question", "Is there a deadline?"), VALUES(deadline) },
};

static const struct fact_info mode_with_files = { "talk.mode", NC_("fact", "Person or file"),
                                                  NC_("question", "Is the person here, or only the file?"), VALUES(mode) };
static const struct fact_info gender_from_file = { "profile.gender", NC_("fact", "Gender as stated"),
                                                   NC_("question", "Gender, as the file says"), VALUES(gender) };
static const struct fact_info guardian_from_file = { "profile.guardian", NC_("fact", "Parent or guardian"),
                                                     NC_("question", "Does the file name a parent or guardian?"),
                                                     VALUES(guardian_in_file) };

const struct fact_info *fact_in_file(enum fact fact) {
    if (fact == FACT_TALK_MODE)
        return &mode_with_files;
    return fact == FACT_GENDER ? &gender_from_file : fact == FACT_GUARDIAN ? &guardian_from_file : &facts[fact];
}

const char *fact_context(enum fact fact) {
    return facts[fact].values == scale ? "need or wish" : facts[fact].path;
}

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
