#include "core/plain.h"

#include "base/utf8.h"

#include <string.h>

struct range {
    uint32_t first, last;
};

static bool is_in(const struct range *ranges, size_t count, uint32_t c) {
    for (size_t i = 0; i < count && ranges[i].first <= c; i++)
        if (c <= ranges[i].last)
            return true;
    return false;
}

#define IS_IN(ranges, c) is_in(ranges, sizeof(ranges) / sizeof *(ranges), c)

/* Soft hyphens, joiners, marks of direction, accents on their own, selectors of a form. */
static bool takes_no_room(uint32_t c) {
    static const struct range ranges[] = {
        { 0xAD, 0xAD },     { 0x300, 0x36F },   { 0x61C, 0x61C },   { 0x115F, 0x1160 }, { 0x17B4, 0x17B5 },   { 0x180B, 0x180F },
        { 0x1AB0, 0x1AFF }, { 0x1DC0, 0x1DFF }, { 0x200B, 0x200F }, { 0x202A, 0x202E }, { 0x2060, 0x206F },   { 0x20D0, 0x20FF },
        { 0x3164, 0x3164 }, { 0xFE00, 0xFE0F }, { 0xFE20, 0xFE2F }, { 0xFEFF, 0xFEFF }, { 0xE0000, 0xE0FFF },
    };
    return IS_IN(ranges, c);
}

static bool is_blank(uint32_t c) {
    static const struct range ranges[] = {
        { 0x9, 0xD },       { 0x20, 0x20 },     { 0x85, 0x85 },     { 0xA0, 0xA0 },     { 0x1680, 0x1680 },
        { 0x2000, 0x200A }, { 0x2028, 0x2029 }, { 0x202F, 0x202F }, { 0x205F, 0x205F }, { 0x3000, 0x3000 },
    };
    return IS_IN(ranges, c);
}

/* Of those above 127: what stands between words in the scripts of Europe. */
static bool is_sign(uint32_t c) {
    static const struct range ranges[] = {
        { 0x80, 0xA9 },     { 0xAB, 0xB4 },     { 0xB6, 0xB9 },     { 0xBB, 0xBF },     { 0xD7, 0xD7 },       { 0xF7, 0xF7 },
        { 0x2B9, 0x2DF },   { 0x37E, 0x37E },   { 0x387, 0x387 },   { 0x55A, 0x55F },   { 0x589, 0x58F },     { 0x5BE, 0x5C6 },
        { 0x5F3, 0x5F4 },   { 0x600, 0x60F },   { 0x61B, 0x61F },   { 0x66A, 0x66D },   { 0x6D4, 0x6D4 },     { 0x964, 0x965 },
        { 0x2010, 0x2070 }, { 0x2074, 0x207E }, { 0x2080, 0x208E }, { 0x20A0, 0x20CF }, { 0x2100, 0x2BFF },   { 0x2E00, 0x2E7F },
        { 0x3001, 0x3004 }, { 0x3008, 0x3020 }, { 0x3030, 0x3030 }, { 0xE000, 0xF8FF }, { 0xFE10, 0xFE1F },   { 0xFE30, 0xFE6F },
        { 0xFF01, 0xFF20 }, { 0xFF3B, 0xFF40 }, { 0xFF5B, 0xFF65 }, { 0xFFE0, 0xFFFF }, { 0x1F000, 0x1FAFF },
    };
    return IS_IN(ranges, c) || c > 0x10FFFF;
}

static bool is_long_dash(uint32_t c) {
    return c == 0x2014 || c == 0x2015;
}

/* The plain sign that says the same. */
static char plain_sign(uint32_t c) {
    switch (c) {
    case 0xB4:
    case 0x2BC:
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
    case 0xFF07: return '\'';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212: return '-';
    case 0x2014:
    case 0x2015:
    case 0x2044:
    case 0x2215:
    case 0xFF0F: return '/';
    case 0x2026: return '.';
    case 0x203D:
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0xFF1F: return '?';
    default: return '"';
    }
}

/* Never longer than the text: what becomes two bytes had three. */
const char *plain(struct arena *a, const char *text) {
    size_t size = strlen(text);
    const char *end = text + size;
    char *out = arena_alloc(a, size + 1, 1), *to = out;
    while (text < end) {
        const char *from = text;
        uint32_t c = utf8_next(&text, end);
        if (is_blank(c)) {
            if (to == out || to[-1] != ' ')
                *to++ = ' ';
        } else if (c < 0x80) {
            *to++ = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : (char)c;
        } else if (is_sign(c) && !takes_no_room(c)) {
            *to++ = plain_sign(c);
            if (is_long_dash(c))
                *to++ = ' ';
        } else if (!takes_no_room(c)) {
            memcpy(to, from, (size_t)(text - from));
            to += text - from;
        }
    }
    *to = '\0';
    return out;
}
