/* Words: titles, headings, paragraphs, lines to say, notices. */
#include "ui/widgets.h"

#include <math.h>
#include <string.h>

/* A node for words, so that they are read aloud and can be seen by tests. */
static void text_node(struct ui *ui, enum role role, const char *key, const char *text, struct rect box) {
    ui_node(ui, role, key ? key : ui_key(ui, "text/%d", ui->p->node_count), text, box);
}

/* Wrapped words in a box; returns nothing: the caller measured. */
static void draw_in(struct ui *ui, struct rect box, enum paint paint, const struct paragraph *p) {
    ui_draw_paragraph(ui, box.x, box.y, paint, p, 0, p->line_count, box.w);
}

/* Bold words, a blank, and the rest, as one paragraph; where the bold ends. */
static const char *join_words(struct ui *ui, const char *bold, const char *text, int *bold_to) {
    *bold_to = bold ? (int)strlen(bold) : 0;
    if (!bold)
        return text ? text : "";
    return text && *text ? ui_key(ui, "%s %s", bold, text) : bold;
}

/* Of a text that takes much of the window each line may show by itself. */
static bool is_long(const struct ui *ui, float height) {
    return height > ui->region->box.h * 0.3f;
}

static void place_paragraph(struct ui *ui, const char *key, enum paint paint, const struct paragraph *p, float indent, enum icon icon) {
    float line = ui_paragraph_height(ui, p) / (float)p->line_count, size = ui_icon_size(ui);
    bool single = is_long(ui, ui_paragraph_height(ui, p));
    for (int from = 0; from < p->line_count;) {
        int to = single ? from + 1 : p->line_count;
        struct rect box = ui_place(ui, line * (float)(to - from));
        if (from == 0) {
            text_node(ui, ROLE_TEXT, key, p->text, box);
            if (icon)
                ui_draw_icon(ui, icon, box.x, box.y + (line - size) / 2, size, paint == PAINT_QUIET ? PAINT_QUIET : PAINT_TEXT,
                             PAINT_SURFACE);
        }
        ui_draw_paragraph(ui, box.x + indent, box.y, paint, p, from, to, box.w - indent);
        from = to;
    }
}

/* ---- titles */

static float title_with(struct ui *ui, const char *title, enum icon icon, const char *beside, int bold_to) {
    float w = ui->region->w, icon_width = icon ? ui_icon_size(ui) + SPACE_2 : 0;
    const struct paragraph *t = ui_paragraph(ui, TYPE_TITLE, title, w, 0);
    float title_width = ui_paragraph_width(ui, t), height = ui_paragraph_height(ui, t);
    float room = w - title_width - SPACE_4 - icon_width;
    const struct paragraph *line = beside ? ui_paragraph(ui, TYPE_LEAD, beside, 0, bold_to) : NULL;
    bool one_line = line && t->line_count == 1 && ui_paragraph_width(ui, line) <= room;
    if (line && !one_line)
        line = ui_paragraph(ui, TYPE_LEAD, beside, w - icon_width, bold_to);
    struct rect box = ui_place(ui, height);
    text_node(ui, ROLE_HEADING, "title", title, box);
    draw_in(ui, (struct rect){ box.x, box.y, w, height }, PAINT_TEXT, t);
    if (!line)
        return height;
    enum paint paint = icon ? PAINT_TEXT : PAINT_QUIET;
    if (!one_line) {
        place_paragraph(ui, "title/beside", paint, line, icon_width, icon);
        return height;
    }
    float x = box.x + title_width + SPACE_3 + SPACE_2, y = box.y + height - ui_paragraph_height(ui, line) - 2 * ui->text;
    text_node(ui, ROLE_TEXT, "title/beside", beside, box);
    if (icon)
        ui_draw_icon(ui, icon, x, y + (ui_lines(ui, TYPE_LEAD, 1) - ui_icon_size(ui)) / 2, ui_icon_size(ui), PAINT_TEXT, PAINT_PAGE);
    draw_in(ui, (struct rect){ x + icon_width, y, ui_paragraph_width(ui, line), 0 }, paint, line);
    return height;
}

void ui_title(struct ui *ui, const char *title, const char *beside) {
    title_with(ui, title, ICON_NONE, beside, 0);
    ui_gap(ui, SPACE_3);
}

void ui_title_until(struct ui *ui, const char *title, const char *bold, const char *rest) {
    int bold_to;
    const char *text = join_words(ui, bold, rest, &bold_to);
    title_with(ui, title, ICON_TIME, text, bold_to);
    ui_gap(ui, SPACE_3);
}

static void heading_in_pieces(struct ui *ui, const char *key, const struct paragraph *p) {
    for (int i = 0; i < p->line_count; i++) {
        struct rect box = ui_place(ui, ui_paragraph_height(ui, p) / (float)p->line_count);
        if (i == 0)
            text_node(ui, ROLE_HEADING, key, p->text, box);
        ui_draw_paragraph(ui, box.x, box.y, PAINT_TEXT, p, i, i + 1, box.w);
    }
    ui_gap(ui, SPACE_2);
}

void ui_heading(struct ui *ui, const char *key, const char *text, const char *end) {
    float end_width = end ? ui_text_width(ui, TYPE_BODY, end) + SPACE_3 : 0;
    if (end_width > ui->region->w / 2)
        end_width = 0;
    const struct paragraph *p = ui_paragraph(ui, TYPE_HEADING, text, ui->region->w - end_width, 0);
    ui_more_title(ui, text);
    if (is_long(ui, ui_paragraph_height(ui, p))) {
        heading_in_pieces(ui, key, p);
        return;
    }
    struct rect box = ui_place(ui, ui_paragraph_height(ui, p));
    text_node(ui, ROLE_HEADING, key, text, box);
    draw_in(ui, (struct rect){ box.x, box.y, box.w - end_width, box.h }, PAINT_TEXT, p);
    if (end_width > 0) {
        float width = end_width - SPACE_3;
        ui_draw_text(ui, TYPE_BODY, PAINT_QUIET, (struct rect){ box.x + box.w - width, box.y, width, box.h }, end);
    }
    ui_leads(ui);
    ui_gap(ui, SPACE_2);
}

void ui_label(struct ui *ui, const char *text, const char *beside) {
    const struct paragraph *p = ui_paragraph(ui, TYPE_BUTTON, text, ui->region->w, 0);
    float height = ui_paragraph_height(ui, p), width = ui_paragraph_width(ui, p) + SPACE_3;
    const struct paragraph *b = beside ? ui_paragraph(ui, TYPE_LABEL, beside, 0, 0) : NULL;
    bool one_line = b && p->line_count == 1 && width + ui_paragraph_width(ui, b) <= ui->region->w;
    if (b && !one_line)
        b = ui_paragraph(ui, TYPE_LABEL, beside, ui->region->w, 0);
    ui_more_title(ui, text);
    struct rect box = ui_place(ui, height + (b && !one_line ? ui_paragraph_height(ui, b) : 0));
    text_node(ui, ROLE_TEXT, NULL, text, box);
    draw_in(ui, box, PAINT_TEXT, p);
    if (b) {
        float x = one_line ? box.x + width - SPACE_1 : box.x;
        text_node(ui, ROLE_TEXT, NULL, beside, box);
        draw_in(ui, (struct rect){ x, one_line ? box.y : box.y + height, one_line ? ui_paragraph_width(ui, b) : box.w, 0 }, PAINT_QUIET, b);
    }
    ui_leads(ui);
    ui_gap(ui, SPACE_2);
}

/* ---- paragraphs */

void ui_words(struct ui *ui, const char *key, enum type type, enum paint paint, const char *text, int bold_to) {
    place_paragraph(ui, key, paint, ui_paragraph(ui, type, text, ui->region->w, bold_to), 0, ICON_NONE);
}

void ui_icon_words(struct ui *ui, const char *key, enum icon icon, enum paint paint, const char *bold, const char *text) {
    int bold_to;
    float indent = ui_icon_size(ui) + 12;
    const char *words = join_words(ui, bold, text, &bold_to);
    place_paragraph(ui, key, paint, ui_paragraph(ui, TYPE_BODY, words, ui->region->w - indent, bold_to), indent, icon);
}

void ui_rule(struct ui *ui) {
    struct rect box = ui_place(ui, (float)ui->lines.hair);
    ui_draw_box(ui, box, PAINT_HAIRLINE, -1, 0, 0);
}

/* ---- what to say and to do */

#define SAY_BAR 4
#define SAY_INDENT (SAY_BAR + SPACE_3)

static void draw_say_bar(struct ui *ui, struct rect box) {
    ui_draw_box(ui, (struct rect){ box.x, box.y, SAY_BAR, box.h }, PAINT_ACCENT, -1, 0, 0);
}

/* One line to say; where it takes much of the window its lines show one by one. */
static void say_line(struct ui *ui, const char *key, const char *text, bool last, bool pieces) {
    const struct paragraph *p = ui_paragraph(ui, TYPE_LEAD, text, ui->region->w - SAY_INDENT, 0);
    float line = ui_paragraph_height(ui, p) / (float)p->line_count;
    for (int from = 0; from < p->line_count;) {
        int to = pieces ? from + 1 : p->line_count;
        struct rect box = ui_place(ui, line * (float)(to - from) + (to < p->line_count ? 0 : last ? 2 : SPACE_2));
        if (from == 0)
            text_node(ui, ROLE_TEXT, key, text, box);
        draw_say_bar(ui, box);
        ui_draw_paragraph(ui, box.x + SAY_INDENT, box.y, PAINT_TEXT, p, from, to, box.w - SAY_INDENT);
        from = to;
    }
}

static float say_height(struct ui *ui, const char *const *lines, int count) {
    float height = 0;
    for (int i = 0; i < count; i++)
        height += ui_paragraph_height(ui, ui_paragraph(ui, TYPE_LEAD, lines[i], ui->region->w - SAY_INDENT, 0));
    return height;
}

void ui_say(struct ui *ui, const char *key, const char *label, const char *const *lines, int count) {
    bool pieces = is_long(ui, say_height(ui, lines, count));
    if (!pieces)
        ui_join(ui);
    struct rect head = ui_place(ui, ui_lines(ui, TYPE_BUTTON, 1) + 2);
    text_node(ui, ROLE_TEXT, NULL, label, head);
    draw_say_bar(ui, head);
    ui_draw_text(ui, TYPE_BUTTON, PAINT_TEXT, (struct rect){ head.x + SAY_INDENT, head.y, head.w - SAY_INDENT, 0 }, label);
    if (pieces)
        ui_leads(ui);
    for (int i = 0; i < count; i++)
        say_line(ui, i == 0 ? key : ui_key(ui, "%s/%d", key, i + 1), lines[i], i + 1 == count, pieces);
    ui_join_end(ui);
}

/* A number in a circle. */
static void draw_number(struct ui *ui, float x, float y, float size, int number) {
    const char *digits = ui_key(ui, "%d", number);
    const struct paragraph *p = ui_paragraph(ui, TYPE_BUTTON, digits, 0, 0);
    float w = ui_paragraph_width(ui, p);
    ui_draw_box(ui, (struct rect){ x, y, size, size }, -1, PAINT_ACCENT, 2, size / 2);
    ui_draw_paragraph(ui, x + (size - w) / 2, y + (size - ui_paragraph_height(ui, p)) / 2, PAINT_ACCENT, p, 0, 1, w);
}

#define NUMBER_PAD 12

/* A numbered line that takes much of the window: its lines show one by one. */
static void numbered_in_pieces(struct ui *ui, const char *key, int number, const struct paragraph *p, float circle, float indent) {
    float line = ui_paragraph_height(ui, p) / (float)p->line_count;
    ui_gap(ui, NUMBER_PAD);
    for (int i = 0; i < p->line_count; i++) {
        struct rect box = ui_place(ui, i == 0 && line < circle ? circle : line);
        if (i == 0) {
            text_node(ui, ROLE_TEXT, key, p->text, box);
            draw_number(ui, box.x, box.y, circle, number);
        }
        ui_draw_paragraph(ui, box.x + indent, box.y, PAINT_TEXT, p, i, i + 1, box.w - indent);
    }
    ui_gap(ui, NUMBER_PAD);
}

void ui_numbered(struct ui *ui, const char *key, int number, enum type type, const char *text) {
    float circle = 32 * ui->text, indent = circle + SPACE_3;
    const struct paragraph *p = ui_paragraph(ui, type, text, ui->region->w - indent, 0);
    float height = ui_paragraph_height(ui, p);
    if (is_long(ui, height)) {
        numbered_in_pieces(ui, key, number, p, circle, indent);
        return;
    }
    struct rect box = ui_place(ui, fmaxf(height, circle) + 2 * NUMBER_PAD);
    text_node(ui, ROLE_TEXT, key, text, box);
    if (number > 1)
        ui_draw_box(ui, (struct rect){ box.x, box.y, box.w, (float)ui->lines.hair }, PAINT_HAIRLINE, -1, 0, 0);
    draw_number(ui, box.x, p->line_count == 1 ? box.y + (box.h - circle) / 2 : box.y + NUMBER_PAD, circle, number);
    draw_in(ui, (struct rect){ box.x + indent, box.y + (box.h - height) / 2, box.w - indent, 0 }, PAINT_TEXT, p);
}

static float note_height(struct ui *ui, const struct note_column *c, float w, float indent) {
    float heading = ui_paragraph_height(ui, ui_paragraph(ui, TYPE_BUTTON, c->heading, w - indent, 0));
    return heading + ui_paragraph_height(ui, ui_paragraph(ui, TYPE_BODY, c->text, w, 0));
}

static void draw_note(struct ui *ui, const char *key, const struct note_column *c, struct rect box, float indent) {
    float size = ui_icon_size(ui);
    const struct paragraph *heading = ui_paragraph(ui, TYPE_BUTTON, c->heading, box.w - indent, 0);
    float h = ui_paragraph_height(ui, heading);
    text_node(ui, ROLE_TEXT, NULL, c->heading, box);
    text_node(ui, ROLE_TEXT, key, c->text, box);
    ui_draw_icon(ui, c->icon, box.x, box.y + (ui_lines(ui, TYPE_BUTTON, 1) - size) / 2, size, PAINT_ACCENT, PAINT_SURFACE);
    draw_in(ui, (struct rect){ box.x + indent, box.y, box.w - indent, h }, PAINT_TEXT, heading);
    draw_in(ui, (struct rect){ box.x, box.y + h, box.w, 0 }, PAINT_TEXT, ui_paragraph(ui, TYPE_BODY, c->text, box.w, 0));
}

void ui_two_notes(struct ui *ui, const char *key, const struct note_column *columns, int count) {
    bool beside = count > 1 && ui->region->w / ui->text >= 640;
    float indent = ui_icon_size(ui) + SPACE_2, gap = SPACE_5;
    float w = beside ? floorf((ui->region->w - gap * (float)(count - 1)) / (float)count) : ui->region->w, height = 0;
    for (int i = 0; i < count; i++)
        height = fmaxf(height, note_height(ui, &columns[i], w, indent));
    if (beside) {
        struct rect box = ui_place(ui, height);
        for (int i = 0; i < count; i++)
            draw_note(ui, ui_key(ui, "%s/%d", key, i + 1), &columns[i], (struct rect){ box.x + (w + gap) * (float)i, box.y, w, height },
                      indent);
        return;
    }
    /* Under each other, heading and words apart, so that long words can show line by line. */
    for (int i = 0; i < count; i++) {
        ui_icon_words(ui, NULL, columns[i].icon, PAINT_TEXT, columns[i].heading, NULL);
        ui_words(ui, ui_key(ui, "%s/%d", key, i + 1), TYPE_BODY, PAINT_TEXT, columns[i].text, 0);
        if (i + 1 < count)
            ui_gap(ui, SPACE_3);
    }
}

/* ---- notices */

/* A box that would take much of the window: its words show line by line, without the edge. */
static bool attention_in_pieces(struct ui *ui, const char *key, enum icon icon, const char *bold, const char *text,
                                const struct button *b) {
    ui_icon_words(ui, key, icon, PAINT_ATTENTION, bold, text);
    if (!b->label)
        return false;
    ui_gap(ui, SPACE_2);
    return ui_button(ui, b);
}

bool ui_attention(struct ui *ui, const char *key, enum icon icon, const char *bold, const char *text, const char *button) {
    float size = ui_icon_size(ui), pad = SPACE_3, indent = size + 12;
    struct button b = { .key = ui_key(ui, "%s/button", key), .label = button, .kind = BUTTON_SECONDARY };
    float button_width = button ? ui_button_width(ui, &b) : 0, w = ui->region->w - 2 * pad - indent;
    bool beside = button && w - button_width - SPACE_3 > 220 * ui->text;
    float words = beside ? w - button_width - SPACE_3 : w;
    const struct paragraph *head = ui_paragraph(ui, TYPE_BUTTON, bold, words, 0), *body = ui_paragraph(ui, TYPE_BODY, text, words, 0);
    float head_height = ui_paragraph_height(ui, head) + 4, height = head_height + ui_paragraph_height(ui, body);
    float control = ui_control(ui, 48, 1), inner = beside && height < control ? control : height;
    float whole = inner + 2 * 12 + (button && !beside ? control + SPACE_3 : 0);
    if (whole > ui->region->box.h * 0.6f)
        return attention_in_pieces(ui, key, icon, bold, text, &b);
    struct rect box = ui_place(ui, whole);
    ui_draw_box(ui, box, PAINT_ATTENTION_BG, PAINT_ATTENTION, (float)ui->lines.attention, RADIUS_CONTROL);
    text_node(ui, ROLE_BAND, key, ui_key(ui, "%s %s", bold, text), box);
    float y = box.y + 12 + (inner - height) / 2;
    ui_draw_icon(ui, icon, box.x + pad, y + (ui_lines(ui, TYPE_BUTTON, 1) - size) / 2, size, PAINT_ATTENTION, PAINT_ATTENTION_BG);
    draw_in(ui, (struct rect){ box.x + pad + indent, y, words, head_height }, PAINT_TEXT, head);
    draw_in(ui, (struct rect){ box.x + pad + indent, y + head_height, words, 0 }, PAINT_TEXT, body);
    if (!button)
        return false;
    if (button_width > w + indent)
        button_width = w + indent;
    struct rect at = { box.x + box.w - pad - button_width, box.y + (box.h - control) / 2, button_width, control };
    if (!beside)
        at = (struct rect){ box.x + pad, box.y + box.h - 12 - control, button_width, control };
    return ui_button_in(ui, at, &b);
}

static const float band_pad = 8;
/* Of the height of the window. */
#define BAND_MOST 0.14f

void ui_band(struct ui *ui, const char *key, enum icon icon, const char *bold, const char *text, bool inverse) {
    int bold_to;
    float margin = ui->room >= ROOM_REGULAR ? SPACE_4 : SPACE_3, size = ui_icon_size(ui), indent = size + 12;
    const char *words = join_words(ui, bold, text, &bold_to);
    const struct paragraph *p = ui_paragraph(ui, TYPE_BODY, words, ui->width - 2 * margin - indent, bold_to);
    float height = ui_paragraph_height(ui, p) + 2 * band_pad;
    /* A band stays on every screen: where it would take the room to work, its first words do. */
    if (bold && height > ui->height * BAND_MOST) {
        p = ui_paragraph(ui, TYPE_BODY, bold, ui->width - 2 * margin - indent, bold_to);
        height = ui_paragraph_height(ui, p) + 2 * band_pad;
    }
    enum paint back = inverse ? PAINT_INVERSE : PAINT_SURFACE, front = inverse ? PAINT_ON_INVERSE : PAINT_TEXT;
    struct rect box = { 0, ui->top, ui->width, height };
    ui_draw_box(ui, box, (int)back, -1, 0, 0);
    if (!inverse)
        ui_draw_box(ui, (struct rect){ 0, ui->top + height - 1, ui->width, 1 }, PAINT_HAIRLINE, -1, 0, 0);
    text_node(ui, ROLE_BAND, key, words, box);
    ui_draw_icon(ui, icon, margin, ui->top + band_pad + (ui_lines(ui, TYPE_BODY, 1) - size) / 2, size, front, back);
    draw_in(ui, (struct rect){ margin + indent, ui->top + band_pad, ui->width - 2 * margin - indent, 0 }, front, p);
    ui->top += height;
}
