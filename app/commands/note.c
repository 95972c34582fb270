#include "commands/command.h"

#include "note/note.h"

#include <string.h>

/* No letter or digit that is easily taken for another when a reference is read out. */
static const char reference_letters[] = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

static bool make_stamp(struct run *run, struct stamp *stamp, struct error *e) {
    unsigned char bytes[6];
    char *reference = arena_string(run->arena, "00-0000");
    if (!run->host->random(run->host->self, bytes, sizeof bytes, e) || !run->host->now(run->host->self, &stamp->time, e))
        return false;
    for (int i = 0; i < 6; i++)
        reference[i < 2 ? i : i + 1] = reference_letters[bytes[i] % (sizeof reference_letters - 1)];
    stamp->reference = reference;
    stamp->has_time = true;
    return true;
}

static bool find_receiver(struct run *run, const struct assessment *r, int *receiver, struct error *e) {
    const char *id = run->options.receiver;
    *receiver = id ? pack_find(run->pack, THING_ROUTE, id) : note_receiver(run->pack, r);
    if (*receiver < 0)
        return error_set(e, ERROR_USAGE, "--receiver names no route; see: waymark list routes");
    if (!run->pack->routes.routes.items[*receiver].receives_note)
        return error_set(e, ERROR_USAGE, "the route %s receives no notes", run->pack->routes.routes.items[*receiver].id);
    return true;
}

static const struct writer *find_writer(const char *name, size_t size) {
    for (int i = 0; i < writer_count; i++)
        if (strlen(writers[i].format) == size && !strncmp(writers[i].format, name, size))
            return &writers[i];
    return NULL;
}

/* The formats asked for, as bits of the table; 0 if one is unknown. */
static unsigned find_formats(const char *list) {
    unsigned formats = 0;
    if (!list)
        return BIT(writer_count) - 1;
    for (const char *at = list;;) {
        size_t size = strcspn(at, ",");
        const struct writer *w = find_writer(at, size);
        if (!w)
            return 0;
        formats |= BIT(w - writers);
        if (!at[size])
            return formats;
        at += size + 1;
    }
}

static bool write_note(struct run *run, const struct note *n, unsigned formats, struct error *e) {
    struct host_file *files = arena_alloc(run->arena, (size_t)writer_count, sizeof *files);
    struct buffer list = { .arena = run->arena };
    int count = 0;
    for (int i = 0; i < writer_count; i++) {
        struct buffer out = { .arena = run->arena };
        if (!(formats & BIT(i)))
            continue;
        writers[i].write(n, &out);
        files[count] = (struct host_file){ arena_printf(run->arena, "%s.%s", n->stamp->reference, writers[i].format), buffer_bytes(&out) };
        buffer_printf(&list, "%s/%s\n", run->options.out, files[count].name);
        count++;
    }
    return run->host->write_files(run->host->self, run->options.out, files, count, e) && run_print(run, buffer_bytes(&list), e);
}

enum error_kind command_note(struct run *run, struct error *e) {
    struct session session;
    struct stamp stamp = { 0 };
    int receiver;
    unsigned formats = find_formats(run->options.format);
    if (!run->options.out || !*run->options.out)
        error_set(e, ERROR_USAGE, "--out is missing: the folder for the note");
    else if (!formats)
        error_set(e, ERROR_USAGE, "--format takes txt, html and json, with commas between");
    if (e->kind || !run_load(run, e) || !run_read_answers(run, &session, e))
        return e->kind;
    if (!(run->options.stamp ? run_read_stamp(run, &stamp, e) : make_stamp(run, &stamp, e)))
        return e->kind;
    struct assessment r = assess(run->arena, run->pack, &session, &stamp);
    if (!find_receiver(run, &r, &receiver, e))
        return e->kind;
    struct note n = note_make(run->arena, run->pack, &session, &r, receiver, &run->language, &stamp);
    return write_note(run, &n, formats, e) ? ERROR_NONE : e->kind;
}
