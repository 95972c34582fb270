#include "core/fixture.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

struct list {
    struct arena *arena;
    struct pack_file *items;
    int count, capacity;
};

static int compare(const void *a, const void *b) {
    return strcmp(((const struct pack_file *)a)->name, ((const struct pack_file *)b)->name);
}

static void add_folder(struct list *l, const char *below) {
    const char *path = arena_printf(l->arena, "%s/content/%s", SOURCE_DIR, below);
    DIR *folder = opendir(path);
    if (!folder)
        return;
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        size_t size = strlen(entry->d_name);
        if (size < 6 || strcmp(entry->d_name + size - 5, ".json") != 0)
            continue;
        const char *name = arena_printf(l->arena, "%s%s", below, entry->d_name);
        l->items = arena_grow(l->arena, l->items, l->count, &l->capacity, sizeof *l->items);
        l->items[l->count++] = (struct pack_file){ name, support_file(l->arena, arena_printf(l->arena, "content/%s", name)) };
    }
    closedir(folder);
}

static struct pack_file *gather(struct arena *a, bool cases, int *count) {
    struct list l = { .arena = a };
    add_folder(&l, "");
    for (const struct pack_layout *p = pack_layouts; p->name; p++)
        if (p->name[strlen(p->name) - 1] == '/' && (cases || strcmp(p->name, "cases/") != 0))
            add_folder(&l, p->name);
    qsort(l.items, (size_t)l.count, sizeof *l.items, compare);
    *count = l.count;
    return l.items;
}

struct pack_file *fixture_files(struct arena *a, int *count) {
    return gather(a, false, count);
}

struct pack_file *fixture_all_files(struct arena *a, int *count) {
    return gather(a, true, count);
}

int fixture_open(void **state) {
    static struct fixture fixture;
    struct problems problems = { .arena = &fixture.arena };
    int count;
    struct pack_file *files = fixture_files(&fixture.arena, &count);
    fixture.pack = pack_read(&fixture.arena, files, count, &problems);
    for (int i = 0; i < problems.count; i++)
        print_error("%s\n", problem_line(&fixture.arena, &problems.items[i]));
    *state = &fixture;
    return problems.count;
}

int fixture_close(void **state) {
    struct fixture *f = *state;
    arena_free(&f->arena);
    return 0;
}

int fixture_clean(void **state) {
    struct fixture *f = *state;
    arena_free(&f->scratch);
    return 0;
}

struct session fixture_session(struct fixture *f, const char *answers) {
    struct problems problems = { .arena = &f->scratch };
    struct session session;
    if (!session_read(&f->scratch, f->pack, support_quotes(&f->scratch, answers), "answers", &session, &problems))
        fail_msg("%s", problem_line(&f->scratch, &problems.items[0]));
    return session;
}

struct assessment fixture_assess(struct fixture *f, const char *answers) {
    struct session *session = arena_alloc(&f->scratch, 1, sizeof *session);
    *session = fixture_session(f, answers);
    return assess(&f->scratch, f->pack, session, NULL);
}

const char *fixture_outcome(struct fixture *f, const char *answers) {
    return f->pack->rules.outcomes.items[fixture_assess(f, answers).outcome].id;
}
