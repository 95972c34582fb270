#include "page/layout.h"

#include "base/buffer.h"
#include "text/compose.h"

#include <math.h>

/* Where rows may stand, in points from the upper edge. */
#define FIRST_TOP 44.0f
#define TOP 66.0f
#define HEAD_Y 38.0f
#define BOTTOM (PAGE_HEIGHT - 58.0f)
#define FOOT_Y (PAGE_HEIGHT - 46.0f)

/* Between a frame that goes on and its words; head and foot are farther away. */
#define FRAME_PAD 4.0f

/* A row this high or higher may be torn between two pages. */
#define TEARS_FROM 4
#define ORPHANS 2

static const struct {
    float size, line;
    bool bold;
} types[PAGE_TYPE_COUNT] = {
    [PAGE_TITLE] = { 18, 24, true },     [PAGE_HEADING] = { 11, 15, true }, [PAGE_BODY] = { 9.5f, 13.5f, false },
    [PAGE_BOLD] = { 9.5f, 13.5f, true }, [PAGE_SMALL] = { 8, 11, false },
};

float layout_line(enum page_type type) {
    return types[type].line;
}

static struct page *page_of(const struct layout *l) {
    return &l->pages->pages.items[l->pages->pages.count - 1];
}

static struct page_mark *add_mark(struct arena *a, struct page *p, struct page_mark mark) {
    p->marks.items = arena_grow(a, p->marks.items, p->marks.count, &p->capacity, sizeof *p->marks.items);
    p->marks.items[p->marks.count++] = mark;
    return &p->marks.items[p->marks.count - 1];
}

static void new_page(struct layout *l) {
    struct pages *p = l->pages;
    p->pages.items = arena_grow(l->arena, p->pages.items, p->pages.count, &p->capacity, sizeof *p->pages.items);
    p->pages.items[p->pages.count++] = (struct page){ .capacity = 0 };
    l->y = p->pages.count == 1 ? FIRST_TOP : TOP;
    l->first_row = true;
}

struct layout layout_begin(struct arena *a, struct pages *pages) {
    struct layout l = { .arena = a, .pages = pages };
    new_page(&l);
    return l;
}

/* ---- rows */

static const struct paragraph *set_words(const struct layout *l, const char *text, enum page_type type, float width) {
    struct paragraph_options options = {
        .style = { .size = types[type].size, .line = types[type].line, .bold = types[type].bold },
        .width = width,
        .right_to_left = l->pages->language->right_to_left,
        .language = l->pages->language->tag,
        .paper = true,
    };
    struct paragraph *p = arena_alloc(l->arena, 1, sizeof *p);
    *p = paragraph_make(l->arena, l->pages->fonts, text_composed(l->arena, text), &options);
    return p;
}

/* A square and the blank behind it. */
#define SQUARE 6.5f
#define SQUARE_W 11.0f

static float words_x(const struct page_cell *cell) {
    return cell->square ? SQUARE_W : 0;
}

static void add_square(struct layout *l, struct page *page, const struct page_cell *cell, float y) {
    add_mark(l->arena, page,
             (struct page_mark){ .kind = PAGE_BOX,
                                 .artifact = true,
                                 .x = PAGE_MARGIN + cell->x,
                                 .y = y + (types[cell->type].line - SQUARE) / 2,
                                 .w = SQUARE,
                                 .h = SQUARE,
                                 .edge = 0.75f });
}

static void add_text(struct layout *l, struct page *page, const struct page_cell *cell, const struct paragraph *p, int from, int to,
                     float y) {
    struct page_mark mark = { .kind = PAGE_TEXT,
                              .x = PAGE_MARGIN + cell->x + words_x(cell),
                              .y = y,
                              .w = cell->w - words_x(cell),
                              .h = (float)(to - from) * p->style.line,
                              .text = p,
                              .from = from,
                              .to = to,
                              .quiet = cell->quiet,
                              .artifact = !cell->tag };
    if (cell->end) {
        mark.x += cell->w - p->width;
        mark.w = p->width;
    }
    if (cell->square && from == 0)
        add_square(l, page, cell, y);
    if (cell->tag)
        add_mark(l->arena, page, (struct page_mark){ .kind = PAGE_BEGIN, .tag = cell->tag });
    add_mark(l->arena, page, mark);
    if (cell->tag)
        add_mark(l->arena, page, (struct page_mark){ .kind = PAGE_END, .tag = cell->tag });
}

static int room_for(const struct layout *l, float line) {
    return (int)floorf((BOTTOM - l->y) / line + 0.01f);
}

/* How many of the lines that are left go on this page. */
static int lines_here(const struct layout *l, float line, int left) {
    int room = room_for(l, line);
    if (left <= room)
        return left;
    if (left < TEARS_FROM || room < ORPHANS)
        return l->first_row ? (room > 0 ? room : 1) : 0;
    return left - room < ORPHANS ? left - ORPHANS : room;
}

static int most_lines(const struct paragraph *const *paragraphs, int count) {
    int most = 0;
    for (int i = 0; i < count; i++)
        most = paragraphs[i]->line_count > most ? paragraphs[i]->line_count : most;
    return most;
}

#define CELLS_MAX 3

/* What a row that goes on is about; to be seen only, for it was read before. Returns how many lines it takes. */
static int add_continued(struct layout *l, const struct page_cell *label) {
    const struct language *language = l->pages->language;
    struct buffer b = { .arena = l->arena };
    struct page_cell again = *label;
    /* TRANSLATORS: on paper, where a field goes on at the head of the next page. */
    tr_fill(&b, language, tr(language, "{field} (continued)"), &(struct fill){ "field", label->text }, 1);
    const struct paragraph *p = set_words(l, buffer_text(&b), label->type, label->w);
    int room = room_for(l, p->style.line), lines = p->line_count < room ? p->line_count : room;
    again.tag = NULL;
    add_text(l, page_of(l), &again, p, 0, lines, l->y);
    return lines;
}

static void say_about(struct layout *l) {
    const struct page_cell over = { .text = l->about, .w = PAGE_INNER, .type = PAGE_BODY, .quiet = true };
    l->y += (float)add_continued(l, &over) * types[PAGE_BODY].line;
}

void layout_row(struct layout *l, const struct page_cell *cells, int count) {
    const struct paragraph *paragraphs[CELLS_MAX];
    float line = types[cells[0].type].line;
    for (int i = 0; i < count; i++)
        paragraphs[i] = set_words(l, cells[i].text, cells[i].type, cells[i].end ? 0 : cells[i].w - words_x(&cells[i]));
    int lines = most_lines(paragraphs, count);
    if (l->follows > 0)
        layout_keep(l, (float)lines * line + l->follows);
    l->follows = 0;
    for (int from = 0; from < lines;) {
        if (from == 0 && l->first_row && l->about)
            say_about(l);
        int here = lines_here(l, line, lines - from), again = 0;
        for (int i = 0; i < count && here > 0; i++) {
            int to = from + here < paragraphs[i]->line_count ? from + here : paragraphs[i]->line_count;
            if (from < to)
                add_text(l, page_of(l), &cells[i], paragraphs[i], from, to, l->y);
        }
        if (here > 0 && from >= paragraphs[0]->line_count && cells[0].quiet)
            again = add_continued(l, &cells[0]);
        from += here;
        l->y += (float)(again > here ? again : here) * line;
        l->first_row = l->first_row && here == 0;
        if (from < lines)
            new_page(l);
    }
}

void layout_words(struct layout *l, const char *tag, enum page_type type, const char *text) {
    layout_row(l, &(struct page_cell){ .tag = tag, .text = text, .w = PAGE_INNER, .type = type }, 1);
}

void layout_keep(struct layout *l, float height) {
    if (!l->first_row && l->y + height > BOTTOM)
        new_page(l);
}

/* ---- what stands round them */

void layout_open(struct layout *l, const char *tag) {
    add_mark(l->arena, page_of(l), (struct page_mark){ .kind = PAGE_BEGIN, .tag = tag });
}

void layout_close(struct layout *l, const char *tag) {
    add_mark(l->arena, page_of(l), (struct page_mark){ .kind = PAGE_END, .tag = tag });
}

void layout_gap(struct layout *l, float height) {
    if (!l->first_row)
        l->y += height;
}

void layout_rule(struct layout *l) {
    if (!l->first_row)
        add_mark(l->arena, page_of(l),
                 (struct page_mark){ .kind = PAGE_BOX, .artifact = true, .x = PAGE_MARGIN, .y = l->y, .w = PAGE_INNER, .h = 0.75f });
}

struct layout_place layout_here(const struct layout *l) {
    return (struct layout_place){ l->pages->pages.count - 1, l->y };
}

void layout_frame(struct layout *l, struct layout_place from) {
    int last = l->pages->pages.count - 1;
    for (int page = from.page; page <= last; page++) {
        float top = page == from.page ? from.y : TOP - FRAME_PAD, bottom = page == last ? l->y : BOTTOM + FRAME_PAD;
        add_mark(l->arena, &l->pages->pages.items[page],
                 (struct page_mark){
                     .kind = PAGE_BOX, .artifact = true, .x = PAGE_MARGIN, .y = top, .w = PAGE_INNER, .h = bottom - top, .edge = 1 });
    }
}

/* ---- the end */

static void add_edge(struct layout *l, int page, const char *sentence, float y, bool end) {
    struct buffer b = { .arena = l->arena };
    if (!sentence)
        return;
    tr_fill(&b, l->pages->language, sentence,
            (struct fill[]){ { "page", arena_printf(l->arena, "%d", page + 1) },
                             { "pages", arena_printf(l->arena, "%d", l->pages->pages.count) } },
            2);
    const struct paragraph *p = set_words(l, buffer_text(&b), PAGE_SMALL, 0);
    const struct page_cell cell = { .w = end ? PAGE_INNER : p->width, .type = PAGE_SMALL, .quiet = true, .end = end };
    add_text(l, &l->pages->pages.items[page], &cell, p, 0, 1, y);
}

/* Lines of a language that runs the other way stand against the right edge of their cell already. */
static void mirror(struct page *page) {
    for (int i = 0; i < page->marks.count; i++)
        page->marks.items[i].x = PAGE_WIDTH - page->marks.items[i].x - page->marks.items[i].w;
}

void layout_end(struct layout *l, const struct page_edges *edges) {
    for (int i = 0; i < l->pages->pages.count; i++) {
        add_edge(l, i, i == 0 ? edges->first_head_end : edges->head_end, HEAD_Y, true);
        add_edge(l, i, i == 0 ? NULL : edges->head, HEAD_Y, false);
        add_edge(l, i, edges->foot, FOOT_Y, false);
        add_edge(l, i, edges->foot_end, FOOT_Y, true);
        if (l->pages->language->right_to_left)
            mirror(&l->pages->pages.items[i]);
    }
}
