#include "page/page.h"

#include "base/buffer.h"

#include <stdio.h>

const char *page_words(struct arena *a, const struct page *page) {
    struct buffer b = { .arena = a };
    for (int i = 0; i < page->marks.count; i++) {
        const struct page_mark *m = &page->marks.items[i];
        if (m->kind != PAGE_TEXT)
            continue;
        if (b.size)
            buffer_add(&b, "\n");
        int from = m->text->lines[m->from].from, to = m->text->lines[m->to - 1].to;
        buffer_add_bytes(&b, m->text->text + from, (size_t)(to - from));
    }
    return buffer_text(&b);
}

struct area {
    float left, top, right, bottom;
};

/* The blank at the end of a line may hang over the margin: it has no ink. */
static void leave_out_blank(const char *text, const struct text_line *line, float *left, float *right) {
    const struct text_run *first = &line->runs[0], *last = &line->runs[line->run_count - 1];
    if (first->glyph_count > 0 && first->right_to_left && text[first->glyphs[0].cluster] == ' ')
        *left += first->glyphs[0].advance;
    if (last->glyph_count > 0 && !last->right_to_left && text[last->glyphs[last->glyph_count - 1].cluster] == ' ')
        *right -= last->glyphs[last->glyph_count - 1].advance;
}

/* Where the words of a mark really stand. */
static struct area area_of(const struct page_mark *m) {
    struct area area = { 1e9f, m->y, -1e9f, m->y + m->h };
    for (int i = m->from; i < m->to; i++) {
        const struct text_line *line = &m->text->lines[i];
        float left = m->x + line->x, right = left + line->width;
        if (line->run_count == 0)
            continue;
        leave_out_blank(m->text->text, line, &left, &right);
        area.left = left < area.left ? left : area.left;
        area.right = right > area.right ? right : area.right;
    }
    return area;
}

static bool clash(struct area a, struct area b) {
    return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 0.5f && b.top < a.bottom - 0.5f;
}

static void say(char *what, size_t size, int *count, const char *fault, const char *text) {
    if ((*count)++ == 0)
        snprintf(what, size, "%s: %.80s", fault, text);
}

int page_faults(const struct page *page, char *what, size_t size) {
    int count = 0;
    const float margin = PAGE_MARGIN - 1; /* for rounding */
    for (int i = 0; i < page->marks.count; i++) {
        const struct page_mark *m = &page->marks.items[i];
        if (m->kind != PAGE_TEXT)
            continue;
        struct area area = area_of(m);
        if (area.left < margin || area.right > PAGE_WIDTH - margin || area.top < 30 || area.bottom > PAGE_HEIGHT - 30)
            say(what, size, &count, "words leave the page", m->text->text);
        for (int j = 0; j < i; j++)
            if (page->marks.items[j].kind == PAGE_TEXT && clash(area, area_of(&page->marks.items[j])))
                say(what, size, &count, "words lie over words", m->text->text);
    }
    return count;
}
