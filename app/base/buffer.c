#include "base/buffer.h"

#include <stdio.h>
#include <string.h>

static void make_room(struct buffer *b, size_t size) {
    if (b->capacity - b->size > size)
        return;
    size_t larger = b->capacity ? b->capacity * 2 : 256;
    while (larger - b->size <= size)
        larger *= 2;
    char *text = arena_alloc(b->arena, larger, 1);
    if (b->size)
        memcpy(text, b->text, b->size);
    b->text = text;
    b->capacity = larger;
}

void buffer_add_bytes(struct buffer *b, const char *data, size_t size) {
    make_room(b, size);
    if (size)
        memcpy(b->text + b->size, data, size);
    b->size += size;
    b->text[b->size] = '\0';
}

void buffer_add(struct buffer *b, const char *text) {
    buffer_add_bytes(b, text, strlen(text));
}

static const char *escape(char c) {
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    }
    return NULL;
}

void buffer_add_escaped(struct buffer *b, const char *text, size_t size) {
    for (const char *at = text; at < text + size; at++) {
        const char *escaped = escape(*at);
        buffer_add_bytes(b, escaped ? escaped : at, escaped ? strlen(escaped) : 1);
    }
}

void buffer_printf(struct buffer *b, const char *format, ...) {
    va_list args;
    va_start(args, format);
    int size = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (size <= 0)
        return;
    make_room(b, (size_t)size);
    va_start(args, format);
    vsnprintf(b->text + b->size, (size_t)size + 1, format, args);
    va_end(args);
    b->size += (size_t)size;
}

static const char *fill_value(const char *name, size_t size, const struct fill *fills, int count) {
    for (int i = 0; i < count; i++)
        if (strlen(fills[i].name) == size && !memcmp(fills[i].name, name, size))
            return fills[i].value;
    return "";
}

void buffer_fill(struct buffer *b, const char *sentence, const struct fill *fills, int count) {
    while (*sentence) {
        const char *open = strchr(sentence, '{');
        const char *close = open ? strchr(open, '}') : NULL;
        if (!close) {
            buffer_add(b, sentence);
            return;
        }
        buffer_add_bytes(b, sentence, (size_t)(open - sentence));
        buffer_add(b, fill_value(open + 1, (size_t)(close - open - 1), fills, count));
        sentence = close + 1;
    }
}

const char *buffer_text(const struct buffer *b) {
    return b->text ? b->text : "";
}

struct bytes buffer_bytes(const struct buffer *b) {
    return (struct bytes){ buffer_text(b), b->size };
}
