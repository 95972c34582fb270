/* Setting pages: rows one below another, and a new page where there is no room left.
 *
 * Nothing is cut. A row that does not fit goes on on the next page, line by line, with two lines
 * at least on either side; what must not stand alone at the lower edge is asked for with
 * layout_keep(). Everything is set from left to right; layout_end() mirrors all pages where the
 * language runs the other way, and adds the lines at the head and foot of each page, once their
 * number is known. */
#ifndef PAGE_LAYOUT_H
#define PAGE_LAYOUT_H

#include "page/page.h"

#define PAGE_INNER (PAGE_WIDTH - 2 * PAGE_MARGIN)

enum page_type { PAGE_TITLE, PAGE_HEADING, PAGE_BODY, PAGE_BOLD, PAGE_SMALL, PAGE_TYPE_COUNT };

/* One column of a row. */
struct page_cell {
    const char *tag; /* of its element; NULL: no part of the text */
    const char *text;
    float x, w; /* from the left margin */
    enum page_type type;
    bool quiet, end; /* end: set against the far edge; one line */
    bool square;     /* behind a small empty square, which is to be filled in by hand */
};

struct layout {
    struct arena *arena;
    struct pages *pages;
    float y;        /* where the next row begins */
    float top;      /* of the pages after the first */
    bool first_row; /* of its page: gaps before it are dropped */
    float follows;  /* room that the next row keeps free below itself; then 0 again */
    /* What the rows to come belong to, or NULL: said again, to be seen only, where one of them begins a page. */
    const char *about;
};

/* Begins the first page. */
struct layout layout_begin(struct arena *a, struct pages *pages);

/* Columns side by side, the same type in each. Where the row goes on on the next page, a quiet first column is
 * said again there. */
void layout_row(struct layout *l, const struct page_cell *cells, int count);
/* One column over the whole width. */
void layout_words(struct layout *l, const char *tag, enum page_type type, const char *text);

/* An element round what follows, over page ends. */
void layout_open(struct layout *l, const char *tag);
void layout_close(struct layout *l, const char *tag);

void layout_gap(struct layout *l, float height);
/* A line over the whole width; none at the top of a page. */
void layout_rule(struct layout *l);
/* A frame from there to here, a piece of it on each page. */
struct layout_place {
    int page;
    float y;
};
struct layout_place layout_here(const struct layout *l);
void layout_frame(struct layout *l, struct layout_place from);

/* A new page unless so much fits on this one. */
void layout_keep(struct layout *l, float height);
float layout_line(enum page_type type);

/* Head and foot of each page; {page} and {pages} are filled. The first page has its own head. */
struct page_edges {
    const char *first_head_end, *head, *head_end;
    const char *foot, *foot_end;
};
void layout_end(struct layout *l, const struct page_edges *edges);

#endif
