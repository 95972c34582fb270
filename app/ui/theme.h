/* Colours by role and sizes by use: the one place that says how anything looks.
 *
 * Paper and ink, and one petrol blue for what can be done. No red, amber or green: on this
 * screen a colour could be read as a verdict on a person. Urgency is weight, not hue. The
 * attention colour speaks about the program, never about the person. A test computes the
 * contrast of every pair in use (theme_pairs). */
#ifndef UI_THEME_H
#define UI_THEME_H

#include <stdint.h>

enum theme { THEME_LIGHT, THEME_DARK, THEME_CONTRAST, THEME_COUNT };

enum paint {
    PAINT_PAGE,
    PAINT_SURFACE,
    PAINT_SUNKEN,
    PAINT_HOVER,
    PAINT_PRESSED,
    PAINT_TEXT,
    PAINT_QUIET,
    PAINT_EDGE,
    PAINT_HAIRLINE,
    PAINT_ACCENT,
    PAINT_ACCENT_HOVER,
    PAINT_ACCENT_PRESSED,
    PAINT_ON_ACCENT,
    PAINT_SELECTED,
    PAINT_SELECTED_EDGE,
    PAINT_FOCUS,
    PAINT_ATTENTION,
    PAINT_ATTENTION_BG,
    PAINT_INVERSE,
    PAINT_ON_INVERSE,
    PAINT_DISABLED,
    PAINT_DISABLED_BG,
    PAINT_COUNT
};

/* 0xRRGGBB. */
uint32_t theme_colour(enum theme theme, enum paint paint);

/* The name of a role, for messages. */
const char *theme_paint_name(enum paint paint);

/* Contrast of two colours by the relative luminance of WCAG 2: 1 to 21. */
double theme_contrast(uint32_t a, uint32_t b);

/* A pair of roles that meet, and the least contrast they need: 7 for text, 3 for edges,
 * shapes and focus. The hair line is decoration and never the only edge, so it has none. */
struct theme_pair {
    const char *use;
    enum paint front, back;
    double least;
};
extern const struct theme_pair theme_pairs[];
extern const int theme_pair_count;

/* Type: pixels at text size 100 %; they grow with the text setting. */
enum type { TYPE_META, TYPE_BODY, TYPE_LABEL, TYPE_BUTTON, TYPE_LEAD, TYPE_HEADING, TYPE_TITLE, TYPE_CARD, TYPE_DISPLAY, TYPE_COUNT };

struct type_style {
    int size, line;
    int bold;
};
extern const struct type_style type_styles[TYPE_COUNT];

/* Spaces do not grow with the text: at 200 % the words need the room. */
enum { SPACE_1 = 4, SPACE_2 = 8, SPACE_3 = 16, SPACE_4 = 24, SPACE_5 = 32, SPACE_6 = 40, SPACE_7 = 48, SPACE_8 = 64 };

/* Nothing to press is smaller than this, in any direction. */
#define TARGET_LEAST 48

/* Lines and corners; in high contrast edges, selection and focus are drawn heavier. */
struct line_widths {
    int hair, edge, selected, attention, dialog, accent_bar, focus, focus_gap;
};
struct line_widths theme_lines(enum theme theme);
enum { RADIUS_CAP = 4, RADIUS_CONTROL = 8 };

#endif
