#include "base/problem.h"

void problem_vadd(struct problems *ps, const char *file, int line, const char *path, const char *format, va_list args) {
    if (ps->count == PROBLEMS_MAX) {
        ps->left_out++;
        return;
    }
    ps->items = arena_grow(ps->arena, ps->items, ps->count, &ps->capacity, sizeof *ps->items);
    ps->items[ps->count++] = (struct problem){
        .file = arena_string(ps->arena, file),
        .line = line,
        .path = arena_string(ps->arena, path),
        .text = arena_vprintf(ps->arena, format, args),
    };
}

void problem_add(struct problems *ps, const char *file, int line, const char *path, const char *format, ...) {
    va_list args;
    va_start(args, format);
    problem_vadd(ps, file, line, path, format, args);
    va_end(args);
}

const char *problem_line(struct arena *a, const struct problem *p) {
    const char *line = p->line ? arena_printf(a, ":%d", p->line) : "";
    const char *before = p->file[0] ? arena_printf(a, "%s%s: ", p->file, line) : "";
    return arena_printf(a, "%s%s%s%s", before, p->path, p->path[0] ? ": " : "", p->text);
}
