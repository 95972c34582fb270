#include "base/buffer.h"
#include "platform/page_draw.h"
#include "platform/pdf.h"

#include <cairo-pdf.h>
#include <string.h>

static cairo_status_t add_to_file(void *file, const unsigned char *data, unsigned size) {
    buffer_add_bytes(file, (const char *)data, size);
    return CAIRO_STATUS_SUCCESS;
}

static bool draw_pages(struct faces *faces, const struct pages *pages, struct buffer *out, struct error *e) {
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(add_to_file, out, (double)PAGE_WIDTH, (double)PAGE_HEIGHT);
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, pages->title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Waymark");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, pages->created);
    cairo_t *cr = cairo_create(surface);
    struct file_words words = { .fonts = pages->fonts };
    bool ok = true;
    /* What is no part of the text on pages of its own; add_artifacts() puts them under the others. */
    for (int i = 0; i < 2 * pages->pages.count && ok; i++) {
        ok = page_file(cr, faces, pages, i % pages->pages.count, &words, i >= pages->pages.count, e);
        cairo_show_page(cr);
    }
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    cairo_status_t status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    file_words_close(&words);
    return ok
           && (status == CAIRO_STATUS_SUCCESS || error_set(e, ERROR_WORLD, "the PDF cannot be made: %s", cairo_status_to_string(status)));
}

/* ---- what cairo leaves out. Its own output is read, nobody else's: it is regular. */

static const char *last(const char *text, size_t size, const char *what) {
    size_t length = strlen(what);
    for (size_t i = size < length ? 0 : size - length + 1; i-- > 0;)
        if (!memcmp(text + i, what, length))
            return text + i;
    return NULL;
}

static long number_after(const char *trailer, const char *key) {
    const char *at = trailer ? strstr(trailer, key) : NULL;
    long number = 0;
    for (at = at ? at + strlen(key) : ""; *at == ' ';)
        at++;
    for (; *at >= '0' && *at <= '9' && number < 100000000; at++)
        number = number * 10 + (*at - '0');
    return number;
}

/* What the end of the file says about it. */
struct trailer {
    long root, info, size, start;
    const char *table; /* the places of all objects, 20 bytes each */
};

static bool read_trailer(struct arena *a, const struct buffer *file, struct trailer *t) {
    const char *trailer = last(file->text, file->size, "trailer"), *start = last(file->text, file->size, "startxref");
    t->root = number_after(trailer, "/Root");
    t->info = number_after(trailer, "/Info");
    t->size = number_after(trailer, "/Size");
    t->start = number_after(start, "startxref\n");
    if (!t->root || !t->info || !t->size || !t->start || (size_t)t->start >= file->size)
        return false;
    const char *head = arena_printf(a, "xref\n0 %ld\n", t->size), *table = file->text + t->start;
    t->table = table + strlen(head);
    return !strncmp(table, head, strlen(head)) && t->size <= (trailer - t->table) / 20;
}

/* An object of cairo's between << and >>, or NULL. */
static const char *object_of(struct arena *a, const struct buffer *file, const struct trailer *t, long number) {
    if (number <= 0 || number >= t->size)
        return NULL;
    long place = number_after(arena_copy(a, t->table + 20 * number, 10), "");
    const char *head = arena_printf(a, "%ld 0 obj\n<<", number);
    if ((size_t)place + strlen(head) >= file->size || strncmp(file->text + place, head, strlen(head)) != 0)
        return NULL;
    const char *begin = file->text + place + strlen(head), *end = strstr(begin, "\n>>\nendobj");
    return end ? arena_copy(a, begin, (size_t)(end - begin)) : NULL;
}

/* XMP (ISO 16684-1): title, language and date, as the rest of the file says them. */
static const char *metadata(struct arena *a, const struct pages *pages) {
    struct buffer b = { .arena = a };
    buffer_add(&b,
               "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
               "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
               "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
               "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
               "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">");
    buffer_add_escaped(&b, pages->title, strlen(pages->title));
    buffer_add(&b, "</rdf:li></rdf:Alt></dc:title>\n<dc:language><rdf:Bag><rdf:li>");
    buffer_add_escaped(&b, pages->language->tag, strlen(pages->language->tag));
    buffer_add(&b, "</rdf:li></rdf:Bag></dc:language>\n<xmp:CreatorTool>Waymark</xmp:CreatorTool>\n<xmp:CreateDate>");
    buffer_add_escaped(&b, pages->created, strlen(pages->created));
    buffer_add(&b, "</xmp:CreateDate>\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");
    return buffer_text(&b);
}

/* ---- the update: objects written again, and new ones */

struct place {
    long number;
    size_t at;
};

struct update {
    struct arena *arena;
    struct buffer *file;
    struct trailer trailer;
    LIST(struct place) places;
    int capacity;
    long next; /* number of a new object */
};

static void begin_object(struct update *u, long number) {
    u->places.items = arena_grow(u->arena, u->places.items, u->places.count, &u->capacity, sizeof *u->places.items);
    int i = u->places.count++;
    for (; i > 0 && u->places.items[i - 1].number > number; i--)
        u->places.items[i] = u->places.items[i - 1];
    u->places.items[i] = (struct place){ number, u->file->size };
    buffer_printf(u->file, "%ld 0 obj\n<<", number);
}

static long add_stream(struct update *u, const char *head, const char *text) {
    begin_object(u, u->next);
    buffer_printf(u->file, "%s /Length %zu >>\nstream\n%s\nendstream\nendobj\n", head, strlen(text), text);
    return u->next++;
}

static void add_table(struct update *u) {
    const struct trailer *t = &u->trailer;
    size_t at = u->file->size;
    buffer_add(u->file, "xref\n");
    for (int i = 0; i < u->places.count; i++)
        buffer_printf(u->file, "%ld 1\n%010zu 00000 n \n", u->places.items[i].number, u->places.items[i].at);
    buffer_printf(u->file, "trailer\n<< /Size %ld /Root %ld 0 R /Info %ld 0 R /Prev %ld >>\nstartxref\n%zu\n%%%%EOF\n", u->next, t->root,
                  t->info, t->start, at);
}

/* A tag of letters, digits and hyphens needs no escaping. */
static void add_catalog(struct update *u, const char *catalog, const struct pages *pages) {
    long xmp = add_stream(u, " /Type /Metadata /Subtype /XML", metadata(u->arena, pages));
    begin_object(u, u->trailer.root);
    buffer_printf(u->file, "%s\n   /Lang (%s)\n   /Metadata %ld 0 R\n   /ViewerPreferences << /DisplayDocTitle true", catalog,
                  pages->language->tag, xmp);
    if (pages->language->right_to_left)
        buffer_add(u->file, " /Direction /R2L");
    buffer_add(u->file, " >>\n>>\nendobj\n");
}

/* ---- artifacts: cairo 1.16 cannot mark them */

/* The fonts a page of cairo's names, each once: all pages name them alike. */
static bool add_fonts(struct update *u, const char *page, struct buffer *fonts) {
    const char *resources = object_of(u->arena, u->file, &u->trailer, number_after(page, "/Resources"));
    const char *at = resources ? strstr(resources, "/Font <<\n") : NULL;
    for (at = at ? strstr(at, "/f-") : NULL; at; at = strstr(at + 1, "/f-")) {
        const char *line = arena_copy(u->arena, at, strcspn(at, "\n") + 1);
        if (!strstr(buffer_text(fonts), line))
            buffer_add(fonts, line);
    }
    return resources;
}

/* A page with the contents of two: the second, which holds what is no part of the text, as an artifact. */
static bool add_page(struct update *u, long number, const char *page, long artifacts, const long wraps[3], long resources) {
    const char *contents = strstr(page, "/Contents"), *group = contents ? strstr(contents, "\n") : NULL,
               *old = group ? strstr(group, "/Resources") : NULL, *rest = old ? strstr(old, "\n") : NULL;
    if (!rest || !artifacts)
        return false;
    begin_object(u, number);
    buffer_add_bytes(u->file, page, (size_t)(contents - page));
    buffer_printf(u->file, "/Contents [ %ld 0 R %ld 0 R %ld 0 R %ld 0 R %ld 0 R ]", wraps[0], number_after(contents, "/Contents"), wraps[1],
                  artifacts, wraps[2]);
    buffer_add_bytes(u->file, group, (size_t)(old - group));
    buffer_printf(u->file, "/Resources %ld 0 R%s\n>>\nendobj\n", resources, rest);
    return true;
}

static const char *skip_number(const char *at) {
    at = at ? strstr(at, " R ") : NULL;
    return at ? at + 2 : NULL;
}

/* The first half of cairo's pages takes up the second. */
static bool add_artifacts(struct update *u, const char *catalog, int count) {
    long tree_number = number_after(catalog, "/Pages"), *numbers = arena_alloc(u->arena, 2 * (size_t)count, sizeof *numbers);
    const char *tree = object_of(u->arena, u->file, &u->trailer, tree_number), *at = tree ? strstr(tree, "/Kids [") : NULL;
    const char **pages = arena_alloc(u->arena, 2 * (size_t)count, sizeof *pages);
    struct buffer fonts = { .arena = u->arena };
    for (int i = 0; i < 2 * count; i++, at = skip_number(at)) {
        numbers[i] = number_after(at, i == 0 ? "[" : "");
        pages[i] = object_of(u->arena, u->file, &u->trailer, numbers[i]);
        if (!pages[i] || !add_fonts(u, pages[i], &fonts))
            return false;
    }
    const long wraps[3] = { add_stream(u, "", "q"), add_stream(u, "", "Q /Artifact BMC q"), add_stream(u, "", "Q EMC") };
    long resources = u->next++;
    begin_object(u, resources);
    buffer_printf(u->file, "\n/ExtGState << /a0 << /CA 1 /ca 1 >> >>\n/Font <<\n%s>>\n>>\nendobj\n", buffer_text(&fonts));
    for (int i = 0; i < count; i++)
        if (!add_page(u, numbers[i], pages[i], number_after(pages[count + i], "/Contents"), wraps, resources))
            return false;
    begin_object(u, tree_number);
    buffer_add(u->file, " /Type /Pages /Kids [");
    for (int i = 0; i < count; i++)
        buffer_printf(u->file, " %ld 0 R", numbers[i]);
    buffer_printf(u->file, " ] /Count %d\n>>\nendobj\n", count);
    return true;
}

static bool add_update(struct arena *a, const struct pages *pages, struct buffer *file, struct error *e) {
    struct update u = { .arena = a, .file = file };
    buffer_add(file, ""); /* ends with NUL */
    const char *catalog = read_trailer(a, file, &u.trailer) ? object_of(a, file, &u.trailer, u.trailer.root) : NULL;
    u.next = u.trailer.size;
    if (!catalog || !add_artifacts(&u, catalog, pages->pages.count))
        return error_set(e, ERROR_WORLD, "the PDF cannot be made: this version of cairo writes it in a form not known here");
    add_catalog(&u, catalog, pages);
    add_table(&u);
    return true;
}

bool pdf_write(struct faces *faces, const struct pages *pages, struct buffer *out, struct error *e) {
    struct arena scratch = { 0 };
    bool ok = draw_pages(faces, pages, out, e) && add_update(&scratch, pages, out, e);
    arena_free(&scratch);
    return ok;
}
