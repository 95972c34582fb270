/* Reads the real content for the fuzz targets that need a pack. Each target is a single file
 * and links neither commands/ nor platform/, so this is a header with the functions in it. */
#ifndef TESTS_FUZZ_CONTENT_H
#define TESTS_FUZZ_CONTENT_H

#include "core/pack.h"
#include "support.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct content {
    struct pack_file *items; /* sorted by name, as run.sh sorts them for its seeds */
    int count, capacity;
};

static void content_add(struct arena *a, struct content *c, const char *name) {
    const char *end = strrchr(name, '.');
    if (!end || strcmp(end, ".json") != 0)
        return;
    c->items = arena_grow(a, c->items, c->count, &c->capacity, sizeof *c->items);
    c->items[c->count++] = (struct pack_file){ name, support_file(a, arena_printf(a, "content/%s", name)) };
}

/* `below` is "" or "indicators/". A folder that is missing has no files. */
static void content_add_folder(struct arena *a, struct content *c, const char *below) {
    DIR *folder = opendir(arena_printf(a, "%s/content/%s", SOURCE_DIR, below));
    for (struct dirent *entry; folder && (entry = readdir(folder));)
        content_add(a, c, arena_printf(a, "%s%s", below, entry->d_name));
    if (folder)
        closedir(folder);
}

static int content_compare(const void *a, const void *b) {
    return strcmp(((const struct pack_file *)a)->name, ((const struct pack_file *)b)->name);
}

static struct content content_read(struct arena *a) {
    struct content c = { 0 };
    content_add_folder(a, &c, "");
    for (const struct pack_layout *l = pack_layouts; l->name; l++)
        if (l->name[strlen(l->name) - 1] == '/')
            content_add_folder(a, &c, l->name);
    qsort(c.items, (size_t)c.count, sizeof *c.items, content_compare);
    return c;
}

#endif
