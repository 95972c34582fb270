/* Screens look, the program acts.
 *
 * A screen is a function that shows a model and returns what the officer did as one small value.
 * It changes nothing. app.c applies the action and shows again. Keys of nodes begin with the id
 * of the screen: "safety/t-injury/yes". */
#ifndef SCREENS_SCREEN_H
#define SCREENS_SCREEN_H

#include "core/assess.h"
#include "screens/settings.h"
#include "ui/widgets.h"

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
    const struct settings *settings;
    const char *documents; /* the folder offered for notes */
    const struct case_line *cases;
    int case_count;
    const struct view_state *view;
    struct date_time now;
    bool has_now;
    /* Of the case on screen; NULL without one. */
    const struct session *session;
    const struct assessment *assessment;
    const struct stamp *stamp;
    const struct pages *pages; /* of the note, on its screen */
    bool can_undo;
};

/* One slot of the session exchanged for another. */
struct answer {
    enum slot_kind kind;
    int index;
    struct slot value;
};

enum action_kind {
    ACTION_NONE,
    ACTION_ANSWER, /* answers; kept: words for the undo line */
    ACTION_UNDO,
    ACTION_REDO,
    ACTION_GO,           /* screen */
    ACTION_BACK,         /* out of an overlay, or one screen back in the order of the walk */
    ACTION_MORE,         /* opens or closes what F2 opens */
    ACTION_OPEN_LIST,    /* index: list; value: row */
    ACTION_OPEN_SIGN,    /* index: a sign, in the list it stands in or alone */
    ACTION_FIND,         /* text */
    ACTION_CHOOSE,       /* index: what; opens SCREEN_CHOOSE */
    ACTION_CHOSEN,       /* index: of the thing chosen (language, state...), text: its code */
    ACTION_PICK_SETTING, /* index: on the start screen */
    ACTION_NEW_CASE,     /* index: setting */
    ACTION_OPEN_CASE,    /* index */
    ACTION_OPEN_CODE,    /* text: the code of a booth; opens its case in the setting of the start screen */
    ACTION_FINISH,       /* of the booth: wipes the case and begins the next */
    ACTION_LEAVE_CASE,   /* to the start screen; the case stays open */
    ACTION_ASK_END,      /* asks, then ends the case without a note */
    ACTION_HANDED_OVER,  /* asks whether the note has arrived, then wipes the case */
    ACTION_WRITE_NOTE,
    ACTION_SET_TEXT,  /* index: enum setting_text; text */
    ACTION_SET_THEME, /* value */
    ACTION_SET_SIZE,  /* value: per cent */
    ACTION_SET_CAPS,  /* value */
    ACTION_SET_IDLE,  /* value: seconds */
    ACTION_HIDE,
    ACTION_UNHIDE,
    ACTION_SAY,  /* text: a problem that the screen shows */
    ACTION_CLOSE /* the program; asks if a case is open */
};

struct action {
    enum action_kind kind;
    enum screen screen;
    int index, value;
    const struct answer *answers; /* live as long as the picture */
    int answer_count;
    const char *text, *kept;
    const char *focus; /* where the focus goes then, or NULL */
};

/* ---- the table */

struct screen_info {
    const char *id;    /* of nodes, walks and help.json */
    const char *title; /* marked for translation with the context "step" */
    enum screen step;  /* the step it belongs to, or SCREEN_COUNT */
    bool overlay;      /* back leads to what it lies over */
    struct action (*show)(struct ui *ui, const struct model *m);
};
extern const struct screen_info screens[SCREEN_COUNT];

struct action safety_show(struct ui *ui, const struct model *m);
struct action who_show(struct ui *ui, const struct model *m);
struct action begin_show(struct ui *ui, const struct model *m);
struct action signs_show(struct ui *ui, const struct model *m);
struct action groups_show(struct ui *ui, const struct model *m);
struct action find_show(struct ui *ui, const struct model *m);
struct action activities_show(struct ui *ui, const struct model *m);
struct action next_step_show(struct ui *ui, const struct model *m);
struct action higher_show(struct ui *ui, const struct model *m);
struct action rules_show(struct ui *ui, const struct model *m);
struct action agreement_show(struct ui *ui, const struct model *m);
struct action needs_show(struct ui *ui, const struct model *m);
struct action note_show(struct ui *ui, const struct model *m);
struct action details_show(struct ui *ui, const struct model *m);
struct action hand_over_show(struct ui *ui, const struct model *m);
struct action rights_show(struct ui *ui, const struct model *m);
struct action booth_show(struct ui *ui, const struct model *m);
struct action booth_code_show(struct ui *ui, const struct model *m);
struct action start_show(struct ui *ui, const struct model *m);
struct action settings_show(struct ui *ui, const struct model *m);
struct action choose_show(struct ui *ui, const struct model *m);
struct action steps_show(struct ui *ui, const struct model *m);
struct action help_show(struct ui *ui, const struct model *m);
struct action hidden_show(struct ui *ui, const struct model *m);

/* ---- what all screens share (frame.c) */

/* The bar at the top and the bands under it. `place`: beside the step in a compact bar, or NULL. */
struct action frame_top(struct ui *ui, const struct model *m, const char *place);

/* The bar at the bottom: Back, what was kept and Undo, and up to two buttons. Call it before the
 * body, which takes what is left; in the Tab order it comes last. */
struct frame_footer {
    bool no_back;
    struct button lead; /* in the place of Back; key NULL: none */
    struct action lead_action;
    const char *words;    /* quiet words where nothing was kept */
    struct button second; /* key NULL: none */
    struct action second_action;
    const char *next;     /* the label of the primary button; NULL: none */
    enum icon icon;       /* ICON_NONE: the arrow */
    struct action action; /* of the primary button */
};
struct action frame_footer(struct ui *ui, const struct model *m, const struct frame_footer *f);

/* The problem of the view, if there is one: "Not saved." Call it first in the body. */
void frame_problem(struct ui *ui, const struct model *m);

/* Nothing was done. */
extern const struct action action_none;

/* The first one that is something stays. */
void action_take(struct action *out, struct action other);
struct action action_go(enum screen screen);

/* One answer; `kept` names it for the undo line. Lives as long as the picture. */
struct action action_answer(struct ui *ui, enum slot_kind kind, int index, struct slot value, const char *kept);
/* "Interpreter, Telephone" for the undo line. */
const char *kept_words(struct ui *ui, const struct model *m, const char *what, const char *answer);

/* A group of keys for the values of a fact: the same digit again takes the answer back.
 * `columns`: at most. Its key is "<screen>/<path of the fact>". */
struct action fact_keys(struct ui *ui, const struct model *m, const char *screen, enum fact fact, int columns);
/* Labels, translated. */
const char *fact_question(const struct model *m, enum fact fact);
const char *fact_answer(const struct model *m, enum fact fact, int value); /* short; "" for 0 */

/* Is the child path on: under 18, or may be? */
bool model_is_child(const struct model *m);
/* Enough to act (rulings A1): a rule of the pack that says so has led to an outcome that says so. */
bool model_enough(const struct model *m);
/* The setting of the case if it is a booth lane, else NULL. */
const struct setting *model_lane(const struct model *m);
/* The time now, else that of the case. */
const struct date_time *model_time(const struct model *m);
/* Why no question is asked now, as a sentence: others may hear, the person does not agree to
 * talk, or enough is known about a child. NULL: questions may be asked. */
const char *model_not_now(const struct model *m);
/* Enough is known about a child: nothing more is asked. */
bool model_asking_over(const struct model *m);
/* The receiver of the note: the one chosen, else the first of the assessment; -1: none. */
int model_receiver(const struct model *m);
/* The present language of the screen, in its own letters. */
const char *model_language_name(const struct model *m);
bool model_may_ask(const struct model *m);
/* In quotation marks, as something to say aloud; and with a full stop, as a short sentence. */
const char *quoted(struct ui *ui, const char *words);
const char *sentence(struct ui *ui, const char *words);
/* Has one of the keys of this group the focus? */
bool has_focus_in(const struct ui *ui, const char *group);
/* "10:42" */
const char *clock_words(struct ui *ui, struct date_time t);
/* "Today." and "Flight at 14:20." of the assessment. */
const char *urgency_words_of(const struct model *m);
const char *deadline_words_of(struct ui *ui, const struct model *m);

/* Sources by their short names: the long ones would say more than a screen may. Our own wording is no
 * source; general knowledge says that it must be checked. */
const char *source_keys(struct ui *ui, const struct model *m, const citations *list);

/* Short and whole names of things of the pack, translated. */
const char *sign_name(const struct model *m, int indicator);
enum icon state_icon(enum state state);
/* The five ways of knowing as keys, each may be on; with `digits` they have the keys 7 8 9 0 -. */
struct key_group known_group(struct ui *ui, const struct model *m, const char *key, const char *digits, unsigned known);
/* "Noted, said" for a row. */
const char *sign_state_words(struct ui *ui, const struct model *m, int indicator);

#endif
