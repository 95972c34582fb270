/* Pages of paper on the screen: as they will be printed, whatever the theme. */
#include "ui/widgets.h"

#include "base/utf8.h"

#include <math.h>
#include <string.h>

#define ZOOM_MOST 12         /* four times the whole page */
#define ARROW_MOVES 0.15f    /* of what shows */
#define PAGE_KEY_MOVES 0.85f /* a little stays in sight */

/* Pictures on keys do not grow with the text. Where the page is low the four stand two by two. */
#define KEY_SIZE 56.0f
#define KEY_GAP 8.0f
#define FOUR_KEYS (4 * (KEY_SIZE + KEY_GAP))

static const char *place_words(struct ui *ui, const char *sentence, int page, int count) {
    return ui_fill(ui, sentence, (struct fill[]){ { "page", ui_key(ui, "%d", page + 1) }, { "pages", ui_key(ui, "%d", count) } }, 2);
}

/* TRANSLATORS: below the keys for the pages: "1 of 3". */
static const char *side_words(struct ui *ui, int page, int count) {
    return place_words(ui, tr(ui->language, "{page} of {pages}"), page, count);
}

static float side_width(struct ui *ui, float height) {
    if (height < FOUR_KEYS)
        return 2 * KEY_SIZE + KEY_GAP + SPACE_3;
    return fmaxf(KEY_SIZE, ui_text_width(ui, TYPE_LABEL, side_words(ui, 8, 9))) + SPACE_3;
}

float ui_paper_width(struct ui *ui, float height) {
    return floorf(height * PAGE_WIDTH / PAGE_HEIGHT) + side_width(ui, height);
}

/* ---- moving */

static float held(float v, float most) {
    return v < 0 ? 0 : v > most ? most : v;
}

static void turn(struct paper *p, int count, int by) {
    int page = p->page + by;
    if (page < 0 || page >= count)
        return;
    p->page = page;
    p->y = by > 0 ? 0 : 1;
}

/* One step down or up; past the edge of a page comes the next one. `step`: of what shows. */
static void go_down(struct paper *p, int count, float over, float step) {
    float edge = step > 0 ? 1 : 0;
    if (over <= 0 || p->y == edge)
        turn(p, count, step > 0 ? 1 : -1);
    else
        p->y = held(p->y + step / over, 1);
}

/* `wide`, `high`: by how much the page is larger than what shows of it, in parts of that. */
static void scroll(struct ui *ui, const char *key, int count, float wide, float high) {
    struct paper *p = &ui->paper;
    float rows = ARROW_MOVES * (float)ui->scroll_rows;
    if (strcmp(ui->scroll_key, key) != 0)
        return;
    switch (ui->scroll_ask) {
    case SCROLL_NONE: return;
    case SCROLL_PAGE_DOWN: go_down(p, count, high, PAGE_KEY_MOVES); break;
    case SCROLL_PAGE_UP: go_down(p, count, high, -PAGE_KEY_MOVES); break;
    case SCROLL_ROWS: go_down(p, count, high, rows); break;
    case SCROLL_SIDEWAYS:
        if (wide > 0)
            p->x = held(p->x + rows / wide, 1);
    }
    ui->scroll_ask = SCROLL_NONE;
}

/* ---- the keys beside the page */

struct side_key {
    const char *id, *label;
    enum icon icon;
    struct shortcut shortcut;
    bool off;
};

static bool show_key(struct ui *ui, const char *key, struct rect box, const struct side_key *k) {
    const char *id = ui_key(ui, "%s/%s", key, k->id);
    const struct button b = {
        .key = id, .label = k->label, .kind = BUTTON_SECONDARY, .icon = k->icon, .icon_only = true, .shortcut = k->shortcut
    };
    if (!k->off)
        return ui_button_in(ui, box, &b);
    float size = ui_icon_size(ui);
    ui_node(ui, ROLE_BUTTON, id, k->label, box)->state |= NODE_DISABLED;
    ui_draw_box(ui, box, PAINT_DISABLED_BG, PAINT_EDGE, (float)ui->lines.hair, RADIUS_CONTROL);
    ui_draw_icon(ui, k->icon, box.x + (box.w - size) / 2, box.y + (box.h - size) / 2, size, PAINT_DISABLED, PAINT_DISABLED_BG);
    return false;
}

/* Zoom at the top, pages at the lower edge. */
static void show_side(struct ui *ui, const char *key, struct rect box, int count) {
    struct paper *p = &ui->paper;
    float line = ui_lines(ui, TYPE_LABEL, 1), step = KEY_SIZE + KEY_GAP;
    bool low = box.h < FOUR_KEYS;
    const struct side_key keys[] = {
        { "larger", tr(ui->language, "Larger"), ICON_ADD, { .key = KEY_PLUS }, p->zoom == ZOOM_MOST },
        { "smaller", tr(ui->language, "Smaller"), ICON_LESS, { .key = KEY_MINUS }, p->zoom == 0 },
        { "previous", tr(ui->language, "Previous page"), ICON_BACK, { .key = KEY_PAGE_UP, .control = true }, p->page == 0 },
        { "next", tr(ui->language, "Next page"), ICON_NEXT, { .key = KEY_STAR }, p->page + 1 >= count },
    };
    const char *words = side_words(ui, p->page, count);
    float w = ui_text_width(ui, TYPE_LABEL, words), bottom = box.y + box.h;
    int pressed = -1;
    if (FOUR_KEYS + line <= box.h && w <= box.w) {
        ui_draw_text(ui, TYPE_LABEL, PAINT_QUIET, (struct rect){ box.x + fmaxf((KEY_SIZE - w) / 2, 0), bottom - line, w, line }, words);
        bottom -= line + SPACE_1;
    }
    const float tall[] = { box.y, box.y + step, bottom - 2 * step + KEY_GAP, bottom - KEY_SIZE };
    for (int i = 0; i < 4; i++) {
        struct rect two_by_two = { box.x + (float)(i % 2) * step, i < 2 ? box.y : bottom - KEY_SIZE, KEY_SIZE, KEY_SIZE };
        if (show_key(ui, key, low ? two_by_two : (struct rect){ box.x, tall[i], KEY_SIZE, KEY_SIZE }, &keys[i]))
            pressed = i;
    }
    if (pressed < 0)
        return;
    if (pressed < 2)
        p->zoom += pressed == 0 ? 1 : -1;
    else
        turn(p, count, pressed == 2 ? -1 : 1);
    p->y = pressed >= 2 ? 0 : p->y;
    if (!ui->columns.side_by_side) { /* it stays in sight, and the Page keys go on with it */
        utf8_copy(ui->focus, UI_KEY_MAX, key);
        ui->focus_moved = true;
    }
    ui->again = true;
}

/* ---- all of it */

/* Where there is much room beside a whole page it begins as wide as there is room. */
static void begin(struct paper *p, float room, float whole) {
    int zoom = (int)floorf((room / whole - 1) * 4);
    if (!p->begun)
        p->zoom = zoom < 2 ? 0 : zoom > ZOOM_MOST ? ZOOM_MOST : zoom;
    p->begun = true;
}

void ui_paper(struct ui *ui, const char *key, const struct pages *pages, float height) {
    struct paper *p = &ui->paper;
    struct rect place = ui_place(ui, height);
    float side = side_width(ui, height), room = place.w - side;
    float whole = fminf(room, floorf(place.h * PAGE_WIDTH / PAGE_HEIGHT));
    int count = pages->pages.count;
    begin(p, room, whole);
    float zoom = 1 + (float)p->zoom / 4, w = whole * zoom, h = w * PAGE_HEIGHT / PAGE_WIDTH;
    struct rect shown = { place.x, place.y, fminf(room, w), fminf(place.h, h) };
    /* Where lists stand one after another the Page keys and the wheel are theirs; the Page keys only until
     * the focus is on the page. */
    if (ui->columns.side_by_side)
        ui_scrolls(ui, key, shown);
    else if (!strcmp(ui->focus, key))
        ui_scrolls(ui, key, (struct rect){ 0 });
    p->page = p->page < count ? p->page : count - 1;
    scroll(ui, key, count, w / shown.w - 1, h / shown.h - 1);
    struct rect paper = { shown.x - p->x * (w - shown.w), shown.y - p->y * (h - shown.h), w, h };
    struct node *n = ui_node(ui, ROLE_PAGE, key, place_words(ui, tr(ui->language, "Page {page} of {pages}"), p->page, count), shown);
    n->description = page_words(&ui->p->arena, &pages->pages.items[p->page]);
    ui_draw_page(ui, paper, pages, p->page, shown);
    ui_draw_box(ui, shown, -1, PAINT_EDGE, (float)ui->lines.hair, 0);
    ui_draw_ring(ui, key, shown, false);
    float keys = ui->columns.side_by_side ? shown.x + shown.w + SPACE_3 : place.x + place.w - side + SPACE_3;
    show_side(ui, key, (struct rect){ keys, shown.y, side - SPACE_3, place.h }, count);
}
