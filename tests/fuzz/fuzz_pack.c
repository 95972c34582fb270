/* A pack of which one file holds any bytes: the first byte of the input says which file of the
 * real content is replaced by the rest. A pack without problems must stand all checks, and an
 * assessment and a note must come out of it: it is what an officer gets whose content was
 * tampered with. */
#include "content.h"
#include "mutate.h"
#include "note/note.h"

#include <assert.h>

struct world {
    struct arena arena; /* never given back: it lives as long as the target runs */
    struct content content;
    struct bytes answers;
    struct stamp stamp;
};

/* Kept between inputs, so that the disk is read once. Never changes after the first input. */
static const struct world *world(void) {
    static struct world w;
    struct error e = { 0 };
    if (!w.content.count) {
        w.content = content_read(&w.arena);
        w.answers = support_file(&w.arena, "tests/golden/adult/answers.json");
        assert(stamp_read(&w.arena, support_file(&w.arena, "tests/golden/stamp.json"), "stamp.json", &w.stamp, &e));
    }
    return &w;
}

/* The cases of the content are many, and none is about the replaced file in particular, so only
 * a file of cases that is itself replaced stays in the pack. */
static struct content replace_one(struct arena *a, const struct content *c, const uint8_t *data, size_t size) {
    struct content out = { .items = arena_alloc(a, (size_t)c->count, sizeof *out.items) };
    int replaced = data[0] % c->count;
    for (int i = 0; i < c->count; i++)
        if (i == replaced)
            out.items[out.count++] = (struct pack_file){ c->items[i].name, { (const char *)data + 1, size - 1 } };
        else if (strncmp(c->items[i].name, "cases/", strlen("cases/")) != 0)
            out.items[out.count++] = c->items[i];
    return out;
}

/* One receiver is enough here: fuzz_answers tries them all. */
static void write_note(struct arena *a, const struct pack *p, const struct session *s, const struct stamp *stamp) {
    struct assessment r = assess(a, p, s, stamp);
    int receiver = note_receiver(s, &r);
    struct note n = note_make(a, p, s, &r, receiver < 0 ? p->routes.adult.index : receiver, &language_english, stamp);
    for (int i = 0; i < writer_count; i++) {
        if (!writers[i].write)
            continue; /* pages are drawn in platform */
        struct buffer out = { .arena = a };
        writers[i].write(&n, &out);
    }
}

static void use_pack(struct arena *a, const struct world *w, const struct pack *p) {
    struct problems problems = { .arena = a };
    struct session s;
    pack_check(a, p, &(struct date_time){ .year = 2026, .month = 1, .day = 2 }, &problems);
    note_check(p, &problems);
    /* The replaced file may lack a sign that was answered; then nothing is. */
    if (!session_read(a, p, w->answers, "answers.json", &s, &problems))
        s = session_new(a, p, 0);
    write_note(a, p, &s, &w->stamp);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t limit, unsigned seed) {
    return size < 2 ? LLVMFuzzerMutate(data, size, limit) : 1 + mutate_json((char *)data + 1, size - 1, limit - 1, seed);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const struct world *w = world();
    struct arena a = { 0 };
    struct problems problems = { .arena = &a };
    if (size == 0)
        return 0;
    struct content files = replace_one(&a, &w->content, data, size);
    const struct pack *p = pack_read(&a, files.items, files.count, &problems);
    if (problems.count == 0)
        use_pack(&a, w, p);
    arena_free(&a);
    return 0;
}
