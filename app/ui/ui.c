#include "ui/ui.h"

#include "base/utf8.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* ---- pictures */

static void find_room(struct ui *ui) {
    float w = ui->width / ui->text;
    ui->room = w < 560 ? ROOM_TINY : w < 1000 ? ROOM_COMPACT : w < 1600 ? ROOM_REGULAR : ROOM_WIDE;
    ui->portrait = ui->height > 1.2f * ui->width;
}

void ui_begin(struct ui *ui) {
    utf8_copy(ui->page_region, UI_KEY_MAX, ui_page_region(ui));
    ui->current = !ui->current;
    ui->p = &ui->pictures[ui->current];
    arena_free(&ui->p->arena);
    *ui->p = (struct picture){ .width = ui->width, .height = ui->height, .scale = ui->scale, .theme = ui->theme, .fonts = ui->fonts };
    ui->lines = theme_lines(ui->theme);
    ui->region = NULL;
    ui->seen_count = 0;
    ui->first_digits = ui->default_focus = NULL;
    ui->default_typing = false;
    ui->digits_seen = ui->focus_seen = ui->typing = ui->again = false;
    ui->top = ui->bottom = 0;
    ui->foot_from = ui->foot_to = 0;
    ui->columns.count = 0;
    find_room(ui);
    ui_draw_box(ui, (struct rect){ 0, 0, ui->width, ui->height }, PAINT_PAGE, -1, 0, 0);
}

static unsigned mirror_corners(unsigned corners) {
    unsigned left = corners & (CORNER_TOP_LEFT | CORNER_BOTTOM_LEFT), right = corners & (CORNER_TOP_RIGHT | CORNER_BOTTOM_RIGHT);
    return left << 1 | right >> 1;
}

static void mirror_box(const struct ui *ui, struct rect *box) {
    box->x = ui->width - box->x - box->w;
}

static void mirror(struct ui *ui) {
    for (int i = 0; i < ui->p->draw_count; i++) {
        struct draw *d = &ui->p->draws[i];
        mirror_box(ui, &d->box);
        mirror_box(ui, &d->clip);
        d->corners = mirror_corners(d->corners);
        d->mirrored = d->kind == DRAW_ICON && icon_mirrors(d->icon);
    }
    for (int i = 0; i < ui->p->node_count; i++)
        mirror_box(ui, &ui->p->nodes[i].box);
    for (int i = 0; i < ui->seen_count; i++)
        mirror_box(ui, &ui->seen[i].box);
    if (ui->typing) {
        mirror_box(ui, &ui->shown.box);
        mirror_box(ui, &ui->caret);
    }
}

/* The focus is always on something that is there. */
static void find_focus(struct ui *ui) {
    if (ui->focus_seen || (!ui->default_focus && !*ui->focus))
        return;
    bool had = *ui->focus != '\0';
    utf8_copy(ui->focus, UI_KEY_MAX, ui->default_focus);
    ui->again = had || *ui->focus;
    /* Where a screen begins is for the eye: nothing scrolls for it. The digits are for what has the focus;
     * if that is out of sight they first bring it there. */
    const struct node *n = picture_find(ui->p, ui->focus);
    ui->focus_moved = false;
    if (n && n->digits) {
        utf8_copy(ui->digits, UI_KEY_MAX, n->digits);
        ui->digits_seen = true;
    }
    ui->focus_asked = ui->default_typing;
}

/* The program put the focus here: what Tab would do besides is done now that the node is there. */
static void settle_focus(struct ui *ui) {
    const struct node *n = ui->focus_asked ? picture_find(ui->p, ui->focus) : NULL;
    if (!n)
        return;
    ui->focus_asked = false;
    if (n->digits && strcmp(ui->digits, n->digits) != 0) {
        utf8_copy(ui->digits, UI_KEY_MAX, n->digits);
        ui->again = true;
    }
    if (n->role == ROLE_FIELD && !*ui->editing) {
        utf8_copy(ui->editing, UI_KEY_MAX, ui->focus);
        ui->edit_fresh = ui->again = true;
        ui->hit = 0;
    }
}

static void find_digits(struct ui *ui) {
    if (ui->digits_seen || (!ui->first_digits && !*ui->digits))
        return;
    utf8_copy(ui->digits, UI_KEY_MAX, ui->first_digits);
    ui->again = true;
}

/* The footer is laid out before the body, which takes what is left, and comes last. */
static void move_footer_last(struct ui *ui) {
    struct picture *p = ui->p;
    int count = ui->foot_to - ui->foot_from;
    struct node *foot = arena_alloc(&p->arena, (size_t)count, sizeof *foot);
    memcpy(foot, p->nodes + ui->foot_from, (size_t)count * sizeof *foot);
    memmove(p->nodes + ui->foot_from, p->nodes + ui->foot_to, (size_t)(p->node_count - ui->foot_to) * sizeof *foot);
    memcpy(p->nodes + p->node_count - count, foot, (size_t)count * sizeof *foot);
}

const struct picture *ui_end(struct ui *ui) {
    assert(!ui->region);
    if (ui->foot_to > ui->foot_from)
        move_footer_last(ui);
    if (ui->language->right_to_left)
        mirror(ui);
    if (*ui->editing && !ui->typing)
        ui->editing[0] = '\0';
    find_focus(ui);
    settle_focus(ui);
    find_digits(ui);
    ui->again = ui->again || ui->fresh;
    ui->fresh = false;
    if (!ui->again)
        ui->focus_moved = false;
    return ui->p;
}

const struct picture *ui_picture(const struct ui *ui) {
    return &ui->pictures[ui->current];
}

void ui_new_screen(struct ui *ui) {
    ui->focus[0] = ui->digits[0] = ui->held[0] = ui->editing[0] = ui->scroll_key[0] = '\0';
    ui->scroll_count = 0;
    ui->paper = (struct paper){ 0 };
    ui->fresh = true;
    ui->hit = 0;
    ui->dragging = false;
}

void ui_forget(struct ui *ui) {
    ui_new_screen(ui);
    edit_end(&ui->edit);
    memset(ui->clip, 0, sizeof ui->clip);
    for (int i = 0; i < 2; i++) {
        arena_free(&ui->pictures[i].arena);
        ui->pictures[i] = (struct picture){ 0 };
    }
    texts_forget(&ui->texts);
}

void ui_default_focus(struct ui *ui, const char *key) {
    if (!ui->default_focus)
        ui->default_focus = key;
}

void ui_default_field(struct ui *ui, const char *key) {
    ui->default_typing |= !ui->default_focus;
    ui_default_focus(ui, key);
}

/* ---- keys, sentences, nodes */

const char *ui_key(struct ui *ui, const char *format, ...) {
    va_list args;
    va_start(args, format);
    const char *key = arena_vprintf(&ui->p->arena, format, args);
    va_end(args);
    return key;
}

const char *ui_fill(struct ui *ui, const char *sentence, const struct fill *fills, int count) {
    struct buffer b = { .arena = &ui->p->arena };
    tr_fill(&b, ui->language, sentence, fills, count);
    return buffer_text(&b);
}

struct node *ui_node(struct ui *ui, enum role role, const char *key, const char *label, struct rect box) {
    struct picture *p = ui->p;
    p->nodes = arena_grow(&p->arena, p->nodes, p->node_count, &p->node_capacity, sizeof *p->nodes);
    struct node *n = &p->nodes[p->node_count++];
    *n = (struct node){ .key = key, .role = role, .label = label, .box = box, .block = ui->region ? ui->region->block_count - 1 : -1 };
    if (!strcmp(key, ui->focus)) {
        n->state |= NODE_FOCUSED;
        ui->focus_seen = true;
    }
    return n;
}

bool ui_pressed(const struct ui *ui, const char *key) {
    return !strcmp(key, ui->pressed);
}

bool ui_is_held(const struct ui *ui, const char *key) {
    return *ui->held && !strcmp(key, ui->held);
}

bool ui_is_hovered(const struct ui *ui, const char *key) {
    return *ui->hover && !strcmp(key, ui->hover);
}

bool ui_has_ring(const struct ui *ui, const char *key) {
    return ui->ring && !strcmp(key, ui->focus);
}

bool ui_has_digits(struct ui *ui, const char *digits) {
    if (!ui->first_digits)
        ui->first_digits = digits;
    bool has = !strcmp(digits, ui->digits);
    ui->digits_seen |= has;
    return has && !*ui->editing;
}

bool ui_shows_caps(const struct ui *ui) {
    return ui->caps == CAPS_ALWAYS || (ui->caps == CAPS_WHEN_KEYS && ui->keyboard_used);
}

/* ---- measuring */

/* Scripts with tall marks need more room between the lines (tokens, lineFactorTallScripts). */
static float line_factor(const struct language *l) {
    static const char *const tall[] = { "ar", "fa", "prs", "ps", "ur", "ckb", "am", "ti", "hi", "ne", "bn", "th", "my", "km" };
    size_t size = strcspn(l->code, "_@-");
    for (size_t i = 0; i < sizeof tall / sizeof *tall; i++)
        if (strlen(tall[i]) == size && !strncmp(tall[i], l->code, size))
            return 1.15f;
    return 1;
}

/* Whole pixels of the screen, so that lines stand evenly. */
static struct text_style style_of(const struct ui *ui, enum type type) {
    const struct type_style *s = &type_styles[type];
    float zoom = ui->text * ui->scale;
    return (struct text_style){
        .size = roundf((float)s->size * zoom),
        .line = roundf((float)s->line * zoom * line_factor(ui->language)),
        .bold = s->bold,
    };
}

float ui_lines(const struct ui *ui, enum type type, int count) {
    return style_of(ui, type).line * (float)count / ui->scale;
}

const struct paragraph *ui_paragraph(struct ui *ui, enum type type, const char *text, float width, int bold_to) {
    struct paragraph_options o = {
        .style = style_of(ui, type),
        .width = floorf(width * ui->scale),
        .right_to_left = ui->language->right_to_left,
        .language = ui->language->tag,
        .bold_to = bold_to,
    };
    if (width > 0 && o.width < 1)
        o.width = 1;
    return texts_get(&ui->texts, ui->fonts, text, &o);
}

float ui_paragraph_width(const struct ui *ui, const struct paragraph *p) {
    return ceilf(p->width / ui->scale + 0.5f);
}

float ui_paragraph_height(const struct ui *ui, const struct paragraph *p) {
    return p->height / ui->scale;
}

float ui_text_width(struct ui *ui, enum type type, const char *text) {
    return ui_paragraph_width(ui, ui_paragraph(ui, type, text, 0, 0));
}

float ui_control(const struct ui *ui, float least, int lines) {
    float needed = ui_lines(ui, TYPE_LABEL, lines) + 2 * SPACE_2;
    return needed > least ? needed : least;
}

float ui_icon_size(const struct ui *ui) {
    float size = 24 * ui->text;
    return size > 36 ? 36 : size;
}

/* ---- drawing */

static struct draw *add_draw(struct ui *ui, enum draw_kind kind, struct rect box) {
    struct picture *p = ui->p;
    p->draws = arena_grow(&p->arena, p->draws, p->draw_count, &p->draw_capacity, sizeof *p->draws);
    struct draw *d = &p->draws[p->draw_count++];
    *d = (struct draw){ .kind = kind, .box = box, .corners = CORNERS, .block = ui->region ? ui->region->block_count - 1 : -1 };
    return d;
}

struct draw *ui_last_draw(struct ui *ui) {
    return &ui->p->draws[ui->p->draw_count - 1];
}

void ui_draw_page(struct ui *ui, struct rect box, const struct pages *pages, int page, struct rect clip) {
    struct draw *d = add_draw(ui, DRAW_PAGE, box);
    d->pages = pages;
    d->page = page;
    d->clip = clip;
}

void ui_draw_box(struct ui *ui, struct rect box, int fill, int edge, float edge_width, float radius) {
    struct draw *d = add_draw(ui, DRAW_BOX, box);
    d->filled = fill >= 0;
    d->paint = d->filled ? (enum paint)fill : PAINT_PAGE;
    d->edge = edge >= 0 ? edge_width : 0;
    d->edge_paint = edge >= 0 ? (enum paint)edge : PAINT_PAGE;
    d->radius = radius;
}

void ui_draw_paragraph(struct ui *ui, float x, float y, enum paint paint, const struct paragraph *p, int from, int to, float width) {
    struct draw *d = add_draw(ui, DRAW_TEXT, (struct rect){ x, y, width, p->style.line * (float)(to - from) / ui->scale });
    d->text = p;
    d->from = from;
    d->to = to;
    d->paint = paint;
}

float ui_draw_text(struct ui *ui, enum type type, enum paint paint, struct rect box, const char *text) {
    const struct paragraph *p = ui_paragraph(ui, type, text, box.w, 0);
    ui_draw_paragraph(ui, box.x, box.y, paint, p, 0, p->line_count, box.w);
    return ui_paragraph_height(ui, p);
}

void ui_draw_icon(struct ui *ui, enum icon icon, float x, float y, float size, enum paint paint, enum paint behind) {
    struct draw *d = add_draw(ui, DRAW_ICON, (struct rect){ x, y, size, size });
    d->icon = icon;
    d->paint = paint;
    d->behind = behind;
}

void ui_draw_ring_round(struct ui *ui, struct rect box, bool inset) {
    float away = (float)(ui->lines.focus + ui->lines.focus_gap);
    struct rect ring = inset ? rect_inset(box, 3, 3) : rect_inset(box, -away, -away);
    ui_draw_box(ui, ring, -1, PAINT_FOCUS, (float)ui->lines.focus, inset ? 0 : RADIUS_CONTROL + away);
}

void ui_draw_ring(struct ui *ui, const char *key, struct rect box, bool inset) {
    if (ui_has_ring(ui, key))
        ui_draw_ring_round(ui, box, inset);
}

#define CAP_HEIGHT 28
#define CAP_PAD 7

float ui_cap_width(struct ui *ui, const char *label) {
    float height = CAP_HEIGHT * ui->text;
    if (!label || !ui_shows_caps(ui))
        return 0;
    float width = ui_text_width(ui, TYPE_META, label) + 2 * CAP_PAD;
    return width > height ? width : height;
}

float ui_draw_cap(struct ui *ui, float x, float middle, const char *label, enum paint fill, enum paint edge, enum paint text) {
    float width = ui_cap_width(ui, label), height = CAP_HEIGHT * ui->text;
    if (width <= 0)
        return 0;
    struct rect box = { x, roundf(middle - height / 2), width, height };
    ui_draw_box(ui, box, (int)fill, (int)edge, (float)ui->lines.edge, RADIUS_CAP);
    const struct paragraph *p = ui_paragraph(ui, TYPE_META, label, 0, 0);
    float word = ui_paragraph_width(ui, p);
    ui_draw_paragraph(ui, x + (width - word) / 2, middle - ui_paragraph_height(ui, p) / 2, text, p, 0, 1, word);
    return width;
}
