/* The bars at the top and the bottom: case, steps, tools; back, undo, what comes next. */
#include "ui/widgets.h"

#include <math.h>
#include <string.h>

static float margin(const struct ui *ui) {
    return ui->room >= ROOM_REGULAR ? SPACE_4 : SPACE_3;
}

struct rect ui_body(const struct ui *ui) {
    float m = margin(ui), most = 1920 * ui->text, w = ui->width - 2 * m;
    float gap = ui->room >= ROOM_REGULAR ? SPACE_3 : SPACE_2;
    if (w > most - 2 * m)
        w = most - 2 * m;
    return (struct rect){ floorf((ui->width - w) / 2), ui->top + gap, w, ui->height - ui->top - ui->bottom - 2 * gap };
}

/* ---- the top: tools at the end */

struct tool {
    const char *key, *label, *cap;
    enum icon icon;
    bool bold, words, on; /* words: else the icon stands alone */
    struct shortcut shortcut;
    int pressed;
    float width;
};

static float tool_width(struct ui *ui, const struct tool *t) {
    float cap = ui->room == ROOM_TINY || !t->words ? 0 : ui_cap_width(ui, t->cap);
    float word = t->words ? ui_text_width(ui, t->bold ? TYPE_BUTTON : TYPE_LABEL, t->label) + SPACE_2 : 0;
    float width = ui_icon_size(ui) + word + (cap > 0 ? cap + SPACE_2 : 0) + 2 * 14;
    return ceilf(width > TARGET_LEAST ? width : TARGET_LEAST);
}

static bool draw_tool(struct ui *ui, const struct tool *t, float x, float height, float to_edge) {
    float size = ui_icon_size(ui), middle = height / 2, at = x + 14;
    struct rect box = { x, 0, t->width + to_edge, height };
    struct node *n = ui_node(ui, ROLE_BUTTON, t->key, t->label, box);
    n->shortcuts[0] = t->shortcut;
    n->state |= t->on ? NODE_CHECKED : 0;
    if (t->on)
        ui_draw_box(ui, rect_inset(box, 0, 1), PAINT_SELECTED, -1, 0, 0);
    if (ui_is_held(ui, t->key) || ui_is_hovered(ui, t->key))
        ui_draw_box(ui, rect_inset(box, 0, 1), ui_is_held(ui, t->key) ? PAINT_PRESSED : PAINT_HOVER, -1, 0, 0);
    if (!t->words)
        at = x + (t->width - size) / 2;
    ui_draw_icon(ui, t->icon, at, middle - size / 2, size, PAINT_TEXT, t->on ? PAINT_SELECTED : PAINT_SUNKEN);
    at += size + SPACE_2;
    if (t->words) {
        const struct paragraph *p = ui_paragraph(ui, t->bold ? TYPE_BUTTON : TYPE_LABEL, t->label, 0, 0);
        ui_draw_paragraph(ui, at, middle - ui_paragraph_height(ui, p) / 2, PAINT_TEXT, p, 0, 1, ui_paragraph_width(ui, p));
        at += ui_paragraph_width(ui, p) + SPACE_2;
        if (ui->room != ROOM_TINY)
            ui_draw_cap(ui, at, middle, t->cap, PAINT_SURFACE, PAINT_EDGE, PAINT_TEXT);
    }
    ui_draw_ring(ui, t->key, rect_inset(box, 0, 4), true);
    return ui_pressed(ui, t->key);
}

#define TOOLS_MAX 5

static int list_tools(struct ui *ui, const struct top_bar *t, struct tool *tools, bool words) {
    int count = 0;
    if (t->extra.label)
        tools[count++] = (struct tool){ .key = "bar/extra",
                                        .label = t->extra.label,
                                        .cap = t->extra.cap,
                                        .icon = t->extra.icon,
                                        .words = words,
                                        .on = t->extra_on,
                                        .bold = t->extra_on,
                                        .shortcut = t->extra.shortcut };
    if (t->find)
        tools[count++] = (struct tool){ .key = "bar/find",
                                        .label = tr(ui->language, "Find"),
                                        .cap = trc(ui->language, "key", "Ctrl F"),
                                        .icon = ICON_FIND,
                                        .words = words,
                                        .shortcut = { 'f', true },
                                        .pressed = TOP_FIND };
    if (t->settings)
        tools[count++] = (struct tool){
            .key = "bar/settings", .label = tr(ui->language, "Settings"), .icon = ICON_SETTINGS, .words = words, .pressed = TOP_SETTINGS
        };
    tools[count++] = (struct tool){ .key = "bar/help",
                                    .label = tr(ui->language, "Help"),
                                    .cap = "F1",
                                    .icon = ICON_HELP,
                                    .words = words,
                                    .shortcut = { KEY_F1, false },
                                    .pressed = TOP_HELP };
    tools[count++] = (struct tool){ .key = "bar/hide",
                                    .label = tr(ui->language, "Hide"),
                                    .cap = "F9",
                                    .icon = ICON_HIDE,
                                    .bold = true,
                                    .words = true,
                                    .shortcut = { KEY_F9, false },
                                    .pressed = TOP_HIDE };
    for (int i = 0; i < count; i++)
        tools[i].width = tool_width(ui, &tools[i]);
    return count;
}

static float tools_width(const struct tool *tools, int count) {
    float width = 0;
    for (int i = 0; i < count; i++)
        width += tools[i].width;
    return width;
}

/* Hide is the last one and reaches into the corner: there it is found without looking. */
static int draw_tools(struct ui *ui, const struct tool *tools, int count, float height, float edge) {
    float x = ui->width - edge - tools_width(tools, count) + 14;
    int pressed = TOP_NOTHING;
    for (int i = 0; i < count; i++) {
        bool last = i + 1 == count;
        if (last)
            ui_draw_box(ui, (struct rect){ x, 0, 1, height }, PAINT_HAIRLINE, -1, 0, 0);
        if (draw_tool(ui, &tools[i], x, height, last ? ui->width - x - tools[i].width : 0))
            pressed = tools[i].pressed;
        x += tools[i].width;
    }
    return pressed;
}

/* ---- the top: the steps */

static float step_width(struct ui *ui, const struct step_word *s, bool current) {
    return ui_text_width(ui, current ? TYPE_BUTTON : TYPE_LABEL, s->label) + (s->visited && !current ? 22 * ui->text : 0) + 20;
}

static float steps_width(struct ui *ui, const struct top_bar *t) {
    float width = 0;
    for (int i = 0; i < t->step_count; i++)
        width += step_width(ui, &t->steps[i], i == t->step);
    return width;
}

static bool draw_step(struct ui *ui, const struct top_bar *t, int i, float x, float y, float height) {
    const struct step_word *s = &t->steps[i];
    bool current = i == t->step;
    const char *key = ui_key(ui, "bar/step/%s", s->id);
    float w = step_width(ui, s, current), middle = y + height / 2, size = 16 * ui->text, at = x + 10;
    struct rect box = { x, y, fmaxf(w, TARGET_LEAST), height };
    struct node *n = ui_node(ui, ROLE_STEP, key, s->label, box);
    n->state |= (s->visited ? NODE_VISITED : 0) | (current ? NODE_CURRENT : 0);
    n->shortcuts[0] = (struct shortcut){ '1' + s->screen, true };
    n->group = "bar/step";
    n->position = i + 1;
    n->of = t->step_count;
    if (ui_is_hovered(ui, key) || ui_is_held(ui, key))
        ui_draw_box(ui, rect_inset(box, 0, 1), ui_is_held(ui, key) ? PAINT_PRESSED : PAINT_HOVER, -1, 0, 0);
    if (s->visited && !current) {
        ui_draw_icon(ui, ICON_TICK, at - 2, middle - size / 2, size, PAINT_TEXT, PAINT_SUNKEN);
        at += 22 * ui->text;
    }
    const struct paragraph *p = ui_paragraph(ui, current ? TYPE_BUTTON : TYPE_LABEL, s->label, 0, 0);
    ui_draw_paragraph(ui, at, middle - ui_paragraph_height(ui, p) / 2, current ? PAINT_TEXT : PAINT_QUIET, p, 0, 1,
                      ui_paragraph_width(ui, p));
    if (current)
        ui_draw_box(ui, (struct rect){ x, y + height - 4, w, 4 }, PAINT_ACCENT, -1, 0, 0);
    ui_draw_ring(ui, key, rect_inset(box, 0, 4), true);
    return ui_pressed(ui, key);
}

static int draw_steps(struct ui *ui, const struct top_bar *t, float x, float y, float height) {
    int pressed = TOP_NOTHING;
    for (int i = 0; i < t->step_count; i++) {
        if (draw_step(ui, t, i, x, y, height))
            pressed = TOP_STEP + t->steps[i].screen;
        x += step_width(ui, &t->steps[i], i == t->step);
    }
    return pressed;
}

/* The keys Ctrl 1 to 8 work although the steps are behind one button. */
static int step_shortcuts(struct ui *ui, const struct top_bar *t) {
    int pressed = TOP_NOTHING;
    for (int i = 0; i < t->step_count; i++) {
        const char *key = ui_key(ui, "bar/step/%s", t->steps[i].id);
        struct node *n = ui_node(ui, ROLE_SHORTCUT, key, t->steps[i].label, (struct rect){ 0, 0, 0, 0 });
        n->state |= (t->steps[i].visited ? NODE_VISITED : 0) | (i == t->step ? NODE_CURRENT : 0);
        n->shortcuts[0] = (struct shortcut){ '1' + t->steps[i].screen, true };
        if (ui_pressed(ui, key))
            pressed = TOP_STEP + t->steps[i].screen;
    }
    return pressed;
}

static bool draw_steps_button(struct ui *ui, const struct top_bar *t, float x, float room, float height) {
    float size = ui_icon_size(ui), middle = height / 2;
    const char *label = t->step >= 0 ? t->steps[t->step].label : tr(ui->language, "Steps");
    const struct paragraph *p = ui_paragraph(ui, TYPE_BUTTON, label, 0, 0);
    float word = ui_paragraph_width(ui, p), place = t->place ? ui_text_width(ui, TYPE_LABEL, t->place) + SPACE_2 + 2 : 0;
    bool icon_only = 2 * SPACE_2 + size + 12 + word > room;
    if (2 * SPACE_2 + size + 12 + word + place > room)
        place = 0;
    float w = icon_only ? TARGET_LEAST : 2 * SPACE_2 + size + 12 + word + place;
    struct rect box = { x, 0, w, height };
    ui_node(ui, ROLE_BUTTON, "bar/steps", label, box);
    if (ui_is_hovered(ui, "bar/steps") || ui_is_held(ui, "bar/steps"))
        ui_draw_box(ui, rect_inset(box, 0, 1), ui_is_held(ui, "bar/steps") ? PAINT_PRESSED : PAINT_HOVER, -1, 0, 0);
    ui_draw_icon(ui, ICON_MENU, icon_only ? x + (w - size) / 2 : x + SPACE_2, middle - size / 2, size, PAINT_TEXT, PAINT_SUNKEN);
    if (!icon_only)
        ui_draw_paragraph(ui, x + SPACE_2 + size + 12, middle - ui_paragraph_height(ui, p) / 2, PAINT_TEXT, p, 0, 1, word);
    if (place > 0 && !icon_only)
        ui_draw_text(
            ui, TYPE_LABEL, PAINT_QUIET,
            (struct rect){ x + SPACE_2 + size + 12 + word + SPACE_2 + 2, middle - ui_lines(ui, TYPE_LABEL, 1) / 2, place - SPACE_2 - 2, 0 },
            t->place);
    ui_draw_ring(ui, "bar/steps", rect_inset(box, 0, 4), true);
    return ui_pressed(ui, "bar/steps");
}

/* The name of a case opens the list of steps, and with it the way out of the case. */
static bool draw_case(struct ui *ui, const char *name, float x, float height) {
    const struct paragraph *p = ui_paragraph(ui, TYPE_BUTTON, name, 0, 0);
    struct rect box = { x - SPACE_2, 0, ui_paragraph_width(ui, p) + 2 * SPACE_2, height };
    ui_node(ui, ROLE_BUTTON, "bar/name", name, box)->description = tr(ui->language, "Steps");
    if (ui_is_hovered(ui, "bar/name") || ui_is_held(ui, "bar/name"))
        ui_draw_box(ui, rect_inset(box, 0, 1), ui_is_held(ui, "bar/name") ? PAINT_PRESSED : PAINT_HOVER, -1, 0, 0);
    ui_draw_paragraph(ui, x, height / 2 - ui_paragraph_height(ui, p) / 2, PAINT_TEXT, p, 0, 1, box.w - 2 * SPACE_2);
    ui_draw_ring(ui, "bar/name", rect_inset(box, 0, 4), true);
    return ui_pressed(ui, "bar/name");
}

/* Quiet words beside the name, where there is room before the tools. */
static void draw_beside(struct ui *ui, const char *words, float x, float room, float height) {
    float w = ui_text_width(ui, TYPE_LABEL, words);
    if (w <= room)
        ui_draw_text(ui, TYPE_LABEL, PAINT_QUIET, (struct rect){ x, height / 2 - ui_lines(ui, TYPE_LABEL, 1) / 2, w, 0 }, words);
}

static void draw_name(struct ui *ui, const char *name, float x, float height) {
    const struct paragraph *p = ui_paragraph(ui, TYPE_BUTTON, name, 0, 0);
    float w = ui_paragraph_width(ui, p);
    ui_node(ui, ROLE_TEXT, "bar/name", name, (struct rect){ x, 0, w, height });
    ui_draw_paragraph(ui, x, height / 2 - ui_paragraph_height(ui, p) / 2, PAINT_TEXT, p, 0, 1, w);
}

static void draw_bar(struct ui *ui, float y, float height) {
    ui_draw_box(ui, (struct rect){ 0, y, ui->width, height }, PAINT_SUNKEN, -1, 0, 0);
    ui_draw_box(ui, (struct rect){ 0, y + height - 1, ui->width, 1 }, PAINT_HAIRLINE, -1, 0, 0);
}

bool ui_hide_corner(struct ui *ui) {
    struct tool tools[TOOLS_MAX];
    int count = list_tools(ui, &(struct top_bar){ 0 }, tools, false);
    return draw_tools(ui, &tools[count - 1], 1, ui_control(ui, ui->room >= ROOM_REGULAR ? 64 : 56, 1), margin(ui)) == TOP_HIDE;
}

static void drop_caps(struct ui *ui, struct tool *tools, int count) {
    for (int i = 0; i + 1 < count; i++) {
        tools[i].cap = NULL;
        tools[i].width = tool_width(ui, &tools[i]);
    }
}

int ui_top_bar(struct ui *ui, const struct top_bar *t) {
    float m = margin(ui), height = ui_control(ui, ui->room >= ROOM_REGULAR ? 64 : 56, 1);
    float name = ui_text_width(ui, TYPE_BUTTON, t->name), rest = ui->width - 2 * m - name - SPACE_3;
    struct tool tools[TOOLS_MAX];
    bool words = ui->room >= ROOM_REGULAR || ui->portrait;
    int count = list_tools(ui, t, tools, words), pressed = TOP_NOTHING;
    if (tools_width(tools, count) > rest)
        count = list_tools(ui, t, tools, false);
    bool below = ui->portrait && t->step_count > 0 && steps_width(ui, t) <= ui->width - 2 * m;
    bool beside = !below && ui->room >= ROOM_REGULAR && steps_width(ui, t) <= rest - tools_width(tools, count);
    /* Without caps the tools leave the steps their line. */
    if (!below && !beside && ui->room >= ROOM_REGULAR && words && t->step_count) {
        drop_caps(ui, tools, count);
        beside = steps_width(ui, t) <= rest - tools_width(tools, count);
    }
    /* Without words the tools leave the steps their line. */
    if (!below && !beside && ui->room >= ROOM_REGULAR && words && t->step_count) {
        int fewer = list_tools(ui, t, tools, false);
        beside = steps_width(ui, t) <= rest - tools_width(tools, fewer);
        if (!beside)
            fewer = list_tools(ui, t, tools, true);
        count = fewer;
    }
    draw_bar(ui, 0, height);
    if (tools_width(tools, count) + name > ui->width - 2 * m - TARGET_LEAST && t->step_count)
        name = 0;
    if (name > 0 && t->step_count > 0 && draw_case(ui, t->name, m, height))
        pressed = TOP_STEPS;
    else if (name > 0 && t->step_count == 0)
        draw_name(ui, t->name, m, height);
    if (t->beside && t->step_count == 0)
        draw_beside(ui, t->beside, m + name + SPACE_3, rest - tools_width(tools, count) - SPACE_3, height);
    float x = m + name + (name > 0 ? SPACE_3 : 0);
    if (beside) {
        int step = draw_steps(ui, t, x, 0, height);
        pressed = step ? step : pressed;
    } else if (!below && t->step_count) {
        if (draw_steps_button(ui, t, x - SPACE_2, ui->width - m - tools_width(tools, count) - x + SPACE_2, height))
            pressed = TOP_STEPS;
        int step = step_shortcuts(ui, t);
        pressed = step ? step : pressed;
    }
    int tool = draw_tools(ui, tools, count, height, m);
    ui->top = height;
    if (below) {
        float row = ui_control(ui, 60, 1);
        draw_bar(ui, height, row);
        int step = draw_steps(ui, t, m - 10, height, row);
        pressed = step ? step : pressed;
        ui->top += row;
    }
    return tool ? tool : pressed;
}

/* ---- the bottom */

#define FOOTER_GAP SPACE_3

struct foot {
    struct button back, undo, second, primary;
    float back_w, undo_w, second_w, primary_w, kept_w;
};

static float width_of(struct ui *ui, const struct button *b) {
    return b->key ? ui_button_width(ui, b) : 0;
}

static float foot_width(const struct foot *f) {
    float w = f->primary_w + f->second_w + f->undo_w + f->kept_w + f->back_w;
    int parts = (f->primary_w > 0) + (f->second_w > 0) + (f->undo_w > 0) + (f->kept_w > 0) + (f->back_w > 0);
    return w + FOOTER_GAP * (float)(parts > 1 ? parts - 1 : 0);
}

/* Room runs out: first the words of what was kept go, then caps, then the words of undo and
 * back are left to their icons... never those of what comes next. */
static void fit_footer(struct ui *ui, struct foot *f, float room) {
    if (foot_width(f) > room)
        f->kept_w = 0;
    struct button *all[] = { &f->undo, &f->back, &f->second, &f->primary };
    float *widths[] = { &f->undo_w, &f->back_w, &f->second_w, &f->primary_w };
    for (int i = 0; i < 4 && foot_width(f) > room; i++) {
        all[i]->cap = NULL;
        *widths[i] = width_of(ui, all[i]);
    }
    for (int i = 0; i < 2 && foot_width(f) > room; i++)
        if (*widths[i] > 0) {
            all[i]->icon_only = true;
            *widths[i] = width_of(ui, all[i]);
        }
    if (foot_width(f) > room && f->primary_w > 0) {
        f->primary.icon = ICON_NONE;
        f->primary_w = width_of(ui, &f->primary);
    }
}

static struct foot make_footer(struct ui *ui, const struct footer *t) {
    struct foot f = { .second = t->second, .primary = t->primary };
    bool typing = *ui->editing != '\0';
    if (t->lead.key)
        f.back = t->lead;
    else if (t->back)
        f.back = (struct button){ .key = "footer/back",
                                  .label = t->back,
                                  .kind = BUTTON_QUIET,
                                  .icon = ICON_BACK,
                                  .cap = trc(ui->language, "key", "Esc"),
                                  .shortcut = { KEY_ESCAPE, false } };
    if (t->kept)
        f.undo = (struct button){ .key = "footer/undo",
                                  .label = tr(ui->language, "Undo"),
                                  .kind = BUTTON_QUIET,
                                  .icon = ICON_UNDO,
                                  .cap = trc(ui->language, "key", "Ctrl Z"),
                                  .shortcut = { 'z', true } };
    f.primary.kind = BUTTON_PRIMARY;
    f.primary.shortcut.key = KEY_ENTER;
    f.primary.cap = typing ? NULL : trc(ui->language, "key", "Enter");
    if (ui->room == ROOM_TINY)
        f.primary.cap = f.back.cap = f.undo.cap = f.second.cap = NULL;
    f.back_w = width_of(ui, &f.back);
    f.undo_w = width_of(ui, &f.undo);
    f.second_w = width_of(ui, &f.second);
    f.primary_w = width_of(ui, &f.primary);
    const char *words = t->kept ? t->kept : t->words;
    f.kept_w = words ? ui_text_width(ui, TYPE_LABEL, words) : 0;
    return f;
}

/* Where one line does not do, the words of the second button wrap; where they would become a
 * column, what comes next stands in a line of its own below, as wide as the window. */
struct foot_rows {
    float first, second; /* heights; second 0: one line */
};

static struct foot_rows find_rows(struct ui *ui, struct foot *f, float room) {
    float height = ui_control(ui, ui->room >= ROOM_REGULAR ? 56 : 48, 1), least = f->second_w * 0.55f;
    struct foot_rows rows = { .first = height };
    if (foot_width(f) <= room)
        return rows;
    float left = f->second_w - (foot_width(f) - room);
    if (f->second_w > 0 && left >= least) {
        f->second_w = left;
    } else {
        rows.second = height;
        if (f->second_w > 0)
            f->second_w = fminf(f->second_w, room - (f->back_w + f->undo_w + 2 * FOOTER_GAP));
        f->primary_w = room;
    }
    if (f->second_w > 0)
        rows.first = fmaxf(height, ui_button_height(ui, &f->second, f->second_w));
    return rows;
}

static enum footer_pressed draw_end(struct ui *ui, struct foot *f, const struct foot_rows *rows, float x_end, float y, float below) {
    enum footer_pressed pressed = FOOTER_NOTHING;
    bool two = rows->second > 0;
    float beside = !two && f->primary_w > 0 ? f->primary_w + FOOTER_GAP : 0;
    if (f->second_w > 0 && ui_button_in(ui, (struct rect){ x_end - beside - f->second_w, y, f->second_w, rows->first }, &f->second))
        pressed = FOOTER_SECOND;
    if (f->primary_w > 0
        && ui_button_in(ui, (struct rect){ x_end - f->primary_w, two ? below : y, f->primary_w, two ? rows->second : rows->first },
                        &f->primary))
        pressed = FOOTER_PRIMARY;
    return pressed;
}

static enum footer_pressed draw_start(struct ui *ui, struct foot *f, const struct footer *t, float x, float y, float height) {
    enum footer_pressed pressed = FOOTER_NOTHING;
    const char *words = t->kept ? t->kept : t->words;
    if (f->back_w > 0) {
        if (ui_button_in(ui, (struct rect){ x, y, f->back_w, height }, &f->back))
            pressed = t->lead.key ? FOOTER_LEAD : FOOTER_BACK;
        x += f->back_w + FOOTER_GAP;
    }
    if (f->kept_w > 0) {
        struct rect box = { x, y + (height - ui_lines(ui, TYPE_LABEL, 1)) / 2, f->kept_w, ui_lines(ui, TYPE_LABEL, 1) };
        ui_node(ui, ROLE_TEXT, "footer/kept", words, box);
        ui_draw_text(ui, TYPE_LABEL, PAINT_QUIET, box, words);
        x += f->kept_w + FOOTER_GAP;
    }
    if (f->undo_w > 0 && ui_button_in(ui, (struct rect){ x, y, f->undo_w, height }, &f->undo))
        pressed = FOOTER_UNDO;
    return pressed;
}

static bool redo(struct ui *ui) {
    struct node *n = ui_node(ui, ROLE_SHORTCUT, "footer/redo", tr(ui->language, "Redo"), (struct rect){ 0, 0, 0, 0 });
    n->shortcuts[0] = (struct shortcut){ 'y', true };
    return ui_pressed(ui, "footer/redo");
}

enum footer_pressed ui_footer(struct ui *ui, const struct footer *t) {
    struct foot f = make_footer(ui, t);
    float m = margin(ui), room = ui->width - 2 * m, pad = SPACE_2;
    fit_footer(ui, &f, room);
    struct foot_rows rows = find_rows(ui, &f, room);
    float bar = rows.first + 2 * pad + (rows.second > 0 ? rows.second + pad : 0), y = ui->height - bar;
    ui->bottom = bar;
    ui_draw_box(ui, (struct rect){ 0, y, ui->width, bar }, PAINT_SUNKEN, -1, 0, 0);
    ui_draw_box(ui, (struct rect){ 0, y, ui->width, 1 }, PAINT_HAIRLINE, -1, 0, 0);
    ui->foot_from = ui->p->node_count;
    enum footer_pressed start = draw_start(ui, &f, t, m, y + pad, rows.first);
    enum footer_pressed end = draw_end(ui, &f, &rows, ui->width - m, y + pad, y + 2 * pad + rows.first);
    bool again = t->kept && redo(ui);
    ui->foot_to = ui->p->node_count;
    return again ? FOOTER_REDO : end ? end : start;
}
