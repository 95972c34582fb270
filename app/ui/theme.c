#include "ui/theme.h"

#include <math.h>

static const uint32_t colours[PAINT_COUNT][THEME_COUNT] = {
    [PAINT_PAGE] = { 0xF5F3EE, 0x12171B, 0x000000 },          [PAINT_SURFACE] = { 0xFFFFFF, 0x1B2227, 0x000000 },
    [PAINT_SUNKEN] = { 0xEAE7DF, 0x252D33, 0x000000 },        [PAINT_HOVER] = { 0xF0EEE8, 0x262E34, 0x2A2A2A },
    [PAINT_PRESSED] = { 0xE0DCD3, 0x303A41, 0x444444 },       [PAINT_TEXT] = { 0x17212B, 0xF2F4F5, 0xFFFFFF },
    [PAINT_QUIET] = { 0x3C464F, 0xC9D1D6, 0xFFFFFF },         [PAINT_EDGE] = { 0x6C747B, 0x8A969E, 0xFFFFFF },
    [PAINT_HAIRLINE] = { 0xCFCBC0, 0x3B464D, 0xFFFFFF },      [PAINT_ACCENT] = { 0x0E4A5B, 0x9AD3E2, 0xFFFFFF },
    [PAINT_ACCENT_HOVER] = { 0x0A3A48, 0xB8E2EC, 0xE6E6E6 },  [PAINT_ACCENT_PRESSED] = { 0x062A35, 0xD2EEF4, 0xCCCCCC },
    [PAINT_ON_ACCENT] = { 0xFFFFFF, 0x07222B, 0x000000 },     [PAINT_SELECTED] = { 0xDCE9EB, 0x143946, 0x003A4D },
    [PAINT_SELECTED_EDGE] = { 0x0E4A5B, 0x9AD3E2, 0x7FE7FF }, [PAINT_FOCUS] = { 0x6A2BA3, 0xE0BFFF, 0xFFE500 },
    [PAINT_ATTENTION] = { 0x6B3600, 0xE8D8C8, 0xFFFFFF },     [PAINT_ATTENTION_BG] = { 0xFFFFFF, 0x1B2227, 0x000000 },
    [PAINT_INVERSE] = { 0x17212B, 0xF2F4F5, 0xFFFFFF },       [PAINT_ON_INVERSE] = { 0xFFFFFF, 0x12171B, 0x000000 },
    [PAINT_DISABLED] = { 0x434A50, 0xB3BBC0, 0xD0D0D0 },      [PAINT_DISABLED_BG] = { 0xEAE7DF, 0x252D33, 0x000000 },
};

static const char *const names[PAINT_COUNT] = {
    [PAINT_PAGE] = "page",
    [PAINT_SURFACE] = "surface",
    [PAINT_SUNKEN] = "sunken",
    [PAINT_HOVER] = "hover",
    [PAINT_PRESSED] = "pressed",
    [PAINT_TEXT] = "text",
    [PAINT_QUIET] = "quiet",
    [PAINT_EDGE] = "edge",
    [PAINT_HAIRLINE] = "hairline",
    [PAINT_ACCENT] = "accent",
    [PAINT_ACCENT_HOVER] = "accent-hover",
    [PAINT_ACCENT_PRESSED] = "accent-pressed",
    [PAINT_ON_ACCENT] = "on-accent",
    [PAINT_SELECTED] = "selected",
    [PAINT_SELECTED_EDGE] = "selected-edge",
    [PAINT_FOCUS] = "focus",
    [PAINT_ATTENTION] = "attention",
    [PAINT_ATTENTION_BG] = "attention-bg",
    [PAINT_INVERSE] = "inverse",
    [PAINT_ON_INVERSE] = "on-inverse",
    [PAINT_DISABLED] = "disabled",
    [PAINT_DISABLED_BG] = "disabled-bg",
};

uint32_t theme_colour(enum theme theme, enum paint paint) {
    return colours[paint][theme];
}

const char *theme_paint_name(enum paint paint) {
    return names[paint];
}

/* One channel, from its byte to light (WCAG 2, relative luminance). */
static double channel(uint32_t byte) {
    double c = (double)byte / 255;
    return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t colour) {
    return 0.2126 * channel(colour >> 16 & 255) + 0.7152 * channel(colour >> 8 & 255) + 0.0722 * channel(colour & 255);
}

double theme_contrast(uint32_t a, uint32_t b) {
    double x = luminance(a), y = luminance(b);
    return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

const struct theme_pair theme_pairs[] = {
    { "body text", PAINT_TEXT, PAINT_PAGE, 7 },
    { "body text", PAINT_TEXT, PAINT_SURFACE, 7 },
    { "body text on bars", PAINT_TEXT, PAINT_SUNKEN, 7 },
    { "text on a hovered row", PAINT_TEXT, PAINT_HOVER, 7 },
    { "text on a pressed row", PAINT_TEXT, PAINT_PRESSED, 7 },
    { "text on a selected row", PAINT_TEXT, PAINT_SELECTED, 7 },
    { "second text", PAINT_QUIET, PAINT_PAGE, 7 },
    { "second text", PAINT_QUIET, PAINT_SURFACE, 7 },
    { "second text on bars", PAINT_QUIET, PAINT_SUNKEN, 7 },
    { "second text on a hovered row", PAINT_QUIET, PAINT_HOVER, 7 },
    { "second text on a selected row", PAINT_QUIET, PAINT_SELECTED, 7 },
    { "second text on a pressed row", PAINT_QUIET, PAINT_PRESSED, 7 },
    { "link, quiet button, heading mark", PAINT_ACCENT, PAINT_PAGE, 7 },
    { "link, quiet button", PAINT_ACCENT, PAINT_SURFACE, 7 },
    { "quiet button on bars", PAINT_ACCENT, PAINT_SUNKEN, 7 },
    { "accent text on a selected row", PAINT_ACCENT, PAINT_SELECTED, 7 },
    { "accent text, hovered", PAINT_ACCENT, PAINT_HOVER, 7 },
    { "accent text, pressed", PAINT_ACCENT, PAINT_PRESSED, 7 },
    { "primary label", PAINT_ON_ACCENT, PAINT_ACCENT, 7 },
    { "primary label, hover", PAINT_ON_ACCENT, PAINT_ACCENT_HOVER, 7 },
    { "primary label, pressed", PAINT_ON_ACCENT, PAINT_ACCENT_PRESSED, 7 },
    { "attention text", PAINT_ATTENTION, PAINT_SURFACE, 7 },
    { "attention text", PAINT_ATTENTION, PAINT_PAGE, 7 },
    { "attention text in its box", PAINT_ATTENTION, PAINT_ATTENTION_BG, 7 },
    { "text in an attention box", PAINT_TEXT, PAINT_ATTENTION_BG, 7 },
    { "act-now band", PAINT_ON_INVERSE, PAINT_INVERSE, 7 },
    { "disabled label", PAINT_DISABLED, PAINT_DISABLED_BG, 7 },
    { "control edge", PAINT_EDGE, PAINT_PAGE, 3 },
    { "control edge", PAINT_EDGE, PAINT_SURFACE, 3 },
    { "control edge on bars", PAINT_EDGE, PAINT_SUNKEN, 3 },
    { "control edge, hover", PAINT_EDGE, PAINT_HOVER, 3 },
    { "control edge, pressed", PAINT_EDGE, PAINT_PRESSED, 3 },
    { "key cap edge on a selected key", PAINT_EDGE, PAINT_SELECTED, 3 },
    { "dialog edge", PAINT_EDGE, PAINT_PRESSED, 3 },
    { "disabled edge", PAINT_EDGE, PAINT_DISABLED_BG, 3 },
    { "progress cell, filled part", PAINT_ACCENT, PAINT_SURFACE, 3 },
    { "selected edge", PAINT_SELECTED_EDGE, PAINT_PAGE, 3 },
    { "selected edge", PAINT_SELECTED_EDGE, PAINT_SURFACE, 3 },
    { "selected edge inside", PAINT_SELECTED_EDGE, PAINT_SELECTED, 3 },
    { "primary fill as a shape", PAINT_ACCENT, PAINT_PAGE, 3 },
    { "primary fill on bars", PAINT_ACCENT, PAINT_SUNKEN, 3 },
    { "attention edge", PAINT_ATTENTION, PAINT_PAGE, 3 },
    { "attention edge inside", PAINT_ATTENTION, PAINT_ATTENTION_BG, 3 },
    { "focus ring", PAINT_FOCUS, PAINT_PAGE, 3 },
    { "focus ring", PAINT_FOCUS, PAINT_SURFACE, 3 },
    { "focus ring on bars", PAINT_FOCUS, PAINT_SUNKEN, 3 },
    { "focus ring beside a selected row", PAINT_FOCUS, PAINT_SELECTED, 3 },
    { "focus ring beside an attention box", PAINT_FOCUS, PAINT_ATTENTION_BG, 3 },
    { "focus ring inside a pressed row", PAINT_FOCUS, PAINT_PRESSED, 3 },
    { "scroll bar", PAINT_EDGE, PAINT_SUNKEN, 3 },
    { "act-now band as a shape", PAINT_INVERSE, PAINT_PAGE, 3 },
};
const int theme_pair_count = sizeof theme_pairs / sizeof *theme_pairs;

const struct type_style type_styles[TYPE_COUNT] = {
    [TYPE_META] = { 16, 24, 1 },   [TYPE_BODY] = { 18, 28, 0 }, [TYPE_LABEL] = { 18, 24, 0 },
    [TYPE_BUTTON] = { 18, 24, 1 }, [TYPE_LEAD] = { 20, 28, 0 }, [TYPE_HEADING] = { 22, 28, 1 },
    [TYPE_TITLE] = { 28, 36, 1 },  [TYPE_CARD] = { 24, 34, 0 }, [TYPE_DISPLAY] = { 40, 56, 1 },
};

struct line_widths theme_lines(enum theme theme) {
    struct line_widths w = {
        .hair = 1, .edge = 1, .selected = 3, .attention = 2, .dialog = 2, .accent_bar = 6, .focus = 3, .focus_gap = 2
    };
    if (theme == THEME_CONTRAST) {
        w.edge = 2;
        w.selected = w.focus = w.attention = 4;
        w.accent_bar = 8;
    }
    return w;
}
