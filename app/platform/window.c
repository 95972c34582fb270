#include "platform/window.h"

#include "base/utf8.h"
#include "platform/display.h"
#include "platform/keyboard.h"
#include "platform/pdf.h"

#define SDL_MAIN_HANDLED
#include <SDL2/SDL.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = 1280, HEIGHT = 800, LEAST_WIDTH = 800, LEAST_HEIGHT = 600 };

/* A call the compiler cannot prove useless. */
static void *(*const volatile overwrite)(void *, int, size_t) = memset;

/* ---- places: SDL counts in units of the window, which need not be pixels */

static float pixels_per_unit(const struct window *w) {
    int units = 0, pixels = 0, other;
    SDL_GetWindowSize(w->sdl, &units, &other);
    SDL_GetWindowSizeInPixels(w->sdl, &pixels, &other);
    return units > 0 && pixels > 0 ? (float)pixels / (float)units : 1;
}

static float scale_for(const struct window *w, int height) {
    if (w->fixed_scale > 0)
        return w->fixed_scale;
    return height < 1620 ? 1 : height < 2160 ? 1.5f : height < 3240 ? 2 : 3;
}

static struct input size_input(struct window *w) {
    int width = WIDTH, height = HEIGHT;
    SDL_GetWindowSizeInPixels(w->sdl, &width, &height);
    w->scale = scale_for(w, height);
    w->size_due = false;
    return (struct input){ .kind = INPUT_SIZE, .width = (float)width / w->scale, .height = (float)height / w->scale, .scale = w->scale };
}

/* ---- opening */

/* Without a session bus SDL would start one that outlives the program. It is only needed for
 * input methods, and where there are some there is a bus. */
static void start_no_bus(void) {
#ifndef _WIN32
    const char *folder = getenv("XDG_RUNTIME_DIR");
    char path[512];
    if (getenv("DBUS_SESSION_BUS_ADDRESS"))
        return;
    SDL_snprintf(path, sizeof path, "%s/bus", folder ? folder : "");
    SDL_RWops *bus = folder ? SDL_RWFromFile(path, "rb") : NULL;
    if (bus)
        SDL_RWclose(bus);
    else
        SDL_setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 1);
#endif
}

static const struct {
    const char *name, *value;
} hints[] = {
    { SDL_HINT_TOUCH_MOUSE_EVENTS, "0" }, /* a finger comes once, as a finger */
    { SDL_HINT_MOUSE_TOUCH_EVENTS, "0" },
    { SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1" }, /* the machine may lock itself */
    { SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0" },
    { SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0" }, /* closing comes once */
    { SDL_HINT_IME_SHOW_UI, "1" },
    { SDL_HINT_WINDOWS_DPI_AWARENESS, "permonitorv2" },
};

/* A surface that no graphics card draws saves 100 MB and 70 ms; on Wayland there is none. */
static void choose_surface(void) {
    static const char *const plain[] = { "x11", "windows", "dummy", "offscreen" };
    const char *driver = SDL_GetCurrentVideoDriver();
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (driver && !strcmp(driver, plain[i]))
            SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
}

/* A session that ends takes the display away and asks its programs to end, in any order. */
static bool is_asked_to_end(const struct window *w) {
    SDL_PumpEvents();
    return w->asked_to_end || SDL_HasEvent(SDL_QUIT);
}

static void close_sdl(struct window *w) {
    if (!SDL_WasInit(SDL_INIT_VIDEO))
        return;
    display_hold_signals(true);
    bool end = w->gone && is_asked_to_end(w);
    display_do_not_wait(w->sdl);
    SDL_FreeSurface(w->own);
    if (w->sdl)
        SDL_DestroyWindow(w->sdl);
    w->own = NULL;
    w->sdl = NULL;
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    if (end)
        raise(SIGTERM); /* SDL had caught it, and there is nobody to ask whether to stay */
    display_hold_signals(false);
}

/* Without a locale only ASCII could be typed: X asks it how letters are written. */
static void choose_letters(void) {
#ifndef _WIN32
    if (!getenv("LC_ALL") && !getenv("LC_CTYPE") && !getenv("LANG"))
        SDL_setenv("LC_CTYPE", "C.UTF-8", 1);
#endif
}

/* Wayland needs this folder, and its library complains on the terminal where it is missing. */
static void leave_wayland_out(void) {
#if defined SDL_VIDEO_DRIVER_WAYLAND && defined SDL_VIDEO_DRIVER_X11
    if (!getenv("XDG_RUNTIME_DIR"))
        SDL_SetHint(SDL_HINT_VIDEODRIVER, "x11,KMSDRM");
#endif
}

/* Where there is no display SDL may take a driver that shows nothing to anybody: only for tests. */
static bool is_seen(void) {
    static const char *const unseen[] = { "offscreen", "dummy", "evdev" };
    const char *driver = SDL_GetCurrentVideoDriver();
    for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++)
        if (driver && !strcmp(driver, unseen[i]))
            return SDL_getenv("SDL_VIDEODRIVER") != NULL;
    return true;
}

static bool start_video(struct window *w, struct error *e) {
    start_no_bus();
    choose_letters();
    leave_wayland_out();
    display_survive();
    SDL_SetMainReady();
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++)
        SDL_SetHint(hints[i].name, hints[i].value);
    bool started = SDL_InitSubSystem(SDL_INIT_VIDEO) == 0;
    if (!started || !is_seen()) {
        error_set(
            e, ERROR_WORLD,
            "no window can be opened: there is no display (%s); start Waymark on a desktop, or see what it does without: waymark help",
            started ? "none is in sight" : SDL_GetError());
        close_sdl(w);
        return false;
    }
    choose_surface();
    SDL_StopTextInput(); /* SDL begins with it on */
    return true;
}

static bool open_window(void *self, const char *title, struct error *e) {
    struct window *w = self;
    SDL_Rect room = { 0, 0, WIDTH, HEIGHT };
    Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI | (w->full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
    close_sdl(w);
    w->gone = w->typing = w->touched = false;
    w->size_due = true;
    if (!start_video(w, e))
        return false;
    SDL_GetDisplayUsableBounds(0, &room);
    w->sdl =
        SDL_CreateWindow(title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, SDL_min(WIDTH, room.w), SDL_min(HEIGHT, room.h), flags);
    if (!w->sdl) {
        error_set(e, ERROR_WORLD, "the window cannot be opened: %s", SDL_GetError());
        close_sdl(w);
        return false;
    }
    SDL_SetWindowMinimumSize(w->sdl, LEAST_WIDTH, LEAST_HEIGHT);
    return true;
}

static void close_window(void *self) {
    struct window *w = self;
    close_sdl(w);
    painter_close(&w->painter);
    overwrite(w->text, 0, sizeof w->text);
}

static void say(void *self, const char *title, const char *text) {
    struct window *w = self;
    display_may_end();
    SDL_ShowSimpleMessageBox(SDL_MESSAGEBOX_ERROR, title, text, w->sdl);
    display_survive();
}

static void set_title(void *self, const char *title) {
    struct window *w = self;
    if (w->sdl && !w->gone)
        SDL_SetWindowTitle(w->sdl, title);
}

static void set_full_screen(void *self, bool on) {
    struct window *w = self;
    w->full_screen = on;
    if (w->sdl && !w->gone)
        SDL_SetWindowFullscreen(w->sdl, on ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
}

/* ---- typing */

static bool same_rect(struct rect a, struct rect b) {
    return !(a.x < b.x || a.x > b.x || a.y < b.y || a.y > b.y || a.w < b.w || a.w > b.w || a.h < b.h || a.h > b.h);
}

static void tell_caret(struct window *w, struct rect caret) {
    float k = w->scale / pixels_per_unit(w);
    SDL_Rect place = { (int)(caret.x * k), (int)(caret.y * k), (int)(caret.w * k) + 1, (int)(caret.h * k) + 1 };
    if (same_rect(caret, w->caret))
        return;
    w->caret = caret;
    SDL_SetTextInputRect(&place);
}

/* The key that opened the field has typed too, or is about to: what it typed is thrown away. */
static void start_typing(struct window *w) {
    SDL_PumpEvents();
    w->caret = (struct rect){ 0 };
    SDL_StartTextInput();
    SDL_FlushEvent(SDL_TEXTINPUT);
}

static void set_typing(void *self, bool on, struct rect caret) {
    struct window *w = self;
    if (!w->sdl || w->gone)
        return;
    if (on && !w->typing)
        start_typing(w);
    if (!on && w->typing)
        SDL_StopTextInput();
    w->typing = on;
    if (on)
        tell_caret(w, caret);
}

/* ---- events */

static struct input at_place(const struct window *w, enum input_kind kind, int x, int y) {
    float k = pixels_per_unit(w) / w->scale;
    return (struct input){ .kind = kind, .x = (float)x * k, .y = (float)y * k };
}

/* The next event, if it is of this type, in place of `e`. */
static bool take_next(SDL_Event *e, Uint32 type) {
    SDL_Event next;
    return SDL_PeepEvents(&next, 1, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1 && next.type == type
           && SDL_PeepEvents(e, 1, SDL_GETEVENT, type, type) == 1;
}

/* Of many moves in a row only the last one says where the mouse is. */
static bool mouse_moved(const struct window *w, SDL_Event *e, struct input *out) {
    if (e->motion.which == SDL_TOUCH_MOUSEID)
        return false;
    while (take_next(e, SDL_MOUSEMOTION)) {
    }
    *out = at_place(w, INPUT_MOVE, e->motion.x, e->motion.y);
    return true;
}

static bool mouse_button(const struct window *w, const SDL_MouseButtonEvent *e, struct input *out) {
    if (e->which == SDL_TOUCH_MOUSEID || e->button != SDL_BUTTON_LEFT)
        return false;
    *out = at_place(w, e->type == SDL_MOUSEBUTTONDOWN ? INPUT_DOWN : INPUT_UP, e->x, e->y);
    return true;
}

static bool wheel(const struct window *w, const SDL_MouseWheelEvent *e, struct input *out) {
    int up = e->direction == SDL_MOUSEWHEEL_FLIPPED ? -e->y : e->y;
    if (e->which == SDL_TOUCH_MOUSEID || up == 0)
        return false;
    *out = at_place(w, INPUT_WHEEL, e->mouseX, e->mouseY);
    out->rows = -up;
    return true;
}

/* One finger at a time: a second one is the other hand, or a palm. */
static bool finger(struct window *w, const SDL_TouchFingerEvent *e, struct input *out) {
    int width = 0, height = 0;
    if (w->touched ? e->fingerId != w->finger : e->type != SDL_FINGERDOWN)
        return false;
    w->touched = e->type != SDL_FINGERUP;
    w->finger = e->fingerId;
    SDL_GetWindowSizeInPixels(w->sdl, &width, &height);
    *out = (struct input){ .kind = e->type == SDL_FINGERDOWN ? INPUT_DOWN
                                   : e->type == SDL_FINGERUP ? INPUT_UP
                                                             : INPUT_MOVE,
                           .touch = true,
                           .x = e->x * (float)width / w->scale,
                           .y = e->y * (float)height / w->scale };
    return true;
}

static bool typed(struct window *w, const SDL_TextInputEvent *e, struct input *out) {
    if (!w->typing || !e->text[0])
        return false;
    SDL_strlcpy(w->text, e->text, sizeof w->text);
    *out = (struct input){ .kind = INPUT_TEXT, .text = w->text };
    return true;
}

/* While a window is dragged larger, sizes come faster than pictures. */
static bool size_changed(struct window *w, SDL_Event *e, struct input *out) {
    SDL_Event next;
    while (SDL_PeepEvents(&next, 1, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1 && next.type == SDL_WINDOWEVENT
           && (next.window.event == SDL_WINDOWEVENT_SIZE_CHANGED || next.window.event == SDL_WINDOWEVENT_RESIZED
               || next.window.event == SDL_WINDOWEVENT_EXPOSED))
        take_next(e, SDL_WINDOWEVENT);
    *out = size_input(w);
    return true;
}

static bool window_event(struct window *w, SDL_Event *e, struct input *out) {
    switch (e->window.event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_DISPLAY_CHANGED: return size_changed(w, e, out);
    case SDL_WINDOWEVENT_EXPOSED: *out = (struct input){ .kind = INPUT_NONE }; return true;
    case SDL_WINDOWEVENT_MINIMIZED: *out = (struct input){ .kind = INPUT_LOST }; return true;
    case SDL_WINDOWEVENT_CLOSE: *out = (struct input){ .kind = INPUT_CLOSE }; return true;
    case SDL_WINDOWEVENT_LEAVE: *out = (struct input){ .kind = INPUT_MOVE, .x = -1, .y = -1 }; return true;
    default: return false;
    }
}

static bool translate(struct window *w, SDL_Event *e, struct input *out) {
    switch (e->type) {
    case SDL_KEYDOWN: return keyboard_input(&e->key, w->typing, out);
    case SDL_TEXTINPUT: return typed(w, &e->text, out);
    case SDL_MOUSEMOTION: return mouse_moved(w, e, out);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: return mouse_button(w, &e->button, out);
    case SDL_MOUSEWHEEL: return wheel(w, &e->wheel, out);
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
    case SDL_FINGERMOTION: return finger(w, &e->tfinger, out);
    case SDL_WINDOWEVENT: return window_event(w, e, out);
    case SDL_QUIT: *out = (struct input){ .kind = INPUT_CLOSE }; return true;
    default: return false;
    }
}

static bool is_gone(struct window *w, struct error *e) {
    w->gone = w->gone || !w->sdl || display_is_gone();
    return w->gone && !error_set(e, ERROR_WORLD, "the display is gone");
}

/* The next input before the time is over; INPUT_TICK where there is none. */
static struct input next_input(struct window *w, int milliseconds) {
    Uint64 end = SDL_GetTicks64() + (Uint64)SDL_max(milliseconds, 0);
    struct input in = { 0 };
    SDL_Event e;
    for (;;) {
        Uint64 now = SDL_GetTicks64();
        int left = milliseconds < 0 ? -1 : (int)(end > now ? end - now : 0);
        if (!SDL_WaitEventTimeout(&e, left))
            return (struct input){ .kind = INPUT_TICK };
        if (e.type == SDL_USEREVENT)
            w->gone = true;
        if (w->gone || translate(w, &e, &in))
            return in;
    }
}

static bool wait_input(void *self, int milliseconds, struct input *out, struct error *e) {
    struct window *w = self;
    if (is_gone(w, e))
        return false;
    *out = w->size_due ? size_input(w) : next_input(w, milliseconds);
    out->milliseconds = (long long)SDL_GetTicks64();
    w->asked_to_end = out->kind == INPUT_CLOSE;
    return !is_gone(w, e);
}

static void rest(void *self, int milliseconds) {
    (void)self;
    SDL_Delay((Uint32)milliseconds);
}

/* ---- pictures */

static bool is_our_format(const SDL_PixelFormat *f) {
    return f->BitsPerPixel == 32 && f->Rmask == 0xFF0000 && f->Gmask == 0xFF00 && f->Bmask == 0xFF;
}

/* Where to paint: on the window itself, or on pixels of ours that are converted to it. */
static SDL_Surface *surface_for(struct window *w, SDL_Surface *shown) {
    if (is_our_format(shown->format))
        return shown;
    if (w->own && (w->own->w != shown->w || w->own->h != shown->h)) {
        SDL_FreeSurface(w->own);
        w->own = NULL;
    }
    if (!w->own)
        w->own = SDL_CreateRGBSurfaceWithFormat(0, shown->w, shown->h, 32, SDL_PIXELFORMAT_RGB888);
    return w->own;
}

static bool show_picture(void *self, const struct picture *p, struct error *e) {
    struct window *w = self;
    if (is_gone(w, e))
        return false;
    SDL_Surface *shown = SDL_GetWindowSurface(w->sdl), *to = shown ? surface_for(w, shown) : NULL;
    if (is_gone(w, e))
        return false;
    if (!to)
        return error_set(e, ERROR_WORLD, "the window cannot be drawn: %s", SDL_GetError());
    if (!painter_paint(&w->painter, p, (struct pixels){ to->pixels, to->w, to->h, to->pitch }, e))
        return false;
    if (to != shown)
        SDL_BlitSurface(to, NULL, shown, NULL);
    if (SDL_UpdateWindowSurface(w->sdl) != 0 && !display_is_gone())
        return error_set(e, ERROR_WORLD, "the window cannot be drawn: %s", SDL_GetError());
    return !is_gone(w, e);
}

static bool picture_png(void *self, struct arena *a, const struct picture *p, struct bytes *out, struct error *e) {
    struct window *w = self;
    return painter_png(&w->painter, a, p, out, e);
}

static bool pages_pdf(void *self, struct arena *a, const struct pages *pages, struct bytes *out, struct error *e) {
    struct window *w = self;
    struct buffer file = { .arena = a };
    bool ok = pdf_write(&w->painter.faces, pages, &file, e);
    *out = buffer_bytes(&file);
    return ok;
}

static void forget_drawn(void *self) {
    struct window *w = self;
    painter_forget(&w->painter);
    overwrite(w->text, 0, sizeof w->text);
}

/* ---- the rest */

/* Another program's text: only if it is text, and with our line ends. */
static const char *clean_copy(struct arena *a, const char *text) {
    char *copy = arena_string(a, text), *to = copy;
    if (!utf8_valid((struct bytes){ text, strlen(text) }))
        return NULL;
    for (const char *at = copy; *at; at++)
        if (*at != '\r')
            *to++ = *at;
    *to = '\0';
    return *copy ? copy : NULL;
}

static const char *paste(void *self, struct arena *a) {
    struct window *w = self;
    char *text = w->sdl && !w->gone ? SDL_GetClipboardText() : NULL;
    const char *copy = text ? clean_copy(a, text) : NULL;
    if (text)
        overwrite(text, 0, strlen(text));
    SDL_free(text);
    return copy;
}

struct window *window_make(struct arena *a) {
    struct window *w = arena_alloc(a, 1, sizeof *w);
    w->scale = 1;
    return w;
}

void window_close(struct window *w) {
    close_window(w);
}

void window_fill_host(struct window *w, struct host *host) {
    host->self = w;
    host->open_window = open_window;
    host->close_window = close_window;
    host->say = say;
    host->set_title = set_title;
    host->set_full_screen = set_full_screen;
    host->set_typing = set_typing;
    host->wait_input = wait_input;
    host->rest = rest;
    host->show_picture = show_picture;
    host->paste = paste;
    host->picture_png = picture_png;
    host->pages_pdf = pages_pdf;
    host->forget_drawn = forget_drawn;
}
