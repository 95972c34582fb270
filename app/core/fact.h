/* What is asked about the talk, the person, needs and wishes: a fixed list, as the answers
 * file names it (design 6). Each fact has a path and a few values; some values mean that the
 * answer is open, and an open answer is never a no. */
#ifndef CORE_FACT_H
#define CORE_FACT_H

#include <stdbool.h>

enum fact {
    FACT_TALK_ALONE,
    FACT_TALK_MODE,
    FACT_TALK_AGREED,
    FACT_AGE,
    FACT_BEGAN_UNDER_18,
    FACT_GENDER,
    FACT_ACCOMPANIED,
    FACT_GUARDIAN,
    FACT_PLAN,
    FACT_INTERPRETER,
    FACT_NEED_MEDICAL,
    FACT_NEED_PREGNANCY,
    FACT_NEED_SAFE_PLACE,
    FACT_NEED_FOOD,
    FACT_NEED_DISABILITY,
    FACT_NEED_CHILD_CARE,
    FACT_NEED_WITHDRAWAL,
    FACT_WISH_HELP,
    FACT_WISH_ASYLUM,
    FACT_WISH_CONSULATE,
    FACT_WISH_LAWYER,
    FACT_WISH_INTERVIEWER_SEX,
    FACT_DEADLINE_WHAT,
    FACT_COUNT
};

struct fact_value {
    const char *word;  /* as in the answers file */
    const char *label; /* for the reader of a note; translate with fact_context() as context */
    const char *key;   /* short, for the officer's keys; translate with fact_context(), a blank and "key" as context */
    bool open;         /* the answer is open: unknown, not no */
};

struct fact_info {
    const char *path;     /* "profile.guardian" */
    const char *label;    /* translate with the context "fact" */
    const char *question; /* what the screen asks; translate with the context "question" */
    const struct fact_value *values;
    int value_count;
};

/* In the order of enum fact. A value of 0 in a session means that nothing was said about
 * the fact; values count from 1. */
extern const struct fact_info facts[FACT_COUNT];

/* The same in other words where files are looked at: how the talk is held, and with a file alone what can
 * only be read in it. Path and values are those of `facts`. */
const struct fact_info *fact_in_file(enum fact fact);

/* The context of the values' labels: needs and wishes share one scale, and so one context. */
const char *fact_context(enum fact fact);

/* The fact with this path, or -1. */
int fact_find(const char *path);

/* The value with this word, counted from 1, or 0. */
int fact_value_find(enum fact fact, const char *word);

/* Is this value, 0 included, an open one? */
bool fact_is_open(enum fact fact, int value);

#endif
