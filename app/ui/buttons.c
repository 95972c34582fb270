#include "ui/widgets.h"

#include <math.h>

#define PRIMARY_LEAST 240

/* The colours of a button in its state. */
struct look {
    int fill, edge;
    enum paint text;
};

static struct look look_of(const struct ui *ui, const struct button *b) {
    bool held = ui_is_held(ui, b->key), hovered = ui_is_hovered(ui, b->key);
    if (b->kind == BUTTON_PRIMARY)
        return (struct look){ held ? PAINT_ACCENT_PRESSED : hovered ? PAINT_ACCENT_HOVER : PAINT_ACCENT, -1, PAINT_ON_ACCENT };
    if (b->kind == BUTTON_SECONDARY)
        return (struct look){ held ? PAINT_PRESSED : hovered ? PAINT_HOVER : PAINT_SURFACE, PAINT_EDGE, PAINT_TEXT };
    /* In high contrast a button without an edge could not be told from words. */
    return (struct look){ held ? PAINT_PRESSED : hovered ? PAINT_HOVER : -1, ui->theme == THEME_CONTRAST ? PAINT_EDGE : -1, PAINT_ACCENT };
}

static float parts_width(struct ui *ui, const struct button *b) {
    if (b->icon_only)
        return ui_icon_size(ui);
    float cap = ui_cap_width(ui, b->cap);
    return ui_text_width(ui, TYPE_BUTTON, b->label) + (b->icon ? ui_icon_size(ui) + 12 : 0) + (cap > 0 ? cap + 12 : 0);
}

/* A quiet button begins where words begin, unless it has an edge. */
static float pad_of(const struct ui *ui, const struct button *b) {
    switch (b->kind) {
    case BUTTON_PRIMARY: return 28;
    case BUTTON_SECONDARY: return 20;
    case BUTTON_QUIET: return ui->theme == THEME_CONTRAST ? 12 : 0;
    }
    return 0;
}

float ui_button_width(struct ui *ui, const struct button *b) {
    float pad = pad_of(ui, b);
    float width = parts_width(ui, b) + 2 * pad;
    float least = b->kind == BUTTON_PRIMARY && ui->room >= ROOM_REGULAR ? PRIMARY_LEAST : TARGET_LEAST;
    return ceilf(width > least ? width : least);
}

/* Icon, words, cap; in a primary button the icon (an arrow) stands behind the words. */
static void draw_parts(struct ui *ui, struct rect box, const struct button *b, struct look look) {
    float size = ui_icon_size(ui), cap = ui_cap_width(ui, b->cap), middle = box.y + box.h / 2;
    float icon = b->icon ? size + 12 : 0, caps = cap > 0 ? cap + 12 : 0;
    const struct paragraph *p = ui_paragraph(ui, TYPE_BUTTON, b->label, fmaxf(box.w - icon - caps, 1), 0);
    if (p->line_count == 1)
        p = ui_paragraph(ui, TYPE_BUTTON, b->label, 0, 0);
    float word = p->line_count == 1 ? ui_paragraph_width(ui, p) : fmaxf(box.w - icon - caps, 1), x = box.x;
    enum paint behind = look.fill >= 0 ? (enum paint)look.fill : PAINT_PAGE;
    if (b->icon_only) {
        ui_draw_icon(ui, b->icon, box.x + (box.w - size) / 2, middle - size / 2, size, look.text, behind);
        return;
    }
    if (b->kind != BUTTON_QUIET)
        x += fmaxf((box.w - word - icon - caps) / 2, 0);
    if (b->icon && b->kind != BUTTON_PRIMARY) {
        ui_draw_icon(ui, b->icon, x, middle - size / 2, size, look.text, behind);
        x += icon;
    }
    ui_draw_paragraph(ui, x, middle - ui_paragraph_height(ui, p) / 2, look.text, p, 0, p->line_count, word);
    x += word + 12;
    if (b->icon && b->kind == BUTTON_PRIMARY) {
        ui_draw_icon(ui, b->icon, x, middle - size / 2, size, look.text, behind);
        x += size + 12;
    }
    if (cap > 0)
        ui_draw_cap(ui, x, middle, b->cap, b->kind == BUTTON_PRIMARY ? behind : PAINT_SURFACE,
                    b->kind == BUTTON_PRIMARY ? PAINT_ON_ACCENT : PAINT_EDGE, b->kind == BUTTON_PRIMARY ? PAINT_ON_ACCENT : PAINT_TEXT);
}

bool ui_button_in(struct ui *ui, struct rect box, const struct button *b) {
    struct look look = look_of(ui, b);
    struct node *n = ui_node(ui, ROLE_BUTTON, b->key, b->label, box);
    n->shortcuts[0] = b->shortcut;
    ui_draw_box(ui, box, look.fill, look.edge, (float)ui->lines.edge, RADIUS_CONTROL);
    draw_parts(ui, rect_inset(box, b->kind == BUTTON_QUIET ? pad_of(ui, b) : 12, 0), b, look);
    ui_draw_ring(ui, b->key, b->kind == BUTTON_QUIET ? rect_inset(box, 0, 4) : box, false);
    return ui_pressed(ui, b->key);
}

float ui_button_height(struct ui *ui, const struct button *b, float width) {
    float room = width - 24 - (b->icon ? ui_icon_size(ui) + 12 : 0) - (b->cap ? ui_cap_width(ui, b->cap) + 12 : 0);
    const struct paragraph *p = ui_paragraph(ui, TYPE_BUTTON, b->label, fmaxf(room, 1), 0);
    return ui_control(ui, 48, p->line_count);
}

int ui_buttons(struct ui *ui, const struct button *buttons, int count) {
    float total = 0, height = 0, x;
    int pressed = -1;
    for (int i = 0; i < count; i++) {
        total += ui_button_width(ui, &buttons[i]) + (i ? SPACE_4 : 0);
        height = fmaxf(height, ui_button_height(ui, &buttons[i], ui_button_width(ui, &buttons[i])));
    }
    if (total <= ui->region->w) {
        struct rect box = ui_place(ui, height);
        x = box.x;
        for (int i = 0; i < count; i++) {
            float w = ui_button_width(ui, &buttons[i]);
            if (ui_button_in(ui, (struct rect){ x, box.y, w, height }, &buttons[i]))
                pressed = i;
            x += w + SPACE_4;
        }
        return pressed;
    }
    for (int i = 0; i < count; i++) {
        float w = fminf(ui_button_width(ui, &buttons[i]), ui->region->w);
        struct rect box = ui_place(ui, ui_button_height(ui, &buttons[i], w));
        if (ui_button_in(ui, (struct rect){ box.x, box.y, w, box.h }, &buttons[i]))
            pressed = i;
        if (i + 1 < count)
            ui_gap(ui, SPACE_2);
    }
    return pressed;
}

bool ui_button(struct ui *ui, const struct button *b) {
    return ui_buttons(ui, b, 1) == 0;
}

bool ui_shortcut(struct ui *ui, const char *key, const char *label, struct shortcut shortcut) {
    ui_node(ui, ROLE_SHORTCUT, key, label, (struct rect){ 0, 0, 0, 0 })->shortcuts[0] = shortcut;
    return ui_pressed(ui, key);
}

bool ui_disclosure(struct ui *ui, const struct disclosure *d) {
    const char *cap_label = d->shortcut ? "F2" : NULL;
    float size = ui_icon_size(ui), cap = ui_cap_width(ui, cap_label), pad = SPACE_3, indent = size + SPACE_3;
    float end = d->end ? ui_text_width(ui, TYPE_LABEL, d->end) + 12 : 0;
    float room = ui->region->w - 2 * pad - indent - (cap > 0 ? cap + 12 : 0);
    if (end > room / 2)
        end = 0;
    const struct paragraph *p = ui_paragraph(ui, TYPE_BUTTON, d->label, room - end, 0);
    const struct paragraph *q = d->text ? ui_paragraph(ui, TYPE_LABEL, d->text, room - end, 0) : NULL;
    /* What is in it is read aloud all the same. */
    if (q && ui_paragraph_height(ui, q) > ui->region->box.h * 0.3f)
        q = NULL;
    float words = ui_paragraph_height(ui, p) + (q ? ui_paragraph_height(ui, q) : 0);
    struct rect box = ui_place(ui, fmaxf(TARGET_LEAST, words + (q ? 20 : 16)));
    struct node *n = ui_node(ui, ROLE_DISCLOSURE, d->key, d->label, box);
    float y = box.y + (box.h - words) / 2, x = box.x + pad + indent, middle = box.y + box.h / 2;
    n->state |= d->open ? NODE_OPEN : 0;
    n->description = d->text;
    if (d->shortcut)
        n->shortcuts[0].key = KEY_F2;
    ui_draw_box(ui, box,
                ui_is_held(ui, d->key)      ? PAINT_PRESSED
                : ui_is_hovered(ui, d->key) ? PAINT_HOVER
                                            : PAINT_SURFACE,
                PAINT_EDGE, (float)ui->lines.edge, RADIUS_CONTROL);
    ui_draw_icon(ui, d->open ? ICON_SHUT : ICON_OPEN, box.x + pad, middle - size / 2, size, PAINT_TEXT, PAINT_SURFACE);
    ui_draw_paragraph(ui, x, y, PAINT_TEXT, p, 0, p->line_count, room - end);
    if (q)
        ui_draw_paragraph(ui, x, y + ui_paragraph_height(ui, p), PAINT_QUIET, q, 0, q->line_count, room - end);
    if (end > 0)
        ui_draw_text(ui, TYPE_LABEL, PAINT_QUIET,
                     (struct rect){ x + room - end + 12, middle - ui_lines(ui, TYPE_LABEL, 1) / 2, end - 12, 0 }, d->end);
    if (cap > 0)
        ui_draw_cap(ui, box.x + box.w - pad - cap, middle, cap_label, PAINT_SURFACE, PAINT_EDGE, PAINT_TEXT);
    ui_draw_ring(ui, d->key, box, false);
    return ui_pressed(ui, d->key);
}
