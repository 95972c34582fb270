/* The note as plain text, 76 columns wide: for mail, for a printer of any kind, and for
 * screen readers. */
#include "note/note.h"

#include "base/utf8.h"

#include <string.h>

#define WIDTH 76

static void add_blanks(struct buffer *out, int count) {
    for (int i = 0; i < count; i++)
        buffer_add(out, " ");
}

/* Adds words, broken between blanks so that no line is longer than WIDTH; a word longer than a
 * line stays whole. Line ends in the text are kept. `column` is where the first word goes. */
static void add_wrapped(struct buffer *out, const char *text, int column, int indent) {
    bool fresh = true;
    for (const char *at = text; *at;) {
        size_t size = strcspn(at, " \n\t");
        int columns = utf8_columns(at, size);
        if (!fresh && column + 1 + columns > WIDTH) {
            buffer_add(out, "\n");
            add_blanks(out, indent);
            column = indent;
        } else if (!fresh) {
            buffer_add(out, " ");
            column++;
        }
        buffer_add_bytes(out, at, size);
        column += columns;
        fresh = false;
        at += size;
        if (*at == '\n') {
            buffer_add(out, "\n");
            add_blanks(out, indent);
            column = indent;
            fresh = true;
        }
        at += *at != '\0';
    }
    buffer_add(out, "\n");
}

static void add_labelled(struct buffer *out, const char *label, const char *text, int indent) {
    add_blanks(out, indent);
    buffer_add(out, label);
    buffer_add(out, ": ");
    add_wrapped(out, text, indent + utf8_columns(label, strlen(label)) + 2, indent + 2);
}

static void add_underlined(struct buffer *out, const char *text, char under) {
    char line[2] = { under, '\0' };
    buffer_add(out, text);
    buffer_add(out, "\n");
    for (int i = utf8_columns(text, strlen(text)); i > 0; i--)
        buffer_add(out, line);
    buffer_add(out, "\n");
}

static void add_item(struct buffer *out, const struct note_item *item) {
    if (item->text) {
        add_labelled(out, item->label, item->text, 0);
    } else {
        buffer_add(out, "- ");
        add_wrapped(out, item->label, 2, 2);
    }
    for (int i = 0; i < item->lines.count; i++)
        add_labelled(out, item->lines.items[i].label, item->lines.items[i].text, 4);
}

void note_write_text(const struct note *n, struct buffer *out) {
    add_underlined(out, n->title, '=');
    for (int b = 0; b < n->blocks.count; b++) {
        const struct note_block *block = &n->blocks.items[b];
        buffer_add(out, "\n");
        add_underlined(out, block->title, '-');
        for (int i = 0; i < block->items.count; i++)
            add_item(out, &block->items.items[i]);
    }
}
