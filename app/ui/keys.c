/* Groups of keys: grids, rows of choices, joined keys, tiles. */
#include "ui/widgets.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#define ITEMS_MAX 32
#define KEY_GAP SPACE_2

/* How the keys of a group stand in a width. */
struct grid {
    int columns, rows;
    bool icons;
    float widths[ITEMS_MAX], heights[ITEMS_MAX];
    float height;
};

static const char *cap_of(struct ui *ui, const struct key_item *item) {
    if (item->cap == 0)
        return NULL;
    return item->cap == KEY_MINUS ? "\xE2\x88\x92" : ui_key(ui, "%c", item->cap);
}

static const char *item_key(struct ui *ui, const struct key_group *g, int i) {
    return ui_key(ui, "%s/%s", g->key, g->items[i].id);
}

static const char *digits_of(const struct key_group *g) {
    return g->digits ? g->digits : g->key;
}

/* ---- one key */

/* Answers stand close with their icon; other keys have their tick at the end. */
static float pad_of(const struct key_item *item) {
    return item->icon ? 10 : 15;
}

/* What stands beside the words, at most: nothing moves when a key is chosen. */
static float beside_words(struct ui *ui, const struct key_item *item, bool icons) {
    float cap = ui_cap_width(ui, cap_of(ui, item)), icon = ui_icon_size(ui);
    float width = 2 * pad_of(item) + (cap > 0 ? cap + SPACE_2 + (item->icon ? 0 : SPACE_1) : 0);
    if (item->icon)
        return width + (icons || item->on ? icon + SPACE_2 : 0);
    return width + icon + SPACE_2;
}

static float natural_width(struct ui *ui, const struct key_item *item, bool icons) {
    return beside_words(ui, item, icons) + ui_text_width(ui, TYPE_BUTTON, item->label);
}

static float natural_height(struct ui *ui, const struct key_item *item, bool icons, float width, float least) {
    const struct paragraph *p = ui_paragraph(ui, TYPE_BUTTON, item->label, fmaxf(width - beside_words(ui, item, icons), 1), 0);
    return ui_control(ui, least, p->line_count);
}

static struct node *key_node(struct ui *ui, const struct key_group *g, int i, struct rect box) {
    const struct key_item *item = &g->items[i];
    struct node *n = ui_node(ui, g->many ? ROLE_CHECK : ROLE_CHOICE, item_key(ui, g, i), item->label, box);
    n->state |= item->on ? NODE_CHECKED : 0;
    n->description = item->text;
    n->group = g->key;
    n->set = g->set;
    n->digits = digits_of(g);
    n->position = i + 1;
    n->of = g->count;
    return n;
}

static int fill_of(const struct ui *ui, const char *key, bool on) {
    return on ? PAINT_SELECTED : ui_is_held(ui, key) ? PAINT_PRESSED : ui_is_hovered(ui, key) ? PAINT_HOVER : PAINT_SURFACE;
}

/* The box of a key. Joined keys share edges and are round at the ends alone. */
static void draw_key_box(struct ui *ui, const char *key, bool on, struct rect box, unsigned corners) {
    int fill = fill_of(ui, key, on);
    ui_draw_box(ui, box, fill, on ? PAINT_SELECTED_EDGE : PAINT_EDGE, (float)(on ? ui->lines.selected : ui->lines.edge), RADIUS_CONTROL);
    ui_last_draw(ui)->corners = corners;
}

/* Cap, icon or tick, words; returns true when pressed. `active`: the digits act on it. */
static bool draw_key(struct ui *ui, const struct key_group *g, int i, struct rect box, bool icons, bool active) {
    const struct key_item *item = &g->items[i];
    const char *key = item_key(ui, g, i), *cap = active ? cap_of(ui, item) : NULL;
    float pad = pad_of(item), x = box.x + pad, middle = box.y + box.h / 2, size = ui_icon_size(ui);
    enum paint behind = (enum paint)fill_of(ui, key, item->on);
    struct node *n = key_node(ui, g, i, box);
    if (active && item->cap)
        n->shortcuts[0].key = item->cap;
    draw_key_box(ui, key, item->on, box, CORNERS);
    float cap_width = ui_draw_cap(ui, x, middle, cap, PAINT_SURFACE, PAINT_EDGE, PAINT_TEXT);
    x += cap_width > 0 ? cap_width + SPACE_2 + (item->icon ? 0 : SPACE_1) : 0;
    if (item->icon && (icons || item->on)) {
        ui_draw_icon(ui, item->on ? ICON_TICK : item->icon, x, middle - size / 2, size, PAINT_TEXT, behind);
        x += size + SPACE_2;
    }
    float tick = item->icon ? 0 : size + SPACE_2, room = fmaxf(box.x + box.w - pad - tick - x, 1);
    const struct paragraph *p = ui_paragraph(ui, item->on ? TYPE_BUTTON : TYPE_LABEL, item->label, room, 0);
    ui_draw_paragraph(ui, x, middle - ui_paragraph_height(ui, p) / 2, PAINT_TEXT, p, 0, p->line_count, room);
    if (item->on && !item->icon)
        ui_draw_icon(ui, ICON_TICK, box.x + box.w - pad - size, middle - size / 2, size, PAINT_TEXT, behind);
    ui_draw_ring(ui, key, box, false);
    return ui_pressed(ui, key);
}

/* ---- a grid */

/* Columns of one width if the words fit, else as wide as they need and the rest shared. */
static bool find_widths(struct ui *ui, const struct key_group *g, struct grid *grid, float width) {
    float room = width - KEY_GAP * (float)(grid->columns - 1), equal = floorf(room / (float)grid->columns), sum = 0;
    bool fits = true;
    for (int c = 0; c < grid->columns; c++)
        grid->widths[c] = 0;
    for (int i = 0; i < g->count; i++) {
        float *w = &grid->widths[i % grid->columns];
        *w = fmaxf(*w, ceilf(natural_width(ui, &g->items[i], grid->icons)));
    }
    for (int c = 0; c < grid->columns; c++) {
        sum += grid->widths[c];
        fits &= grid->widths[c] <= equal;
    }
    if (!fits && sum > room && grid->columns > 1)
        return false;
    for (int c = 0; c < grid->columns; c++)
        grid->widths[c] = fits || sum > room ? equal : floorf(grid->widths[c] + (room - sum) / (float)grid->columns);
    return true;
}

static bool has_icons(const struct key_group *g) {
    return g->count > 0 && g->items[0].icon;
}

/* Fewer columns, and in them icons, until the words fit. */
static void find_columns(struct ui *ui, const struct key_group *g, struct grid *grid, float width) {
    for (grid->columns = g->columns; grid->columns >= 1; grid->columns = grid->columns > 3 ? 2 : grid->columns - 1)
        for (int icons = has_icons(g); icons >= 0; icons--) {
            grid->icons = icons;
            if (find_widths(ui, g, grid, width))
                return;
        }
    grid->columns = 1;
    find_widths(ui, g, grid, width);
}

static struct grid measure(struct ui *ui, const struct key_group *g, float width) {
    struct grid grid = { 0 };
    float least = g->height > 0 ? g->height : 48;
    assert(g->count <= ITEMS_MAX && g->columns >= 1);
    if (ui->portrait && has_icons(g))
        least = 84;
    find_columns(ui, g, &grid, width);
    grid.rows = (g->count + grid.columns - 1) / grid.columns;
    for (int i = 0; i < g->count; i++) {
        float *h = &grid.heights[i / grid.columns];
        *h = fmaxf(*h, natural_height(ui, &g->items[i], grid.icons, grid.widths[i % grid.columns], least));
    }
    for (int r = 0; r < grid.rows; r++)
        grid.height += grid.heights[r] + (r ? KEY_GAP : 0);
    return grid;
}

/* One row of a grid; returns the item pressed, or -1. */
static int draw_row(struct ui *ui, const struct key_group *g, const struct grid *grid, int row, float x, float y, bool active) {
    int pressed = -1;
    for (int i = row * grid->columns; i < g->count && i < (row + 1) * grid->columns; i++) {
        float w = grid->widths[i % grid->columns];
        if (draw_key(ui, g, i, (struct rect){ x, y, w, grid->heights[row] }, grid->icons, active))
            pressed = i;
        x += w + KEY_GAP;
    }
    return pressed;
}

static int draw_grid(struct ui *ui, const struct key_group *g, const struct grid *grid, float x, float y, bool active) {
    int pressed = -1;
    for (int r = 0; r < grid->rows; r++) {
        int hit = draw_row(ui, g, grid, r, x, y, active);
        pressed = hit >= 0 ? hit : pressed;
        y += grid->heights[r] + KEY_GAP;
    }
    return pressed;
}

int ui_keys(struct ui *ui, const struct key_group *g) {
    bool active = ui_has_digits(ui, digits_of(g));
    struct grid grid = measure(ui, g, ui->region->w);
    int pressed = -1;
    for (int r = 0; r < grid.rows; r++) {
        struct rect box = ui_place(ui, grid.heights[r]);
        int hit = draw_row(ui, g, &grid, r, box.x, box.y, active);
        pressed = hit >= 0 ? hit : pressed;
        if (r + 1 < grid.rows)
            ui_gap(ui, KEY_GAP);
    }
    return pressed;
}

/* ---- choices: a name and a line of explanation */

static bool draw_choice(struct ui *ui, const struct key_group *g, int i, bool active) {
    const struct key_item *item = &g->items[i];
    const char *key = item_key(ui, g, i), *cap = active ? cap_of(ui, item) : NULL;
    float pad = SPACE_3 - 1, size = ui_icon_size(ui), cap_width = ui_cap_width(ui, cap), icon = item->icon ? size + 12 : 0;
    float indent = pad + (cap_width > 0 ? cap_width + 12 : 0) + icon, room = ui->region->w - indent - pad - size - SPACE_2;
    const struct paragraph *p = ui_paragraph(ui, TYPE_BUTTON, item->label, room, 0);
    const struct paragraph *q = item->text ? ui_paragraph(ui, TYPE_LABEL, item->text, room, 0) : NULL;
    float words = ui_paragraph_height(ui, p) + (q ? ui_paragraph_height(ui, q) : 0);
    struct rect box = ui_place(ui, fmaxf(g->height > 0 ? g->height : 68, words + 20));
    struct node *n = key_node(ui, g, i, box);
    float y = box.y + (box.h - words) / 2, middle = box.y + box.h / 2;
    if (active && item->cap)
        n->shortcuts[0].key = item->cap;
    draw_key_box(ui, key, item->on, box, CORNERS);
    ui_draw_cap(ui, box.x + pad, middle, cap, PAINT_SURFACE, PAINT_EDGE, PAINT_TEXT);
    if (item->icon)
        ui_draw_icon(ui, item->icon, box.x + indent - icon, middle - size / 2, size, PAINT_TEXT, PAINT_SURFACE);
    ui_draw_paragraph(ui, box.x + indent, y, PAINT_TEXT, p, 0, p->line_count, room);
    if (q)
        ui_draw_paragraph(ui, box.x + indent, y + ui_paragraph_height(ui, p), item->on ? PAINT_TEXT : PAINT_QUIET, q, 0, q->line_count,
                          room);
    if (item->on)
        ui_draw_icon(ui, ICON_TICK, box.x + box.w - pad - size, middle - size / 2, size, PAINT_TEXT, PAINT_SELECTED);
    ui_draw_ring(ui, key, box, false);
    return ui_pressed(ui, key);
}

int ui_choices(struct ui *ui, const struct key_group *g) {
    bool active = ui_has_digits(ui, digits_of(g));
    int pressed = -1;
    for (int i = 0; i < g->count; i++) {
        if (draw_choice(ui, g, i, active))
            pressed = i;
        if (i + 1 < g->count)
            ui_gap(ui, KEY_GAP);
    }
    return pressed;
}

/* ---- joined keys */

static float joined_width(struct ui *ui, const struct key_item *item) {
    float cap = ui_cap_width(ui, cap_of(ui, item));
    return ceilf(ui_text_width(ui, TYPE_BUTTON, item->label) + ui_icon_size(ui) + SPACE_2 + (cap > 0 ? cap + SPACE_2 : 0) + 2 * 12);
}

static float joined_total(struct ui *ui, const struct key_group *g) {
    float total = 0;
    for (int i = 0; i < g->count; i++)
        total += joined_width(ui, &g->items[i]);
    return total;
}

static void draw_joined_key(struct ui *ui, const struct key_group *g, int i, struct rect box, bool active) {
    const struct key_item *item = &g->items[i];
    const char *key = item_key(ui, g, i), *cap = active ? cap_of(ui, item) : NULL;
    float cap_width = ui_cap_width(ui, cap), size = ui_icon_size(ui), middle = box.y + box.h / 2;
    unsigned corners =
        (i == 0 ? CORNER_TOP_LEFT | CORNER_BOTTOM_LEFT : 0) | (i + 1 == g->count ? CORNER_TOP_RIGHT | CORNER_BOTTOM_RIGHT : 0);
    const struct paragraph *p = ui_paragraph(ui, item->on ? TYPE_BUTTON : TYPE_LABEL, item->label, 0, 0);
    float words = ui_paragraph_width(ui, p);
    float parts = words + (cap_width > 0 ? cap_width + SPACE_2 : 0) + (item->on ? size + SPACE_2 : 0), x = box.x + (box.w - parts) / 2;
    draw_key_box(ui, key, item->on, box, corners);
    if (cap_width > 0)
        x += ui_draw_cap(ui, x, middle, cap, PAINT_SURFACE, PAINT_EDGE, PAINT_TEXT) + SPACE_2;
    if (item->on) {
        ui_draw_icon(ui, ICON_TICK, x, middle - size / 2, size, PAINT_TEXT, PAINT_SELECTED);
        x += size + SPACE_2;
    }
    ui_draw_paragraph(ui, x, middle - ui_paragraph_height(ui, p) / 2, PAINT_TEXT, p, 0, 1, words);
}

static bool joined_node(struct ui *ui, const struct key_group *g, int i, struct rect box, bool active) {
    struct node *n = key_node(ui, g, i, box);
    if (active && g->items[i].cap)
        n->shortcuts[0].key = g->items[i].cap;
    return ui_pressed(ui, n->key);
}

/* Neighbours share one edge; what is chosen lies on top. */
static int draw_joined(struct ui *ui, const struct key_group *g, struct rect box, bool active) {
    float total = joined_total(ui, g), extra = (box.w - total) / (float)g->count, x = box.x;
    struct rect boxes[ITEMS_MAX];
    int pressed = -1;
    for (int i = 0; i < g->count; i++) {
        float right = i + 1 == g->count ? box.x + box.w : roundf(x + joined_width(ui, &g->items[i]) + extra);
        boxes[i] = (struct rect){ i ? x - (float)ui->lines.edge : x, box.y, right - x + (i ? (float)ui->lines.edge : 0), box.h };
        x = right;
        if (joined_node(ui, g, i, boxes[i], active))
            pressed = i;
    }
    for (int on = 0; on < 2; on++)
        for (int i = 0; i < g->count; i++)
            if (g->items[i].on == (on == 1))
                draw_joined_key(ui, g, i, boxes[i], active);
    for (int i = 0; i < g->count; i++)
        ui_draw_ring(ui, item_key(ui, g, i), boxes[i], false);
    return pressed;
}

int ui_joined(struct ui *ui, const struct key_group *g) {
    bool active = ui_has_digits(ui, digits_of(g));
    float least = g->height > 0 ? g->height : 48;
    if (joined_total(ui, g) > ui->region->w) {
        struct key_group stacked = *g;
        stacked.columns = 1;
        return ui_keys(ui, &stacked);
    }
    return draw_joined(ui, g, ui_place(ui, ui_control(ui, least, 1)), active);
}

/* How a question and its keys stand in a row. */
struct question {
    const struct paragraph *words;
    float room, keys, height; /* of the words across; of the keys; of all */
    bool beside, fits;        /* the keys at the end; joined in one line */
};

#define QUESTION_PAD (SPACE_3 + 4)

static struct question measure_question(struct ui *ui, const struct key_group *g, const char *question, bool current) {
    float joined = joined_total(ui, g), w = ui->region->w - 2 * QUESTION_PAD;
    struct question q = { .room = w - joined - SPACE_3, .keys = ui_control(ui, 48, 1), .fits = joined <= w };
    struct key_group stacked = *g;
    stacked.columns = 2;
    q.beside = q.room >= 240 * ui->text && !ui->portrait;
    q.room = q.beside ? q.room : w;
    q.words = ui_paragraph(ui, current ? TYPE_BUTTON : TYPE_LABEL, question, q.room, 0);
    if (!q.fits)
        q.keys = measure(ui, &stacked, w).height;
    float words = ui_paragraph_height(ui, q.words);
    q.height = (q.beside ? fmaxf(words, q.keys) : words + SPACE_2 + q.keys) + SPACE_3;
    return q;
}

static void draw_question_back(struct ui *ui, struct rect box, bool first, bool current) {
    if (current) {
        ui_draw_box(ui, box, PAINT_SELECTED, -1, 0, 0);
        ui_draw_box(ui, (struct rect){ box.x, box.y, (float)ui->lines.accent_bar, box.h }, PAINT_SELECTED_EDGE, -1, 0, 0);
    }
    if (!first)
        ui_draw_box(ui, (struct rect){ box.x, box.y, box.w, 1 }, PAINT_HAIRLINE, -1, 0, 0);
}

/* A row that takes much of the window shows in pieces when it is scrolled. */
static int question_in_pieces(struct ui *ui, const struct key_group *g, const char *question) {
    struct key_group stacked = *g;
    stacked.columns = 1;
    ui_inset(ui, QUESTION_PAD);
    ui_gap(ui, SPACE_2);
    ui_words(ui, ui_key(ui, "%s/question", g->key), TYPE_LABEL, PAINT_TEXT, question, 0);
    ui_leads(ui);
    ui_gap(ui, SPACE_2);
    int pressed = ui_keys(ui, &stacked);
    ui_gap(ui, SPACE_2);
    ui_inset(ui, -QUESTION_PAD);
    return pressed;
}

int ui_question_row(struct ui *ui, const struct key_group *g, const char *question, bool current) {
    struct question q = measure_question(ui, g, question, current);
    bool active = ui_has_digits(ui, digits_of(g)), first = ui_begins_panel(ui);
    if (q.height > ui->region->box.h * 0.6f)
        return question_in_pieces(ui, g, question);
    struct rect box = ui_place(ui, q.height);
    float words = ui_paragraph_height(ui, q.words), y = q.beside ? box.y + (box.h - words) / 2 : box.y + SPACE_2;
    draw_question_back(ui, box, first, current);
    ui_node(ui, ROLE_TEXT, ui_key(ui, "%s/question", g->key), question, box);
    ui_draw_paragraph(ui, box.x + QUESTION_PAD, y, PAINT_TEXT, q.words, 0, q.words->line_count, q.room);
    struct rect at = { box.x + QUESTION_PAD, q.beside ? box.y + (box.h - q.keys) / 2 : y + words + SPACE_2, box.w - 2 * QUESTION_PAD,
                       q.keys };
    if (q.beside) {
        float joined = joined_total(ui, g);
        at = (struct rect){ box.x + box.w - SPACE_2 - joined, at.y, joined, q.keys };
    }
    if (q.fits)
        return draw_joined(ui, g, at, active);
    struct key_group stacked = *g;
    stacked.columns = 2;
    struct grid grid = measure(ui, &stacked, at.w);
    return draw_grid(ui, &stacked, &grid, at.x, at.y, active);
}

/* ---- tiles */

struct tile_sizes {
    float name, text;
    struct grid grid;
};

static struct tile_sizes measure_tile(struct ui *ui, const struct tile *t, float w) {
    return (struct tile_sizes){
        .name = ui_paragraph_height(ui, ui_paragraph(ui, TYPE_HEADING, t->name, w, 0)),
        .text = ui_paragraph_height(ui, ui_paragraph(ui, TYPE_BODY, t->text, w, 0)),
        .grid = measure(ui, &t->keys, w),
    };
}

static int draw_tile(struct ui *ui, const struct tile *t, struct rect box, struct tile_sizes s, float pad, float keys_at) {
    bool active = ui_has_digits(ui, digits_of(&t->keys));
    float w = box.w - 2 * pad;
    const struct paragraph *name = ui_paragraph(ui, TYPE_HEADING, t->name, w, 0), *text = ui_paragraph(ui, TYPE_BODY, t->text, w, 0);
    ui_draw_box(ui, box, t->current ? PAINT_SELECTED : PAINT_SURFACE, PAINT_HAIRLINE, (float)ui->lines.hair, RADIUS_CONTROL);
    if (t->current) {
        ui_draw_box(ui, (struct rect){ box.x, box.y, (float)ui->lines.accent_bar, box.h }, PAINT_SELECTED_EDGE, -1, 0, RADIUS_CONTROL);
        ui_last_draw(ui)->corners = CORNER_TOP_LEFT | CORNER_BOTTOM_LEFT;
    }
    ui_node(ui, ROLE_HEADING, ui_key(ui, "%s/name", t->keys.key), t->name, box);
    ui_node(ui, ROLE_TEXT, ui_key(ui, "%s/text", t->keys.key), t->text, box);
    ui_draw_paragraph(ui, box.x + pad, box.y + SPACE_3, PAINT_TEXT, name, 0, name->line_count, w);
    ui_draw_paragraph(ui, box.x + pad, box.y + SPACE_3 + s.name + 6, PAINT_TEXT, text, 0, text->line_count, w);
    return draw_grid(ui, &t->keys, &s.grid, box.x + pad, box.y + keys_at, active);
}

/* All of one height, with the keys in line. */
static int tiles_beside(struct ui *ui, const struct tile *tiles, int count, float w, float pad) {
    struct tile_sizes sizes[4];
    float keys_at = 0, grid = 0;
    int pressed = -1;
    for (int i = 0; i < count; i++) {
        sizes[i] = measure_tile(ui, &tiles[i], w - 2 * pad);
        keys_at = fmaxf(keys_at, SPACE_3 + sizes[i].name + 6 + sizes[i].text + SPACE_2);
        grid = fmaxf(grid, sizes[i].grid.height);
    }
    struct rect box = ui_place(ui, keys_at + grid + pad);
    for (int i = 0; i < count; i++) {
        int hit = draw_tile(ui, &tiles[i], (struct rect){ box.x + (w + SPACE_3) * (float)i, box.y, w, box.h }, sizes[i], pad, keys_at);
        pressed = hit >= 0 ? i * 8 + hit : pressed;
    }
    return pressed;
}

/* A tile that takes much of the window shows in pieces when it is scrolled. */
static int tile_in_pieces(struct ui *ui, const struct tile *t) {
    ui_panel(ui, SPACE_3);
    ui_words(ui, ui_key(ui, "%s/name", t->keys.key), TYPE_HEADING, PAINT_TEXT, t->name, 0);
    ui_leads(ui);
    ui_words(ui, ui_key(ui, "%s/text", t->keys.key), TYPE_BODY, PAINT_TEXT, t->text, 0);
    ui_gap(ui, SPACE_2);
    int pressed = ui_keys(ui, &t->keys);
    ui_panel_end(ui);
    return pressed;
}

static int tile_below(struct ui *ui, const struct tile *t) {
    struct tile_sizes s = measure_tile(ui, t, ui->region->w - 2 * SPACE_3);
    float keys_at = SPACE_3 + s.name + 6 + s.text + SPACE_2, height = keys_at + s.grid.height + SPACE_3;
    if (height > ui->region->box.h * 0.6f)
        return tile_in_pieces(ui, t);
    return draw_tile(ui, t, ui_place(ui, height), s, SPACE_3, keys_at);
}

int ui_tiles(struct ui *ui, const struct tile *tiles, int count) {
    float w = floorf((ui->region->w - SPACE_3 * (float)(count - 1)) / (float)count);
    int pressed = -1;
    assert(count <= 4);
    if (ui->room >= ROOM_REGULAR && !ui->portrait)
        return tiles_beside(ui, tiles, count, w, SPACE_3 + 4);
    for (int i = 0; i < count; i++) {
        struct tile tile = tiles[i];
        tile.keys.columns = 3;
        int hit = tile_below(ui, &tile);
        pressed = hit >= 0 ? i * 8 + hit : pressed;
        if (i + 1 < count)
            ui_gap(ui, SPACE_2);
    }
    return pressed;
}
