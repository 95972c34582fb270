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
    for (int i = 0; i < pages->pages.count && ok; i++) {
        ok = page_draw(cr, faces, pages, i, &words, e);
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
    const char *catalog; /* between << and >> */
    size_t catalog_size;
};

static bool read_trailer(struct arena *a, const struct buffer *file, struct trailer *t) {
    const char *trailer = last(file->text, file->size, "trailer"), *start = last(file->text, file->size, "startxref");
    t->root = number_after(trailer, "/Root");
    t->info = number_after(trailer, "/Info");
    t->size = number_after(trailer, "/Size");
    t->start = number_after(start, "startxref\n");
    const char *object = last(file->text, file->size, arena_printf(a, "\n%ld 0 obj\n<<", t->root));
    const char *begin = object ? strstr(object, "<<") : NULL, *end = begin ? strstr(begin, "\n>>\nendobj") : NULL;
    if (!end || !t->root || !t->size || !t->start)
        return false;
    t->catalog = begin + 2;
    t->catalog_size = (size_t)(end - begin - 2);
    return true;
}

static void add_escaped(struct buffer *out, const char *text) {
    for (const char *at = text; *at; at++) {
        if (*at == '&')
            buffer_add(out, "&amp;");
        else if (*at == '<')
            buffer_add(out, "&lt;");
        else
            buffer_add_bytes(out, at, 1);
    }
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
    add_escaped(&b, pages->title);
    buffer_add(&b, "</rdf:li></rdf:Alt></dc:title>\n<dc:language><rdf:Bag><rdf:li>");
    add_escaped(&b, pages->language->tag);
    buffer_add(&b, "</rdf:li></rdf:Bag></dc:language>\n<xmp:CreatorTool>Waymark</xmp:CreatorTool>\n<xmp:CreateDate>");
    add_escaped(&b, pages->created);
    buffer_add(&b, "</xmp:CreateDate>\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");
    return buffer_text(&b);
}

/* A tag of letters, digits and hyphens needs no escaping. */
static void add_catalog(struct buffer *file, const struct trailer *t, const char *catalog, const struct pages *pages) {
    buffer_printf(file, "%ld 0 obj\n<<", t->root);
    buffer_add_bytes(file, catalog, t->catalog_size);
    buffer_printf(file, "\n   /Lang (%s)\n   /Metadata %ld 0 R\n   /ViewerPreferences << /DisplayDocTitle true", pages->language->tag,
                  t->size);
    if (pages->language->right_to_left)
        buffer_add(file, " /Direction /R2L");
    buffer_add(file, " >>\n>>\nendobj\n");
}

static bool add_update(struct arena *a, const struct pages *pages, struct buffer *file, struct error *e) {
    struct trailer t;
    buffer_add(file, ""); /* ends with NUL */
    if (!read_trailer(a, file, &t))
        return error_set(e, ERROR_WORLD, "the PDF cannot be made: this version of cairo writes it in a form not known here");
    const char *catalog = arena_copy(a, t.catalog, t.catalog_size), *xmp = metadata(a, pages);
    size_t at_catalog = file->size;
    add_catalog(file, &t, catalog, pages);
    size_t at_metadata = file->size;
    buffer_printf(file, "%ld 0 obj\n<< /Type /Metadata /Subtype /XML /Length %zu >>\nstream\n%s\nendstream\nendobj\n", t.size, strlen(xmp),
                  xmp);
    size_t at_table = file->size;
    buffer_printf(file, "xref\n%ld 1\n%010zu 00000 n \n%ld 1\n%010zu 00000 n \n", t.root, at_catalog, t.size, at_metadata);
    buffer_printf(file, "trailer\n<< /Size %ld /Root %ld 0 R /Info %ld 0 R /Prev %ld >>\nstartxref\n%zu\n%%%%EOF\n", t.size + 1, t.root,
                  t.info, t.start, at_table);
    return true;
}

bool pdf_write(struct faces *faces, const struct pages *pages, struct buffer *out, struct error *e) {
    struct arena scratch = { 0 };
    bool ok = draw_pages(faces, pages, out, e) && add_update(&scratch, pages, out, e);
    arena_free(&scratch);
    return ok;
}
