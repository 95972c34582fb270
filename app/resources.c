#include "resources.h"

#include "base/json.h"

#include <string.h>

#define CATALOG_LIMIT ((size_t)16 * 1024 * 1024)
#define FONT_LIMIT ((size_t)32 * 1024 * 1024)
#define LIST_LIMIT ((size_t)64 * 1024)

const char *resources_find(const struct host *host, struct arena *a, const char *name) {
    static const char *const places[] = { "../share/waymark/", "", "../" };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const char *path = arena_printf(a, "%s/%s%s", host->program_folder, places[i], name);
        if (host->is_folder(host->self, path))
            return path;
    }
    return NULL;
}

/* ---- languages */

static void add_name(struct arena *a, struct host_names *out, int *capacity, const char *name) {
    out->items = arena_grow(a, out->items, out->count, capacity, sizeof *out->items);
    out->items[out->count++] = name;
}

bool host_names_have(const struct host_names *names, const char *name) {
    for (int i = 0; i < names->count; i++)
        if (!strcmp(names->items[i], name))
            return true;
    return false;
}

/* Adds the codes of a list that the build writes beside the catalogues: with blanks or line ends between. */
static bool read_codes(const struct host *host, struct arena *a, const char *path, struct host_names *out, int *capacity, struct error *e) {
    struct bytes text;
    if (!host->read_file(host->self, a, path, LIST_LIMIT, &text, e))
        return false;
    for (const char *at = text.data, *end = text.data + text.size; at < end;) {
        const char *stop = at;
        while (stop < end && *stop != ' ' && *stop != '\n' && *stop != '\r')
            stop++;
        const char *code = arena_copy(a, at, (size_t)(stop - at));
        if (language_code_valid(code) && strcmp(code, "en") != 0)
            add_name(a, out, capacity, code);
        at = stop + 1;
    }
    return true;
}

bool resources_drafts(const struct host *host, struct arena *a, struct host_names *out, struct error *e) {
    const char *folder = resources_find(host, a, "locales");
    int capacity = 0;
    *out = (struct host_names){ 0 };
    return !folder || read_codes(host, a, arena_printf(a, "%s/DRAFTS", folder), out, &capacity, e);
}

bool resources_languages(const struct host *host, struct arena *a, struct host_names *out, struct error *e) {
    const char *folder = resources_find(host, a, "locales");
    int capacity = 0;
    *out = (struct host_names){ 0 };
    add_name(a, out, &capacity, "en");
    return !folder || read_codes(host, a, arena_printf(a, "%s/LINGUAS", folder), out, &capacity, e);
}

static const char *language_tag(struct arena *a, const char *code) {
    char *tag = arena_copy(a, code, strcspn(code, "@"));
    for (char *at = tag; *at; at++)
        if (*at == '_')
            *at = '-';
    return tag;
}

static bool read_catalog(const struct host *host, struct arena *a, const char *path, const struct catalog **out, struct error *e) {
    struct bytes file;
    struct catalog *catalog = arena_alloc(a, 1, sizeof *catalog);
    if (!host->read_file(host->self, a, path, CATALOG_LIMIT, &file, e) || !catalog_read(a, file, path, catalog, e))
        return false;
    *out = catalog;
    return true;
}

bool resources_language(const struct host *host, struct arena *a, const char *code, struct language *out, struct error *e) {
    const char *folder = resources_find(host, a, "locales");
    struct host_names names;
    *out = language_english;
    if (!strcmp(code, "en"))
        return true;
    if (!resources_languages(host, a, &names, e))
        return false;
    if (!folder || !language_code_valid(code) || !host_names_have(&names, code))
        return error_set(e, ERROR_USAGE, "this language is not installed; see: waymark list languages");
    out->code = arena_string(a, code);
    out->tag = language_tag(a, code);
    out->right_to_left = language_code_right_to_left(code);
    const char *path = arena_printf(a, "%s/%s", folder, code);
    if (!read_catalog(host, a, arena_printf(a, "%s/ui.mo", path), &out->ui, e))
        return false;
    const char *status = catalog_header(a, out->ui, "X-Waymark-Status");
    out->draft = status && !strcmp(status, "draft");
    return read_catalog(host, a, arena_printf(a, "%s/content.mo", path), &out->content, e)
           && read_catalog(host, a, arena_printf(a, "%s/card.mo", path), &out->card, e);
}

/* ---- fonts */

static bool add_font(const struct host *host, struct arena *a, const char *folder, const struct json *item, struct font_set *out,
                     struct error *e) {
    const struct json *file = json_get(item, "file"), *bold = json_get(item, "bold");
    struct bytes bytes;
    if (!file || file->kind != JSON_TEXT || strchr(file->text, '/'))
        return error_set(e, ERROR_INPUT, "fonts.json: line %d: a font without a file name; install the program again", item->line);
    const char *path = arena_printf(a, "%s/%s", folder, file->text);
    return host->read_file(host->self, a, path, FONT_LIMIT, &bytes, e)
           && font_add(out, bytes, file->text, bold && bold->kind == JSON_FLAG && bold->flag, e);
}

bool resources_fonts(const struct host *host, struct arena *a, const char *assets, struct font_set *out, struct error *e) {
    const char *folder = resources_find(host, a, "fonts");
    struct bytes text;
    assets = assets ? assets : resources_find(host, a, "assets");
    if (!assets || !folder)
        return error_set(e, ERROR_WORLD, "the fonts are not installed beside the program; install it again");
    const char *path = arena_printf(a, "%s/fonts.json", assets);
    if (!host->read_file(host->self, a, path, LIST_LIMIT, &text, e))
        return false;
    struct json_fault fault = { 0 };
    const struct json *root = json_parse(a, text, &fault), *list = json_get(root, "fonts");
    if (!root)
        return error_set(e, ERROR_INPUT, "%s: line %d: %s", path, fault.line, fault.why);
    for (int i = 0; list && i < list->count; i++)
        if (!add_font(host, a, folder, &list->items[i], out, e))
            return false;
    return out->count > 0 || error_set(e, ERROR_INPUT, "%s: lists no fonts; install the program again", path);
}
