#include "ui/edit.h"

#include "base/utf8.h"

#include <string.h>

void edit_begin(struct edit *e, const char *text, int limit, bool several_lines) {
    *e = (struct edit){ .limit = limit < EDIT_MAX ? limit : EDIT_MAX, .several_lines = several_lines };
    if (text)
        edit_insert(e, text);
    e->too_long = false;
}

void edit_end(struct edit *e) {
    /* Volatile, so that the compiler keeps a write that nobody reads. */
    volatile char *text = e->text;
    for (int i = 0; i <= EDIT_MAX; i++)
        text[i] = 0;
    e->size = e->caret = e->anchor = 0;
    e->too_long = false;
}

static int first(const struct edit *e) {
    return e->caret < e->anchor ? e->caret : e->anchor;
}

static int last(const struct edit *e) {
    return e->caret < e->anchor ? e->anchor : e->caret;
}

static void remove_selection(struct edit *e) {
    int from = first(e), to = last(e);
    memmove(e->text + from, e->text + to, (size_t)(e->size - to) + 1);
    e->size -= to - from;
    e->caret = e->anchor = from;
}

/* Line ends are kept where the field has several lines, else they become blanks; directions
 * and joiners are part of how a language is written. */
static bool can_be_typed(const struct edit *e, uint32_t code) {
    if (code == '\n')
        return e->several_lines;
    return !utf8_disturbs(code) && code != 0xFFFFFFFF;
}

void edit_insert(struct edit *e, const char *text) {
    const char *end = text + strlen(text);
    remove_selection(e);
    e->too_long = false;
    for (const char *at = text; at < end;) {
        const char *begin = at;
        uint32_t code = utf8_next(&at, end);
        const char *bytes = begin;
        int size = (int)(at - begin);
        if ((code == '\n' && !e->several_lines) || code == '\t') {
            bytes = " ";
            size = 1;
        } else if (!can_be_typed(e, code)) {
            continue;
        }
        if (e->size + size > e->limit) {
            e->too_long = true;
            return;
        }
        memmove(e->text + e->caret + size, e->text + e->caret, (size_t)(e->size - e->caret) + 1);
        memcpy(e->text + e->caret, bytes, (size_t)size);
        e->size += size;
        e->caret += size;
        e->anchor = e->caret;
    }
}

void edit_to(struct edit *e, int offset, bool select) {
    e->caret = offset < 0 ? 0 : offset > e->size ? e->size : offset;
    if (!select)
        e->anchor = e->caret;
}

/* The place in the line above or below that is nearest. */
static int line_away(const struct edit *e, const struct paragraph *shown, int lines) {
    struct caret c = paragraph_caret(shown, e->caret);
    int line = c.line + lines;
    if (line < 0)
        return 0;
    if (line >= shown->line_count)
        return e->size;
    return paragraph_hit(shown, c.x, ((float)line + 0.5f) * shown->style.line);
}

static int line_edge(const struct edit *e, const struct paragraph *shown, bool end) {
    int line = paragraph_caret(shown, e->caret).line;
    const struct text_line *l = &shown->lines[line];
    if (!end)
        return l->from;
    return line < shown->line_count - 1 ? paragraph_previous(shown, l->to) : l->to;
}

void edit_move(struct edit *e, const struct paragraph *shown, enum edit_move move, bool select) {
    int to = e->caret;
    switch (move) {
    case EDIT_NEXT: to = e->caret != e->anchor && !select ? last(e) : paragraph_next(shown, e->caret); break;
    case EDIT_PREVIOUS: to = e->caret != e->anchor && !select ? first(e) : paragraph_previous(shown, e->caret); break;
    case EDIT_LINE_UP: to = line_away(e, shown, -1); break;
    case EDIT_LINE_DOWN: to = line_away(e, shown, 1); break;
    case EDIT_LINE_BEGIN: to = line_edge(e, shown, false); break;
    case EDIT_LINE_END: to = line_edge(e, shown, true); break;
    case EDIT_ALL:
        e->anchor = 0;
        e->caret = e->size;
        return;
    }
    edit_to(e, to, select);
}

void edit_remove(struct edit *e, const struct paragraph *shown, bool forward) {
    if (e->caret == e->anchor)
        e->anchor = forward ? paragraph_next(shown, e->caret) : paragraph_previous(shown, e->caret);
    remove_selection(e);
    e->too_long = false;
}
