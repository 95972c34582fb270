/* Changes JSON by its own pieces: a value gives way to a copy of another one, or is joined by
 * it. Bytes changed at random hardly ever leave JSON that can be read, and then nothing behind
 * the parser is tried; so only some of the changes are of that kind.
 *
 * A target that wants it defines LLVMFuzzerCustomMutator with mutate_json(). */
#ifndef TESTS_FUZZ_MUTATE_H
#define TESTS_FUZZ_MUTATE_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t limit);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t limit, unsigned seed);

#define PIECE_MAX 4096
#define TRIES 8

/* A value, or a key, in a text. */
struct piece {
    size_t from, size;
};

static unsigned mutate_random(unsigned *seed, size_t below) {
    *seed = *seed * 1103515245u + 12345u;
    return (*seed >> 8) % (unsigned)below;
}

static bool in_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

/* Steps over one character, or over a whole text in quotes. */
static size_t step(const char *text, size_t size, size_t at) {
    if (text[at++] != '"')
        return at;
    while (at < size && text[at] != '"')
        at += text[at] == '\\' && at + 1 < size ? 2 : 1;
    return at < size ? at + 1 : size;
}

/* The n-th piece, or one of size 0 behind the last; their number in `count`, if wanted. */
static size_t find_start(const char *text, size_t size, size_t n, size_t *count) {
    size_t found = 0, at = 0;
    for (; at < size; at = step(text, size, at)) {
        bool starts = strchr("\"{[", text[at]) ? text[at] != '\0' : in_word(text[at]) && (at == 0 || !in_word(text[at - 1]));
        if (starts && found++ == n)
            break;
    }
    if (count)
        *count = found;
    return at;
}

static struct piece find_piece(const char *text, size_t size, size_t n) {
    struct piece p = { find_start(text, size, n, NULL), 0 };
    size_t at = p.from;
    int depth = 0;
    do {
        depth += text[at] == '{' || text[at] == '[';
        depth -= text[at] == '}' || text[at] == ']';
        at = step(text, size, at);
    } while (at < size && (depth > 0 || in_word(text[at])));
    p.size = at - p.from;
    return p;
}

/* Another piece of the same kind, if one turns up. */
static struct piece find_other(const char *text, size_t size, size_t count, char kind, unsigned *seed) {
    struct piece p = { 0, 0 };
    for (int i = 0; i < TRIES; i++) {
        p = find_piece(text, size, mutate_random(seed, count));
        if (text[p.from] == kind && p.size <= PIECE_MAX)
            break;
    }
    return p;
}

/* Puts `with` where `old` stands; a text that would become too long stays as it is. */
static size_t replace_piece(char *text, size_t size, size_t limit, struct piece old, const char *with, size_t with_size) {
    size_t behind = old.from + old.size, longer = size - old.size + with_size;
    if (longer > limit)
        return size;
    memmove(text + old.from + with_size, text + behind, size - behind);
    memcpy(text + old.from, with, with_size);
    return longer;
}

static size_t mutate_json(char *text, size_t size, size_t limit, unsigned seed) {
    static const char *const simple[] = { "null", "0", "9", "\"\"", "[]", "{}", "true", "{\"always\":true}" };
    char copy[PIECE_MAX + 1];
    size_t count;
    find_start(text, size, SIZE_MAX, &count);
    unsigned way = mutate_random(&seed, 8);
    if (count < 2 || way < 2)
        return LLVMFuzzerMutate((uint8_t *)text, size, limit);
    struct piece old = find_piece(text, size, mutate_random(&seed, count));
    const char *other = simple[mutate_random(&seed, sizeof simple / sizeof *simple)];
    if (way == 2)
        return replace_piece(text, size, limit, old, other, strlen(other));
    struct piece with = find_other(text, size, count, text[old.from], &seed);
    if (with.size > PIECE_MAX)
        return LLVMFuzzerMutate((uint8_t *)text, size, limit);
    memcpy(copy, text + with.from, with.size);
    if (way > 3)
        return replace_piece(text, size, limit, old, copy, with.size);
    copy[with.size] = ',';
    return replace_piece(text, size, limit, (struct piece){ old.from, 0 }, copy, with.size + 1);
}

#endif
