/* What an input meant, by the last picture: see ui_input(). */
#include "ui/ui.h"

#include "base/utf8.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* How far a finger moves before it scrolls, and how far it moves a row. */
#define TOUCH_ROW 40
#define HOLD_MS 2000

static const struct node *focused(const struct ui *ui) {
    return *ui->focus ? picture_find(ui_picture(ui), ui->focus) : NULL;
}

static bool is_field(const struct node *n) {
    return n && n->role == ROLE_FIELD;
}

static void begin_field(struct ui *ui, const char *key) {
    utf8_copy(ui->editing, UI_KEY_MAX, key);
    ui->edit_fresh = true;
    ui->hit = 0;
}

void ui_leave_field(struct ui *ui) {
    if (!*ui->editing)
        return;
    utf8_copy(ui->left, UI_KEY_MAX, ui->editing);
    ui->editing[0] = '\0';
}

static void set_focus(struct ui *ui, const struct node *n) {
    utf8_copy(ui->focus, UI_KEY_MAX, n->key);
    ui->focus_moved = true;
    if (n->digits)
        utf8_copy(ui->digits, UI_KEY_MAX, n->digits);
}

void ui_set_focus(struct ui *ui, const char *key) {
    utf8_copy(ui->focus, UI_KEY_MAX, key);
    ui->focus_moved = ui->focus_asked = true;
}

/* ---- pressing */

static bool ends_with(const char *key, const char *end) {
    size_t size = strlen(key), tail = strlen(end);
    return size > tail && !strcmp(key + size - tail, end);
}

/* The bars above and below a list scroll it. */
static bool press_more(struct ui *ui, const char *key) {
    bool below = ends_with(key, "/more-below");
    if (!below && !ends_with(key, "/more-above"))
        return false;
    snprintf(ui->scroll_key, UI_KEY_MAX, "%.*s", (int)(strlen(key) - strlen("/more-below")), key);
    ui->scroll_ask = below ? SCROLL_PAGE_DOWN : SCROLL_PAGE_UP;
    return true;
}

static void press(struct ui *ui, const struct node *n) {
    if (n->state & NODE_DISABLED || press_more(ui, n->key))
        return;
    if (node_takes_focus(n))
        set_focus(ui, n);
    if (is_field(n))
        begin_field(ui, n->key);
    else
        utf8_copy(ui->pressed, UI_KEY_MAX, n->key);
}

static const struct node *find_shortcut(const struct ui *ui, int key, bool control) {
    const struct picture *p = ui_picture(ui);
    for (int i = 0; i < p->node_count; i++)
        for (int s = 0; s < 2; s++)
            if (p->nodes[i].shortcuts[s].key == key && p->nodes[i].shortcuts[s].control == control)
                return &p->nodes[i];
    return NULL;
}

/* What is scrolled away is not answered unseen: it is brought into sight first. */
static void press_seen(struct ui *ui, const struct node *n) {
    if (n->state & NODE_HIDDEN && (n->role == ROLE_CHOICE || n->role == ROLE_CHECK))
        set_focus(ui, n);
    else
        press(ui, n);
}

/* An answer given by its key has the focus then; a button pressed from afar leaves the focus where
 * it is, so that Enter still goes on. */
static void press_shortcut(struct ui *ui, int key, bool control) {
    const struct node *n = find_shortcut(ui, key, control);
    char focus[UI_KEY_MAX];
    if (!n)
        return;
    utf8_copy(focus, UI_KEY_MAX, ui->focus);
    press_seen(ui, n);
    if (n->role != ROLE_CHOICE && n->role != ROLE_CHECK && n->role != ROLE_FIELD)
        utf8_copy(ui->focus, UI_KEY_MAX, focus);
}

/* On what was reached by Tab Enter presses it; answers it leaves alone and goes on. */
static void press_enter(struct ui *ui) {
    const struct node *n = focused(ui);
    if (n && (n->role == ROLE_BUTTON || n->role == ROLE_DISCLOSURE || n->role == ROLE_ROW || n->role == ROLE_STEP))
        press(ui, n);
    else
        press_shortcut(ui, KEY_ENTER, false);
}

/* ---- the focus */

static bool same(const char *a, const char *b) {
    return a && b && !strcmp(a, b);
}

/* The node of a group that stands for it: the one that is on, else the first. */
static const struct node *head_of(const struct picture *p, const char *group) {
    const struct node *head = NULL;
    for (int i = 0; i < p->node_count; i++)
        if (same(p->nodes[i].group, group) && (!head || p->nodes[i].state & (NODE_CHECKED | NODE_CURRENT)))
            head = &p->nodes[i];
    return head;
}

/* Tab goes from group to group and from button to button; inside a group the arrows move. */
static void move_focus(struct ui *ui, int by) {
    const struct picture *p = ui_picture(ui);
    const struct node *from = focused(ui), *to;
    int at = from ? (int)(from - p->nodes) : by > 0 ? -1 : p->node_count;
    for (int i = 0; i < p->node_count; i++) {
        at = (at + by + p->node_count) % p->node_count;
        to = &p->nodes[at];
        if (!node_takes_focus(to) || (from && same(to->group, from->group)))
            continue;
        to = to->group ? head_of(p, to->group) : to;
        set_focus(ui, to);
        if (is_field(to))
            begin_field(ui, to->key);
        return;
    }
}

/* The group after or before that of `n` in its set. */
static const struct node *group_beside(const struct picture *p, const struct node *n, int by) {
    const char *last = NULL;
    bool found = false;
    for (int i = 0; i < p->node_count; i++) {
        const struct node *m = &p->nodes[i];
        if (!same(m->set, n->set) || same(m->group, last))
            continue;
        if (found && by > 0)
            return head_of(p, m->group);
        if (same(m->group, n->group)) {
            if (by < 0)
                return last ? head_of(p, last) : NULL;
            found = true;
        }
        last = m->group;
    }
    return NULL;
}

static const struct node *node_beside(const struct picture *p, const struct node *n, int by) {
    for (int i = (int)(n - p->nodes) + by; i >= 0 && i < p->node_count; i += by)
        if (same(p->nodes[i].group, n->group) && node_takes_focus(&p->nodes[i]))
            return &p->nodes[i];
    return NULL;
}

/* Over paper the arrows move what shows of it. */
static void move_paper(struct ui *ui, const struct node *n, bool sideways, int by) {
    utf8_copy(ui->scroll_key, UI_KEY_MAX, n->key);
    ui->scroll_ask = sideways ? SCROLL_SIDEWAYS : SCROLL_ROWS;
    ui->scroll_rows = by;
}

/* Arrows move inside a group or between the groups of a set; they never answer and never leave. */
static void move_in_group(struct ui *ui, int by) {
    const struct node *n = focused(ui), *to = NULL;
    if (n && n->group)
        to = n->set ? group_beside(ui_picture(ui), n, by) : node_beside(ui_picture(ui), n, by);
    if (to)
        set_focus(ui, to);
}

/* ---- scrolling */

static const struct region_seen *region_at(const struct ui *ui, float x, float y) {
    for (int i = 0; i < ui->seen_count; i++)
        if (rect_has(ui->seen[i].box, x, y))
            return &ui->seen[i];
    return NULL;
}

/* What has the focus, if it scrolls itself. */
static const struct region_seen *region_of(const struct ui *ui, const struct node *n) {
    for (int i = 0; n && i < ui->seen_count; i++)
        if (!strcmp(ui->seen[i].key, n->key))
            return &ui->seen[i];
    return NULL;
}

/* The list that the focus stands in, else the last one that does not show whole. */
static const struct region_seen *region_to_scroll(const struct ui *ui) {
    const struct node *n = focused(ui);
    const struct region_seen *r = region_of(ui, n);
    if (!r && n)
        r = region_at(ui, n->box.x + 1, n->box.y + 1);
    return r ? r : ui->seen_count ? &ui->seen[ui->seen_count - 1] : NULL;
}

const char *ui_page_region(const struct ui *ui) {
    const struct region_seen *r = region_to_scroll(ui);
    return r ? r->key : "";
}

static void scroll_page(struct ui *ui, bool down) {
    const struct region_seen *r = region_to_scroll(ui);
    if (!r)
        return;
    utf8_copy(ui->scroll_key, UI_KEY_MAX, r->key);
    ui->scroll_ask = down ? SCROLL_PAGE_DOWN : SCROLL_PAGE_UP;
}

static void scroll_rows(struct ui *ui, float x, float y, int rows) {
    const struct region_seen *r = region_at(ui, x, y);
    if (!r || rows == 0)
        return;
    utf8_copy(ui->scroll_key, UI_KEY_MAX, r->key);
    ui->scroll_ask = SCROLL_ROWS;
    ui->scroll_rows = rows;
}

/* ---- typing */

/* Another text has other hits: the first is the one chosen, and the list shows it. */
static void changed(struct ui *ui) {
    ui->hit = 0;
    ui->focus_moved = true;
}

static void insert(struct ui *ui, const char *text) {
    edit_insert(&ui->edit, text);
    changed(ui);
}

static void copy_selection(struct ui *ui) {
    int from = ui->edit.caret < ui->edit.anchor ? ui->edit.caret : ui->edit.anchor;
    int to = ui->edit.caret < ui->edit.anchor ? ui->edit.anchor : ui->edit.caret;
    if (to > from)
        snprintf(ui->clip, sizeof ui->clip, "%.*s", to - from, ui->edit.text + from);
}

/* What is copied stays in the program: another program's clipboard would keep it. */
static bool clip_key(struct ui *ui, int key) {
    switch (key) {
    case 'a': edit_move(&ui->edit, ui->shown.text, EDIT_ALL, true); return true;
    case 'c': copy_selection(ui); return true;
    case 'x':
        copy_selection(ui);
        insert(ui, "");
        return true;
    case 'v':
        if (*ui->clip)
            insert(ui, ui->clip);
        else
            ui->paste = true;
        return true;
    default: return false;
    }
}

void ui_paste(struct ui *ui, const char *text) {
    ui->paste = false;
    if (text && *ui->editing)
        insert(ui, text);
}

static void edit_line(struct ui *ui, int by, bool select) {
    if (ui->shown.hits > 0) {
        ui->focus_moved = true;
        ui->hit += by;
        ui->hit = ui->hit < 0 ? 0 : ui->hit >= ui->shown.hits ? ui->shown.hits - 1 : ui->hit;
    } else if (ui->edit.several_lines) {
        edit_move(&ui->edit, ui->shown.text, by < 0 ? EDIT_LINE_UP : EDIT_LINE_DOWN, select);
    }
}

static void edit_enter(struct ui *ui, bool shift) {
    char enter[UI_KEY_MAX];
    utf8_copy(enter, UI_KEY_MAX, ui->shown.enter);
    if (shift && ui->edit.several_lines) {
        edit_insert(&ui->edit, "\n");
        return;
    }
    ui_leave_field(ui);
    if (*enter)
        utf8_copy(ui->pressed, UI_KEY_MAX, enter);
}

/* A key while a field has the caret; false if the field was left and the key means something
 * for the screen. */
static bool edit_key(struct ui *ui, const struct input *in) {
    bool forward = ui->language->right_to_left ? in->key == KEY_LEFT : in->key == KEY_RIGHT;
    if (!ui->shown.text || ui->edit_fresh)
        return true;
    if (in->control && clip_key(ui, in->key))
        return true;
    if (in->control && in->key == 'z') { /* takes back nothing that was never kept */
        ui_leave_field(ui);
        return true;
    }
    switch (in->key) {
    case KEY_LEFT:
    case KEY_RIGHT: edit_move(&ui->edit, ui->shown.text, forward ? EDIT_NEXT : EDIT_PREVIOUS, in->shift); return true;
    case KEY_UP: edit_line(ui, -1, in->shift); return true;
    case KEY_DOWN: edit_line(ui, 1, in->shift); return true;
    case KEY_HOME: edit_move(&ui->edit, ui->shown.text, EDIT_LINE_BEGIN, in->shift); return true;
    case KEY_END: edit_move(&ui->edit, ui->shown.text, EDIT_LINE_END, in->shift); return true;
    case KEY_BACKSPACE:
    case KEY_DELETE:
        edit_remove(&ui->edit, ui->shown.text, in->key == KEY_DELETE);
        changed(ui);
        return true;
    case KEY_ENTER: edit_enter(ui, in->shift); return true;
    case KEY_ESCAPE:
        ui_leave_field(ui);
        /* Out of a list at once, unless there is a word to take back first. */
        return !ui->shown.live || ui->edit.size > 0;
    case KEY_PLUS: ui_leave_field(ui); return true;
    default: ui_leave_field(ui); return false;
    }
}

/* ---- all kinds */

static bool is_arrow(int key) {
    return key == KEY_LEFT || key == KEY_RIGHT || key == KEY_UP || key == KEY_DOWN;
}

/* The number pad says the same with other keys. */
static int meaning(const struct input *in) {
    if (in->key == KEY_SLASH)
        return KEY_F5;
    if (in->key == KEY_POINT)
        return KEY_F2;
    if (in->key == KEY_PAGE_DOWN && in->control)
        return KEY_STAR;
    return in->key;
}

static void handle_key(struct ui *ui, const struct input *in) {
    bool mirrored = ui->language->right_to_left;
    int key = meaning(in);
    ui->ring = ui->keyboard_used = true;
    ui->touched = false;
    ui->hover[0] = '\0';
    ui->last_key = ui->milliseconds;
    if (*ui->editing && edit_key(ui, in))
        return;
    if (key == KEY_TAB)
        move_focus(ui, in->shift ? -1 : 1);
    else if (is_arrow(key) && focused(ui) && focused(ui)->role == ROLE_PAGE)
        move_paper(ui, focused(ui), key == KEY_LEFT || key == KEY_RIGHT,
                   key == KEY_UP || key == (mirrored ? KEY_RIGHT : KEY_LEFT) ? -1 : 1);
    else if (is_arrow(key))
        move_in_group(ui, key == KEY_UP || key == (mirrored ? KEY_RIGHT : KEY_LEFT) ? -1 : 1);
    else if (key == KEY_SPACE && focused(ui))
        press_seen(ui, focused(ui));
    else if (key == KEY_ENTER)
        press_enter(ui);
    else if ((key == KEY_PAGE_UP || key == KEY_PAGE_DOWN) && !in->control)
        scroll_page(ui, key == KEY_PAGE_DOWN);
    else
        press_shortcut(ui, key, in->control && key != KEY_STAR);
}

/* The place in the text under the pointer. */
static void place_caret(struct ui *ui, const struct input *in, bool select) {
    const struct paragraph *p = ui->shown.text;
    if (!p || ui->edit_fresh)
        return;
    float x = (in->x - ui->shown.box.x) * ui->scale;
    float y = (in->y - ui->shown.box.y) * ui->scale + (float)ui->shown.first_line * p->style.line;
    edit_to(&ui->edit, paragraph_hit(p, x, y), select);
}

static void handle_down(struct ui *ui, const struct input *in) {
    const struct node *n = picture_hit(ui_picture(ui), in->x, in->y);
    ui->ring = false;
    ui->touched = in->touch;
    ui->keyboard_used &= !in->touch;
    ui->touch_y = in->y;
    ui->dragging = false;
    if (n && *ui->editing && !strcmp(n->key, ui->editing)) {
        place_caret(ui, in, in->shift);
        utf8_copy(ui->held, UI_KEY_MAX, n->key);
        return;
    }
    ui_leave_field(ui);
    utf8_copy(ui->held, UI_KEY_MAX, n ? n->key : NULL);
    ui->held_box = n ? n->box : (struct rect){ 0, 0, 0, 0 };
    ui->held_since = ui->milliseconds;
}

static void handle_move(struct ui *ui, const struct input *in) {
    const struct node *n = picture_hit(ui_picture(ui), in->x, in->y);
    utf8_copy(ui->hover, UI_KEY_MAX, n && !in->touch ? n->key : NULL);
    if (*ui->held && !strcmp(ui->held, ui->editing)) {
        place_caret(ui, in, true);
        return;
    }
    if (!in->touch)
        return;
    int rows = (int)((ui->touch_y - in->y) / TOUCH_ROW);
    if (rows == 0)
        return;
    ui->dragging = true;
    ui->held[0] = '\0';
    ui->touch_y = in->y;
    scroll_rows(ui, in->x, in->y, rows);
}

static void handle_up(struct ui *ui, const struct input *in) {
    /* Where the press began counts: what stood there may have moved since, when caps went. */
    const struct node *n = *ui->held ? picture_find(ui_picture(ui), ui->held) : NULL;
    bool inside = rect_has(ui->held_box, in->x, in->y) && n && !(n->state & NODE_HIDDEN);
    if (n && n->state & NODE_HOLD && ui->milliseconds - ui->held_since < HOLD_MS)
        inside = false;
    ui->held[0] = '\0';
    if (inside && strcmp(n->key, ui->editing) != 0 && !ui->dragging)
        press(ui, n);
    ui->dragging = false;
}

static void resize(struct ui *ui, const struct input *in) {
    ui->width = in->width;
    ui->height = in->height;
    ui->scale = in->scale;
}

void ui_settle(struct ui *ui) {
    ui->pressed[0] = '\0';
    ui->scroll_ask = SCROLL_NONE;
    ui->paste = false;
    if (*ui->left) {
        ui->left[0] = '\0';
        if (!*ui->editing)
            edit_end(&ui->edit);
    }
}

void ui_input(struct ui *ui, const struct input *in) {
    ui_settle(ui);
    if (in->milliseconds > 0)
        ui->milliseconds = in->milliseconds;
    switch (in->kind) {
    case INPUT_KEY: handle_key(ui, in); break;
    case INPUT_TEXT:
        if (*ui->editing && !ui->edit_fresh)
            insert(ui, in->text);
        ui->last_key = ui->milliseconds;
        break;
    case INPUT_DOWN: handle_down(ui, in); break;
    case INPUT_MOVE: handle_move(ui, in); break;
    case INPUT_UP: handle_up(ui, in); break;
    case INPUT_WHEEL: scroll_rows(ui, in->x, in->y, in->rows); break;
    case INPUT_SIZE: resize(ui, in); break;
    case INPUT_NONE:
    case INPUT_TICK:
    case INPUT_LOST:
    case INPUT_CLOSE: break;
    }
}
