/* The pages of real notes: what stands on page one, that nothing is lost, and where pages end. */
#include "core/fixture.h"
#include "paper.h"

#include "note/note.h"

static const struct stamp stamp = { "7K-M2Q9", { 2026, 1, 2, 10, 0, 0, 60 }, true };

static const struct note *note_of(struct fixture *f, const char *answers) {
    struct session *s = arena_alloc(&f->scratch, 1, sizeof *s);
    struct assessment *r = arena_alloc(&f->scratch, 1, sizeof *r);
    struct note *n = arena_alloc(&f->scratch, 1, sizeof *n);
    struct problems problems = { .arena = &f->scratch };
    if (!session_read(&f->scratch, f->pack, support_bytes(answers), "answers", s, &problems))
        fail_msg("%s", problem_line(&f->scratch, &problems.items[0]));
    *r = assess(&f->scratch, f->pack, s, &stamp);
    *n = note_make(&f->scratch, f->pack, s, r, note_receiver(s, r), &language_english, &stamp);
    return n;
}

static const char *const golden_cases[] = { "adult", "booth", "child", "danger", "maybe-child", "refusal" };
#define GOLDEN_CASES (sizeof golden_cases / sizeof *golden_cases)

static const struct note *golden_note(struct fixture *f, const char *name) {
    return note_of(f, support_file(&f->scratch, arena_printf(&f->scratch, "tests/golden/%s/answers.json", name)).data);
}

static bool page_has(const struct page *p, const char *words) {
    for (int i = 0; i < p->marks.count; i++)
        if (p->marks.items[i].kind == PAGE_TEXT && strstr(p->marks.items[i].text->text, words))
            return true;
    return false;
}

/* The note of a case of tests/golden, with so many lines before most of its blocks. */
static struct pages pages_behind(struct fixture *f, const struct font_set *fonts, int lines) {
    struct buffer b = { .arena = &f->scratch };
    const char *answers = support_file(&f->scratch, "tests/golden/child/answers.json").data, *details = strstr(answers, "\"details\": {");
    assert_non_null(details);
    buffer_add_bytes(&b, answers, (size_t)(details - answers));
    buffer_add(&b, "\"details\": { \"danger\": \"");
    for (int i = 1; i < lines; i++)
        buffer_add(&b, "line\\n");
    buffer_printf(&b, "line\",%s", details + strlen("\"details\": {"));
    return note_pages(&f->scratch, note_of(f, buffer_text(&b)), fonts);
}

/* The tag and the words of what a page ends with; its foot has no tag. */
static const char *last_tag(const struct page *p, const char **words) {
    for (int i = p->marks.count - 2; i > 0; i--)
        if (p->marks.items[i].kind == PAGE_TEXT && p->marks.items[i + 1].kind == PAGE_END) {
            *words = p->marks.items[i].text->text;
            return p->marks.items[i + 1].tag;
        }
    return "";
}

/* What an entry is about stands alone in its body: a paragraph. */
static void no_page_ends_with_a_heading_or_a_statement(void **state) {
    struct fixture *f = *state;
    for (int lines = 1; lines < 75; lines++) {
        struct font_set fonts = { .count = 0 };
        paper_fonts(&f->scratch, &fonts);
        struct pages pages = pages_behind(f, &fonts, lines);
        for (int i = 0; i + 1 < pages.pages.count; i++) {
            const char *words = "", *tag = last_tag(&pages.pages.items[i], &words);
            if (!strcmp(tag, "H2") || !strcmp(tag, "P"))
                fail_msg("%d lines: page %d ends with %s: %s", lines, i + 1, tag, words);
        }
        font_close(&fonts);
        arena_free(&f->scratch);
    }
}

static const struct note_item *item_of(const struct note *n, const char *field) {
    for (int b = 0; b < n->blocks.count; b++)
        for (int i = 0; i < n->blocks.items[b].items.count; i++)
            if (!strcmp(n->blocks.items[b].items.items[i].field, field))
                return &n->blocks.items[b].items.items[i];
    return NULL;
}

/* Rulings 25, and the agreement: the receiver must see both before turning the page. */
static void page_one_has_all_that_a_receiver_needs_first(void **state) {
    struct fixture *f = *state;
    static const char *const at_the_head[] = { "urgency", "receiver", "correction" };
    static const char *const rows[] = { "asked",      "officer-contact", "person-where", "talk",           "interpreter",
                                        "docs-where", "wants",           "fears",        "agree-referral", "heard-summary" };
    struct font_set fonts = { .count = 0 };
    struct arena a = { 0 };
    paper_fonts(&a, &fonts);
    for (size_t c = 0; c < GOLDEN_CASES; c++) {
        const struct note *n = golden_note(f, golden_cases[c]);
        struct pages pages = note_pages(&f->scratch, n, &fonts);
        for (size_t i = 0; i < sizeof at_the_head / sizeof *at_the_head; i++) {
            const struct note_item *item = item_of(n, at_the_head[i]);
            if (!item || !page_has(&pages.pages.items[0], item->text))
                fail_msg("%s: page one has no %s", golden_cases[c], at_the_head[i]);
        }
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
            const struct note_item *item = item_of(n, rows[i]);
            if (!item || !page_has(&pages.pages.items[0], item->label) || !page_has(&pages.pages.items[0], item->text))
                fail_msg("%s: page one has no %s", golden_cases[c], rows[i]);
        }
        arena_clear(&f->scratch);
    }
    font_close(&fonts);
    arena_free(&a);
}

static bool is_on_a_page(const struct pages *pages, const char *words) {
    for (int i = 0; i < pages->pages.count; i++)
        if (page_has(&pages->pages.items[i], words))
            return true;
    return false;
}

static void nothing_is_lost(const struct note *n, const struct pages *pages) {
    for (int b = 0; b < n->blocks.count; b++)
        for (int i = 0; i < n->blocks.items[b].items.count; i++) {
            const struct note_item *item = &n->blocks.items[b].items.items[i];
            if (item->text && !is_on_a_page(pages, item->text))
                fail_msg("%s is on no page: %s", item->field, item->text);
            for (int k = 0; k < item->lines.count; k++)
                if (!is_on_a_page(pages, item->lines.items[k].text))
                    fail_msg("a line of %s is on no page: %s", item->field, item->lines.items[k].text);
        }
}

/* Content says which fields stand under the title and in the frame; some fields have several entries or lines. */
static void whatever_stands_at_the_head_the_paper_has_the_whole_note(void **state) {
    struct fixture *f = *state;
    struct note_plan *plan = &((struct pack *)f->pack)->note;
    const struct note_plan kept = *plan;
    struct font_set fonts = { .count = 0 };
    struct arena a = { 0 };
    paper_fonts(&a, &fonts);
    for (int field = 0; field < plan->fields.count; field++)
        for (size_t c = 0; c < 2 * GOLDEN_CASES; c++) {
            struct ref ref = { plan->fields.items[field].id, field };
            const struct refs refs = { .items = &ref, .count = 1 };
            *plan = kept;
            if (c < GOLDEN_CASES)
                plan->page_when = refs;
            else
                plan->page_lead = refs;
            plan->page_whom = plan->page_edge = field % 2 ? ref : kept.page_whom;
            const struct note *n = golden_note(f, golden_cases[c % GOLDEN_CASES]);
            struct pages pages = note_pages(&f->scratch, n, &fonts);
            nothing_is_lost(n, &pages);
            arena_clear(&f->scratch);
        }
    *plan = kept;
    font_close(&fonts);
    arena_free(&a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(page_one_has_all_that_a_receiver_needs_first, fixture_clean),
        cmocka_unit_test_teardown(whatever_stands_at_the_head_the_paper_has_the_whole_note, fixture_clean),
        cmocka_unit_test_teardown(no_page_ends_with_a_heading_or_a_statement, fixture_clean),
    };
    return cmocka_run_group_tests(tests, fixture_open, fixture_close);
}
