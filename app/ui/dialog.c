#include "ui/widgets.h"

#include <math.h>

enum dialog_pressed ui_dialog(struct ui *ui, const struct dialog *d) {
    float w = fminf(612 * ui->text, ui->width - 2 * SPACE_3), pad = SPACE_4, inner = w - 2 * pad;
    struct button other = {
        .key = ui_key(ui, "%s/other", d->key), .label = d->other, .kind = BUTTON_SECONDARY, .cap = "2", .shortcut = { '2', false }
    };
    struct button safe = { .key = ui_key(ui, "%s/safe", d->key),
                           .label = d->safe,
                           .kind = BUTTON_PRIMARY,
                           .cap = trc(ui->language, "key", "Enter"),
                           .shortcut = { KEY_ENTER, false } };
    const struct paragraph *title = ui_paragraph(ui, TYPE_HEADING, d->title, inner, 0),
                           *text = ui_paragraph(ui, TYPE_BODY, d->text, inner, 0);
    float safe_w = fminf(ui_button_width(ui, &safe), inner), other_w = fminf(ui_button_width(ui, &other), inner),
          control = ui_control(ui, 56, 1);
    bool beside = safe_w + other_w + SPACE_3 <= inner;
    float words = ui_paragraph_height(ui, title) + SPACE_1 + ui_paragraph_height(ui, text);
    float height = 2 * pad + words + SPACE_4 + (beside ? control : 2 * control + SPACE_2);
    struct rect box = { floorf((ui->width - w) / 2), floorf(fmaxf((ui->height - height) / 2, 0)), w, height };
    ui_draw_box(ui, (struct rect){ 0, 0, ui->width, ui->height }, PAINT_PRESSED, -1, 0, 0);
    ui_draw_box(ui, box, PAINT_SURFACE, PAINT_EDGE, (float)ui->lines.dialog, RADIUS_CONTROL);
    ui_node(ui, ROLE_HEADING, d->key, d->title, box);
    ui_node(ui, ROLE_TEXT, ui_key(ui, "%s/text", d->key), d->text, box);
    ui_draw_paragraph(ui, box.x + pad, box.y + pad, PAINT_TEXT, title, 0, title->line_count, inner);
    ui_draw_paragraph(ui, box.x + pad, box.y + pad + ui_paragraph_height(ui, title) + SPACE_1, PAINT_TEXT, text, 0, text->line_count,
                      inner);
    float y = box.y + box.h - pad - control, x = box.x + box.w - pad - safe_w;
    ui_default_focus(ui, safe.key);
    bool other_pressed = ui_button_in(ui,
                                      (struct rect){ beside ? x - SPACE_3 - other_w : box.x + box.w - pad - other_w,
                                                     beside ? y : y - control - SPACE_2, other_w, control },
                                      &other);
    bool safe_pressed = ui_button_in(ui, (struct rect){ x, y, safe_w, control }, &safe);
    struct node *escape = ui_node(ui, ROLE_SHORTCUT, ui_key(ui, "%s/escape", d->key), d->safe, (struct rect){ 0, 0, 0, 0 });
    escape->shortcuts[0].key = KEY_ESCAPE;
    safe_pressed |= ui_pressed(ui, escape->key);
    return other_pressed ? DIALOG_OTHER : safe_pressed ? DIALOG_SAFE : DIALOG_NOTHING;
}
