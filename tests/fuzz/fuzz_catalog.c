/* Any bytes as a compiled catalogue. Each entry of one that can be read must be found, and
 * everything that is shown through it must be a string. */
#include "base/language.h"

#include <assert.h>
#include <limits.h>
#include <stdint.h>
#include <string.h>

#define ENTRIES_TRIED 200
#define KEY_TRIED 4000 /* look-ups may refuse longer ones */

static const unsigned long numbers[] = { 0, 1, 2, 5, 11, 21, 100, ULONG_MAX };

/* The sum reaches every byte, so that one outside the file is noticed. */
static size_t touch(const char *text) {
    return text ? strlen(text) : 0;
}

static size_t find_plurals(const struct catalog *c, const struct language *l, const char *id) {
    size_t sum = 0;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        sum += touch(catalog_find_plural(c, id, numbers[i])) + touch(trn(l, id, "many", numbers[i]));
    return sum;
}

static size_t find_with_context(struct arena *a, const struct language *l, const char *key) {
    size_t size = strcspn(key, "\004");
    if (!key[size])
        return touch(tr(l, key));
    const char *context = arena_copy(a, key, size);
    return touch(trc(l, context, key + size + 1)) + touch(content_text(l, context, NULL, "text", key + size + 1));
}

static size_t find_entry(struct arena *a, const struct catalog *c, const struct language *l, const struct catalog_entry *entry) {
    const char *found = catalog_find(c, NULL, entry->id);
    if (*entry->id && *entry->text && strlen(entry->id) < KEY_TRIED)
        assert(found == entry->text);
    else
        assert(!found || *found);
    return find_plurals(c, l, entry->id) + find_with_context(a, l, entry->id);
}

static size_t use_catalog(struct arena *a, const struct catalog *c) {
    struct language l = { .code = "xx", .tag = "xx", .ui = c, .content = c, .card = c };
    size_t sum = touch(catalog_header(a, c, "Language")) + touch(catalog_header(a, c, ""));
    for (int i = 0; i < c->count && i < ENTRIES_TRIED; i++)
        sum += find_entry(a, c, &l, &c->entries[i]);
    return sum + touch(catalog_find(c, "button", "Next")) + find_plurals(c, &l, "no such entry");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena a = { 0 };
    struct catalog c;
    struct error e = { 0 };
    if (catalog_read(&a, (struct bytes){ (const char *)data, size }, "fuzz.mo", &c, &e))
        assert(use_catalog(&a, &c) < SIZE_MAX);
    else
        assert(e.kind == ERROR_INPUT && e.text[0]);
    arena_free(&a);
    return 0;
}
