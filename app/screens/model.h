/* What screens look at: the pack, the case on screen, where the officer is in it, and what the model
 * says when it is asked.
 *
 * app.c fills a model before each picture. It owns nothing and screens change nothing in it: what it
 * points to lives as long as the picture. Functions that need a case say nothing of it: they are called
 * on screens of a case alone. */
#ifndef SCREENS_MODEL_H
#define SCREENS_MODEL_H

#include "core/assess.h"
#include "screens/preferences.h"

enum screen {
    /* The eight steps, in their order; Ctrl 1 to 8. */
    SCREEN_SAFETY,
    SCREEN_WHO,
    SCREEN_BEGIN,
    SCREEN_SIGNS,
    SCREEN_NEXT_STEP,
    SCREEN_AGREEMENT,
    SCREEN_NOTE,
    SCREEN_HAND_OVER,
#define STEP_COUNT (SCREEN_HAND_OVER + 1)
    /* Parts of a step. */
    SCREEN_GROUPS,     /* of Signs: more signs, by group, and the prompts for this person */
    SCREEN_FIND,       /* of Signs */
    SCREEN_ACTIVITIES, /* of Signs */
    SCREEN_HIGHER,     /* of Next step: go higher; done another way */
    SCREEN_RULES,      /* of Next step: rules, answers, sources */
    SCREEN_NEEDS,      /* of Note: what is needed tonight */
    SCREEN_DETAILS,    /* of Note: what is typed in */
    SCREEN_RIGHTS,     /* of Agreement: what the person has a right to */
    /* The booth lane: a walk of its own. */
    SCREEN_BOOTH,
    SCREEN_BOOTH_CODE,
    /* Without a case, or over one. */
    SCREEN_START,
    SCREEN_SETTINGS,
    SCREEN_CHOOSE, /* a list to choose one thing from */
    SCREEN_STEPS,  /* the steps as a list, where the bar has no room for them */
    SCREEN_HELP,
    SCREEN_HIDDEN,
    SCREEN_COUNT
};

/* What SCREEN_CHOOSE chooses. */
enum choice { CHOICE_LANGUAGE, CHOICE_TALK_LANGUAGE, CHOICE_CITIZENSHIP, CHOICE_STATE, CHOICE_RECEIVER, CHOICE_SETTING };

/* The list that the screen Signs shows. */
enum { LIST_QUICK = -1, LIST_PROMPTS = -2, LIST_SINGLE = -3 }; /* else a group of the setting */

#define BACK_MAX 24    /* screens that Back remembers */
#define OVERLAYS_MAX 4 /* overlays over each other */

/* What merely annoys when it is lost: where the officer is in a case. */
struct view_state {
    enum screen screen;
    enum screen under;                 /* what an overlay (help, settings, choose, steps, hidden) lies over */
    enum screen beneath[OVERLAYS_MAX]; /* overlays it was opened from: a list over the help over the settings */
    int beneath_count;
    enum screen back[BACK_MAX];
    int back_count;
    unsigned visited; /* bits of steps */
    bool more;        /* opened with F2 on this screen */
    int list;         /* LIST_QUICK or a group */
    int row;          /* of the list: the sign that is open; the count of signs: the open question */
    int single;       /* LIST_SINGLE: the one sign, opened from Find or Next step */
    char find[80];    /* what was typed into a find field */
    enum choice choice;
    int receiver;      /* route of the note, or -1: the first of the assessment */
    char kept[240];    /* what the last answer was, for the undo line; "" none */
    char problem[512]; /* of the program, said on this screen until the next action; "" none */
    int setting;       /* chosen on the start screen */
    /* Hand-over. */
    bool written; /* the note is in the folder, read back and found whole */
    int written_receiver;
    char written_to[1024]; /* the folder */
};

struct language_choice {
    const char *code, *name; /* in its own letters */
    bool draft;              /* no named body has approved it yet */
};

/* One line of the start screen. */
struct case_line {
    const char *reference;
    enum screen at;
    struct date_time begun;
};

struct model {
    const struct pack *pack;
    const struct language *language;
    const struct language_choice *languages;
    int language_count;
    const struct preferences *preferences;
    const char *documents; /* the folder offered for notes */
    const struct case_line *cases;
    int case_count;
    const struct view_state *view;
    const struct hidden_page *hidden; /* what stands there while the work is hidden */
    struct date_time now;
    bool has_now;
    /* Of the case on screen; NULL without one. */
    const struct session *session;
    const struct assessment *assessment;
    const struct stamp *stamp;
    const struct pages *pages; /* of the note, on its screen */
    bool can_undo;
};

/* ---- the case */

/* The setting of the case. */
const struct setting *model_setting(const struct model *m);
/* The same if it is a booth lane, else NULL; without a case too. */
const struct setting *model_lane(const struct model *m);
/* Is the child path on: under 18, or may be? Without a case: no. */
bool model_is_child(const struct model *m);
/* The steps the case has now, as bits: those of its setting. With a file alone nobody is here to be
 * kept safe, so Safety is none until the person is. */
unsigned model_steps(const struct session *s);
/* Is something of the content meant for this case? `settings`: bits of kinds of place; `who`: enum who. */
bool model_is_meant(const struct model *m, unsigned settings, int who);
/* The first danger question that is open although a sign asks for a look, or -1. */
int model_danger_again(const struct model *m);
/* The time now, else that of the case. */
const struct date_time *model_time(const struct model *m);
/* The receiver of the note: the one chosen, else the first of the assessment; -1: none. */
int model_receiver(const struct model *m);

/* ---- may it be asked? */

/* Enough to act (rulings A1): a rule of the pack that says so has led to an outcome that says so. */
bool model_enough(const struct model *m);
/* Enough is known about a child: nothing more is asked. */
bool model_asking_over(const struct model *m);
/* Does the setting look at files before people? Then whether only a file is here is asked first. */
bool model_has_files(const struct model *m);

/* Why no question is asked now, as a sentence: others may hear, the person does not agree to
 * talk, or enough is known about a child. NULL: questions may be asked. */
const char *model_not_now(const struct model *m);
bool model_may_ask(const struct model *m);

/* ---- the machine */

/* The present language of the screen, in its own letters. */
const char *model_language_name(const struct model *m);

#endif
