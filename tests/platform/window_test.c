/* The window without anybody before it: events are pushed, inputs come out. */
#include "support.h"

#include "platform/window.h"

#include <SDL2/SDL.h>
#include <stdio.h>
#include <stdlib.h>

struct fixture {
    struct arena arena;
    struct window *window;
    struct host host;
};

static struct input next(struct fixture *f) {
    struct input in = { 0 };
    struct error e = { 0 };
    if (!f->host.wait_input(f->host.self, 1, &in, &e))
        fail_msg("%s", e.text);
    return in;
}

/* What came with the opening of the window is no part of a test. */
static int open_window(void **state) {
    struct fixture *f = calloc(1, sizeof *f);
    struct error e = { 0 };
    f->window = window_make(&f->arena);
    window_fill_host(f->window, &f->host);
    if (!f->host.open_window(f->host.self, "Waymark", &e))
        fail_msg("%s", e.text);
    while (next(f).kind != INPUT_TICK) {
    }
    *state = f;
    return 0;
}

static int close_window(void **state) {
    struct fixture *f = *state;
    f->host.close_window(f->host.self);
    arena_free(&f->arena);
    free(f);
    return 0;
}

static void press(SDL_Scancode place, SDL_Keycode letter, int mod) {
    SDL_Event e = { .key = { .type = SDL_KEYDOWN, .state = SDL_PRESSED, .keysym = { place, letter, (Uint16)mod, 0 } } };
    assert_int_equal(SDL_PushEvent(&e), 1);
}

static void type(const char *text) {
    SDL_Event e = { .text = { .type = SDL_TEXTINPUT } };
    strcpy(e.text.text, text);
    SDL_PushEvent(&e); /* refused while typing is off */
}

static void set_typing(struct fixture *f, bool on) {
    f->host.set_typing(f->host.self, on, (struct rect){ 10, 10, 1, 20 });
}

/* ---- keys */

static void keys_are_told_by_what_they_do(void **state) {
    static const struct {
        const char *what;
        SDL_Scancode place;
        SDL_Keycode letter;
        int mod;
        int key;
        bool control, pad;
    } keys[] = {
        { "1 on a French keyboard", SDL_SCANCODE_1, SDLK_AMPERSAND, 0, '1', false, false },
        { "0 on a French keyboard", SDL_SCANCODE_0, 0xE0, 0, '0', false, false },
        { "9 with Shift", SDL_SCANCODE_9, SDLK_9, KMOD_LSHIFT, '9', false, false },
        { "+ that stands on 1", SDL_SCANCODE_1, SDLK_PLUS, 0, '1', false, false },
        { "pad 1 without NumLock", SDL_SCANCODE_KP_1, SDLK_KP_1, 0, '1', false, true },
        { "pad 0 with NumLock", SDL_SCANCODE_KP_0, SDLK_KP_0, KMOD_NUM, '0', false, true },
        { "pad 7", SDL_SCANCODE_KP_7, SDLK_HOME, 0, '7', false, true },
        { "pad minus", SDL_SCANCODE_KP_MINUS, SDLK_KP_MINUS, 0, KEY_MINUS, false, false },
        { "the key right of 0, which prints sharp s", SDL_SCANCODE_MINUS, 0xDF, 0, KEY_MINUS, false, false },
        { "the key right of 0, which prints +", SDL_SCANCODE_MINUS, SDLK_PLUS, 0, KEY_MINUS, false, false },
        { "pad plus", SDL_SCANCODE_KP_PLUS, SDLK_KP_PLUS, 0, KEY_PLUS, false, false },
        { "F3", SDL_SCANCODE_F3, SDLK_F3, 0, KEY_PLUS, false, false },
        { "+ of its own", SDL_SCANCODE_RIGHTBRACKET, SDLK_PLUS, 0, KEY_PLUS, false, false },
        { "= with Shift", SDL_SCANCODE_EQUALS, SDLK_EQUALS, KMOD_RSHIFT, KEY_PLUS, false, false },
        { "=", SDL_SCANCODE_EQUALS, SDLK_EQUALS, 0, KEY_NONE, false, false },
        { "pad star", SDL_SCANCODE_KP_MULTIPLY, SDLK_KP_MULTIPLY, 0, KEY_STAR, false, false },
        { "pad slash", SDL_SCANCODE_KP_DIVIDE, SDLK_KP_DIVIDE, 0, KEY_SLASH, false, false },
        { "pad point", SDL_SCANCODE_KP_PERIOD, SDLK_KP_PERIOD, 0, KEY_POINT, false, false },
        { "point", SDL_SCANCODE_PERIOD, SDLK_PERIOD, 0, KEY_NONE, false, false },
        { "pad Enter", SDL_SCANCODE_KP_ENTER, SDLK_KP_ENTER, 0, KEY_ENTER, false, false },
        { "Space", SDL_SCANCODE_SPACE, SDLK_SPACE, 0, KEY_SPACE, false, false },
        { "F9", SDL_SCANCODE_F9, SDLK_F9, 0, KEY_F9, false, false },
        { "a letter", SDL_SCANCODE_A, SDLK_a, 0, KEY_NONE, false, false },
        { "Ctrl Z", SDL_SCANCODE_Z, SDLK_z, KMOD_LCTRL, 'z', true, false },
        { "Ctrl Z on a German keyboard", SDL_SCANCODE_Y, SDLK_z, KMOD_LCTRL, 'z', true, false },
        { "Ctrl F on a Greek keyboard", SDL_SCANCODE_F, 0x3C6, KMOD_RCTRL, 'f', true, false },
        { "Ctrl 3", SDL_SCANCODE_3, SDLK_QUOTEDBL, KMOD_LCTRL, '3', true, false },
        { "Ctrl pad 8", SDL_SCANCODE_KP_8, SDLK_KP_8, KMOD_LCTRL, '8', true, true },
        { "AltGr 7, as some systems tell it", SDL_SCANCODE_7, SDLK_7, KMOD_LCTRL | KMOD_RALT, KEY_NONE, false, false },
        { "Alt Tab", SDL_SCANCODE_TAB, SDLK_TAB, KMOD_LALT, KEY_NONE, false, false },
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        press(keys[i].place, keys[i].letter, keys[i].mod);
        struct input in = next(f);
        if (in.key != keys[i].key || in.control != keys[i].control || in.pad != keys[i].pad
            || (in.kind == INPUT_KEY) != (keys[i].key != KEY_NONE))
            fail_msg("%s: kind %d, key %d, control %d, pad %d", keys[i].what, in.kind, in.key, in.control, in.pad);
    }
}

static void shift_is_told(void **state) {
    struct fixture *f = *state;
    press(SDL_SCANCODE_TAB, SDLK_TAB, KMOD_LSHIFT);
    assert_true(next(f).shift);
    press(SDL_SCANCODE_TAB, SDLK_TAB, 0);
    assert_false(next(f).shift);
}

/* Held down, 1 would set and take back an answer again and again. */
static void a_key_held_down_repeats_only_where_it_moves(void **state) {
    struct fixture *f = *state;
    SDL_Event digit = { .key = { .type = SDL_KEYDOWN, .repeat = 1, .keysym = { SDL_SCANCODE_1, SDLK_1, 0, 0 } } };
    SDL_Event arrow = { .key = { .type = SDL_KEYDOWN, .repeat = 1, .keysym = { SDL_SCANCODE_DOWN, SDLK_DOWN, 0, 0 } } };
    SDL_PushEvent(&digit);
    SDL_PushEvent(&arrow);
    assert_int_equal(next(f).key, KEY_DOWN);
    assert_int_equal(next(f).kind, INPUT_TICK);
}

/* ---- typing */

static void without_typing_no_text_comes(void **state) {
    struct fixture *f = *state;
    press(SDL_SCANCODE_1, SDLK_1, 0);
    type("1");
    assert_int_equal(next(f).key, '1');
    assert_int_equal(next(f).kind, INPUT_TICK);
}

static void while_typing_what_prints_comes_as_text_alone(void **state) {
    static const SDL_Scancode printing[] = { SDL_SCANCODE_1,         SDL_SCANCODE_MINUS, SDL_SCANCODE_SPACE,    SDL_SCANCODE_KP_PLUS,
                                             SDL_SCANCODE_KP_DIVIDE, SDL_SCANCODE_KP_5,  SDL_SCANCODE_KP_PERIOD };
    struct fixture *f = *state;
    set_typing(f, true);
    for (size_t i = 0; i < sizeof printing / sizeof *printing; i++) {
        press(printing[i], SDL_GetKeyFromScancode(printing[i]), KMOD_NUM);
        type("ж");
        struct input in = next(f);
        assert_int_equal(in.kind, INPUT_TEXT);
        assert_string_equal(in.text, "ж");
        assert_int_equal(next(f).kind, INPUT_TICK);
    }
}

static void while_typing_keys_that_do_not_print_still_come(void **state) {
    static const struct {
        SDL_Scancode place;
        int mod, key;
    } keys[] = {
        { SDL_SCANCODE_TAB, 0, KEY_TAB },
        { SDL_SCANCODE_RETURN, 0, KEY_ENTER },
        { SDL_SCANCODE_ESCAPE, 0, KEY_ESCAPE },
        { SDL_SCANCODE_LEFT, 0, KEY_LEFT },
        { SDL_SCANCODE_END, KMOD_LSHIFT, KEY_END },
        { SDL_SCANCODE_BACKSPACE, 0, KEY_BACKSPACE },
        { SDL_SCANCODE_DELETE, 0, KEY_DELETE },
        { SDL_SCANCODE_F3, 0, KEY_PLUS },
        { SDL_SCANCODE_F9, 0, KEY_F9 },
        { SDL_SCANCODE_V, KMOD_LCTRL, 'v' },
        { SDL_SCANCODE_2, KMOD_LCTRL, '2' },
        { SDL_SCANCODE_KP_4, 0, KEY_LEFT }, /* NumLock is off */
    };
    struct fixture *f = *state;
    set_typing(f, true);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        press(keys[i].place, SDL_GetKeyFromScancode(keys[i].place), keys[i].mod);
        assert_int_equal(next(f).key, keys[i].key);
    }
}

/* The key has typed by the time the field is open: what it typed is not for the field. */
static void the_key_that_opens_a_field_never_types_into_it(void **state) {
    struct fixture *f = *state;
    SDL_EventState(SDL_TEXTINPUT, SDL_ENABLE); /* as a system that tells keys and texts apart in time */
    press(SDL_SCANCODE_RIGHTBRACKET, SDLK_PLUS, 0);
    type("+");
    assert_int_equal(next(f).key, KEY_PLUS);
    set_typing(f, true);
    assert_int_equal(next(f).kind, INPUT_TICK);
    type("a");
    assert_string_equal(next(f).text, "a");
    set_typing(f, true); /* again with each picture: nothing is lost */
    type("b");
    set_typing(f, true);
    assert_string_equal(next(f).text, "b");
}

/* ---- mouse and fingers */

static void move_to(int x, int y, Uint32 which) {
    SDL_Event e = { .motion = { .type = SDL_MOUSEMOTION, .which = which, .x = x, .y = y } };
    SDL_PushEvent(&e);
}

static void button(Uint32 kind, int number, int x, int y, Uint32 which) {
    SDL_Event e = { .button = { .type = kind, .which = which, .button = (Uint8)number, .x = x, .y = y } };
    SDL_PushEvent(&e);
}

static void touch(Uint32 kind, SDL_FingerID finger, float x, float y) {
    SDL_Event e = { .tfinger = { .type = kind, .fingerId = finger, .x = x, .y = y } };
    SDL_PushEvent(&e);
}

static void is_at(struct input in, enum input_kind kind, float x, float y) {
    if (in.kind != kind || in.x < x - 0.6f || in.x > x + 0.6f || in.y < y - 0.6f || in.y > y + 0.6f)
        fail_msg("kind %d at %g,%g, expected %d at %g,%g", in.kind, (double)in.x, (double)in.y, kind, (double)x, (double)y);
}

static void only_the_left_button_presses(void **state) {
    struct fixture *f = *state;
    button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_RIGHT, 1, 1, 0);
    button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 30, 40, 0);
    button(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT, 31, 41, 0);
    is_at(next(f), INPUT_DOWN, 30, 40);
    is_at(next(f), INPUT_UP, 31, 41);
    assert_int_equal(next(f).kind, INPUT_TICK);
}

static void of_many_moves_the_last_one_counts(void **state) {
    struct fixture *f = *state;
    for (int i = 0; i < 50; i++)
        move_to(i, 2 * i, 0);
    button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 49, 98, 0);
    move_to(300, 300, 0);
    is_at(next(f), INPUT_MOVE, 49, 98);
    is_at(next(f), INPUT_DOWN, 49, 98);
    is_at(next(f), INPUT_MOVE, 300, 300);
    assert_int_equal(next(f).kind, INPUT_TICK);
}

static void the_wheel_towards_the_officer_scrolls_down(void **state) {
    struct fixture *f = *state;
    SDL_Event e = { .wheel = { .type = SDL_MOUSEWHEEL, .y = -2, .mouseX = 100, .mouseY = 200 } };
    SDL_PushEvent(&e);
    struct input in = next(f);
    is_at(in, INPUT_WHEEL, 100, 200);
    assert_int_equal(in.rows, 2);
}

static void a_finger_comes_once(void **state) {
    struct fixture *f = *state;
    touch(SDL_FINGERDOWN, 7, 0.5f, 0.25f);
    button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 640, 200, SDL_TOUCH_MOUSEID);
    touch(SDL_FINGERDOWN, 8, 0.1f, 0.1f); /* the other hand */
    touch(SDL_FINGERMOTION, 8, 0.2f, 0.1f);
    touch(SDL_FINGERMOTION, 7, 0.5f, 0.5f);
    move_to(640, 400, SDL_TOUCH_MOUSEID);
    touch(SDL_FINGERUP, 7, 0.5f, 0.5f);
    button(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT, 640, 400, SDL_TOUCH_MOUSEID);
    touch(SDL_FINGERUP, 8, 0.2f, 0.1f);
    struct input in = next(f);
    float width, height;
    int w, h;
    SDL_GetWindowSize(f->window->sdl, &w, &h);
    width = (float)w;
    height = (float)h;
    assert_true(in.touch);
    is_at(in, INPUT_DOWN, width / 2, height / 4);
    is_at(next(f), INPUT_MOVE, width / 2, height / 2);
    is_at(next(f), INPUT_UP, width / 2, height / 2);
    assert_int_equal(next(f).kind, INPUT_TICK);
}

/* ---- the window */

static void window_event(struct fixture *f, SDL_WindowEventID id) {
    SDL_Event e = { .window = { .type = SDL_WINDOWEVENT, .windowID = SDL_GetWindowID(f->window->sdl), .event = (Uint8)id } };
    SDL_PushEvent(&e);
}

static void the_size_comes_first_and_with_every_change(void **state) {
    struct fixture *f = *state;
    struct error e = { 0 };
    f->host.close_window(f->host.self);
    assert_true(f->host.open_window(f->host.self, "again", &e));
    struct input in = next(f);
    assert_int_equal(in.kind, INPUT_SIZE);
    assert_true(in.width >= 800 && in.width <= 1280 && in.height >= 600 && in.height <= 800 && in.scale > 0.9f && in.scale < 1.1f);
    while (next(f).kind != INPUT_TICK) {
    }
    SDL_SetWindowSize(f->window->sdl, 900, 700);
    in = next(f);
    assert_int_equal(in.kind, INPUT_SIZE);
    assert_true(in.width > 899 && in.width < 901 && in.height > 699 && in.height < 701);
    assert_int_equal(next(f).kind, INPUT_TICK);
}

static void a_higher_window_has_a_larger_scale(void **state) {
    static const struct {
        int height;
        float scale;
    } heights[] = { { 600, 1 }, { 1619, 1 }, { 1620, 1.5f }, { 2159, 1.5f }, { 2160, 2 }, { 3239, 2 }, { 3240, 3 } };
    struct fixture *f = *state;
    struct input in;
    for (size_t i = 0; i < sizeof heights / sizeof *heights; i++) {
        SDL_SetWindowSize(f->window->sdl, 3840, heights[i].height);
        while ((in = next(f)).kind != INPUT_SIZE)
            assert_int_not_equal(in.kind, INPUT_TICK);
        assert_int_equal((int)(in.scale * 2), (int)(heights[i].scale * 2));
        assert_int_equal((int)(in.width * in.scale + 0.5f), 3840);
    }
    move_to(300, 600, 0);
    is_at(next(f), INPUT_MOVE, 100, 200);
    f->window->fixed_scale = 2;
    window_event(f, SDL_WINDOWEVENT_SIZE_CHANGED);
    assert_int_equal((int)next(f).scale, 2);
}

static void what_happens_to_the_window_is_told(void **state) {
    static const struct {
        SDL_WindowEventID event;
        enum input_kind kind;
    } events[] = {
        { SDL_WINDOWEVENT_MINIMIZED, INPUT_LOST }, { SDL_WINDOWEVENT_EXPOSED, INPUT_NONE }, { SDL_WINDOWEVENT_CLOSE, INPUT_CLOSE },
        { SDL_WINDOWEVENT_LEAVE, INPUT_MOVE },     { SDL_WINDOWEVENT_MOVED, INPUT_TICK },   { SDL_WINDOWEVENT_FOCUS_LOST, INPUT_TICK },
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
        window_event(f, events[i].event);
        assert_int_equal(next(f).kind, events[i].kind);
    }
    SDL_Event quit = { .type = SDL_QUIT };
    SDL_PushEvent(&quit);
    assert_int_equal(next(f).kind, INPUT_CLOSE);
}

static void time_goes_by(void **state) {
    struct fixture *f = *state;
    struct input in = { 0 };
    struct error e = { 0 };
    long long begun = next(f).milliseconds;
    assert_true(f->host.wait_input(f->host.self, 50, &in, &e));
    assert_int_equal(in.kind, INPUT_TICK);
    assert_true(in.milliseconds - begun >= 50 && in.milliseconds - begun < 2000);
}

static void a_picture_is_on_the_window(void **state) {
    struct fixture *f = *state;
    struct error e = { 0 };
    int w, h;
    struct draw box = { .kind = DRAW_BOX, .box = { 10, 10, 50, 50 }, .filled = true, .paint = PAINT_ACCENT };
    SDL_GetWindowSize(f->window->sdl, &w, &h);
    struct picture p = { .width = (float)w, .height = (float)h, .scale = 1, .draws = &box, .draw_count = 1 };
    assert_true(f->host.show_picture(f->host.self, &p, &e));
    SDL_Surface *s = SDL_GetWindowSurface(f->window->sdl);
    const uint32_t *row = (const uint32_t *)((const char *)s->pixels + 20 * s->pitch);
    assert_int_equal(row[20] & 0xFFFFFF, theme_colour(THEME_LIGHT, PAINT_ACCENT));
    assert_int_equal(row[70] & 0xFFFFFF, theme_colour(THEME_LIGHT, PAINT_PAGE));
}

static void pasted_text_is_clean(void **state) {
    struct fixture *f = *state;
    SDL_SetClipboardText("one\r\ntwo");
    assert_string_equal(f->host.paste(f->host.self, &f->arena), "one\ntwo");
    SDL_SetClipboardText("not \xFF text");
    assert_null(f->host.paste(f->host.self, &f->arena));
    SDL_SetClipboardText("");
    assert_null(f->host.paste(f->host.self, &f->arena));
}

static void a_display_that_is_gone_is_told_and_the_window_opens_again(void **state) {
    struct fixture *f = *state;
    struct error e = { 0 };
    struct input in;
    struct picture p = { .width = 640, .height = 480, .scale = 1 };
    SDL_Event gone = { .type = SDL_USEREVENT };
    SDL_PushEvent(&gone);
    assert_false(f->host.wait_input(f->host.self, -1, &in, &e));
    assert_int_equal(e.kind, ERROR_WORLD);
    assert_false(f->host.show_picture(f->host.self, &p, &e));
    f->host.close_window(f->host.self);
    assert_true(f->host.open_window(f->host.self, "Waymark", &e));
    assert_int_equal(next(f).kind, INPUT_SIZE);
    assert_true(f->host.show_picture(f->host.self, &p, &e));
}

static void where_there_is_no_display_it_says_so(void **state) {
    struct fixture f = { 0 };
    struct error e = { 0 };
    (void)state;
    f.window = window_make(&f.arena);
    window_fill_host(f.window, &f.host);
    setenv("SDL_VIDEODRIVER", "x11", 1);
    unsetenv("DISPLAY");
    assert_false(f.host.open_window(f.host.self, "Waymark", &e));
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    assert_int_equal(e.kind, ERROR_WORLD);
    assert_non_null(strstr(e.text, "there is no display"));
    f.host.close_window(f.host.self);
    arena_free(&f.arena);
}

#define IN_A_WINDOW(test) cmocka_unit_test_setup_teardown(test, open_window, close_window)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_A_WINDOW(keys_are_told_by_what_they_do),
        IN_A_WINDOW(shift_is_told),
        IN_A_WINDOW(a_key_held_down_repeats_only_where_it_moves),
        IN_A_WINDOW(without_typing_no_text_comes),
        IN_A_WINDOW(while_typing_what_prints_comes_as_text_alone),
        IN_A_WINDOW(while_typing_keys_that_do_not_print_still_come),
        IN_A_WINDOW(the_key_that_opens_a_field_never_types_into_it),
        IN_A_WINDOW(only_the_left_button_presses),
        IN_A_WINDOW(of_many_moves_the_last_one_counts),
        IN_A_WINDOW(the_wheel_towards_the_officer_scrolls_down),
        IN_A_WINDOW(a_finger_comes_once),
        IN_A_WINDOW(the_size_comes_first_and_with_every_change),
        IN_A_WINDOW(a_higher_window_has_a_larger_scale),
        IN_A_WINDOW(what_happens_to_the_window_is_told),
        IN_A_WINDOW(time_goes_by),
        IN_A_WINDOW(a_picture_is_on_the_window),
        IN_A_WINDOW(pasted_text_is_clean),
        IN_A_WINDOW(a_display_that_is_gone_is_told_and_the_window_opens_again),
        cmocka_unit_test(where_there_is_no_display_it_says_so),
    };
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
