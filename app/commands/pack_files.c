#include "commands/pack_files.h"

#include <string.h>

#define FILE_LIMIT ((size_t)32 * 1024 * 1024)
#define OWN_LIMIT ((size_t)1024 * 1024)

struct gather {
    const struct host *host;
    struct arena *arena;
    const char *folder;
    struct pack_files *files;
    int capacity;
};

static bool ends_in(const char *name, const char *end) {
    size_t size = strlen(name), length = strlen(end);
    return size >= length && !strcmp(name + size - length, end);
}

static bool gather_file(struct gather *g, const char *name, struct error *e) {
    struct bytes text;
    const char *path = arena_printf(g->arena, "%s/%s", g->folder, name);
    if (!g->host->read_file(g->host->self, g->arena, path, FILE_LIMIT, &text, e))
        return false;
    g->files->items = arena_grow(g->arena, g->files->items, g->files->count, &g->capacity, sizeof *g->files->items);
    g->files->items[g->files->count++] = (struct pack_file){ name, text };
    return true;
}

/* `below` is "" for the folder itself, or "indicators/". */
static bool gather_folder(struct gather *g, const char *below, struct error *e) {
    struct host_names names;
    const char *path = arena_printf(g->arena, "%s/%s", g->folder, below);
    if (*below && !g->host->is_folder(g->host->self, path))
        return true;
    if (!g->host->list_folder(g->host->self, g->arena, path, &names, e))
        return false;
    for (int i = 0; i < names.count; i++)
        if (ends_in(names.items[i], ".json") && !gather_file(g, arena_printf(g->arena, "%s%s", below, names.items[i]), e))
            return false;
    return true;
}

/* The file of the deploying authority stands beside those of the pack, whatever its name. */
static void gather_contacts(struct gather *g) {
    struct bytes text;
    struct error e = { 0 };
    if (!g->host->read_file(g->host->self, g->arena, g->host->contacts_file, OWN_LIMIT, &text, &e)) {
        g->files->own_unreadable = arena_string(g->arena, e.text);
        return;
    }
    g->files->items = arena_grow(g->arena, g->files->items, g->files->count, &g->capacity, sizeof *g->files->items);
    g->files->items[g->files->count++] = (struct pack_file){ PACK_OWN_FILES "contacts.json", text };
}

bool pack_files_load(const struct host *host, struct arena *a, const char *folder, enum pack_use use, struct pack_files *out,
                     struct error *e) {
    struct gather g = { .host = host, .arena = a, .folder = folder, .files = out };
    *out = (struct pack_files){ 0 };
    if (!gather_folder(&g, "", e))
        return false;
    for (const struct pack_layout *l = pack_layouts; l->name; l++)
        if (ends_in(l->name, "/") && (use == PACK_TO_CHECK || strcmp(l->name, PACK_CASE_FILES) != 0) && !gather_folder(&g, l->name, e))
            return false;
    if (host->contacts_file)
        gather_contacts(&g);
    return true;
}
