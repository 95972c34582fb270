/* The note as one HTML file: no script, no link, nothing fetched (its own policy forbids it),
 * headings in order, lists of terms, a language and a direction. Reads well in a screen reader
 * and prints on A4 in black and white. */
#include "note/note.h"

#include <string.h>

/* Paper and ink, one blue: the tokens of the program's look. Sizes in rem follow the reader's
 * own text size. */
static const char style[] =
    "  :root { color-scheme: light; }\n"
    "  body { margin: 0; background: #f5f3ee; color: #17212b; font: 1.0625rem/1.5 'Noto Sans', 'Segoe UI', 'DejaVu Sans', sans-serif; }\n"
    "  main { box-sizing: border-box; max-width: 50rem; margin: 0 auto; padding: 2.5rem 2rem 4rem; background: #fff; }\n"
    "  h1 { margin: 0 0 1.5rem; font-size: 1.75rem; line-height: 1.3; }\n"
    "  h2 { margin: 2.25rem 0 0.75rem; padding-top: 0.75rem; border-top: 2px solid #17212b; font-size: 1.25rem; line-height: 1.3; "
    "break-after: avoid; }\n"
    "  dl { margin: 0; }\n"
    "  .item { display: grid; grid-template-columns: 16rem 1fr; gap: 0 1.5rem; padding: 0.375rem 0; break-inside: avoid; }\n"
    "  .entry { padding: 0.75rem 0; border-bottom: 1px solid #cfcbc0; break-inside: avoid; }\n"
    "  .entry:last-child { border-bottom: 0; }\n"
    "  dt { font-weight: 700; }\n"
    "  dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }\n"
    "  .entry dd { display: grid; grid-template-columns: 14.5rem 1fr; gap: 0 1.5rem; margin-inline-start: 1.5rem; }\n"
    "  .item dd + dd { grid-column: 2; }\n"
    "  .label { color: #3c464f; }\n"
    "  .item .label::after { content: ':'; }\n"
    "  .missing dd { font-weight: 700; }\n"
    "  .missing dd::before { content: '\\25A1\\00A0'; }\n"
    "  @media (max-width: 40rem) { main { padding: 1.5rem 1rem; } .item, .entry dd { grid-template-columns: 1fr; } .item dd + dd { "
    "grid-column: 1; } }\n"
    "  @media print { @page { size: A4; margin: 16mm; } :root { font-size: 9pt; } body, main { background: none; } main { max-width: none; "
    "padding: 0; } h2 { margin-top: 1.5rem; } .item { padding: 0.2rem 0; } }\n";

/* What stands apart in plain text (tr_fill) does so here by an element. */
static const char *element_of_mark(const char *at) {
    if (!strncmp(at, LANGUAGE_LEFT_APART, strlen(LANGUAGE_LEFT_APART)))
        return "<bdi dir=\"ltr\">";
    if (!strncmp(at, LANGUAGE_RIGHT_APART, strlen(LANGUAGE_RIGHT_APART)))
        return "<bdi dir=\"rtl\">";
    return strncmp(at, LANGUAGE_END_APART, strlen(LANGUAGE_END_APART)) ? NULL : "</bdi>";
}

static void add_escaped(struct buffer *out, const char *text) {
    for (const char *at = text; *at; at++) {
        const char *element = element_of_mark(at);
        if (!element)
            continue;
        buffer_add_escaped(out, text, (size_t)(at - text));
        buffer_add(out, element);
        text = at + strlen(LANGUAGE_END_APART);
        at = text - 1;
    }
    buffer_add_escaped(out, text, strlen(text));
}

static void add_element(struct buffer *out, const char *open, const char *text, const char *close) {
    buffer_add(out, open);
    add_escaped(out, text);
    buffer_add(out, close);
}

/* A field: term and value side by side, further lines under the value. */
static void add_field(struct buffer *out, const struct note_item *item) {
    buffer_add(out, item->missing ? "  <div class=\"item missing\">" : "  <div class=\"item\">");
    add_element(out, "<dt>", item->label, "</dt>");
    /* Typed text may run in either direction, but stands where the page's text stands. */
    add_element(out, "<dd><bdi>", item->text, "</bdi></dd>");
    for (int i = 0; i < item->lines.count; i++) {
        add_element(out, "<dd><span class=\"label\">", item->lines.items[i].label, "</span> ");
        add_element(out, "<bdi>", item->lines.items[i].text, "</bdi></dd>");
    }
    buffer_add(out, "</div>\n");
}

/* An entry: the statement over the whole width, what is known about it below. */
static void add_entry(struct buffer *out, const struct note_item *item) {
    buffer_add(out, "  <div class=\"entry\">");
    add_element(out, "<dt>", item->label, "</dt>");
    for (int i = 0; i < item->lines.count; i++) {
        add_element(out, "<dd><span class=\"label\">", item->lines.items[i].label, "</span> ");
        add_element(out, "<bdi>", item->lines.items[i].text, "</bdi></dd>");
    }
    buffer_add(out, "</div>\n");
}

static void add_block(struct buffer *out, const struct note_block *block) {
    buffer_add(out, "<section aria-labelledby=\"");
    add_escaped(out, block->id);
    buffer_add(out, "\">\n<h2 id=\"");
    add_escaped(out, block->id);
    add_element(out, "\">", block->title, "</h2>\n<dl>\n");
    for (int i = 0; i < block->items.count; i++) {
        if (block->items.items[i].text)
            add_field(out, &block->items.items[i]);
        else
            add_entry(out, &block->items.items[i]);
    }
    buffer_add(out, "</dl>\n</section>\n");
}

void note_write_html(const struct note *n, struct buffer *out) {
    buffer_printf(out, "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", n->language->tag,
                  n->language->right_to_left ? "rtl" : "ltr");
    buffer_add(
        out,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
    /* The reference alone: a window title or a task bar must not say what this is about. */
    add_element(out, "<title>", n->stamp->reference, "</title>\n<style>\n");
    buffer_add(out, style);
    add_element(out, "</style>\n</head>\n<body>\n<main>\n<h1>", n->title, "</h1>\n");
    for (int b = 0; b < n->blocks.count; b++)
        add_block(out, &n->blocks.items[b]);
    buffer_add(out, "</main>\n</body>\n</html>\n");
}
