/* A node: one thing on the window that can be named: a key, a role, words, a state, a box.
 *
 * One list per picture serves hit testing, the Tab key, reading aloud, the bridge to screen
 * readers, and the tests. Keys are made of ids of the content and of the code and never change
 * with the language: "signs/docs-held-by-other/noted". */
#ifndef UI_NODE_H
#define UI_NODE_H

#include "ui/geometry.h"
#include "ui/input.h"

enum role {
    ROLE_TEXT,
    ROLE_HEADING,
    ROLE_BAND,
    ROLE_BUTTON,
    ROLE_CHOICE, /* one of a group */
    ROLE_CHECK,  /* each of a group may be on */
    ROLE_ROW,    /* of a list: opens something */
    ROLE_STEP,
    ROLE_DISCLOSURE,
    ROLE_FIELD,
    ROLE_LIST,
    ROLE_PAGE,    /* of paper: the arrows move over it */
    ROLE_SHORTCUT /* a key of the keyboard with nothing to see */
};

enum {
    NODE_FOCUSED = 1,
    NODE_CHECKED = 2,
    NODE_CURRENT = 4,
    NODE_OPEN = 8,
    NODE_DISABLED = 16,
    NODE_HIDDEN = 32, /* scrolled out of the window: reached by Tab, not by the pointer */
    NODE_VISITED = 64,
    NODE_HOLD = 128 /* pressed only by holding it for two seconds */
};

struct node {
    const char *key;
    enum role role;
    const char *label;       /* the words on it */
    const char *description; /* more words that belong to it, or NULL */
    unsigned state;
    struct rect box;
    struct shortcut shortcuts[2];
    const char *group;  /* arrows move inside it; NULL: none */
    const char *set;    /* arrows move between the groups of a set instead; NULL: none */
    const char *digits; /* the digits act on it while one of its nodes has the focus; NULL: none */
    int position, of;   /* "2 of 5"; 0: not counted */
    int block;          /* of its region, while the picture is made; -1: none */
};

/* Can it have the focus? */
bool node_takes_focus(const struct node *n);

#endif
