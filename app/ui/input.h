/* What an officer does to the window, whatever the system: the platform turns its events into
 * these, tests write them down. Positions are pixels at window scale 1. */
#ifndef UI_INPUT_H
#define UI_INPUT_H

#include <stdbool.h>

/* Keys by what they do, not by what they print: digits by their place (top row or pad, whatever
 * the layout or NumLock), minus by the pad or the key right of 0. Letters count only with Ctrl,
 * and are then lower case. */
enum key {
    KEY_NONE,
    KEY_TAB,
    KEY_ENTER,
    KEY_SPACE,
    KEY_ESCAPE,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_UP,
    KEY_DOWN,
    KEY_HOME,
    KEY_END,
    KEY_PAGE_UP,
    KEY_PAGE_DOWN,
    KEY_BACKSPACE,
    KEY_DELETE,
    KEY_MINUS,
    KEY_PLUS,  /* pad, F3, or a typed + that does not come from the digit row */
    KEY_STAR,  /* pad: the next group */
    KEY_SLASH, /* pad */
    KEY_POINT, /* pad */
    KEY_F1,
    KEY_F2,
    KEY_F4,
    KEY_F5,
    KEY_F6,
    KEY_F8,
    KEY_F9,
    KEY_F11,
    KEY_DIGIT_0 = '0',
    KEY_DIGIT_9 = '9',
    KEY_A = 'a',
    KEY_Z = 'z'
};

/* A key that presses a node from anywhere. */
struct shortcut {
    int key; /* enum key; 0: none */
    bool control;
};

enum input_kind {
    INPUT_NONE, /* only look again: first picture, new language */
    INPUT_KEY,
    INPUT_TEXT, /* typed or pasted */
    INPUT_MOVE,
    INPUT_DOWN,
    INPUT_UP,
    INPUT_WHEEL, /* rows, down is positive; x and y where */
    INPUT_TICK,  /* time went by: the caret blinks, the clock of the hidden page moves on */
    INPUT_SIZE,  /* the window has another size or scale */
    INPUT_LOST,  /* the window was minimised, or the display went away for a while */
    INPUT_CLOSE  /* the window is asked to close */
};

struct input {
    enum input_kind kind;
    int key;
    bool shift, control;
    bool pad; /* a digit of the number pad */
    float x, y;
    int rows;                   /* INPUT_WHEEL */
    bool touch;                 /* a finger, not a mouse */
    const char *text;           /* UTF-8; lives until the next input */
    float width, height, scale; /* INPUT_SIZE: at window scale 1 */
    long long milliseconds;     /* since the program began */
};

#endif
