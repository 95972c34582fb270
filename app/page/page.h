/* Pages of paper: what stands where, in the order of reading.
 *
 * A page is a list of marks. One function draws it, whether for a PDF, for the preview on the
 * screen or for a picture (platform/page_draw.h); it decides nothing. Marks of one page are
 * drawn in order; marks of the kinds PAGE_BEGIN and PAGE_END nest over all pages together and
 * become the structure of the PDF, so that a reader of it knows headings and lists. Boxes, heads and
 * feet are no part of the text: artifacts.
 *
 * Measures are points (1/72 inch), from the upper left corner of the sheet. Pages live in the
 * arena of their maker, and point into the texts they were made from. */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "base/language.h"
#include "base/record.h"
#include "text/paragraph.h"

/* ISO 216 A4: 210 x 297 mm. */
#define PAGE_WIDTH 595.276f
#define PAGE_HEIGHT 841.89f
#define PAGE_MARGIN 50.0f /* left and right */

enum page_mark_kind {
    PAGE_BEGIN, /* an element of the structure: tag */
    PAGE_END,
    PAGE_TEXT, /* lines [from, to) of a paragraph whose upper left corner would be at x, y */
    PAGE_BOX   /* filled, or with an edge inside */
};

struct page_mark {
    enum page_mark_kind kind;
    const char *tag; /* PAGE_BEGIN, PAGE_END: a structure type of ISO 32000, 14.8.4 */
    float x, y, w, h;
    const struct paragraph *text;
    int from, to;
    float edge;    /* PAGE_BOX: 0 is filled */
    bool quiet;    /* grey, dark enough for a poor printer */
    bool artifact; /* to be seen only */
};

struct page {
    LIST(struct page_mark) marks;
    int capacity;
};

struct pages {
    unsigned serial; /* other pages, another number: who keeps pictures of them looks here; 0: none is kept */
    const struct font_set *fonts;
    const struct language *language;
    const char *title;   /* of the file, for readers' windows: it must not say what this is about */
    const char *created; /* ISO 8601 */
    LIST(struct page) pages;
    int capacity;
};

/* All words of a page, one line a paragraph: for reading aloud. */
const char *page_words(struct arena *a, const struct page *page);

/* What no page may have: words outside the margins or over other words. Returns how many, and
 * puts a sentence about the first into `what`. */
int page_faults(const struct page *page, char *what, size_t size);

#endif
