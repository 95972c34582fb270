/* Where the pages of a real note end, however long what stands above is. */
#include "core/fixture.h"
#include "paper.h"

#include "note/note.h"

static const struct stamp stamp = { "7K-M2Q9", { 2026, 1, 2, 10, 0, 0, 60 }, true };

/* The note of a case of tests/golden, with so many lines before most of its blocks. */
static struct pages pages_behind(struct fixture *f, const struct font_set *fonts, int lines) {
    struct buffer b = { .arena = &f->scratch };
    struct session *s = arena_alloc(&f->scratch, 1, sizeof *s);
    struct assessment *r = arena_alloc(&f->scratch, 1, sizeof *r);
    struct note *n = arena_alloc(&f->scratch, 1, sizeof *n);
    const char *answers = support_file(&f->scratch, "tests/golden/child/answers.json").data, *details = strstr(answers, "\"details\": {");
    assert_non_null(details);
    buffer_add_bytes(&b, answers, (size_t)(details - answers));
    buffer_add(&b, "'details': { 'danger': '");
    for (int i = 1; i < lines; i++)
        buffer_add(&b, "line\\n");
    buffer_printf(&b, "line',%s", details + strlen("\"details\": {"));
    *s = fixture_session(f, buffer_text(&b));
    *r = assess(&f->scratch, f->pack, s, &stamp);
    *n = note_make(&f->scratch, f->pack, s, r, note_receiver(f->pack, r), &language_english, &stamp);
    return note_pages(&f->scratch, n, fonts);
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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(no_page_ends_with_a_heading_or_a_statement, fixture_clean),
    };
    return cmocka_run_group_tests(tests, fixture_open, fixture_close);
}
