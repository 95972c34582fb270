#include "ui/widgets.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define FIELD_PAD 15
/* A field grows to so many lines, then its words scroll (patterns 4). */
#define LINES_MOST 4
#define CARET_MS 530
#define CARET_RESTS 10000

static bool is_edited(const struct ui *ui, const char *key) {
    return *ui->editing && !strcmp(ui->editing, key);
}

const char *ui_field_text(const struct ui *ui, const char *key, const char *value) {
    if ((is_edited(ui, key) && !ui->edit_fresh) || !strcmp(ui->left, key))
        return ui->edit.text;
    return value ? value : "";
}

static void start(struct ui *ui, const struct text_field *f) {
    if (!is_edited(ui, f->key) || !ui->edit_fresh)
        return;
    edit_begin(&ui->edit, f->value, f->limit, f->lines > 1);
    ui->edit_fresh = false;
}

/* How the words of a field stand. */
struct shown {
    const struct paragraph *words, *label;
    float x, room, line; /* of the words in the box */
    float label_height;  /* above the box */
    float end, cap;
    int first, lines; /* those that show */
};

static struct shown measure(struct ui *ui, const struct text_field *f) {
    struct shown s = { .cap = is_edited(ui, f->key) ? 0 : ui_cap_width(ui, f->cap), .line = ui_lines(ui, TYPE_BODY, 1) };
    float w = ui->region->w, label = f->inside ? ui_text_width(ui, TYPE_BUTTON, f->label) + 12 : 0;
    s.end = f->end ? ui_text_width(ui, TYPE_LABEL, f->end) + 12 : 0;
    if (label > w * 0.4f) {
        label = 0;
        s.label = ui_paragraph(ui, TYPE_BUTTON, f->label, w, 0);
    }
    if (!f->inside)
        s.label = ui_paragraph(ui, TYPE_BUTTON, f->label, w, 0);
    s.label_height = s.label ? ui_paragraph_height(ui, s.label) + SPACE_1 : 0;
    s.x = FIELD_PAD + label;
    s.room = fmaxf(w - s.x - FIELD_PAD - (s.cap > 0 ? s.cap + 12 : 0) - s.end, 24);
    s.words = ui_paragraph(ui, TYPE_BODY, ui_field_text(ui, f->key, f->value), s.room, 0);
    s.lines = s.words->line_count < f->lines ? f->lines : s.words->line_count;
    s.lines = s.lines > LINES_MOST ? LINES_MOST : s.lines;
    return s;
}

/* The lines that show are those round the caret. */
static void scroll_to_caret(struct ui *ui, const struct text_field *f, struct shown *s) {
    int line = is_edited(ui, f->key) ? paragraph_caret(s->words, ui->edit.caret).line : 0;
    if (line >= s->lines)
        s->first = line - s->lines + 1;
}

static void draw_selection(struct ui *ui, const struct shown *s, struct rect words) {
    const struct edit *e = &ui->edit;
    int from = e->caret < e->anchor ? e->caret : e->anchor, to = e->caret < e->anchor ? e->anchor : e->caret;
    struct text_span spans[16];
    for (int l = s->first; from < to && l < s->words->line_count && l < s->first + s->lines; l++) {
        int count = paragraph_selection(s->words, l, from, to, spans, 16);
        for (int i = 0; i < count; i++)
            ui_draw_box(ui,
                        (struct rect){ words.x + spans[i].from / ui->scale, words.y + s->line * (float)(l - s->first),
                                       (spans[i].to - spans[i].from) / ui->scale, s->line },
                        PAINT_SELECTED, -1, 0, 0);
    }
}

/* On for a while, off for a while, and at rest when nobody types. */
static bool caret_shows(const struct ui *ui) {
    long long since = ui->milliseconds - ui->last_key;
    return since > CARET_RESTS || since / CARET_MS % 2 == 0;
}

/* Laid out from left to right, then mirrored with the rest: where the language runs from right
 * to left the offsets in the paragraph are turned first. */
static float to_flow(const struct ui *ui, const struct shown *s, float x, float width) {
    return ui->language->right_to_left ? s->room - x - width : x;
}

static void draw_caret(struct ui *ui, const struct shown *s, struct rect words) {
    struct caret c = paragraph_caret(s->words, ui->edit.caret);
    float x = words.x + to_flow(ui, s, c.x / ui->scale, 2);
    ui->caret = (struct rect){ x, words.y + s->line * (float)(c.line - s->first) + 2, 2, s->line - 4 };
    if (caret_shows(ui))
        ui_draw_box(ui, ui->caret, PAINT_TEXT, -1, 0, 0);
}

static void show_edit(struct ui *ui, const struct text_field *f, const struct shown *s, struct rect words) {
    ui->typing = true;
    ui->shown.text = s->words;
    ui->shown.box = words;
    ui->shown.first_line = s->first;
    ui->shown.hits = f->hits;
    ui->shown.live = f->live;
    snprintf(ui->shown.enter, UI_KEY_MAX, "%s", f->enter ? f->enter : "");
    draw_selection(ui, s, words);
}

static void draw_below(struct ui *ui, const struct text_field *f) {
    bool full = is_edited(ui, f->key) && ui->edit.too_long;
    const char *problem = full ? tr(ui->language, "That is too long for this field. What did not fit was left out.") : f->problem;
    if (problem)
        ui_words(ui, ui_key(ui, "%s/problem", f->key), TYPE_BODY, PAINT_ATTENTION, problem, 0);
    else if (f->hint)
        ui_words(ui, ui_key(ui, "%s/hint", f->key), TYPE_BODY, PAINT_QUIET, f->hint, 0);
}

static bool changed(const struct ui *ui, const struct text_field *f) {
    return !strcmp(ui->left, f->key) && strcmp(ui->edit.text, f->value ? f->value : "") != 0;
}

bool ui_field(struct ui *ui, const struct text_field *f, const char **text) {
    start(ui, f);
    struct shown s = measure(ui, f);
    bool edited = is_edited(ui, f->key), attention = f->problem || (edited && ui->edit.too_long);
    scroll_to_caret(ui, f, &s);
    ui_join(ui);
    if (s.label) {
        struct rect above = ui_place(ui, s.label_height);
        ui_draw_paragraph(ui, above.x, above.y, PAINT_TEXT, s.label, 0, s.label->line_count, above.w);
    }
    float inner = s.line * (float)s.lines;
    struct rect box = ui_place(ui, fmaxf(f->inside ? 48 : 56, inner + 20));
    struct rect words = { box.x + s.x, box.y + (box.h - inner) / 2, s.room, inner };
    struct node *n = ui_node(ui, ROLE_FIELD, f->key, f->label, box);
    n->description = arena_string(&ui->p->arena, ui_field_text(ui, f->key, f->value));
    n->shortcuts[0] = f->shortcut;
    ui_draw_box(ui, box, ui_is_hovered(ui, f->key) && !edited ? PAINT_HOVER : PAINT_SURFACE, attention ? PAINT_ATTENTION : PAINT_EDGE,
                (float)(attention ? ui->lines.attention : ui->lines.edge), RADIUS_CONTROL);
    if (f->inside && !s.label)
        ui_draw_text(ui, TYPE_BUTTON, PAINT_TEXT,
                     (struct rect){ box.x + FIELD_PAD, box.y + (box.h - ui_lines(ui, TYPE_BUTTON, 1)) / 2, s.x - FIELD_PAD, 0 }, f->label);
    if (edited)
        show_edit(ui, f, &s, words);
    int last = s.first + s.lines < s.words->line_count ? s.first + s.lines : s.words->line_count;
    ui_draw_paragraph(ui, words.x, words.y, PAINT_TEXT, s.words, s.first, last, s.room);
    if (edited)
        draw_caret(ui, &s, words);
    if (s.end > 0)
        ui_draw_text(
            ui, TYPE_LABEL, PAINT_QUIET,
            (struct rect){ box.x + box.w - FIELD_PAD - s.end + 12, box.y + (box.h - ui_lines(ui, TYPE_LABEL, 1)) / 2, s.end - 12, 0 },
            f->end);
    if (s.cap > 0)
        ui_draw_cap(ui, box.x + box.w - FIELD_PAD - s.cap, box.y + box.h / 2, f->cap, PAINT_SURFACE, PAINT_EDGE, PAINT_TEXT);
    if (edited || ui_has_ring(ui, f->key))
        ui_draw_ring_round(ui, box, false);
    ui_join_end(ui);
    draw_below(ui, f);
    *text = ui->edit.text;
    return changed(ui, f);
}

bool ui_list_field(struct ui *ui, const char *key, const char *label, const char *value, const char *cap, struct shortcut shortcut) {
    float size = ui_icon_size(ui), cap_width = ui_cap_width(ui, cap), room;
    ui_join(ui);
    ui_label(ui, label, NULL);
    room = ui->region->w - 2 * FIELD_PAD - size - 12 - (cap_width > 0 ? cap_width + 12 : 0);
    const struct paragraph *p = ui_paragraph(ui, TYPE_LABEL, value, room, 0);
    struct rect box = ui_place(ui, ui_control(ui, 56, p->line_count));
    float middle = box.y + box.h / 2;
    struct node *n = ui_node(ui, ROLE_LIST, key, label, box);
    n->description = value;
    n->shortcuts[0] = shortcut;
    ui_draw_box(ui, box,
                ui_is_held(ui, key)      ? PAINT_PRESSED
                : ui_is_hovered(ui, key) ? PAINT_HOVER
                                         : PAINT_SURFACE,
                PAINT_EDGE, (float)ui->lines.edge, RADIUS_CONTROL);
    ui_draw_paragraph(ui, box.x + FIELD_PAD, middle - ui_paragraph_height(ui, p) / 2, PAINT_TEXT, p, 0, p->line_count, room);
    ui_draw_icon(ui, ICON_OPEN, box.x + box.w - FIELD_PAD - size, middle - size / 2, size, PAINT_TEXT, PAINT_SURFACE);
    if (cap_width > 0)
        ui_draw_cap(ui, box.x + box.w - FIELD_PAD - size - 12 - cap_width, middle, cap, PAINT_SURFACE, PAINT_EDGE, PAINT_TEXT);
    ui_draw_ring(ui, key, box, false);
    ui_join_end(ui);
    return ui_pressed(ui, key);
}
