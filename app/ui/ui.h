/* One picture after another: where things stand, which node has the focus, what was pressed.
 *
 * A caller gives one input to ui_input(), which looks up in the last picture what it meant: a
 * node pressed, the focus moved, a list scrolled, a text edited. Then the screen is shown
 * between ui_begin() and ui_end(); each widget places itself, adds its nodes and draws, and
 * says whether it was pressed (widgets.h). Nothing is kept of a screen between two pictures but
 * the focus, the place of each scrolled list and the text being edited.
 *
 * Flow. Things stand one below another in a region, as wide as it is. What does not fit whole is
 * left out, and a bar "More below" says what comes (patterns 1.5). A region may have a pinned
 * part at its lower edge. Side by side stand columns; where the window is compact they follow
 * one another.
 *
 * Directions. Everything is laid out from left to right; ui_end() mirrors the whole picture where
 * the language runs the other way. Nothing else knows. */
#ifndef UI_UI_H
#define UI_UI_H

#include "base/buffer.h"
#include "base/language.h"
#include "ui/draw.h"
#include "ui/edit.h"
#include "ui/texts.h"

#define UI_KEY_MAX 128
#define UI_REGIONS 8

/* How much room there is (patterns 2); by width over text size. */
enum room { ROOM_TINY, ROOM_COMPACT, ROOM_REGULAR, ROOM_WIDE };

enum caps { CAPS_WHEN_KEYS, CAPS_ALWAYS, CAPS_NEVER };

/* How far a list was scrolled, by the key of its region. */
struct scroll {
    char key[UI_KEY_MAX];
    int first;   /* the first block that shows */
    int current; /* the block of the open row when it was last brought into sight, and 1 */
};

/* What was asked of a region by a key, a wheel or a finger; done when its heights are known. */
enum scroll_ask { SCROLL_NONE, SCROLL_PAGE_DOWN, SCROLL_PAGE_UP, SCROLL_ROWS, SCROLL_SIDEWAYS };

/* Where one is in pages of paper. */
struct paper {
    int page;
    int zoom;   /* steps of a quarter over the whole page */
    float x, y; /* of what hangs over the edge: 0 to 1 */
    bool begun;
};

/* Things that show together or not at all. */
struct chunk {
    float y, h;
    bool leads;        /* never shows last: what it heads must show too */
    const char *title; /* what the bar "More below" calls it, or NULL */
};

/* A surface behind several blocks. */
struct panel {
    int draw;     /* its box */
    int from, to; /* blocks */
    float pad;    /* above the first and below the last */
};

struct region {
    char key[UI_KEY_MAX];
    struct rect box;
    float x, w, y, pad; /* of the flow */
    struct chunk *blocks;
    int block_count, block_capacity;
    struct panel *panels;
    int panel_count, panel_capacity;
    int pinned;       /* block the pinned part begins with, or -1 */
    int draws, nodes; /* of the picture, where its own begin */
    bool joined;      /* what is placed stays together... */
    bool join_begun;  /* ...with the last block */
    float panel_pad;
    const char *next_title;
};

struct ui {
    /* ---- set by the owner, before a picture */
    const struct font_set *fonts;
    const struct language *language;
    enum theme theme;
    enum caps caps;
    float text; /* size, 1 to 2 */
    float width, height, scale;

    /* ---- between pictures */
    char focus[UI_KEY_MAX], digits[UI_KEY_MAX], held[UI_KEY_MAX], hover[UI_KEY_MAX];
    bool ring;          /* the focus shows: a key was used last */
    bool keyboard_used; /* at all */
    bool touched;       /* a finger was used last */
    bool fresh;         /* another screen: which list the Page keys scroll is known after one picture */
    bool focus_moved;   /* scroll until it shows */
    bool focus_asked;   /* it was set by the program: a field in it begins, its digits count */
    struct rect held_box;
    long long held_since;
    float touch_y;
    bool dragging;
    struct scroll scrolls[UI_REGIONS * 4];
    int scroll_count;
    char scroll_key[UI_KEY_MAX];
    enum scroll_ask scroll_ask;
    int scroll_rows;
    struct paper paper;
    char editing[UI_KEY_MAX]; /* the field that is being typed into, or "" */
    bool edit_fresh;          /* it has not yet got its text */
    struct edit edit;
    struct edit_shown {
        const struct paragraph *text;
        struct rect box; /* of the words */
        int first_line;
        char enter[UI_KEY_MAX]; /* what Enter presses beside leaving; "": nothing */
        int hits;               /* rows below it that up and down choose from */
        bool live;
    } shown;
    int hit; /* the row chosen */
    char clip[EDIT_MAX + 1];
    long long milliseconds, last_key;

    /* ---- what the input meant */
    char pressed[UI_KEY_MAX];
    char left[UI_KEY_MAX]; /* the field that was left, its text still in `edit` */
    bool paste;            /* the clipboard is wanted: ui_paste() */

    /* ---- the picture being made */
    struct picture pictures[2];
    int current;
    struct picture *p;
    struct texts texts;
    enum room room;
    bool portrait;
    struct line_widths lines;
    struct region region_place, *region; /* where things are placed, or NULL */
    struct region_seen {                 /* the regions of the last picture that do not show whole */
        char key[UI_KEY_MAX];
        struct rect box;
    } seen[UI_REGIONS];
    int seen_count;
    struct columns {
        struct rect boxes[4];
        bool panels[4];
        const char *key;
        int count, at;
        bool side_by_side;
    } columns;
    const char *first_digits; /* the first group of digits of this picture */
    bool digits_seen, focus_seen;
    const char *default_focus;
    bool default_typing;          /* ...and the field there is typed into at once */
    bool again;                   /* focus or digits went elsewhere: the picture must be made once more */
    float top, bottom;            /* what the bars take of the window */
    int foot_from, foot_to;       /* the nodes of the footer: in the Tab order they come last */
    char page_region[UI_KEY_MAX]; /* which the Page keys scroll, by the last picture */
    bool typing;                  /* a field is being typed into, in this picture */
    struct rect caret;
};

/* ---- for the owner */

/* What an input meant, looked up in the last picture. */
void ui_input(struct ui *ui, const struct input *input);

/* After ui->paste: the text of the clipboard, or NULL. */
void ui_paste(struct ui *ui, const char *text);

/* Leaves the field that is being typed into, as Enter would. */
void ui_leave_field(struct ui *ui);

/* Forgets what was pressed: the next picture only looks. */
void ui_settle(struct ui *ui);

/* Forgets focus, scrolling and texts: another screen. ui_forget() also overwrites all texts that
 * were shown or typed: another case, or none. */
void ui_new_screen(struct ui *ui);
void ui_forget(struct ui *ui);

void ui_begin(struct ui *ui);
/* Ends the picture. While `ui->again` is set it has to be made once more. */
const struct picture *ui_end(struct ui *ui);

/* The last picture. */
const struct picture *ui_picture(const struct ui *ui);

/* Something at this place that scrolls by itself: the Page keys, a wheel and a finger may act on it. */
void ui_scrolls(struct ui *ui, const char *key, struct rect box);

/* The key of the region that the Page keys scroll; "" where everything shows. */
const char *ui_page_region(const struct ui *ui);

/* The focus to a node, as the Tab key would. */
void ui_set_focus(struct ui *ui, const char *key);

/* ---- for screens: where things stand */

/* A region that scrolls by itself. `pad`: around what stands in it. */
void ui_region(struct ui *ui, const char *key, struct rect box);
void ui_region_end(struct ui *ui);

/* Side by side where there is room, else one after another in one region. A width of at most 16
 * is so many shares of what is left, more is pixels. `panel`: on a surface of its own, as high as the
 * body. */
struct column {
    float width;
    bool panel;
};
void ui_columns(struct ui *ui, const char *key, struct rect box, const struct column *columns, int count);
void ui_next_column(struct ui *ui);
void ui_columns_end(struct ui *ui);

/* From here on, things of this region stand at its lower edge and never move. Where the region is
 * too small for that they follow in the flow. */
void ui_pin(struct ui *ui);

/* The next box of the flow; ui_gap() leaves room below it. */
struct rect ui_place(struct ui *ui, float height);
void ui_gap(struct ui *ui, float height);

/* What is placed between these shows together or not at all. */
void ui_join(struct ui *ui);
void ui_join_end(struct ui *ui);

/* A surface with a hair line behind what is placed between these. `pad` 0: rows from edge to edge. */
void ui_panel(struct ui *ui, float pad);
void ui_panel_end(struct ui *ui);
/* What is placed from here on stands so much further in, at both sides; taken back with -pad. */
void ui_inset(struct ui *ui, float pad);
/* Is the next thing the first one on its panel? Rows have a hair line above all but the first. */
bool ui_begins_panel(const struct ui *ui);

/* What was placed last heads what follows. */
void ui_leads(struct ui *ui);

/* The next block's name for the bar "More below". */
void ui_more_title(struct ui *ui, const char *title);

/* The focus stands here when the screen opens. */
void ui_default_focus(struct ui *ui, const char *key);
/* The same for a field that the screen is about: it can be typed into at once. */
void ui_default_field(struct ui *ui, const char *key);

/* ---- for widgets */

/* A key, built as printf would; lives as long as the picture. */
const char *ui_key(struct ui *ui, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A sentence with its places filled; lives as long as the picture. */
const char *ui_fill(struct ui *ui, const char *sentence, const struct fill *fills, int count);

/* Adds a node; fills in focus, hover and press. The pointer is good until the next one is added. */
struct node *ui_node(struct ui *ui, enum role role, const char *key, const char *label, struct rect box);
bool ui_pressed(const struct ui *ui, const char *key);
bool ui_is_held(const struct ui *ui, const char *key);
bool ui_is_hovered(const struct ui *ui, const char *key);
bool ui_has_ring(const struct ui *ui, const char *key);
/* Do the digits act on this group now? Also says so to the picture. */
bool ui_has_digits(struct ui *ui, const char *digits);
/* Are the caps of keys shown? */
bool ui_shows_caps(const struct ui *ui);

/* The height of so many lines of this type. */
float ui_lines(const struct ui *ui, enum type type, int count);
/* Lays words out; `bold_to`: so many bytes in bold; width 0: one line. */
const struct paragraph *ui_paragraph(struct ui *ui, enum type type, const char *text, float width, int bold_to);
float ui_paragraph_width(const struct ui *ui, const struct paragraph *p);
float ui_paragraph_height(const struct ui *ui, const struct paragraph *p);
float ui_text_width(struct ui *ui, enum type type, const char *text);

/* Drawing. A paint of -1 for no fill or no edge. */
void ui_draw_box(struct ui *ui, struct rect box, int fill, int edge, float edge_width, float radius);
struct draw *ui_last_draw(struct ui *ui);
void ui_draw_paragraph(struct ui *ui, float x, float y, enum paint paint, const struct paragraph *p, int from, int to, float width);
/* One line or more from (x, y), wrapped at width; returns the height. */
float ui_draw_text(struct ui *ui, enum type type, enum paint paint, struct rect box, const char *text);
void ui_draw_page(struct ui *ui, struct rect box, const struct pages *pages, int page, struct rect clip);
void ui_draw_icon(struct ui *ui, enum icon icon, float x, float y, float size, enum paint paint, enum paint behind);
/* The ring round what has the focus; `inset`: inside, for rows of a list. */
void ui_draw_ring(struct ui *ui, const char *key, struct rect box, bool inset);
void ui_draw_ring_round(struct ui *ui, struct rect box, bool inset); /* whatever has the focus */
/* A key cap; returns its width. Nothing where caps are not shown. */
float ui_cap_width(struct ui *ui, const char *label);
float ui_draw_cap(struct ui *ui, float x, float middle, const char *label, enum paint fill, enum paint edge, enum paint text);

/* Sizes that grow with the text. */
float ui_control(const struct ui *ui, float least, int lines);
float ui_icon_size(const struct ui *ui);

#endif
