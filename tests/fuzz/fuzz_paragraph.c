/* Any text laid out, at any width, in both directions, for the screen and for paper: no byte is lost and
 * every caret has its place. The first byte says how it is laid out. */
#include "base/utf8.h"
#include "paper.h"
#include "text/paragraph.h"

#include <assert.h>

/* Opened with the first input and kept. */
static const struct font_set *fonts_of_paper(void) {
    static struct font_set fonts;
    static struct arena arena;
    if (!fonts.count)
        paper_fonts(&arena, &fonts);
    return &fonts;
}

/* The valid characters of the input; a text ends at NUL. */
static const char *text_of(struct arena *a, const char *at, size_t size) {
    struct buffer b = { .arena = a };
    for (const char *end = at + size; at < end;) {
        const char *from = at;
        uint32_t code = utf8_next(&at, end);
        if (code != 0 && code != 0xFFFFFFFF)
            buffer_add_bytes(&b, from, (size_t)(at - from));
    }
    return buffer_text(&b);
}

static void check_lines(const struct paragraph *p) {
    int at = 0;
    for (int l = 0; l < p->line_count; at = p->lines[l++].to)
        assert(p->lines[l].from == at);
    assert(at == p->size);
}

static void check_carets(const struct paragraph *p) {
    for (int at = 0; at < p->size; at = paragraph_next(p, at)) {
        struct caret c = paragraph_caret(p, at);
        assert(c.line >= 0 && c.line < p->line_count);
        assert(paragraph_previous(p, paragraph_next(p, at)) == at);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena a = { 0 };
    if (size == 0 || size > 2000)
        return 0;
    struct paragraph_options o = { .style = { 10, 14, false },
                                   .width = (float)(data[0] >> 2) * 8,
                                   .right_to_left = data[0] & 1,
                                   .paper = data[0] & 2,
                                   .language = data[0] & 1 ? "ar" : "en" };
    struct paragraph p = paragraph_make(&a, fonts_of_paper(), text_of(&a, (const char *)data + 1, size - 1), &o);
    check_lines(&p);
    check_carets(&p);
    arena_free(&a);
    return 0;
}
