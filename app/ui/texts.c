#include "ui/texts.h"

#include <string.h>

#define GENERATION_BYTES ((size_t)6 * 1024 * 1024)

/* FNV-1a. */
static unsigned add(unsigned hash, const void *data, size_t size) {
    const unsigned char *bytes = data;
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ bytes[i]) * 16777619u;
    return hash;
}

static unsigned hash_of(const char *text, const struct paragraph_options *o) {
    unsigned hash = add(2166136261u, text, strlen(text));
    hash = add(hash, &o->style.size, sizeof o->style.size);
    hash = add(hash, &o->width, sizeof o->width);
    return add(hash, &o->bold_to, sizeof o->bold_to);
}

/* Languages are told apart by address: there are few, and they live as long as the program. */
static bool same(const struct texts_entry *e, unsigned hash, const char *text, const struct paragraph_options *o) {
    const struct paragraph_options *p = &e->options;
    return e->hash == hash && p->style.size == o->style.size && p->style.line == o->style.line && p->style.bold == o->style.bold
           && p->width == o->width && p->right_to_left == o->right_to_left && p->language == o->language && p->bold_to == o->bold_to
           && !strcmp(e->paragraph->text, text);
}

static struct texts_entry *find(struct texts *t, int generation, unsigned hash, const char *text, const struct paragraph_options *o) {
    struct texts_entry *table = t->tables[generation];
    for (unsigned i = hash % TEXTS_SLOTS;; i = (i + 1) % TEXTS_SLOTS)
        if (!table[i].paragraph || same(&table[i], hash, text, o))
            return &table[i];
}

static void start_generation(struct texts *t, int generation) {
    arena_free(&t->arenas[generation]);
    t->tables[generation] = arena_alloc(&t->arenas[generation], TEXTS_SLOTS, sizeof *t->tables[generation]);
    t->counts[generation] = 0;
    t->young = generation;
}

const struct paragraph *texts_get(struct texts *t, const struct font_set *fonts, const char *text,
                                  const struct paragraph_options *options) {
    if (!t->tables[t->young] || t->counts[t->young] > TEXTS_SLOTS / 2)
        start_generation(t, t->tables[t->young] ? !t->young : t->young);
    else if (t->arenas[t->young].used > GENERATION_BYTES)
        start_generation(t, !t->young);
    unsigned hash = hash_of(text, options);
    struct texts_entry *entry = find(t, t->young, hash, text, options);
    if (entry->paragraph)
        return entry->paragraph;
    struct arena *a = &t->arenas[t->young];
    struct paragraph *p = arena_alloc(a, 1, sizeof *p);
    *p = paragraph_make(a, fonts, arena_string(a, text), options);
    *entry = (struct texts_entry){ .hash = hash, .options = *options, .paragraph = p };
    t->counts[t->young]++;
    return p;
}

void texts_forget(struct texts *t) {
    for (int i = 0; i < 2; i++) {
        arena_free(&t->arenas[i]);
        t->tables[i] = NULL;
        t->counts[i] = 0;
    }
}
