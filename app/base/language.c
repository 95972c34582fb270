#include "base/language.h"

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

const char *language_apart(struct arena *a, const struct language *l, const char *text) {
    return l->right_to_left && *text ? arena_printf(a, LANGUAGE_APART "%s" LANGUAGE_END_APART, text) : text;
}

void tr_fill(struct buffer *b, const struct language *l, const char *sentence, const struct fill *fills, int count) {
    struct fill *apart = arena_alloc(b->arena, (size_t)count, sizeof *apart);
    for (int i = 0; i < count; i++)
        apart[i] = (struct fill){ fills[i].name, language_apart(b->arena, l, fills[i].value) };
    buffer_fill(b, sentence, apart, count);
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
