/* Keys of a keyboard as inputs: by place where the place counts, by letter where the letter
 * does. app/ui/input.h says which is which. */
#ifndef PLATFORM_KEYBOARD_H
#define PLATFORM_KEYBOARD_H

#include "ui/input.h"

struct SDL_KeyboardEvent;

/* False where a key means nothing, or types: while typing is on, what prints comes as text. */
bool keyboard_input(const struct SDL_KeyboardEvent *event, bool typing, struct input *out);

#endif
