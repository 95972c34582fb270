#include "base/language.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

const struct language language_english = { .code = "en", .tag = "en" };

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool language_code_valid(const char *code) {
    size_t size = strlen(code);
    if (size < 2 || size > 16 || !is_letter(code[0]) || !is_letter(code[size - 1]))
        return false;
    for (size_t i = 0; i < size; i++)
        if (!is_letter(code[i]) && code[i] != '_' && code[i] != '@')
            return false;
    return true;
}

bool language_code_right_to_left(const char *code) {
    static const char *const codes[] = { "ar", "ckb", "fa", "he", "prs", "ps", "ur" };
    size_t size = strcspn(code, "_@");
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (strlen(codes[i]) == size && !strncmp(codes[i], code, size))
            return true;
    return false;
}

static const char *or_english(const char *translated, const char *english) {
    return translated ? translated : english;
}

const char *tr(const struct language *l, const char *id) {
    return l->ui ? or_english(catalog_find(l->ui, NULL, id), id) : id;
}

const char *trc(const struct language *l, const char *context, const char *id) {
    return l->ui ? or_english(catalog_find(l->ui, context, id), id) : id;
}

const char *trn(const struct language *l, const char *one, const char *many, unsigned long n) {
    const char *english = n == 1 ? one : many;
    return l->ui ? or_english(catalog_find_plural(l->ui, one, n), english) : english;
}

/* Letters of scripts that run from right to left, and the marks that make what follows do so. */
static bool is_right_to_left(uint32_t c) {
    return (c >= 0x590 && c <= 0x8FF) || c == 0x200F || c == 0x202B || c == 0x202E || (c >= 0xFB1D && c <= 0xFDFF)
           || (c >= 0xFE70 && c <= 0xFEFE) || (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

static bool is_letter_to_right(uint32_t c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && !(c >= 0x2000 && c <= 0x2BFF) && c != 0xD7 && c != 0xF7);
}

static bool runs_right_to_left(const char *text) {
    if (strstr(text, LANGUAGE_END_APART))
        return true;
    for (const char *at = text, *end = text + strlen(text); at < end;) {
        uint32_t c = utf8_next(&at, end);
        if (is_right_to_left(c) || is_letter_to_right(c))
            return is_right_to_left(c);
    }
    return false;
}

const char *language_apart(struct arena *a, const struct language *l, const char *text) {
    if (!l->right_to_left || !*text)
        return text;
    const char *open = runs_right_to_left(text) ? LANGUAGE_RIGHT_APART : LANGUAGE_LEFT_APART "\xE2\x80\x8E";
    return arena_printf(a, "%s%s" LANGUAGE_END_APART, open, text);
}

void tr_fill(struct buffer *b, const struct language *l, const char *sentence, const struct fill *fills, int count) {
    struct fill *apart = arena_alloc(b->arena, (size_t)count, sizeof *apart);
    for (int i = 0; i < count; i++)
        apart[i] = (struct fill){ fills[i].name, language_apart(b->arena, l, fills[i].value) };
    buffer_fill(b, sentence, apart, count);
}

const char *tr_pair(struct arena *a, const struct language *l, const char *name, const char *value) {
    struct buffer b = { .arena = a };
    /* TRANSLATORS: between a name and its value where they stand in one line. */
    tr_fill(&b, l, tr(l, "{name}: {value}"), (struct fill[]){ { "name", name }, { "value", value } }, 2);
    return buffer_text(&b);
}

void content_context(char *out, size_t size, const char *kind, const char *id, const char *field) {
    snprintf(out, size, "%s%s%s/%s", kind, id ? " " : "", id ? id : "", field);
}

const char *content_text(const struct language *l, const char *kind, const char *id, const char *field, const char *english) {
    char context[256];
    if (!english || !l->content)
        return english;
    content_context(context, sizeof context, kind, id, field);
    return or_english(catalog_find(l->content, context, english), english);
}
