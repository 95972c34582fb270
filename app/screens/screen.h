/* Screens look, the program acts.
 *
 * A screen is a function that shows a model and returns what the officer did as one small value.
 * It changes nothing. app.c applies the action and shows again. Keys of nodes begin with the id
 * of the screen: "safety/t-injury/yes". */
#ifndef SCREENS_SCREEN_H
#define SCREENS_SCREEN_H

#include "screens/model.h"
#include "ui/widgets.h"

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
    ACTION_SET_TEXT,  /* index: enum preference_text; text */
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

/* ---- actions (screen.c) */

/* Nothing was done. */
extern const struct action action_none;

/* The first one that is something stays. */
void action_take(struct action *out, struct action other);
struct action action_go(enum screen screen);

/* ---- the table (screen.c) */

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

/* ---- the bars (frame.c) */

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

/* The body for long texts: no wider than is good to read. */
struct rect frame_reading(struct ui *ui);

/* The problem of the view, if there is one: "Not saved." Call it first in the body. */
void frame_problem(struct ui *ui, const struct model *m);

/* Says that nobody has approved the translation yet, where others will read it or it is chosen. */
void frame_draft(struct ui *ui, const struct model *m);

#endif
