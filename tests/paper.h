/* Fonts for tests; and pages in those that have nothing to draw with: their words, and no page with a fault. */
#ifndef PAPER_H
#define PAPER_H

#include "support.h"

#include "base/buffer.h"
#include "base/json.h"
#include "page/page.h"

/* The two faces for Latin, Greek and Cyrillic, and the one for Arabic. */
static inline void paper_fonts(struct arena *a, struct font_set *fonts) {
    static const char *const files[] = { "NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoNaskhArabic-Regular.ttf" };
    struct error e = { 0 };
    for (int i = 0; i < 3; i++)
        assert_true(font_add(fonts, support_file(a, arena_printf(a, "%s/fonts/%s", BUILD_DIR, files[i])), files[i], i == 1, &e));
}

/* All fonts of assets/fonts.json, as staged. */
static inline void staged_fonts(struct arena *a, struct font_set *fonts) {
    struct json_fault fault = { 0 };
    struct error e = { 0 };
    const struct json *list = json_get(json_parse(a, support_file(a, "assets/fonts.json"), &fault), "fonts");
    assert_non_null(list);
    for (int i = 0; i < list->count; i++) {
        const char *name = json_get(&list->items[i], "file")->text;
        struct bytes file = support_file(a, arena_printf(a, "%s/fonts/%s", BUILD_DIR, name));
        if (!font_add(fonts, file, name, json_get(&list->items[i], "bold")->flag, &e))
            fail_msg("%s", e.text);
    }
}

static inline struct bytes paper_words(struct arena *a, const struct pages *pages) {
    struct buffer b = { .arena = a };
    char what[200];
    for (int i = 0; i < pages->pages.count; i++) {
        if (page_faults(&pages->pages.items[i], what, sizeof what))
            fail_msg("page %d: %s", i + 1, what);
        buffer_printf(&b, "%s\f\n", page_words(a, &pages->pages.items[i]));
    }
    return buffer_bytes(&b);
}

/* For the host of a world in memory. */
static inline bool paper_pdf(void *self, struct arena *a, const struct pages *pages, struct bytes *out, struct error *e) {
    (void)self;
    (void)e;
    *out = paper_words(a, pages);
    return true;
}

#endif
