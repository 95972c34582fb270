/* Pages in tests that have nothing to draw with: their words, and no page with a fault. */
#ifndef PAPER_H
#define PAPER_H

#include "support.h"

#include "base/buffer.h"
#include "page/page.h"

/* The two faces for Latin, Greek and Cyrillic, and the one for Arabic. */
static inline void paper_fonts(struct arena *a, struct font_set *fonts) {
    static const char *const files[] = { "NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoNaskhArabic-Regular.ttf" };
    struct error e = { 0 };
    for (int i = 0; i < 3; i++)
        assert_true(font_add(fonts, support_file(a, arena_printf(a, "%s/fonts/%s", BUILD_DIR, files[i])), files[i], i == 1, &e));
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
