#include "screens/fold.h"

#include "base/utf8.h"

#include <hb.h>
#include <stdbool.h>
#include <string.h>

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

/* ---- small letters */

/* Letters that stand in the same order twice: capital ones, then small ones so far behind. The Greek s
 * at the end of a word stands just before the other. */
static const struct letters {
    uint32_t from, to, by;
} capitals[] = {
    { 'A', 'Z', 32 },    { 0xC0, 0xD6, 32 },   { 0xD8, 0xDE, 32 },   { 0x391, 0x3A9, 32 },
    { 0x3C2, 0x3C2, 1 }, { 0x400, 0x40F, 80 }, { 0x410, 0x42F, 32 }, { 0x531, 0x556, 48 },
};
/* Letters that stand in pairs: an even capital one, then the small one. */
static const struct letters even_pairs[] = {
    { 0x100, 0x137, 1 }, { 0x14A, 0x177, 1 }, { 0x460, 0x481, 1 }, { 0x48A, 0x4BF, 1 }, { 0x1E00, 0x1EFF, 1 }
};
static const struct letters odd_pairs[] = { { 0x139, 0x148, 1 }, { 0x179, 0x17E, 1 }, { 0x4C1, 0x4CE, 1 } };

static const struct letters *find_letters(const struct letters *list, int count, uint32_t c) {
    for (int i = 0; i < count; i++)
        if (c >= list[i].from && c <= list[i].to)
            return &list[i];
    return NULL;
}

static uint32_t small(uint32_t c) {
    const struct letters *l = find_letters(capitals, COUNT(capitals), c);
    if (l)
        return c + l->by;
    if (find_letters(even_pairs, COUNT(even_pairs), c))
        return c | 1;
    return find_letters(odd_pairs, COUNT(odd_pairs), c) && c % 2 ? c + 1 : c;
}

/* ---- letters without accents */

static bool is_accent(uint32_t c) {
    return c >= 0x300 && c <= 0x36F;
}

/* Small ones that Unicode does not take for a letter with an accent, but people do; some are two. */
static const struct {
    uint32_t letter;
    char as[3];
} others[] = {
    { 0xDF, "ss" }, { 0x1E9F, "ss" }, { 0xE6, "ae" }, { 0x153, "oe" }, { 0xF8, "o" },
    { 0x111, "d" }, { 0x127, "h" },   { 0x131, "i" }, { 0x142, "l" },  { 0x167, "t" },
};

static uint32_t without_accents(uint32_t c) {
    hb_codepoint_t letter = c, rest;
    while (letter >= 0xC0 && hb_unicode_decompose(hb_unicode_funcs_get_default(), letter, &c, &rest) && is_accent(rest))
        letter = c;
    return letter;
}

/* The letters of a text, one after another. */
struct letters_of {
    const char *at, *end;
    const char *more; /* the rest of a letter that is two; "" */
};

static struct letters_of letters_of(const char *text, size_t size) {
    return (struct letters_of){ text, text + size, "" };
}

/* The next letter, 0 at the end. */
static uint32_t next_letter(struct letters_of *l) {
    uint32_t c;
    if (*l->more)
        return (unsigned char)*l->more++;
    do {
        if (l->at == l->end)
            return 0;
        c = utf8_next(&l->at, l->end);
    } while (is_accent(c));
    c = small(without_accents(c));
    for (int i = 0; c >= 0x80 && i < COUNT(others); i++)
        if (others[i].letter == c) {
            l->more = others[i].as + 1;
            return (unsigned char)others[i].as[0];
        }
    return c;
}

/* ---- places */

static bool begins_with(const char *text, size_t size, struct bytes words) {
    struct letters_of a = letters_of(text, size), b = letters_of(words.data, words.size);
    for (uint32_t c = next_letter(&b); c; c = next_letter(&b))
        if (next_letter(&a) != c)
            return false;
    return true;
}

static bool is_between(char c) {
    return c == ' ' || c == '-' || c == '(' || c == '/' || c == ',';
}

enum fold_place fold_place(const char *text, struct bytes words) {
    const char *at = text, *end = text + strlen(text);
    enum fold_place best = FOLD_NOWHERE;
    if (begins_with(text, (size_t)(end - text), words))
        return FOLD_BEGINS;
    while (at < end && best > FOLD_BEGINS_WORD) {
        bool begins = at > text && is_between(at[-1]);
        if ((begins || best > FOLD_INSIDE) && begins_with(at, (size_t)(end - at), words))
            best = begins ? FOLD_BEGINS_WORD : FOLD_INSIDE;
        utf8_next(&at, end);
    }
    return best;
}

int fold_compare(const char *a, const char *b) {
    struct letters_of x = letters_of(a, strlen(a)), y = letters_of(b, strlen(b));
    uint32_t c, d;
    do {
        c = next_letter(&x);
        d = next_letter(&y);
    } while (c && c == d);
    return c < d ? -1 : c > d;
}
