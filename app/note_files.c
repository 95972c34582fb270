#include "note_files.h"

#include <string.h>

/* No letter or digit that is easily taken for another when a reference is read out. */
static const char reference_letters[] = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

bool stamp_make(const struct host *host, struct arena *a, struct stamp *out, struct error *e) {
    unsigned char bytes[6];
    char *reference = arena_string(a, "00-0000");
    if (!host->random(host->self, bytes, sizeof bytes, e) || !host->now(host->self, &out->time, e))
        return false;
    for (int i = 0; i < 6; i++)
        reference[i < 2 ? i : i + 1] = reference_letters[bytes[i] % (sizeof reference_letters - 1)];
    out->reference = reference;
    out->has_time = true;
    return true;
}

static const struct writer *find_writer(const char *name, size_t size) {
    for (int i = 0; i < writer_count; i++)
        if (strlen(writers[i].format) == size && !strncmp(writers[i].format, name, size))
            return &writers[i];
    return NULL;
}

unsigned note_formats(const char *list) {
    unsigned formats = 0;
    if (!list)
        return BIT(writer_count) - 1;
    for (const char *at = list;;) {
        size_t size = strcspn(at, ",");
        const struct writer *w = find_writer(at, size);
        if (!w)
            return 0;
        formats |= BIT(w - writers);
        if (!at[size])
            return formats;
        at += size + 1;
    }
}

unsigned note_formats_with_pages(unsigned formats) {
    unsigned paged = 0;
    for (int i = 0; i < writer_count; i++)
        if (!writers[i].write)
            paged |= formats & BIT(i);
    return paged;
}

static bool make_file(const struct host *host, struct arena *a, const struct note *n, const struct font_set *fonts, const struct writer *w,
                      struct bytes *out, struct error *e) {
    struct buffer text = { .arena = a };
    if (!w->write) {
        struct pages pages = note_pages(a, n, fonts);
        return host->pages_pdf(host->self, a, &pages, out, e);
    }
    w->write(n, &text);
    *out = buffer_bytes(&text);
    return true;
}

/* The files of the note, or NULL. */
static struct host_file *make_files(const struct host *host, struct arena *a, const struct note *n, const struct font_set *fonts,
                                    unsigned formats, int *count, struct error *e) {
    struct host_file *files = arena_alloc(a, (size_t)writer_count, sizeof *files);
    *count = 0;
    for (int i = 0; i < writer_count; i++) {
        struct host_file *file = &files[*count];
        if (!(formats & BIT(i)))
            continue;
        file->name = arena_printf(a, "%s.%s", n->stamp->reference, writers[i].format);
        if (!make_file(host, a, n, fonts, &writers[i], &file->bytes, e))
            return NULL;
        (*count)++;
    }
    return files;
}

bool note_files_write(const struct host *host, struct arena *a, const struct note *n, const struct font_set *fonts, unsigned formats,
                      const char *folder, struct buffer *names, struct error *e) {
    int count;
    struct host_file *files = make_files(host, a, n, fonts, formats, &count, e);
    if (!files || !host->write_files(host->self, folder, files, count, e))
        return false;
    for (int i = 0; names && i < count; i++)
        buffer_printf(names, "%s/%s\n", folder, files[i].name);
    return true;
}
