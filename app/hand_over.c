/* The note of the case on screen: its pages while they show, and its way to a folder. */
#include "app_parts.h"

#include "base/utf8.h"
#include "note_files.h"

#include <string.h>

void paper_forget(struct app *app) {
    arena_free(&app->paper);
    app->pages_for = (struct pages_for){ 0 };
}

/* The pages of the note, or NULL where nobody is chosen to receive it. */
const struct pages *paper_pages(struct app *app, int receiver) {
    const struct open_case *c = case_now(app);
    struct pages_for now = { app->assessed_for, receiver }, *old = &app->pages_for;
    if (receiver < 0)
        return NULL;
    if (case_same_answers(&old->answers, &now.answers) && old->receiver == now.receiver)
        return &app->pages;
    paper_forget(app);
    struct note n = note_make(&app->paper, app->pack, &c->session, &app->assessment, receiver, &app->language, &c->stamp);
    app->pages = note_pages(&app->paper, &n, &app->fonts);
    app->pages.serial = ++app->pages_made;
    app->pages_for = now;
    return &app->pages;
}

static bool make_note(struct app *app, struct arena *a, struct note *n, struct error *e) {
    struct open_case *c = case_now(app);
    struct assessment r = assess_without_pairs(a, app->pack, &c->session, &c->stamp);
    struct assessment *kept = arena_alloc(a, 1, sizeof *kept);
    int receiver = c->view.receiver >= 0 ? c->view.receiver : note_receiver(&c->session, &r);
    *kept = r;
    if (receiver < 0)
        return error_set(e, ERROR_INPUT, "%s", tr(&app->language, "Choose to whom the note goes."));
    *n = note_make(a, app->pack, &c->session, kept, receiver, &app->language, &c->stamp);
    return true;
}

/* Each note has a folder of its own: one that is there already may be another receiver's. */
static const char *find_folder(struct app *app, struct arena *a) {
    const char *set = app->preferences.texts[PREFERENCE_FOLDER], *reference = case_now(app)->stamp.reference;
    const char *base = app->host->documents_folder, *folder;
    set += strspn(set, " ");
    /* What does not begin at the root lies in the officer's own folder, wherever the program runs. */
    if (*set && *set != '/')
        base = arena_printf(a, "%s/%s", base, set);
    else if (*set)
        base = set;
    folder = arena_printf(a, "%s/%s", base, reference);
    const char *path = folder;
    for (int i = 2; i < 100 && app->host->is_folder(app->host->self, path); i++)
        path = arena_printf(a, "%s-%d", folder, i);
    return path;
}

/* All formats, or where the pages cannot be made or are too big for the disk, those without: a text in
 * the folder helps, a PDF that failed must not take it along. False where nothing was saved. */
static bool save(struct app *app, struct arena *a, const struct note *n, const char *folder) {
    const unsigned all = note_formats(NULL), paged = note_formats_with_pages(all);
    const char *said =
        tr(&app->language, "The PDF was not saved. The note is in the folder as text and as a web page that can be printed.");
    struct error e = { 0 }, second = { 0 };
    if (note_files_write(app->host, a, n, &app->fonts, all, folder, NULL, &e))
        return true;
    bool saved = note_files_write(app->host, a, n, &app->fonts, all & ~paged, folder, NULL, &second);
    if (!saved)
        said = tr(&app->language, "The note was not saved. Nothing is lost. Try another folder.");
    app_say(app, arena_printf(a, "%s\n%s", said, e.text));
    return saved;
}

void hand_over_write(struct app *app) {
    struct arena a = { 0 };
    struct error e = { 0 };
    struct note n;
    struct view_state *v = view_of(app);
    const char *folder = find_folder(app, &a);
    v->problem[0] = '\0';
    v->written = make_note(app, &a, &n, &e);
    if (!v->written)
        app_say(app, e.text);
    else
        v->written = save(app, &a, &n, folder);
    if (v->written) {
        v->written_receiver = n.receiver;
        utf8_copy(v->written_to, sizeof v->written_to, folder);
    }
    arena_free(&a);
}
