/* Any bytes as an answers file for the real content. What can be read must give an assessment
 * and, for every receiver, a note in every format; written and read again it must be the same
 * session. */
#include "base/utf8.h"
#include "content.h"
#include "mutate.h"
#include "note/note.h"

#include <assert.h>

struct world {
    struct arena arena; /* never given back: it lives as long as the target runs */
    const struct pack *pack;
    struct stamp stamp;
};

static void world_read(struct world *w) {
    struct content files = content_read(&w->arena);
    struct problems problems = { .arena = &w->arena };
    struct error e = { 0 };
    w->pack = pack_read(&w->arena, files.items, files.count, &problems);
    for (int i = 0; i < problems.count; i++)
        fprintf(stderr, "%s\n", problem_line(&w->arena, &problems.items[i]));
    assert(problems.count == 0);
    assert(stamp_read(&w->arena, support_file(&w->arena, "tests/golden/stamp.json"), "stamp.json", &w->stamp, &e));
}

/* Kept between inputs, because reading the pack takes far longer than trying one of them. It is
 * read with the first input and never changes afterwards. */
static const struct world *world(void) {
    static struct world w;
    if (!w.pack)
        world_read(&w);
    return &w;
}

static bool same(struct bytes a, struct bytes b) {
    return a.size == b.size && !memcmp(a.data, b.data, a.size);
}

static struct bytes assessment_of(struct arena *a, const struct world *w, const struct session *s) {
    struct buffer out = { .arena = a };
    struct assessment r = assess(a, w->pack, s, &w->stamp);
    assess_write(w->pack, &r, &out);
    return buffer_bytes(&out);
}

static void write_note(struct arena *a, const struct note *n) {
    for (int i = 0; i < writer_count; i++) {
        if (!writers[i].write)
            continue; /* pages are drawn in platform */
        struct buffer out = { .arena = a };
        struct json_fault fault;
        writers[i].write(n, &out);
        assert(utf8_valid(buffer_bytes(&out)));
        assert(strcmp(writers[i].format, "json") != 0 || json_parse(a, buffer_bytes(&out), &fault));
    }
}

static void write_notes(struct arena *a, const struct world *w, const struct session *s) {
    struct assessment r = assess(a, w->pack, s, &w->stamp);
    for (int i = 0; i < w->pack->routes.routes.count; i++) {
        if (!w->pack->routes.routes.items[i].receives_note)
            continue;
        struct note n = note_make(a, w->pack, s, &r, i, &language_english, &w->stamp);
        write_note(a, &n);
    }
}

static void check_writing(struct arena *a, const struct world *w, const struct session *s) {
    struct problems problems = { .arena = a };
    struct buffer first = { .arena = a }, second = { .arena = a };
    struct session again;
    session_write(s, &first);
    assert(session_read(a, w->pack, buffer_bytes(&first), "again.json", &again, &problems));
    session_write(&again, &second);
    assert(same(buffer_bytes(&first), buffer_bytes(&second)));
    assert(same(assessment_of(a, w, s), assessment_of(a, w, &again)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t limit, unsigned seed) {
    return mutate_json((char *)data, size, limit, seed);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const struct world *w = world();
    struct arena a = { 0 };
    struct problems problems = { .arena = &a };
    struct session s;
    if (session_read(&a, w->pack, (struct bytes){ (const char *)data, size }, "answers.json", &s, &problems)) {
        write_notes(&a, w, &s);
        check_writing(&a, w, &s);
    } else {
        assert(problems.count > 0);
    }
    arena_free(&a);
    return 0;
}
