/* Start: where the officer works, the cases that are open, and what this machine still lacks. */
#include "screens/screen.h"
#include "screens/words.h"

#include "base/date.h"
#include "core/booth_code.h"

/* ---- where */

static const char *setting_key(struct ui *ui, const struct model *m, int setting) {
    return ui_key(ui, "start/setting/%s", m->pack->settings.items[setting].id);
}

/* The digits 1 to 9 in the order in which things stand on the screen; 0 behind the ninth. */
static int digit_at(int place) {
    return place < 9 ? '1' + place : 0;
}

static struct action settings_part(struct ui *ui, const struct model *m) {
    int count = m->pack->settings.count;
    struct key_item *items = arena_alloc(&ui->p->arena, (size_t)count, sizeof *items);
    for (int i = 0; i < count; i++) {
        const struct setting *s = &m->pack->settings.items[i];
        items[i] = (struct key_item){
            .id = s->id,
            .label = content_text(m->language, "setting", s->id, "name", s->name),
            .text = content_text(m->language, "setting", s->id, "purpose", s->purpose),
            .cap = digit_at(i),
            .on = i == m->view->setting,
        };
    }
    const char *title = tr(m->language, "Where are you working?");
    ui_title(ui, title, NULL);
    int pressed =
        ui_choices(ui, &(struct key_group){ .key = "start/setting", .label = title, .items = items, .count = count, .columns = 1 });
    if (pressed < 0)
        return action_none;
    return (struct action){ .kind = ACTION_PICK_SETTING, .index = pressed };
}

/* What the booth hands over is typed in where the talk goes on: at the border, not in the booth itself. */
static struct action code_part(struct ui *ui, const struct model *m) {
    const struct setting *lane = booth_lane(m->pack), *s = &m->pack->settings.items[m->view->setting];
    const char *text;
    if (!lane || s->lane.count > 0 || s->kind != lane->kind)
        return action_none;
    struct text_field f = { .key = "start/code",
                            .label = tr(m->language, "Code from the booth"),
                            .hint = tr(m->language, "Four letters and a digit. It opens the case with what was noted there."),
                            .limit = 16,
                            .lines = 1 };
    bool left = ui_field(ui, &f, &text);
    ui_gap(ui, SPACE_4);
    if (!left || !*text)
        return action_none;
    return (struct action){ .kind = ACTION_OPEN_CODE, .text = ui_key(ui, "%s", text) };
}

/* ---- open cases */

/* "Today, 10:42 · at Signs" */
static const char *case_words(struct ui *ui, const struct model *m, const struct case_line *c) {
    bool today = m->has_now && date_days(&c->begun) == date_days(&m->now);
    struct fill fills[] = {
        { "day", today ? tr(m->language, "Today") : ui_key(ui, "%04d-%02d-%02d", c->begun.year, c->begun.month, c->begun.day) },
        { "time", clock_words(ui, c->begun) },
        { "step", trc(m->language, "step", screens[c->at].title) },
    };
    /* TRANSLATORS: under the code of an open case: "Today, 10:42 · at Signs". */
    return ui_fill(ui, tr(m->language, "{day}, {time} \xC2\xB7 at {step}"), fills, 3);
}

static bool case_row(struct ui *ui, const struct model *m, int i) {
    int digit = digit_at(m->pack->settings.count + i);
    return ui_row(ui, &(struct row){
                          .key = ui_key(ui, "start/case/%s", m->cases[i].reference),
                          .label = m->cases[i].reference,
                          .text = case_words(ui, m, &m->cases[i]),
                          .bold = true,
                          .arrow = true,
                          .cap = digit ? ui_key(ui, "%c", digit) : NULL,
                          .shortcut = { digit, false },
                          .group = "start/case",
                          .position = i + 1,
                          .of = m->case_count,
                      });
}

static struct action cases_part(struct ui *ui, const struct model *m) {
    struct action out = { 0 };
    if (m->case_count == 0)
        return out;
    ui_heading(ui, "start/cases", tr(m->language, "Go on with a case"), NULL);
    ui_panel(ui, 0);
    for (int i = 0; i < m->case_count; i++)
        if (case_row(ui, m, i))
            out = (struct action){ .kind = ACTION_OPEN_CASE, .index = i };
    ui_panel_end(ui);
    ui_gap(ui, SPACE_2);
    ui_words(ui, "start/memory", TYPE_BODY, PAINT_QUIET,
             tr(m->language, "Cases live in this machine's memory only. Closing the program or switching off wipes them."), 0);
    ui_gap(ui, SPACE_4);
    return out;
}

/* ---- the machine */

static struct action machine_part(struct ui *ui, const struct model *m) {
    struct action out = { 0 };
    if (ui_list_field(ui, "start/language", tr(m->language, "Screen language"), model_language_name(m), "F4", (struct shortcut){ 0 }))
        out = (struct action){ .kind = ACTION_CHOOSE, .index = CHOICE_LANGUAGE };
    ui_gap(ui, SPACE_3);
    frame_draft(ui, m);
    if (ui_button(ui, &(struct button){
                          .key = "start/close", .label = tr(m->language, "Close the program"), .kind = BUTTON_QUIET, .icon = ICON_CLOSE }))
        out = (struct action){ .kind = ACTION_CLOSE };
    return out;
}

/* What is missing for the work, the gravest alone. */
struct missing {
    enum preference_text preference; /* where to put it right */
    enum icon icon;
    const char *bold, *text; /* bold NULL: nothing is missing */
};

static struct missing find_missing(const struct model *m) {
    const struct language *l = m->language;
    const char(*texts)[PREFERENCE_TEXT_MAX + 1] = m->preferences->texts;
    const char *text = tr(l, "The note needs this, so that others can reach you.");
    bool number = !*texts[PREFERENCE_NUMBER], unit = !*texts[PREFERENCE_UNIT];
    if (!*texts[PREFERENCE_CALL])
        return (struct missing){ PREFERENCE_CALL, ICON_PHONE, tr(l, "No number to call is set."),
                                 tr(l, "Ask your authority before you need it.") };
    if (number && unit)
        return (struct missing){ PREFERENCE_UNIT, ICON_ATTENTION, tr(l, "Your unit and call-back number are not set."), text };
    if (number)
        return (struct missing){ PREFERENCE_NUMBER, ICON_ATTENTION, tr(l, "Your call-back number is not set."), text };
    if (unit)
        return (struct missing){ PREFERENCE_UNIT, ICON_ATTENTION, tr(l, "Your unit is not set."), text };
    return (struct missing){ 0 };
}

/* At the lower edge, so that it is seen however long the list of cases is; in the smallest
 * windows the list needs that room, and the bar below it says what comes. */
static struct action missing_part(struct ui *ui, const struct model *m) {
    struct missing missing = find_missing(m);
    if (!missing.bold)
        return action_none;
    ui_gap(ui, SPACE_4);
    if (ui->room > ROOM_TINY)
        ui_pin(ui);
    ui_more_title(ui, missing.bold);
    if (!ui_attention(ui, "start/missing", missing.icon, missing.bold, missing.text, tr(m->language, "Set it now")))
        return action_none;
    struct action out = action_go(SCREEN_SETTINGS);
    out.focus = ui_key(ui, "settings/%s", preference_names[missing.preference]);
    return out;
}

struct action start_show(struct ui *ui, const struct model *m) {
    struct action out = frame_top(ui, m, NULL);
    action_take(&out, frame_footer(ui, m,
                                   &(struct frame_footer){
                                       .no_back = true,
                                       .words = tr(m->language, "Works without a network. Nothing is sent."),
                                       .next = tr(m->language, "Start a case"),
                                       .action = { .kind = ACTION_NEW_CASE, .index = m->view->setting },
                                   }));
    ui_columns(ui, "start", ui_body(ui), (struct column[]){ { 0.55f, false }, { 0.45f, false } }, 2);
    frame_problem(ui, m);
    action_take(&out, settings_part(ui, m));
    ui_next_column(ui);
    action_take(&out, code_part(ui, m));
    action_take(&out, cases_part(ui, m));
    action_take(&out, machine_part(ui, m));
    action_take(&out, missing_part(ui, m));
    ui_columns_end(ui);
    if (m->pack->settings.count > 0)
        ui_default_focus(ui, setting_key(ui, m, m->view->setting));
    return out;
}
