/* From input to painted frame, over a whole walk at 1920x1080: the time the app takes to find
 * what an input meant, act, lay out the next picture, and the painter to paint all of it. */
#include "commands/pack_files.h"
#include "commands/walk.h"
#include "platform/painter.h"
#include "platform/posix.h"
#include "platform/window.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define TIMES_MAX 100000
#define ROUNDS 20

struct frames {
    struct painter painter;
    struct pixels pixels;
    double *milliseconds;
    int count;
    double begin;
};

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static bool after(void *self, const struct picture *p, const char *shot, struct error *e) {
    struct frames *f = self;
    if (shot)
        return true;
    if (!painter_paint(&f->painter, p, f->pixels, e))
        return false;
    if (f->count < TIMES_MAX)
        f->milliseconds[f->count++] = now() - f->begin;
    f->begin = now();
    return true;
}

static int compare(const void *a, const void *b) {
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static _Noreturn void give_up(const char *why) {
    fprintf(stderr, "frames: %s\n", why);
    exit(1);
}

static void play(struct frames *f, const struct host *host, const struct pack *pack, struct bytes script, const char *name) {
    struct arena a = { 0 };
    struct app *app = arena_alloc(&a, 1, sizeof *app);
    struct error e = { 0 };
    struct walk w = { .app = app, .name = name, .self = f, .after = after };
    if (!app_open(app, host, &a, pack, &(struct app_start){ 0 }, &e) || !walk_size(app, "1920x1080", &e))
        give_up(e.text);
    /* The window shows its first picture before anybody can press anything. */
    if (!painter_paint(&f->painter, app_picture(app), f->pixels, &e))
        give_up(e.text);
    f->begin = now();
    if (!walk_play(&w, script, &e))
        give_up(e.text);
    painter_close(&f->painter);
    app_close(app);
    arena_free(&a);
}

int main(int count, char **arguments) {
    struct arena a = { 0 };
    struct host real = posix_host(&a, arguments[0]), host;
    struct window *window = window_make(&a);
    struct problems problems = { .arena = &a };
    struct pack_files files;
    struct error e = { 0 };
    struct bytes script;
    struct frames f = { .pixels = { .width = 1920, .height = 1080, .stride = 1920 * 4 } };
    window_fill_host(window, &real);
    if (count != 3)
        give_up("name a walk and a folder for its notes");
    if (!pack_files_load(&real, &a, SOURCE_DIR "/content", PACK_TO_WORK, &files, &e)
        || !real.read_file(real.self, &a, arguments[1], 1 << 20, &script, &e))
        give_up(e.text);
    const struct pack *pack = pack_read(&a, files.items, files.count, &problems);
    f.pixels.data = arena_alloc(&a, 1920 * 1080, 4);
    f.milliseconds = arena_alloc(&a, TIMES_MAX, sizeof *f.milliseconds);
    for (int i = 0; i < ROUNDS; i++) {
        struct walk_world world = { 0 };
        host = walk_host(&real, arena_printf(&a, "%s/%d", arguments[2], i), &world);
        play(&f, &host, pack, script, arguments[1]);
    }
    qsort(f.milliseconds, (size_t)f.count, sizeof *f.milliseconds, compare);
    printf("%-26s %12.2f ms median   %8.2f ms 99th percentile   %d inputs at 1920x1080\n", "input to frame", f.milliseconds[f.count / 2],
           f.milliseconds[f.count * 99 / 100], f.count);
    window_close(window);
    arena_free(&a);
    return 0;
}
