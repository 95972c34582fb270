/* The note on paper: the same blocks as in every format, set on A4. At the head of page one a frame
 * says how urgent it is and for whom (rulings 25). Black and white; nothing is told by colour. */
#include "note/note.h"

#include "page/layout.h"

/* Most names of fields take one line. */
#define LABEL_W 168.0f
#define GAP 12.0f
#define INDENT 14.0f

static bool is_among(const struct note *n, const struct refs *fields, const struct note_item *item) {
    int field = pack_find(n->pack, THING_FIELD, item->field);
    return field >= 0 && refs_have(fields, field);
}

/* Stands at the head of page one, and has nothing more to say below. */
static bool stands_at_head(const struct note *n, const struct note_item *item) {
    const struct note_plan *plan = &n->pack->note;
    return is_among(n, &plan->page_lead, item) || (is_among(n, &plan->page_box, item) && item->lines.count == 0);
}

/* ---- head of page one */

static void set_lead(struct layout *l, const struct note *n) {
    for (int b = 0; b < n->blocks.count; b++)
        for (int i = 0; i < n->blocks.items[b].items.count; i++) {
            const struct note_item *item = &n->blocks.items[b].items.items[i];
            if (is_among(n, &n->pack->note.page_lead, item))
                layout_words(l, "P", PAGE_SMALL, item->text);
        }
}

/* The first item of a field, or NULL. */
static const struct note_item *first_item(const struct note *n, int field) {
    for (int b = 0; b < n->blocks.count; b++)
        for (int i = 0; i < n->blocks.items[b].items.count; i++)
            if (pack_find(n->pack, THING_FIELD, n->blocks.items[b].items.items[i].field) == field)
                return &n->blocks.items[b].items.items[i];
    return NULL;
}

static const char *pair(struct arena *a, const struct note *n, const char *name, const char *value) {
    struct buffer b = { .arena = a };
    buffer_fill(&b, tr(n->language, "{name}: {value}"), (struct fill[]){ { "name", name }, { "value", value } }, 2);
    return buffer_text(&b);
}

static const char *joined(struct arena *a, const struct note *n, const char *first, const char *second) {
    struct buffer b = { .arena = a };
    /* TRANSLATORS: two short texts in one line of the frame of page one: "Today", "Flight: 14:20" */
    buffer_fill(&b, tr(n->language, "{first}. {second}"), (struct fill[]){ { "first", first }, { "second", second } }, 2);
    return buffer_text(&b);
}

/* "Today. Flight: 14:20" and beside it "Referred to: ...", which is the last field of the frame. */
static void set_box(struct layout *l, const struct note *n) {
    const struct refs *fields = &n->pack->note.page_box;
    const char *when = NULL, *whom = NULL;
    float pad = 7, inner = PAGE_INNER - 20;
    for (int i = 0; i < fields->count; i++) {
        const struct note_item *item = first_item(n, fields->items[i].index);
        if (!item || !item->text)
            continue;
        if (i == fields->count - 1)
            whom = pair(l->arena, n, item->label, item->text);
        else
            when = when ? joined(l->arena, n, when, item->text) : item->text;
    }
    if (!whom && !when)
        return;
    float y = l->y + 8, half = inner / 2 - 10;
    const struct page_cell one[] = { { "P", when ? when : "", 10, half, PAGE_BOLD, false, false },
                                     { "P", whom ? whom : "", 10 + half + 20, half, PAGE_BOLD, false, false } };
    l->y = y + pad;
    l->first_row = false;
    layout_row(l, one, 2);
    l->y += pad;
    layout_frame(l, y);
}

/* ---- blocks */

/* A field: its name, and beside it what it says. */
struct pair_look {
    float indent;
    bool missing, small;
};

static void set_pair(struct layout *l, const char *label, const char *text, struct pair_look look) {
    float x = look.small ? LABEL_W / 2 : LABEL_W + GAP, square = look.missing ? 11 : 0;
    enum page_type type = look.small ? PAGE_SMALL : PAGE_BODY;
    const struct page_cell cells[] = {
        { .tag = "Lbl", .text = label, .x = look.indent, .w = x - GAP - look.indent, .type = type, .quiet = true },
        { .tag = "LBody", .text = text, .x = x + square, .w = PAGE_INNER - x - square, .type = look.missing ? PAGE_BOLD : type },
    };
    layout_keep(l, layout_line(PAGE_BODY) * 2);
    layout_open(l, "LI");
    if (look.missing)
        layout_square(l, x);
    layout_row(l, cells, 2);
    layout_close(l, "LI");
}

static void set_lines(struct layout *l, const struct note_item *item) {
    if (item->lines.count == 0)
        return;
    layout_open(l, "L");
    for (int i = 0; i < item->lines.count; i++)
        set_pair(l, item->lines.items[i].label, item->lines.items[i].text, (struct pair_look){ .indent = INDENT });
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
    set_pair(l, item->label, item->text, (struct pair_look){ .missing = item->missing, .small = small });
    set_lines(l, item);
    layout_gap(l, 1);
}

static void set_block(struct layout *l, const struct note *n, const struct note_block *block) {
    int count = 0;
    for (int i = 0; i < block->items.count; i++)
        count += !stands_at_head(n, &block->items.items[i]);
    if (count == 0)
        return;
    layout_gap(l, 7);
    /* A heading of two lines, a statement of three, and a row that is not torn. */
    layout_keep(l, 7 + 2 * layout_line(PAGE_HEADING) + 6 * layout_line(PAGE_BODY));
    layout_rule(l);
    layout_gap(l, 5);
    layout_open(l, "Sect");
    layout_words(l, "H2", PAGE_HEADING, block->title);
    l->y += 2;
    layout_open(l, "L");
    for (int i = 0; i < block->items.count; i++)
        if (!stands_at_head(n, &block->items.items[i]))
            set_item(l, &block->items.items[i], block->small);
    layout_close(l, "L");
    layout_close(l, "Sect");
}

static const char *foot(struct arena *a, const struct note *n) {
    const struct refs *fields = &n->pack->note.page_foot;
    const struct note_item *item = fields->count > 0 ? first_item(n, fields->items[0].index) : NULL;
    return item && item->text ? pair(a, n, item->label, item->text) : NULL;
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
    set_box(&l, n);
    for (int b = 0; b < n->blocks.count; b++)
        set_block(&l, n, &n->blocks.items[b]);
    layout_close(&l, "Document");
    /* TRANSLATORS: at the foot of each page of the note */
    const char *number = tr(n->language, "Page {page} of {pages}");
    const char *head = arena_printf(a, "%s \xC2\xB7 %s", n->title, n->stamp->reference);
    layout_end(&l, &(struct page_edges){ .first_head_end = n->stamp->reference, .head = head, .foot = foot(a, n), .foot_end = number });
    return pages;
}
