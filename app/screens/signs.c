/* Signs: the list is the map, the sheet is the work. */
#include "screens/change.h"
#include "screens/reasons.h"
#include "screens/sign_sheet.h"
#include "screens/words.h"

#include "core/fact.h"

#include <math.h>

#define SIDE_MOST 3 /* questions that could change the next step: more would be a list to finish */

/* ---- where the parts stand */

struct layout {
    struct rect list, sheet, side;
    bool has_list, has_side, panel; /* panel: the sheet is a surface of its own */
};

/* Under each other: the list as high as its rows, and at most so much of the body. */
static struct layout stacked(const struct ui *ui, struct rect body, int rows) {
    float row = ui_lines(ui, TYPE_LABEL, 1) + 13, most = body.h * 0.42f;
    float height = PANEL_HEADING + (float)(rows + 1) * (row < 60 ? 60 : row) + SPACE_3;
    struct layout l = { .list = body, .sheet = body, .has_list = true, .panel = true };
    l.list.h = height < most ? height : most;
    l.sheet.y += l.list.h + SPACE_4;
    l.sheet.h -= l.list.h + SPACE_4;
    return l;
}

static struct layout beside(const struct ui *ui, struct rect body) {
    bool wide = ui->room == ROOM_WIDE;
    float gap = SPACE_4, list = floorf(fminf(fmaxf(body.w * 0.33f, 360), 460)), side = wide ? 400 : 0;
    struct layout l = { .list = body, .sheet = body, .side = body, .has_list = true, .has_side = wide, .panel = true };
    l.list.w = list;
    l.sheet.x += list + gap;
    l.sheet.w -= list + gap + (wide ? side + gap : 0);
    l.side.x = l.sheet.x + l.sheet.w + gap;
    l.side.w = side;
    return l;
}

static struct layout find_layout(const struct ui *ui, int rows) {
    struct rect body = ui_body(ui);
    if (ui->room < ROOM_REGULAR)
        return (struct layout){ .sheet = body };
    return ui->portrait ? stacked(ui, body, rows) : beside(ui, body);
}

/* A region on a surface with a pad round it. */
static void begin_panel(struct ui *ui, const char *key, struct rect box) {
    ui_draw_box(ui, box, PAINT_SURFACE, PAINT_HAIRLINE, (float)ui->lines.hair, RADIUS_CONTROL);
    ui_region(ui, key, box);
    ui->region->pad = 20;
    ui->region->x += SPACE_4;
    ui->region->w -= 2 * SPACE_4;
    ui->region->y += ui->region->pad;
}

/* ---- the parts */

static struct action show_list(struct ui *ui, const struct model *m, struct rect box) {
    ui_region(ui, ui_key(ui, "signs/list/%d", m->view->list), box);
    struct action out = sign_list_show(ui, m);
    ui_region_end(ui);
    return out;
}

/* Each row has a region of its own, so that it opens at its top. */
static struct action show_sheet(struct ui *ui, const struct model *m, const struct sign_list *list, const struct layout *l) {
    int row = sign_list_row(m, list);
    const char *key = ui_key(ui, "signs/sheet/%d/%d", m->view->list, row);
    if (l->panel)
        begin_panel(ui, key, l->sheet);
    else
        ui_region(ui, key, l->sheet);
    frame_problem(ui, m);
    struct action out = sign_sheet_show(ui, m, list, row);
    ui_region_end(ui);
    return out;
}

static struct action show_noted(struct ui *ui, const struct model *m) {
    struct action out = { 0 };
    int count = 0;
    for (int i = 0; i < m->pack->indicators.count; i++) {
        if (session_sign(m->session, i) != STATE_NOTED)
            continue;
        if (count++ == 0) {
            ui_panel(ui, 0);
            ui_panel_heading(ui, "signs/noted", tr(m->language, "Noted so far"), NULL);
        }
        const char *known = sign_known_words(ui, m, i);
        struct row row = {
            .key = ui_key(ui, "signs/noted/%s", m->pack->indicators.items[i].id),
            .icon = ICON_NOTED,
            .label = sign_name(m, i),
            .text = *known ? known : tr(m->language, "How known: not said yet"),
            .group = "signs/noted",
        };
        if (ui_row(ui, &row))
            out = (struct action){ .kind = ACTION_OPEN_SIGN, .index = i };
    }
    if (count > 0) {
        ui_panel_end(ui);
        ui_gap(ui, SPACE_4);
    }
    return out;
}

/* Signs and danger questions; what is asked elsewhere stands on the screen Next step. */
static bool is_question(const struct model *m, struct ground g) {
    return (g.kind == GROUND_SIGN || g.kind == GROUND_DANGER) && change_outcome(m, g) >= 0;
}

static struct action change_row(struct ui *ui, const struct model *m, struct ground g) {
    bool sign = g.kind == GROUND_SIGN;
    struct row row = {
        .key = ui_key(ui, "signs/change/%s", ground_name(&ui->p->arena, m->pack, g)),
        .icon = ground_icon(m, g),
        .label = ground_label(m, g),
        .text = sign ? sign_state_words(ui, m, g.index) : trc(m->language, "danger", danger_labels[session_danger(m->session, g.index)]),
        .group = "signs/change",
    };
    if (!ui_row(ui, &row))
        return action_none;
    return sign ? (struct action){ .kind = ACTION_OPEN_SIGN, .index = g.index } : action_go(SCREEN_SAFETY);
}

static struct action show_changes(struct ui *ui, const struct model *m) {
    struct action out = { 0 };
    int count = 0;
    for (int i = 0; i < m->assessment->open.count && count < SIDE_MOST; i++) {
        struct ground g = m->assessment->open.items[i];
        if (!is_question(m, g))
            continue;
        if (count++ == 0) {
            ui_panel(ui, 0);
            ui_panel_heading(ui, "signs/change", tr(m->language, "Could change the next step"), NULL);
        }
        action_take(&out, change_row(ui, m, g));
    }
    if (count > 0)
        ui_panel_end(ui);
    return out;
}

static struct action show_side(struct ui *ui, const struct model *m, struct rect box) {
    ui_region(ui, "signs/side", box);
    struct action out = show_noted(ui, m);
    action_take(&out, show_changes(ui, m));
    ui_region_end(ui);
    return out;
}

/* ---- going on */

/* What the primary button says and does on this row. */
static struct frame_footer going_on(const struct model *m, const struct sign_list *list, int row) {
    bool quick = m->view->list == LIST_QUICK;
    if (row + 1 < sign_list_rows(list))
        return (struct frame_footer){ .next = tr(m->language, "Next sign"),
                                      .action = { .kind = ACTION_OPEN_LIST, .index = m->view->list, .value = row + 1 } };
    if (model_enough(m))
        return (struct frame_footer){ .next = tr(m->language, "Next step"), .action = action_go(SCREEN_NEXT_STEP) };
    if (quick)
        return (struct frame_footer){ .next = tr(m->language, "Work or plan"), .action = action_go(SCREEN_ACTIVITIES) };
    return (struct frame_footer){ .next = tr(m->language, "More signs"), .action = action_go(SCREEN_GROUPS) };
}

/* The quick set and the groups, round and round. */
static struct action open_beside(const struct model *m, int by) {
    int groups = model_setting(m)->groups.count;
    int at = m->view->list >= 0 ? m->view->list + 1 : 0, next = (at + by + groups + 1) % (groups + 1);
    return (struct action){ .kind = ACTION_OPEN_LIST, .index = next == 0 ? LIST_QUICK : next - 1 };
}

static struct action group_key(struct ui *ui, const struct model *m, const char *key, const char *label, struct shortcut shortcut, int by) {
    return ui_shortcut(ui, key, label, shortcut) ? open_beside(m, by) : action_none;
}

/* "Quick set · 3 of 7", where the list itself does not show. */
static const char *place_words(struct ui *ui, const struct model *m, const struct sign_list *list, int row) {
    struct fill fills[] = { { "list", list->title }, { "number", ui_key(ui, "%d", row + 1) }, { "count", ui_key(ui, "%d", list->count) } };
    if (row == list->count)
        return list->title;
    if (ui->room == ROOM_TINY)
        return ui_fill(ui, "{number}/{count}", fills, 3);
    /* TRANSLATORS: a list and how far one is in it: "Quick set · 3 of 7". */
    return ui_fill(ui, tr(m->language, "{list} \xC2\xB7 {number} of {count}"), fills, 3);
}

struct action signs_show(struct ui *ui, const struct model *m) {
    struct sign_list list = sign_list_make(ui, m, m->view->list);
    int row = sign_list_row(m, &list);
    struct frame_footer footer = going_on(m, &list, row);
    struct action out = frame_top(ui, m, place_words(ui, m, &list, row));
    action_take(&out, frame_footer(ui, m, &footer));
    struct layout l = find_layout(ui, sign_list_rows(&list));
    if (l.has_list)
        action_take(&out, show_list(ui, m, l.list));
    action_take(&out, show_sheet(ui, m, &list, &l));
    if (l.has_side)
        action_take(&out, show_side(ui, m, l.side));
    action_take(&out, group_key(ui, m, "signs/next-group", tr(m->language, "Next group"), (struct shortcut){ KEY_STAR, false }, 1));
    action_take(&out,
                group_key(ui, m, "signs/previous-group", tr(m->language, "Previous group"), (struct shortcut){ KEY_PAGE_UP, true }, -1));
    return out;
}
