/* Help: a paragraph about the screen it lies over, and the keys of the keyboard. */
#include "screens/screen.h"
#include "screens/words.h"

#include <math.h>
#include <string.h>

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

/* ---- the paragraph */

static const struct help_text *find_text(const struct model *m) {
    const char *id = screens[m->view->under].id;
    for (int i = 0; i < m->pack->help.count; i++)
        if (!strcmp(m->pack->help.items[i].id, id))
            return &m->pack->help.items[i];
    return NULL;
}

static void text_part(struct ui *ui, const struct model *m) {
    const struct help_text *t = find_text(m);
    if (!t) {
        ui_title(ui, tr(m->language, "Help"), NULL);
        return;
    }
    ui_title(ui, content_text(m->language, "help text", t->id, "title", t->title), NULL);
    ui_panel(ui, SPACE_4);
    ui_words(ui, "help/text", TYPE_LEAD, PAINT_TEXT, content_text(m->language, "help text", t->id, "text", t->text), 0);
    ui_panel_end(ui);
}

/* ---- how to behave on the screen it lies over (fact base 14) */

static bool is_meant(const struct model *m, const struct conduct_rule *r) {
    return r->moment == (int)screens[m->view->under].step && model_is_meant(m, r->settings, r->who);
}

static void conduct_part(struct ui *ui, const struct model *m) {
    bool any = false;
    for (int i = 0; m->session && i < m->pack->conduct.count; i++) {
        const struct conduct_rule *r = &m->pack->conduct.items[i];
        const char *key = ui_key(ui, "help/conduct/%s", r->id);
        if (!is_meant(m, r))
            continue;
        if (!any) {
            ui_gap(ui, SPACE_4);
            ui_heading(ui, "help/conduct", tr(m->language, "What helps here"), NULL);
        }
        any = true;
        ui_icon_words(ui, key, ICON_CARE, PAINT_TEXT, NULL, content_text(m->language, "conduct rule", r->id, "text", r->text));
        const char *sources = source_keys(ui, m, &r->sources);
        if (*sources) {
            ui_leads(ui);
            ui_icon_words(ui, ui_key(ui, "%s/source", key), ICON_NONE, PAINT_QUIET, NULL, sources);
        }
        ui_gap(ui, SPACE_2);
    }
}

/* ---- the keys */

struct key_help {
    const char *cap, *does; /* marked for translation with the contexts "key" and "help" */
};

static const struct key_help keys_everywhere[] = {
    { NC_("key", "1 to 9"), NC_("help", "presses what shows that digit; once more takes the answer back") },
    { NC_("key", "Enter"), NC_("help", "goes on, or presses the button you are on") },
    { NC_("key", "Space"), NC_("help", "presses what you are on") },
    { NC_("key", "Tab"), NC_("help", "to the next thing; with Shift to the one before") },
    { NC_("key", "Arrows"), NC_("help", "move inside a group or a list, and never answer") },
    { NC_("key", "Page"), NC_("help", "Page up and Page down show one view more") },
    { NC_("key", "Esc"), NC_("help", "back, or out of a field") },
    { "F1", NC_("help", "help for this screen") },
    { "F2", NC_("help", "opens and closes more") },
    { "F4", NC_("help", "language of the screen") },
    { "F9", NC_("help", "hides everything at once; once more brings it back") },
    { "F11", NC_("help", "the whole screen, or a window") },
};

static const struct key_help keys_in_case[] = {
    { NC_("key", "Ctrl Z"), NC_("help", "takes the last answer back") },
    { NC_("key", "Ctrl Y"), NC_("help", "does it again") },
    { NC_("key", "Ctrl F"), NC_("help", "finds a sign by typing") },
    { "F5", NC_("help", "to the next step, at any moment") },
    { NC_("key", "Ctrl 1 to {count}"), NC_("help", "to one of the {count} steps") },
    { NC_("key", "7 8 9 0 \xE2\x88\x92"), NC_("help", "at a sign: how you know it") },
    { "+", NC_("help", "at a sign: own words; once more leaves them") },
    { "*", NC_("help", "the next group of signs") },
};

/* Those of the steps say how many steps there are. */
static const char *counted(struct ui *ui, const char *words) {
    return ui_fill(ui, words, (struct fill[]){ { "count", ui_key(ui, "%d", STEP_COUNT) } }, 1);
}

static const char *cap_words(struct ui *ui, const struct model *m, const struct key_help *k) {
    return counted(ui, trc(m->language, "key", k->cap));
}

/* The caps of a table are as wide as the widest. */
static float caps_width(struct ui *ui, const struct model *m, const struct key_help *keys, int count) {
    float width = 0;
    for (int i = 0; i < count; i++)
        width = fmaxf(width, ui_text_width(ui, TYPE_META, cap_words(ui, m, &keys[i])) + SPACE_3);
    return fminf(width, ui->region->w * 0.4f);
}

/* Shown whether a keyboard was used or not: here they are what one came to read. */
static void key_row(struct ui *ui, const struct model *m, const struct key_help *k, float caps) {
    const char *cap = cap_words(ui, m, k), *does = counted(ui, trc(m->language, "help", k->does));
    const struct paragraph *p = ui_paragraph(ui, TYPE_META, cap, 0, 0);
    float width = fminf(ui_paragraph_width(ui, p), caps - SPACE_3);
    if (width < ui_paragraph_width(ui, p))
        p = ui_paragraph(ui, TYPE_META, cap, width, 0);
    const struct paragraph *q = ui_paragraph(ui, TYPE_LABEL, does, ui->region->w - caps - SPACE_3, 0);
    float cap_height = fmaxf(28 * ui->text, ui_paragraph_height(ui, p) + SPACE_1), height = fmaxf(cap_height, ui_paragraph_height(ui, q));
    struct rect box = ui_place(ui, height + SPACE_2);
    float middle = box.y + box.h / 2;
    ui_node(ui, ROLE_TEXT, ui_key(ui, "help/key/%s", k->cap), words_pair(ui, cap, does), box);
    ui_draw_box(ui, (struct rect){ box.x, middle - cap_height / 2, fmaxf(width + SPACE_3, cap_height), cap_height }, PAINT_SURFACE,
                PAINT_EDGE, (float)ui->lines.edge, RADIUS_CAP);
    ui_draw_paragraph(ui, box.x + (fmaxf(width + SPACE_3, cap_height) - width) / 2, middle - ui_paragraph_height(ui, p) / 2, PAINT_TEXT, p,
                      0, p->line_count, width);
    ui_draw_paragraph(ui, box.x + caps + SPACE_3, middle - ui_paragraph_height(ui, q) / 2, PAINT_TEXT, q, 0, q->line_count,
                      box.w - caps - SPACE_3);
}

static void keys_part(struct ui *ui, const struct model *m, const char *key, const char *heading, const struct key_help *keys, int count) {
    ui_heading(ui, key, heading, NULL);
    ui_panel(ui, SPACE_3);
    float caps = caps_width(ui, m, keys, count);
    for (int i = 0; i < count; i++)
        key_row(ui, m, &keys[i], caps);
    ui_panel_end(ui);
}

struct action help_show(struct ui *ui, const struct model *m) {
    const struct language *l = m->language;
    struct action out = frame_top(ui, m, NULL);
    action_take(&out, frame_footer(ui, m,
                                   &(struct frame_footer){
                                       .next = m->session ? tr(l, "Back to the case") : tr(l, "Close the help"),
                                       .icon = ICON_TICK,
                                       .action = { .kind = ACTION_BACK },
                                   }));
    ui_columns(ui, "help", ui_body(ui), (struct column[]){ { 0.5f, false }, { 0.5f, false } }, 2);
    frame_problem(ui, m);
    text_part(ui, m);
    conduct_part(ui, m);
    ui_next_column(ui);
    keys_part(ui, m, "help/keys", tr(l, "Keys of the keyboard"), keys_everywhere, COUNT(keys_everywhere));
    if (m->session) {
        ui_gap(ui, SPACE_4);
        keys_part(ui, m, "help/keys-in-case", tr(l, "Keys in a case"), keys_in_case, COUNT(keys_in_case));
    }
    ui_columns_end(ui);
    return out;
}
