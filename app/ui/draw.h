/* What stands on the window: a list of things to draw and a list of nodes.
 *
 * A picture is made once per event and never changed. The painter draws its draws in order and
 * decides nothing; everything else (hit testing, Tab order, reading aloud, tests) uses the
 * nodes. Boxes are in pixels at window scale 1, already mirrored where the language is written
 * from right to left. Texts live in the cache of the ui, the rest in the picture's arena. */
#ifndef UI_DRAW_H
#define UI_DRAW_H

#include "page/page.h"
#include "ui/geometry.h"
#include "ui/icon.h"
#include "ui/node.h"
#include "ui/theme.h"

enum draw_kind { DRAW_BOX, DRAW_TEXT, DRAW_ICON, DRAW_PAGE };

/* Corners that are round. */
enum { CORNER_TOP_LEFT = 1, CORNER_TOP_RIGHT = 2, CORNER_BOTTOM_LEFT = 4, CORNER_BOTTOM_RIGHT = 8, CORNERS = 15 };

struct draw {
    enum draw_kind kind;
    struct rect box;
    enum paint paint;  /* of the text, icon, or fill */
    enum paint behind; /* of an icon's cut: what lies behind it */
    bool filled;       /* DRAW_BOX */
    /* DRAW_BOX: the edge is drawn inside the box. */
    float edge, radius;
    enum paint edge_paint;
    unsigned corners;
    bool dashed;
    /* DRAW_TEXT: lines [from, to) of a paragraph, which was laid out in pixels of the screen.
     * The box is as wide as the paragraph was allowed to be. */
    const struct paragraph *text;
    int from, to;
    /* DRAW_ICON */
    enum icon icon;
    bool mirrored;
    /* DRAW_PAGE: the paper fills the box; of it shows what lies inside `clip`. */
    const struct pages *pages;
    int page;
    struct rect clip;
    int block; /* of its region, while the picture is made; -1: none */
};

struct picture {
    struct arena arena;
    float width, height; /* at window scale 1 */
    float scale;         /* pixels of the screen per pixel here */
    enum theme theme;
    struct draw *draws;
    int draw_count, draw_capacity;
    struct node *nodes;
    int node_count, node_capacity;
    const struct font_set *fonts;
};

/* The node with this key, or NULL. */
const struct node *picture_find(const struct picture *p, const char *key);

/* The topmost node at a point that can be pressed, or NULL. */
const struct node *picture_hit(const struct picture *p, float x, float y);

/* What no picture may have: a text outside its box, outside the window or over another
 * text; something to press that is smaller than 48 px, outside the window or over another; words,
 * icons or edges in colours that are no pair of the theme, whose contrast is computed.
 * Returns how many, and puts a sentence about the first into `what`. */
int picture_faults(const struct picture *p, char *what, size_t size);

#endif
