/* Regions: things one below another, and what happens when they do not fit. */
#include "ui/ui.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* A column of more than this is so many pixels wide, else so many shares of what is left. */
#define COLUMN_SHARE_MOST 16
/* A pinned part that takes more of its region than this leaves too little to read above it. */
#define PINNED_MOST 0.66f
/* Joined things are not higher than this part of their region. */
#define JOINED_MOST 0.4f
/* In a region lower than so many bars, the two bars share one line. */
#define BARS_APART 6

/* ---- placing */

void ui_region(struct ui *ui, const char *key, struct rect box) {
    assert(!ui->region);
    ui->region_place = (struct region){
        .box = box, .x = box.x, .w = box.w, .y = box.y, .pinned = -1, .draws = ui->p->draw_count, .nodes = ui->p->node_count
    };
    snprintf(ui->region_place.key, UI_KEY_MAX, "%s", key);
    ui->region = &ui->region_place;
}

static void new_block(struct ui *ui, float height) {
    struct region *r = ui->region;
    r->blocks = arena_grow(&ui->p->arena, r->blocks, r->block_count, &r->block_capacity, sizeof *r->blocks);
    r->blocks[r->block_count++] = (struct chunk){ .y = r->y, .h = height, .title = r->next_title };
    r->next_title = NULL;
}

/* What belongs together stays together as long as it leaves room for more; then its parts lead one
 * another. */
static bool joins(const struct region *r, float height) {
    const struct chunk *b = r->join_begun ? &r->blocks[r->block_count - 1] : NULL;
    return b && r->y + height - b->y <= r->box.h * JOINED_MOST;
}

struct rect ui_place(struct ui *ui, float height) {
    struct region *r = ui->region;
    struct rect box = { r->x, r->y, r->w, height };
    if (r->join_begun && !joins(r, height))
        r->blocks[r->block_count - 1].leads = true;
    if (r->joined && joins(r, height)) {
        struct chunk *b = &r->blocks[r->block_count - 1];
        b->h = r->y + height - b->y;
    } else {
        new_block(ui, height);
        r->join_begun = r->joined;
    }
    r->y += height;
    return box;
}

void ui_gap(struct ui *ui, float height) {
    ui->region->y += height;
}

void ui_join(struct ui *ui) {
    ui->region->joined = true;
    ui->region->join_begun = false;
}

void ui_join_end(struct ui *ui) {
    ui->region->joined = ui->region->join_begun = false;
}

void ui_more_title(struct ui *ui, const char *title) {
    ui->region->next_title = title;
}

void ui_pin(struct ui *ui) {
    ui_join_end(ui);
    ui->region->pinned = ui->region->block_count;
}

void ui_panel(struct ui *ui, float pad) {
    struct region *r = ui->region;
    /* A panel lies behind whole blocks: what it is joined with leads it instead. */
    if (r->join_begun) {
        r->blocks[r->block_count - 1].leads = true;
        r->join_begun = false;
    }
    r->panels = arena_grow(&ui->p->arena, r->panels, r->panel_count, &r->panel_capacity, sizeof *r->panels);
    ui_draw_box(ui, (struct rect){ r->x, r->y, r->w, 0 }, PAINT_SURFACE, PAINT_HAIRLINE, (float)ui->lines.hair, RADIUS_CONTROL);
    ui_last_draw(ui)->block = -1;
    r->panels[r->panel_count++] = (struct panel){ .draw = ui->p->draw_count - 1, .from = r->block_count, .to = -1, .pad = pad * 0.6f };
    r->panel_pad = pad;
    r->x += pad;
    r->w -= 2 * pad;
    r->y += pad * 0.6f;
}

void ui_inset(struct ui *ui, float pad) {
    ui->region->x += pad;
    ui->region->w -= 2 * pad;
}

bool ui_begins_panel(const struct ui *ui) {
    const struct region *r = ui->region;
    return r->panel_count == 0 || r->panels[r->panel_count - 1].from == r->block_count;
}

void ui_panel_end(struct ui *ui) {
    struct region *r = ui->region;
    struct panel *p = &r->panels[r->panel_count - 1];
    p->to = r->block_count;
    r->x -= r->panel_pad;
    r->w += 2 * r->panel_pad;
    r->y += r->panel_pad * 0.6f;
    ui_join_end(ui);
}

void ui_leads(struct ui *ui) {
    if (ui->region->block_count > 0 && !ui->region->joined)
        ui->region->blocks[ui->region->block_count - 1].leads = true;
}

/* ---- what shows */

/* What of a region shows, and where. */
struct view {
    int count, pinned;        /* blocks that scroll; the rest is pinned */
    float top, height;        /* where they may stand */
    float pinned_height, bar; /* of the pinned part; of a bar above or below */
    bool shared;              /* both bars stand in one line, below */
    int first, last;          /* blocks that show: [first, last) */
};

static float end_of(const struct region *r, int block) {
    return r->blocks[block].y + r->blocks[block].h;
}

/* What a panel leaves above its first block. */
static float pad_above(const struct region *r, int block) {
    for (int i = 0; i < r->panel_count; i++)
        if (r->panels[i].from == block)
            return r->panels[i].pad;
    return 0;
}

/* From the top a gap before the first block counts too. */
static float extent(const struct region *r, int from, int to) {
    float begin = from == 0 ? r->box.y + r->pad : r->blocks[from].y - pad_above(r, from);
    return to > from ? end_of(r, to - 1) - begin : 0;
}

/* How many blocks show from `first` on, with room left for the bars. At least one does. */
static int last_from(const struct region *r, const struct view *v, int first) {
    float room = v->height - (first > 0 ? v->bar + SPACE_2 : 0), below = v->shared && first > 0 ? 0 : v->bar + SPACE_1;
    if (extent(r, first, v->count) <= room)
        return v->count;
    int last = first + 1;
    while (last < v->count && extent(r, first, last + 1) <= room - below)
        last++;
    /* A heading is nothing without what it heads. */
    while (last > first + 1 && last < v->count && r->blocks[last - 1].leads)
        last--;
    return last;
}

/* The first block of the last page. */
static int last_page(const struct region *r, const struct view *v) {
    int first = v->count - 1;
    while (first > 0 && last_from(r, v, first - 1) == v->count)
        first--;
    return first;
}

static struct scroll *find_scroll(struct ui *ui, const char *key) {
    for (int i = 0; i < ui->scroll_count; i++)
        if (!strcmp(ui->scrolls[i].key, key))
            return &ui->scrolls[i];
    if (ui->scroll_count == (int)(sizeof ui->scrolls / sizeof *ui->scrolls))
        ui->scroll_count = 0;
    struct scroll *s = &ui->scrolls[ui->scroll_count++];
    *s = (struct scroll){ 0 };
    snprintf(s->key, UI_KEY_MAX, "%s", key);
    return s;
}

/* One page up from `first`: as much as shows whole, with what was first just below. */
static int page_up(const struct region *r, const struct view *v, int first) {
    int to = first;
    while (to > 0 && last_from(r, v, to - 1) >= first)
        to--;
    return to < first ? to : first > 0 ? first - 1 : 0;
}

static void do_scroll(struct ui *ui, const struct region *r, const struct view *v, struct scroll *s) {
    if (strcmp(ui->scroll_key, r->key) != 0)
        return;
    switch (ui->scroll_ask) {
    case SCROLL_NONE: break;
    case SCROLL_PAGE_DOWN: s->first = last_from(r, v, s->first); break;
    case SCROLL_PAGE_UP: s->first = page_up(r, v, s->first); break;
    case SCROLL_ROWS: s->first += ui->scroll_rows; break;
    case SCROLL_SIDEWAYS: break;
    }
    ui->scroll_ask = SCROLL_NONE;
}

/* The focus, and in a list below a find field the row that Enter would take. */
static bool is_followed(const struct ui *ui, const struct node *n) {
    return n->state & NODE_FOCUSED || (ui->typing && n->role == ROLE_ROW && n->state & NODE_CURRENT);
}

/* The open row of a list stays in sight when another is opened; who scrolls away from it may. */
static void follow_current(struct ui *ui, const struct region *r, const struct view *v, struct scroll *s) {
    int block = -1;
    for (int i = r->nodes; i < ui->p->node_count; i++) {
        const struct node *n = &ui->p->nodes[i];
        if (n->role == ROLE_ROW && n->state & NODE_CURRENT && n->block < v->count)
            block = n->block;
    }
    if (block < 0 || block + 1 == s->current)
        return;
    s->current = block + 1;
    if (block < s->first)
        s->first = block;
    while (last_from(r, v, s->first) <= block)
        s->first++;
}

/* Scrolls until the block of the focus shows. */
static void follow_focus(struct ui *ui, const struct region *r, const struct view *v, struct scroll *s) {
    for (int i = r->nodes; ui->focus_moved && i < ui->p->node_count; i++) {
        const struct node *n = &ui->p->nodes[i];
        if (!is_followed(ui, n) || n->block < 0 || n->block >= v->count)
            continue;
        if (n->block < s->first)
            s->first = n->block;
        while (last_from(r, v, s->first) <= n->block)
            s->first++;
    }
}

static int clamp(int value, int most) {
    return value > most ? most : value < 0 ? 0 : value;
}

static float tallest(const struct region *r, int to) {
    float most = 0;
    for (int i = 0; i < to; i++)
        most = fmaxf(most, r->blocks[i].h);
    return most;
}

/* Above the pinned part everything shows, or at least what is tallest, between the two bars. */
static bool leaves_room(const struct region *r, const struct view *v, float pinned) {
    float left = v->height - pinned - SPACE_2;
    return extent(r, 0, r->pinned) <= left || tallest(r, r->pinned) <= left - 2 * v->bar - SPACE_2;
}

static struct view find_view(struct ui *ui, const struct region *r) {
    struct view v = { .count = r->block_count,
                      .pinned = r->block_count,
                      .top = r->box.y + r->pad,
                      .height = r->box.h - 2 * r->pad,
                      .bar = ui_control(ui, 48, 1) };
    v.shared = v.height < BARS_APART * v.bar;
    if (r->pinned >= 0 && r->pinned < r->block_count) {
        float height = extent(r, r->pinned, r->block_count);
        if (height <= v.height * PINNED_MOST && leaves_room(r, &v, height)) {
            v.count = v.pinned = r->pinned;
            v.pinned_height = height;
            v.height -= height + SPACE_2;
        }
    }
    if (v.count == 0)
        return v;
    if (extent(r, 0, v.count) > v.height) {
        struct scroll *s = find_scroll(ui, r->key);
        s->first = clamp(s->first, last_page(r, &v));
        do_scroll(ui, r, &v, s);
        s->first = clamp(s->first, last_page(r, &v));
        follow_current(ui, r, &v, s);
        follow_focus(ui, r, &v, s);
        v.first = s->first;
    }
    v.last = last_from(r, &v, v.first);
    return v;
}

/* How far a block moves, or false if it does not show. */
static bool move_of(const struct region *r, const struct view *v, int block, float *by) {
    if (block >= v->pinned) {
        *by = r->box.y + r->box.h - r->pad - v->pinned_height - r->blocks[v->pinned].y;
        return true;
    }
    /* From the top nothing moves; else what shows first moves up, with the pad of its panel. */
    *by = v->first == 0 ? 0 : v->top + (v->shared ? 0 : v->bar + SPACE_2) + pad_above(r, v->first) - r->blocks[v->first].y;
    return block >= v->first && block < v->last;
}

static void move_draws(struct ui *ui, const struct region *r, const struct view *v) {
    struct picture *p = ui->p;
    int kept = r->draws;
    for (int i = r->draws; i < p->draw_count; i++) {
        float by = 0;
        if (p->draws[i].block >= 0 && !move_of(r, v, p->draws[i].block, &by))
            continue;
        p->draws[kept] = p->draws[i];
        p->draws[kept].box.y += by;
        p->draws[kept].clip.y += by;
        p->draws[kept++].block = -1;
    }
    p->draw_count = kept;
}

static void move_nodes(struct ui *ui, const struct region *r, const struct view *v) {
    for (int i = r->nodes; i < ui->p->node_count; i++) {
        struct node *n = &ui->p->nodes[i];
        float by = 0;
        if (n->block >= 0 && !move_of(r, v, n->block, &by))
            n->state |= NODE_HIDDEN;
        n->box.y += by;
        n->block = -1;
    }
}

/* A panel is as high as what shows of it, and vanishes with it. Done before draws move. */
static void size_panels(struct ui *ui, const struct region *r, const struct view *v) {
    for (int i = 0; i < r->panel_count; i++) {
        const struct panel *p = &r->panels[i];
        struct rect *box = &ui->p->draws[p->draw].box;
        float top = 1e9f, bottom = -1e9f, by;
        for (int b = p->from; b < p->to; b++)
            if (move_of(r, v, b, &by)) {
                top = fminf(top, r->blocks[b].y + by);
                bottom = fmaxf(bottom, end_of(r, b) + by);
            }
        box->y = top - p->pad;
        box->h = bottom < top ? 0 : bottom - top + 2 * p->pad;
    }
}

static void note_typing(struct ui *ui, const struct region *r, const struct view *v, int nodes) {
    float by;
    for (int i = nodes; ui->typing && i < ui->p->node_count; i++) {
        const struct node *n = &ui->p->nodes[i];
        if (n->role == ROLE_FIELD && !strcmp(n->key, ui->editing) && n->block >= 0 && move_of(r, v, n->block, &by)) {
            ui->shown.box.y += by;
            ui->caret.y += by;
        }
    }
}

/* ---- the bars above and below */

static const char *more_label(struct ui *ui, const struct region *r, const struct view *v, bool below) {
    const char *title = NULL;
    for (int i = v->last; below && i < v->count && !title; i++)
        title = r->blocks[i].title;
    if (!below)
        return tr(ui->language, "More above");
    if (!title)
        return tr(ui->language, "More below");
    /* TRANSLATORS: on the bar under a list that does not show whole; {what} is a heading. */
    return ui_fill(ui, tr(ui->language, "More below: {what}"), (struct fill[]){ { "what", title } }, 1);
}

/* Where there is little room both stand in one line at the lower end. */
static struct rect more_box(const struct region *r, const struct view *v, bool below) {
    float bottom = v->pinned_height > 0 ? v->top + v->height : r->box.y + r->box.h;
    struct rect box = { r->box.x, below || v->shared ? bottom - v->bar : v->top, r->box.w, v->bar };
    if (!v->shared || v->first == 0 || v->last == v->count)
        return box;
    float above = v->bar + SPACE_3;
    return below ? (struct rect){ box.x + above + SPACE_2, box.y, box.w - above - SPACE_2, box.h }
                 : (struct rect){ box.x, box.y, above, box.h };
}

static void draw_more(struct ui *ui, const struct region *r, const struct view *v, bool below) {
    struct rect box = more_box(r, v, below);
    const char *key = ui_key(ui, "%s/%s", r->key, below ? "more-below" : "more-above"), *label = more_label(ui, r, v, below);
    const char *cap = below ? trc(ui->language, "key", "Page down") : trc(ui->language, "key", "Page up");
    float icon = ui_icon_size(ui), middle = box.y + box.h / 2, x = box.x + SPACE_3, cap_width = ui_cap_width(ui, cap);
    bool other = *ui->page_region && strcmp(ui->page_region, r->key) != 0; /* the Page keys scroll another list */
    if (ui->room == ROOM_TINY || other
        || ui_text_width(ui, TYPE_BUTTON, (below ? tr(ui->language, "More below") : tr(ui->language, "More above")))
               > box.w - 4 * SPACE_3 - icon - cap_width)
        cap_width = 0;
    float room = box.w - 3 * SPACE_3 - icon - (cap_width > 0 ? cap_width + SPACE_3 : 0);
    if (ui_text_width(ui, TYPE_BUTTON, label) > room)
        label = below ? tr(ui->language, "More below") : tr(ui->language, "More above");
    struct node *n = ui_node(ui, ROLE_BUTTON, key, label, box);
    n->shortcuts[0].key = below ? KEY_PAGE_DOWN : KEY_PAGE_UP;
    ui_draw_box(ui, box, ui_is_held(ui, key) ? PAINT_PRESSED : PAINT_SURFACE, PAINT_EDGE, (float)ui->lines.edge, RADIUS_CONTROL);
    ui_draw_icon(ui, below ? ICON_OPEN : ICON_SHUT, x, middle - icon / 2, icon, PAINT_ACCENT, PAINT_SURFACE);
    if (room < SPACE_8) { /* the arrow alone; its words are read aloud */
        ui_draw_ring(ui, key, box, true);
        return;
    }
    const struct paragraph *p = ui_paragraph(ui, TYPE_BUTTON, label, 0, 0);
    ui_draw_paragraph(ui, x + icon + SPACE_3, middle - ui_paragraph_height(ui, p) / 2, PAINT_ACCENT, p, 0, 1, ui_paragraph_width(ui, p));
    if (cap_width > 0)
        ui_draw_cap(ui, box.x + box.w - SPACE_3 - cap_width, middle, cap, PAINT_SURFACE, PAINT_EDGE, PAINT_TEXT);
    ui_draw_ring(ui, key, box, true);
}

/* How much there is and where one stands; in the margin, so that nothing moves. */
static void draw_scroll_bar(struct ui *ui, const struct region *r, const struct view *v) {
    float whole = extent(r, 0, v->count), height = v->height - SPACE_2;
    struct rect track = { r->box.x + r->box.w + 7, v->top, 6, height };
    struct rect thumb = track;
    thumb.y += height * (r->blocks[v->first].y - r->blocks[0].y) / whole;
    thumb.h = height * extent(r, v->first, v->last) / whole;
    ui_draw_box(ui, track, PAINT_SUNKEN, -1, 0, 3);
    ui_draw_box(ui, thumb, PAINT_EDGE, -1, 0, 3);
}

void ui_scrolls(struct ui *ui, const char *key, struct rect box) {
    if (ui->seen_count == UI_REGIONS)
        return;
    struct region_seen *s = &ui->seen[ui->seen_count++];
    snprintf(s->key, UI_KEY_MAX, "%s", key);
    s->box = box;
}

void ui_region_end(struct ui *ui) {
    struct region *r = ui->region;
    struct view v = find_view(ui, r);
    int nodes = r->nodes;
    size_panels(ui, r, &v);
    note_typing(ui, r, &v, nodes);
    move_draws(ui, r, &v);
    move_nodes(ui, r, &v);
    ui->region = NULL;
    if (v.first == 0 && v.last == v.count)
        return;
    ui_scrolls(ui, r->key, r->box);
    if (v.first > 0)
        draw_more(ui, r, &v, false);
    if (v.last < v.count)
        draw_more(ui, r, &v, true);
    draw_scroll_bar(ui, r, &v);
}

/* ---- columns */

static void begin_column(struct ui *ui, int at) {
    struct columns *c = &ui->columns;
    struct rect box = c->boxes[at];
    float pad = c->panels[at] ? SPACE_4 : 0;
    if (c->panels[at])
        ui_draw_box(ui, box, PAINT_SURFACE, PAINT_HAIRLINE, (float)ui->lines.hair, RADIUS_CONTROL);
    ui_region(ui, at == 0 ? c->key : ui_key(ui, "%s/%d", c->key, at + 1), box);
    ui->region->pad = pad > 0 ? SPACE_3 + 4 : 0;
    ui->region->x += pad;
    ui->region->w -= 2 * pad;
    ui->region->y += ui->region->pad;
}

void ui_columns(struct ui *ui, const char *key, struct rect box, const struct column *columns, int count) {
    struct columns *c = &ui->columns;
    float gap = SPACE_5, fixed = gap * (float)(count - 1), shares = 0, x = box.x;
    *c = (struct columns){ .key = key, .count = count, .side_by_side = ui->room >= ROOM_REGULAR && !ui->portrait };
    for (int i = 0; i < count; i++)
        *(columns[i].width > COLUMN_SHARE_MOST ? &fixed : &shares) += columns[i].width;
    for (int i = 0; i < count; i++) {
        float w = columns[i].width > COLUMN_SHARE_MOST ? columns[i].width : floorf((box.w - fixed) * columns[i].width / shares);
        c->boxes[i] = (struct rect){ x, box.y, w, box.h };
        c->panels[i] = columns[i].panel;
        x += w + gap;
    }
    if (c->side_by_side)
        begin_column(ui, 0);
    else
        ui_region(ui, key, box);
}

void ui_next_column(struct ui *ui) {
    struct columns *c = &ui->columns;
    c->at++;
    assert(c->at < c->count);
    if (!c->side_by_side) {
        ui_gap(ui, SPACE_4);
        return;
    }
    ui_region_end(ui);
    begin_column(ui, c->at);
}

void ui_columns_end(struct ui *ui) {
    ui_region_end(ui);
}
