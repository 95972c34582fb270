#include "platform/keyboard.h"

#define SDL_MAIN_HANDLED
#include <SDL2/SDL.h>

struct meaning {
    SDL_Scancode place;
    int key;
    bool repeats; /* while it is held; others once: held 1 would set and unset an answer */
};

/* The same with and without typing. */
static const struct meaning always[] = {
    { SDL_SCANCODE_TAB, KEY_TAB, true },
    { SDL_SCANCODE_RETURN, KEY_ENTER, false },
    { SDL_SCANCODE_KP_ENTER, KEY_ENTER, false },
    { SDL_SCANCODE_ESCAPE, KEY_ESCAPE, false },
    { SDL_SCANCODE_LEFT, KEY_LEFT, true },
    { SDL_SCANCODE_RIGHT, KEY_RIGHT, true },
    { SDL_SCANCODE_UP, KEY_UP, true },
    { SDL_SCANCODE_DOWN, KEY_DOWN, true },
    { SDL_SCANCODE_HOME, KEY_HOME, false },
    { SDL_SCANCODE_END, KEY_END, false },
    { SDL_SCANCODE_PAGEUP, KEY_PAGE_UP, true },
    { SDL_SCANCODE_PAGEDOWN, KEY_PAGE_DOWN, true },
    { SDL_SCANCODE_BACKSPACE, KEY_BACKSPACE, true },
    { SDL_SCANCODE_DELETE, KEY_DELETE, true },
    { SDL_SCANCODE_F1, KEY_F1, false },
    { SDL_SCANCODE_F2, KEY_F2, false },
    { SDL_SCANCODE_F3, KEY_PLUS, false },
    { SDL_SCANCODE_F4, KEY_F4, false },
    { SDL_SCANCODE_F5, KEY_F5, false },
    { SDL_SCANCODE_F6, KEY_F6, false },
    { SDL_SCANCODE_F8, KEY_F8, false },
    { SDL_SCANCODE_F9, KEY_F9, false },
    { SDL_SCANCODE_F11, KEY_F11, false },
    { SDL_SCANCODE_UNKNOWN, KEY_NONE, false },
};

/* What prints. */
static const struct meaning printing[] = {
    { SDL_SCANCODE_SPACE, KEY_SPACE, false },      { SDL_SCANCODE_MINUS, KEY_MINUS, false },
    { SDL_SCANCODE_KP_MINUS, KEY_MINUS, false },   { SDL_SCANCODE_KP_PLUS, KEY_PLUS, false },
    { SDL_SCANCODE_KP_MULTIPLY, KEY_STAR, false }, { SDL_SCANCODE_KP_DIVIDE, KEY_SLASH, false },
    { SDL_SCANCODE_KP_PERIOD, KEY_POINT, false },  { SDL_SCANCODE_KP_COMMA, KEY_POINT, false },
    { SDL_SCANCODE_0, KEY_DIGIT_0, false },        { SDL_SCANCODE_KP_0, KEY_DIGIT_0, false },
    { SDL_SCANCODE_UNKNOWN, KEY_NONE, false },
};

/* The pad while NumLock is off, in a field: there it moves, elsewhere it answers. */
static const struct meaning moving[] = {
    { SDL_SCANCODE_KP_7, KEY_HOME, false },    { SDL_SCANCODE_KP_8, KEY_UP, true },        { SDL_SCANCODE_KP_9, KEY_PAGE_UP, true },
    { SDL_SCANCODE_KP_4, KEY_LEFT, true },     { SDL_SCANCODE_KP_6, KEY_RIGHT, true },     { SDL_SCANCODE_KP_1, KEY_END, false },
    { SDL_SCANCODE_KP_2, KEY_DOWN, true },     { SDL_SCANCODE_KP_3, KEY_PAGE_DOWN, true }, { SDL_SCANCODE_KP_PERIOD, KEY_DELETE, true },
    { SDL_SCANCODE_UNKNOWN, KEY_NONE, false },
};

static struct meaning find(const struct meaning *list, SDL_Scancode place) {
    while (list->key != KEY_NONE && list->place != place)
        list++;
    return *list;
}

static bool is_pad_digit(SDL_Scancode place) {
    return place >= SDL_SCANCODE_KP_1 && place <= SDL_SCANCODE_KP_0;
}

/* Digits stand 1 to 9, then 0, in both rows of scancodes. */
static int digit_of(SDL_Scancode place) {
    if (place >= SDL_SCANCODE_1 && place <= SDL_SCANCODE_9)
        return KEY_DIGIT_0 + 1 + (int)(place - SDL_SCANCODE_1);
    if (place >= SDL_SCANCODE_KP_1 && place <= SDL_SCANCODE_KP_9)
        return KEY_DIGIT_0 + 1 + (int)(place - SDL_SCANCODE_KP_1);
    return KEY_NONE;
}

/* A typed + beside the digits; = with Shift types it where no other key does. */
static bool is_plus(const SDL_Keysym *key) {
    return key->sym == SDLK_PLUS || (key->sym == SDLK_EQUALS && key->mod & KMOD_SHIFT);
}

static int printing_key(const SDL_Keysym *key) {
    int digit = digit_of(key->scancode), other = find(printing, key->scancode).key;
    return digit ? digit : other ? other : is_plus(key) ? KEY_PLUS : KEY_NONE;
}

/* By what it prints; by its place where that is no Latin letter, as on a Greek keyboard. */
static int letter(const SDL_Keysym *key) {
    if (key->sym >= SDLK_a && key->sym <= SDLK_z)
        return KEY_A + (int)(key->sym - SDLK_a);
    if (key->scancode >= SDL_SCANCODE_A && key->scancode <= SDL_SCANCODE_Z)
        return KEY_A + (int)(key->scancode - SDL_SCANCODE_A);
    return KEY_NONE;
}

static struct meaning meaning_of(const SDL_Keysym *key, bool typing, bool control) {
    struct meaning m = find(always, key->scancode);
    if (m.key != KEY_NONE)
        return m;
    if (typing && !control)
        return key->mod & KMOD_NUM ? m : find(moving, key->scancode);
    m.key = printing_key(key);
    if (m.key == KEY_NONE && control)
        m.key = letter(key);
    return m;
}

bool keyboard_input(const SDL_KeyboardEvent *event, bool typing, struct input *out) {
    const SDL_Keysym *key = &event->keysym;
    bool control = key->mod & KMOD_CTRL;
    /* Alt belongs to the system, and AltGr (on some systems Ctrl and Alt together) types. */
    if (key->mod & (KMOD_ALT | KMOD_GUI | KMOD_MODE))
        return false;
    struct meaning m = meaning_of(key, typing, control);
    if (m.key == KEY_NONE || (event->repeat && !m.repeats))
        return false;
    *out = (struct input){ .kind = INPUT_KEY, .key = m.key, .shift = key->mod & KMOD_SHIFT, .control = control };
    out->pad = is_pad_digit(key->scancode) && m.key >= KEY_DIGIT_0 && m.key <= KEY_DIGIT_9;
    return true;
}
