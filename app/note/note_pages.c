/* The note on paper: the same blocks as in every format, set on A4. At the head of page one a frame
 * says how urgent it is and for whom (rulings 25). Black and white; nothing is told by colour. */
#include "note/note.h"

#include "page/layout.h"

/* Most names of fields take one line. */
#define LABEL_W 168.0f
#define GAP 12.0f
#define INDENT 14.0f

/* The first item of a field, or NULL. Of several, only this one stands at the head of the page. */
static const struct note_item *first_item(const struct note *n, int field) {
    for (int b = 0; b < n->blocks.count; b++)
        for (int i = 0; i < n->blocks.items[b].items.count; i++)
            if (pack_find(n->pack, THING_FIELD, n->blocks.items[b].items.items[i].field) == field)
                return &n->blocks.items[b].items.items[i];
    return NULL;
}

static const char *first_text(const struct note *n, int field) {
    const struct note_item *item = first_item(n, field);
    return item ? item->text : NULL;
}

/* What has entries or lines stands below: small print would lose them. */
static bool is_lead(const struct note *n, const struct note_item *item) {
    return item->text && item->lines.count == 0 && refs_have(&n->pack->note.page_lead, pack_find(n->pack, THING_FIELD, item->field));
}

/* Stands whole at the head of page one, and has nothing more to say below. */
static bool stands_at_head(const struct note *n, const struct note_item *item) {
    const struct note_plan *plan = &n->pack->note;
    int field = pack_find(n->pack, THING_FIELD, item->field);
    if (is_lead(n, item))
        return true;
    if (!item->text || item != first_item(n, field))
        return false;
    if (field == plan->page_whom.index)
        return true;
    return item->lines.count == 0 && (field == plan->page_edge.index || refs_have(&plan->page_when, field));
}

/* ---- head of page one */

static void set_lead(struct layout *l, const struct note *n) {
    for (int b = 0; b < n->blocks.count; b++)
        for (int i = 0; i < n->blocks.items[b].items.count; i++)
            if (is_lead(n, &n->blocks.items[b].items.items[i]))
                layout_words(l, "P", PAGE_SMALL, n->blocks.items[b].items.items[i].text);
}

static const char *joined(struct arena *a, const struct note *n, const char *first, const char *second) {
    struct buffer b = { .arena = a };
    /* TRANSLATORS: two short texts in one line of the frame of page one: "Today", "Flight: 14:20" */
    tr_fill(&b, n->language, tr(n->language, "{first}. {second}"), (struct fill[]){ { "first", first }, { "second", second } }, 2);
    return buffer_text(&b);
}

static const char *how_soon(struct arena *a, const struct note *n) {
    const struct refs *fields = &n->pack->note.page_when;
    const char *all = NULL;
    for (int i = 0; i < fields->count; i++) {
        const char *text = first_text(n, fields->items[i].index);
        if (text)
            all = all ? joined(a, n, all, text) : text;
    }
    return all ? all : "";
}

/* "Today. Flight: 14:20", and beside it "Referred to: ..." with how to call there. */
static void set_frame(struct layout *l, const struct note *n) {
    const struct note_item *whom = first_item(n, n->pack->note.page_whom.index);
    const char *to = whom && whom->text ? tr_pair(l->arena, n->language, whom->label, whom->text) : "";
    const float pad = 7, inset = 10, half = PAGE_INNER / 2 - 2 * inset, beside = PAGE_INNER / 2;
    const struct page_cell cells[] = { { .tag = "P", .text = how_soon(l->arena, n), .x = inset, .w = half, .type = PAGE_BOLD },
                                       { .tag = "P", .text = to, .x = beside, .w = half, .type = PAGE_BOLD } };
    l->y += 8;
    struct layout_place from = layout_here(l);
    l->y += pad;
    l->first_row = false;
    layout_row(l, cells, 2);
    for (int i = 0; whom && whom->text && i < whom->lines.count; i++) {
        const struct note_line *line = &whom->lines.items[i];
        const char *text = tr_pair(l->arena, n->language, line->label, line->text);
        const struct page_cell below = { .tag = "P", .text = text, .x = beside, .w = half, .type = PAGE_SMALL };
        layout_row(l, &below, 1);
    }
    l->y += pad;
    layout_frame(l, from);
}

/* ---- blocks */

/* A field: its name, and beside it what it says. */
struct pair_look {
    float indent;
    bool missing, small;
};

static void set_lines(struct layout *l, const struct note_item *item);

/* The lines of `item`, which may be NULL, stand below as a part of the field. */
static void set_pair(struct layout *l, const char *label, const char *text, struct pair_look look, const struct note_item *item) {
    float x = look.small ? LABEL_W / 2 : LABEL_W + GAP;
    enum page_type type = look.small ? PAGE_SMALL : PAGE_BODY;
    const struct page_cell cells[] = {
        { .tag = "Lbl", .text = label, .x = look.indent, .w = x - GAP - look.indent, .type = type, .quiet = true },
        { .tag = "LBody", .text = text, .x = x, .w = PAGE_INNER - x, .type = look.missing ? PAGE_BOLD : type, .square = look.missing },
    };
    layout_keep(l, layout_line(PAGE_BODY) * 2);
    layout_open(l, "LI");
    layout_row(l, cells, 2);
    if (item && item->lines.count > 0) {
        layout_open(l, "LBody");
        set_lines(l, item);
        layout_close(l, "LBody");
    }
    layout_close(l, "LI");
}

static void set_lines(struct layout *l, const struct note_item *item) {
    if (item->lines.count == 0)
        return;
    layout_open(l, "L");
    l->about = item->label;
    for (int i = 0; i < item->lines.count; i++)
        set_pair(l, item->lines.items[i].label, item->lines.items[i].text, (struct pair_look){ .indent = INDENT }, NULL);
    l->about = NULL;
    layout_close(l, "L");
}

/* An entry: the statement over the whole width, what is known about it below. */
static void set_entry(struct layout *l, const struct note_item *item) {
    const struct page_cell statement = { .tag = "P", .text = item->label, .w = PAGE_INNER, .type = PAGE_BOLD };
    layout_open(l, "LI");
    layout_open(l, "LBody");
    l->follows = 3 * layout_line(PAGE_BODY);
    layout_row(l, &statement, 1);
    set_lines(l, item);
    layout_close(l, "LBody");
    layout_close(l, "LI");
    layout_gap(l, 5);
}

static void set_item(struct layout *l, const struct note_item *item, bool small) {
    if (!item->text) {
        set_entry(l, item);
        return;
    }
    set_pair(l, item->label, item->text, (struct pair_look){ .missing = item->missing, .small = small }, item);
    layout_gap(l, 1);
}

/* What must follow a heading: a statement of up to three lines with three below, or two lines. Small
 * print is looked up, so it stands whole on one page. */
static float rows_kept(const struct note_block *block, int first) {
    if (block->small)
        return (float)(block->items.count - first) * (layout_line(PAGE_SMALL) + 1);
    return (block->items.items[first].text ? 2 : 6) * layout_line(PAGE_BODY);
}

static void set_block(struct layout *l, const struct note *n, const struct note_block *block) {
    int first = 0;
    while (first < block->items.count && stands_at_head(n, &block->items.items[first]))
        first++;
    if (first == block->items.count)
        return;
    layout_gap(l, 7);
    /* The heading may take two lines. */
    layout_keep(l, 7 + 2 * layout_line(PAGE_HEADING) + rows_kept(block, first));
    layout_rule(l);
    layout_gap(l, 5);
    layout_open(l, "Sect");
    layout_words(l, "H2", PAGE_HEADING, block->title);
    l->y += 2;
    layout_open(l, "L");
    for (int i = first; i < block->items.count; i++)
        if (!stands_at_head(n, &block->items.items[i]))
            set_item(l, &block->items.items[i], block->small);
    layout_close(l, "L");
    layout_close(l, "Sect");
}

static const char *foot(struct arena *a, const struct note *n) {
    const struct note_item *item = first_item(n, n->pack->note.page_foot.index);
    return item && item->text ? tr_pair(a, n->language, item->label, item->text) : NULL;
}

struct pages note_pages(struct arena *a, const struct note *n, const struct font_set *fonts) {
    char time[DATE_TIME_SIZE];
    struct pages pages = { .fonts = fonts, .language = n->language, .title = n->stamp->reference };
    pages.created = arena_string(a, date_time_write(&n->stamp->time, time));
    struct layout l = layout_begin(a, &pages);
    layout_open(&l, "Document");
    layout_words(&l, "H1", PAGE_TITLE, n->title);
    l.y += 2;
    set_lead(&l, n);
    set_frame(&l, n);
    for (int b = 0; b < n->blocks.count; b++)
        set_block(&l, n, &n->blocks.items[b]);
    layout_close(&l, "Document");
    /* TRANSLATORS: at the foot of each page of the note */
    const char *number = tr(n->language, "Page {page} of {pages}");
    const char *edge = first_text(n, n->pack->note.page_edge.index);
    const char *head = edge ? arena_printf(a, "%s \xC2\xB7 %s", n->title, language_apart(a, n->language, edge)) : n->title;
    layout_end(&l, &(struct page_edges){ .first_head_end = edge, .head = head, .foot = foot(a, n), .foot_end = number });
    return pages;
}
