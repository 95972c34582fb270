/* The kit: everything screens are made of (patterns 4). Each widget places itself in the flow,
 * adds its nodes, draws, and says what was pressed. Labels are translated by the caller; keys
 * are not words and never change. Heights grow with their words: nothing is cut. */
#ifndef UI_WIDGETS_H
#define UI_WIDGETS_H

#include "ui/ui.h"

/* ---- words (words.c) */

/* The title of the screen, with one quiet line beside it, or below where there is no room. */
void ui_title(struct ui *ui, const char *title, const char *beside);
/* The same with a clock: "Today." bold, "Flight at 14:20." */
void ui_title_until(struct ui *ui, const char *title, const char *bold, const char *rest);
/* A heading of a part; names what comes for "More below". `end`: quiet words at its end, or NULL. */
void ui_heading(struct ui *ui, const char *key, const char *text, const char *end);
/* The label of a group of keys; `beside` quiet, or NULL. */
void ui_label(struct ui *ui, const char *text, const char *beside);
/* A paragraph. `bold_to`: so many bytes in bold. Long ones show line by line when scrolled. */
void ui_words(struct ui *ui, const char *key, enum type type, enum paint paint, const char *text, int bold_to);
/* The same behind an icon. */
void ui_icon_words(struct ui *ui, const char *key, enum icon icon, enum paint paint, const char *bold, const char *text);
/* What to ask or to say: a bar at the start, a small label, the lines in lead type. */
void ui_say(struct ui *ui, const char *key, const char *label, const char *const *lines, int count);
/* A numbered line; a hair line above all but the first. */
void ui_numbered(struct ui *ui, const char *key, int number, enum type type, const char *text);
/* Two columns of an icon, a heading and words; under each other where narrow. */
struct note_column {
    enum icon icon;
    const char *heading, *text;
};
void ui_two_notes(struct ui *ui, const char *key, const struct note_column *columns, int count);
/* The program's own problems and nothing else: a box with an edge, and a button or none. */
bool ui_attention(struct ui *ui, const char *key, enum icon icon, const char *bold, const char *text, const char *button);
/* A hair line. */
void ui_rule(struct ui *ui);

/* ---- things to press (buttons.c) */

enum button_kind { BUTTON_PRIMARY, BUTTON_SECONDARY, BUTTON_QUIET };
struct button {
    const char *key, *label;
    enum button_kind kind;
    enum icon icon;  /* at the start; for a primary button at the end */
    const char *cap; /* what its key cap says, or NULL */
    struct shortcut shortcut;
    bool icon_only; /* the words are read aloud but do not show */
};
/* In a box of one's own; ui_button_width() says how much it wants, and
 * ui_button_height() how high it is where its words wrap. */
bool ui_button_in(struct ui *ui, struct rect box, const struct button *b);
float ui_button_width(struct ui *ui, const struct button *b);
float ui_button_height(struct ui *ui, const struct button *b, float width);
/* In the flow, as wide as its words, at the start. */
bool ui_button(struct ui *ui, const struct button *b);
/* Several in one line, or under each other; returns the index pressed, or -1. */
int ui_buttons(struct ui *ui, const struct button *buttons, int count);

/* A key of the keyboard that works without a button; `label` for reading aloud. */
bool ui_shortcut(struct ui *ui, const char *key, const char *label, struct shortcut shortcut);

/* A bar with an arrow that opens and closes what stands below it; F2 where `shortcut`. */
struct disclosure {
    const char *key, *label, *text, *end;
    bool open, shortcut;
};
bool ui_disclosure(struct ui *ui, const struct disclosure *d);

/* ---- groups of keys (keys.c) */

struct key_item {
    const char *id; /* joined to the key of the group: "signs/x/noted" */
    const char *label;
    const char *text; /* a line of explanation: choice rows only */
    enum icon icon;   /* the tick takes its place; ICON_NONE: the tick stands at the end */
    int cap;          /* the key of the keyboard: '1', KEY_MINUS; 0: none */
    bool on;
};
struct key_group {
    const char *key;
    const char *label;  /* of the whole group, for reading aloud */
    const char *set;    /* arrows go from group to group of the set; NULL: inside the group */
    const char *digits; /* groups of one name have their digits together; NULL: the key */
    const struct key_item *items;
    int count;
    int columns;  /* at most; fewer where the words need it */
    bool many;    /* each may be on */
    float height; /* least; 0: 48 */
};
/* A grid of keys; returns the index pressed, or -1. */
int ui_keys(struct ui *ui, const struct key_group *g);
/* One under another with a line of explanation each. */
int ui_choices(struct ui *ui, const struct key_group *g);
/* Joined with shared edges, in the flow. */
int ui_joined(struct ui *ui, const struct key_group *g);
/* A row of a list: the question at the start, the joined keys at its end, or below it. */
int ui_question_row(struct ui *ui, const struct key_group *g, const char *question, bool current);
/* Tiles side by side, each with name, sentence and keys; returns tile * 8 + key, or -1. */
struct tile {
    const char *name, *text;
    struct key_group keys;
    bool current;
};
int ui_tiles(struct ui *ui, const struct tile *tiles, int count);

/* ---- rows of lists (rows.c) */

struct row {
    const char *key;
    enum icon icon;
    const char *label, *text; /* text: quiet, below, or at the end where `end` */
    const char *end;          /* words at the end, or NULL */
    bool bold, current, arrow;
    const char *cap; /* what its key cap says, or NULL */
    struct shortcut shortcut;
    const char *group;
    int position, of;
};
#define PANEL_HEADING 54 /* as high at least */
/* A heading over rows; quiet words at its end, or NULL. It stays with the first row. */
void ui_panel_heading(struct ui *ui, const char *key, const char *text, const char *end);
/* On a panel without pad. */
bool ui_row(struct ui *ui, const struct row *r);
/* The same with nothing to press. */
void ui_fact_row(struct ui *ui, const struct row *r);

/* Rows that are pressed as a whole: the digit of its place switches each. Joined; in a portrait window
 * higher and apart. `more`: their full texts show; `below`: room to leave under them. Returns the row
 * pressed, or -1. */
struct lane_key {
    const char *key, *noun, *text, *end;
    bool on;
};
int ui_lane(struct ui *ui, const struct lane_key *rows, int count, bool more, float below);

/* ---- text (fields.c) */

struct text_field {
    const char *key, *label;
    const char *value;   /* or NULL */
    const char *hint;    /* below, quiet; or NULL */
    const char *problem; /* below, with the edge of attention; or NULL */
    int limit;           /* bytes */
    int lines;           /* least; 1: one line for ever */
    bool inside;         /* the label stands in front, inside the box */
    const char *cap;
    struct shortcut shortcut;
    const char *end;   /* quiet words at the end of the box: "3 of 24" */
    bool live;         /* a find field: what is typed counts at once */
    int hits;          /* rows below it to choose from with up and down */
    const char *enter; /* the node that Enter presses */
};
/* True when it was left with other text than `value`; `*text` is good until the next input. */
bool ui_field(struct ui *ui, const struct text_field *f, const char **text);
/* What stands in a live field now: never NULL. */
const char *ui_field_text(const struct ui *ui, const char *key, const char *value);

/* A field that opens a list. */
bool ui_list_field(struct ui *ui, const char *key, const char *label, const char *value, const char *cap, struct shortcut shortcut);

/* ---- bars (bars.c) */

struct step_word {
    const char *id, *label;
    bool visited;
    int screen; /* what TOP_STEP + screen says when it is pressed; Ctrl and its number go there */
};
struct top_bar {
    const char *name; /* "7K-M2", or the name of the program */
    const struct step_word *steps;
    int step_count, step; /* -1: none is current */
    const char *place;    /* beside the one button of a compact bar: "3 of 7"; or NULL */
    const char *beside;   /* quiet words beside the name where there are no steps; or NULL */
    struct button extra;  /* one tool more, with the key bar/extra; label NULL: none */
    bool extra_on;
    bool find, settings;
};
/* What was pressed in the bar at the top. */
enum top_pressed { TOP_NOTHING, TOP_STEPS, TOP_FIND, TOP_HELP, TOP_HIDE, TOP_SETTINGS, TOP_STEP /* and more: TOP_STEP + i */ };
int ui_top_bar(struct ui *ui, const struct top_bar *t);

/* Hide alone in its corner, where there is no bar: over a dialog. */
bool ui_hide_corner(struct ui *ui);

/* A line under the top bar, as wide as the window. */
void ui_band(struct ui *ui, const char *key, enum icon icon, const char *bold, const char *text, bool inverse);

struct footer {
    struct button lead;    /* in the place of Back; key NULL: none */
    const char *back;      /* NULL: none */
    const char *kept;      /* "Kept: Said", with Undo beside it; NULL: none */
    const char *words;     /* quiet words where there is nothing to take back */
    struct button second;  /* key NULL: none */
    struct button primary; /* key NULL: none */
};
enum footer_pressed { FOOTER_NOTHING, FOOTER_LEAD, FOOTER_BACK, FOOTER_UNDO, FOOTER_REDO, FOOTER_SECOND, FOOTER_PRIMARY };
enum footer_pressed ui_footer(struct ui *ui, const struct footer *f);

/* What is left between the bars. */
struct rect ui_body(const struct ui *ui);

/* ---- pages of paper (paper.c) */

/* Pages as they will be printed, in the flow, `height` high: one at a time, whole, or larger in
 * steps of a quarter; beside it the keys for zoom (+ and -) and pages (Ctrl with a Page key). The Page
 * keys alone are for it where no list needs them. Its words are read aloud. */
void ui_paper(struct ui *ui, const char *key, const struct pages *pages, float height);
/* How wide that wants to be, so that a whole page fills its height. */
float ui_paper_width(struct ui *ui, float height);

/* ---- a question that stands alone (dialog.c) */

struct dialog {
    const char *key, *title, *text;
    const char *safe;  /* primary, has the focus; Enter and Escape take it */
    const char *other; /* key 2 */
};
enum dialog_pressed { DIALOG_NOTHING, DIALOG_SAFE, DIALOG_OTHER };
enum dialog_pressed ui_dialog(struct ui *ui, const struct dialog *d);

#endif
