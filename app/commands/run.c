/* What all commands share: finding and reading content, catalogues, answers and stamp. */
#include "commands/command.h"

#include <string.h>

#define CATALOG_LIMIT ((size_t)16 * 1024 * 1024)
#define ANSWERS_LIMIT ((size_t)1024 * 1024)
#define STAMP_LIMIT ((size_t)16 * 1024)

bool run_print(struct run *run, struct bytes text, struct error *e) {
    return run->host->print(run->host->self, HOST_OUT, text)
           || error_set(e, ERROR_WORLD, "standard output cannot be written; is the disk full?");
}

bool run_report(struct run *run, const struct problems *problems, const char *what, struct error *e) {
    struct buffer b = { .arena = run->arena };
    for (int i = 0; i < problems->count; i++)
        buffer_printf(&b, "%s\n", problem_line(run->arena, &problems->items[i]));
    if (problems->left_out)
        buffer_printf(&b, "and %d more\n", problems->left_out);
    run->host->print(run->host->self, HOST_ERR, buffer_bytes(&b));
    int count = problems->count + problems->left_out;
    return count == 0 || error_set(e, ERROR_INPUT, "%s: %d problem%s", what, count, count == 1 ? "" : "s");
}

/* The installed place, the program's own folder, the tree it was built in. Never the working
 * directory: who can write there must not choose what an officer reads. */
static const char *find_shared(struct run *run, const char *name) {
    static const char *const places[] = { "../share/waymark/", "", "../" };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const char *path = arena_printf(run->arena, "%s/%s%s", run->host->program_folder, places[i], name);
        if (run->host->is_folder(run->host->self, path))
            return path;
    }
    return NULL;
}

bool run_read_content(struct run *run, struct pack_files *files, struct error *e) {
    run->content_folder = run->options.content ? run->options.content : find_shared(run, "content");
    if (!run->content_folder)
        return error_set(e, ERROR_WORLD, "the content is not installed beside the program; name its folder with --content");
    return pack_files_load(run->host, run->arena, run->content_folder, files, e);
}

static bool read_catalog(struct run *run, const char *folder, const char *domain, const struct catalog **out, struct error *e) {
    struct bytes file;
    const struct host *host = run->host;
    const char *path = arena_printf(run->arena, "%s/%s/%s.mo", folder, run->options.language, domain);
    struct catalog *catalog = arena_alloc(run->arena, 1, sizeof *catalog);
    if (!host->read_file(host->self, run->arena, path, CATALOG_LIMIT, &file, e) || !catalog_read(run->arena, file, path, catalog, e))
        return false;
    *out = catalog;
    return true;
}

/* The list that the build writes: names with blanks or line ends between. */
bool run_list_languages(struct run *run, struct host_names *out, struct error *e) {
    const char *folder = find_shared(run, "locales");
    struct bytes text;
    int capacity = 0;
    *out = (struct host_names){ 0 };
    out->items = arena_grow(run->arena, out->items, 0, &capacity, sizeof *out->items);
    out->items[out->count++] = "en";
    if (!folder)
        return true;
    if (!run->host->read_file(run->host->self, run->arena, arena_printf(run->arena, "%s/LINGUAS", folder), STAMP_LIMIT, &text, e))
        return false;
    for (const char *at = text.data, *end = text.data + text.size; at < end;) {
        const char *stop = at;
        while (stop < end && *stop != ' ' && *stop != '\n' && *stop != '\r')
            stop++;
        const char *code = arena_copy(run->arena, at, (size_t)(stop - at));
        out->items = arena_grow(run->arena, out->items, out->count, &capacity, sizeof *out->items);
        if (language_code_valid(code) && strcmp(code, "en") != 0)
            out->items[out->count++] = code;
        at = stop + 1;
    }
    return true;
}

static bool is_listed(const struct host_names *names, const char *name) {
    for (int i = 0; i < names->count; i++)
        if (!strcmp(names->items[i], name))
            return true;
    return false;
}

static const char *language_tag(struct arena *a, const char *code) {
    char *tag = arena_copy(a, code, strcspn(code, "@"));
    for (char *at = tag; *at; at++)
        if (*at == '_')
            *at = '-';
    return tag;
}

static bool load_language(struct run *run, struct error *e) {
    const char *code = run->options.language, *folder = find_shared(run, "locales");
    struct host_names names;
    if (!code || !strcmp(code, "en"))
        return true;
    if (!run_list_languages(run, &names, e))
        return false;
    if (!folder || !language_code_valid(code) || !is_listed(&names, code))
        return error_set(e, ERROR_USAGE, "this language is not installed; see: waymark list languages");
    run->language.code = code;
    run->language.tag = language_tag(run->arena, code);
    run->language.right_to_left = language_code_right_to_left(code);
    return read_catalog(run, folder, "ui", &run->language.ui, e) && read_catalog(run, folder, "content", &run->language.content, e)
           && read_catalog(run, folder, "card", &run->language.card, e);
}

bool run_check_options(struct run *run, struct error *e) {
    const char *country = run->options.country, *assets = run->options.assets;
    if (country && (strspn(country, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 2 || country[2]))
        return error_set(e, ERROR_USAGE, "--country needs two capital letters, such as RO");
    if (assets && !run->host->is_folder(run->host->self, assets))
        return error_set(e, ERROR_USAGE, "--assets needs a folder");
    return load_language(run, e);
}

bool run_load(struct run *run, struct error *e) {
    struct problems problems = { .arena = run->arena };
    struct pack_files files;
    if (!run_check_options(run, e) || !run_read_content(run, &files, e))
        return false;
    run->pack = pack_read(run->arena, files.items, files.count, &problems);
    return run_report(run, &problems, run->content_folder, e);
}

bool run_read_answers(struct run *run, struct session *session, struct error *e) {
    const char *path = run->options.answers;
    struct problems problems = { .arena = run->arena };
    struct bytes text;
    if (!path)
        return error_set(e, ERROR_USAGE, "--answers is missing");
    if (!run->host->read_file(run->host->self, run->arena, path, ANSWERS_LIMIT, &text, e))
        return false;
    session_read(run->arena, run->pack, text, path, session, &problems);
    if (!run_report(run, &problems, path, e))
        return false;
    if (run->options.country && !session_text(session, TEXT_SERVES))
        session_set(session, SLOT_TEXT, TEXT_SERVES, (struct slot){ .text = run->options.country });
    return true;
}

bool run_read_stamp(struct run *run, struct stamp *stamp, struct error *e) {
    struct bytes text;
    return run->host->read_file(run->host->self, run->arena, run->options.stamp, STAMP_LIMIT, &text, e)
           && stamp_read(run->arena, text, run->options.stamp, stamp, e);
}
