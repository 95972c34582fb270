/* Settings: what this machine keeps about the unit, and how the screen looks. */
#include "screens/screen.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

/* ---- the unit */

struct unit_field {
    enum preference_text text;
    const char *label, *hint; /* marked for translation with the context "settings" */
};

static const struct unit_field unit_fields[] = {
    { PREFERENCE_UNIT, NC_("settings", "Function and unit"), NC_("settings", "As the note says it. No private data.") },
    { PREFERENCE_NUMBER, NC_("settings", "Call-back number"), NULL },
    { PREFERENCE_CALL, NC_("settings", "Whom this unit calls"),
      NC_("settings", "Name and number, day and night, as your authority gave them.") },
};

static struct action text_field(struct ui *ui, const struct model *m, enum preference_text which, const char *label, const char *hint) {
    const char *text;
    struct text_field f = {
        .key = ui_key(ui, "settings/%s", preference_names[which]),
        .label = label,
        .value = m->preferences->texts[which],
        .hint = hint,
        .limit = PREFERENCE_TEXT_MAX,
        .lines = 1,
    };
    ui_more_title(ui, label);
    bool changed = ui_field(ui, &f, &text);
    ui_gap(ui, SPACE_3);
    if (!changed)
        return action_none;
    return (struct action){ .kind = ACTION_SET_TEXT, .index = (int)which, .text = arena_string(&ui->p->arena, text) };
}

static struct action unit_part(struct ui *ui, const struct model *m) {
    const char *state = m->preferences->texts[PREFERENCE_STATE];
    struct action out = { 0 };
    for (int i = 0; i < COUNT(unit_fields); i++)
        action_take(&out, text_field(ui, m, unit_fields[i].text, trc(m->language, "settings", unit_fields[i].label),
                                     unit_fields[i].hint ? trc(m->language, "settings", unit_fields[i].hint) : NULL));
    if (ui_list_field(ui, "settings/state", tr(m->language, "State you serve"),
                      *state ? pack_state_name(m->pack, m->language, state) : tr(m->language, "Not set"), NULL, (struct shortcut){ 0 }))
        action_take(&out, (struct action){ .kind = ACTION_CHOOSE, .index = CHOICE_STATE });
    ui_gap(ui, SPACE_3);
    /* TRANSLATORS: {folder} is where notes go if no other folder is typed in. */
    const char *hint =
        ui_fill(ui, tr(m->language, "Empty: {folder}"), (struct fill[]){ { "folder", m->documents ? m->documents : "" } }, 1);
    action_take(&out, text_field(ui, m, PREFERENCE_FOLDER, tr(m->language, "Folder for notes"),
                                 *m->preferences->texts[PREFERENCE_FOLDER] ? NULL : hint));
    return out;
}

/* ---- the screen */

/* A group of keys of which one is on. */
struct value_key {
    const char *id, *label; /* marked for translation with the context "settings" */
    int value;
};

static const struct value_key themes[] = {
    { "light", NC_("settings", "Light"), THEME_LIGHT },
    { "dark", NC_("settings", "Dark"), THEME_DARK },
    { "contrast", NC_("settings", "High contrast"), THEME_CONTRAST },
};

static const struct value_key uses_of_caps[] = {
    { "when-keys", NC_("settings", "With a keyboard"), CAPS_WHEN_KEYS },
    { "always", NC_("settings", "Always"), CAPS_ALWAYS },
    { "never", NC_("settings", "Never"), CAPS_NEVER },
};

static const struct value_key idle_times[] = {
    { "60", NC_("settings", "1 minute"), 60 },
    { "120", NC_("settings", "2 minutes"), 120 },
    { "300", NC_("settings", "5 minutes"), 300 },
};

static struct action value_group(struct ui *ui, const char *key, const char *label, const struct key_item *items, int count,
                                 enum action_kind kind, const int *values) {
    ui_join(ui);
    ui_label(ui, label, NULL);
    int pressed =
        ui_keys(ui, &(struct key_group){ .key = key, .label = label, .items = items, .count = count, .columns = 3, .height = 48 });
    ui_join_end(ui);
    ui_gap(ui, SPACE_3);
    if (pressed < 0)
        return action_none;
    return (struct action){ .kind = kind, .value = values[pressed] };
}

static struct action value_keys(struct ui *ui, const struct model *m, const char *key, const char *label, const struct value_key *keys,
                                enum action_kind kind, int now) {
    struct key_item items[3];
    int values[3];
    for (int i = 0; i < 3; i++) {
        items[i] = (struct key_item){
            .id = keys[i].id, .label = trc(m->language, "settings", keys[i].label), .cap = '1' + i, .on = keys[i].value == now
        };
        values[i] = keys[i].value;
    }
    return value_group(ui, key, label, items, 3, kind, values);
}

static struct action size_keys(struct ui *ui, const struct model *m) {
    int count = preferences_text_size_count;
    struct key_item *items = arena_alloc(&ui->p->arena, (size_t)count, sizeof *items);
    for (int i = 0; i < count; i++) {
        const char *number = ui_key(ui, "%d", preferences_text_sizes[i]);
        /* TRANSLATORS: the size of the text on screen in per cent. */
        const char *label = ui_fill(ui, tr(m->language, "{size} %"), (struct fill[]){ { "size", number } }, 1);
        items[i] =
            (struct key_item){ .id = number, .label = label, .cap = '1' + i, .on = preferences_text_sizes[i] == m->preferences->text };
    }
    return value_group(ui, "settings/text", tr(m->language, "Size of the text"), items, count, ACTION_SET_SIZE, preferences_text_sizes);
}

static struct action screen_part(struct ui *ui, const struct model *m) {
    struct action out = { 0 };
    const struct preferences *s = m->preferences;
    const struct language *l = m->language;
    ui_heading(ui, "settings/this-screen", tr(l, "This screen"), NULL);
    ui_gap(ui, SPACE_3); /* its first field stands beside that of the unit */
    if (ui_list_field(ui, "settings/language", tr(l, "Screen language"), model_language_name(m), "F4", (struct shortcut){ 0 }))
        out = (struct action){ .kind = ACTION_CHOOSE, .index = CHOICE_LANGUAGE };
    ui_gap(ui, SPACE_3);
    action_take(&out, value_keys(ui, m, "settings/theme", tr(l, "Colours"), themes, ACTION_SET_THEME, (int)s->theme));
    action_take(&out, size_keys(ui, m));
    action_take(&out,
                value_keys(ui, m, "settings/caps", tr(l, "Show the keys of the keyboard"), uses_of_caps, ACTION_SET_CAPS, (int)s->caps));
    action_take(&out, value_keys(ui, m, "settings/idle", tr(l, "Hide when nobody touches it for"), idle_times, ACTION_SET_IDLE, s->idle));
    return out;
}

struct action settings_show(struct ui *ui, const struct model *m) {
    struct action out = frame_top(ui, m, NULL);
    action_take(&out, frame_footer(ui, m,
                                   &(struct frame_footer){
                                       .words = tr(m->language, "Kept on this machine at once."),
                                       .next = tr(m->language, "Done"),
                                       .icon = ICON_TICK,
                                       .action = { .kind = ACTION_BACK },
                                   }));
    ui_columns(ui, "settings", ui_body(ui), (struct column[]){ { 0.5f, false }, { 0.5f, false } }, 2);
    frame_problem(ui, m);
    ui_title(ui, tr(m->language, "Settings"), NULL);
    action_take(&out, unit_part(ui, m));
    ui_next_column(ui);
    action_take(&out, screen_part(ui, m));
    ui_columns_end(ui);
    ui_default_focus(ui, "settings/unit");
    return out;
}
