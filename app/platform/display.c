#include "platform/display.h"

#define SDL_MAIN_HANDLED
#include <SDL2/SDL.h>

#ifdef SDL_VIDEO_DRIVER_X11

#include <SDL2/SDL_syswm.h>
#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

/* Xlib is not linked: SDL loads it where there is an X server. It asks two handlers when a server
 * is gone, one of the process and one of each display, and ends the program unless both return.
 * The second must be set for every display, and SDL opens one that it shows to nobody. So it is
 * set where Xlib makes the lock of a new display, through a pointer that Xlib keeps for that. */

struct xlib {
    Status (*init_threads)(void);
    XIOErrorHandler (*set_handler)(XIOErrorHandler);
    void (*set_exit_handler)(Display *, XIOErrorExitHandler, void *);
    int (*put_back_event)(Display *, XEvent *);
    int (**init_lock)(Display *);
};

static bool find_xlib(struct xlib *x) {
    void *library = dlopen("libX11.so.6", RTLD_NOW); /* never closed: it calls us */
    if (!library)
        return false;
    *(void **)&x->init_threads = dlsym(library, "XInitThreads");
    *(void **)&x->set_handler = dlsym(library, "XSetIOErrorHandler");
    *(void **)&x->set_exit_handler = dlsym(library, "XSetIOErrorExitHandler");
    *(void **)&x->put_back_event = dlsym(library, "XPutBackEvent");
    *(void **)&x->init_lock = dlsym(library, "_XInitDisplayLock_fn");
    return x->set_handler != NULL;
}

/* Xlib gives these functions no argument of ours. Set once, never changed. */
static int (*init_lock_of_xlib)(Display *);

static int end(Display *display) {
    (void)display;
    fputs("waymark: the display is gone\n", stderr);
    exit(3);
}

static int stay(Display *display) {
    (void)display;
    return 0;
}

/* Wakes who waits for events. */
static void tell(Display *display, void *nothing) {
    SDL_Event gone = { .type = SDL_USEREVENT };
    (void)display;
    (void)nothing;
    SDL_PushEvent(&gone);
}

static int init_lock(Display *display) {
    struct xlib x;
    int status = init_lock_of_xlib(display);
    if (status == 0 && find_xlib(&x))
        x.set_exit_handler(display, tell, NULL);
    return status;
}

/* A Xlib without that pointer, or one that is told too late, cannot be kept from ending us. */
static bool can_stay(const struct xlib *x) {
    return x->set_exit_handler && x->put_back_event && x->init_threads && x->init_threads() && x->init_lock && *x->init_lock;
}

void display_survive(void) {
    struct xlib x;
    if (!getenv("DISPLAY") || !find_xlib(&x))
        return;
    x.set_handler(can_stay(&x) ? stay : end);
    if (!can_stay(&x) || init_lock_of_xlib)
        return;
    init_lock_of_xlib = *x.init_lock;
    *x.init_lock = init_lock;
}

void display_may_end(void) {
    struct xlib x;
    if (init_lock_of_xlib && find_xlib(&x))
        x.set_handler(end);
}

bool display_is_gone(void) {
    return SDL_WasInit(SDL_INIT_EVENTS) && SDL_HasEvent(SDL_USEREVENT);
}

void display_hold_signals(bool on) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigprocmask(on ? SIG_BLOCK : SIG_UNBLOCK, &set, NULL);
}

void display_do_not_wait(SDL_Window *window) {
    struct xlib x;
    SDL_SysWMinfo info = { 0 };
    SDL_VERSION(&info.version);
    if (!init_lock_of_xlib || !window || !SDL_GetWindowWMInfo(window, &info) || info.subsystem != SDL_SYSWM_X11 || !find_xlib(&x))
        return;
    /* What SDL waits for, put where it looks first. */
    XEvent unseen = { .xunmap = { .type = UnmapNotify, .display = info.info.x11.display, .window = info.info.x11.window } };
    x.put_back_event(info.info.x11.display, &unseen);
}

#else

void display_survive(void) {
}

void display_may_end(void) {
}

bool display_is_gone(void) {
    return false;
}

void display_hold_signals(bool on) {
    (void)on;
}

void display_do_not_wait(SDL_Window *window) {
    (void)window;
}

#endif
