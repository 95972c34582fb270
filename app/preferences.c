/* What the officer set: theme, sizes, the unit, the setting of this machine, the language. */
#include "app_parts.h"

#include "base/utf8.h"
#include "resources.h"

#include <string.h>

static void apply(struct app *app) {
    app->ui.theme = app->preferences.theme;
    app->ui.text = (float)app->preferences.text / 100;
    app->ui.caps = app->preferences.caps;
}

void preferences_keep(struct app *app) {
    struct arena a = { 0 };
    struct buffer text = { .arena = &a };
    struct error e = { 0 };
    const struct host *host = app->host;
    apply(app);
    preferences_write(&app->preferences, &text);
    if (app->keep_preferences && host->preferences_file && !host->replace_file(host->self, host->preferences_file, buffer_bytes(&text), &e))
        app_say(app, e.text);
    arena_free(&a);
}

void preferences_load(struct app *app) {
    struct arena a = { 0 };
    struct error e = { 0 }, unread = { 0 };
    struct bytes text;
    const struct host *host = app->host;
    preferences_default(&app->preferences);
    /* A file that is not there is the first start; any other reason shows when it is written. */
    if (app->keep_preferences && host->preferences_file
        && host->read_file(host->self, &a, host->preferences_file, 64 * 1024, &text, &unread)
        && !preferences_read(&a, text, host->preferences_file, &app->preferences, &e))
        app_say(app, e.text);
    apply(app);
    arena_free(&a);
}

/* Where this machine works: as set, else the first place where a talk is held. */
int preferences_usual_setting(const struct app *app) {
    int set = pack_find_setting(app->pack, app->preferences.texts[PREFERENCE_PLACE]);
    for (int i = 0; set < 0 && i < app->pack->settings.count; i++)
        if (app->pack->settings.items[i].lane.count == 0)
            return i;
    return set < 0 ? 0 : set;
}

void preferences_pick_setting(struct app *app, int setting) {
    app->start.setting = setting;
    utf8_copy(app->preferences.texts[PREFERENCE_PLACE], PREFERENCE_TEXT_MAX + 1, app->pack->settings.items[setting].id);
    preferences_keep(app);
}

/* ---- languages */

/* What was shown in the language before may still be pointed to, so its texts stay for one
 * change more. */
bool app_set_language(struct app *app, const char *code, struct error *e) {
    struct language language;
    int next = !app->language_arena;
    arena_free(&app->language_arenas[next]);
    if (!resources_language(app->host, &app->language_arenas[next], code, &language, e))
        return false;
    /* Words of the old language that were kept for the screen. */
    for (int i = 0; i < app->case_count; i++)
        app->cases[i]->view.kept[0] = app->cases[i]->view.problem[0] = '\0';
    app->start.problem[0] = '\0';
    app->language = language;
    app->language_arena = next;
    utf8_copy(app->preferences.texts[PREFERENCE_LANGUAGE], PREFERENCE_TEXT_MAX + 1, code);
    texts_forget(&app->ui.texts);
    paper_forget(app);
    return true;
}

/* The name of a language in its own letters: from the pack, else its code. */
static const char *language_name(const struct pack *p, const char *code) {
    for (int i = 0; i < p->languages.languages.count; i++)
        if (!strcmp(p->languages.languages.items[i].code, code))
            return p->languages.languages.items[i].own;
    return code;
}

void preferences_list_languages(struct app *app) {
    struct host_names names, drafts = { 0 };
    struct error e = { 0 };
    if (!resources_languages(app->host, app->arena, &names, &e) || !resources_drafts(app->host, app->arena, &drafts, &e))
        app_say(app, e.text);
    app->languages = arena_alloc(app->arena, (size_t)names.count, sizeof *app->languages);
    app->language_count = names.count;
    for (int i = 0; i < names.count; i++)
        app->languages[i] =
            (struct language_choice){ names.items[i], language_name(app->pack, names.items[i]), host_names_have(&drafts, names.items[i]) };
}
