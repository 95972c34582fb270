#include "commands/command.h"

#include "note/note.h"

enum error_kind command_check(struct run *run, struct error *e) {
    struct problems problems = { .arena = run->arena };
    struct buffer out = { .arena = run->arena };
    struct pack_files files;
    int cases = 0;
    if (!run_check_options(run, e) || !run_read_content(run, PACK_TO_CHECK, &files, e))
        return e->kind;
    run->pack = pack_read(run->arena, files.items, files.count, &problems);
    if (problems.count == 0) {
        struct error no_clock = { 0 };
        struct date_time today;
        bool known = run->host->now(run->host->self, &today, &no_clock);
        pack_check(run->arena, run->pack, known ? &today : NULL, &problems);
        note_check(run->pack, &problems);
    }
    if (files.own_unreadable) {
        error_set(e, ERROR_INPUT, "%s", files.own_unreadable);
        return e->kind;
    }
    if (!run_report(run, &problems, run->content_folder, e))
        return e->kind;
    for (int i = 0; i < run->pack->case_files.count; i++)
        cases += run->pack->case_files.items[i].cases.count;
    buffer_printf(&out, "%s: %d signs, %d rules, %d settings, %d cases: no problems\n", run->content_folder, run->pack->indicators.count,
                  run->pack->rules.rules.count, run->pack->settings.count, cases);
    return run_print(run, buffer_bytes(&out), e) ? ERROR_NONE : e->kind;
}
