#include "base/utf8.h"

#include <string.h>

#define INVALID UINT32_C(0xFFFFFFFF)

static int sequence_length(unsigned char first) {
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (first >= 0xE0 && first <= 0xEF)
        return 3;
    if (first >= 0xF0 && first <= 0xF4)
        return 4;
    return 0;
}

uint32_t utf8_next(const char **at, const char *end) {
    static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
    const unsigned char *p = (const unsigned char *)*at;
    int length = sequence_length(p[0]);
    *at += 1;
    if (length == 1)
        return p[0];
    if (length == 0 || end - (const char *)p < length)
        return INVALID;
    uint32_t c = p[0] & (0x7Fu >> length);
    for (int i = 1; i < length; i++) {
        if ((p[i] & 0xC0) != 0x80)
            return INVALID;
        c = c << 6 | (p[i] & 0x3Fu);
    }
    if (c < least[length] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        return INVALID;
    *at = (const char *)p + length;
    return c;
}

int utf8_write(uint32_t code, char *out) {
    static const unsigned char first[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
    int length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (int i = length - 1; i > 0; i--, code >>= 6)
        out[i] = (char)(0x80 | (code & 0x3F));
    out[0] = (char)(first[length] | code);
    return length;
}

bool utf8_valid(struct bytes text) {
    if (!text.size)
        return true;
    const char *at = text.data, *end = text.data + text.size;
    while (at < end)
        if (utf8_next(&at, end) == INVALID)
            return false;
    return true;
}

static bool takes_no_column(uint32_t c) {
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x64B && c <= 0x65F) || (c >= 0x200B && c <= 0x200F) || (c >= 0x2066 && c <= 0x2069)
           || c == 0xFEFF;
}

int utf8_columns(const char *text, size_t size) {
    int columns = 0;
    for (const char *at = text; at < text + size;)
        columns += !takes_no_column(utf8_next(&at, text + size));
    return columns;
}

bool utf8_is_no_character(uint32_t code) {
    return (code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF);
}

bool utf8_turns(uint32_t code) {
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F || code == 0x61C;
}

bool utf8_disturbs(uint32_t code) {
    if (code == '\n' || code == '\t')
        return false;
    return utf8_is_no_character(code) || code < 0x20 || (code >= 0x7F && code <= 0x9F) || code == 0x2028 || code == 0x2029 || code == 0xFEFF
           || (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

size_t utf8_fit(const char *text, size_t most) {
    size_t size = 0;
    while (size < most && text[size])
        size++;
    while (size > 0 && text[size] && ((unsigned char)text[size] & 0xC0) == 0x80)
        size--;
    return size;
}

void utf8_copy(char *to, size_t size, const char *from) {
    size_t fits = utf8_fit(from ? from : "", size - 1);
    memmove(to, from ? from : "", fits);
    to[fits] = '\0';
}
