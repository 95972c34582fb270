/* The rows of a booth: large, neutral, pressed as a whole. */
#include "ui/widgets.h"

#include <math.h>

#define ROW 72.0f
#define ROW_LEAST 48.0f /* where the window is low all rows in sight matter more */
#define ROW_PORTRAIT 168.0f
#define APART 14.0f /* in a portrait window, where a finger comes from the side */

struct measured {
    const struct paragraph *noun, *text, *end;
    float height, room;
};

static struct measured measure(struct ui *ui, const struct lane_key *r, float w, bool more) {
    struct measured m = { .end = ui_paragraph(ui, r->on ? TYPE_BUTTON : TYPE_LABEL, r->end, 0, 0) };
    float cap = ui_cap_width(ui, "1"), end = ui_paragraph_width(ui, m.end) + (r->on ? ui_icon_size(ui) + SPACE_2 : 0);
    m.room = w - 2 * SPACE_3 - (cap > 0 ? cap + SPACE_3 : 0) - end - SPACE_3;
    m.noun = ui_paragraph(ui, r->on ? TYPE_HEADING : TYPE_LEAD, r->noun, fmaxf(m.room, 1), 0);
    m.text = more ? ui_paragraph(ui, TYPE_LABEL, r->text, fmaxf(m.room, 1), 0) : NULL;
    m.height = ui_paragraph_height(ui, m.noun) + (m.text ? ui_paragraph_height(ui, m.text) : 0);
    return m;
}

static void draw_row(struct ui *ui, const struct lane_key *r, const struct measured *m, struct rect box, const char *cap, enum paint back) {
    float x = box.x + SPACE_3, middle = box.y + box.h / 2, y = middle - m->height / 2, size = ui_icon_size(ui);
    float cap_width = ui_cap_width(ui, cap), end = box.x + box.w - SPACE_3;
    if (cap_width > 0) {
        ui_draw_cap(ui, x, middle, cap, PAINT_SURFACE, PAINT_EDGE, PAINT_TEXT);
        x += cap_width + SPACE_3;
    }
    ui_draw_paragraph(ui, x, y, PAINT_TEXT, m->noun, 0, m->noun->line_count, m->room);
    if (m->text)
        ui_draw_paragraph(ui, x, y + ui_paragraph_height(ui, m->noun), PAINT_QUIET, m->text, 0, m->text->line_count, m->room);
    if (r->on) {
        end -= size;
        ui_draw_icon(ui, ICON_TICK, end, middle - size / 2, size, PAINT_TEXT, back);
        end -= SPACE_2;
    }
    float w = ui_paragraph_width(ui, m->end);
    ui_draw_paragraph(ui, end - w, middle - ui_paragraph_height(ui, m->end) / 2, r->on ? PAINT_TEXT : PAINT_QUIET, m->end, 0, 1, w);
}

static bool show_row(struct ui *ui, const struct lane_key *r, const struct measured *m, float height, int place, int count) {
    struct rect box = ui_place(ui, fmaxf(height, m->height + SPACE_3));
    bool held = ui_is_held(ui, r->key), hovered = ui_is_hovered(ui, r->key);
    enum paint back = r->on ? PAINT_SELECTED : held ? PAINT_PRESSED : hovered ? PAINT_HOVER : PAINT_SURFACE;
    struct node *n = ui_node(ui, ROLE_CHECK, r->key, r->noun, box);
    n->description = r->text;
    n->state |= r->on ? NODE_CHECKED : 0;
    n->group = "booth";
    n->position = place + 1;
    n->of = count;
    n->shortcuts[0].key = '1' + place;
    ui_draw_box(ui, box, (int)back, r->on ? PAINT_SELECTED_EDGE : PAINT_EDGE, (float)(r->on ? ui->lines.selected : ui->lines.edge), 0);
    draw_row(ui, r, m, box, ui_key(ui, "%d", place + 1), back);
    ui_draw_ring(ui, r->key, rect_inset(box, 4, 4), true);
    return ui_pressed(ui, r->key);
}

int ui_lane(struct ui *ui, const struct lane_key *rows, int count, bool more, float below) {
    struct region *g = ui->region;
    float gap = ui->portrait ? APART : 0, room = g->box.y + g->box.h - g->y - below, most = ui->portrait ? ROW_PORTRAIT : ROW * 1.4f;
    float each = floorf((room - gap * (float)(count - 1)) / (float)(count > 0 ? count : 1));
    int pressed = -1;
    each = fmaxf(ROW_LEAST, fminf(each, most));
    /* In a portrait window the rows stand where a hand reaches them. */
    if (ui->portrait && each == most)
        ui_gap(ui, fmaxf(room - (each + gap) * (float)count + gap, 0));
    for (int i = 0; i < count; i++) {
        struct measured m = measure(ui, &rows[i], g->w, more);
        if (show_row(ui, &rows[i], &m, each, i, count))
            pressed = i;
        if (gap > 0 && i + 1 < count)
            ui_gap(ui, gap);
    }
    return pressed;
}
