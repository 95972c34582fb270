#include "base/catalog.h"

#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

#define MAGIC UINT32_C(0x950412de)
#define MAGIC_SWAPPED UINT32_C(0xde120495)
#define HEADER_SIZE 28

/* Deliberately the longest key we ever ask for: a look-up builds it on the stack. */
#define KEY_SIZE 4096

struct mo {
    struct bytes file;
    bool swapped;
};

static uint32_t number_at(const struct mo *m, size_t at) {
    const unsigned char *p = (const unsigned char *)m->file.data + at;
    uint32_t little = p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
    uint32_t big = p[3] | (uint32_t)p[2] << 8 | (uint32_t)p[1] << 16 | (uint32_t)p[0] << 24;
    return m->swapped ? big : little;
}

/* A string described by a pair of length and offset; its NUL must be inside the file. */
static bool string_at(const struct mo *m, size_t table, uint32_t index, struct bytes *out) {
    uint32_t length = number_at(m, table + (size_t)index * 8);
    uint32_t offset = number_at(m, table + (size_t)index * 8 + 4);
    if (offset >= m->file.size || length >= m->file.size - offset || m->file.data[offset + length] != '\0')
        return false;
    *out = (struct bytes){ m->file.data + offset, length };
    return utf8_valid(*out);
}

static bool table_fits(const struct mo *m, uint32_t table, uint32_t count) {
    return table <= m->file.size && count <= (m->file.size - table) / 8;
}

static bool read_entries(struct arena *a, const struct mo *m, struct catalog *out) {
    uint32_t count = number_at(m, 8), ids = number_at(m, 12), texts = number_at(m, 16);
    if (count == 0 || !table_fits(m, ids, count) || !table_fits(m, texts, count))
        return false;
    struct catalog_entry *entries = arena_alloc(a, count, sizeof *entries);
    size_t total = 0;
    for (uint32_t i = 0; i < count; i++) {
        struct bytes id, text;
        if (!string_at(m, ids, i, &id) || !string_at(m, texts, i, &text))
            return false;
        /* Entries that share one long string would take time by the square of the file's size. */
        total += id.size + text.size;
        if (total > m->file.size)
            return false;
        entries[i] = (struct catalog_entry){ id.data, text.data, text.size };
        if (i > 0 && strcmp(entries[i - 1].id, id.data) >= 0)
            return false;
    }
    out->entries = entries;
    out->count = (int)count;
    return true;
}

static const char *lookup(const struct catalog *c, const char *key, size_t *size) {
    int low = 0, high = c->count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (strcmp(c->entries[middle].id, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == c->count || strcmp(c->entries[low].id, key) != 0 || !c->entries[low].text[0])
        return NULL;
    *size = c->entries[low].text_size;
    return c->entries[low].text;
}

/* The value of "Field: value\n", inside the header text. */
static struct bytes header_line(const struct catalog *c, const char *field) {
    size_t unused, size = strlen(field);
    const char *at = lookup(c, "", &unused);
    while (at && *at) {
        size_t length = strcspn(at, "\n");
        if (length > size + 1 && !strncmp(at, field, size) && at[size] == ':') {
            size_t skip = size + 1 + strspn(at + size + 1, " ");
            return (struct bytes){ at + skip, length > skip ? length - skip : 0 };
        }
        at += length + (at[length] == '\n');
    }
    return (struct bytes){ NULL, 0 };
}

const char *catalog_header(struct arena *a, const struct catalog *c, const char *field) {
    struct bytes value = header_line(c, field);
    return value.data ? arena_copy(a, value.data, value.size) : NULL;
}

bool catalog_read(struct arena *a, struct bytes file, const char *name, struct catalog *out, struct error *e) {
    struct mo m = { .file = file };
    *out = (struct catalog){ .plural = plural_english };
    if (file.size < HEADER_SIZE)
        return error_set(e, ERROR_INPUT, "%s: too short for a catalogue", name);
    m.swapped = number_at(&m, 0) == MAGIC_SWAPPED;
    if (number_at(&m, 0) != MAGIC || number_at(&m, 4) >> 16 > 1)
        return error_set(e, ERROR_INPUT, "%s: not a catalogue of gettext", name);
    if (!read_entries(a, &m, out))
        return error_set(e, ERROR_INPUT, "%s: the catalogue is damaged; build or install it again", name);
    const char *type = catalog_header(a, out, "Content-Type");
    if (!type || !(strstr(type, "charset=UTF-8") || strstr(type, "charset=utf-8")))
        return error_set(e, ERROR_INPUT, "%s: the catalogue does not say that it is in UTF-8", name);
    const char *plural = catalog_header(a, out, "Plural-Forms");
    if (plural && !plural_read(plural, &out->plural))
        return error_set(e, ERROR_INPUT, "%s: the rule in Plural-Forms cannot be read", name);
    return true;
}

const char *catalog_find(const struct catalog *c, const char *context, const char *id) {
    char key[KEY_SIZE];
    size_t unused, before = context ? strlen(context) + 1 : 0, size = strlen(id);
    /* The empty id is the header, never a text to show. */
    if (!size || before + size >= sizeof key)
        return NULL;
    if (context) {
        memcpy(key, context, before - 1);
        key[before - 1] = '\004';
    }
    memcpy(key + before, id, size + 1);
    return lookup(c, key, &unused);
}

const char *catalog_find_plural(const struct catalog *c, const char *id, unsigned long n) {
    size_t size;
    const char *text = *id ? lookup(c, id, &size) : NULL;
    if (!text)
        return NULL;
    const char *end = text + size;
    for (int form = plural_form(&c->plural, n); form > 0; form--) {
        text += strlen(text) + 1;
        if (text > end)
            return NULL;
    }
    return *text ? text : NULL;
}
