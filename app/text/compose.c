#include "text/compose.h"

#include "base/utf8.h"

#include <hb.h>
#include <string.h>

/* All characters before U+0300 are composed. */
static bool may_change(const char *text) {
    for (; *text; text++)
        if ((unsigned char)*text >= 0xCC)
            return true;
    return false;
}

struct characters {
    hb_codepoint_t *codes;
    int count;
};

/* A character taken apart: by Unicode's tables never more than four. */
static void add_apart(struct characters *c, hb_codepoint_t code) {
    hb_codepoint_t first, second;
    if (!hb_unicode_decompose(hb_unicode_funcs_get_default(), code, &first, &second)) {
        c->codes[c->count++] = code;
        return;
    }
    add_apart(c, first);
    if (second)
        add_apart(c, second);
}

static int class_of(hb_codepoint_t code) {
    return (int)hb_unicode_combining_class(hb_unicode_funcs_get_default(), code);
}

/* Marks on one letter that do not touch one another stand in the order of their classes. */
static void order_marks(struct characters *c) {
    for (int i = 1; i < c->count; i++)
        for (int k = i; k > 0 && class_of(c->codes[k]) != 0 && class_of(c->codes[k - 1]) > class_of(c->codes[k]); k--) {
            hb_codepoint_t kept = c->codes[k];
            c->codes[k] = c->codes[k - 1];
            c->codes[k - 1] = kept;
        }
}

/* Joins each mark with the letter before it, unless another mark of its class or a higher one is between. */
static void put_together(struct characters *c) {
    int letter = -1, count = 0, last = 0;
    for (int i = 0; i < c->count; i++) {
        hb_codepoint_t code = c->codes[i], both;
        int class = class_of(code);
        bool touches = letter >= 0 && (letter == count - 1 || last < class);
        if (touches && hb_unicode_compose(hb_unicode_funcs_get_default(), c->codes[letter], code, &both)) {
            c->codes[letter] = both;
            continue;
        }
        if (class == 0)
            letter = count;
        last = class;
        c->codes[count++] = code;
    }
    c->count = count;
}

const char *text_composed(struct arena *a, const char *text) {
    size_t size = strlen(text);
    if (!may_change(text))
        return text;
    struct characters c = { .codes = arena_alloc(a, 4 * size, sizeof *c.codes) };
    for (const char *at = text, *end = text + size; at < end;)
        add_apart(&c, utf8_next(&at, end));
    order_marks(&c);
    put_together(&c);
    char *out = arena_alloc(a, 4 * (size_t)c.count + 1, 1), *to = out;
    for (int i = 0; i < c.count; i++)
        to += utf8_write(c.codes[i], to);
    return strcmp(out, text) ? out : text;
}
