#include "commands/command.h"

#include "resources.h"

#include <string.h>

/* Where the things of a pack are found that can be listed. */
static const struct listing {
    const char *name;
    size_t at; /* of the LIST in struct pack */
    enum pack_table table;
} listings[] = {
    { "indicators", offsetof(struct pack, indicators), TABLE_INDICATOR },
    { "settings", offsetof(struct pack, settings), TABLE_SETTING },
    { "rules", offsetof(struct pack, rules.rules), TABLE_RULE },
    { "routes", offsetof(struct pack, routes.routes), TABLE_ROUTE },
    { "activities", offsetof(struct pack, activities.activities), TABLE_ACTIVITY },
    { "forms", offsetof(struct pack, forms.forms), TABLE_FORM },
    { "measures", offsetof(struct pack, measures.items), TABLE_MEASURE },
    { "sources", offsetof(struct pack, sources.items), TABLE_SOURCE },
};

static void list_things(struct run *run, const struct listing *l, struct json_writer *w) {
    const LIST(const char) *list = (const void *)((const char *)run->pack + l->at);
    const struct record *record = pack_tables[l->table];
    for (int i = 0; i < list->count; i++)
        record_write(w, NULL, record, list->items + (size_t)i * record->size, &run->language);
}

static bool list_languages(struct run *run, struct json_writer *w, struct error *e) {
    struct host_names names, drafts;
    if (!resources_languages(run->host, run->arena, &names, e) || !resources_drafts(run->host, run->arena, &drafts, e))
        return false;
    for (int i = 0; i < names.count; i++) {
        json_open_object(w, NULL);
        json_write_text(w, "id", names.items[i]);
        json_write_flag(w, "right-to-left", language_code_right_to_left(names.items[i]));
        json_write_flag(w, "draft", host_names_have(&drafts, names.items[i]));
        json_close_object(w);
    }
    return true;
}

static const struct listing *find_listing(const char *name) {
    for (size_t i = 0; i < sizeof listings / sizeof *listings; i++)
        if (!strcmp(listings[i].name, name))
            return &listings[i];
    return NULL;
}

enum error_kind command_list(struct run *run, struct error *e) {
    const char *name = run->options.word_count ? run->options.words[0] : "";
    const struct listing *l = find_listing(name);
    struct buffer out = { .arena = run->arena };
    struct json_writer w = { .out = &out };
    bool languages = !strcmp(name, "languages");
    /* The content holds no training cases yet, and says so with an empty list. */
    if (!l && !languages && strcmp(name, "scenarios") != 0)
        error_set(e, ERROR_USAGE, "list what? see: waymark list --help");
    if (e->kind || !run_load(run, e))
        return e->kind;
    json_open_list(&w, NULL);
    if (l)
        list_things(run, l, &w);
    if (languages && !list_languages(run, &w, e))
        return e->kind;
    json_close_list(&w);
    json_end(&w);
    return run_print(run, buffer_bytes(&out), e) ? ERROR_NONE : e->kind;
}
