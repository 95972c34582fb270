/* What stands there while the work is hidden: a page for those who come to this office, with no trace of the program.
 * Nothing on it looks as if it could be pressed, and no ring shows where a keyboard is. */
#include "screens/screen.h"
#include "screens/words.h"

#include <math.h>

#define COLUMNS_MOST 3
#define BOX_MOST 480 /* high; they fill the page, but do not grow without end on a large one */

/* The measures of the page: those of the picture, less where there is little room. */
struct sheet {
    float margin, top, head_gap, gap, pad, foot_gap, foot;
};

static struct sheet sheet_of(const struct ui *ui) {
    if (ui->room >= ROOM_REGULAR)
        return (struct sheet){ SPACE_7, SPACE_5, SPACE_3, SPACE_4, SPACE_4, SPACE_4, SPACE_5 };
    return (struct sheet){ ui->room == ROOM_COMPACT ? SPACE_4 : SPACE_3, SPACE_3, SPACE_2, SPACE_3, SPACE_3, SPACE_3, SPACE_3 };
}

/* How the boxes stand. Only whole ones show: those that are too high are left out. */
struct grid {
    int columns, count;
    float width, height; /* of a box */
    float most;          /* what is higher is left out */
};

static const char *box_title(const struct model *m, int i) {
    const struct hidden_box *b = &m->hidden->boxes.items[i];
    return content_text(m->language, "hidden box", b->id, "title", b->title);
}

static const char *box_text(const struct model *m, int i) {
    const struct hidden_box *b = &m->hidden->boxes.items[i];
    return content_text(m->language, "hidden box", b->id, "text", b->text);
}

/* The title of a box is as large as its text, and bold. */
static const struct paragraph *bold(struct ui *ui, const char *text, float width) {
    return ui_paragraph(ui, TYPE_TITLE, text, width, 0);
}

static float needed_height(struct ui *ui, const struct model *m, int i, float room) {
    return ceilf(ui_paragraph_height(ui, bold(ui, box_title(m, i), room)) + SPACE_2
                 + ui_paragraph_height(ui, ui_paragraph(ui, TYPE_CARD, box_text(m, i), room, 0)));
}

static bool is_left_out(struct ui *ui, const struct model *m, const struct sheet *s, const struct grid *g, int i) {
    return needed_height(ui, m, i, g->width - 2 * s->pad) + 2 * s->pad > g->most;
}

static struct grid grid_of(struct ui *ui, const struct model *m, const struct sheet *s, struct rect room, int columns) {
    struct grid g = { .columns = columns, .width = floorf((room.w - s->gap * (float)(columns - 1)) / (float)columns), .most = room.h };
    float needed = 1;
    for (int i = 0; i < m->hidden->boxes.count; i++)
        if (!is_left_out(ui, m, s, &g, i)) {
            needed = fmaxf(needed, needed_height(ui, m, i, g.width - 2 * s->pad) + 2 * s->pad);
            g.count++;
        }
    int rows = (g.count + columns - 1) / columns, fit = (int)((room.h + s->gap) / (needed + s->gap));
    if (rows > fit) {
        rows = fit;
        g.count = rows * columns;
    }
    if (rows > 0)
        g.height = floorf(fmaxf(needed, fminf((room.h + s->gap) / (float)rows - s->gap, BOX_MOST * ui->text)));
    return g;
}

/* The arrangement that shows the most boxes. */
static struct grid find_grid(struct ui *ui, const struct model *m, const struct sheet *s, struct rect room) {
    static const int wide[] = { 3, 2, 1 }, narrow[] = { 2, 3, 1 }, tall[] = { 1, 2, 3 };
    const int *order = ui->portrait ? tall : ui->room >= ROOM_REGULAR ? wide : narrow;
    struct grid best = { 0 };
    for (int i = 0; i < COLUMNS_MOST; i++) {
        struct grid g = grid_of(ui, m, s, room, order[i]);
        if (g.count > best.count)
            best = g;
    }
    return best;
}

static void draw_page_box(struct ui *ui, const struct model *m, int i, struct rect box, float pad) {
    struct rect inner = rect_inset(box, pad, pad);
    const char *title = box_title(m, i), *text = box_text(m, i);
    ui_draw_box(ui, box, PAINT_SURFACE, PAINT_HAIRLINE, (float)ui->lines.hair, RADIUS_CONTROL);
    ui_node(ui, ROLE_TEXT, ui_key(ui, "hidden/%s", m->hidden->boxes.items[i].id), ui_key(ui, "%s %s", sentence(ui, title), text), box);
    const struct paragraph *p = bold(ui, title, inner.w);
    ui_draw_paragraph(ui, inner.x, inner.y, PAINT_TEXT, p, 0, p->line_count, inner.w);
    inner.y += ui_paragraph_height(ui, p) + SPACE_2;
    ui_draw_text(ui, TYPE_CARD, PAINT_TEXT, inner, text);
}

static void draw_boxes(struct ui *ui, const struct model *m, const struct sheet *s, struct rect room) {
    struct grid g = find_grid(ui, m, s, room);
    for (int i = 0, at = 0; at < g.count; i++) {
        if (is_left_out(ui, m, s, &g, i))
            continue;
        float x = room.x + (float)(at % g.columns) * (g.width + s->gap), y = room.y + (float)(at / g.columns) * (g.height + s->gap);
        draw_page_box(ui, m, i, (struct rect){ x, y, g.width, g.height }, s->pad);
        at++;
    }
}

static const char *page_title(const struct model *m) {
    return content_text(m->language, "hidden page", m->hidden->id, "title", m->hidden->title);
}

/* Title and clock are large where both have room on one line. */
static enum type head_type(struct ui *ui, const struct model *m, const struct sheet *s, const char *clock) {
    float width = ui_text_width(ui, TYPE_DISPLAY, page_title(m)) + SPACE_4 + ui_text_width(ui, TYPE_DISPLAY, clock);
    return width <= ui->width - 2 * s->margin ? TYPE_DISPLAY : TYPE_TITLE;
}

/* Title and clock; returns their height. The clock stands in the corner, where a finger finds it:
 * held there for two seconds it is the way back. Keys do nothing there. */
static float draw_head(struct ui *ui, const struct model *m, const struct sheet *s, bool *back) {
    const char *clock = m->has_now ? clock_words(ui, m->now) : "", *key = "hidden/clock";
    enum type type = head_type(ui, m, s, clock);
    float width = ui_text_width(ui, type, clock), target = fmaxf(width, TARGET_LEAST) + s->margin, line = ui_lines(ui, type, 1);
    struct rect title = { s->margin, s->top, ui->width - 2 * s->margin - width - SPACE_4, 0 };
    title.h = ui_draw_text(ui, type, PAINT_TEXT, title, page_title(m));
    ui_node(ui, ROLE_HEADING, "title", page_title(m), title);
    struct rect corner = { ui->width - target, 0, target, fmaxf(s->top + line, TARGET_LEAST) };
    ui_node(ui, ROLE_BUTTON, key, clock, corner)->state |= NODE_HOLD;
    if (*clock)
        ui_draw_text(ui, type, PAINT_QUIET, (struct rect){ ui->width - s->margin - width, s->top, width, line }, clock);
    *back = ui_pressed(ui, key) && !ui->ring;
    return title.h;
}

struct action hidden_show(struct ui *ui, const struct model *m) {
    struct sheet s = sheet_of(ui);
    float width = ui->width - 2 * s.margin;
    bool back;
    float top = s.top + draw_head(ui, m, &s, &back) + s.head_gap;
    const char *wait = content_text(m->language, "hidden page", m->hidden->id, "wait", m->hidden->wait);
    const struct paragraph *p = ui_paragraph(ui, TYPE_LEAD, wait, width, 0);
    struct rect foot = { s.margin, ui->height - s.foot - ui_paragraph_height(ui, p), width, ui_paragraph_height(ui, p) };
    draw_boxes(ui, m, &s, (struct rect){ s.margin, top, width, foot.y - s.foot_gap - top });
    ui_node(ui, ROLE_TEXT, "hidden/wait", wait, foot);
    ui_draw_paragraph(ui, foot.x, foot.y, PAINT_QUIET, p, 0, p->line_count, foot.w);
    back = ui_shortcut(ui, "hidden/return", "", (struct shortcut){ KEY_F9, false }) || back;
    if (back)
        return (struct action){ .kind = ACTION_UNHIDE };
    return action_none;
}
