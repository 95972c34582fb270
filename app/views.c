/* Where the officer is: screens, the way back, the list of signs that is open. */
#include "app_parts.h"

#include "base/utf8.h"

#include <string.h>

struct view_state *view_of(struct app *app) {
    return app->open >= 0 ? &case_now(app)->view : &app->start;
}

struct view_state view_new(enum screen screen) {
    return (struct view_state){ .screen = screen, .under = screen, .list = LIST_QUICK, .receiver = -1 };
}

void view_visit(struct view_state *v, enum screen screen) {
    v->screen = screen;
    if (screen < STEP_COUNT)
        v->visited |= BIT(screen);
    v->more = false;
    v->problem[0] = v->find[0] = '\0';
}

/* Back leads along the way that was gone; overlays are not part of it. */
static void remember(struct view_state *v) {
    if (v->back_count == BACK_MAX) {
        memmove(v->back, v->back + 1, sizeof v->back - sizeof *v->back);
        v->back_count--;
    }
    v->back[v->back_count++] = v->screen;
}

enum screen view_step_of_case(const struct app *app, enum screen screen) {
    unsigned steps = app->open >= 0 ? model_steps(&case_now(app)->session) : 0;
    while (steps && screen < STEP_COUNT && !(steps & BIT(screen)) && screen + 1 < STEP_COUNT)
        screen++;
    return screen;
}

void view_go(struct app *app, enum screen wanted) {
    struct view_state *v = view_of(app);
    enum screen screen = view_step_of_case(app, wanted);
    if (screen == v->screen)
        return;
    if (screens[screen].overlay) {
        if (!screens[v->screen].overlay)
            v->under = v->screen;
        else if (v->beneath_count < OVERLAYS_MAX)
            v->beneath[v->beneath_count++] = v->screen;
    } else if (screens[v->screen].overlay) {
        v->beneath_count = 0;
        v->screen = v->under;
        if (screen != v->screen)
            remember(v);
    } else {
        remember(v);
    }
    view_visit(v, screen);
    ui_new_screen(&app->ui);
}

/* The last screen of the way that was gone, without what is no step any more; SCREEN_COUNT: none. */
static enum screen take_back(const struct app *app, struct view_state *v) {
    while (v->back_count > 0) {
        enum screen screen = v->back[--v->back_count];
        if (view_step_of_case(app, screen) == screen && screen != v->screen)
            return screen;
    }
    return SCREEN_COUNT;
}

void view_back(struct app *app) {
    struct view_state *v = view_of(app);
    bool overlay = screens[v->screen].overlay;
    enum screen back = overlay ? SCREEN_COUNT : take_back(app, v);
    if (overlay) {
        view_visit(v, v->beneath_count > 0 ? v->beneath[--v->beneath_count] : v->under);
        ui_new_screen(&app->ui);
    } else if (back < SCREEN_COUNT) {
        view_visit(v, back);
        ui_new_screen(&app->ui);
    } else if (app->open >= 0) {
        case_put_aside(app);
    }
}

void view_follow_case(struct app *app) {
    struct view_state *v = view_of(app);
    v->under = view_step_of_case(app, v->under);
    view_go(app, v->screen);
}

/* A sign opens in the list it stands in, else alone. */
void view_open_sign(struct app *app, int sign) {
    struct view_state *v = view_of(app);
    const struct setting *s = &app->pack->settings.items[case_now(app)->session.setting];
    bool child = app->assessment.child;
    const struct refs *quick = session_quick(&case_now(app)->session, child);
    v->list = LIST_SINGLE;
    v->single = sign;
    v->row = 0;
    for (int g = s->groups.count - 1; g >= -1; g--) {
        const struct refs *signs = g < 0 ? quick : &s->groups.items[g].signs;
        for (int i = 0; i < signs->count; i++)
            if (signs->items[i].index == sign) {
                v->list = g < 0 ? LIST_QUICK : g;
                v->row = i;
            }
    }
    if (v->screen == SCREEN_SIGNS)
        ui_new_screen(&app->ui);
    else
        view_go(app, SCREEN_SIGNS);
}

void view_open_list(struct app *app, int list, int row) {
    struct view_state *v = view_of(app);
    bool here = v->screen == SCREEN_SIGNS && v->list == list;
    v->list = list;
    v->row = row;
    v->more = false;
    if (v->screen != SCREEN_SIGNS)
        view_go(app, SCREEN_SIGNS);
    else if (!here)
        ui_new_screen(&app->ui);
}

void app_say(struct app *app, const char *problem) {
    struct view_state *v = view_of(app);
    utf8_copy(v->problem, sizeof v->problem, problem);
}
