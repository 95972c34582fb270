/* The window of the program, by SDL: its events become inputs, pictures are painted on it.
 *
 * There is one window or none. Without one only picture_png() and forget_drawn() are of use.
 * Memory for the screen only; nothing of a case is kept but the texts the painter has drawn. */
#ifndef PLATFORM_WINDOW_H
#define PLATFORM_WINDOW_H

#include "host.h"
#include "platform/painter.h"

struct SDL_Window;
struct SDL_Surface;

struct window {
    struct painter painter;
    struct SDL_Window *sdl;  /* NULL: not open */
    struct SDL_Surface *own; /* painted instead where the window has other pixels than the painter */
    float fixed_scale;       /* 0: by the height of the window */
    float scale;             /* as last told by INPUT_SIZE */
    bool full_screen;        /* stays so when the window is opened again */
    bool size_due;           /* the program does not know the size yet */
    bool gone;               /* the display went away ... */
    bool asked_to_end;       /* ... and the last event asked the program to end */
    bool typing;
    struct rect caret;
    bool touched;     /* a finger is down ... */
    long long finger; /* ... and this one counts */
    char text[64];    /* of the last INPUT_TEXT */
};

/* Lives in the arena; opens nothing yet. */
struct window *window_make(struct arena *a);

/* Puts the functions of the window into the host, and the window as its `self`. */
void window_fill_host(struct window *w, struct host *host);

/* Gives back everything; also after close_window(), which keeps nothing open but may be followed
 * by picture_png(). */
void window_close(struct window *w);

#endif
