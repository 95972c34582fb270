/* A walk: a script of what an officer does and sees, played on the whole program without a
 * display. Things are named by the key of their node, so that a walk holds in every language.
 *
 *     press "Ctrl Z"            a key; digits, -, +, *, /, . are those of the pad
 *     type "words"              into the field that has the caret
 *     click "start/next"        with the mouse; touch: with a finger
 *     focus "key"  checked "key"  open "key"  see "key" "words"  gone "key"
 *     close                     the window's own button
 *     language de   size 800x600   theme dark   text 200
 *     shot "name"               a picture, where pictures are wanted
 *
 * A line that begins with # is a comment. After each line the picture must be free of faults
 * (picture_faults). The clock and the random numbers of a walk never change. */
#ifndef COMMANDS_WALK_H
#define COMMANDS_WALK_H

#include "app.h"

struct walk {
    struct app *app;
    const char *name; /* of the script, for messages */
    int presses;      /* keys, clicks and touches so far */
    void *self;
    /* Called after each input, and for each shot with its name. May be NULL. */
    bool (*after)(void *self, const struct picture *p, const char *shot, struct error *e);
};

/* A host without a window whose clock stands still and whose random numbers are always the same.
 * `world` lives as long as the host. `documents`: where notes go; NULL: none are written. */
struct walk_world {
    const struct host *real;
    unsigned char given; /* references so far: each case has its own */
};
struct host walk_host(const struct host *real, const char *documents, struct walk_world *world);

bool walk_size(struct app *app, const char *size, struct error *e);
bool walk_theme(struct app *app, const char *theme, struct error *e);
bool walk_text(struct app *app, const char *text, struct error *e);

/* False at the first line that does not hold; the message names it. */
bool walk_play(struct walk *w, struct bytes script, struct error *e);

#endif
