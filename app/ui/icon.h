/* The icons: our own line drawings on a grid of 24, from assets/icons.
 *
 * They are SVG files of a small kind: lines, curves, arcs, circles and rounded rectangles with
 * a pen of 2. The build embeds them; icon_shapes() reads one into shapes that any painter can
 * draw. An icon takes the colour of the text beside it. */
#ifndef UI_ICON_H
#define UI_ICON_H

#include "base/arena.h"

#include <stdbool.h>

enum icon {
    ICON_NONE,
    ICON_ADD,
    ICON_ATTENTION,
    ICON_BACK,
    ICON_CARE,
    ICON_CHILD,
    ICON_CLOSE,
    ICON_DECLINED,
    ICON_DELETE,
    ICON_DOCUMENT,
    ICON_FILE,
    ICON_FIND,
    ICON_HELP,
    ICON_HIDE,
    ICON_LESS,
    ICON_MEASURE,
    ICON_MENU,
    ICON_NEXT,
    ICON_NOT_ASKED,
    ICON_NOT_KNOWN,
    ICON_NOT_NOTED,
    ICON_NOT_OBSERVABLE,
    ICON_NOT_SAFE,
    ICON_NOTED,
    ICON_OFFICIAL,
    ICON_OPEN,
    ICON_PERSON,
    ICON_PHONE,
    ICON_SAID,
    ICON_SEEN,
    ICON_SETTINGS,
    ICON_SHUT, /* ICON_OPEN upside down: an open disclosure */
    ICON_SPEAK,
    ICON_THIRD_PARTY,
    ICON_TICK,
    ICON_TIME,
    ICON_UNDO,
    ICON_WHY,
    ICON_WRITE,
    ICON_COUNT
};

#define ICON_GRID 24

/* One stroke or filled shape. Points are on the grid; a move is followed by lines and curves. */
enum icon_verb { ICON_MOVE, ICON_LINE, ICON_CURVE, ICON_ARC, ICON_CLOSE_PATH };

struct icon_step {
    enum icon_verb verb;
    float p[6]; /* MOVE, LINE: x y; CURVE: three points; ARC: centre x y, radius, from, to (radians; to > from: clockwise on the screen) */
};

struct icon_shape {
    const struct icon_step *steps;
    int count;
    bool filled; /* else stroked with a pen of 2, round ends and joins */
    bool cut;    /* in the colour behind: the tick in ICON_NOTED */
    float dash, gap;
};

struct icon_drawing {
    const struct icon_shape *shapes;
    int count;
};

/* The file name without its ending: "not-asked". */
const char *icon_name(enum icon icon);

/* Is it turned round where the language is written from right to left? Arrows back and next,
 * undo, read aloud, measure. */
bool icon_mirrors(enum icon icon);

/* Reads an icon. The embedded files are part of the program, so a fault in one is an assert;
 * icon_parse() reads any text of this kind and is false where it cannot. */
struct icon_drawing icon_shapes(struct arena *a, enum icon icon);
bool icon_parse(struct arena *a, const char *svg, struct icon_drawing *out);

#endif
