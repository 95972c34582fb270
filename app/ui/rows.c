#include "ui/widgets.h"

#include <math.h>

/* How the words of a row stand. */
struct words {
    const struct paragraph *label, *text, *end;
    float room, end_width, height, indent;
    bool end_beside;
};

static struct words measure(struct ui *ui, const struct row *r, float pad) {
    float size = ui_icon_size(ui), cap = ui_cap_width(ui, r->cap);
    struct words w = { .indent = pad + (r->icon ? size + SPACE_3 : 0) };
    float tail = pad + (r->arrow ? size + SPACE_2 : 0) + (cap > 0 ? cap + 12 : 0);
    w.room = ui->region->w - w.indent - tail;
    if (r->end) {
        w.end = ui_paragraph(ui, TYPE_LABEL, r->end, 0, 0);
        w.end_width = ui_paragraph_width(ui, w.end) + SPACE_3;
        w.end_beside = w.end_width < w.room * 0.5f;
    }
    float room = w.room - (w.end_beside ? w.end_width : 0);
    w.label = ui_paragraph(ui, r->bold || r->current ? TYPE_BUTTON : TYPE_LABEL, r->label, room, 0);
    w.text = r->text ? ui_paragraph(ui, TYPE_LABEL, r->text, room, 0) : NULL;
    if (r->end && !w.end_beside)
        w.end = ui_paragraph(ui, TYPE_LABEL, r->end, room, 0);
    w.height = ui_paragraph_height(ui, w.label) + (w.text ? ui_paragraph_height(ui, w.text) : 0)
               + (w.end && !w.end_beside ? ui_paragraph_height(ui, w.end) : 0);
    w.room = room;
    return w;
}

static void draw_words(struct ui *ui, const struct row *r, const struct words *w, struct rect box) {
    float y = box.y + (box.h - w->height) / 2, x = box.x + w->indent;
    ui_draw_paragraph(ui, x, y, PAINT_TEXT, w->label, 0, w->label->line_count, w->room);
    y += ui_paragraph_height(ui, w->label);
    if (w->text) {
        ui_draw_paragraph(ui, x, y, PAINT_QUIET, w->text, 0, w->text->line_count, w->room);
        y += ui_paragraph_height(ui, w->text);
    }
    if (w->end && !w->end_beside)
        ui_draw_paragraph(ui, x, y, PAINT_QUIET, w->end, 0, w->end->line_count, w->room);
    if (w->end_beside) {
        float width = w->end_width - SPACE_3;
        ui_draw_paragraph(ui, x + w->room + SPACE_3, box.y + (box.h - ui_lines(ui, TYPE_LABEL, 1)) / 2, r->arrow ? PAINT_TEXT : PAINT_QUIET,
                          w->end, 0, 1, width);
    }
}

static void draw_row(struct ui *ui, const struct row *r, const struct words *w, struct rect box, float pad, enum paint back) {
    float size = ui_icon_size(ui), middle = box.y + box.h / 2, cap = ui_cap_width(ui, r->cap), x = box.x + box.w - pad;
    if (r->current)
        ui_draw_box(ui, (struct rect){ box.x, box.y, (float)ui->lines.accent_bar, box.h }, PAINT_SELECTED_EDGE, -1, 0, 0);
    if (r->icon)
        ui_draw_icon(ui, r->icon, box.x + pad, middle - size / 2, size, PAINT_TEXT, back);
    draw_words(ui, r, w, box);
    if (r->arrow) {
        x -= size;
        ui_draw_icon(ui, ICON_NEXT, x, middle - size / 2, size, PAINT_TEXT, back);
        x -= SPACE_2;
    }
    if (cap > 0)
        ui_draw_cap(ui, x - cap, middle, r->cap, PAINT_SURFACE, PAINT_EDGE, PAINT_TEXT);
}

#define ROW_PAD 18

bool ui_row(struct ui *ui, const struct row *r) {
    struct words w = measure(ui, r, ROW_PAD);
    struct row short_row = *r;
    /* A row that would take half the window keeps its name; the rest is read aloud. */
    if (w.height > ui->region->box.h / 2) {
        short_row.text = NULL;
        short_row.end = w.end_beside ? r->end : NULL;
        w = measure(ui, &short_row, ROW_PAD);
    }
    bool first = ui_begins_panel(ui);
    struct rect box = ui_place(ui, fmaxf(60, w.height + 13));
    struct node *n = ui_node(ui, ROLE_ROW, r->key, r->label, box);
    n->state |= r->current ? NODE_CURRENT : 0;
    n->description = r->end ? r->end : r->text;
    n->group = r->group;
    n->position = r->position;
    n->of = r->of;
    n->shortcuts[0] = r->shortcut;
    bool held = ui_is_held(ui, r->key), hovered = ui_is_hovered(ui, r->key);
    enum paint back = r->current ? PAINT_SELECTED : held ? PAINT_PRESSED : hovered ? PAINT_HOVER : PAINT_SURFACE;
    if (back != PAINT_SURFACE)
        ui_draw_box(ui, rect_inset(box, 1, 0), (int)back, -1, 0, 0);
    if (!first)
        ui_draw_box(ui, (struct rect){ box.x, box.y, box.w, 1 }, PAINT_HAIRLINE, -1, 0, 0);
    draw_row(ui, &short_row, &w, box, ROW_PAD, back);
    ui_draw_ring(ui, r->key, box, true);
    return ui_pressed(ui, r->key);
}

void ui_fact_row(struct ui *ui, const struct row *r) {
    struct words w = measure(ui, r, 0);
    struct rect box = ui_place(ui, fmaxf(ui_icon_size(ui) + SPACE_2, w.height + 4));
    struct node *n = ui_node(ui, ROLE_TEXT, r->key ? r->key : ui_key(ui, "text/%d", ui->p->node_count), r->label, box);
    n->description = r->end ? r->end : r->text;
    draw_row(ui, r, &w, box, 0, PAINT_SURFACE);
}

void ui_panel_heading(struct ui *ui, const char *key, const char *text, const char *end) {
    float w = ui->region->w - 2 * ROW_PAD, end_width = end ? ui_text_width(ui, TYPE_BODY, end) : 0;
    bool beside = end && ui_text_width(ui, TYPE_HEADING, text) + SPACE_3 + end_width <= w;
    float room = w - (beside ? end_width + SPACE_3 : 0);
    const struct paragraph *p = ui_paragraph(ui, TYPE_HEADING, text, room, 0);
    const struct paragraph *below = end && !beside ? ui_paragraph(ui, TYPE_BODY, end, w, 0) : NULL;
    float height = ui_paragraph_height(ui, p), rest = below ? ui_paragraph_height(ui, below) : 0;
    ui_more_title(ui, text);
    struct rect box = ui_place(ui, fmaxf(height + rest + 2 * 12, PANEL_HEADING));
    float x = box.x + ROW_PAD, y = box.y + (box.h - height - rest) / 2;
    ui_node(ui, ROLE_HEADING, key, text, box)->description = end;
    ui_draw_paragraph(ui, x, y, PAINT_TEXT, p, 0, p->line_count, room);
    if (beside)
        ui_draw_text(ui, TYPE_BODY, PAINT_QUIET, (struct rect){ x + w - end_width, y + height - ui_lines(ui, TYPE_BODY, 1), end_width, 0 },
                     end);
    if (below)
        ui_draw_paragraph(ui, x, y + height, PAINT_QUIET, below, 0, below->line_count, w);
    ui_leads(ui); /* the row that follows draws the line between them */
}
