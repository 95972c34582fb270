#include "commands/walk.h"

#include "commands/command.h"

#include <string.h>

#define SCRIPT_LIMIT ((size_t)1024 * 1024)

struct shots {
    const struct host *host;
    const char *folder; /* NULL: no pictures are wanted */
    int count;
};

static bool after(void *self, const struct picture *p, const char *shot, struct error *e) {
    struct shots *s = self;
    struct arena a = { 0 };
    struct bytes png;
    if (!shot || !s->folder)
        return true;
    s->count++;
    bool ok = s->host->picture_png(s->host->self, &a, p, &png, e)
              && s->host->replace_file(s->host->self, arena_printf(&a, "%s/%s.png", s->folder, shot), png, e);
    arena_free(&a);
    return ok;
}

static bool prepare(struct run *run, struct app *app, struct error *e) {
    const struct options *o = &run->options;
    return walk_size(app, o->size ? o->size : "1280x800", e) && (!o->theme || walk_theme(app, o->theme, e))
           && (!o->text || walk_text(app, o->text, e));
}

static bool play(struct run *run, struct app *app, struct bytes script, struct error *e) {
    struct shots shots = { .host = run->host, .folder = run->options.shots };
    struct walk walk = { .app = app, .name = run->options.words[0], .self = &shots, .after = after };
    if (!prepare(run, app, e) || !walk_play(&walk, script, e))
        return false;
    const char *line = arena_printf(run->arena, "%s: walked, %d presses, %d pictures\n", walk.name, walk.presses, shots.count);
    return run_print(run, (struct bytes){ line, strlen(line) }, e);
}

enum error_kind command_walk(struct run *run, struct error *e) {
    const struct options *o = &run->options;
    struct app *app = arena_alloc(run->arena, 1, sizeof *app);
    struct app_start start = { .language = o->language, .state = o->country, .assets = o->assets };
    struct bytes script;
    if (o->word_count != 1)
        return error_set(e, ERROR_USAGE, "the script is missing; see: waymark walk --help"), e->kind;
    struct walk_world world = { 0 };
    struct host host = walk_host(run->host, o->out ? o->out : o->shots, &world);
    if (!run_load(run, e) || !host.read_file(host.self, run->arena, o->words[0], SCRIPT_LIMIT, &script, e))
        return e->kind;
    start.contacts_problem = run->contacts_problem;
    if (!app_open(app, &host, run->arena, run->pack, &start, e))
        return e->kind;
    bool ok = play(run, app, script, e);
    app_close(app);
    return ok ? ERROR_NONE : e->kind;
}
