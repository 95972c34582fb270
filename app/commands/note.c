#include "commands/command.h"

#include "note_files.h"
#include "resources.h"

#include <string.h>

static bool find_receiver(struct run *run, const struct session *s, const struct assessment *r, int *receiver, struct error *e) {
    const char *id = run->options.receiver;
    *receiver = id ? pack_find(run->pack, THING_ROUTE, id) : note_receiver(s, r);
    if (*receiver < 0 && !id)
        return error_set(e, ERROR_INPUT, "only the file is here: choose to whom the note goes with --receiver; see: waymark list routes");
    if (*receiver < 0)
        return error_set(e, ERROR_USAGE, "--receiver names no route; see: waymark list routes");
    if (!run->pack->routes.routes.items[*receiver].receives_note)
        return error_set(e, ERROR_USAGE, "the route %s receives no notes", run->pack->routes.routes.items[*receiver].id);
    return true;
}

static bool write_note(struct run *run, const struct note *n, unsigned formats, struct error *e) {
    struct buffer names = { .arena = run->arena };
    struct font_set fonts = { .count = 0 };
    bool ok = !note_formats_with_pages(formats) || resources_fonts(run->host, run->arena, run->options.assets, &fonts, e);
    ok = ok && note_files_write(run->host, run->arena, n, &fonts, formats, run->options.out, &names, e)
         && run_print(run, buffer_bytes(&names), e);
    font_close(&fonts);
    return ok;
}

enum error_kind command_note(struct run *run, struct error *e) {
    struct session session;
    struct stamp stamp = { 0 };
    int receiver;
    unsigned formats = note_formats(run->options.format);
    if (!run->options.out || !*run->options.out)
        error_set(e, ERROR_USAGE, "--out is missing: the folder for the note");
    else if (!formats)
        error_set(e, ERROR_USAGE, "--format takes pdf, html, txt and json, with commas between");
    if (e->kind || !run_load(run, e) || !run_read_answers(run, &session, e))
        return e->kind;
    if (!(run->options.stamp ? run_read_stamp(run, &stamp, e) : stamp_make(run->host, run->arena, &stamp, e)))
        return e->kind;
    struct assessment r = assess_without_pairs(run->arena, run->pack, &session, &stamp);
    if (!find_receiver(run, &session, &r, &receiver, e))
        return e->kind;
    struct note n = note_make(run->arena, run->pack, &session, &r, receiver, &run->language, &stamp);
    return write_note(run, &n, formats, e) ? ERROR_NONE : e->kind;
}
