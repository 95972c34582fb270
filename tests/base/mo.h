/* Builds compiled catalogues byte by byte, as they are written on machines of either byte
 * order. Strings stand in the order given, so that a test can also build a wrong one. */
#ifndef TESTS_BASE_MO_H
#define TESTS_BASE_MO_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stdint.h>

struct mo_pair {
    const char *id;
    size_t id_size;
    const char *text;
    size_t text_size;
};

/* From literals, which may hold NUL: "one\0many". */
#define MO_PAIR(id, text) \
    { id, sizeof(id) - 1, text, sizeof(text) - 1 }

#define MO_HEADER_SIZE 28
#define MO_TYPE "Content-Type: text/plain; charset=UTF-8\n"

static void mo_number(struct buffer *b, bool big, uint32_t number) {
    for (int i = 0; i < 4; i++) {
        char byte = (char)(number >> (big ? 24 - 8 * i : 8 * i) & 0xFF);
        buffer_add_bytes(b, &byte, 1);
    }
}

static struct bytes mo_file(struct arena *a, bool big, const struct mo_pair *pairs, int count) {
    struct buffer b = { .arena = a };
    uint32_t table = (uint32_t)count * 8, offset = MO_HEADER_SIZE + 2 * table;
    const uint32_t header[] = { 0x950412de, 0, (uint32_t)count, MO_HEADER_SIZE, MO_HEADER_SIZE + table, 0, offset };
    for (int i = 0; i < 7; i++)
        mo_number(&b, big, header[i]);
    for (int i = 0; i < count; offset += (uint32_t)pairs[i++].id_size + 1) {
        mo_number(&b, big, (uint32_t)pairs[i].id_size);
        mo_number(&b, big, offset);
    }
    for (int i = 0; i < count; offset += (uint32_t)pairs[i++].text_size + 1) {
        mo_number(&b, big, (uint32_t)pairs[i].text_size);
        mo_number(&b, big, offset);
    }
    for (int i = 0; i < count; i++)
        buffer_add_bytes(&b, pairs[i].id, pairs[i].id_size + 1);
    for (int i = 0; i < count; i++)
        buffer_add_bytes(&b, pairs[i].text, pairs[i].text_size + 1);
    return buffer_bytes(&b);
}

#endif
