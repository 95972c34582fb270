/* What all commands share: finding and reading content, catalogues, answers and stamp. */
#include "commands/command.h"

#include "resources.h"

#include <string.h>

#define ANSWERS_LIMIT ((size_t)1024 * 1024)
#define STAMP_LIMIT ((size_t)16 * 1024)

bool run_print(struct run *run, struct bytes text, struct error *e) {
    return run->host->print(run->host->self, HOST_OUT, text)
           || error_set(e, ERROR_WORLD, "standard output cannot be written; is the disk full?");
}

static bool is_own_file(const char *name) {
    return !strncmp(name, PACK_OWN_FILES, strlen(PACK_OWN_FILES));
}

/* The authority's own file has a name among those of the pack, and another on the disk. */
static const char *line_of(const struct run *run, const struct problem *p) {
    struct problem shown = *p;
    if (is_own_file(p->file) && run->host->contacts_file)
        shown.file = run->host->contacts_file;
    return problem_line(run->arena, &shown);
}

bool run_report(struct run *run, const struct problems *problems, const char *what, struct error *e) {
    struct buffer b = { .arena = run->arena };
    for (int i = 0; i < problems->count; i++)
        buffer_printf(&b, "%s\n", line_of(run, &problems->items[i]));
    if (problems->left_out)
        buffer_printf(&b, "and %d more\n", problems->left_out);
    run->host->print(run->host->self, HOST_ERR, buffer_bytes(&b));
    if (problems->count)
        run->first_problem = line_of(run, &problems->items[0]);
    int count = problems->count + problems->left_out;
    return count == 0 || error_set(e, ERROR_INPUT, "%s: %d problem%s", what, count, count == 1 ? "" : "s");
}

bool run_read_content(struct run *run, enum pack_use use, struct pack_files *files, struct error *e) {
    run->content_folder = run->options.content ? run->options.content : resources_find(run->host, run->arena, "content");
    if (!run->content_folder)
        return error_set(e, ERROR_WORLD, "the content is not installed beside the program; name its folder with --content");
    return pack_files_load(run->host, run->arena, run->content_folder, use, files, e);
}

bool run_check_options(struct run *run, struct error *e) {
    const char *country = run->options.country, *assets = run->options.assets;
    if (country && (strspn(country, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 2 || country[2]))
        return error_set(e, ERROR_USAGE, "--country needs two capital letters, such as RO");
    if (assets && !run->host->is_folder(run->host->self, assets))
        return error_set(e, ERROR_USAGE, "--assets needs a folder");
    return !run->options.language || resources_language(run->host, run->arena, run->options.language, &run->language, e);
}

/* Are all problems those of the deploying authority's file? */
static bool only_in_own_files(const struct problems *problems) {
    for (int i = 0; i < problems->count; i++)
        if (!is_own_file(problems->items[i].file))
            return false;
    return problems->count > 0;
}

static void leave_out_own_files(struct pack_files *files) {
    int kept = 0;
    for (int i = 0; i < files->count; i++)
        if (!is_own_file(files->items[i].name))
            files->items[kept++] = files->items[i];
    files->count = kept;
}

/* What only a look at the whole file shows: a date that cannot be, a contact without a number. */
static void check_own_files(struct run *run, struct problems *problems) {
    struct error no_clock = { 0 };
    struct date_time today;
    bool known = run->host->now(run->host->self, &today, &no_clock);
    if (problems->count == 0)
        pack_check_own(run->arena, run->pack, known ? &today : NULL, problems);
}

static void say_unreadable(struct run *run, const char *why) {
    struct buffer b = { .arena = run->arena };
    buffer_printf(&b, "%s\n", why);
    run->host->print(run->host->self, HOST_ERR, buffer_bytes(&b));
    run->contacts_problem = why;
}

/* A slip in the authority's contacts must not keep an officer from working: it is said, and the pack's own
 * contacts stand in. */
bool run_load(struct run *run, struct error *e) {
    struct problems problems = { .arena = run->arena };
    struct pack_files files;
    if (!run_check_options(run, e) || !run_read_content(run, PACK_TO_WORK, &files, e))
        return false;
    if (files.own_unreadable)
        say_unreadable(run, files.own_unreadable);
    run->pack = pack_read(run->arena, files.items, files.count, &problems);
    check_own_files(run, &problems);
    if (only_in_own_files(&problems)) {
        struct error said = { 0 };
        run_report(run, &problems, run->host->contacts_file, &said);
        run->contacts_problem = run->first_problem;
        problems = (struct problems){ .arena = run->arena };
        leave_out_own_files(&files);
        run->pack = pack_read(run->arena, files.items, files.count, &problems);
    }
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
